//! Any bytes as standards, as a framework in a table, and as a framework in TOML.
#![no_main]

use bina::domain::competency::{Framework, FrameworkFile};
use bina::domain::{Actor, IdSource, RuleSet};
use bina::i18n::{Lang, Words};
use bina::interchange::{Options, framework, standards};
use bina::store::Store;
use bina_fuzz::{TODAY, harmless, list, now, store};
use libfuzzer_sys::fuzz_target;
use std::collections::HashMap;

fuzz_target!(|bytes: &[u8]| {
    if let Some(file) = std::str::from_utf8(bytes).ok().and_then(|text| FrameworkFile::parse(text).ok()) {
        extend(&file);
    }
    let Some(workbook) = list(bytes) else { return };
    let roster = store().roster().unwrap();
    let base = roster.catalogue.framework();
    if let Ok(read) = framework::read(&workbook, base, "1", &Options::default()) {
        extend(&read.file);
    }
    let words = Words::new(Lang::En);
    let Ok(read) = standards::read(&workbook, base, &Options::default(), &words) else { return };
    let (rules, actor, dossiers) = (RuleSet::default(), Actor::default(), HashMap::new());
    let setting =
        standards::Setting { roster: &roster, dossiers: &dossiers, rules: &rules, today: TODAY, now: now(), actor: &actor };
    if let Ok(proposal) = standards::plan(read, &setting, &mut IdSource::seeded(1), &words) {
        harmless(proposal.change.as_ref(), &proposal.report.lines(&words, true));
    }
});

fn extend(file: &FrameworkFile) {
    let Ok(framework) = Framework::national().extended(file) else { return };
    for competency in &framework.competencies {
        let said = [competency.name.id.clone(), competency.name.en.clone()];
        harmless(None, &said);
    }
}
