//! `bina addendum NAME TEXT`: a dated correction of a closed session.

use super::args::Addendum;
use super::context::date;
use super::sheet::closed_session;
use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::records::intent;
use crate::domain::sessions::closing;
use crate::domain::{Audience, Audienced, Dossier, Session};
use crate::i18n::Text;

pub fn run(ctx: &Context, args: Addendum, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadWrite)?, args, out)
}

fn answer(ctx: &Context, desk: &mut Desk, args: Addendum, out: &mut Output) -> Result<(), Failure> {
    let day = args.date.as_deref().map(|text| date("--date", text)).transpose()?;
    let person = desk.person(&args.name)?.id;
    let dossier = desk.dossier(person)?;
    let session = closed_session(ctx, &dossier, day)?;
    if args.on_sheet && !args.yes {
        look_first(ctx, desk, &dossier, session, &args.text.join(" "))?;
    }
    let audience = if args.on_sheet { Audience::Shared } else { Audience::Private };
    let text = Audienced::new(audience, args.text.join(" "));
    desk.carry_out(ctx, Some(person), intent::WriteAddendum { person, id: session.id, text })?;
    let said = [("name", super::find::label(&desk.roster, person).into()), ("day", ctx.words.long_day(session.on).into())];
    let id = match audience {
        Audience::Private => "addendum-done-private",
        Audience::Shared => "addendum-done-shared",
    };
    out.line(&ctx.words.with(id, &said))
}

/// What is added to a sheet is looked at like the sheet: said once, and nothing is written before.
fn look_first(ctx: &Context, desk: &Desk, dossier: &Dossier, session: &Session, text: &str) -> Result<(), Failure> {
    let warnings = closing::addendum(dossier, session.id, text, &desk.roster, &ctx.rules);
    if warnings.is_empty() {
        return Ok(());
    }
    let failure = Failure::refused("addendum-look", []);
    let said = warnings.iter().fold(failure, |failure, warning| {
        let word = warning.word().unwrap_or_default();
        failure.hint(Text::with(warning.message_id(), [("word", word.into())]))
    });
    Err(said.hint(Text::plain("addendum-hint-yes")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::double::{Double, Paper, context};
    use crate::i18n::Lang;
    use crate::reports::sample;

    #[test]
    fn an_addendum_is_private_unless_it_is_meant_for_the_sheet() {
        let (roster, dossier) = sample::office();
        let store = Double::with(roster, vec![dossier]);
        for (on_sheet, said) in [(false, "hanya untuk Anda"), (true, "lembar pegawai")] {
            let paper = Paper::default();
            let args = Addendum {
                name: "sari".into(),
                text: vec!["angka".into(), "final".into()],
                date: None,
                on_sheet,
                yes: false,
            };
            answer(&context(Lang::Id), &mut store.desk(), args, &mut paper.output()).unwrap();
            assert!(paper.text().contains(said), "{}", paper.text());
        }
        let kept = store.desk().dossier(sample::sari().id()).unwrap();
        let audiences: Vec<Audience> = kept.last_closed().unwrap().addenda.iter().rev().map(|a| a.text.audience()).collect();
        assert_eq!(audiences[..2], [Audience::Shared, Audience::Private]);
    }

    #[test]
    fn what_is_added_to_the_sheet_is_looked_at_once() {
        let (roster, dossier) = sample::office();
        let before = dossier.last_closed().unwrap().addenda.len();
        let store = Double::with(roster, vec![dossier]);
        let text: Vec<String> = sample::SECRET.split(' ').map(str::to_owned).collect();
        let with = |on_sheet, yes| Addendum { name: "sari".into(), text: text.clone(), date: None, on_sheet, yes };
        let ctx = context(Lang::Id);
        let write = |args| answer(&ctx, &mut store.desk(), args, &mut Paper::default().output());
        let asked = write(with(true, false)).unwrap_err();
        assert_eq!((asked.message.id, asked.hints[0].id), ("addendum-look", "closing-private-phrase"));
        let kept = || store.desk().dossier(sample::sari().id()).unwrap().last_closed().unwrap().addenda.len() - before;
        assert_eq!(kept(), 0, "asked before anything is written");
        write(with(false, false)).unwrap();
        write(with(true, true)).unwrap();
        assert_eq!(kept(), 2);
    }
}
