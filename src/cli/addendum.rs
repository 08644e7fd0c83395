//! `bina addendum NAME TEXT`: a dated correction of a closed session.

use super::args::Addendum;
use super::context::date;
use super::sheet::closed_session;
use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::records::intent;
use crate::domain::{Audience, Audienced};

pub fn run(ctx: &Context, args: Addendum, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadWrite)?, args, out)
}

fn answer(ctx: &Context, desk: &mut Desk, args: Addendum, out: &mut Output) -> Result<(), Failure> {
    let day = args.date.as_deref().map(|text| date("--date", text)).transpose()?;
    let person = desk.person(&args.name)?.id;
    let dossier = desk.dossier(person)?;
    let session = closed_session(ctx, &dossier, day)?;
    let audience = if args.on_sheet { Audience::Shared } else { Audience::Private };
    let text = Audienced::new(audience, args.text.join(" "));
    desk.carry_out(ctx, Some(person), intent::WriteAddendum { person, id: session.id, text })?;
    let said = [("name", dossier.person.name.full().into()), ("day", ctx.words.long_day(session.on).into())];
    let id = match audience {
        Audience::Private => "addendum-done-private",
        Audience::Shared => "addendum-done-shared",
    };
    out.line(&ctx.words.with(id, &said))
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
            let args = Addendum { name: "sari".into(), text: vec!["angka".into(), "final".into()], date: None, on_sheet };
            answer(&context(Lang::Id), &mut store.desk(), args, &mut paper.output()).unwrap();
            assert!(paper.text().contains(said), "{}", paper.text());
        }
        let kept = store.desk().dossier(sample::sari().id()).unwrap();
        let audiences: Vec<Audience> = kept.last_closed().unwrap().addenda.iter().rev().map(|a| a.text.audience()).collect();
        assert_eq!(audiences[..2], [Audience::Shared, Audience::Private]);
    }
}
