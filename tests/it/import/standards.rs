//! The import of standards and of frameworks, and the way out and in again.

use super::workbook::{number, row, text, with_rows};
use super::*;
use bina::cli::import::{Desk, ImportArgs, ImportError, Listed, run};
use bina::domain::competency::StandardSource;
use bina::domain::records::intent::{self, Intent, NewStandard, World, judge};
use bina::interchange::standards;
use bina::store::{Memory, Store};
use proptest::prelude::*;
use std::collections::{BTreeMap, HashMap};

const TODAY: Date = date(2026, 11, 21);

struct Agency {
    store: Memory,
    ids: IdSource,
    /// Seconds since the first import.
    later: i64,
}

impl Agency {
    fn new() -> Self {
        Agency { store: Memory::new(), ids: IdSource::seeded(9), later: 0 }
    }
    fn with_section() -> Self {
        let mut agency = Agency::new();
        agency.run(&args(Listed::People, &fixture("daftar-pegawai-seksi.csv"))).unwrap();
        agency
    }
    fn run(&mut self, args: &ImportArgs) -> Result<(u8, String), ImportError> {
        self.later += 1;
        let desk = Desk {
            now: Timestamp::from_second(1_795_000_000 + self.later).unwrap(),
            store: &mut self.store,
            words: &Words::new(Lang::Id),
            today: TODAY,
            actor: &Actor { name: "Togar".into(), ..Actor::default() },
            ids: &mut self.ids,
            rules: &RuleSet::default(),
            program: Some(program()),
            step: &mut |_| {},
        };
        let done = run(desk, args)?;
        Ok((u8::from(done.refused), done.lines.join("\n") + "\n"))
    }
    fn import(&mut self, what: Listed, name: &str, bytes: impl AsRef<[u8]>) -> Result<(u8, String), ImportError> {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        self.run(&args(what, &file))
    }
    fn standards(&mut self, bytes: impl AsRef<[u8]>) -> (u8, String) {
        self.import(Listed::Standards, "standar.csv", bytes).unwrap()
    }
    fn framework(&mut self, name: &str, bytes: impl AsRef<[u8]>) -> Result<(u8, String), ImportError> {
        self.import(Listed::Framework, name, bytes)
    }
    fn catalogue(&mut self) -> Catalogue {
        self.store.roster().unwrap().catalogue
    }
    /// What every position requires, and by whose word.
    fn required(&mut self) -> Vec<(String, StandardSource, BTreeMap<String, u8>)> {
        let catalogue = self.catalogue();
        let levels = |s: &Standard| s.required.iter().map(|(id, level)| (id.to_string(), level.number())).collect();
        catalogue.standards().map(|s| (s.position.clone(), s.source, levels(s))).collect()
    }
    fn level(&mut self, position: &str, competency: &str) -> Option<u8> {
        let found = self.required().into_iter().find(|(name, ..)| name == position)?;
        found.2.get(competency).copied()
    }
    fn commits(&mut self) -> usize {
        self.store.recent(1000).unwrap().len()
    }
    fn ask(&mut self, intent: impl Into<Intent>) {
        let roster = self.store.roster().unwrap();
        let (rules, actor, dossiers) = (RuleSet::default(), Actor::default(), HashMap::new());
        let now = Timestamp::from_second(1_795_000_000).unwrap();
        let world = World { roster: &roster, dossiers: &dossiers, rules: &rules, today: TODAY, now, actor: &actor };
        let change = judge(&world, &mut self.ids, intent).unwrap();
        self.store.commit(&change).unwrap();
    }
}

fn args(what: Listed, file: &Path) -> ImportArgs {
    ImportArgs { what, file: file.to_owned(), map: vec![], dry_run: false, refused: None, sheet: None }
}
fn sample() -> Vec<u8> {
    std::fs::read(fixture("standar-kompetensi.csv")).unwrap()
}

#[test]
fn the_standards_of_an_office_come_in_and_once_is_enough() {
    let mut agency = Agency::with_section();
    let (code, out) = agency.standards(sample());
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("Standar jabatan: 9 ditambahkan, 0 diperbarui, 0 tetap; 0 baris ditolak."), "{out}");
    assert_eq!(agency.required().iter().map(|(.., levels)| levels.len()).sum::<usize>(), 97);
    assert_eq!(agency.level("Pengadministrasi Perkantoran", "integrity"), Some(1));
    let before = agency.commits();
    let (_, again) = agency.standards(sample());
    assert!(again.contains("0 ditambahkan, 0 diperbarui, 9 tetap"), "{again}");
    assert_eq!(agency.commits(), before, "nothing changed, nothing written");
}

#[test]
fn positions_without_a_standard_are_listed_and_not_skipped_in_silence() {
    let mut agency = Agency::with_section();
    let (_, out) = agency.standards("jabatan,kompetensi,level\nPranata Komputer Ahli Pertama,Integritas,2\n");
    let held: std::collections::BTreeSet<String> =
        agency.store.roster().unwrap().rows().iter().filter_map(|row| row.position.clone()).collect();
    assert!(out.contains("jabatan belum mempunyai standar:"), "{out}");
    for position in held.iter().filter(|position| *position != "Pranata Komputer Ahli Pertama") {
        assert!(out.contains(&format!("  {position} (")), "{position}: {out}");
    }
}

#[test]
fn columns_are_found_in_any_order_under_any_known_name() {
    for list in [
        "DAFTAR STANDAR;;;\n\nNo;Level yang Dipersyaratkan;Nama Kompetensi;Nama Jabatan\n1;Level 3;M.01 Integritas;Lurah\n2;II;Kerjasama;\n",
        "\u{feff}Kompetensi\tTingkat Kompetensi\tJabatan\tJenis Kompetensi\r\nIntegrity\t3 (Menengah)\tLurah\tManajerial\r\nCooperation\t2,0\tLURAH\t\r\n",
        "Lurah|Jabatan|Kompetensi|Level\nx|Lurah|integritas|3\ny|Lurah|kerja sama|2\n",
    ] {
        let mut agency = Agency::new();
        let (code, out) = agency.standards(list);
        assert_eq!(code, 0, "{list}: {out}");
        let levels = [("integrity", 3), ("cooperation", 2)].map(|(id, level)| (agency.level("Lurah", id), Some(level)));
        assert!(levels.iter().all(|(found, wanted)| found == wanted), "{list}: {levels:?} {out}");
    }
    let mut agency = Agency::new();
    let latin: Vec<u8> = "jabatan;kompetensi;level\nKepala Pos caf\u{e9};Integritas;2\n".chars().map(|c| c as u8).collect();
    agency.standards(latin);
    assert_eq!(agency.level("Kepala Pos café", "integrity"), Some(2));
}

#[test]
fn a_workbook_is_read_like_text() {
    let header = ["Jabatan", "Jenis", "Kompetensi", "Level"];
    let names: Vec<String> = ["A1", "B1", "C1", "D1"].iter().zip(header).map(|(place, name)| text(place, name)).collect();
    let rows = [
        row(1, &names),
        row(2, &[text("A2", "Lurah"), text("B2", "manajerial"), text("C2", "Integritas"), number("D2", "3")]),
        row(3, &[text("C3", "Komunikasi"), number("D3", "2.0")]),
    ]
    .concat();
    let mut agency = Agency::new();
    let (code, out) = agency.import(Listed::Standards, "standar.xlsx", with_rows(&rows, &[])).unwrap();
    assert_eq!(code, 0, "{out}");
    assert_eq!(["integrity", "communication"].map(|id| agency.level("Lurah", id)), [Some(3), Some(2)]);
}

#[test]
fn what_is_wrong_is_named_with_its_row_and_the_rest_comes_in() {
    let mut agency = Agency::new();
    let (code, out) = agency.standards(
        "jabatan,jenis,kompetensi,level\nLurah,manajerial,Integritas,3\nLurah,manajerial,Kearsiapn,2\n\
         Lurah,teknis,Menjahit,2\nLurah,manajerial,Komunikasi,6\nLurah,manajerial,Kerja sama,0\n\
         Lurah,manajerial,Pelayanan publik,\nLurah,manajerial,Integritas,4\nLurah,teknis,Mengelola perubahan,2\n,,,3\n",
    );
    assert_eq!(code, 1);
    for said in [
        "Baris 3, kolom kompetensi, “Kearsiapn” (ditolak): Kamus kompetensi tidak memuat ini. Mungkin maksudnya Kearsipan?",
        "Baris 4, kolom kompetensi, “Menjahit” (ditolak): Kamus kompetensi tidak memuat ini. Perbaiki namanya",
        "Baris 5, kolom level, “6” (ditolak): Level harus angka 1 sampai 5.",
        "Baris 6, kolom level, “0” (ditolak)",
        "Baris 7, kolom level (ditolak): Level belum diisi.",
        "Baris 8, kolom level, “4” (ditolak): Baris 2 sudah mensyaratkan level 3",
        "Baris 9, kolom jenis, “teknis” (catatan): Menurut kamus, jenis kompetensi ini manajerial",
        "Baris 10, kolom kompetensi (ditolak): Kompetensi belum diisi.",
        "1 ditambahkan, 0 diperbarui, 0 tetap; 7 baris ditolak.",
    ] {
        assert!(out.contains(said), "{said}\n{out}");
    }
    assert_eq!((agency.level("Lurah", "integrity"), agency.level("Lurah", "managing-change")), (Some(3), Some(2)));
}

#[test]
fn a_trial_changes_nothing_and_refused_rows_can_be_put_right() {
    let dir = tempfile::tempdir().unwrap();
    let (file, refused) = (dir.path().join("standar.csv"), dir.path().join("ditolak.csv"));
    std::fs::write(&file, "jabatan,kompetensi,level\nLurah,Integritas,3\n=1+1,Komunikasi,7\n").unwrap();
    let mut agency = Agency::new();
    let trial = ImportArgs { dry_run: true, ..args(Listed::Standards, &file) };
    let (_, out) = agency.run(&trial).unwrap();
    assert!(out.contains("Tidak ada yang diubah") && agency.required().is_empty(), "{out}");
    let (code, _) = agency.run(&ImportArgs { refused: Some(refused.clone()), ..args(Listed::Standards, &file) }).unwrap();
    assert_eq!(code, 1);
    let written = std::fs::read_to_string(&refused).unwrap();
    assert!(written.contains("'=1+1"), "nothing runs when a spreadsheet opens it: {written}");
    let (code, _) = agency.standards(written.replace(",7,", ",2,"));
    assert_eq!((code, agency.level("=1+1", "communication")), (0, Some(2)));
}

#[test]
fn what_the_file_does_not_mention_stays_and_is_named_and_a_suggestion_gives_way() {
    let mut agency = Agency::new();
    agency.standards("jabatan,kompetensi,level\nLurah,Integritas,3\nLurah,Komunikasi,2\n");
    let suggested = BTreeMap::from([(CompetencyId::new("integrity").unwrap(), Level::LOWEST)]);
    let source = StandardSource::Suggested;
    agency.ask(intent::SetStandards {
        standards: vec![NewStandard { position: "Camat".into(), required: suggested, source }],
    });
    let (_, out) = agency.standards("jabatan,kompetensi,level\nLURAH,Integritas,4\nCamat,Komunikasi,3\n");
    assert!(out.contains("0 ditambahkan, 2 diperbarui, 0 tetap"), "{out}");
    assert!(
        out.contains("1 syarat ada di sini tetapi tidak ada di berkas") && out.contains("  Lurah · Komunikasi · 2"),
        "{out}"
    );
    assert_eq!([agency.level("Lurah", "integrity"), agency.level("Lurah", "communication")], [Some(4), Some(2)]);
    assert_eq!([agency.level("Camat", "integrity"), agency.level("Camat", "communication")], [None, Some(3)]);
}

#[test]
fn standards_survive_the_way_out_and_in_again() {
    let mut agency = Agency::new();
    agency.standards(sample());
    let suggested = BTreeMap::from([(CompetencyId::new("integrity").unwrap(), Level::HIGHEST)]);
    for position in ["=cmd|' /C calc'!A0", "Kepala; \"Dinas\"", "+62"] {
        let source = StandardSource::Suggested;
        let required = suggested.clone();
        agency.ask(intent::SetStandards { standards: vec![NewStandard { position: position.into(), required, source }] });
    }
    let bytes = standards::write(&agency.catalogue()).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.starts_with("\u{feff}Jabatan;Jenis;Kompetensi;Level;Asal\r\n") && text.contains("\r\n'=cmd|"), "{text}");
    let mut other = Agency::new();
    let (code, out) = other.standards(&bytes);
    assert_eq!(code, 0, "{out}");
    assert_eq!(other.required(), agency.required());
    let before = agency.commits();
    agency.standards(&bytes);
    assert_eq!(agency.commits(), before, "the same again is no change");
}

#[test]
fn what_is_no_list_of_standards_is_refused_as_a_whole() {
    let mut agency = Agency::new();
    let error = |outcome: Result<(u8, String), ImportError>| outcome.unwrap_err().text().unwrap().id;
    for (bytes, id) in [
        (&b""[..], "import-file-empty"),
        (b"halo\ndunia\n", "import-no-standards-header"),
        (b"nama,nip\nSari,198609262015051001\n", "import-other-kind"),
        (b"jabatan,kompetensi\nLurah,Integritas\n", "import-no-standards-header"),
        (b"%PDF-1.7", "import-file-not-text"),
        (b"PK\x03\x04rusak", "import-file-damaged"),
    ] {
        let outcome = agency.import(Listed::Standards, "standar.csv", bytes);
        assert_eq!(error(outcome), id, "{}", String::from_utf8_lossy(bytes));
    }
    assert_eq!(agency.commits(), 0);
}

const AGENCY: &str = r#"
version = "medan-2026"
[[competency]]
id = "pertanahan"
kind = "technical"
name = { id = "Administrasi pertanahan", en = "Land records" }
definition = { id = "Mengelola surat tanah" }
[competency.levels]
id = ["a", "b", "c", "d", "e"]
[[competency]]
id = "integrity"
[competency.levels]
id = ["satu", "dua", "tiga", "empat", "lima"]
"#;

#[test]
fn an_agency_adds_and_replaces_and_the_old_framework_stays() {
    let mut agency = Agency::new();
    let national = agency.catalogue().framework().clone();
    let (code, out) = agency.framework("kamus.toml", AGENCY).unwrap();
    assert_eq!(code, 0);
    assert!(out.contains("Baru: Administrasi pertanahan (teknis)"), "{out}");
    assert!(out.contains("Diganti: Integritas, perilaku level 1, 2, 3, 4, 5"), "{out}");
    assert!(out.contains("Kamus medan-2026 berlaku: 1 kompetensi baru, 1 diganti, 16 tetap."), "{out}");
    let catalogue = agency.catalogue();
    assert_eq!(catalogue.framework().version, "medan-2026");
    assert_eq!(catalogue.framework_of(&national.version), Some(&national), "ratings of before keep their words");
    let before = agency.commits();
    let (_, again) = agency.framework("kamus.toml", AGENCY).unwrap();
    assert!(again.contains("Kamus medan-2026 sudah berlaku; tidak ada yang berubah."), "{again}");
    assert_eq!(agency.commits(), before);
    let (code, _) = agency.standards("jabatan,kompetensi,level\nLurah,Administrasi Pertanahan,2\n");
    assert_eq!((code, agency.level("Lurah", "pertanahan")), (0, Some(2)), "standards can name what was added");
    let other = agency.framework("kamus.toml", AGENCY.replace("\"satu\"", "\"lain\"")).unwrap_err();
    assert_eq!(other.text().unwrap().id, "refusal-version-taken");
}

#[test]
fn a_table_makes_the_same_framework_as_toml() {
    let mut rows = String::from("Kompetensi;Kompetensi (en);Kode;Jenis;Definisi;Level;Perilaku;Versi\n");
    for (level, anchor) in (1..).zip(["a", "b", "c", "d", "e"]) {
        let name =
            if level == 1 { "Administrasi pertanahan;Land records;pertanahan;teknis;Mengelola surat tanah" } else { ";;;;" };
        rows += &format!("{name};{level};{anchor};{}\n", if level == 1 { "medan-2026" } else { "" });
    }
    for (level, anchor) in (1..).zip(["satu", "dua", "tiga", "empat", "lima"]) {
        rows += &format!("INTEGRITAS;;;;;Level {level};{anchor};\n");
    }
    let (mut table, mut toml) = (Agency::new(), Agency::new());
    let (code, out) = table.framework("tabel.csv", &rows).unwrap();
    assert_eq!(code, 0, "{out}");
    toml.framework("kamus.toml", AGENCY).unwrap();
    assert_eq!(table.catalogue().framework(), toml.catalogue().framework());
    let before = table.commits();
    table.framework("tabel.csv", &rows).unwrap();
    assert_eq!(table.commits(), before, "once is enough");
}

#[test]
fn a_framework_that_is_not_whole_is_not_taken_and_the_place_is_named() {
    let mut agency = Agency::new();
    let list = "kompetensi,jenis,level,perilaku\nPertanahan,teknis,1,a\nPertanahan,teknis,2,b\n\
                Integritas,manajerial,9,x\nKomunikasi,manajerial,1,\nSenam,lainnya,1,z\n";
    let (code, out) = agency.framework("kamus-2027.csv", list).unwrap();
    assert_eq!(code, 1);
    for said in [
        "Baris 2, kolom level, “Pertanahan” (ditolak): Kompetensi baru memerlukan perilaku untuk kelima level; yang belum ada: level 3, 4, 5.",
        "Baris 4, kolom level, “9” (ditolak)",
        "Baris 5, kolom perilaku (ditolak): Perilaku belum diisi.",
        "Baris 6, kolom jenis, “lainnya” (ditolak)",
        "maka kamus tidak diganti",
    ] {
        assert!(out.contains(said), "{said}\n{out}");
    }
    assert_eq!(agency.commits(), 0);
    for (name, text, id) in [
        ("kamus.toml", "version = \"x\"\nversoin = 1\n", "framework-syntax"),
        ("kamus.toml", "[[competency]]\nid = \"x\"\n", "framework-no-version"),
        ("kamus.toml", "", "import-file-empty"),
        ("kamus.csv", "nama,nip\nSari,1\n", "import-other-kind"),
        ("kamus.csv", "halo,dunia\nSari,1\n", "import-no-framework-header"),
    ] {
        assert_eq!(agency.framework(name, text).unwrap_err().text().unwrap().id, id, "{text}");
    }
    let (code, _) = agency.framework("kamus-2027.csv", "kompetensi,level,perilaku\nIntegritas,3,membahas\n").unwrap();
    assert_eq!((code, agency.catalogue().framework().version.as_str()), (0, "kamus-2027"));
    let integrity = agency.catalogue().framework().by_name("integrity").unwrap().clone();
    assert_eq!(integrity.anchor(Level::new(3).unwrap()).id, "membahas");
    assert_eq!(integrity.anchor(Level::LOWEST), Framework::national().by_name("integrity").unwrap().anchor(Level::LOWEST));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_file_makes_it_panic(cells in proptest::collection::vec("[\\PC\\t;,\"'=]{0,12}", 0..40)) {
        let mut agency = Agency::new();
        let mut list = String::from("jabatan;kompetensi;level;perilaku\n");
        for row in cells.chunks(3) {
            list += &row.join(";");
            list.push('\n');
        }
        let _ = agency.import(Listed::Standards, "standar.csv", &list);
        let _ = agency.framework("kamus.csv", &list);
        let _ = agency.framework("kamus.toml", &list);
    }
}
