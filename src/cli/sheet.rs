//! `bina sheet NAME [DATE]`: the sheet of a closed session, and the employee's answer with its receipt code.

use super::args::Sheet;
use super::context::date;
use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::records::intent::{self, Intent};
use crate::domain::{Acknowledgement, Dossier, Session};
use crate::i18n::Text;
use crate::reports::sheet;
use jiff::civil::Date;

pub fn run(ctx: &Context, args: Sheet, out: &mut Output) -> Result<(), Failure> {
    let mode = if args.receipt.is_some() { OpenMode::ReadWrite } else { OpenMode::ReadOnly };
    answer(ctx, &mut Desk::open(ctx, mode)?, args, out)
}

fn answer(ctx: &Context, desk: &mut Desk, args: Sheet, out: &mut Output) -> Result<(), Failure> {
    let day = args.date.as_deref().map(|text| date("DATE", text)).transpose()?;
    let person = desk.person(&args.name)?.id;
    if let Some(receipt) = args.receipt {
        let on = ctx.today;
        let answer = match (args.signed, args.objects) {
            (_, Some(reason)) => Acknowledgement::Objects { on, reason },
            (true, None) => Acknowledgement::SignedOnPaper { on },
            (false, None) => Acknowledgement::Read { on },
        };
        let said = ctx.words.say(&format!("report-answer-{}", answer.id()));
        let intent: Intent = match answer {
            Acknowledgement::Objects { on, reason } => intent::ObjectToSheet { person, receipt, on, reason }.into(),
            answer => intent::Acknowledge { person, receipt, answer }.into(),
        };
        desk.carry_out(ctx, Some(person), intent)?;
        return out.line(&ctx.words.with("sheet-acknowledged", &[("answer", said.into())]));
    }
    let dossier = desk.dossier(person)?;
    let session = closed_session(ctx, &dossier, day)?;
    // The sheet is Markdown as it is, so that its code holds for both.
    match (session.sheet(), session.receipt()) {
        (Some(text), Some(receipt)) => out.put(&sheet::printed(text, receipt, &ctx.words))?,
        (Some(text), None) => out.put(text.get())?,
        (None, _) => {
            out.put(sheet::sheet(&dossier, session, &desk.roster, &ctx.words).get())?;
            out.line("")?;
            out.line(&ctx.words.say("sheet-compiled"))?;
        }
    }
    match sheet::afterwards(session, &ctx.zone, &ctx.words) {
        Some(text) => {
            out.line("")?;
            out.put(text.get())
        }
        None => Ok(()),
    }
}

/// The closed session of a day, or the last one.
pub fn closed_session<'d>(ctx: &Context, dossier: &'d Dossier, day: Option<Date>) -> Result<&'d Session, Failure> {
    let found = match day {
        Some(day) => dossier.sessions.iter().rev().find(|s| s.is_closed() && s.on == day),
        None => dossier.last_closed(),
    };
    let name = dossier.person.name.full();
    found.ok_or_else(|| {
        let failure = Failure::refused("failure-no-session", [("name", name.into())]);
        let closed = dossier.sessions.iter().rev().filter(|s| s.is_closed()).take(8);
        closed.fold(failure, |failure, session| {
            let caption = sheet::caption(session, &ctx.words);
            let args = [("day", session.on.to_string().into()), ("caption", caption.into())];
            failure.hint(Text::with("cli-session", args))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::double::{Double, Paper, context};
    use crate::domain::sessions::receipt::receipt;
    use crate::i18n::Lang;
    use crate::reports::sample;

    fn args() -> Sheet {
        let (date, receipt, objects) = (None, None, None);
        Sheet { name: "sari".into(), date, markdown: false, receipt, signed: false, read: false, objects }
    }

    fn closed() -> (Double, String) {
        let (roster, dossier) = sample::office();
        let store = Double::with(roster, vec![dossier]);
        let ctx = context(Lang::Id);
        let mut desk = store.desk();
        let person = desk.person("sari").unwrap().id;
        let dossier = desk.dossier(person).unwrap();
        let open = dossier.open_session().unwrap();
        let text = sheet::sheet(&dossier, open, &desk.roster, &ctx.words);
        let code = receipt(&text);
        let close = intent::CloseSession { person, id: open.id, sheet: text, next: None };
        desk.carry_out(&ctx, Some(person), close).unwrap();
        (store, code)
    }

    #[test]
    fn the_sheet_is_printed_as_it_was_handed_out_with_its_code() {
        let (store, code) = closed();
        let paper = Paper::default();
        answer(&context(Lang::Id), &mut store.desk(), args(), &mut paper.output()).unwrap();
        assert!(paper.text().ends_with(&format!("{code}\n")), "{}", paper.text());
        assert!(paper.text().starts_with("LEMBAR DIALOG KINERJA\n"), "{}", paper.text());
        let absent = Sheet { date: Some("2020-01-01".into()), ..args() };
        let failure = answer(&context(Lang::Id), &mut store.desk(), absent, &mut paper.output()).unwrap_err();
        assert_eq!((failure.message.id, failure.hints.len()), ("failure-no-session", 3));
    }

    #[test]
    fn the_code_typed_back_records_each_answer_once_and_an_objection_is_the_last() {
        let (store, code) = closed();
        let paper = Paper::default();
        let ctx = context(Lang::En);
        let typed = code.to_lowercase().replace('-', " ");
        let signed = || Sheet { receipt: Some(typed.clone()), signed: true, ..args() };
        answer(&ctx, &mut store.desk(), signed(), &mut paper.output()).unwrap();
        let again = answer(&ctx, &mut store.desk(), signed(), &mut paper.output()).unwrap_err();
        assert_eq!(again.message.id, "refusal-already-acknowledged");
        let objects = || Sheet { receipt: Some(typed.clone()), objects: Some("the number is wrong".into()), ..args() };
        answer(&ctx, &mut store.desk(), objects(), &mut paper.output()).unwrap();
        for late in [signed(), objects()] {
            let again = answer(&ctx, &mut store.desk(), late, &mut paper.output()).unwrap_err();
            assert_eq!(again.message.id, "refusal-already-acknowledged");
        }
        let wrong = Sheet { receipt: Some("00000-00000".into()), read: true, ..args() };
        let wrong = answer(&ctx, &mut store.desk(), wrong, &mut paper.output()).unwrap_err();
        assert_eq!((wrong.message.id, wrong.kind.exit_code()), ("refusal-unknown-receipt", 1));
    }
}
