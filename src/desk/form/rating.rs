//! The form of a rating: its reason, what it stands on, who judged and when; and the word about a work behaviour.
//! What was said of it today already is filled in.

use super::field::{choice, line};
use super::{AUDIENCES, Field, FieldName as F, Form, Input, Purpose, Wrong, written_day};
use crate::desk::office::Office;
use crate::desk::records::ratings;
use crate::desk::records::ratings::BehaviourAt;
use crate::domain::competency::evidence::day_of;
use crate::domain::competency::tally::Mark;
use crate::domain::competency::{
    BehaviourValue, Competency, Evidence, ExpectationRating, Facet, Level, Rater, Rating, RatingValue, Standing,
};
use crate::domain::language::clean;
use crate::domain::period::EvaluationPeriod;
use crate::domain::records::intent::{self, Intent, NewBehaviourRating, NewRating};
use crate::domain::{Audience, Audienced, Dossier, PersonId, Record, RecordId, Refusal};
use crate::i18n::{Text, Words};
use crate::reports::competencies as says;
use jiff::ToSpan;
use jiff::civil::Date;

/// By the level's place in a list of five, then that nothing was seen; who was never rated has none of them.
pub(super) const LEVELS: [&str; 7] = [
    "rating-level-1",
    "rating-level-2",
    "rating-level-3",
    "rating-level-4",
    "rating-level-5",
    "competency-not-observed",
    "rating-level-open",
];
const FACETS: [&str; 4] =
    ["rating-no-facet", "competency-facet-knowledge", "competency-facet-skill", "competency-facet-attitude"];
const RATERS: [&str; 3] = ["competency-rater-supervisor", "competency-rater-employee", "rating-rater-other"];
const EXPECTATIONS: [&str; 3] = ["competency-behaviour-below", "competency-behaviour-meets", "competency-behaviour-above"];
pub(crate) const EVIDENCE: [F; 3] = [F::Evidence, F::SecondEvidence, F::ThirdEvidence];

// --- a competency ------------------------------------------------------------------------------------------------

pub(crate) fn fields(person: PersonId, mark: Mark, office: &Office) -> Vec<Field> {
    let Some((dossier, standing)) = standing(person, mark, office) else { return vec![] };
    let today = said_today(dossier, &standing, office.today);
    let known = today.map(|rating| rating.value).or(standing.current.map(|c| RatingValue::Level(c.level)));
    let at = match known {
        Some(RatingValue::Level(level)) => level.index(),
        Some(RatingValue::NotObserved) => Level::ALL.len(),
        None => LEVELS.len() - 1,
    };
    let facet = today.and_then(|rating| rating.facet);
    let audience = today.map_or(Audience::Private, |rating| rating.reason.audience());
    let reason = today.map(|rating| rating.reason.for_supervisor().clone()).unwrap_or_default();
    let pieces: Vec<String> = today
        .into_iter()
        .flat_map(|rating| &rating.evidence)
        .map(|piece| match piece {
            Evidence::Record(id) => label(dossier, *id, office),
            Evidence::Document(name) => name.clone(),
        })
        .collect();
    let piece = |n: usize| pieces.get(n).cloned().unwrap_or_default();
    vec![
        line(F::Reason, reason),
        line(F::Evidence, piece(0)),
        line(F::SecondEvidence, piece(1)),
        line(F::ThirdEvidence, piece(2)),
        choice(F::Level, &LEVELS, at),
        choice(F::Facet, &FACETS, facet.and_then(|f| Facet::ALL.iter().position(|x| *x == f)).map_or(0, |at| at + 1)),
        choice(F::Audience, &AUDIENCES, usize::from(audience == Audience::Shared)),
        choice(F::Rater, &RATERS, 0),
        line(F::RaterName, ""),
        line(F::Day, written_day(office.today)),
    ]
}

fn standing(person: PersonId, mark: Mark, office: &Office) -> Option<(&Dossier, Standing)> {
    let dossier = office.dossier(person)?;
    let found = ratings::rows(dossier, office).into_iter().find(|standing| Mark::of(&standing.competency) == mark)?;
    Some((dossier, found))
}

fn competency<'o>(office: &'o Office, standing: &Standing) -> Option<&'o Competency> {
    office.roster.catalogue.competency(&standing.competency)
}

/// The supervisor's newest of today.
fn said_today<'d>(dossier: &'d Dossier, standing: &Standing, today: Date) -> Option<&'d Rating> {
    let of = |rating: &&Rating| {
        rating.competency == standing.competency && rating.rater == Rater::Supervisor && rating.on == today
    };
    dossier.ratings.iter().filter(of).max_by_key(|rating| rating.moment())
}

/// Further pieces are asked for once there is one; a name where somebody else judged.
pub(crate) fn follow(form: &mut Form) {
    let other = form.chosen(F::Rater) == 2;
    let filled = EVIDENCE.map(|name| !form.text(name).is_empty());
    for field in &mut form.fields {
        field.hidden = match field.name {
            F::RaterName => !other,
            F::SecondEvidence => !filled[0] && !filled[1],
            F::ThirdEvidence => !filled[1] && !filled[2],
            _ => false,
        };
    }
}

/// The words of the chosen level, or what the value means.
pub(crate) fn understood(form: &Form, office: &Office, words: &Words) -> Vec<(String, bool)> {
    match form.purpose {
        Purpose::Rate(person, mark) => {
            let Some((_, standing)) = standing(person, mark, office) else { return vec![] };
            let Some(competency) = competency(office, &standing) else { return vec![] };
            let name = words.wording(&competency.name);
            let said = match form.level() {
                Some(RatingValue::Level(level)) => says::level_text(words, competency, level),
                Some(value) => says::value_text(words, value),
                None => words.say("rating-level-open"),
            };
            vec![(format!("{name}: {said}"), false)]
        }
        Purpose::RateBehaviour(_, value, period) | Purpose::ExpectBehaviour(_, value, period) => {
            let value = value.words();
            let name = format!("{} · {}", words.wording(&value.name), ratings::period_text(words, period));
            vec![(name, false), (words.wording(&value.meaning).to_owned(), false)]
        }
        _ => vec![],
    }
}

// --- evidence ----------------------------------------------------------------------------------------------------

/// Notes with the competency's tag first, then what was noted and measured lately; the newest first.
fn pieces(person: PersonId, mark: Mark, office: &Office) -> Vec<(RecordId, String)> {
    let Some((dossier, standing)) = standing(person, mark, office) else { return vec![] };
    let tagged = |tags: &[String]| competency(office, &standing).is_some_and(|c| tags.iter().any(|tag| c.is_tagged(tag)));
    let since = office.today.checked_sub(i32::from(office.rules.evidence_months).months()).unwrap_or(office.today);
    let notes = dossier.evidence().map(|note| (!tagged(&note.tags), note.on, RecordId::Feedback(note.id)));
    let values = dossier.check_ins.iter().map(|check_in| (true, check_in.on, RecordId::CheckIn(check_in.id)));
    let mut found: Vec<(bool, Date, RecordId)> = notes.chain(values).filter(|(_, on, _)| *on >= since).collect();
    found.sort_by_key(|(free, on, id)| (*free, std::cmp::Reverse((*on, *id))));
    found.into_iter().map(|(_, _, id)| (id, label(dossier, id, office))).collect()
}

/// `20/11/2026 + menyapa warga lebih dulu`.
pub(crate) fn label(dossier: &Dossier, id: RecordId, office: &Office) -> String {
    let day = day_of(dossier, id).map(written_day).unwrap_or_default();
    let text = match dossier.record(id) {
        Some(Record::Feedback(note)) => format!("{} {}", note.kind.sign(), note.words.for_supervisor().text()),
        Some(Record::CheckIn(check_in)) => {
            let indicator = dossier.result(check_in.result).and_then(|r| r.indicator(check_in.indicator));
            let value = check_in.value.map(|value| value.write(crate::domain::DecimalSign::Comma)).unwrap_or_default();
            let title = indicator.map(|i| i.title.as_str()).unwrap_or_default();
            format!("{title} {value} {}", check_in.note.get())
        }
        _ => office.label(dossier.id()),
    };
    clean::clean_line(&format!("{day} {text}"))
}

/// What is not named in another line already.
pub(crate) fn proposed(form: &Form, name: F, office: &Office) -> Vec<String> {
    let Purpose::Rate(person, mark) = form.purpose else { return vec![] };
    let taken: Vec<&str> = EVIDENCE.iter().filter(|other| **other != name).map(|other| form.text(*other)).collect();
    let labels = pieces(person, mark, office).into_iter().map(|(_, label)| label);
    labels.filter(|label| !taken.contains(&label.as_str())).collect()
}

impl Form {
    pub(super) fn level(&self) -> Option<RatingValue> {
        let at = self.chosen(F::Level);
        let not_observed = || (at == Level::ALL.len()).then_some(RatingValue::NotObserved);
        Level::ALL.get(at).copied().map(RatingValue::Level).or_else(not_observed)
    }

    /// A digit or `x` on the field of the level; true if it was one.
    pub fn set_level(&mut self, typed: char) -> bool {
        let at = match Level::of_digit(typed) {
            Some(level) => level.index(),
            None if typed == 'x' => Level::ALL.len(),
            None => return false,
        };
        match self.fields.get_mut(self.focus) {
            Some(Field { name: F::Level, input: Input::Choice(_, chosen), .. }) => *chosen = at,
            _ => return false,
        }
        true
    }

    pub(crate) fn rating(&self, person: PersonId, mark: Mark, office: &Office) -> Result<Intent, Wrong> {
        let (dossier, standing) = standing(person, mark, office).ok_or(&Refusal::NoSuchRecord)?;
        let known = pieces(person, mark, office);
        let given =
            said_today(dossier, &standing, office.today).map(|rating| rating.evidence.as_slice()).unwrap_or_default();
        let evidence = EVIDENCE.iter().map(|name| self.text(name.to_owned())).filter(|text| !text.is_empty());
        let evidence = evidence.map(|text| {
            let chosen = known.iter().find(|(_, label)| label == text).map(|(id, _)| *id);
            let kept = || {
                let ids = given.iter().filter_map(|piece| if let Evidence::Record(id) = piece { Some(*id) } else { None });
                ids.into_iter().find(|id| label(dossier, *id, office) == text)
            };
            chosen.or_else(kept).map_or_else(|| Evidence::Document(text.to_owned()), Evidence::Record)
        });
        let rater = match self.chosen(F::Rater) {
            0 => Rater::Supervisor,
            1 => Rater::Employee,
            _ if self.text(F::RaterName).is_empty() => {
                return Err(Wrong::at(F::RaterName)(Text::plain("rating-name-missing")));
            }
            _ => Rater::Other(self.text(F::RaterName).to_owned()),
        };
        let on = self.day(F::Day, office.today).map_err(Wrong::at(F::Day))?.unwrap_or(office.today);
        let audience = [Audience::Private, Audience::Shared][self.chosen(F::Audience).min(1)];
        let new = NewRating {
            person,
            competency: standing.competency.clone(),
            value: self.level().ok_or_else(|| Wrong::at(F::Level)(Text::plain("rating-level-missing")))?,
            rater,
            on,
            reason: Audienced::new(audience, self.text(F::Reason).to_owned()),
            evidence: evidence.collect(),
            facet: self.chosen(F::Facet).checked_sub(1).and_then(|at| Facet::ALL.get(at)).copied(),
        };
        let session = dossier.open_session().map(|session| session.id);
        Ok(intent::Rate { ratings: vec![new], session }.into())
    }

    pub(crate) fn behaviour_rating(
        &self,
        person: PersonId,
        value: BehaviourValue,
        period: EvaluationPeriod,
        office: &Office,
    ) -> Intent {
        let audience = [Audience::Private, Audience::Shared][self.chosen(F::Audience).min(1)];
        let note = Audienced::new(audience, self.text(F::Note).to_owned());
        let rating = ExpectationRating::ALL[self.chosen(F::ExpectationRating).min(2)];
        let ratings = vec![NewBehaviourRating { value, rating, note }];
        intent::RateBehaviour { person, period, on: office.today, ratings }.into()
    }
}

// --- a work behaviour --------------------------------------------------------------------------------------------

pub(crate) fn behaviour_fields(
    person: PersonId,
    value: BehaviourValue,
    period: EvaluationPeriod,
    office: &Office,
) -> Vec<Field> {
    let Some(dossier) = office.dossier(person) else { return vec![] };
    let at = BehaviourAt { person, value, period };
    let current = ratings::standing_of(dossier, at, office.today).current;
    let rating = current.map_or(ExpectationRating::Meets, |current| current.rating);
    let shared = current.is_some_and(|current| current.note.audience() == Audience::Shared);
    vec![
        choice(F::ExpectationRating, &EXPECTATIONS, ExpectationRating::ALL.iter().position(|r| *r == rating).unwrap_or(1)),
        line(F::Note, current.map(|current| current.note.for_supervisor().clone()).unwrap_or_default()),
        choice(F::Audience, &AUDIENCES, usize::from(shared)),
    ]
}
