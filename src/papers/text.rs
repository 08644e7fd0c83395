//! A paper as text: 72 columns of plain ASCII, which fit the official margins of A4 and F4 at twelve to the inch. For
//! mail in one piece, for a printer in pages. Nothing is cut: what is too long takes more lines.

use super::ascii::plain;
use super::document::{Block, Cell, Head, Levels, Outcome, Paper, Party, Row, Section, Signatures, Signer, Table, Writing};
use crate::domain::language::clean::width;
use crate::domain::{Shared, SharedText};
use crate::reports::layout::{hanging, wrap};

/// Columns of a page.
pub const COLUMNS: usize = 72;
/// One of two columns, two apart.
const HALF: usize = 35;
/// Lines that stay free to sign in.
const SIGNING: usize = 3;

impl Paper<SharedText> {
    /// The text that is handed out, kept, and made into a receipt code.
    pub fn shared_text(&self) -> SharedText {
        Shared::new(text(self))
    }
}

/// In one piece, for mail and files. Ends with a line end.
pub fn text<W: Writing>(paper: &Paper<W>) -> String {
    let mut lines = masthead(&paper.head.agency, &paper.head.unit);
    for chunk in chunks(paper) {
        if chunk.gap {
            lines.push(String::new());
        }
        lines.extend(chunk.lines);
    }
    lines.push(String::new());
    lines.extend(foot(&paper.head, None));
    finish(lines)
}

/// For a printer: pages of so many lines with the head repeated, the page's number in the last line, a form feed
/// between them. What belongs together is not torn apart.
pub fn pages<W: Writing>(paper: &Paper<W>) -> String {
    let room = paper.head.size.lines();
    // The foot: a blank, a rule, the sentence, the number.
    let most = room.saturating_sub(3 + foot_lines(&paper.head));
    let mut pages: Vec<Vec<String>> = Vec::new();
    let mut page = masthead(&paper.head.agency, &paper.head.unit);
    let mut empty = true;
    let all = chunks(paper);
    for (at, chunk) in all.iter().enumerate() {
        let gap = usize::from(chunk.gap && !page.is_empty());
        let needed: usize = gap + chunk.lines.len() + following(&all, at);
        if !empty && (chunk.new_page || page.len() + needed > most) {
            pages.push(std::mem::replace(&mut page, masthead(&paper.head.title, &paper.head.about)));
            page.push(String::new());
            empty = true;
        } else if gap == 1 {
            page.push(String::new());
        }
        // What is longer than a page runs over as many as it takes.
        for line in &chunk.lines {
            if page.len() >= most {
                pages.push(std::mem::replace(&mut page, masthead(&paper.head.title, &paper.head.about)));
                page.push(String::new());
            }
            page.push(line.clone());
            empty = false;
        }
    }
    pages.push(page);
    let of = pages.len();
    let set = pages.into_iter().enumerate().map(|(at, mut page)| {
        page.resize(most, String::new());
        page.push(String::new());
        page.extend(foot(&paper.head, Some((at + 1, of))));
        finish(page)
    });
    set.collect::<Vec<_>>().join("\u{c}")
}

/// Lines that must stand on the same page as this chunk.
fn following(chunks: &[Chunk], at: usize) -> usize {
    let mut lines = 0;
    let mut at = at;
    while chunks.get(at).is_some_and(|chunk| chunk.keep) {
        at += 1;
        lines += chunks.get(at).map_or(0, |next| usize::from(next.gap) + next.lines.len());
    }
    lines
}

fn finish(lines: Vec<String>) -> String {
    lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n") + "\n"
}

/// Lines that are not torn apart.
#[derive(Debug)]
struct Chunk {
    lines: Vec<String>,
    /// A blank line stands before it.
    gap: bool,
    /// The next one stands on the same page.
    keep: bool,
    new_page: bool,
}

fn masthead<W: Writing>(left: &W, right: &W) -> Vec<String> {
    let mut lines = both_ends(&plain(left.get()).to_uppercase(), &plain(right.get()));
    lines.push("=".repeat(COLUMNS));
    lines
}

fn both_ends(left: &str, right: &str) -> Vec<String> {
    let between = COLUMNS.saturating_sub(width(left) + width(right));
    if between >= 2 || right.is_empty() || left.is_empty() {
        return vec![format!("{left}{}{right}", " ".repeat(between))];
    }
    let mut lines = wrap(left, COLUMNS);
    lines.extend(wrap(right, COLUMNS).iter().map(|line| format!("{line:>COLUMNS$}")));
    lines
}

fn foot_lines<W: Writing>(head: &Head<W>) -> usize {
    wrap(&plain(head.foot.get()), COLUMNS).len()
}

fn foot<W: Writing>(head: &Head<W>, number: Option<(usize, usize)>) -> Vec<String> {
    let mut lines = vec!["-".repeat(COLUMNS)];
    lines.extend(wrap(&plain(head.foot.get()), COLUMNS));
    if let Some((page, of)) = number {
        let [word, between] = &head.page_words;
        let said = plain(&format!("{} {page} {} {of}", word.get(), between.get()));
        lines.push(format!("{said:>COLUMNS$}"));
    }
    lines
}

fn title<W: Writing>(head: &Head<W>) -> Vec<String> {
    let mut lines: Vec<String> = wrap(&plain(head.title.get()).to_uppercase(), COLUMNS).iter().map(|l| centred(l)).collect();
    for below in &head.below_title {
        lines.extend(wrap(&plain(below.get()), COLUMNS).iter().map(|line| centred(line)));
    }
    lines
}

fn centred(line: &str) -> String {
    format!("{}{line}", " ".repeat(COLUMNS.saturating_sub(width(line)) / 2))
}

fn chunks<W: Writing>(paper: &Paper<W>) -> Vec<Chunk> {
    let mut out = Vec::new();
    if !paper.head.title_later {
        out.push(Chunk { lines: title(&paper.head), gap: true, keep: true, new_page: false });
    }
    let mut before: Option<&Block<W>> = None;
    for block in &paper.blocks {
        for chunk in of_block(block, &paper.head, before) {
            out.push(chunk);
        }
        before = Some(block);
    }
    let mut new_page = false;
    // A forced break is a property of what follows it.
    let mut set = Vec::with_capacity(out.len());
    for mut chunk in out {
        if chunk.lines.is_empty() {
            new_page |= chunk.new_page;
            continue;
        }
        chunk.new_page |= std::mem::take(&mut new_page);
        set.push(chunk);
    }
    set
}

fn of_block<W: Writing>(block: &Block<W>, head: &Head<W>, before: Option<&Block<W>>) -> Vec<Chunk> {
    let gap = wants_gap(block, before);
    match block {
        Block::Break => vec![
            Chunk { lines: vec!["-".repeat(COLUMNS)], gap: true, keep: false, new_page: false },
            Chunk { lines: vec![], gap: false, keep: false, new_page: true },
        ],
        Block::Table(table) => rows_of(table, gap),
        Block::Section(_) => vec![Chunk { lines: lines_of(block, head), gap, keep: true, new_page: false }],
        Block::Together(blocks) => {
            let mut out: Vec<Chunk> = Vec::new();
            let mut before = before;
            for inner in blocks {
                out.extend(of_block(inner, head, before));
                before = Some(inner);
            }
            let last = out.len().saturating_sub(1);
            out.iter_mut().take(last).for_each(|chunk| chunk.keep = true);
            out
        }
        Block::Outcomes(_) | Block::Numbered(_) | Block::Scale(_) | Block::Checks { .. } | Block::Paragraph(_) => {
            // Long ones may run over to the next page, line by line.
            let lines = lines_of(block, head);
            let (first, rest) = lines.split_at(lines.len().min(2));
            let mut out = vec![Chunk { lines: first.to_vec(), gap, keep: false, new_page: false }];
            out.extend(rest.iter().map(|l| Chunk { lines: vec![l.clone()], gap: false, keep: false, new_page: false }));
            out
        }
        _ => vec![Chunk { lines: lines_of(block, head), gap, keep: false, new_page: false }],
    }
}

fn wants_gap<W>(block: &Block<W>, before: Option<&Block<W>>) -> bool {
    match (before, block) {
        (_, Block::Section(_)) => true,
        (Some(Block::Section(_)), Block::Ink { label: Some(_), .. }) => true,
        (Some(Block::Section(_)), _) => false,
        (Some(Block::Paragraph(_)), Block::Ticks { .. } | Block::Fields { indented: true, .. }) => false,
        (Some(Block::Scale(_)), Block::Remark(_)) => false,
        (Some(Block::Ticks { .. }), Block::Ticks { .. } | Block::Blank { .. }) => false,
        (Some(Block::Blank { .. }), Block::Ticks { .. } | Block::Blank { .. }) => false,
        (Some(Block::Remark(_)), Block::Table(_) | Block::Ink { .. }) => false,
        _ => true,
    }
}

fn lines_of<W: Writing>(block: &Block<W>, head: &Head<W>) -> Vec<String> {
    match block {
        Block::Title => title(head),
        Block::Section(section) => heading(section),
        Block::Paragraph(said) | Block::Remark(said) | Block::Quote(said) => wrap(&plain(said.get()), COLUMNS),
        Block::Parties(left, right) => parties(left, right),
        Block::Fields { rows, indented } => fields(rows, if *indented { "  " } else { "" }),
        Block::Noted { caption, rows } => {
            let mut lines = wrap(&plain(caption.get()), COLUMNS);
            lines.extend(fields(rows, "  "));
            lines
        }
        Block::Outcomes(rows) => rows.iter().flat_map(outcome).collect(),
        Block::Numbered(rows) => {
            let at = |(n, row): (usize, &W)| hanging(&format!("{}. ", n + 1), &plain(row.get()), COLUMNS);
            rows.iter().enumerate().flat_map(at).collect()
        }
        Block::Table(table) => rows_of(table, false).into_iter().flat_map(|chunk| chunk.lines).collect(),
        Block::Ink { key, label, lines } => ink(key.as_ref(), label.as_ref(), *lines),
        Block::Ticks { label, choices } => ticks(label.as_ref(), choices),
        Block::Blank { label, before } => {
            let said = plain(&format!("{}{}", before.get(), label.get()));
            let room = COLUMNS.saturating_sub(width(&said) + 2).min(35);
            vec![format!("{said}: {}", ".".repeat(room))]
        }
        Block::Levels(levels) => competency(levels),
        Block::Scale(rows) => rows.iter().flat_map(scale).collect(),
        Block::Checks { rows, .. } => {
            let row = |(key, said): &(W, W)| hanging(&format!("{:<4}[ ] ", plain(key.get())), &plain(said.get()), COLUMNS);
            rows.iter().flat_map(row).collect()
        }
        Block::Wishes { keys, .. } => {
            keys.iter().map(|key| format!("{:<4}{}  1  2  3", plain(key.get()), ".".repeat(56))).collect()
        }
        Block::Letter { place_and_day, address } => {
            let mut lines = vec![format!("{:>COLUMNS$}", plain(place_and_day.get()))];
            lines.extend(address.iter().flat_map(|line| wrap(&plain(line.get()), HALF)));
            lines
        }
        Block::Code { label, code } => vec![format!("{}: {}", plain(label.get()), code.get())],
        Block::Together(blocks) => blocks.iter().flat_map(|inner| lines_of(inner, head)).collect(),
        Block::Signatures(signatures) => signed(signatures),
        Block::Break => vec![],
    }
}

fn heading<W: Writing>(section: &Section<W>) -> Vec<String> {
    let said = match &section.hint {
        Some(hint) => format!("{} ({})", section.title.get(), hint.get()),
        None => section.title.get().to_owned(),
    };
    let mut lines = wrap(&plain(&said), COLUMNS);
    let rule = lines.iter().map(|line| width(line)).max().unwrap_or(0);
    lines.push("-".repeat(rule));
    lines
}

/// Side by side without labels: name, number, rank, position, unit.
fn parties<W: Writing>(left: &Party<W>, right: &Party<W>) -> Vec<String> {
    let role = |party: &Party<W>| wrap(&plain(party.role.get()).to_uppercase(), HALF);
    let values = |party: &Party<W>, i: usize| {
        party.rows.get(i).map_or(vec![], |(label, value)| {
            let label = if party.number == Some(i) { format!("{} ", label.get()) } else { String::new() };
            wrap(&plain(&format!("{label}{}", value.get())), HALF)
        })
    };
    let mut lines = beside(&role(left), &role(right));
    for i in 0..left.rows.len().max(right.rows.len()) {
        lines.extend(beside(&values(left, i), &values(right, i)));
    }
    lines
}

fn beside(left: &[String], right: &[String]) -> Vec<String> {
    let cell = |column: &[String], i: usize| column.get(i).cloned().unwrap_or_default();
    (0..left.len().max(right.len())).map(|i| filled(&cell(left, i), HALF + 2) + &cell(right, i)).collect()
}

/// At least so wide; never cut.
fn filled(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

fn fields<W: Writing>(rows: &[(W, W)], indent: &str) -> Vec<String> {
    let widest = rows.iter().map(|(label, _)| width(&plain(label.get()))).max().unwrap_or(0).min(30);
    let line = |(label, value): &(W, W)| {
        let (label, value) = (plain(label.get()), plain(value.get()));
        match label.as_str() {
            "" => return hanging(indent, &value, COLUMNS),
            "-" => return hanging(&format!("{indent}- "), &value, COLUMNS),
            _ => {}
        }
        hanging(&format!("{indent}{}: ", filled(&label, widest)), &value, COLUMNS)
    };
    rows.iter().flat_map(line).collect()
}

fn outcome<W: Writing>(outcome: &Outcome<W>) -> Vec<String> {
    let whose = if outcome.whose.get().is_empty() { String::new() } else { format!(" ({})", outcome.whose.get()) };
    let first = format!("{}: ", plain(outcome.state.get()));
    hanging(&first, &plain(&format!("{}{whose}", outcome.text.get())), COLUMNS)
}

fn ticks<W: Writing>(label: Option<&W>, choices: &[W]) -> Vec<String> {
    // Three blanks between two choices; a choice is not torn apart while it fits a line.
    let mut lines: Vec<String> = Vec::new();
    let mut line = label.map(|label| plain(label.get())).unwrap_or_default();
    for choice in choices {
        let said = format!("[ ] {}", plain(choice.get()));
        let between = if line.is_empty() { 0 } else { 3 };
        if between > 0 && width(&line) + between + width(&said) > COLUMNS {
            lines.push(std::mem::take(&mut line));
            line = said;
        } else {
            line = format!("{line}{}{said}", " ".repeat(between));
        }
    }
    lines.push(line);
    lines.iter().flat_map(|line| if width(line) > COLUMNS { wrap(line, COLUMNS) } else { vec![line.clone()] }).collect()
}

fn ink<W: Writing>(key: Option<&W>, label: Option<&W>, lines: u8) -> Vec<String> {
    let key = key.map(|key| plain(key.get()));
    let indent = if key.is_some() { 4 } else { 0 };
    let dots = ".".repeat(COLUMNS - indent);
    let mut out = Vec::new();
    let start = format!("{:<indent$}", key.clone().unwrap_or_default());
    match label {
        Some(label) => {
            out.extend(hanging(&start, &format!("{}:", plain(label.get())), COLUMNS));
            (0..lines).for_each(|_| {
                if key.is_none() {
                    out.push(String::new());
                }
                out.push(format!("{}{dots}", " ".repeat(indent)));
            });
        }
        None => (0..lines)
            .for_each(|n| out.push(if n == 0 { format!("{start}{dots}") } else { format!("{}{dots}", " ".repeat(indent)) })),
    }
    out
}

fn competency<W: Writing>(levels: &Levels<W>) -> Vec<String> {
    let required = levels.required.as_ref().map_or(String::new(), |required| format!(" ({})", required.get()));
    let name = format!("{:<4}{}", plain(levels.key.get()), plain(&format!("{}{required}", levels.name.get())));
    let never = format!("[ ] {}", plain(levels.never.get()));
    let mut lines = both_ends_at(&name, &never);
    for (n, anchor) in levels.anchors.iter().enumerate() {
        lines.extend(hanging(&format!("    {}  ", n + 1), &plain(anchor.get()), COLUMNS));
    }
    lines
}

/// The second from column 44 on, or at the right end where it is longer, or below.
fn both_ends_at(left: &str, right: &str) -> Vec<String> {
    let at = 44.min(COLUMNS.saturating_sub(width(right)));
    if width(left) + 2 <= at {
        return vec![filled(left, at) + right];
    }
    let mut lines = wrap(left, COLUMNS);
    lines.push(format!("{}{right}", " ".repeat(at)));
    lines
}

fn scale<W: Writing>((key, said): &(W, W)) -> Vec<String> {
    let mut lines = hanging(&format!("{:<4}", plain(key.get())), &plain(said.get()), 55);
    if let Some(first) = lines.first_mut() {
        *first = filled(first, 56) + "1  2  3  4  5";
    }
    lines
}

fn rows_of<W: Writing>(table: &Table<W>, gap: bool) -> Vec<Chunk> {
    let used: usize = table.columns.iter().map(|column| column.text + 1).sum::<usize>().saturating_sub(1);
    let rule = "-".repeat(used.min(COLUMNS));
    let heads: Vec<Vec<String>> = table.columns.iter().map(|c| wrap(&plain(c.head.get()), c.text)).collect();
    let mut head = vec![rule.clone()];
    head.extend(across(table, &heads));
    head.push(rule.clone());
    // The head stands with the first row, the last rule with the last one.
    let mut out = vec![Chunk { lines: head, gap, keep: true, new_page: false }];
    let mut first = true;
    for row in &table.rows {
        match row {
            Row::Heading(said) => {
                let lines = wrap(&plain(said.get()), COLUMNS);
                out.push(Chunk { lines, gap: !first, keep: true, new_page: false });
            }
            Row::Cells(cells) => {
                let cells: Vec<Vec<String>> =
                    cells.iter().zip(&table.columns).map(|(c, column)| cell(c, column.text)).collect();
                out.push(Chunk { lines: across(table, &cells), gap: false, keep: false, new_page: false });
            }
        }
        first = false;
    }
    if let Some(last) = out.last_mut().filter(|_| !table.rows.is_empty()) {
        last.lines.push(rule);
    }
    out
}

fn cell<W: Writing>(cell: &Cell<W>, columns: usize) -> Vec<String> {
    match cell {
        Cell::Text(said) => wrap(&plain(said.get()), columns),
        Cell::Day { short, .. } => wrap(&plain(short.get()), columns),
        Cell::Same => vec![],
        Cell::Tick => vec!["[ ]".to_owned()],
        Cell::Ink => vec![".".repeat(columns)],
    }
}

fn across<W: Writing>(table: &Table<W>, cells: &[Vec<String>]) -> Vec<String> {
    let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let line = |i: usize| {
        let parts = table.columns.iter().zip(cells).map(|(column, lines)| {
            let text = lines.get(i).map_or("", String::as_str);
            if column.right {
                format!("{}{text}", " ".repeat(column.text.saturating_sub(width(text))))
            } else {
                filled(text, column.text)
            }
        });
        parts.collect::<Vec<_>>().join(" ").trim_end().to_owned()
    };
    (0..height).map(line).collect()
}

fn signed<W: Writing>(signatures: &Signatures<W>) -> Vec<String> {
    let right_only = signatures.left.is_none();
    let capacity = |signer: &Signer<W>| -> Vec<String> {
        signer.capacity.iter().flat_map(|line| wrap(&plain(line.get()), HALF)).collect()
    };
    let name = |signer: &Signer<W>| wrap(&plain(signer.name.get()), HALF);
    let number = |signer: &Signer<W>| match plain(signer.number.get()) {
        text if text.is_empty() => vec![],
        text => wrap(&text, HALF),
    };
    let of = |part: &dyn Fn(&Signer<W>) -> Vec<String>| {
        let left = signatures.left.as_ref().map(part).unwrap_or_default();
        let right = part(&signatures.right);
        (left, right)
    };
    let mut lines = Vec::new();
    if let Some(place) = &signatures.place_and_day {
        lines.extend(beside(&[], &wrap(&plain(place.get()), HALF)));
    }
    // The lines above the room are level at their ends.
    let (mut left, mut right) = of(&capacity);
    while left.len() < right.len() && !right_only {
        left.insert(0, String::new());
    }
    while right.len() < left.len() {
        right.insert(0, String::new());
    }
    lines.extend(beside(&left, &right));
    lines.extend(std::iter::repeat_n(String::new(), SIGNING));
    let (left, right) = of(&name);
    lines.extend(beside(&left, &right));
    let (left, right) = of(&number);
    lines.extend(beside(&left, &right));
    lines
}
