//! The proposal of a year: what costs nothing first, then by urgency; what fits the money, and what a workshop in the
//! office would cost instead. People are counted once; reasons that are the supervisor's stay here.

use super::table::{Cell, Cells, Column, column, dim, plain, sign};
use super::{DevelopmentScreen, Row};
use crate::desk::Desk;
use crate::desk::records::needs::{DevelopAt, ProposalView};
use crate::domain::Number;
use crate::domain::development::sum::LineState;
use crate::reports::Tone;
use crate::reports::development::{kind, line_state};

pub const COLUMNS: &[Column] = &[
    column("head-topic-way", 0).left().keeps(),
    column("head-people", 7),
    column("head-jp", 6),
    column("head-cost", 13).keeps(),
    column("head-urgency", 10),
    column("head-state", 14).keeps(),
];

pub fn rows(proposal: &ProposalView) -> Vec<Row> {
    let line = |mark| Row::At(DevelopAt::Line(mark, proposal.year));
    let mut out: Vec<Row> = proposal.lines.iter().map(|one| line(one.mark)).collect();
    if !proposal.closed.is_empty() {
        out.push(Row::Heading("development-not-proposed", proposal.closed.len()));
        out.extend(proposal.closed.iter().map(|id| Row::At(DevelopAt::Row(*id))));
    }
    out
}

pub fn headline(desk: &Desk, screen: &DevelopmentScreen) -> Vec<Cell> {
    let (words, view) = (&desk.words, &screen.proposal);
    let mut out = Vec::new();
    let money = |n: Number| words.decimal(n);
    if let Some(over) = view.over.filter(|over| over.is_positive()) {
        out.push((words.with("development-over", &[("over", money(over).into())]), Tone::Attention));
    }
    out.push(plain(words.with("development-proposal-year", &[("year", view.year.to_string().into())])));
    let sum = match view.budget {
        Some(budget) => words.with("development-sum", &[("sum", money(view.sum).into()), ("budget", money(budget).into())]),
        None => words.with("development-sum-alone", &[("sum", money(view.sum).into())]),
    };
    out.push(dim(sum));
    let args = [("topics", view.lines.len().into()), ("people", view.people.into())];
    out.push(plain(words.with("development-proposal", &args)));
    out
}

pub fn cells(desk: &Desk, screen: &DevelopmentScreen, at: DevelopAt) -> Option<Cells> {
    let words = &desk.words;
    match at {
        DevelopAt::Line(mark, _) => {
            let line = screen.proposal.line(mark)?;
            let way = line.kind.as_ref().map(|id| kind(words, &desk.office.rules.development, id));
            let way = way.map(|way| format!(" · {way}")).unwrap_or_default();
            let fits = line.fits != Some(false);
            let mark = if fits { sign(desk, "■", "*") } else { sign(desk, "□", "o") };
            let offer = if line.in_house.is_some() { format!(" {}", sign(desk, "◆", "#")) } else { String::new() };
            let urgency = line.urgency.map(|u| words.say(&format!("urgency-{}", u.id())));
            let tone = if fits { Tone::Plain } else { Tone::Attention };
            let cost = if line.cost.is_zero() { dim("–") } else { (words.decimal(line.cost), tone) };
            let state = match line.state {
                LineState::Row(_) => plain(line_state(words, line.state)),
                LineState::Needed => dim(words.say("development-none")),
                _ => dim(line_state(words, line.state)),
            };
            let cells = vec![
                plain(format!("{mark} {}{way}{offer}", line.program)),
                plain((line.people.len() + line.open_rows).to_string()),
                if line.jp == 0 { dim("·") } else { plain(line.jp.to_string()) },
                cost,
                urgency.map_or_else(|| dim("·"), plain),
                state,
            ];
            Some(Cells { indent: 0, cells })
        }
        DevelopAt::Row(id) => {
            let row = desk.office.roster.catalogue.development.proposal(id)?;
            let state = words.say(&format!("proposal-state-{}", row.state.id()));
            let outcome = if row.outcome.is_empty() { String::new() } else { format!(": {}", row.outcome) };
            let cells = vec![
                dim(format!("{}{outcome}", row.program)),
                dim("1"),
                dim(row.jp.map(|jp| jp.to_string()).unwrap_or_default()),
                dim(words.decimal(row.cost)),
                dim(""),
                dim(state),
            ];
            Some(Cells { indent: 0, cells })
        }
        _ => None,
    }
}
