//! `bina checkin NAME GOAL VALUE [NOTE]`: a dated value from the shell, in the grammar of the screens. Says what was
//! kept, how far that is and at which pace.

use super::context::past_day;
use super::{Context, Failure, OpenMode, Output, find_goal, work::Desk};
use crate::domain::goal::entry::{self, Context as Line};
use crate::domain::goal::plan::Goal;
use crate::domain::goal::{Indicator, PerformancePlan, WorkResult};
use crate::domain::records::intent::{self, NewCheckIn};
use crate::domain::{Dossier, Refusal};
use crate::i18n::Text;
use crate::reports::Tone;
use crate::reports::goals;
use clap::Args;
use jiff::civil::Date;
use serde::Serialize;

#[derive(Clone, Debug, Default, Args)]
pub struct CheckinArgs {
    #[arg(value_name = "NAME")]
    pub name: String,
    #[arg(value_name = "GOAL")]
    pub goal: String,
    #[arg(value_name = "VALUE", allow_negative_numbers = true)]
    pub value: String,
    #[arg(value_name = "NOTE")]
    pub note: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    pub evidence: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
}

/// What `bina checkin --json` answers. The shape is a promise; figures are exact decimals as text.
#[derive(Debug, Serialize)]
struct Kept {
    id: String,
    person: String,
    result: String,
    indicator: String,
    on: Date,
    value: Option<String>,
    note: String,
    evidence: String,
    progress: Option<String>,
    /// `reached`, `on-pace`, `slipping`, `behind`.
    verdict: Option<&'static str>,
}

pub fn run(ctx: &Context, args: &CheckinArgs, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadWrite)?, args, out)
}

fn answer(ctx: &Context, desk: &mut Desk, args: &CheckinArgs, out: &mut Output) -> Result<(), Failure> {
    let person = desk.person(&args.name)?.id;
    let name = super::find::label(&desk.roster, person);
    let dossier = desk.dossier(person)?;
    let asked = args.on.as_deref().map(|text| past_day("--on", text, ctx.today)).transpose()?;
    // A day at the end of the note belongs to the plan that was in effect on it.
    let typed = [std::slice::from_ref(&args.value), &args.note].concat().join(" ");
    let day = asked.or_else(|| entry::day_at_end(&typed, ctx.today)).unwrap_or(ctx.today);
    let plan = PerformancePlan::on(&dossier, day).ok_or_else(|| no_plan(&name))?;
    let (result, indicator) = find_goal::find(&plan, &args.goal)?;
    let new = new_check_in(ctx, args, (result, indicator), &dossier, asked)?;
    let on = new.on;
    let (result, indicator) = (result.id, indicator.id);
    let change = desk.carry_out(ctx, Some(person), intent::NoteCheckIns { person, entries: vec![new], session: None })?;
    let dossier = desk.dossier(person)?;
    let gone = Refusal::NoSuchRecord;
    let id = change.ops.first().map(|op| op.record().id().uuid().to_string()).unwrap_or_default();
    let check_in = dossier.check_ins.iter().find(|c| c.id.to_string() == id).ok_or(gone)?;
    let goal = Goal::of(dossier.result(result).ok_or(Refusal::NoSuchRecord)?, &dossier.check_ins, on);
    let standing = goal.standings.iter().find(|s| s.indicator.id == indicator).ok_or(Refusal::NoSuchRecord)?;
    let verdict = standing.verdict(&ctx.rules);
    if ctx.json {
        return out.json(&Kept {
            id,
            person: person.to_string(),
            result: result.to_string(),
            indicator: indicator.to_string(),
            on: check_in.on,
            value: check_in.value.map(|value| value.to_string()),
            note: check_in.note.get().clone(),
            evidence: check_in.evidence.get().clone(),
            progress: standing.progress.map(|share| share.rounded(4).to_string()),
            verdict: verdict.map(|verdict| verdict.id()),
        });
    }
    let line = goals::check_in_line(&ctx.words, standing.indicator, check_in);
    let title = standing.indicator.title.as_str();
    out.line(&ctx.words.with("checkin-done", &[("name", name.into()), ("title", title.into()), ("line", line.into())]))?;
    if !check_in.note.get().is_empty() {
        out.toned(Tone::Dim, &ctx.words.say("checkin-note-shared"))?;
    }
    match (&standing.pace, verdict) {
        (Some(pace), Some(verdict)) => out.line(&goals::pace_line(&ctx.words, pace, verdict)),
        _ if standing.indicator.target_open => out.line(&ctx.words.say("goal-why-target-open")),
        _ => Ok(()),
    }
}

/// Value and note are read as one line, as on the screens.
fn new_check_in(
    ctx: &Context,
    args: &CheckinArgs,
    (result, indicator): (&WorkResult, &Indicator),
    dossier: &Dossier,
    asked: Option<Date>,
) -> Result<NewCheckIn, Failure> {
    let typed = [std::slice::from_ref(&args.value), &args.note].concat().join(" ");
    let read_on = |day: Date| {
        let goal = Goal::of(result, &dossier.check_ins, day);
        let last = goal.standings.iter().find(|s| s.indicator.id == indicator.id).and_then(|s| s.value);
        let sign = ctx.words.decimal_sign();
        let line = Line { measure: &indicator.measure, unit: &indicator.unit, last, sign, today: ctx.today };
        entry::read(&typed, line)
    };
    let read = read_on(asked.unwrap_or(ctx.today))?;
    // `+24 kemarin` adds to the value of that day.
    let read = match read.on.filter(|_| asked.is_none()) {
        Some(day) => read_on(day)?,
        None => read,
    };
    let evidence = args.evidence.as_deref().into_iter().chain([read.evidence.as_str()]).filter(|text| !text.is_empty());
    Ok(NewCheckIn {
        result: result.id,
        indicator: indicator.id,
        on: asked.or(read.on).unwrap_or(ctx.today),
        value: read.value,
        note: read.note,
        evidence: evidence.collect::<Vec<_>>().join(" "),
    })
}

/// Somebody without any plan on the day.
pub fn no_plan(name: &str) -> Failure {
    Failure::refused("goals-no-plan", [("name", name.into())]).hint(Text::plain("goals-hint-import"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::double::{Double, Paper, context};
    use crate::i18n::Lang;
    use crate::reports::{goals::tests, sample};

    fn office() -> Double {
        let (roster, _) = sample::office();
        Double::with(roster, vec![tests::office(), sample::boss()])
    }
    fn checkin(store: &Double, args: &[&str]) -> Result<String, Failure> {
        let word = |at: usize| args.get(at).map(|text| (*text).to_owned()).unwrap_or_default();
        let (name, goal, value) = (word(0), word(1), word(2));
        let note = args.iter().skip(3).map(|text| (*text).to_owned()).collect();
        let paper = Paper::default();
        let args = CheckinArgs { name, goal, value, note, ..CheckinArgs::default() };
        answer(&context(Lang::Id), &mut store.desk(), &args, &mut paper.output())?;
        Ok(paper.text())
    }

    #[test]
    fn a_value_is_kept_and_said_with_its_pace() {
        let store = office();
        let said = checkin(&store, &["sari", "arsip", "84", "boks 61-84 selesai"]).unwrap();
        assert_eq!(
            said,
            "Tersimpan: Sari Dewi Lubis, S.E. · Boks arsip yang ditata: 84 boks pada 21 Nov 2026 (Drs. Togar Simanjuntak, M.Si.): boks 61-84 selesai\n\
             Keterangan nilai dibaca juga oleh pegawai; yang hanya untuk Anda ditulis sebagai catatan dengan tagar sasaran itu.\n\
             70% dari target saat 89% waktu berjalan: agak tertinggal\n"
        );
        let more = checkin(&store, &["sari", "arsip", "+1,5", "kemarin"]).unwrap();
        assert!(more.contains("1,5 boks pada 20 Nov 2026"), "it adds to the value of that day: {more}");
        let more = checkin(&store, &["sari", "arsip", "+1,5"]).unwrap();
        assert!(more.contains("85,5 boks pada 21 Nov 2026"), "{more}");
    }

    #[test]
    fn every_refusal_is_said_and_keeps_nothing() {
        let store = office();
        for (args, id) in [
            (&["sari", "arsip", "banyak"][..], "refusal-value-missing"),
            (&["sari", "data", "3"], "checkin-several"),
            (&["sari", "surat", "3"], "checkin-nothing"),
            (&["togar", "arsip", "3"], "goals-no-plan"),
            (&["siti", "arsip", "3"], "failure-nobody"),
        ] {
            let failure = checkin(&store, args).unwrap_err();
            assert_eq!((failure.message.id, failure.kind.exit_code()), (id, 1), "{args:?}");
        }
        let args = |on: &str| CheckinArgs {
            name: "sari".into(),
            goal: "arsip".into(),
            value: "84".into(),
            on: Some(on.into()),
            ..CheckinArgs::default()
        };
        let ask =
            |on: &str| answer(&context(Lang::Id), &mut store.desk(), &args(on), &mut Paper::default().output()).unwrap_err();
        assert_eq!(ask("2026-12-01").message.id, "refusal-date-in-future");
        assert_eq!(ask("entah").kind.exit_code(), 2);
        assert!(store.log().is_empty());
    }

    #[test]
    fn machines_get_the_promised_fields() {
        let store = office();
        let (ctx, paper) = (Context { json: true, ..context(Lang::En) }, Paper::default());
        let args = CheckinArgs {
            name: "sari".into(),
            goal: "arsip".into(),
            value: "84.5".into(),
            evidence: Some("BA-12/2026".into()),
            on: Some("kemarin".into()),
            ..CheckinArgs::default()
        };
        answer(&ctx, &mut store.desk(), &args, &mut paper.output()).unwrap();
        let value: serde_json::Value = serde_json::from_str(&paper.text()).unwrap();
        assert_eq!((&value["value"], &value["on"]), (&"84.5".into(), &"2026-11-20".into()));
        assert_eq!((&value["evidence"], &value["verdict"]), (&"BA-12/2026".into(), &"slipping".into()));
    }
}
