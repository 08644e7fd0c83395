//! Development in the shell: needs, plans, learning, effects, wishes, pairs, the proposal, readiness. One file a
//! command; what several need stands here.

pub mod develop;
pub mod effect;
pub mod learned;
pub mod mentor;
pub mod needs;
pub mod proposal;
pub mod readiness;
pub mod show;
pub mod wish;

use super::work::Desk;
use super::{Context, Failure, Output, find_competency};
use crate::domain::development::asked::Ask;
use crate::domain::development::hours::{JpYear, jp_of_year};
use crate::domain::development::month::Month;
use crate::domain::development::need::{Need, needs};
use crate::domain::development::{KindId, PlanItem, Subject};
use crate::domain::language::clean;
use crate::domain::people::roster::Scope;
use crate::domain::records::intent::Develop;
use crate::domain::{Change, Dossier, PersonId, RosterRow};
use crate::i18n::Text;
use crate::reports::development::Setting;

pub fn setting<'a>(ctx: &'a Context, desk: &'a Desk, out: &Output) -> Setting<'a> {
    Setting { words: &ctx.words, catalogue: &desk.roster.catalogue, rules: &ctx.rules, today: ctx.today, columns: out.width }
}

/// The own team, or the one who is named; by name.
pub fn people(desk: &Desk, typed: &str) -> Result<Vec<RosterRow>, Failure> {
    let mut rows: Vec<RosterRow> = match typed.is_empty() {
        true => desk.roster.team(Scope::Mine).filter(|row| row.status.in_service()).cloned().collect(),
        false => vec![desk.person(typed)?.clone()],
    };
    rows.sort_by_cached_key(|row| (row.name.key(), row.id));
    Ok(rows)
}

pub fn dossiers(desk: &mut Desk, rows: &[RosterRow]) -> Result<Vec<Dossier>, Failure> {
    rows.iter().map(|row| desk.dossier(row.id)).collect()
}

pub fn needs_of(ctx: &Context, desk: &Desk, dossier: &Dossier) -> Vec<Need> {
    needs(dossier, dossier.known_needs(), &desk.roster.catalogue, &ctx.rules, ctx.today)
}

pub fn hours_of(ctx: &Context, dossier: &Dossier, year: i16) -> JpYear {
    let records = &dossier.learning;
    jp_of_year(records, &dossier.sessions, dossier.person.kind, year, &ctx.rules.development)
}

pub fn ask(ctx: &Context, desk: &mut Desk, person: PersonId, ask: Ask) -> Result<Change, Failure> {
    desk.carry_out(ctx, Some(person), Develop { person, ask: Box::new(ask) })
}

/// What is to be learnt: a competency if one is named or meant, else the words.
pub fn subject(ctx: &Context, desk: &Desk, topic: &str, competency: Option<&str>) -> Result<Subject, Failure> {
    let catalogue = &desk.roster.catalogue;
    if let Some(typed) = competency {
        let found = find_competency::find(catalogue.framework(), typed, &ctx.words)?;
        return Ok(Subject::competency(&found.id, catalogue));
    }
    Ok(Subject::read(topic, catalogue).unwrap_or_else(|| Subject::topic("")))
}

/// The way of learning that a word means; the known ones are named where it means none.
pub fn kind(ctx: &Context, typed: &str) -> Result<KindId, Failure> {
    let rules = &ctx.rules.development;
    if let Some(kind) = rules.kind_named(typed) {
        return Ok(kind.id.clone());
    }
    let known = rules.kinds.iter().map(|kind| ctx.words.wording(&kind.name)).collect::<Vec<_>>().join(", ");
    let failure = Failure::refused("refusal-kind-unknown", [("detail", typed.into())]);
    Err(failure.hint(Text::with("develop-kinds", [("kinds", known.into())])))
}

/// A month as it is typed: `2027-02`, or a day of it.
pub fn month(arg: &str, typed: &str) -> Result<Month, Failure> {
    let day = || super::context::date(arg, typed).map(Month::of);
    typed
        .parse::<Month>()
        .or_else(|_| day())
        .map_err(|_| Failure::usage("usage-month", [("arg", arg.into()), ("value", typed.into())]))
}

/// The item that is meant: by its place in the list, its identifier, or words of its name. Never guesses between two.
pub fn item<'d>(dossier: &'d Dossier, typed: &str) -> Result<&'d PlanItem, Failure> {
    let items = &dossier.items;
    let nothing = || Failure::refused("item-nothing", [("item", typed.into())]);
    if let Ok(place) = typed.trim().parse::<usize>() {
        return place.checked_sub(1).and_then(|at| items.get(at)).ok_or_else(nothing);
    }
    let wanted = clean::fold(typed);
    let names = |item: &&PlanItem| {
        let named = [item.name(), item.subject.words.as_str()].iter().any(|name| clean::fold(name).contains(&wanted));
        item.id.to_string() == wanted || (!wanted.is_empty() && named)
    };
    let found: Vec<&PlanItem> = items.iter().filter(names).collect();
    match found.as_slice() {
        [one] => Ok(one),
        [] => Err(nothing()),
        _ => Err(Failure::refused("item-several", [("item", typed.into()), ("count", found.len().into())])
            .hint(Text::plain("item-hint"))),
    }
}

/// A number of rupiah as it is typed.
pub fn money(ctx: &Context, arg: &str, typed: &str) -> Result<crate::domain::Number, Failure> {
    let plain = typed.trim().trim_start_matches("Rp").trim();
    crate::domain::Number::read(plain, ctx.words.decimal_sign())
        .map_err(|_| Failure::usage("usage-number", [("arg", arg.into()), ("value", typed.into())]))
}
