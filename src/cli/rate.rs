//! `bina rate NAME COMPETENCY LEVEL [REASON]`: a rating from the shell. Says the level in the words of its anchor, and
//! what that makes of the gap.

use super::context::past_day;
use super::{Context, Failure, OpenMode, Output, find_competency, work::Desk};
use crate::domain::competency::current::standing;
use crate::domain::competency::{CompetencyId, Evidence, Facet, Rater, Rating, RatingValue, Standing};
use crate::domain::records::intent::{self, NewRating};
use crate::domain::{Audience, Audienced, Dossier, Level, Record, Refusal};
use crate::reports::competencies;
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use serde::Serialize;

#[derive(Clone, Debug, Default, Args)]
pub struct RateArgs {
    #[arg(value_name = "NAME")]
    pub name: String,
    #[arg(value_name = "COMPETENCY")]
    pub competency: String,
    #[arg(value_name = "LEVEL", allow_negative_numbers = true)]
    pub level: String,
    #[arg(value_name = "REASON")]
    pub reason: Vec<String>,
    /// The person's own rating.
    #[arg(long = "self", conflicts_with = "rater")]
    pub own: bool,
    /// The rating of somebody else, by name.
    #[arg(long = "by", value_name = "OTHER")]
    pub rater: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub evidence: Vec<String>,
    #[arg(long, value_name = "knowledge|skill|attitude", hide_possible_values = true)]
    pub facet: Option<Side>,
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
}

/// A side of a competency, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Side {
    #[value(alias = "pengetahuan")]
    Knowledge,
    #[value(alias = "keterampilan")]
    Skill,
    #[value(alias = "sikap")]
    Attitude,
}

impl Side {
    fn facet(self) -> Facet {
        match self {
            Side::Knowledge => Facet::Knowledge,
            Side::Skill => Facet::Skill,
            Side::Attitude => Facet::Attitude,
        }
    }
}

/// What `bina rate --json` answers. The shape is a promise: fields are added, never changed.
#[derive(Debug, Serialize)]
struct Kept {
    id: String,
    person: String,
    competency: String,
    /// `supervisor`, `employee`, `other`.
    rater: &'static str,
    on: Date,
    /// Nothing if not observed.
    level: Option<u8>,
    /// `knowledge`, `skill`, `attitude`.
    facet: Option<&'static str>,
    reason: String,
    evidence: usize,
    /// By the standard of the position.
    required: Option<u8>,
    /// `short`, `met`, `surplus`, `unknown`, `not_required`: where the person stands now.
    gap: &'static str,
    /// Missing levels.
    gap_levels: u8,
}

pub fn run(ctx: &Context, args: &RateArgs, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadWrite)?, args, out)
}

fn answer(ctx: &Context, desk: &mut Desk, args: &RateArgs, out: &mut Output) -> Result<(), Failure> {
    let person = desk.person(&args.name)?.id;
    let name = super::find::label(&desk.roster, person);
    let framework = desk.roster.catalogue.framework();
    let competency = find_competency::find(framework, &args.competency, &ctx.words)?.clone();
    let dossier = desk.dossier(person)?;
    let rating = NewRating {
        person,
        competency: competency.id.clone(),
        value: value(&args.level)?,
        rater: rater(args),
        on: args.on.as_deref().map(|text| past_day("--on", text, ctx.today)).transpose()?.unwrap_or(ctx.today),
        reason: Audienced::new(Audience::Private, args.reason.join(" ")),
        evidence: args.evidence.iter().map(|text| evidence(&dossier, text)).collect(),
        facet: args.facet.map(Side::facet),
    };
    let change = desk.carry_out(ctx, Some(person), intent::Rate { ratings: vec![rating], session: None })?;
    let kept =
        change.ops.iter().find_map(|op| if let Some(Record::Rating(rating)) = op.after() { Some(rating) } else { None });
    let kept = kept.ok_or(Refusal::NoSuchRecord)?;
    let dossier = desk.dossier(person)?;
    let standing = standing(&dossier, &competency.id, &desk.roster.catalogue, &ctx.rules, ctx.today);
    if ctx.json {
        return out.json(&machine(kept, &competency.id, &standing));
    }
    let said = match kept.value {
        RatingValue::Level(level) => competencies::level_text(&ctx.words, &competency, level),
        observed => competencies::value_text(&ctx.words, observed),
    };
    let rater = competencies::rater_word(&ctx.words, &kept.rater);
    let args = [
        ("name", name.into()),
        ("competency", ctx.words.wording(&competency.name).into()),
        ("rater", rater.into()),
        ("said", said.into()),
    ];
    out.line(&ctx.words.with("rate-done", &args))?;
    out.line(&competencies::standing_line(&ctx.words, &standing))?;
    if kept.has_evidence() || kept.level().is_none() { Ok(()) } else { out.line(&ctx.words.say("rate-no-evidence")) }
}

fn machine(kept: &Rating, competency: &CompetencyId, standing: &Standing) -> Kept {
    Kept {
        id: kept.id.to_string(),
        person: kept.person.to_string(),
        competency: competency.to_string(),
        rater: kept.rater.id(),
        on: kept.on,
        level: kept.level().map(Level::number),
        facet: kept.facet.map(Facet::id),
        reason: kept.reason.for_supervisor().clone(),
        evidence: kept.evidence.len(),
        required: standing.required.map(Level::number),
        gap: standing.gap().id(),
        gap_levels: standing.gap().levels(),
    }
}

/// `1` to `5`, or `x` or `-` for what was not observed.
fn value(typed: &str) -> Result<RatingValue, Refusal> {
    match typed.trim() {
        "x" | "X" | "-" => Ok(RatingValue::NotObserved),
        number => {
            let level = number.parse().ok().and_then(Level::new).ok_or(Refusal::LevelOutside)?;
            Ok(RatingValue::Level(level))
        }
    }
}

fn rater(args: &RateArgs) -> Rater {
    match &args.rater {
        Some(name) => Rater::Other(name.clone()),
        None if args.own => Rater::Employee,
        None => Rater::Supervisor,
    }
}

/// A record of the same person by its identifier; anything else is a document in words.
fn evidence(dossier: &Dossier, text: &str) -> Evidence {
    let wanted = text.trim();
    let record = dossier.records().map(|record| record.id()).find(|id| id.uuid().to_string() == wanted);
    record.map_or_else(|| Evidence::Document(text.to_owned()), Evidence::Record)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::double::{Double, Paper, context};
    use crate::i18n::Lang;
    use crate::reports::sample;

    fn office() -> Double {
        let (roster, dossier) = sample::office();
        let (catalogue, _) = crate::reports::gaps::tests::standard("Pengelola Layanan", &[("integrity", 3)]);
        Double::with(roster.with_catalogue(catalogue), vec![dossier, sample::boss()])
    }
    fn args(words: &[&str]) -> RateArgs {
        let word = |at: usize| words.get(at).map(|text| (*text).to_owned()).unwrap_or_default();
        let reason = words.iter().skip(3).map(|text| (*text).to_owned()).collect();
        RateArgs { name: word(0), competency: word(1), level: word(2), reason, ..RateArgs::default() }
    }
    fn rate(store: &Double, args: &RateArgs) -> Result<String, Failure> {
        let paper = Paper::default();
        answer(&context(Lang::Id), &mut store.desk(), args, &mut paper.output())?;
        Ok(paper.text())
    }

    #[test]
    fn a_rating_is_said_in_the_words_of_its_level_with_the_gap() {
        let store = office();
        let said = rate(&store, &args(&["sari", "integritas", "2", "berkas selalu lengkap"])).unwrap();
        assert!(said.starts_with("Tersimpan: Sari Dewi Lubis, S.E. · Integritas (atasan): Level 2 · mengakui"), "{said}");
        assert!(said.contains("disyaratkan 3, sekarang 2 (21 Nov 2026): kurang 1 level"), "{said}");
        assert!(said.contains("tanpa bukti"), "{said}");
        let unseen = rate(&store, &args(&["sari", "INT", "x"])).unwrap();
        assert!(unseen.contains("tidak teramati") && unseen.contains("sekarang 2"), "the level stays: {unseen}");
    }

    #[test]
    fn the_persons_own_and_others_ratings_stand_beside_it() {
        let store = office();
        let own = RateArgs { own: true, ..args(&["sari", "integrity", "4"]) };
        assert!(rate(&store, &own).unwrap().contains("menurut pegawai 4"));
        let other = RateArgs { rater: Some("Dewi".into()), ..args(&["sari", "integrity", "5"]) };
        assert!(rate(&store, &other).unwrap().contains("sekarang –"), "nothing of the supervisor's");
        assert_eq!(store.log().len(), 2);
    }

    #[test]
    fn every_refusal_is_said_and_keeps_nothing() {
        let store = office();
        for (words, id) in [
            (&["sari", "integritas", "6"][..], "refusal-level-outside"),
            (&["sari", "integritas", "-1"], "refusal-level-outside"),
            (&["sari", "integritas", "baik"], "refusal-level-outside"),
            (&["sari", "pelayanan", "3"], "rate-several"),
            (&["sari", "menjahit", "3"], "rate-nothing"),
            (&["siti", "integritas", "3"], "failure-nobody"),
        ] {
            let failure = rate(&store, &args(words)).unwrap_err();
            assert_eq!((failure.message.id, failure.kind.exit_code()), (id, 1), "{words:?}");
        }
        let later = RateArgs { on: Some("2026-12-01".into()), ..args(&["sari", "integritas", "3"]) };
        assert_eq!(rate(&store, &later).unwrap_err().message.id, "refusal-date-in-future");
        let nobody = RateArgs { rater: Some(" ".into()), ..args(&["sari", "integritas", "3"]) };
        assert_eq!(rate(&store, &nobody).unwrap_err().message.id, "refusal-empty-name");
        assert!(store.log().is_empty());
        let near = rate(&store, &args(&["sari", "integritos", "3"])).unwrap_err();
        assert_eq!((near.message.id, near.hints.len()), ("rate-nothing", 1), "the nearest one is named");
    }

    #[test]
    fn machines_get_the_promised_fields_and_evidence_by_reference() {
        let store = office();
        let note = sample::sari().feedback[0].id.to_string();
        let asked = RateArgs {
            evidence: vec![note, "BA-12/2026".into()],
            facet: Some(Side::Skill),
            on: Some("kemarin".into()),
            ..args(&["sari", "integrity", "3"])
        };
        let (ctx, paper) = (Context { json: true, ..context(Lang::En) }, Paper::default());
        answer(&ctx, &mut store.desk(), &asked, &mut paper.output()).unwrap();
        let value: serde_json::Value = serde_json::from_str(&paper.text()).unwrap();
        assert_eq!((&value["level"], &value["gap"], &value["evidence"]), (&3.into(), &"met".into(), &2.into()));
        assert_eq!((&value["facet"], &value["on"]), (&"skill".into(), &"2026-11-20".into()));
        let Some(Record::Rating(rating)) = store.log()[0].ops[0].after().cloned() else { panic!() };
        assert!(matches!(rating.evidence[0], Evidence::Record(_)) && matches!(rating.evidence[1], Evidence::Document(_)));
    }
}
