//! Hours (JP) of a year: what counts, what waits for verification, and what the rule of the employment asks for.

use super::DevelopmentScreen;
use super::table::{Cell, Cells, Column, column, dim, name, plain, sign};
use crate::desk::Desk;
use crate::desk::records::needs::DevelopAt;
use crate::domain::PersonId;
use crate::domain::development::hours::{JpVerdict, JpYear, jp_of_year};
use crate::domain::development::rules::Founded;
use crate::reports::Tone;

pub const COLUMNS: &[Column] = &[
    column("head-employee", 0).left().keeps(),
    column("head-bar", 26).left(),
    column("head-jp", 6).keeps(),
    column("head-waiting", 8),
    column("head-missing", 11).keeps(),
];

/// Cells of the bar, two hours each at most.
const BAR: u32 = 24;

pub fn of(desk: &Desk, person: PersonId, year: i16) -> Option<JpYear> {
    let dossier = desk.office.dossier(person)?;
    let rules = &desk.office.rules.development;
    Some(jp_of_year(&dossier.learning, &dossier.sessions, dossier.person.kind, year, rules))
}

pub fn headline(desk: &Desk, screen: &DevelopmentScreen) -> Vec<Cell> {
    let (words, year) = (&desk.words, screen.shown_year(&desk.office));
    let (mut enough, mut over) = (0usize, 0usize);
    for jp in screen.team.people.iter().filter_map(|id| of(desk, *id, year)) {
        match jp.verdict() {
            JpVerdict::Met => enough += 1,
            JpVerdict::Over(_) => over += 1,
            _ => {}
        }
    }
    let rules = &desk.office.rules.development.jp;
    let mut out = Vec::new();
    if over > 0 {
        out.push((words.with("development-jp-over", &[("count", over.into())]), Tone::Attention));
    }
    let args = [("year", year.to_string().into()), ("count", enough.into()), ("of", screen.team.people.len().into())];
    out.push(plain(words.with("development-jp-enough", &args)));
    let args = [("pns", i64::from(rules.pns_min).into()), ("pppk", i64::from(rules.pppk).into())];
    let id = match rules.pppk_rule {
        crate::domain::development::rules::PppkRule::Limit => "development-jp-rule-limit",
        crate::domain::development::rules::PppkRule::Target => "development-jp-rule-target",
    };
    out.push(dim(words.with(id, &args)));
    let basis = rules.basis();
    if basis.certainty != crate::domain::development::rules::Certainty::Confirmed {
        out.push(dim(basis.source));
    }
    out
}

pub fn cells(desk: &Desk, screen: &DevelopmentScreen, at: DevelopAt) -> Option<Cells> {
    let DevelopAt::Hours(person) = at else { return None };
    let words = &desk.words;
    let Some(jp) = of(desk, person, screen.shown_year(&desk.office)) else {
        let cells = vec![plain(name(desk, person)), dim(words.say("notice-loading"))];
        return Some(Cells { indent: 0, cells });
    };
    let pppk = desk.office.row(person).map(|row| row.kind.label()).filter(|_| !matches!(jp.rule.id(), Some("minimum")));
    let title = pppk.map_or_else(|| name(desk, person), |kind| format!("{}  {kind}", name(desk, person)));
    let left = match jp.verdict() {
        JpVerdict::Met => (words.say("jp-met"), Tone::Good),
        JpVerdict::Missing(n) => plain(words.with("jp-missing", &[("count", i64::from(n).into())])),
        JpVerdict::Over(n) => (format!("+{n}"), Tone::Attention),
        JpVerdict::Left(_) | JpVerdict::Nothing => dim("·"),
    };
    let waiting = if jp.waiting == 0 { dim("·") } else { plain(jp.waiting.to_string()) };
    let cells = vec![plain(title), plain(bar(desk, &jp)), plain(jp.counted.to_string()), waiting, left];
    Some(Cells { indent: 0, cells })
}

/// Verified solid, unverified broken, a mark where the rule stands. Nothing in plain, where the figures say it.
pub fn bar(desk: &Desk, jp: &JpYear) -> String {
    if desk.look.plain {
        return String::new();
    }
    let (full, waits, mark) = (sign(desk, "━", "="), sign(desk, "╌", "-"), sign(desk, "┃", "|"));
    let rule = jp.rule.figure();
    let most = (jp.counted + jp.waiting).max(rule.unwrap_or(0)).max(BAR);
    let cells = |hours: u32| (u64::from(hours) * u64::from(BAR) / u64::from(most.max(1))) as u32;
    let (solid, broken) = (cells(jp.counted), cells(jp.counted + jp.waiting));
    let limit = rule.map(cells);
    let cell = |n: u32| match n {
        n if Some(n) == limit => mark,
        n if n < solid => full,
        n if n < broken => waits,
        _ => " ",
    };
    (0..=BAR).map(cell).collect::<String>().trim_end().to_owned()
}
