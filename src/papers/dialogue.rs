//! The dialogue form: an agency's own form, filled from the closed session. Five sections, always all five; what
//! nobody said has a dash. No level stands on it, only what was said about it.

use super::document::{Block, Cell, Paper, Row, Section, Signatures, Table, Width};
use super::parts::{NOTHING, column, number_label, official, shared, unit_line};
use super::{Facts, Missing, sheet};
use crate::domain::goal::check_in::value_on;
use crate::domain::{Acknowledgement, Audienced, Feedback, Owner, Session, SessionState, SharedText};
use crate::reports::goals::value_text;
use jiff::civil::Date;

pub fn dialogue(facts: &Facts<'_>) -> Result<Paper, Missing> {
    let session = facts.closed_session()?;
    let stem = facts.words.say("paper-file-dialogue");
    let mut paper: Paper = facts.paper(facts.say("paper-dialogue-title"), session.on, &stem);
    paper.head.dense = true;
    paper.head.below_title = vec![facts.with("paper-dialogue-on", &[("day", facts.whole_day(session.on).into())])];
    paper.push(Block::Fields { rows: identity(facts, session), indented: false });
    let said = situation(facts, session);
    paper.section(facts.say("paper-dialogue-situation"));
    match said.is_empty() {
        true => paper.push(Block::Paragraph(official(NOTHING))),
        false => paper.blocks.extend(said.into_iter().map(Block::Paragraph)),
    }
    paper.section(facts.say("paper-dialogue-results"));
    paper.push(table(facts, session));
    for (owner, id) in
        [(Owner::Employee, "paper-dialogue-employee-does"), (Owner::Supervisor, "paper-dialogue-supervisor-does")]
    {
        paper.section(facts.say(id));
        let duties = duties(facts, session, owner);
        paper.push(if duties.is_empty() { Block::Paragraph(official(NOTHING)) } else { Block::Numbered(duties) });
    }
    paper.push(validated(facts, session));
    if let Some(code) = session.receipt() {
        paper.push(Block::Code { label: facts.say("paper-receipt"), code: official(code) });
    }
    Ok(paper)
}

fn identity(facts: &Facts<'_>, session: &Session) -> Vec<(SharedText, SharedText)> {
    let person = &facts.dossier.person;
    let mut rows = vec![(facts.say("paper-name"), official(person.name.full()))];
    if let Some(nip) = person.nip.as_ref().filter(|_| facts.office.nip) {
        rows.push((official(number_label(person.kind)), official(nip.grouped())));
    }
    rows.push((facts.say("paper-joined"), official(facts.words.long_day(person.since))));
    let position = person.position.clone().unwrap_or_else(|| NOTHING.to_owned());
    rows.push((facts.say("paper-position"), official(position)));
    rows.push((facts.say("paper-unit"), official(unit_line(person.unit, facts).unwrap_or_else(|| NOTHING.to_owned()))));
    rows.push((facts.say("paper-in-unit"), in_unit(facts, person.since, session.on)));
    rows
}

/// Whole years and months: `1 tahun 10 bulan`.
fn in_unit(facts: &Facts<'_>, since: Date, on: Date) -> SharedText {
    let (years, months) = years_and_months(since, on);
    facts.with("paper-years-months", &[("years", years.into()), ("months", months.into())])
}

fn years_and_months(since: Date, on: Date) -> (i64, i64) {
    let months = i64::from(on.year() - since.year()) * 12 + i64::from(on.month() - since.month());
    let months = (months - i64::from(on.day() < since.day())).max(0);
    (months / 12, months % 12)
}

/// What was seen, and where the coaching questions began.
fn situation(facts: &Facts<'_>, session: &Session) -> Vec<SharedText> {
    let given = facts.dossier.feedback_of(session.id).filter(|given| value_of(given).is_none());
    let mut said: Vec<SharedText> = given.filter_map(|f| Some(f.words.shared()?.map(|sbi| sbi.text()))).collect();
    let grow = session.grow.as_ref().and_then(Audienced::shared);
    said.extend(grow.map(|grow| grow.map(|grow| grow.reality.clone())).filter(|text| !text.get().trim().is_empty()));
    said
}

/// The value of work behaviour that a note names with its tag.
fn value_of(given: &Feedback) -> Option<crate::domain::competency::BehaviourValue> {
    use crate::domain::competency::BehaviourValue;
    BehaviourValue::ALL.into_iter().find(|value| given.tags.iter().any(|tag| value.is_tagged(tag)))
}

fn table(facts: &Facts<'_>, session: &Session) -> Block {
    let words = facts.words;
    let columns = vec![
        column(words, "paper-col-number", 2, Width::Tenths(70)),
        column(words, "paper-col-outcome", 24, Width::Share(145)),
        column(words, "paper-col-competency", 15, Width::Share(80)),
        column(words, "paper-col-method", 15, Width::Share(110)),
        column(words, "paper-col-when", 12, Width::Tenths(250)),
    ];
    let sections = [
        ("paper-dialogue-a", outcomes(facts, session)),
        ("paper-dialogue-b", gaps(facts, session)),
        ("paper-dialogue-c", behaviours(facts, session)),
        ("paper-dialogue-d1", vec![]),
        ("paper-dialogue-d2", vec![]),
    ];
    let mut rows = Vec::new();
    for (id, said) in sections {
        rows.push(Row::Heading(facts.say(id)));
        let said = if said.is_empty() { vec![(official(NOTHING), official(NOTHING))] } else { said };
        for (n, (text, competency)) in said.into_iter().enumerate() {
            let nothing = || Cell::Text(official(NOTHING));
            rows.push(Row::Cells(vec![
                Cell::Text(official((n + 1).to_string())),
                Cell::Text(text),
                Cell::Text(competency),
                nothing(),
                nothing(),
            ]));
        }
    }
    Block::Table(Table { columns, rows, by_hand: false })
}

/// Each result talked about with what held on the day.
fn outcomes(facts: &Facts<'_>, session: &Session) -> Vec<(SharedText, SharedText)> {
    let said = facts.dossier.results_of(session).into_iter().map(|result| {
        let values = result.indicators.iter().filter_map(|indicator| {
            let (_, value) = value_on(&facts.dossier.check_ins, indicator.id, session.on)?;
            Some(format!("{}: {}", indicator.title, value_text(facts.words, indicator, value)))
        });
        let values = values.collect::<Vec<_>>().join("; ");
        official(if values.is_empty() { result.title.clone() } else { format!("{}. {values}", result.title) })
    });
    said.map(|text| (text, official(NOTHING))).collect()
}

fn gaps(facts: &Facts<'_>, session: &Session) -> Vec<(SharedText, SharedText)> {
    sheet::reasons(facts, session).into_iter().map(|(name, reason)| (reason, name)).collect()
}

fn behaviours(facts: &Facts<'_>, session: &Session) -> Vec<(SharedText, SharedText)> {
    let said = facts.dossier.feedback_of(session.id).filter_map(|given| {
        let name = facts.words.wording(&value_of(given)?.words().name).to_owned();
        Some(given.words.shared()?.map(|sbi| format!("{name}: {}", sbi.text())))
    });
    said.map(|text| (text, official(NOTHING))).collect()
}

fn duties(facts: &Facts<'_>, session: &Session, owner: Owner) -> Vec<SharedText> {
    let of_owner = facts.dossier.actions_of(session.id).filter(|action| action.owner == owner);
    let said = of_owner.filter_map(|action| {
        let text = shared(&action.text)?;
        let measure = Some(action.measure.trim()).filter(|measure| !measure.is_empty()).map(|m| format!("; {m}"));
        let due = action.due.map(|due| format!(", {}", facts.words.long_day(due)));
        Some(text.map(|text| format!("{text}{}{}", measure.unwrap_or_default(), due.unwrap_or_default())))
    });
    said.collect()
}

/// Each with the day that he or she gave; a day that nobody gave stays open.
fn validated(facts: &Facts<'_>, session: &Session) -> Block {
    let closed = match session.state {
        SessionState::Closed { at, .. } => Some(at.to_zoned(facts.zone.clone()).date()),
        _ => None,
    };
    let signed = match session.acknowledgement {
        Some(Acknowledgement::SignedOnPaper { on }) => Some(on),
        _ => None,
    };
    let day = |day: Option<Date>| day.map_or_else(|| ".".repeat(20), |day| facts.words.long_day(day));
    let dated = |on: Option<Date>| facts.with("paper-dated", &[("day", day(on).into())]);
    let Block::Signatures(Signatures { left: Some(left), right, .. }) = facts.signatures(session, None) else {
        return Block::Section(Section::plain(official("")));
    };
    let left = super::document::Signer { capacity: vec![facts.say("paper-validated-employee"), dated(signed)], ..left };
    let right = super::document::Signer { capacity: vec![facts.say("paper-validated-supervisor"), dated(closed)], ..right };
    Block::Signatures(Signatures { place_and_day: None, left: Some(left), right })
}

#[cfg(test)]
mod tests {
    use super::years_and_months;
    use jiff::civil::date;

    #[test]
    fn months_in_the_unit_are_whole_ones() {
        assert_eq!(years_and_months(date(2024, 11, 22), date(2026, 10, 12)), (1, 10));
        assert_eq!(years_and_months(date(2024, 11, 22), date(2024, 12, 21)), (0, 0));
        assert_eq!(years_and_months(date(2024, 11, 22), date(2025, 11, 22)), (1, 0));
        assert_eq!(years_and_months(date(2026, 1, 1), date(2025, 1, 1)), (0, 0));
    }
}
