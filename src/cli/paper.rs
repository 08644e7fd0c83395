//! `bina paper KIND NAME [DATE]`: a paper as text, Markdown or PDF, on standard output or in a file of the user's own.
//! `bina paper --list`: which papers there are.

use super::args::PaperArgs;
use super::context::{at_home, coming_day, date};
use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::Audience;
use crate::i18n::Text;
use crate::papers::{Facts, Form, Kind, Made, TEMPLATE, TEMPLATE_NAME, make};
use crate::pdf::{self, Order};
use serde::Serialize;
use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// A template is read whole.
const LARGEST_TEMPLATE: u64 = 1 << 20;

pub fn run(ctx: &Context, args: &PaperArgs, out: &mut Output) -> Result<(), Failure> {
    if args.list {
        return list(ctx, out);
    }
    // Said before anything is opened.
    let form = form(args)?;
    let kind = kind(args)?;
    let Some(name) = &args.name else {
        return Err(Failure::usage("paper-name-missing", [("kind", kind.id().into())]));
    };
    let made = answer(ctx, &mut Desk::open(ctx, OpenMode::ReadOnly)?, kind, name, args.date.as_deref())?;
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
    let about = |kind: Kind| ctx.words.say(&format!("paper-kind-{}", kind.id()));
    if ctx.json {
        return out.json_list(Kind::ALL.into_iter().map(|kind| Listed {
            kind: kind.id(),
            about: about(kind),
            audience: kind.audience(),
            of_session: kind.of_session(),
        }));
    }
    Kind::ALL.into_iter().try_for_each(|kind| out.line(&format!("{:<13}{}", kind.id(), about(kind))))
}

fn kind(args: &PaperArgs) -> Result<Kind, Failure> {
    let typed = args.paper.as_deref().unwrap_or_default();
    Kind::of(typed)
        .ok_or_else(|| Failure::usage("paper-unknown", [("kind", typed.into())]).hint(Text::plain("paper-hint-list")))
}

fn form(args: &PaperArgs) -> Result<Form, Failure> {
    match (args.pdf.is_some(), args.as_text || args.in_pages, args.markdown) {
        (true, false, false) => Ok(Form::Pdf),
        (false, false, true) => Ok(Form::Markdown),
        (false, _, false) => Ok(Form::Text),
        _ => Err(Failure::usage("paper-one-form", [])),
    }
}

/// The paper of what the store has.
fn answer(ctx: &Context, desk: &mut Desk, kind: Kind, name: &str, day: Option<&str>) -> Result<Made, Failure> {
    let day = match (day, kind.of_session()) {
        (None, _) => None,
        (Some(text), true) => Some(date("DATE", text)?),
        (Some(text), false) => Some(coming_day("DATE", text, ctx.today)?),
    };
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
    };
    make(kind, &facts).map_err(|missing| {
        let said = missing.text(&dossier.person.name.full());
        Failure::refused(said.id, said.args)
    })
}

/// To a file or to standard output.
fn leave(ctx: &Context, args: &PaperArgs, form: Form, made: &Made, out: &mut Output) -> Result<(), Failure> {
    let file = args.pdf.as_ref().or(args.output.as_ref()).filter(|file| file.as_os_str() != "-");
    if form == Form::Pdf && file.is_none() && out.is_terminal() {
        let proposal = made.file_name(Form::Pdf);
        return Err(
            Failure::usage("paper-to-terminal", []).hint(Text::with("paper-hint-pdf-file", [("file", proposal.into())]))
        );
    }
    if let Some(file) = file.filter(|file| !args.overwrite && file.exists()) {
        return Err(exists(file));
    }
    let bytes = match form {
        Form::Text if args.in_pages => made.pages().into_bytes(),
        Form::Text => made.text().into_bytes(),
        Form::Markdown => made.markdown().into_bytes(),
        Form::Pdf => set(ctx, made)?,
    };
    match (file, form) {
        (Some(file), _) => {
            write(file, &bytes, args.overwrite)?;
            out.line(&ctx.words.with("paper-written", &[("file", file.display().to_string().into())]))
        }
        (None, Form::Pdf) => out.binary(&bytes),
        (None, _) if args.in_pages => out.printed(&String::from_utf8_lossy(&bytes)),
        (None, _) => out.put(&String::from_utf8_lossy(&bytes)),
    }
}

fn set(ctx: &Context, made: &Made) -> Result<Vec<u8>, Failure> {
    let own = ctx.config.paper.template.as_deref().map(at_home).transpose()?;
    let template = match &own {
        Some(file) => read_template(file)?,
        None => TEMPLATE.to_owned(),
    };
    let order = Order { source: made.source(), template, template_name: TEMPLATE_NAME.to_owned() };
    let program =
        std::env::current_exe().map_err(|error| Failure::refused("paper-child", [("reason", error.to_string().into())]))?;
    pdf::set(&order, &program).map_err(|unset| {
        let said = unset.text(own.as_deref());
        let failure = Failure::refused(said.id, said.args);
        match unset.hint(own.as_deref()) {
            Some(hint) => failure.hint(hint),
            None => failure,
        }
    })
}

fn read_template(file: &Path) -> Result<String, Failure> {
    let read = || {
        if std::fs::metadata(file)?.len() > LARGEST_TEMPLATE {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        std::fs::read_to_string(file)
    };
    read().map_err(|error: std::io::Error| {
        let args = [("file", file.display().to_string().into()), ("reason", error.to_string().into())];
        Failure::refused("paper-template-unreadable", args)
    })
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
        let made = answer(&ctx, &mut store.desk(), Kind::of(kind).unwrap(), "sari", args.date.as_deref())?;
        leave(&ctx, args, form(args)?, &made, &mut paper.output())?;
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
    fn the_day_of_a_paper_is_one_that_was_or_one_that_comes() {
        let of = |kind: &str, day: &str| printed(kind, &PaperArgs { date: Some(day.to_owned()), ..args(kind) });
        assert!(of("sheet", "2026-05-04").unwrap().contains("Senin, 4 Mei 2026"));
        assert_eq!(of("sheet", "2026-05-05").unwrap_err().message.id, "paper-no-session-on");
        assert!(of("preparation", "besok").unwrap().contains("Minggu, 22 November 2026"));
        assert_eq!(of("counselling", "2026-05-04").unwrap_err().message.id, "paper-no-counselling");
    }

    #[test]
    fn only_one_form_is_asked_for_at_a_time() {
        let two = PaperArgs { markdown: true, as_text: true, ..args("sheet") };
        assert_eq!(form(&two).unwrap_err().kind.exit_code(), 2);
        let three = PaperArgs { markdown: true, pdf: Some("x.pdf".into()), ..args("sheet") };
        assert_eq!(form(&three).unwrap_err().message.id, "paper-one-form");
        assert_eq!(kind(&args("surat")).unwrap_err().message.id, "paper-unknown");
    }

    #[test]
    fn the_list_names_every_paper_and_who_may_have_it() {
        let mut ctx = context(Lang::En);
        ctx.json = true;
        let paper = Paper::default();
        list(&ctx, &mut paper.output()).unwrap();
        let listed: Vec<serde_json::Value> = serde_json::from_str(&paper.text()).unwrap();
        assert_eq!(listed.len(), Kind::ALL.len());
        for (row, kind) in listed.iter().zip(Kind::ALL) {
            assert_eq!(
                (row["kind"].as_str(), row["about"].as_str().is_some_and(|about| about.contains(' '))),
                (Some(kind.id()), true)
            );
        }
        let own: Vec<_> = listed.iter().filter(|row| row["audience"] == "private").map(|row| row["kind"].clone()).collect();
        assert_eq!(own, ["brief"]);
    }
}
