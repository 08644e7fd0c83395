//! The form of the next step of an objection: forwarded, explained by either side, decided, or taken back.

use super::field::{choice, line};
use super::{Field, FieldName as F, Form, Wrong, written_day};
use crate::desk::office::Office;
use crate::domain::evaluation::objection::{Contested, ObjectionAbout, ObjectionState, Side};
use crate::domain::records::intent::{self, Intent, NewDecision, NewStep};
use crate::domain::{PersonId, Refusal};
use crate::i18n::Words;
use crate::reports::objections;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Forward,
    Explain(Side),
    Uphold,
    Amend,
    TakeBack,
}

impl Step {
    fn id(self) -> &'static str {
        match self {
            Step::Forward => "objection-step-forwarded",
            Step::Explain(Side::Assessor) => "objection-step-explain-mine",
            Step::Explain(Side::Employee) => "objection-step-explain-theirs",
            Step::Uphold => "objection-step-uphold",
            Step::Amend => "objection-step-amend",
            Step::TakeBack => "objection-step-taken-back",
        }
    }
}

/// What may come next, in the order of the way.
fn steps(contested: &Contested<'_>) -> Vec<Step> {
    if contested.state() == ObjectionState::Filed {
        return vec![Step::Forward, Step::TakeBack];
    }
    let open = [Side::Assessor, Side::Employee].into_iter().filter(|side| !contested.has_explained(*side));
    let mut out: Vec<Step> = open.map(Step::Explain).collect();
    out.push(Step::Uphold);
    // A decision that changes an evaluation has ratings: it is taken where those are.
    out.extend(matches!(contested.about, ObjectionAbout::Session(_)).then_some(Step::Amend));
    out.push(Step::TakeBack);
    out
}

fn contested(person: PersonId, about: ObjectionAbout, office: &Office) -> Option<Contested<'_>> {
    office.dossier(person)?.contested().into_iter().find(|found| found.about == about)
}

pub(crate) fn fields(person: PersonId, about: ObjectionAbout, office: &Office) -> Vec<Field> {
    let Some(found) = contested(person, about, office) else { return vec![] };
    let options: Vec<&str> = steps(&found).into_iter().map(Step::id).collect();
    let me = office.roster.me();
    let above = me.and_then(|me| me.supervisor).and_then(|id| office.row(id)).map(|row| row.name.full());
    vec![
        choice(F::ObjectionStep, &options, 0),
        line(F::ObjectionTo, above.unwrap_or_default()),
        line(F::ObjectionWords, ""),
        line(F::Reason, ""),
        line(F::Day, written_day(office.today)),
    ]
}

/// Fields that the chosen step does not have are hidden.
pub(crate) fn follow(form: &mut Form, person: PersonId, about: ObjectionAbout, office: &Office) {
    let Some(step) = form.step(person, about, office) else { return };
    for field in &mut form.fields {
        field.hidden = match field.name {
            F::ObjectionTo => !matches!(step, Step::Forward | Step::Uphold | Step::Amend),
            F::ObjectionWords => !matches!(step, Step::Explain(_) | Step::Amend),
            F::Reason => !matches!(step, Step::Uphold | Step::Amend),
            _ => false,
        };
    }
}

pub(crate) fn understood(person: PersonId, about: ObjectionAbout, office: &Office, words: &Words) -> Vec<(String, bool)> {
    let Some(found) = contested(person, about, office) else { return vec![] };
    let mut out = vec![
        (objections::said(words, &found), false),
        (objections::state(words, &found, &office.rules, office.today), true),
    ];
    out.extend(found.chain.and_then(|chain| objections::clock(words, chain, &office.rules)).map(|text| (text, false)));
    out
}

impl Form {
    fn step(&self, person: PersonId, about: ObjectionAbout, office: &Office) -> Option<Step> {
        steps(&contested(person, about, office)?).get(self.chosen(F::ObjectionStep)).copied()
    }

    pub(crate) fn objection_step(&self, person: PersonId, about: ObjectionAbout, office: &Office) -> Result<Intent, Wrong> {
        let step = self.step(person, about, office).ok_or(&Refusal::NoSuchRecord)?;
        let on = self.day(F::Day, office.today).map_err(Wrong::at(F::Day))?.unwrap_or(office.today);
        let text = |name: F| self.text(name).to_owned();
        let decide = |decision| NewStep::Decide { by: text(F::ObjectionTo), decision, reason: text(F::Reason) };
        let step = match step {
            Step::Forward => NewStep::Forward { to: text(F::ObjectionTo) },
            Step::Explain(by) => NewStep::Explain { by, words: text(F::ObjectionWords) },
            Step::Uphold => decide(NewDecision::Uphold),
            Step::Amend => decide(NewDecision::Amend { words: text(F::ObjectionWords) }),
            Step::TakeBack => NewStep::TakeBack,
        };
        let refused = |missing: F, refusal: Refusal| Err(Wrong { field: Some(missing), ..Wrong::from(&refusal) });
        match &step {
            NewStep::Forward { to: by } | NewStep::Decide { by, .. } if by.is_empty() => {
                refused(F::ObjectionTo, Refusal::EmptyName)
            }
            NewStep::Explain { words, .. } | NewStep::Decide { decision: NewDecision::Amend { words }, .. }
                if words.is_empty() =>
            {
                refused(F::ObjectionWords, Refusal::EmptyText)
            }
            NewStep::Decide { reason, .. } if reason.is_empty() => refused(F::Reason, Refusal::ReasonMissing),
            _ => Ok(intent::TakeStepAbout { person, about, on, step }.into()),
        }
    }
}
