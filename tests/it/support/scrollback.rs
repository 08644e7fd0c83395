//! The unkindest terminal: it has no second screen, and what is erased at once moves up into its scrollback, as on PuTTY,
//! in GNOME's terminal and in tmux.

/// More lines than any test writes.
const KEPT: usize = 10_000;

/// What can be read in such a terminal after these bytes, on the screen and above it: the lines that are not blank.
pub fn traces(written: &[u8], (columns, rows): (u16, u16)) -> Vec<String> {
    let mut terminal = vt100::Parser::new(rows, columns, KEPT);
    let push = format!("\x1b[{rows};1H{}\x1b[H", "\n".repeat(usize::from(rows)));
    let replaced: [(&[u8], &[u8]); 5] = [
        (b"\x1b[?1049h", b""),
        (b"\x1b[?1049l", b""),
        (b"\x1b[2J", push.as_bytes()),
        (b"\x1b[J", push.as_bytes()),
        (b"\x1b[0J", push.as_bytes()),
    ];
    let mut rest = written;
    while let Some(first) = rest.first() {
        let found = replaced.iter().find(|(from, _)| rest.starts_with(from));
        let (length, bytes) = found.map_or((1, std::slice::from_ref(first)), |(from, to)| (from.len(), *to));
        terminal.process(bytes);
        rest = &rest[length..];
    }
    let screen = terminal.screen_mut();
    screen.set_scrollback(KEPT);
    let above = (1..=screen.scrollback()).rev().map(|back| {
        screen.set_scrollback(back);
        screen.rows(0, columns).next().unwrap_or_default()
    });
    let mut lines: Vec<String> = above.collect();
    screen.set_scrollback(0);
    lines.extend(screen.rows(0, columns));
    lines.into_iter().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty()).collect()
}

#[test]
fn this_terminal_keeps_what_is_erased_or_scrolled_and_loses_what_is_pushed_out_below() {
    let size = (20, 4);
    for erased in ["\x1b[2J", "\x1b[H\x1b[J", "\x1b[4;1H\n\n\n\n"] {
        assert_eq!(traces(format!("\x1b[?1049hsecret{erased}\x1b[?1049l").as_bytes(), size), ["secret"], "{erased:?}");
    }
    assert_eq!(traces(b"\x1b[2;1Hsecret\x1b[H\x1b[9L", size), [""; 0]);
}
