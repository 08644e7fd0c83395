//! `bina note LINE`: quick capture in the shell, the same grammar as on the screens. Says what was understood, in
//! words or with `--json`.

use super::{Context, Failure, OpenMode, Output, find, work::Desk};
use crate::domain::language::capture;
use crate::domain::language::capture::{CaptureProblem, Captured, Names, What};
use crate::domain::language::clean;
use crate::domain::{Audience, Change, Owner, PersonId, Roster, RosterRow};
use crate::i18n::Text;
use jiff::civil::Date;
use serde::Serialize;

/// What `bina note --json` answers. The shape is a promise.
#[derive(Debug, Serialize)]
struct Noted {
    id: String,
    /// The person's identifier.
    person: String,
    /// `praise`, `improve`, `observation`, `agenda`, `action`.
    kind: &'static str,
    audience: Audience,
    tags: Vec<String>,
    /// The day it speaks of; of an action the due day, if it has one.
    date: Option<Date>,
    text: String,
}

pub fn run(ctx: &Context, line: &str, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadWrite)?, line, out)
}

pub(super) fn answer(ctx: &Context, desk: &mut Desk, line: &str, out: &mut Output) -> Result<(), Failure> {
    let names = Names::of(desk.roster.rows(), &desk.roster.units);
    let context = capture::Context { names: &names, here: None, tags: &[], results: &[], today: ctx.today };
    // What is said back is what is kept.
    let line = clean::clean_whole(line);
    let captured = capture::read(&line, &context);
    let intent = captured.to_intent(ctx.today).map_err(|problem| unclear(&problem, &desk.roster))?;
    let capture::Who::One(person) = captured.person else {
        return Err(unclear(&CaptureProblem::NoPerson, &desk.roster));
    };
    let change = desk.carry_out(ctx, Some(person), intent)?;
    let noted = noted(&change, &captured, person);
    if ctx.json {
        return out.json(&noted);
    }
    let name = names.label(person).unwrap_or_default();
    out.line(&said(ctx, &captured, &noted, name))
}

/// Why the line can't be kept; those who fit are named.
fn unclear(problem: &CaptureProblem, roster: &Roster) -> Failure {
    match problem {
        CaptureProblem::Ambiguous(people) => {
            let rows: Vec<&RosterRow> = people.iter().filter_map(|id| roster.row(*id)).collect();
            // No letter more tells namesakes apart.
            let alike = rows.windows(2).all(|pair| pair[0].name.key() == pair[1].name.key());
            find::several(roster, Text::plain(if alike { "note-same-name" } else { "note-ambiguous" }), rows)
        }
        CaptureProblem::UnknownPerson(name) => {
            Failure::refused(problem.message_id(), [("name", name.as_str().into())]).hint(Text::plain("cli-hint-names"))
        }
        CaptureProblem::FutureDate(day) => Failure::refused(problem.message_id(), [("day", (*day).into())]),
        CaptureProblem::NoPerson | CaptureProblem::NoText => Failure::refused(problem.message_id(), []),
    }
}

fn noted(change: &Change, captured: &Captured, person: PersonId) -> Noted {
    let (kind, date) = match captured.what {
        What::Feedback(kind) => (kind.id(), Some(captured.on)),
        What::Agenda => ("agenda", Some(captured.on)),
        What::Action { due, .. } => ("action", due),
    };
    Noted {
        id: change.ops.first().map(|op| op.record().id().uuid().to_string()).unwrap_or_default(),
        person: person.to_string(),
        kind,
        audience: captured.audience,
        tags: captured.tags.clone(),
        date,
        text: captured.text.clone(),
    }
}

/// One line that shows what was understood.
fn said(ctx: &Context, captured: &Captured, noted: &Noted, name: String) -> String {
    let words = &ctx.words;
    let chip = |id: &'static str| words.say(id);
    let kind = match captured.what {
        What::Feedback(kind) => chip(capture::Read::Feedback(kind).message_id()),
        What::Agenda => chip("capture-chip-agenda"),
        What::Action { owner: Owner::Supervisor, .. } => chip("capture-chip-mine"),
        What::Action { owner: Owner::Employee, .. } => chip("capture-chip-action"),
    };
    let audience = chip(capture::Read::Audience(captured.audience).message_id());
    let day = noted.date.map(|day| words.short_day(day));
    let tags = captured.tags.iter().map(|tag| format!("#{tag}"));
    let parts: Vec<String> = [name, kind, audience].into_iter().chain(day).chain(tags).collect();
    words.with("note-done", &[("what", parts.join(" · ").into()), ("text", captured.text.as_str().into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::double::{Double, Paper, context, roster_of};
    use crate::domain::Dossier;
    use crate::i18n::Lang;
    use crate::reports::sample;

    fn office() -> Double {
        let (roster, dossier) = sample::office();
        Double::with(roster, vec![dossier])
    }

    #[test]
    fn a_line_becomes_a_note_and_says_what_was_understood() {
        let (store, paper) = (office(), Paper::default());
        let line = "sari + membereskan arsip 2019 #orientasi kemarin";
        answer(&context(Lang::Id), &mut store.desk(), line, &mut paper.output()).unwrap();
        for part in ["Sari Dewi Lubis, S.E.", "pujian", "20 Nov 2026", "#orientasi", "membereskan arsip 2019"] {
            assert!(paper.text().contains(part), "{part}: {}", paper.text());
        }
        assert_eq!(store.log().len(), 1);
    }

    #[test]
    fn machines_get_the_promised_fields() {
        let (store, paper) = (office(), Paper::default());
        let ctx = Context { json: true, ..context(Lang::En) };
        answer(&ctx, &mut store.desk(), "sari >> daftar arsip 18/12", &mut paper.output()).unwrap();
        let value: serde_json::Value = serde_json::from_str(&paper.text()).unwrap();
        let fields: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(fields, ["audience", "date", "id", "kind", "person", "tags", "text"]);
        assert_eq!(
            (&value["kind"], &value["date"], &value["text"]),
            (&"action".into(), &"2026-12-18".into(), &"daftar arsip".into())
        );
        let kept: Dossier = store.desk().dossier(sample::sari().id()).unwrap();
        assert!(kept.actions.iter().any(|action| action.id.to_string() == value["id"]));
    }

    #[test]
    fn when_two_people_fit_both_are_named_and_nothing_is_kept() {
        let store = Double::with(roster_of(&["Sari Dewi Lubis", "Sari Rangkuti"]), vec![]);
        let paper = Paper::default();
        let failure = answer(&context(Lang::Id), &mut store.desk(), "sari + ramah", &mut paper.output()).unwrap_err();
        assert_eq!((failure.kind.exit_code(), failure.hints.len()), (1, 2));
        let failure = answer(&context(Lang::Id), &mut store.desk(), "togar + ramah", &mut paper.output()).unwrap_err();
        assert_eq!(failure.message.id, "capture-unknown-person");
        assert!(store.log().is_empty());
        let store = Double::with(roster_of(&["Nurul Hidayah", "Nurul Hidayah"]), vec![]);
        let failure = answer(&context(Lang::Id), &mut store.desk(), "nurul hidayah + x", &mut paper.output()).unwrap_err();
        assert_eq!((failure.message.id, failure.hints.len()), ("note-same-name", 2));
    }

    #[test]
    fn what_is_said_back_is_what_is_kept() {
        let (store, paper) = (office(), Paper::default());
        let line = "sari + bagus \u{2764}\u{fe0f} sele\u{ad}sai\r\n";
        answer(&context(Lang::Id), &mut store.desk(), line, &mut paper.output()).unwrap();
        assert!(paper.text().contains("bagus \u{2764} selesai"), "{}", paper.text());
    }
}
