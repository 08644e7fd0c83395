//! What somebody needs to learn, as it follows by itself from what is known: a gap, a missed target, the same
//! correction again, the employee's wish, an effect that did not come, a career target. One need for a person and a
//! subject, with all its origins. How urgent it is only the supervisor says.

use super::career::CareerNote;
use super::item::{PlanItem, Seen};
use super::month::months_after;
use super::rules::DevelopmentRules;
use super::subject::{Subject, SubjectKey};
use crate::domain::competency::gap::Gap;
use crate::domain::competency::{Catalogue, Facet, standings};
use crate::domain::goal::{Verdict, plan::Goal};
use crate::domain::language::clean;
use crate::domain::{
    Actor, Audience, Dossier, FeedbackKind, ItemId, Level, NeedId, PersonId, RuleSet, SessionId, Shared, WishId,
};
use jiff::{Timestamp, ToSpan, civil::Date};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an employee wants to learn, in his or her own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    pub id: WishId,
    pub person: PersonId,
    pub subject: Subject,
    /// Why, in the employee's words; may be empty.
    pub reason: Shared<String>,
    pub state: WishState,
    /// The talk in which it was said.
    pub session: Option<SessionId>,
    pub on: Date,
    pub by: Actor,
    pub written: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WishState {
    Open,
    /// The employee no longer wants it, or both agreed that it can't be.
    Dropped {
        on: Date,
        reason: String,
    },
}

impl Wish {
    pub fn dropped_on(&self) -> Option<Date> {
        match self.state {
            WishState::Open => None,
            WishState::Dropped { on, .. } => Some(on),
        }
    }
}

/// The supervisor's word on one need: how urgent, or that it is set aside. The last one holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedWord {
    pub id: NeedId,
    pub person: PersonId,
    pub subject: Subject,
    pub urgency: Option<Urgency>,
    /// Set aside with a reason; for the supervisor alone.
    pub aside: Option<String>,
    pub on: Date,
    pub by: Actor,
    pub written: Timestamp,
}

/// The first is the most urgent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    High,
    Medium,
    Low,
}

impl Urgency {
    pub const ALL: [Urgency; 3] = [Urgency::High, Urgency::Medium, Urgency::Low];
    pub fn id(self) -> &'static str {
        match self {
            Urgency::High => "high",
            Urgency::Medium => "medium",
            Urgency::Low => "low",
        }
    }
}

/// Where a need comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// So many levels short of what the position requires.
    Gap {
        levels: u8,
        required: Level,
        facet: Option<Facet>,
        on: Option<Date>,
    },
    /// A target whose day has passed.
    MissedTarget {
        result: String,
        due: Date,
    },
    /// The same correction so many times, the last one on that day.
    Correction {
        times: usize,
        last: Date,
    },
    Wish {
        wish: WishId,
        reason: String,
        on: Date,
    },
    /// What was learnt does not show.
    NoEffect {
        item: ItemId,
        times: usize,
        on: Date,
    },
    /// The post that the employee aims at requires more.
    CareerTarget {
        position: String,
        levels: u8,
    },
}

impl Origin {
    pub fn id(&self) -> &'static str {
        match self {
            Origin::Gap { .. } => "gap",
            Origin::MissedTarget { .. } => "missed_target",
            Origin::Correction { .. } => "correction",
            Origin::Wish { .. } => "wish",
            Origin::NoEffect { .. } => "no_effect",
            Origin::CareerTarget { .. } => "career_target",
        }
    }
    /// Levels that are missing for the present post.
    fn levels(&self) -> u8 {
        if let Origin::Gap { levels, .. } = self { *levels } else { 0 }
    }
}

/// An origin and who may know of it. What the employee can't read never leaves the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audible {
    pub origin: Origin,
    pub audience: Audience,
}

impl Audible {
    pub fn is_private(&self) -> bool {
        self.audience == Audience::Private
    }
}

/// One need of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    pub person: PersonId,
    pub subject: Subject,
    pub origins: Vec<Audible>,
    pub urgency: Option<Urgency>,
    /// Set aside by the supervisor, with the reason.
    pub aside: Option<String>,
    /// Open items that meet it.
    pub plan: Vec<ItemId>,
    /// Whether one of them is known to the employee.
    pub planned_openly: bool,
}

impl Need {
    /// Missing levels of the present post.
    pub fn levels(&self) -> u8 {
        self.origins.iter().map(|audible| audible.origin.levels()).max().unwrap_or(0)
    }
    /// A need is the supervisor's own until it is a wish or a plan that the employee knows.
    pub fn may_be_named(&self) -> bool {
        self.planned_openly || self.origins.iter().any(|audible| matches!(audible.origin, Origin::Wish { .. }))
    }
    /// The origins that others may read of, of a need that may be named.
    pub fn shared_origins(&self) -> impl Iterator<Item = Shared<&Origin>> {
        let named = self.may_be_named();
        self.origins.iter().filter(move |a| named && !a.is_private()).map(|audible| Shared::new(&audible.origin))
    }
    pub fn has(&self, id: &str) -> bool {
        self.origins.iter().any(|audible| audible.origin.id() == id)
    }
    pub fn is_planned(&self) -> bool {
        !self.plan.is_empty()
    }
}

/// What a person's needs are made of, beside the dossier's talks, goals and ratings.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    pub items: &'a [PlanItem],
    pub wishes: &'a [Wish],
    pub words: &'a [NeedWord],
    pub career: &'a [CareerNote],
}

/// The needs of one person on a day: the most urgent first, then what lacks most, then by name.
pub fn needs(dossier: &Dossier, known: Known<'_>, catalogue: &Catalogue, rules: &RuleSet, today: Date) -> Vec<Need> {
    let mut found = Found { person: dossier.id(), needs: BTreeMap::new() };
    let development = &rules.development;
    let since = today.checked_sub(i32::from(development.needs.months).months()).unwrap_or(Date::MIN);
    gaps(&mut found, dossier, catalogue, rules, today);
    missed_targets(&mut found, dossier, catalogue, rules, since, today);
    corrections(&mut found, dossier, known.items, catalogue, development, since, today);
    wishes(&mut found, known, today);
    no_effects(&mut found, known.items, today);
    career_targets(&mut found, dossier, known.career, catalogue, rules, today);
    let mut out: Vec<Need> = found.needs.into_values().collect();
    for need in &mut out {
        let same = |subject: &Subject| subject.is_same(&need.subject);
        let open = known.items.iter().filter(|item| item.is_open() && item.on <= today && same(&item.subject));
        let open: Vec<&PlanItem> = open.collect();
        need.planned_openly = open.iter().any(|item| item.audience() == Audience::Shared);
        need.plan = open.iter().map(|item| item.id).collect();
        let word = known
            .words
            .iter()
            .filter(|word| word.on <= today && same(&word.subject))
            .max_by_key(|w| (w.on, w.written, w.id));
        need.urgency = word.and_then(|word| word.urgency);
        need.aside = word.and_then(|word| word.aside.clone());
    }
    out.sort_by(|a, b| {
        let rank =
            |need: &Need| (need.aside.is_some(), need.urgency.map_or(9, |u| u as u8), std::cmp::Reverse(need.levels()));
        rank(a).cmp(&rank(b)).then_with(|| a.subject.order(&b.subject))
    });
    out
}

struct Found {
    person: PersonId,
    needs: BTreeMap<SubjectKey, Need>,
}

impl Found {
    fn add(&mut self, subject: Subject, origin: Origin, audience: Audience) {
        let person = self.person;
        let need = self.needs.entry(subject.key()).or_insert_with(|| Need {
            person,
            subject,
            origins: vec![],
            urgency: None,
            aside: None,
            plan: vec![],
            planned_openly: false,
        });
        need.origins.push(Audible { origin, audience });
    }
}

/// A gap is known to the employee only where the rating's reason was shared.
fn gaps(found: &mut Found, dossier: &Dossier, catalogue: &Catalogue, rules: &RuleSet, today: Date) {
    for standing in standings(dossier, catalogue, rules, today) {
        let (Gap::Short(levels), Some(required)) = (standing.gap(), standing.required) else { continue };
        let rating = standing.current.and_then(|current| dossier.ratings.iter().find(|r| r.id == current.rating));
        let told = rating.is_some_and(|r| r.reason.audience() == Audience::Shared && !r.reason.for_supervisor().is_empty());
        let audience = if told { Audience::Shared } else { Audience::Private };
        let (facet, on) = (standing.current.and_then(|c| c.facet), standing.current.map(|c| c.on));
        let subject = Subject::competency(&standing.competency, catalogue);
        found.add(subject, Origin::Gap { levels, required, facet, on }, audience);
    }
}

/// Goals are known to both by their nature.
fn missed_targets(found: &mut Found, dossier: &Dossier, catalogue: &Catalogue, rules: &RuleSet, since: Date, today: Date) {
    for result in &dossier.results {
        let due = result.due();
        if due >= today || due < since || result.is_left() || result.is_dropped() {
            continue;
        }
        let goal = Goal::of(result, &dossier.check_ins, today);
        if goal.verdict(rules).is_none_or(|verdict| verdict == Verdict::Reached) {
            continue;
        }
        let named = Some(&result.tag).filter(|tag| !tag.is_empty()).map(|tag| of_tag(tag, catalogue));
        let subject = named.filter(|subject| subject.competency.is_some()).unwrap_or_else(|| Subject::topic(&result.title));
        found.add(subject, Origin::MissedTarget { result: result.title.clone(), due }, Audience::Shared);
    }
}

/// The subject that a tag of a note speaks of.
pub fn of_tag(tag: &str, catalogue: &Catalogue) -> Subject {
    let competency = catalogue.framework().competencies.iter().find(|competency| competency.is_tagged(tag));
    match competency {
        Some(competency) => Subject::competency(&competency.id, catalogue),
        None => Subject::topic(&tag.replace(['-', '_'], " ")),
    }
}

/// Corrections with one tag after the last learning about it ended. The employee knows of the need if enough of them
/// were shared.
fn corrections(
    found: &mut Found,
    dossier: &Dossier,
    items: &[PlanItem],
    catalogue: &Catalogue,
    rules: &DevelopmentRules,
    since: Date,
    today: Date,
) {
    let mut tagged: BTreeMap<SubjectKey, (Subject, Vec<(Date, Audience)>)> = BTreeMap::new();
    let notes = dossier.feedback.iter().filter(|f| f.kind == FeedbackKind::Improve && f.on >= since && f.on <= today);
    for note in notes {
        let mut subjects: BTreeMap<SubjectKey, Subject> = BTreeMap::new();
        for subject in note.tags.iter().map(|tag| of_tag(tag, catalogue)) {
            subjects.entry(subject.key()).or_insert(subject);
        }
        for (key, subject) in subjects {
            tagged.entry(key).or_insert_with(|| (subject, vec![])).1.push((note.on, note.words.audience()));
        }
    }
    for (_, (subject, mut said)) in tagged {
        if let Some(end) = last_end(items, &subject) {
            said.retain(|(on, _)| *on > end);
        }
        let enough = usize::from(rules.needs.corrections).max(1);
        let Some(last) = said.iter().map(|(on, _)| *on).max().filter(|_| said.len() >= enough) else { continue };
        let shared = said.iter().filter(|(_, audience)| *audience == Audience::Shared).count();
        let audience = if shared >= enough { Audience::Shared } else { Audience::Private };
        // Of what is shared only the shared notes are counted.
        let times = if audience == Audience::Shared { shared } else { said.len() };
        found.add(subject, Origin::Correction { times, last }, audience);
    }
}

fn last_end(items: &[PlanItem], subject: &Subject) -> Option<Date> {
    items.iter().filter(|item| item.subject.is_same(subject)).filter_map(PlanItem::ended).max()
}

/// A wish is met when an item on its subject has ended since.
fn wishes(found: &mut Found, known: Known<'_>, today: Date) {
    for wish in known.wishes.iter().filter(|wish| wish.state == WishState::Open && wish.on <= today) {
        let met = last_end(known.items, &wish.subject).is_some_and(|end| end >= wish.on);
        let told = found.needs.get(&wish.subject.key()).is_some_and(|need| need.has("wish"));
        if !met && !told {
            let (wish, reason, on) = (wish.id, wish.reason.get().clone(), wish.on);
            let subject = known.wishes.iter().find(|w| w.id == wish).map(|w| w.subject.clone());
            if let Some(subject) = subject {
                found.add(subject, Origin::Wish { wish, reason, on }, Audience::Shared);
            }
        }
    }
}

/// The newest item of each subject whose last answer is "not yet".
fn no_effects(found: &mut Found, items: &[PlanItem], today: Date) {
    let mut newest: BTreeMap<SubjectKey, &PlanItem> = BTreeMap::new();
    for item in items.iter().filter(|item| item.ended().is_some_and(|end| end <= today)) {
        let held = newest.entry(item.subject.key()).or_insert(item);
        if (item.ended(), item.id) > (held.ended(), held.id) {
            *held = item;
        }
    }
    for item in newest.into_values() {
        let told = item.answers().into_iter().rfind(|answer| answer.on <= today && answer.seen != Seen::NoChance);
        if let Some(answer) = told.filter(|answer| answer.seen == Seen::NotYet) {
            let origin = Origin::NoEffect { item: item.id, times: item.not_yet_in_a_row(), on: answer.on };
            found.add(item.subject.clone(), origin, item.audience());
        }
    }
}

/// What the post requires that the employee named, beyond the level that is known.
fn career_targets(
    found: &mut Found,
    dossier: &Dossier,
    career: &[CareerNote],
    catalogue: &Catalogue,
    rules: &RuleSet,
    today: Date,
) {
    let Some(position) = super::career::aimed_at(career, today) else { return };
    let Some(standard) = catalogue.standard_of(Some(position)) else { return };
    for (id, required) in standard.in_order(catalogue) {
        let known = crate::domain::competency::current::standing(dossier, id, catalogue, rules, today).known();
        if let Gap::Short(levels) = Gap::of(Some(required), known) {
            let origin = Origin::CareerTarget { position: standard.position.clone(), levels };
            found.add(Subject::competency(id, catalogue), origin, Audience::Shared);
        }
    }
}

/// Somebody's wish of the same subject that is still open.
pub fn open_wish<'w>(wishes: &'w [Wish], subject: &Subject) -> Option<&'w Wish> {
    wishes.iter().find(|wish| wish.state == WishState::Open && wish.subject.is_same(subject))
}

/// Several topics in one answer of a survey: parted by semicolons and line ends.
pub fn topics(answer: &str) -> Vec<String> {
    let parts = answer.split([';', '\n']).map(clean::clean_line);
    parts.filter(|part| !part.is_empty()).collect()
}

/// An answer that says that there is no wish.
pub fn says_nothing(topic: &str) -> bool {
    let folded = clean::fold(topic);
    let words = folded.trim_matches(['-', '.', ' ']);
    ["", "tidak ada", "belum ada", "tidak", "nihil", "none", "nothing", "no"].contains(&words)
}

/// Whether it is too late to learn from a talk how an item ended: nobody asked for months.
pub fn is_forgotten(item: &PlanItem, today: Date, months: u8) -> bool {
    item.next_check().is_some_and(|check| months_after(check.due, months) < today)
}
