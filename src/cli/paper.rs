//! `bina paper KIND NAME [DATE|--period P]`: a paper as text or Markdown, on standard output or in a file of the user's own.
//! `bina paper --list`: which papers there are.

use super::args::PaperArgs;
use super::context::{coming_day, date};
use super::evaluate::period;
use super::{Context, Failure, OpenMode, Output, guarded, work::Desk};
use crate::domain::sessions::paper::Printed;
use crate::domain::{Audience, RecordId};
use crate::i18n::Text;
use crate::papers::{Facts, Form, Made, PaperKind, make};
use serde::Serialize;
use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

pub fn run(ctx: &Context, args: &PaperArgs, out: &mut Output) -> Result<(), Failure> {
    if args.list {
        return list(ctx, out);
    }
    // Said before anything is opened.
    let form = form(args);
    let kind = kind(args)?;
    let Some(name) = &args.name else {
        return Err(Failure::usage("paper-name-missing", [("kind", kind.id().into())]));
    };
    let made = answer(ctx, &mut Desk::open(ctx, OpenMode::ReadOnly)?, kind, name, args)?;
    leave(ctx, args, form, &made, out)
}

#[derive(Serialize)]
struct Listed {
    kind: &'static str,
    about: String,
    audience: Audience,
    of_session: bool,
}

fn list(ctx: &Context, out: &mut Output) -> Result<(), Failure> {
    let about = |kind: PaperKind| ctx.words.say(&format!("paper-kind-{}", kind.id()));
    if ctx.json {
        return out.json_list(PaperKind::ALL.into_iter().map(|kind| Listed {
            kind: kind.id(),
            about: about(kind),
            audience: kind.audience(),
            of_session: kind.of_session(),
        }));
    }
    PaperKind::ALL.into_iter().try_for_each(|kind| out.line(&format!("{:<13}{}", kind.id(), about(kind))))
}

fn kind(args: &PaperArgs) -> Result<PaperKind, Failure> {
    let typed = args.paper.as_deref().unwrap_or_default();
    PaperKind::of(typed)
        .ok_or_else(|| Failure::usage("paper-unknown", [("kind", typed.into())]).hint(Text::plain("paper-hint-list")))
}

fn form(args: &PaperArgs) -> Form {
    if args.markdown { Form::Markdown } else { Form::Text }
}

/// The paper of what the store has.
fn answer(ctx: &Context, desk: &mut Desk, kind: PaperKind, name: &str, args: &PaperArgs) -> Result<Made, Failure> {
    let day = match (args.date.as_deref(), kind.of_session()) {
        (None, _) => None,
        (Some(text), true) => Some(date("DATE", text)?),
        (Some(text), false) => Some(coming_day("DATE", text, ctx.today)?),
    };
    let period = args.period.as_deref().map(period).transpose()?;
    if period.is_some() && !kind.of_period() {
        return Err(Failure::usage("paper-no-period", [("kind", kind.id().into())]));
    }
    let person = desk.person(name)?.id;
    let dossier = desk.dossier(person)?;
    let facts = Facts {
        dossier: &dossier,
        roster: &desk.roster,
        rules: &ctx.rules,
        office: &ctx.config.paper.office,
        words: &ctx.words,
        today: ctx.today,
        zone: &ctx.zone,
        day,
        period,
    };
    let made = make(kind, &facts).map_err(|missing| {
        let said = missing.text(&dossier.person.name.full());
        Failure::refused(said.id, said.args)
    })?;
    // The paper of a closed session was looked at when it was closed, and is in somebody's hand.
    if kind.audience() == Audience::Shared && !kind.of_session() && !args.yes {
        // Markdown breaks no line inside a cell.
        let text = made.markdown();
        let printed = Printed { at: RecordId::Person(person), text, own_words: false };
        guarded::look_first(&desk.roster, &ctx.rules, &ctx.words, &[(&dossier, vec![printed])])?;
    }
    Ok(made)
}

/// To a file or to standard output.
fn leave(ctx: &Context, args: &PaperArgs, form: Form, made: &Made, out: &mut Output) -> Result<(), Failure> {
    let file = args.output.as_ref().filter(|file| file.as_os_str() != "-");
    let text = match form {
        Form::Text if args.in_pages => made.pages(),
        Form::Text => made.text(),
        Form::Markdown => made.markdown(),
    };
    match file {
        Some(file) => {
            write(file, text.as_bytes(), args.overwrite)?;
            out.line(&ctx.words.with("paper-written", &[("file", file.display().to_string().into())]))
        }
        None if args.in_pages => out.printed(&text),
        None => out.put(&text),
    }
}

fn exists(file: &Path) -> Failure {
    Failure::refused("paper-exists", [("file", file.display().to_string().into())]).hint(Text::plain("paper-hint-exists"))
}

/// Whole or not at all, and readable by nobody else.
fn write(file: &Path, bytes: &[u8], overwrite: bool) -> Result<(), Failure> {
    let unwritable = |error: std::io::Error| {
        let args = [("file", file.display().to_string().into()), ("reason", error.to_string().into())];
        Failure::refused("paper-unwritable", args)
    };
    let beside = beside(file);
    let put = |at: &Path| -> std::io::Result<()> {
        let mut new = OpenOptions::new().write(true).create_new(true).mode(0o600).open(at)?;
        new.write_all(bytes).and_then(|()| new.sync_all()).inspect_err(|_| drop(std::fs::remove_file(at)))
    };
    if overwrite {
        put(&beside).and_then(|()| std::fs::rename(&beside, file)).map_err(unwritable)
    } else {
        put(file).map_err(
            |error| if error.kind() == std::io::ErrorKind::AlreadyExists { exists(file) } else { unwritable(error) },
        )
    }
}

fn beside(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!(".{name}.{}", std::process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::double::{Double, Paper, context};
    use crate::i18n::Lang;
    use crate::reports::sample;

    fn args(kind: &str) -> PaperArgs {
        PaperArgs { paper: Some(kind.to_owned()), name: Some("sari".to_owned()), ..PaperArgs::default() }
    }

    fn printed(kind: &str, args: &PaperArgs) -> Result<String, Failure> {
        let (roster, dossier) = sample::office();
        let store = Double::with(roster, vec![dossier]);
        let (ctx, paper) = (context(Lang::Id), Paper::default());
        let made = answer(&ctx, &mut store.desk(), PaperKind::of(kind).unwrap(), "sari", args)?;
        leave(&ctx, args, form(args), &made, &mut paper.output())?;
        Ok(paper.text())
    }

    #[test]
    fn a_paper_is_written_once_and_nobody_else_reads_it() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("lembar.txt");
        let args = PaperArgs { output: Some(file.clone()), ..args("sheet") };
        assert!(printed("sheet", &args).unwrap().contains("lembar.txt"));
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        std::fs::write(&file, "milik orang lain").unwrap();
        let refused = printed("sheet", &args).unwrap_err();
        assert_eq!((refused.message.id, refused.kind.exit_code()), ("paper-exists", 1));
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "milik orang lain");
        printed("sheet", &PaperArgs { overwrite: true, ..args }).unwrap();
        assert!(std::fs::read_to_string(&file).unwrap().contains("LEMBAR DIALOG KINERJA"));
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "nothing lies beside it");
    }

    #[test]
    fn a_paper_that_repeats_a_private_note_is_asked_about() {
        use crate::domain::{Audienced, Sbi};
        let words = "menata arsip inaktif dari tahun dua ribu sembilan belas";
        let (roster, mut dossier) = (sample::office().0, sample::planned());
        dossier.results[0].title = words.to_owned();
        let mut note = dossier.feedback[0].clone();
        note.words = Audienced::new(Audience::Private, Sbi::plain(words));
        dossier.feedback = vec![note];
        let store = Double::with(roster, vec![dossier]);
        let made = |args: &PaperArgs| answer(&context(Lang::Id), &mut store.desk(), PaperKind::Skp, "sari", args);
        assert_eq!(made(&args("skp")).unwrap_err().message.id, "guarded-look");
        assert!(made(&PaperArgs { yes: true, ..args("skp") }).unwrap().text().contains("sembilan belas"));
        let brief = answer(&context(Lang::Id), &mut store.desk(), PaperKind::Brief, "sari", &args("brief"));
        assert!(brief.is_ok(), "the brief is for the supervisor");
    }

    #[test]
    fn the_day_of_a_paper_is_one_that_was_or_one_that_comes() {
        let of = |kind: &str, day: &str| printed(kind, &PaperArgs { date: Some(day.to_owned()), ..args(kind) });
        assert!(of("sheet", "2026-05-04").unwrap().contains("Senin, 4 Mei 2026"));
        assert_eq!(of("sheet", "2026-05-05").unwrap_err().message.id, "paper-no-session-on");
        assert!(of("preparation", "besok").unwrap().contains("Minggu, 22 November 2026"));
        assert_eq!(of("counselling", "2026-05-04").unwrap_err().message.id, "paper-no-counselling");
    }

    #[test]
    fn what_is_no_paper_and_a_period_where_none_belongs_are_said() {
        assert_eq!(kind(&args("surat")).unwrap_err().message.id, "paper-unknown");
        let of_session = PaperArgs { period: Some("2026".into()), ..args("sheet") };
        let refused = printed("sheet", &of_session).unwrap_err();
        assert_eq!((refused.message.id, refused.kind.exit_code()), ("paper-no-period", 2));
    }

    #[test]
    fn the_list_names_every_paper_and_who_may_have_it() {
        let mut ctx = context(Lang::En);
        ctx.json = true;
        let paper = Paper::default();
        list(&ctx, &mut paper.output()).unwrap();
        let listed: Vec<serde_json::Value> = serde_json::from_str(&paper.text()).unwrap();
        assert_eq!(listed.len(), PaperKind::ALL.len());
        for (row, kind) in listed.iter().zip(PaperKind::ALL) {
            assert_eq!(
                (row["kind"].as_str(), row["about"].as_str().is_some_and(|about| about.contains(' '))),
                (Some(kind.id()), true)
            );
        }
        let own: Vec<_> = listed.iter().filter(|row| row["audience"] == "private").map(|row| row["kind"].clone()).collect();
        assert_eq!(own, ["brief"]);
    }
}
