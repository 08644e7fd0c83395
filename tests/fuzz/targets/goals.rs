//! Any bytes as a list of plans.
#![no_main]

use bina::domain::{Actor, IdSource, RuleSet};
use bina::i18n::{Lang, Words};
use bina::interchange::{Options, goals};
use bina::store::Store;
use bina_fuzz::{TODAY, dossiers, harmless, list, now, store};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some(workbook) = list(bytes) else { return };
    let mut store = store();
    let roster = store.roster().unwrap();
    let Ok(read) = goals::read(&workbook, &roster, TODAY, &Options::default()) else { return };
    let dossiers = dossiers(&mut store);
    let (rules, actor) = (RuleSet::default(), Actor::default());
    let setting = goals::Setting {
        roster: &roster,
        dossiers: &dossiers,
        rules: &rules,
        today: TODAY,
        now: now(),
        actor: &actor,
        reason: "list",
    };
    let proposal = goals::plan(read, &setting, &mut IdSource::seeded(1));
    harmless(proposal.change.as_ref(), &proposal.report.lines(&Words::new(Lang::En), true));
});
