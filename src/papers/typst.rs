//! A paper as typst source: calls of the template's functions with nothing but strings and numbers, one call a line.
//! What somebody wrote is a string and never markup, so it prints as it was typed.

use super::document::{Block, Cell, Levels, Paper, Party, Row, Signatures, Signer, Table, Width, Writing};
use std::fmt::Write as _;

/// The template that comes with the program.
pub const TEMPLATE: &str = include_str!("paper.typ");
/// Under which the source imports the template.
pub const TEMPLATE_NAME: &str = "paper.typ";

/// Rows with longer texts may run over a page: otherwise their end would stand nowhere.
const LONG: usize = 900;

pub fn source<W: Writing>(paper: &Paper<W>) -> String {
    let mut out = String::from("#import \"paper.typ\" as p\n");
    meta(paper, &mut out);
    if !paper.head.title_later {
        out.push_str("#p.title-block(meta)\n");
    }
    let mut before: Option<&Block<W>> = None;
    for block in &paper.blocks {
        match (before, block) {
            (Some(Block::Fields { .. }), Block::Code { label, code }) => {
                let _ = writeln!(out, "#p.code-beside({}, {})", string(label.get()), string(code.get()));
            }
            _ => of_block(block, &mut out),
        }
        before = Some(block);
    }
    out
}

fn meta<W: Writing>(paper: &Paper<W>, out: &mut String) {
    let head = &paper.head;
    let (wide, high) = head.size.millimetres();
    let (wide, high) = if head.landscape { (high, wide) } else { (wide, high) };
    let [page, of] = &head.page_words;
    let _ = write!(
        out,
        "#let meta = (lang: {}, wide: {wide}mm, high: {high}mm, landscape: {}, dense: {}, room: {}mm, agency: {}, unit: {}, \
         title: {}, below: {}, about: {}, foot: {}, page: {}, of: {}, year: {}, month: {}, day: {})\n#show: p.paper.with(meta)\n",
        string(head.lang.code()),
        head.landscape,
        head.dense,
        head.signing_room,
        string(head.agency.get()),
        string(head.unit.get()),
        string(head.title.get()),
        list(head.below_title.iter().map(|line| string(line.get()))),
        string(head.about.get()),
        string(head.foot.get()),
        string(page.get()),
        string(of.get()),
        head.day.year(),
        head.day.month(),
        head.day.day(),
    );
}

fn of_block<W: Writing>(block: &Block<W>, out: &mut String) {
    out.push('#');
    call(block, out);
    out.push('\n');
}

/// A call without the sign before it, as it stands inside another one.
fn call<W: Writing>(block: &Block<W>, out: &mut String) {
    let said = match block {
        Block::Title => "p.title-block(meta)".to_owned(),
        Block::Section(section) => format!("p.section({}, {})", string(section.title.get()), maybe(section.hint.as_ref())),
        Block::Paragraph(said) => format!("p.paragraph({})", string(said.get())),
        Block::Remark(said) => format!("p.remark({})", string(said.get())),
        Block::Quote(said) => format!("p.quoted({})", string(said.get())),
        Block::Parties(left, right) => format!("p.parties({}, {})", party(left), party(right)),
        Block::Fields { rows, indented } => format!("p.fields({}, {indented})", pairs(rows)),
        Block::Noted { caption, rows } => format!("p.noted({}, {})", string(caption.get()), pairs(rows)),
        Block::Outcomes(rows) => {
            let row =
                |o: &super::document::Outcome<W>| list([string(o.state.get()), string(o.text.get()), string(o.whose.get())]);
            format!("p.outcomes({})", list(rows.iter().map(row)))
        }
        Block::Numbered(rows) => format!("p.numbered({})", list(rows.iter().map(|row| string(row.get())))),
        Block::Table(table) => of_table(table),
        Block::Ink { key, label, lines } => format!("p.ink({}, {}, {lines})", maybe(key.as_ref()), maybe(label.as_ref())),
        Block::Ticks { label, choices } => {
            format!("p.ticks({}, {})", maybe(label.as_ref()), list(choices.iter().map(|c| string(c.get()))))
        }
        Block::Blank { label, before } => format!("p.blank({}, {})", string(before.get()), string(label.get())),
        Block::Levels(levels) => of_levels(levels),
        Block::Scale(rows) => format!("p.scale({})", pairs(rows)),
        Block::Checks { rows, choices } => {
            format!("p.checks({}, {})", pairs(rows), list(choices.iter().map(|c| string(c.get()))))
        }
        Block::Wishes { keys, urgency } => {
            format!("p.wishes({}, {})", list(keys.iter().map(|key| string(key.get()))), string(urgency.get()))
        }
        Block::Letter { place_and_day, address } => {
            format!("p.letter({}, {})", string(place_and_day.get()), list(address.iter().map(|line| string(line.get()))))
        }
        Block::Code { label, code } => format!("p.code({}, {})", string(label.get()), string(code.get())),
        Block::Together(blocks) => {
            let mut inner = String::from("p.together((");
            for block in blocks {
                call(block, &mut inner);
                inner.push_str(", ");
            }
            inner + "))"
        }
        Block::Signatures(signatures) => signed(signatures),
        Block::Break => "pagebreak(weak: true)".to_owned(),
    };
    out.push_str(&said);
}

fn of_levels<W: Writing>(levels: &Levels<W>) -> String {
    format!(
        "p.levels({}, {}, {}, {}, {})",
        string(levels.key.get()),
        string(levels.name.get()),
        maybe(levels.required.as_ref()),
        string(levels.never.get()),
        list(levels.anchors.iter().map(|anchor| string(anchor.get())))
    )
}

fn signed<W: Writing>(signatures: &Signatures<W>) -> String {
    format!(
        "p.signatures(meta, {}, {}, {})",
        maybe(signatures.place_and_day.as_ref()),
        signatures.left.as_ref().map_or("none".to_owned(), signer),
        signer(&signatures.right)
    )
}

fn signer<W: Writing>(signer: &Signer<W>) -> String {
    format!(
        "(capacity: {}, name: {}, number: {})",
        list(signer.capacity.iter().map(|line| string(line.get()))),
        string(signer.name.get()),
        string(signer.number.get())
    )
}

fn party<W: Writing>(party: &Party<W>) -> String {
    format!("(role: {}, rows: {})", string(party.role.get()), pairs(&party.rows))
}

fn pairs<W: Writing>(rows: &[(W, W)]) -> String {
    list(rows.iter().map(|(label, value)| list([string(label.get()), string(value.get())])))
}

fn of_table<W: Writing>(table: &Table<W>) -> String {
    let width = |width: Width| match width {
        Width::Tenths(tenths) => format!("{}mm", f64::from(tenths) / 10.0),
        Width::Share(hundredths) => format!("{}fr", f64::from(hundredths) / 100.0),
    };
    let columns = list(table.columns.iter().map(|column| width(column.size)));
    let align = list(table.columns.iter().map(|column| if column.right { "right" } else { "left" }.to_owned()));
    let heads = list(table.columns.iter().map(|column| string(column.head.get())));
    let rows = list(table.rows.iter().map(of_row));
    format!("p.rows({columns}, {align}, {heads}, {rows}, {})", table.by_hand)
}

fn of_row<W: Writing>(row: &Row<W>) -> String {
    match row {
        Row::Heading(said) => format!("(heading: {})", string(said.get())),
        Row::Cells(cells) => {
            let long = cells.iter().any(|cell| matches!(cell, Cell::Text(said) if said.get().len() > LONG));
            let cell = |cell: &Cell<W>| match cell {
                Cell::Text(said) => string(said.get()),
                Cell::Day { long, .. } => string(long.get()),
                Cell::Same => "none".to_owned(),
                Cell::Tick => "true".to_owned(),
                Cell::Ink => "false".to_owned(),
            };
            format!("(long: {long}, cells: {})", list(cells.iter().map(cell)))
        }
    }
}

fn maybe<W: Writing>(said: Option<&W>) -> String {
    said.map_or("none".to_owned(), |said| string(said.get()))
}

/// With a comma behind every element, so that one alone is a list too.
fn list(elements: impl IntoIterator<Item = String>) -> String {
    let mut out = String::from("(");
    for element in elements {
        out.push_str(&element);
        out.push_str(", ");
    }
    out.push(')');
    out
}

/// A literal: nothing in it is read as anything but letters.
fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn nothing_ends_a_literal_but_its_end() {
        assert_eq!(string("a \"b\" \\c\n#d"), "\"a \\\"b\\\" \\\\c\\n#d\"");
        assert_eq!(string("\u{7}"), "\"\\u{7}\"");
    }
}
