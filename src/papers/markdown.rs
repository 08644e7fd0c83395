//! A paper as Markdown, for whoever edits or files it elsewhere. What somebody wrote is escaped: it never becomes a
//! heading, a list or a link.

use super::document::{Block, Cell, Outcome, Paper, Party, Row, Signer, Table, Writing};

pub fn markdown<W: Writing>(paper: &Paper<W>) -> String {
    let head = &paper.head;
    let mut out = Vec::new();
    let letterhead =
        [head.agency.get(), head.unit.get()].into_iter().filter(|t| !t.is_empty()).map(safe).collect::<Vec<_>>();
    if !letterhead.is_empty() {
        out.push(format!("*{}*", letterhead.join(" · ")));
    }
    if !head.title_later {
        out.extend(title(paper));
    }
    for block in &paper.blocks {
        of_block(block, paper, &mut out);
    }
    out.push("---".to_owned());
    out.push(format!("*{}*", safe(head.foot.get())));
    out.retain(|part| !part.is_empty());
    out.join("\n\n") + "\n"
}

fn title<W: Writing>(paper: &Paper<W>) -> Vec<String> {
    let mut out = vec![format!("# {}", safe(paper.head.title.get()))];
    out.extend(paper.head.below_title.iter().map(|line| safe(line.get())));
    out
}

fn of_block<W: Writing>(block: &Block<W>, paper: &Paper<W>, out: &mut Vec<String>) {
    match block {
        Block::Title => out.extend(title(paper)),
        Block::Section(section) => {
            out.push(format!("## {}", safe(section.title.get())));
            out.extend(section.hint.as_ref().map(|hint| format!("*{}*", safe(hint.get()))));
        }
        Block::Paragraph(said) => out.push(safe(said.get())),
        Block::Remark(said) => out.push(format!("*{}*", safe(said.get()))),
        Block::Quote(said) => {
            out.push(said.get().lines().map(|line| format!("> {}", safe(line))).collect::<Vec<_>>().join("\n"));
        }
        Block::Parties(left, right) => out.extend([party(left), party(right)]),
        Block::Fields { rows, .. } => out.push(fields(rows)),
        Block::Noted { caption, rows } => {
            out.push(format!("**{}**", safe(caption.get())));
            out.push(fields(rows));
        }
        Block::Outcomes(rows) => out.push(rows.iter().map(outcome).collect::<Vec<_>>().join("\n")),
        Block::Numbered(rows) => {
            let row = |(n, row): (usize, &W)| format!("{}. {}", n + 1, one_line(row.get()));
            out.push(rows.iter().enumerate().map(row).collect::<Vec<_>>().join("\n"));
        }
        Block::Table(table) => out.push(of_table(table)),
        Block::Letter { place_and_day, address } => {
            out.push(safe(place_and_day.get()));
            out.push(address.iter().map(|line| one_line(line.get())).collect::<Vec<_>>().join("  \n"));
        }
        Block::Code { label, code } => out.push(format!("{}: `{}`", safe(label.get()), code.get())),
        Block::Together(blocks) => blocks.iter().for_each(|inner| of_block(inner, paper, out)),
        Block::Signatures(signatures) => {
            out.extend(signatures.place_and_day.as_ref().map(|place| safe(place.get())));
            out.extend(signatures.left.as_ref().map(signer));
            out.push(signer(&signatures.right));
        }
        Block::Break => out.push("---".to_owned()),
        _ => by_hand(block, out),
    }
}

/// What is filled in by hand.
fn by_hand<W: Writing>(block: &Block<W>, out: &mut Vec<String>) {
    match block {
        Block::Ink { key, label, lines } => {
            let said = [key, label].into_iter().flatten().map(|part| safe(part.get())).collect::<Vec<_>>().join(" ");
            out.push(said);
            out.extend((0..*lines).map(|_| "\\_".repeat(40)));
        }
        Block::Ticks { label, choices } => {
            out.extend(label.as_ref().map(|label| safe(label.get())));
            out.push(
                choices.iter().map(|choice| format!("- [ ] {}", one_line(choice.get()))).collect::<Vec<_>>().join("\n"),
            );
        }
        Block::Blank { label, before } => {
            out.push(format!("{}{}: {}", safe(before.get()), safe(label.get()), "\\_".repeat(20)));
        }
        Block::Levels(levels) => {
            let required = levels.required.as_ref().map_or(String::new(), |required| format!(" ({})", safe(required.get())));
            out.push(format!("**{} {}**{required}", safe(levels.key.get()), safe(levels.name.get())));
            let mut rows: Vec<String> =
                levels.anchors.iter().enumerate().map(|(n, a)| format!("- [ ] {}: {}", n + 1, one_line(a.get()))).collect();
            rows.push(format!("- [ ] {}", one_line(levels.never.get())));
            out.push(rows.join("\n"));
        }
        Block::Scale(rows) => {
            let row = |(key, said): &(W, W)| format!("- {} {} (1 2 3 4 5)", safe(key.get()), one_line(said.get()));
            out.push(rows.iter().map(row).collect::<Vec<_>>().join("\n"));
        }
        Block::Checks { rows, .. } => {
            let row = |(key, said): &(W, W)| format!("- [ ] {} {}", safe(key.get()), one_line(said.get()));
            out.push(rows.iter().map(row).collect::<Vec<_>>().join("\n"));
        }
        Block::Wishes { keys, .. } => {
            let row = |key: &W| format!("- {} {} (1 2 3)", safe(key.get()), "\\_".repeat(30));
            out.push(keys.iter().map(row).collect::<Vec<_>>().join("\n"));
        }
        _ => {}
    }
}

fn party<W: Writing>(party: &Party<W>) -> String {
    format!("**{}**\n\n{}", safe(party.role.get()), fields(&party.rows))
}

fn fields<W: Writing>(rows: &[(W, W)]) -> String {
    let line = |(label, value): &(W, W)| match label.get() {
        "" | "-" => format!("- {}", one_line(value.get())),
        label => format!("- {}: {}", safe(label), one_line(value.get())),
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn outcome<W: Writing>(outcome: &Outcome<W>) -> String {
    let whose = if outcome.whose.get().is_empty() { String::new() } else { format!(" ({})", one_line(outcome.whose.get())) };
    format!("- {}: {}{whose}", safe(outcome.state.get()), one_line(outcome.text.get()))
}

fn signer<W: Writing>(signer: &Signer<W>) -> String {
    let capacity = signer.capacity.iter().map(|line| one_line(line.get())).collect::<Vec<_>>().join("  \n");
    let number = if signer.number.get().is_empty() { String::new() } else { format!("  \n{}", safe(signer.number.get())) };
    format!("{capacity}\n\n{}\n\n**{}**{number}", "\\_".repeat(30), safe(signer.name.get()))
}

fn of_table<W: Writing>(table: &Table<W>) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let mut lines = vec![row(table.columns.iter().map(|column| one_line(column.head.get())).collect())];
    let rule = |right: bool| if right { "---:".to_owned() } else { "---".to_owned() };
    lines.push(row(table.columns.iter().map(|column| rule(column.right)).collect()));
    for cells in &table.rows {
        match cells {
            Row::Heading(said) => {
                let mut cells = vec![format!("**{}**", one_line(said.get()))];
                cells.resize(table.columns.len(), String::new());
                lines.push(row(cells));
            }
            Row::Cells(cells) => lines.push(row(cells.iter().map(of_cell).collect())),
        }
    }
    lines.join("\n")
}

fn of_cell<W: Writing>(cell: &Cell<W>) -> String {
    match cell {
        Cell::Text(said) => one_line(said.get()),
        Cell::Day { long, .. } => one_line(long.get()),
        Cell::Same | Cell::Ink => String::new(),
        Cell::Tick => "[ ]".to_owned(),
    }
}

fn one_line(text: &str) -> String {
    safe(&text.replace('\n', " "))
}

/// With every sign escaped that Markdown reads.
fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut begins = true;
    let mut digits = false;
    for c in text.chars() {
        let reads = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$')
            || (begins && matches!(c, '#' | '+' | '-' | '='))
            || (digits && matches!(c, '.' | ')'));
        if reads {
            out.push('\\');
        }
        out.push(c);
        digits = (begins || digits) && c.is_ascii_digit();
        begins = c == '\n' || (begins && c == ' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn what_somebody_wrote_is_never_read_as_markdown() {
        assert_eq!(safe("# bukan judul"), "\\# bukan judul");
        assert_eq!(safe("1. bukan daftar"), "1\\. bukan daftar");
        assert_eq!(safe("a\n- b *c* [d](e) <f>"), "a\n\\- b \\*c\\* \\[d\\](e) \\<f\\>");
        assert_eq!(safe("naik 2 - 3 pada 7.45"), "naik 2 - 3 pada 7.45");
    }
}
