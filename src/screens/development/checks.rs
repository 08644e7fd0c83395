//! Effects: questions that are due, those that come, and where twice "not yet" asks for another way.

use super::table::{Cell, Cells, Column, column, dim, plain, short_name};
use super::{DevelopmentScreen, Row, plans};
use crate::desk::Desk;
use crate::desk::office::Office;
use crate::desk::records::needs::{DevelopAt, Team};
use crate::domain::development::PlanItem;
use crate::domain::development::item::wants_another_way;
use crate::domain::{ItemId, PersonId};
use crate::reports::Tone;
use jiff::civil::Date;

pub const COLUMNS: &[Column] = &[
    column("head-step", 0).left().keeps(),
    column("head-employee", 20).left().keeps(),
    column("head-ended", 10).left(),
    column("head-asked", 13).left(),
    column("head-state", 12).keeps(),
];

pub fn rows(team: &Team, office: &Office) -> Vec<Row> {
    let (mut due, mut coming, mut another) = (vec![], vec![], vec![]);
    let today = office.today;
    for dossier in team.people.iter().filter_map(|id| office.dossier(*id)) {
        let asked = |item: &PlanItem| Some((item.next_check()?.due, item.person, item.id));
        for (day, person, id) in dossier.items.iter().filter_map(asked) {
            if day <= today { &mut due } else { &mut coming }.push((day, person, id));
        }
        let again = wants_another_way(&dossier.items, &office.rules.development).into_iter();
        another.extend(again.map(|item| (item.ended().unwrap_or(today), item.person, item.id)));
    }
    let mut out = Vec::new();
    for (heading, mut found) in
        [("development-due", due), ("development-another-way", another), ("development-coming", coming)]
    {
        found.sort();
        found.retain(|(_, person, id): &(Date, PersonId, ItemId)| !out.contains(&Row::At(DevelopAt::Item(*person, *id))));
        if !found.is_empty() {
            out.push(Row::Heading(heading, found.len()));
            out.extend(found.into_iter().map(|(_, person, id)| Row::At(DevelopAt::Item(person, id))));
        }
    }
    out
}

pub fn headline(desk: &Desk, screen: &DevelopmentScreen) -> Vec<Cell> {
    let (words, today) = (&desk.words, desk.office.today);
    let items = screen.team.people.iter().filter_map(|id| desk.office.dossier(*id)).flat_map(|d| &d.items);
    let due = items.filter(|item| item.due_check(today).is_some()).count();
    match due {
        0 => vec![dim(words.say("development-nothing-due"))],
        n => vec![(words.with("development-checks-due", &[("count", n.into())]), Tone::Attention)],
    }
}

pub fn cells(desk: &Desk, at: DevelopAt) -> Option<Cells> {
    let DevelopAt::Item(person, id) = at else { return None };
    let item = desk.office.dossier(person)?.item(id)?;
    let (words, today) = (&desk.words, desk.office.today);
    let asked = match item.next_check() {
        Some(check) if check.due < today => {
            let days = crate::domain::period::days_between(check.due, today);
            (words.with("due-overdue", &[("days", days.into())]), Tone::Attention)
        }
        Some(check) if check.due == today => (words.say("development-ask-now"), Tone::Attention),
        Some(check) => plain(words.near_day(check.due, today)),
        None => dim("·"),
    };
    let ended = item.ended().map_or_else(|| dim("·"), |day| dim(words.near_day(day, today)));
    let cells = vec![plain(item.name()), plain(short_name(desk, person)), ended, asked, plans::state(desk, item, false)];
    Some(Cells { indent: 0, cells })
}
