//! `bina standards`: what the positions require, what is suggested where nothing is, and positions without a standard.

use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::Level;
use crate::domain::competency::standard::{suggestion, without_standard};
use crate::domain::competency::{Catalogue, CompetencyId, CompetencyKind};
use crate::i18n::Words;
use crate::reports::Tone;
use crate::reports::competencies::{kind_word, name, source_word};
use crate::reports::layout::hanging;
use serde::Serialize;

/// What `bina standards --json` answers. The shape is a promise: fields are added, never changed.
#[derive(Debug, Serialize)]
struct Answer {
    /// The version of the framework that holds.
    framework: String,
    standards: Vec<Listed>,
    /// Positions of people in service of which nothing is required.
    without_standard: Vec<Without>,
    /// People in service without any position.
    without_position: usize,
}

#[derive(Debug, Serialize)]
struct Listed {
    position: String,
    /// `given`, `suggested`.
    source: &'static str,
    required: Vec<Requirement>,
}

#[derive(Debug, Serialize)]
struct Without {
    position: String,
    people: usize,
    /// By the rule set, for the kind of position: requires nothing until it is taken over.
    suggested: Vec<Requirement>,
}

#[derive(Debug, Serialize)]
struct Requirement {
    competency: String,
    name: String,
    kind: &'static str,
    level: u8,
}

pub fn run(ctx: &Context, missing: bool, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &Desk::open(ctx, OpenMode::ReadOnly)?, missing, out)
}

fn answer(ctx: &Context, desk: &Desk, missing: bool, out: &mut Output) -> Result<(), Failure> {
    let catalogue = &desk.roster.catalogue;
    let (without, nowhere) =
        without_standard(desk.roster.rows(), |position| catalogue.standard_of(Some(position)).is_some());
    let listed = catalogue.standards().filter(|_| !missing);
    if ctx.json {
        let without = without.iter().map(|(position, people)| Without {
            position: position.clone(),
            people: *people,
            suggested: machine(ctx, catalogue, &suggested(ctx, catalogue, position)),
        });
        let listed = listed.map(|standard| Listed {
            position: standard.position.clone(),
            source: standard.source.id(),
            required: machine(ctx, catalogue, &standard.in_order(catalogue)),
        });
        return out.json(&Answer {
            framework: catalogue.framework().version.clone(),
            standards: listed.collect(),
            without_standard: without.collect(),
            without_position: nowhere,
        });
    }
    let columns = out.width;
    for standard in listed {
        let source = source_word(&ctx.words, standard.source);
        out.toned(Tone::Title, &format!("{} ({source})", standard.position))?;
        let lines = requirement_lines(&ctx.words, catalogue, &standard.in_order(catalogue), columns);
        lines.iter().try_for_each(|line| out.line(line))?;
    }
    for (position, people) in &without {
        let args = [("position", position.as_str().into()), ("people", (*people).into())];
        out.toned(Tone::Attention, &ctx.words.with("standards-missing", &args))?;
        out.toned(Tone::Dim, &format!("  {}", ctx.words.say("standards-suggestion")))?;
        let lines = requirement_lines(&ctx.words, catalogue, &suggested(ctx, catalogue, position), columns);
        lines.iter().try_for_each(|line| out.toned(Tone::Dim, line))?;
    }
    if nowhere > 0 {
        out.line(&ctx.words.with("standards-nowhere", &[("count", nowhere.into())]))?;
    }
    if without.is_empty() && (missing || catalogue.standards().next().is_none()) {
        out.line(&ctx.words.say(if missing { "standards-complete" } else { "standards-none" }))?;
    }
    Ok(())
}

/// By the rule set, in the framework's order.
fn suggested<'c>(ctx: &Context, catalogue: &'c Catalogue, position: &str) -> Vec<(&'c CompetencyId, Level)> {
    let levels = suggestion(position, catalogue.framework(), &ctx.rules);
    let order = catalogue.framework().competencies.iter();
    order.filter_map(|c| Some((&c.id, *levels.get(&c.id)?))).collect()
}

fn machine(ctx: &Context, catalogue: &Catalogue, required: &[(&CompetencyId, Level)]) -> Vec<Requirement> {
    let one = |(id, level): &(&CompetencyId, Level)| Requirement {
        competency: id.to_string(),
        name: name(&ctx.words, catalogue, id),
        kind: kind_of(catalogue, id).id(),
        level: level.number(),
    };
    required.iter().map(one).collect()
}

/// One line a kind: `teknis: Kearsipan 2, Tata naskah dinas 2`.
fn requirement_lines(
    words: &Words,
    catalogue: &Catalogue,
    required: &[(&CompetencyId, Level)],
    columns: usize,
) -> Vec<String> {
    let mut out = Vec::new();
    for kind in CompetencyKind::ALL {
        let of_kind = required.iter().filter(|(id, _)| kind_of(catalogue, id) == kind);
        let parts: Vec<String> =
            of_kind.map(|(id, level)| format!("{} {}", name(words, catalogue, id), level.number())).collect();
        if !parts.is_empty() {
            out.extend(hanging("  ", &format!("{}: {}", kind_word(words, kind), parts.join(", ")), columns));
        }
    }
    out
}

fn kind_of(catalogue: &Catalogue, id: &CompetencyId) -> CompetencyKind {
    catalogue.competency(id).map_or(CompetencyKind::Technical, |competency| competency.kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::double::{Double, Paper, context};
    use crate::i18n::Lang;
    use crate::reports::{gaps::tests::standard, sample};

    fn said(missing: bool, json: bool) -> String {
        let (roster, dossier) = sample::office();
        let (catalogue, _) = standard("Pengelola Layanan", &[("integrity", 2), ("communication", 1)]);
        let store = Double::with(roster.with_catalogue(catalogue), vec![dossier, sample::boss()]);
        let (ctx, paper) = (Context { json, ..context(Lang::Id) }, Paper::default());
        answer(&ctx, &store.desk(), missing, &mut paper.output()).unwrap();
        paper.text()
    }

    #[test]
    fn standards_are_listed_and_suggestions_are_marked_as_such() {
        let text = said(false, false);
        assert!(
            text.starts_with("Pengelola Layanan (standar instansi)\n  manajerial: Integritas 2, Komunikasi 1\n"),
            "{text}"
        );
        assert!(text.contains("Kepala Seksi Pelayanan Umum: belum ada standar (1 orang)"), "{text}");
        assert!(
            text.contains("Usulan menurut jenis jabatan, belum berlaku:") && text.contains("Integritas 2, Kerja sama 2")
        );
        assert!(!said(true, false).contains("Pengelola Layanan ("));
    }

    #[test]
    fn machines_get_the_promised_fields() {
        let value: serde_json::Value = serde_json::from_str(&said(false, true)).unwrap();
        assert_eq!(value["standards"][0]["required"][0]["competency"], "integrity");
        assert_eq!(value["without_standard"][0]["suggested"].as_array().unwrap().len(), 9);
        assert_eq!((&value["standards"][0]["source"], &value["without_position"]), (&"given".into(), &0.into()));
    }
}
