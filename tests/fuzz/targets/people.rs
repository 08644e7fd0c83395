//! Any bytes as a list of people.
#![no_main]

use bina::domain::{Actor, IdSource};
use bina::i18n::{Lang, Words};
use bina::interchange::refused::{self, Refused};
use bina::interchange::{Options, Setting, plan_people};
use bina::store::Store;
use bina_fuzz::{TODAY, harmless, list, now, store};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some(workbook) = list(bytes) else { return };
    let roster = store().roster().unwrap();
    let actor = Actor::default();
    let setting = Setting { roster: &roster, today: TODAY, now: now(), actor: &actor };
    let Ok(proposal) = plan_people(&workbook, &setting, &Options::default(), &mut IdSource::seeded(1)) else { return };
    let words = Words::new(Lang::En);
    harmless(proposal.change.as_ref(), &proposal.report.lines(&words, true));
    let (names, rows) = (proposal.columns.names(), &proposal.refused);
    let findings = &proposal.report.findings;
    refused::write(Refused { workbook: &workbook, sheet: proposal.sheet, names, rows, findings }, &words).unwrap();
});
