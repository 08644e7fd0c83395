//! Plans: what is planned and under way, person by person, and what ended within the year; a name stands once.

use super::table::{Cell, Cells, Column, column, dim, plain, short_name, sign};
use super::{DevelopmentScreen, Row};
use crate::desk::Desk;
use crate::desk::office::Office;
use crate::desk::records::needs::{DevelopAt, Team};
use crate::domain::development::PlanItem;
use crate::domain::development::item::{ItemState, Seen};
use crate::domain::{Dossier, ItemId};
use crate::reports::Tone;
use crate::reports::development::{kind, when};
use jiff::{ToSpan, civil::Date};

pub const COLUMNS: &[Column] = &[
    column("head-step", 0).left().keeps(),
    column("head-employee", 20).left().keeps(),
    column("head-when", 9).left(),
    column("head-next-check", 10).left(),
    column("head-state", 12).keeps(),
];

pub fn rows(team: &Team, office: &Office) -> Vec<Row> {
    let since = office.today.checked_sub(12.months()).unwrap_or(Date::MIN);
    let mut out = Vec::new();
    for dossier in team.people.iter().filter_map(|id| office.dossier(*id)) {
        out.extend(in_order(dossier, since).into_iter().map(|id| Row::At(DevelopAt::Item(dossier.id(), id))));
    }
    out
}

/// Open ones by their month, then what ended since a day, the newest first; what was dropped before it is left out.
pub fn in_order(dossier: &Dossier, since: Date) -> Vec<ItemId> {
    let mut open: Vec<&PlanItem> = dossier.items.iter().filter(|item| item.is_open()).collect();
    open.sort_by_key(|item| (item.when.map_or(Date::MAX, |when| when.last()), item.id));
    let ended = |item: &&PlanItem| match &item.state {
        ItemState::Done { on } => *on >= since || item.next_check().is_some(),
        ItemState::Dropped { on, .. } => *on >= since,
        _ => false,
    };
    let mut done: Vec<&PlanItem> = dossier.items.iter().filter(ended).collect();
    done.sort_by_key(|item| std::cmp::Reverse((item.ended(), item.id)));
    open.into_iter().chain(done).map(|item| item.id).collect()
}

pub fn headline(desk: &Desk, screen: &DevelopmentScreen) -> Vec<Cell> {
    let (words, today) = (&desk.words, desk.office.today);
    let items = screen.team.people.iter().filter_map(|id| desk.office.dossier(*id)).flat_map(|d| &d.items);
    let (mut open, mut late) = (0usize, 0usize);
    for item in items.filter(|item| item.is_open()) {
        open += 1;
        late += usize::from(item.is_late(today));
    }
    let mut out = Vec::new();
    if late > 0 {
        out.push((words.with("development-late", &[("count", late.into())]), Tone::Attention));
    }
    out.push(plain(words.with("development-open", &[("count", open.into())])));
    out
}

pub fn cells(desk: &Desk, at: DevelopAt) -> Option<Cells> {
    let DevelopAt::Item(person, id) = at else { return None };
    let dossier = desk.office.dossier(person)?;
    let item = dossier.item(id)?;
    let mut cells = of_item(desk, item);
    // The way stands in the story: beside a name there is no room for it.
    cells[0] = plain(short_name(desk, person));
    cells.insert(0, plain(item.name()));
    Some(Cells { indent: 0, cells })
}

/// Way, time, next check and state of an item, wherever items are listed.
pub fn of_item(desk: &Desk, item: &PlanItem) -> Vec<Cell> {
    let (words, today) = (&desk.words, desk.shown().today);
    let late = item.is_late(today);
    let day = if late { (when(words, item.when), Tone::Attention) } else { plain(when(words, item.when)) };
    let check = match item.next_check() {
        Some(check) if check.due <= today => (words.say("development-ask-now"), Tone::Attention),
        Some(check) => dim(words.near_day(check.due, today)),
        None => dim("·"),
    };
    vec![plain(kind(words, &desk.shown().rules.development, &item.kind)), day, check, state(desk, item, late)]
}

/// What became of it: once answered, the last answer.
pub fn state(desk: &Desk, item: &PlanItem, late: bool) -> Cell {
    let words = &desk.words;
    if let Some(answer) = item.last_answer() {
        let (mark, tone) = match answer.seen {
            Seen::Yes => (sign(desk, "✓", "v"), Tone::Good),
            Seen::Partly => (sign(desk, "●", "!"), Tone::Plain),
            Seen::NotYet => (sign(desk, "○", "o"), Tone::Attention),
            Seen::NoChance => (sign(desk, "·", "."), Tone::Dim),
        };
        return (format!("{mark} {}", words.say(&format!("seen-short-{}", answer.seen.id()))), tone);
    }
    let said = words.say(&format!("item-state-{}", item.state.id()));
    match item.state {
        _ if late => (said, Tone::Attention),
        ItemState::Done { .. } | ItemState::Dropped { .. } => dim(said),
        _ => plain(said),
    }
}
