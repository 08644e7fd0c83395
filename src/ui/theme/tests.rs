//! The contrast of every role, computed (WCAG 2) against the palettes that terminals are delivered with.

use super::*;

/// A terminal as it is delivered: its sixteen colours, and the grounds with the ink that stands on them.
struct Terminal {
    name: &'static str,
    named: [u32; 16],
    /// Background and default foreground.
    grounds: &'static [(Ground, u32, u32)],
    /// Bold text in one of the first eight colours is shown in the bright one.
    brightens: bool,
}

const DARK_ON: (Ground, u32, u32) = (Ground::Dark, 0x00_0000, 0xe5_e5e5);
const LIGHT_ON: (Ground, u32, u32) = (Ground::Light, 0xff_ffff, 0x00_0000);

const TERMINALS: [Terminal; 5] = [
    Terminal {
        name: "xterm",
        named: [
            0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5, //
            0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
        grounds: &[DARK_ON, LIGHT_ON],
        brightens: true,
    },
    Terminal {
        name: "PuTTY",
        named: [
            0x00_0000, 0xbb_0000, 0x00_bb00, 0xbb_bb00, 0x00_00bb, 0xbb_00bb, 0x00_bbbb, 0xbb_bbbb, //
            0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
        ],
        grounds: &[(Ground::Dark, 0x00_0000, 0xbb_bbbb), LIGHT_ON],
        brightens: true,
    },
    Terminal {
        name: "Windows Terminal",
        named: [
            0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc, //
            0x76_7676, 0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2,
        ],
        grounds: &[(Ground::Dark, 0x0c_0c0c, 0xcc_cccc), LIGHT_ON],
        brightens: true,
    },
    Terminal {
        name: "macOS",
        named: [
            0x00_0000, 0x99_0000, 0x00_a600, 0x99_9900, 0x00_00b2, 0xb2_00b2, 0x00_a6b2, 0xbf_bfbf, //
            0x66_6666, 0xe5_0000, 0x00_d900, 0xe5_e500, 0x00_00ff, 0xe5_00e5, 0x00_e5e5, 0xe5_e5e5,
        ],
        grounds: &[(Ground::Dark, 0x00_0000, 0xf2_f2f2), LIGHT_ON],
        brightens: true,
    },
    Terminal {
        name: "the Linux console",
        named: [
            0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa, //
            0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
        ],
        grounds: &[(Ground::Dark, 0x00_0000, 0xaa_aaaa)],
        brightens: true,
    },
];

impl Terminal {
    /// The colour that is seen.
    fn seen(&self, color: Color, bold: bool, default: u32) -> u32 {
        let named = |n: usize| self.named[if bold && self.brightens && n < 8 { n + 8 } else { n }];
        match color {
            Color::Reset => default,
            Color::Red => named(1),
            Color::Green => named(2),
            Color::Yellow => named(3),
            Color::Blue => named(4),
            Color::Magenta => named(5),
            Color::Cyan => named(6),
            Color::LightRed => named(9),
            Color::LightYellow => named(11),
            Color::Indexed(n) => fixed(n),
            other => panic!("{other:?} was never measured"),
        }
    }
}

/// The 240 colours above the sixteen, which are the same on every terminal.
fn fixed(n: u8) -> u32 {
    let step = |n: u32| if n == 0 { 0 } else { 55 + 40 * n };
    match u32::from(n) {
        n @ 16..=231 => (step((n - 16) / 36) << 16) | (step((n - 16) / 6 % 6) << 8) | step((n - 16) % 6),
        n @ 232.. => (8 + 10 * (n - 232)) * 0x01_0101,
        _ => panic!("{n} is not the same everywhere"),
    }
}

fn luminance(color: u32) -> f64 {
    let part = |shift: u32| {
        let share = f64::from((color >> shift) & 0xff) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
}

fn contrast(a: u32, b: u32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Every look that has colours, with the grounds it may meet.
fn looks() -> Vec<(Look, Vec<Ground>)> {
    let look = |indexed, ground| Look { indexed, ground, ..Look::default() };
    let both = vec![Ground::Dark, Ground::Light];
    vec![
        (look(true, Some(Ground::Dark)), vec![Ground::Dark]),
        (look(true, Some(Ground::Light)), vec![Ground::Light]),
        (look(false, Some(Ground::Dark)), vec![Ground::Dark]),
        (look(false, Some(Ground::Light)), vec![Ground::Light]),
        (look(true, None), both.clone()),
        (look(false, None), both),
    ]
}

/// The least contrast of a style on a terminal's ground, on the selected row too.
fn measured(theme: Theme, style: Style, terminal: &Terminal, ground: (Ground, u32, u32)) -> f64 {
    let bold = style.add_modifier.contains(Modifier::BOLD);
    let (_, back, front) = ground;
    let own = style.bg.map(|bg| terminal.seen(bg, false, back));
    let ink = terminal.seen(style.fg.unwrap_or(Color::Reset), bold, front);
    let here = contrast(ink, own.unwrap_or(back));
    match theme.chosen().filter(|_| own.is_none()) {
        Some((row, text)) => {
            let ink = style.fg.filter(|fg| *fg != Color::Reset).unwrap_or(text);
            here.min(contrast(terminal.seen(ink, bold, front), terminal.seen(row, false, back)))
        }
        None => here,
    }
}

#[test]
fn every_word_and_every_sign_can_be_read_on_every_terminal() {
    for (look, grounds) in looks() {
        let theme = Theme::new(look);
        for terminal in &TERMINALS {
            for ground in terminal.grounds.iter().filter(|(ground, ..)| grounds.contains(ground)) {
                for role in Role::ALL.into_iter().filter(|role| *role != Role::Track) {
                    for (style, least, what) in [(theme.style(role), 4.495, "words"), (theme.sign(role), 3.0, "signs")] {
                        let found = measured(theme, style, terminal, *ground);
                        assert!(
                            found >= least,
                            "{what} of {role:?} on {} {:?} ({look:?}): {found:.2}",
                            terminal.name,
                            ground.0
                        );
                    }
                }
            }
        }
    }
}

/// The figures of the design, so that a change of a colour has to change them too.
#[test]
fn the_contrast_of_the_indexed_colours_is_as_it_was_measured() {
    let on = |palette: &Palette, ground: u32| {
        [palette.text, palette.dim, palette.accent, palette.attention, palette.alarm, palette.good, palette.private]
            .map(|ink| (contrast(fixed(ink), ground) * 10.0).round() / 10.0)
    };
    assert_eq!(on(&DARK, 0x00_0000), [13.6, 6.9, 8.6, 10.2, 7.1, 8.5, 8.3]);
    assert_eq!(on(&DARK, fixed(DARK.chosen)), [9.8, 5.0, 6.2, 7.3, 5.1, 6.1, 6.0]);
    assert_eq!(on(&LIGHT, 0xff_ffff), [15.1, 6.1, 7.0, 5.7, 7.4, 8.0, 8.8]);
    assert_eq!(on(&LIGHT, fixed(LIGHT.chosen)), [11.9, 4.8, 5.5, 4.5, 5.9, 6.3, 6.9]);
}

#[test]
fn no_role_is_faint_and_without_colour_none_has_one() {
    let mono = Theme::new(Look { mono: true, indexed: true, ground: Some(Ground::Dark), ..Look::default() });
    let themes = looks().into_iter().map(|(look, _)| Theme::new(look)).chain([mono]);
    for theme in themes {
        for role in Role::ALL {
            assert!(!theme.style(role).add_modifier.contains(Modifier::DIM), "{role:?}");
        }
    }
    assert_eq!(mono.chosen(), None);
    for role in Role::ALL {
        assert_eq!((mono.style(role).fg, mono.style(role).bg), (None, None), "{role:?}");
    }
}

/// What must not be taken for each other without colour.
#[test]
fn without_colour_what_is_private_chosen_or_late_differs_from_plain_text() {
    let mono = Theme::new(Look { mono: true, ..Look::default() });
    for role in [Role::Private, Role::Chosen, Role::Alarm, Role::Attention, Role::Filled] {
        assert_ne!(mono.style(role), mono.style(Role::Plain), "{role:?}");
    }
    assert_ne!(mono.style(Role::Private), mono.style(Role::Chosen));
    assert_ne!(mono.style(Role::Filled), mono.style(Role::Chosen));
}
