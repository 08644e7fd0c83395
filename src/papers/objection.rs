//! The employee's objection to the sheet of a talk, to whoever stands above the supervisor; the second page is for him
//! or her. It has no ratings: a talk gives none.
//!
//! Never on it: words that the employee did not write. Where no reason was given yet, there are lines to write on.

use super::document::{Block, Paper, Signatures, Signer};
use super::parts::{in_capacity, number, number_label, official, rank, unit_line};
use super::{Facts, Missing};
use crate::domain::{Acknowledgement, RosterRow, Session, SharedText};

/// Lines in which somebody explains something by hand.
const LINES: u8 = 4;

pub fn objection(facts: &Facts<'_>) -> Result<Paper, Missing> {
    let session = facts.closed_session()?;
    let stated = match &session.acknowledgement {
        Some(Acknowledgement::Objects { on, reason }) => Some((*on, reason.as_str())),
        _ => None,
    };
    let day = stated.map_or(facts.today, |(on, _)| on);
    let stem = facts.words.say("paper-file-objection");
    let mut paper: Paper = facts.paper(facts.say("paper-objection-title"), day, &stem);
    paper.head.title_later = true;
    let above = facts.supervisor(session).and_then(|row| row.supervisor).and_then(|id| facts.roster.row(id));
    let whom = above.and_then(|row| row.position.clone());
    let to = whom.clone().unwrap_or_else(|| ".".repeat(30));
    let address = vec![
        facts.with("paper-objection-to", &[("whom", to.into())]),
        facts.say("paper-objection-as"),
        facts.say("paper-objection-here"),
    ];
    paper.push(Block::Letter { place_and_day: facts.place_and_day(day), address });
    paper.push(Block::Title);
    paper.push(Block::Paragraph(facts.say("paper-objection-signed")));
    paper.push(Block::Fields { rows: identity(facts), indented: true });
    paper.push(Block::Paragraph(facts.with("paper-objection-about", &[("who", author(facts, session).into())])));
    paper.push(Block::Fields { rows: about(facts, session), indented: true });
    paper.section(facts.say("paper-objection-reasons"));
    match stated {
        Some((_, reason)) => paper.push(Block::Quote(official(reason))),
        None => paper.push(Block::Ink { key: None, label: Some(facts.say("paper-objection-write")), lines: LINES }),
    }
    paper.section(facts.say("paper-objection-asks"));
    paper.push(Block::Ink { key: None, label: Some(facts.say("paper-objection-write")), lines: 2 });
    let person = &facts.dossier.person;
    let signer = Signer {
        capacity: vec![official(format!("{},", facts.words.say("paper-employee")))],
        name: official(person.name.full()),
        number: official(number(person.nip.as_ref(), person.kind, facts.office).unwrap_or_default()),
    };
    paper.push(Block::Signatures(Signatures { place_and_day: None, left: None, right: signer }));
    paper.push(Block::Break);
    answer(&mut paper, facts, above);
    Ok(paper)
}

fn identity(facts: &Facts<'_>) -> Vec<(SharedText, SharedText)> {
    let person = &facts.dossier.person;
    let nip = person.nip.as_ref().filter(|_| facts.office.nip).map(|nip| nip.grouped());
    let rows = [
        (facts.words.say("paper-name"), Some(person.name.full())),
        (number_label(person.kind).to_owned(), nip),
        (facts.words.say("paper-rank"), rank(person.rank.as_deref(), person.kind)),
        (facts.words.say("paper-position"), person.position.clone()),
        (facts.words.say("paper-unit"), unit_line(person.unit, facts)),
    ];
    rows.into_iter().filter_map(|(label, said)| Some((official(label), official(said?)))).collect()
}

/// `Rosmala Harahap, S.STP., M.AP. (Kepala Seksi Pelayanan Umum)`.
fn author(facts: &Facts<'_>, session: &Session) -> String {
    match facts.supervisor(session) {
        Some(RosterRow { name, position: Some(position), .. }) => {
            format!("{} ({})", name.full(), in_capacity(session.by.capacity, position))
        }
        Some(row) => row.name.full(),
        None => session.by.name.clone(),
    }
}

fn about(facts: &Facts<'_>, session: &Session) -> Vec<(SharedText, SharedText)> {
    let kind = facts.words.say(&format!("report-kind-{}", session.kind.id()));
    let mut rows = vec![(facts.say("paper-objection-talk"), official(format!("{kind}, {}", facts.whole_day(session.on))))];
    if let Some(code) = session.receipt() {
        rows.push((facts.say("paper-receipt"), official(code)));
    }
    rows
}

/// The page of whoever decides.
fn answer(paper: &mut Paper, facts: &Facts<'_>, above: Option<&RosterRow>) {
    paper.section(facts.say("paper-objection-answer"));
    paper.push(Block::Paragraph(facts.say("paper-objection-answer-how")));
    paper.push(Block::Blank { label: facts.say("paper-objection-received"), before: official("") });
    for id in ["paper-objection-says-supervisor", "paper-objection-says-employee"] {
        paper.section(facts.say(id));
        paper.push(Block::Ink { key: None, label: None, lines: LINES });
    }
    paper.section(facts.say("paper-objection-decision"));
    let choices = vec![facts.say("paper-objection-stays"), facts.say("paper-objection-changes")];
    paper.push(Block::Ticks { label: None, choices });
    paper.section(facts.say("paper-objection-why"));
    paper.push(Block::Ink { key: None, label: None, lines: LINES });
    let place = facts.office.place.as_ref().map_or_else(|| ".".repeat(25), |place| format!("{place}, {}", ".".repeat(15)));
    let capacity = above.and_then(|row| row.position.clone()).unwrap_or_else(|| facts.words.say("paper-objection-above"));
    let numbered = above.and_then(|row| number(row.nip.as_ref(), row.kind, facts.office));
    let signer = Signer {
        capacity: vec![official(format!("{capacity},"))],
        name: official(above.map_or_else(|| ".".repeat(30), |row| row.name.full())),
        number: official(numbered.unwrap_or_default()),
    };
    paper.push(Block::Signatures(Signatures { place_and_day: Some(official(place)), left: None, right: signer }));
}
