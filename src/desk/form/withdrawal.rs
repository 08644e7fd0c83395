//! The form that withdraws what was wrong, with what should have been said in its place, where that is a value or a
//! level; and what has to be known before it is done.

use super::field::{choice, line};
use super::rating::LEVELS;
use super::{Field, FieldName as F, Form, Purpose, Wrong};
use crate::desk::office::Office;
use crate::domain::records::intent::{self, Instead, Intent};
use crate::domain::sessions::paper::sheets_with;
use crate::domain::{DecimalSign, PersonId, Record, RecordId, Refusal, Session};
use crate::i18n::{Text, Words};
use crate::reports::log::story;

/// `replace`: what is right is asked for first.
pub(crate) fn fields(person: PersonId, record: RecordId, replace: bool, office: &Office) -> Vec<Field> {
    let Some(dossier) = office.dossier(person) else { return vec![] };
    let instead = match dossier.record(record) {
        Some(Record::CheckIn(value)) if value.value.is_some() => Some(line(F::Instead, "")),
        Some(Record::Rating(_)) => Some(choice(F::Level, &LEVELS, LEVELS.len() - 1)),
        _ => None,
    };
    let mut fields = vec![line(F::Reason, "")];
    if let Some(instead) = instead {
        fields.insert(if replace { 0 } else { 1 }, instead);
    }
    if !sheets_with(dossier, record).is_empty() {
        fields.push(line(F::Addendum, ""));
    }
    fields
}

/// Which record it is, what stands after it, and on which sheet it stays.
pub(crate) fn understood(person: PersonId, record: RecordId, office: &Office, words: &Words) -> Vec<(String, bool)> {
    let Some((dossier, found)) = office.dossier(person).and_then(|d| Some((d, d.record(record)?))) else { return vec![] };
    let day = found.on().map(|day| words.short_day(day)).unwrap_or_default();
    let name = story::named(words, &found, Some(dossier), &office.roster);
    let mut out = vec![(format!("{name} · {day}"), false)];
    if matches!(found, Record::CheckIn(_) | Record::Rating(_) | Record::BehaviourRating(_)) {
        let before = story::before(words, dossier, &found);
        let after = match before {
            Some(before) => words.with("withdraw-after", &[("before", before.into())]),
            None => words.say("withdraw-after-nothing"),
        };
        out.push((after, false));
    }
    if let Some(sheet) = sheets_with(dossier, record).last() {
        out.push((on_sheet(words, sheet), true));
    }
    out
}

/// That what stands on a sheet stays there, and what is written becomes an addendum.
pub fn on_sheet(words: &Words, session: &Session) -> String {
    let code = session.receipt().unwrap_or_default();
    words.with("withdraw-on-sheet", &[("day", session.on.into()), ("code", code.into())])
}

impl Form {
    pub(crate) fn withdrawal(
        &self,
        person: PersonId,
        record: RecordId,
        office: &Office,
        sign: DecimalSign,
    ) -> Result<Intent, Wrong> {
        let found = office.dossier(person).and_then(|d| d.record(record)).ok_or(&Refusal::NoSuchRecord)?;
        let instead = match found {
            Record::CheckIn(_) => self.number(F::Instead, sign).map_err(Wrong::at(F::Instead))?.map(Instead::Value),
            Record::Rating(_) => self.level().map(Instead::Level),
            _ => None,
        };
        if matches!(self.purpose, Purpose::Replace(..)) && instead.is_none() {
            let field = if matches!(found, Record::Rating(_)) { F::Level } else { F::Instead };
            return Err(Wrong::at(field)(Text::plain("form-instead-missing")));
        }
        let (reason, addendum) = (self.text(F::Reason).to_owned(), self.text(F::Addendum).to_owned());
        Ok(intent::Withdraw { person, record, reason, instead, addendum }.into())
    }
}
