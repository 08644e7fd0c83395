//! `bina import people` with its options, on a store in memory.

use super::*;
use bina::cli::import::{Desk, ImportArgs, ImportError, Listed, run};
use bina::i18n::Text;
use bina::store::{Head, Store, StoreError};

/// Only what an import needs.
#[derive(Default)]
struct Kept {
    roster: Roster,
    commits: usize,
}

impl Store for Kept {
    fn roster(&mut self) -> Result<Roster, StoreError> {
        Ok(self.roster.clone())
    }
    fn dossier(&mut self, _: PersonId) -> Result<Option<Dossier>, StoreError> {
        Ok(None)
    }
    fn commit(&mut self, change: &Change) -> Result<(), StoreError> {
        self.commits += 1;
        self.roster.apply_office(change);
        for op in &change.ops {
            if let Some(Record::Person(person)) = op.after() {
                self.roster.put(RosterRow::bare(person));
            }
        }
        Ok(())
    }
    fn recent(&mut self, _: usize) -> Result<Vec<Change>, StoreError> {
        Ok(vec![])
    }
    fn changes(&mut self, _: &mut dyn FnMut(Change) -> Result<(), StoreError>) -> Result<(), StoreError> {
        Ok(())
    }
    fn head(&mut self) -> Result<Head, StoreError> {
        Ok(Head::default())
    }
}

fn args(file: &Path) -> ImportArgs {
    ImportArgs { what: Listed::People, file: file.to_owned(), map: vec![], dry_run: false, refused: None, sheet: None }
}

fn import(store: &mut Kept, args: &ImportArgs, json: bool) -> Result<(u8, String), ImportError> {
    import_heard(store, args, json, &mut |_| {})
}

fn import_heard(
    store: &mut Kept,
    args: &ImportArgs,
    json: bool,
    step: &mut dyn FnMut(Option<Text>),
) -> Result<(u8, String), ImportError> {
    let desk = Desk {
        store,
        words: &words(),
        today: date(2026, 11, 21),
        now: Timestamp::from_second(1_795_000_000).unwrap(),
        actor: &Actor::default(),
        ids: &mut IdSource::seeded(3),
        rules: &RuleSet::default(),
        program: Some(program()),
        step,
    };
    let done = run(desk, args)?;
    let said = if json { done.json.to_string() } else { done.lines.join("\n") };
    Ok((u8::from(done.refused), said))
}

#[test]
fn a_dry_run_reports_and_changes_nothing() {
    let mut store = Kept::default();
    let args = ImportArgs { dry_run: true, ..args(&fixture("siasn-medan-marelan.xlsx")) };
    let (code, out) = import(&mut store, &args, false).unwrap();
    assert_eq!((code, store.commits), (0, 0));
    assert!(out.contains("38 would be added"), "{out}");
}

#[test]
fn whoever_waits_is_told_what_is_being_done() {
    let (mut store, mut heard) = (Kept::default(), vec![]);
    let mut hear = |step: Option<Text>| heard.push(step.map(|text| words().text(&text)).unwrap_or_default());
    import_heard(&mut store, &args(&fixture("siasn-medan-marelan.xlsx")), false, &mut hear).unwrap();
    assert_eq!(heard, ["Reading …", "Checking 50 rows …", "Saving 48 records …", ""]);
}

#[test]
fn the_report_for_programs_has_the_documented_form() {
    let mut store = Kept::default();
    let (code, out) = import(&mut store, &args(&fixture("daftar-pegawai-seksi.csv")), true).unwrap();
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, store.commits), (0, 1));
    assert_eq!((&json["added"], &json["updated"], &json["unchanged"]), (&12.into(), &0.into(), &0.into()));
    assert_eq!(json["missing"], serde_json::json!([]));
    let finding = &json["findings"][0];
    assert_eq!(
        (&finding["row"], &finding["column"], &finding["severity"]),
        (&5.into(), &"Atasan Langsung".into(), &"warning".into())
    );
    let (_, again) = import(&mut store, &args(&fixture("daftar-pegawai-seksi.csv")), true).unwrap();
    assert!(again.contains(r#""unchanged":12"#) && store.commits == 1, "{again}");
}

#[test]
fn refused_rows_are_written_out_corrected_and_imported() {
    let dir = tempfile::tempdir().unwrap();
    let (source, refused) = (dir.path().join("daftar.csv"), dir.path().join("ditolak.csv"));
    std::fs::write(&source, "Nama;NIP;Jabatan\nSiti;198609262015051001;x\n\"Budi, S.H.\";1.98E+17;\"=cmd|' /C calc'!A0\"\n")
        .unwrap();
    let mut store = Kept::default();
    let args_with = ImportArgs { refused: Some(refused.clone()), ..args(&source) };
    assert_eq!(import(&mut store, &args_with, true).unwrap().0, 1);
    let written = std::fs::read_to_string(&refused).unwrap();
    assert!(written.starts_with("\u{feff}Nama;NIP;Jabatan;REASON REFUSED\r\n"), "{written}");
    assert!(written.contains("Budi, S.H.;1.98E+17;'=cmd|' /C calc'!A0;\"NIP: A spreadsheet has rounded"), "{written}");

    std::fs::write(&refused, written.replace("1.98E+17", "199608182022041001")).unwrap();
    assert_eq!(import(&mut store, &args(&refused), true).unwrap().0, 0);
    let budi = store.roster.rows().iter().find(|r| r.name.name == "Budi").unwrap();
    assert_eq!(budi.position.as_deref(), Some("=cmd|' /C calc'!A0"));
    // Never over an existing file, and before anything is committed.
    let before = store.commits;
    std::fs::write(&source, "Nama;NIP\nRina;198012302010012005\nX;1\n").unwrap();
    assert!(matches!(import(&mut store, &args_with, true), Err(ImportError::Refused { .. })));
    assert_eq!(store.commits, before);
}

#[test]
fn what_was_asked_wrongly_is_said() {
    let file = fixture("daftar-pegawai-seksi.csv");
    let mut store = Kept::default();
    for (map, id) in
        [("Nama", "import-map-form"), ("Nama=gaji", "import-no-such-field"), ("Gaji=nip", "import-no-such-column")]
    {
        let error = import(&mut store, &ImportArgs { map: vec![map.into()], ..args(&file) }, false).unwrap_err();
        assert!(error.is_usage());
        assert_eq!(error.text().unwrap().id, id);
    }
}
