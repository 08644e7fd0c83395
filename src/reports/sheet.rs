//! The sheet of a session: exactly what the employee receives at closing. Built on a [`Page`], which takes nothing
//! but shared text. The same records give the same bytes: the receipt code is a digest of them.

use super::goals::status_word;
use super::page::{Page, Signature};
use super::{goal_text, layout, owner};
use crate::domain::competency::CompetencyId;
use crate::domain::sessions::paper::{GoalSaid, Paper};
use crate::domain::sessions::since::Untold;
use crate::domain::{
    Acknowledgement, Action, ActionState, Audienced, Capacity, Dossier, FeedbackKind, Grow, RecordId, Roster, RosterRow,
    Sbi, Session, SessionState, Shared, SharedText,
};
use crate::i18n::Words;
use jiff::tz::TimeZone;

/// The text of the sheet. The day of the next talk is the session's own `next`.
pub fn sheet(dossier: &Dossier, session: &Session, roster: &Roster, words: &Words) -> SharedText {
    let mut page = Page::new(words);
    page.title(&format!("sheet-title-{}", session.kind.id()));
    who(&mut page, dossier, session, roster, words);
    // What is printed is what the guard looks at: every part, or it does not compile.
    let paper = Paper::of(dossier, session);
    let Paper { topics, followed_up, given, since, coaching, goals, competencies, agreements, response } = &paper;
    print_topics(&mut page, topics);
    print_followed_up(&mut page, followed_up, words);
    print_given(&mut page, given);
    print_coaching(&mut page, coaching.as_ref());
    print_goals(&mut page, goals, words);
    print_competencies(&mut page, competencies, roster, words);
    print_since(&mut page, since, dossier, roster, words);
    print_agreements(&mut page, agreements, words);
    print_response(&mut page, *response, session, words);
    if let Some(day) = session.next {
        page.section("sheet-next");
        let weekday = words.long_weekday(day.weekday());
        page.paragraph(&Shared::new(format!("{weekday}, {}.", words.long_day(day))));
    }
    page.section("sheet-signatures");
    page.remark("sheet-signing-means", &[]);
    sign(&mut page, dossier, session, roster, words);
    page.finish()
}

/// The sheet as it is printed: with the receipt code below, which is no part of what it is a digest of.
pub fn printed(sheet: &SharedText, receipt: &str, words: &Words) -> String {
    let line = words.with("sheet-receipt", &[("code", receipt.into())]);
    format!("{}\n{line}\n", sheet.get())
}

/// What the employee answered, then what was added to the closed session for him or her; nothing if there is nothing.
pub fn afterwards(session: &Session, zone: &TimeZone, words: &Words) -> Option<SharedText> {
    let shared = |text: &Audienced<String>| text.shared().map(|text| text.map(String::clone));
    let addenda: Vec<_> =
        session.addenda.iter().filter_map(|a| Some((a.at.to_zoned(zone.clone()).date(), shared(&a.text)?))).collect();
    if addenda.is_empty() && session.acknowledgement.is_none() {
        return None;
    }
    let mut page = Page::new(words);
    // The answer was to the sheet, not to what was added to it.
    match &session.acknowledgement {
        Some(Acknowledgement::SignedOnPaper { on }) => page.remark("sheet-signed", &[("day", (*on).into())]),
        Some(Acknowledgement::Read { on }) => page.remark("sheet-read", &[("day", (*on).into())]),
        Some(Acknowledgement::Objects { on, reason }) => {
            page.remark("sheet-objects", &[("day", (*on).into())]);
            // The employee's own words.
            page.paragraph(&Shared::new(reason.clone()));
        }
        None => {}
    }
    if !addenda.is_empty() {
        page.section("sheet-addenda");
        for (day, text) in addenda {
            page.bullet(&text.map(|text| format!("{}: {text}", words.long_day(day))));
        }
    }
    Some(page.finish())
}

/// What personnel records say of both is known to both.
fn official(text: &str) -> SharedText {
    Shared::new(text.to_owned())
}

fn who(page: &mut Page<'_>, dossier: &Dossier, session: &Session, roster: &Roster, words: &Words) {
    let person = &dossier.person;
    let path = person.unit.map(|unit| roster.units.path(unit)).unwrap_or_default();
    if let [_, .., agency] = path.as_slice() {
        page.paragraph(&official(&agency.name));
        page.gap();
    }
    page.field("sheet-employee", &official(&person.name.full()));
    if let Some(nip) = &person.nip {
        page.field("sheet-nip", &official(&nip.grouped()));
    }
    if let Some(rank) = &person.rank {
        page.field("sheet-rank", &official(rank));
    }
    if let Some(position) = &person.position {
        page.field("sheet-position", &official(position));
    }
    let unit = roster.units.name(person.unit);
    if !unit.is_empty() {
        page.field("sheet-unit", &official(unit));
    }
    let supervisor = supervisor(session, roster);
    let name = supervisor.map_or_else(|| session.by.name.clone(), |row| row.name.full());
    page.field("sheet-supervisor", &official(&name));
    if let Some(position) = supervisor.and_then(|row| row.position.as_deref()) {
        page.field("sheet-as", &official(&in_capacity(session.by.capacity, position)));
    }
    let day = format!("{}, {}", words.long_weekday(session.on.weekday()), words.long_day(session.on));
    page.field("sheet-date", &Shared::new(day));
}

fn supervisor<'r>(session: &Session, roster: &'r Roster) -> Option<&'r RosterRow> {
    session.by.person.and_then(|id| roster.row(id))
}

/// `Plt. Kepala Seksi`; the abbreviations are the same in every language.
fn in_capacity(capacity: Capacity, position: &str) -> String {
    match capacity {
        Capacity::Definitive => position.to_owned(),
        Capacity::ActingVacant => format!("Plt. {position}"),
        Capacity::ActingDaily => format!("Plh. {position}"),
    }
}

fn print_topics(page: &mut Page<'_>, topics: &[(RecordId, SharedText)]) {
    if !topics.is_empty() {
        page.section("sheet-topics");
        topics.iter().for_each(|(_, line)| page.bullet(line));
    }
}

/// Agreements of earlier talks: what became of them since this one began, and what goes on.
fn print_followed_up(page: &mut Page<'_>, earlier: &[(&Action, SharedText)], words: &Words) {
    if earlier.is_empty() {
        return;
    }
    page.section("sheet-followed-up");
    for (action, said) in earlier {
        let state = match action.state {
            ActionState::Open => "sheet-state-open",
            ActionState::Done { .. } => "sheet-state-done",
            ActionState::NotDone { .. } => "sheet-state-not-done",
            ActionState::Dropped { .. } => "sheet-state-dropped",
        };
        let by = owner(words, action.owner);
        page.labelled(state, &said.clone().map(|said| format!("{} ({by})", said.trim_end_matches('.'))));
        if let (ActionState::Open, Some(due)) = (&action.state, action.due) {
            page.part("sheet-due", &Shared::new(words.long_day(due)));
        }
    }
}

fn print_given(page: &mut Page<'_>, given: &[(RecordId, FeedbackKind, Shared<&Sbi>)]) {
    for (kind, heading) in [
        (FeedbackKind::Praise, "sheet-praise"),
        (FeedbackKind::Improve, "sheet-improve"),
        (FeedbackKind::Observation, "sheet-observation"),
    ] {
        let mut of_kind = given.iter().filter(|(_, of, _)| *of == kind).map(|(_, _, words)| words).peekable();
        if of_kind.peek().is_some() {
            page.section(heading);
            of_kind.for_each(|words| situation_behaviour_impact(page, words.clone()));
        }
    }
}

/// What was shared since the last session and stood on no sheet yet; "shared" is a promise that it will be read.
fn print_since(page: &mut Page<'_>, untold: &Untold<'_>, dossier: &Dossier, roster: &Roster, words: &Words) {
    if untold.count() == 0 {
        return;
    }
    let first = dossier.last_closed().is_none();
    page.section(if first { "sheet-before" } else { "sheet-since" });
    for note in &untold.notes {
        if let Some(said) = note.words.shared() {
            let kind = words.say(&format!("feedback-{}", note.kind.id()));
            let day = words.long_day(note.on);
            page.bullet(&said.map(|sbi| format!("{day}, {kind}: {}", sbi.text())));
        }
    }
    for value in &untold.values {
        let indicator = dossier.result(value.result).and_then(|result| result.indicator(value.indicator));
        if let Some(indicator) = indicator {
            page.bullet(&goal_text::value(words, indicator, value));
        }
    }
    for rating in &untold.ratings {
        if let Some(reason) = rating.reason.shared() {
            let name = super::competencies::name(words, &roster.catalogue, &rating.competency);
            let day = words.long_day(rating.on);
            page.bullet(&reason.map(|reason| format!("{day}, {name}: {reason}")));
        }
    }
    for action in &untold.actions {
        if let Some(said) = action.text.shared() {
            let state = match action.state {
                ActionState::Done { .. } => "sheet-state-done",
                ActionState::NotDone { .. } => "sheet-state-not-done",
                ActionState::Dropped { .. } | ActionState::Open => "sheet-state-dropped",
            };
            let by = owner(words, action.owner);
            page.labelled(state, &said.map(|said| format!("{} ({by})", said.trim_end_matches('.'))));
        }
    }
}

fn situation_behaviour_impact(page: &mut Page<'_>, sbi: Shared<&Sbi>) {
    let part = |pick: fn(&Sbi) -> &String| sbi.as_ref().map(|s| pick(s).trim().to_owned());
    let parts = [
        ("sheet-situation", part(|s| &s.situation)),
        ("sheet-behaviour", part(|s| &s.behaviour)),
        ("sheet-impact", part(|s| &s.impact)),
        ("sheet-intent", part(|s| &s.intent)),
    ];
    let said: Vec<_> = parts.iter().filter(|(_, text)| !text.get().is_empty()).collect();
    match said.as_slice() {
        // A plain note has only what was seen.
        [(_, only)] => page.bullet(only),
        [(id, first), rest @ ..] => {
            page.labelled(id, first);
            rest.iter().for_each(|(id, text)| page.part(id, text));
        }
        [] => {}
    }
}

fn print_coaching(page: &mut Page<'_>, grow: Option<&Shared<&Grow>>) {
    let Some(grow) = grow else { return };
    page.section("sheet-grow");
    for (id, text) in [
        ("sheet-goal", grow.as_ref().map(|g| g.goal.clone())),
        ("sheet-reality", grow.as_ref().map(|g| g.reality.clone())),
        ("sheet-options", grow.as_ref().map(|g| g.options.clone())),
        ("sheet-will", grow.as_ref().map(|g| g.will.clone())),
    ] {
        if !text.get().trim().is_empty() {
            page.labelled(id, &text);
        }
    }
}

/// What was said about competencies in this talk for both to read: the reason, never the level.
fn print_competencies(page: &mut Page<'_>, said: &[(RecordId, CompetencyId, SharedText)], roster: &Roster, words: &Words) {
    if said.is_empty() {
        return;
    }
    page.section("sheet-competencies");
    for (_, competency, reason) in said {
        let name = super::competencies::name(words, &roster.catalogue, competency);
        page.bullet(&reason.clone().map(|reason| format!("{name}: {reason}")));
    }
}

/// Values and words about goals in this talk: what the plan says and what was written to be read by both.
fn print_goals(page: &mut Page<'_>, goals: &[GoalSaid<'_>], words: &Words) {
    if goals.is_empty() {
        return;
    }
    page.section("sheet-goals");
    for GoalSaid { result, values, word } in goals {
        page.bullet(&Shared::new(result.title.clone()));
        for value in values {
            if let Some(indicator) = result.indicator(value.indicator) {
                page.beneath(&goal_text::value(words, indicator, value));
            }
        }
        if let Some(last) = result.words.last().filter(|_| *word) {
            page.part("sheet-goal-status", &Shared::new(status_word(words, last.status)));
        }
    }
}

fn print_agreements(page: &mut Page<'_>, agreed: &[(&Action, SharedText)], words: &Words) {
    if agreed.is_empty() {
        return;
    }
    page.section("sheet-agreements");
    for (action, said) in agreed {
        page.bullet(said);
        page.part("sheet-owner", &Shared::new(owner(words, action.owner)));
        if let Some(due) = action.due {
            page.part("sheet-due", &Shared::new(words.long_day(due)));
        }
        if !action.measure.is_empty() {
            // How both will know: part of an agreement that is shared.
            page.part("sheet-measure", &Shared::new(action.measure.clone()));
        }
    }
}

fn print_response(page: &mut Page<'_>, said: Option<&SharedText>, session: &Session, words: &Words) {
    page.section("sheet-response");
    let Some(response) = session.response.as_ref().filter(|r| !r.is_empty()) else {
        page.remark("sheet-no-response", &[]);
        return;
    };
    if let Some(said) = said {
        page.paragraph(said);
    }
    page.gap();
    if let Some(mood) = response.mood {
        page.labelled("sheet-mood", &Shared::new(words.say(&format!("mood-{}", mood.clamp(1, 5)))));
    }
    for (i, answer) in response.statements.iter().enumerate() {
        if let Some(answer) = answer {
            let said = words.with("sheet-of-five", &[("n", i64::from(*answer).into())]);
            page.labelled(&format!("statement-{}", i + 1), &Shared::new(said));
        }
    }
}

fn sign(page: &mut Page<'_>, dossier: &Dossier, session: &Session, roster: &Roster, words: &Words) {
    let number = |nip: Option<&crate::domain::Nip>| official(&nip.map_or(String::new(), |n| format!("NIP {}", n.grouped())));
    let row = supervisor(session, roster);
    let capacity = match row.and_then(|row| row.position.as_deref()) {
        Some(position) => in_capacity(session.by.capacity, position),
        None => words.say("sheet-supervisor"),
    };
    let left = Signature {
        capacity: official(&format!("{},", words.say("sheet-employee"))),
        name: official(&dossier.person.name.full()),
        number: number(dossier.person.nip.as_ref()),
    };
    let right = Signature {
        capacity: official(&format!("{capacity},")),
        name: official(&row.map_or_else(|| session.by.name.clone(), |row| row.name.full())),
        number: number(row.and_then(|row| row.nip.as_ref())),
    };
    page.signatures(&left, &right);
}

/// The title of a closed session without its sheet: day and kind.
pub fn caption(session: &Session, words: &Words) -> String {
    let state = match &session.state {
        SessionState::Closed { .. } => words.say(&format!("report-kind-{}", session.kind.id())),
        other => words.say(&format!("report-session-{}", other.id())),
    };
    layout::cut(&format!("{} · {state}", words.long_day(session.on)), super::page::COLUMNS)
}

#[cfg(test)]
mod tests;
