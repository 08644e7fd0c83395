//! The import and export of plans: from files to what would be true, and back.

use super::workbook::{number, row, text, with_rows};
use super::*;
use bina::cli::import::{Desk, ImportArgs, ImportError, Listed, run};
use bina::domain::goal::plan::PerformancePlan;
use bina::domain::goal::{Accrual, Approach, Indicator, Measure, ResultClass, ResultScope, Support, WorkResult};
use bina::domain::records::intent::{self, IndicatorTerms, Intent, NewCheckIn, NewResult, ResultTerms, World, judge};
use bina::interchange::goals;
use bina::store::{Memory, Store};
use jiff::ToSpan;
use proptest::prelude::*;
use std::collections::HashMap;

/// What a plan says of a result; of each indicator also whether its target is open.
type PlannedResult = (ResultTerms, Vec<(IndicatorTerms, bool)>);

const TODAY: Date = date(2026, 11, 21);

/// A store with the people of the section.
struct Section {
    store: Memory,
    ids: IdSource,
    /// Days since the first import: what is planned today may be corrected without a trace.
    days: i64,
}

impl Section {
    fn new() -> Self {
        let mut section = Section { store: Memory::new(), ids: IdSource::seeded(5), days: 0 };
        let args = section.args(Listed::People, &fixture("daftar-pegawai-seksi.csv"));
        section.run(&args).unwrap();
        section
    }
    fn args(&self, what: Listed, file: &Path) -> ImportArgs {
        ImportArgs { what, file: file.to_owned(), map: vec![], dry_run: false, refused: None, sheet: None }
    }
    fn now(&self) -> Timestamp {
        Timestamp::from_second(1_795_000_000 + self.days * 86_400).unwrap()
    }
    fn run(&mut self, args: &ImportArgs) -> Result<(u8, String), ImportError> {
        let desk = Desk {
            now: self.now(),
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
    fn import(&mut self, bytes: impl AsRef<[u8]>) -> (u8, String) {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("skp-2026.csv");
        std::fs::write(&file, bytes).unwrap();
        let args = self.args(Listed::Goals, &file);
        self.run(&args).unwrap()
    }
    fn commits(&mut self) -> usize {
        self.store.recent(1000).unwrap().len()
    }
    fn dossiers(&mut self) -> Vec<Dossier> {
        let roster = self.store.roster().unwrap();
        let mut rows: Vec<_> = roster.rows().iter().collect();
        rows.sort_by_key(|row| row.name.key());
        rows.iter().map(|row| self.store.dossier(row.id).unwrap().unwrap()).collect()
    }
    fn dossier(&mut self, name: &str) -> Dossier {
        self.dossiers().into_iter().find(|d| d.person.name.name.starts_with(name)).unwrap()
    }
    fn ask(&mut self, intent: impl Into<Intent>) -> Result<(), Refusal> {
        let roster = self.store.roster().unwrap();
        let dossiers: HashMap<PersonId, Dossier> = self.dossiers().into_iter().map(|d| (d.id(), d)).collect();
        let (rules, actor) = (RuleSet::default(), Actor::default());
        let world =
            World { roster: &roster, dossiers: &dossiers, rules: &rules, today: TODAY, now: self.now(), actor: &actor };
        let change = judge(&world, &mut self.ids, intent)?;
        self.store.commit(&change).unwrap();
        Ok(())
    }
    fn export(&mut self) -> Vec<u8> {
        let dossiers = self.dossiers();
        let listed = dossiers.iter().filter_map(|dossier| {
            let plan = PerformancePlan::of(dossier.results.iter().collect(), &dossier.check_ins, TODAY)?;
            let (name, nip) = (dossier.person.name.full(), dossier.person.nip.as_ref());
            Some(goals::Listed { name, nip, goals: plan.goals })
        });
        goals::write(&listed.collect::<Vec<_>>(), &|_, _| ["tertinggal".into(), "tersendat".into()]).unwrap()
    }
    /// Everything that plans say, without identifiers and times.
    fn plans(&mut self) -> Vec<(String, Vec<PlannedResult>)> {
        let said = |i: &Indicator| (IndicatorTerms::of(i), i.target_open);
        let result = |r: &WorkResult| (ResultTerms::of(r), r.indicators.iter().map(said).collect());
        let of = |d: &Dossier| {
            let mut results: Vec<_> = d.results.iter().map(result).collect();
            results.sort_by_key(|(terms, _)| (terms.period, terms.title.clone()));
            (d.person.name.full(), results)
        };
        self.dossiers().iter().map(of).collect()
    }
}

fn sample() -> Vec<u8> {
    std::fs::read(fixture("skp-2026.csv")).unwrap()
}
fn exact(text: &str) -> Number {
    Number::read(text, DecimalSign::Point).unwrap()
}

#[test]
fn the_plan_of_a_section_comes_in_and_once_is_enough() {
    let mut section = Section::new();
    let (code, out) = section.import(sample());
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("33 ditambahkan, 0 diperbarui, 0 tetap; 0 baris ditolak"), "{out}");
    assert!(out.contains("22 indikator dianggap keadaan pada hari itu (hari kerja, indeks, temuan)"), "{out}");
    let indicators: usize = section.dossiers().iter().flat_map(|d| &d.results).map(|r| r.indicators.len()).sum();
    assert_eq!(indicators, 65);
    let before = section.commits();
    let (_, again) = section.import(sample());
    assert!(again.contains("0 ditambahkan, 0 diperbarui, 33 tetap"), "{again}");
    assert_eq!(section.commits(), before, "nothing changed, nothing written");
    let kartini = section.dossier("Kartini");
    let archive = kartini.results.iter().find(|r| r.tag == "arsip").unwrap();
    assert_eq!(archive.supports.as_ref().unwrap().title, "Tertibnya arsip dan tata naskah dinas kecamatan");
    let boxes = archive.indicators.iter().find(|i| i.unit == "boks").unwrap();
    assert_eq!((boxes.accrual, &boxes.measure), (Accrual::Total, &Measure::Higher { baseline: None, target: exact("120") }));
}

#[test]
fn a_quarter_of_check_ins_survives_the_way_out_and_in_again() {
    let mut section = Section::new();
    section.import(sample());
    let first = date(2026, 7, 1);
    for dossier in section.dossiers() {
        for result in &dossier.results {
            for (nth, indicator) in result.indicators.iter().enumerate() {
                let entries = (0..3).map(|month| NewCheckIn {
                    result: result.id,
                    indicator: indicator.id,
                    on: first.saturating_add((month * 30 + nth as i64).days()),
                    value: Some(exact("12.5").times(Number::from(month + 1))),
                    note: "laporan bulanan".into(),
                    evidence: format!("BA-{month}/2026"),
                });
                let entries = entries.collect();
                section.ask(intent::NoteCheckIns { person: dossier.id(), entries, session: None }).unwrap();
            }
        }
    }
    let written = section.export();
    let text = String::from_utf8(written.clone()).unwrap();
    assert!(text.starts_with("\u{feff}NIP;RHK Pimpinan"), "{text}");
    assert!(text.contains(";37,5;") && text.contains("'197504211995102510;"), "decimal comma, numbers that stay whole");
    let (code, out) = section.import(&written);
    assert!(code == 0 && out.contains("0 ditambahkan, 0 diperbarui, 33 tetap"), "{out}");
    assert!(out.contains("Kolom yang tidak dibaca: Realisasi, Tanggal Realisasi, Capaian, Laju, Status"), "{out}");

    let mut fresh = Section::new();
    let (code, out) = fresh.import(&written);
    assert!(code == 0 && out.contains("33 ditambahkan"), "{out}");
    assert_eq!(fresh.plans(), section.plans());
    assert!(fresh.dossiers().iter().all(|d| d.check_ins.is_empty()), "realisation is not read");
}

#[test]
fn a_changed_target_keeps_the_old_one_with_the_file_as_its_reason() {
    let mut section = Section::new();
    section.import(sample());
    section.days = 30;
    let changed = String::from_utf8(sample()).unwrap().replace(";120;boks;", ";150;Boks;");
    let (_, out) = section.import(&changed);
    assert!(out.contains("target berubah; yang lama tetap tercatat") && out.contains("0 ditambahkan"), "{out}");
    let kartini = section.dossier("Kartini");
    let boxes = kartini.results.iter().flat_map(|r| &r.indicators).find(|i| i.unit == "boks").unwrap();
    assert_eq!(boxes.measure.target(), Some(exact("150")));
    assert_eq!((boxes.revisions.len(), boxes.revisions[0].reason.as_str()), (1, "impor skp-2026.csv"));
    assert_eq!(boxes.revisions[0].was.target(), Some(exact("120")));
}

#[test]
fn what_the_file_leaves_out_is_named_and_stays() {
    let mut section = Section::new();
    section.import(sample());
    let text = String::from_utf8(sample()).unwrap();
    let fewer: Vec<&str> = text.lines().filter(|line| !line.contains("Arsip dinamis")).collect();
    let (_, out) = section.import(fewer.join("\r\n"));
    assert!(out.contains("tidak ada yang dihapus") && out.contains("Kartini Wahyu, S.E.: Arsip dinamis"), "{out}");
    assert_eq!(section.dossiers().iter().map(|d| d.results.len()).sum::<usize>(), 33);
}

/// Header of the few columns that most tests need.
fn few(rows: &str) -> String {
    format!("Nama;RHK;Indikator;Target;Satuan;Arah;Aspek\n{rows}")
}

#[test]
fn targets_that_make_no_sense_are_named_and_the_rest_goes_in() {
    let mut section = Section::new();
    let (code, out) = section.import(few("Kartini Wahyu;Arsip tertata;Boks;0;boks;naik;Kuantitas\n\
         Kartini Wahyu;Arsip tertata;Temuan;0;temuan;turun;Kualitas\n\
         Kartini Wahyu;Arsip tertata;Suhu ruang;28 - 20;°C;rentang;\n\
         Kartini Wahyu;Arsip tertata;Rak;banyak;rak;naik;\n\
         Kartini Wahyu;Arsip tertata;Label;5;label;ke samping;\n\
         Siapa Saja;Arsip tertata;Boks;5;boks;naik;\n\
         Kartini Wahyu;Arsip tertata;Temuan;4;temuan;turun;Kualitas\n\
         Kartini Wahyu;;Kotak;12,5;kotak;;Rasa\n"));
    assert_eq!(code, 1, "{out}");
    for part in [
        "Baris 2, kolom Target, “Boks” (ditolak)",
        "Baris 4, kolom Target, “Suhu ruang” (ditolak)",
        "Baris 5, kolom Target, “banyak” (ditolak)",
        "Baris 6, kolom Arah, “ke samping” (ditolak): Arah ini tidak dikenal. Yang dikenal: naik, turun",
        "Baris 7, kolom Nama, “Siapa Saja” (ditolak)",
        "Baris 8, kolom Indikator, “Temuan” (ditolak): Indikator ini sudah ada untuk RHK yang sama di baris 3",
        "Baris 9, kolom Arah (catatan): Arah belum diisi",
        "Baris 9, kolom Aspek, “Rasa” (catatan)",
        "dianggap tahun 2026",
        "1 ditambahkan, 0 diperbarui, 0 tetap; 6 baris ditolak",
    ] {
        assert!(out.contains(part), "{part}\n{out}");
    }
    let kartini = section.dossier("Kartini");
    let titles: Vec<&str> = kartini.results[0].indicators.iter().map(|i| i.title.as_str()).collect();
    assert_eq!(titles, ["Temuan", "Kotak"]);
    assert_eq!(kartini.results[0].indicators[1].measure.target(), Some(exact("12.5")));
}

#[test]
fn forms_of_offices_are_understood() {
    let mut section = Section::new();
    let form = "SASARAN KINERJA PEGAWAI TAHUN 2027\n\
        ;Nama;Kartini Wahyu\n\
        \n\
        No;Nama Pegawai;Rencana Hasil Kerja;Aspek/Perspektif;Indikator Kinerja Individu;Target;Pendekatan;Ekspektasi\n\
        1;2;3;4;5;6;7;8\n\
        A. HASIL KERJA UTAMA;;;;;;;\n\
        1;Kartini Wahyu;Layanan cepat;Waktu;Lama proses;≤ 3 hari kerja;;\n\
        ;;;Kualitas;Indeks kepuasan;85,5;;\n\
        ;;;Penerima layanan;Suhu ruang tunggu;22 s.d. 26 °C;;\n\
        B. HASIL KERJA TAMBAHAN;;;;;;;\n\
        2;Kartini Wahyu;SOP loket;;SOP dipakai;ya;Kualitatif;Petugas hafal urutannya\n";
    let (code, out) = section.import(form);
    assert_eq!(code, 0, "{out}");
    let kartini = section.dossier("Kartini");
    let [service, sop] = &kartini.results[..] else { panic!("{:?}", kartini.results) };
    assert_eq!((service.period, service.class, sop.class), (Period::year(2027), ResultClass::Main, ResultClass::Additional));
    let [time, index, warmth] = &service.indicators[..] else { panic!("{:?}", service.indicators) };
    assert_eq!((&time.measure, time.accrual), (&Measure::Lower { baseline: None, target: exact("3") }, Accrual::Level));
    assert_eq!(
        (time.unit.as_str(), index.measure.target(), index.accrual),
        ("hari kerja", Some(exact("85.5")), Accrual::Level)
    );
    assert_eq!(warmth.measure, Measure::Within { low: exact("22"), high: exact("26") });
    assert_eq!(warmth.perspective.unwrap().id(), "service-recipient");
    assert_eq!((sop.approach, &sop.indicators[0].measure), (Approach::Qualitative, &Measure::YesNo));
    assert_eq!(sop.expectation, "Petugas hafal urutannya");
}

#[test]
fn workbooks_other_delimiters_and_mapped_columns_give_the_same_plan() {
    let mut section = Section::new();
    section.import("Nama,RHK,Indikator,Target,Satuan\nKartini Wahyu,Arsip,Boks,\"1.250,5\",boks\n");
    let expected = section.plans();
    let rows = row(
        1,
        &[
            text("A1", "Pegawai Kita"),
            text("B1", "RHK"),
            text("C1", "Indikator"),
            text("D1", "Target"),
            text("E1", "Satuan"),
        ],
    ) + &row(
        2,
        &[text("A2", "Kartini Wahyu"), text("B2", "Arsip"), text("C2", "Boks"), number("D2", "1250.5"), text("E2", "boks")],
    );
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("skp.xlsx");
    std::fs::write(&file, with_rows(&rows, &[])).unwrap();
    let mut other = Section::new();
    let mut args = other.args(Listed::Goals, &file);
    args.map = vec!["Pegawai Kita=nama".into()];
    assert_eq!(other.run(&args).unwrap().0, 0);
    assert_eq!(other.plans(), expected);
    args.map = vec!["Pegawai Kita=gaji".into()];
    let error = other.run(&args).unwrap_err();
    assert!(error.is_usage() && error.text().unwrap().id == "import-no-such-field");
}

#[test]
fn a_trial_changes_nothing_and_refused_rows_come_back_with_their_reason() {
    let mut section = Section::new();
    let before = section.commits();
    let dir = tempfile::tempdir().unwrap();
    let (file, refused) = (dir.path().join("skp.csv"), dir.path().join("ditolak.csv"));
    std::fs::write(&file, few("Kartini Wahyu;Arsip;Boks;0;boks;naik;\nKartini Wahyu;Surat;Surat;5;surat;naik;\n")).unwrap();
    let mut args = section.args(Listed::Goals, &file);
    args.dry_run = true;
    args.refused = Some(refused.clone());
    let (code, out) = section.run(&args).unwrap();
    assert!(code == 1 && out.contains("Uji coba, hasil kerja: 1 akan ditambahkan"), "{out}");
    assert_eq!(section.commits(), before);
    let written = std::fs::read_to_string(&refused).unwrap();
    assert!(written.contains("Kartini Wahyu;Arsip;Boks;0;boks;naik;;Target: Target itu tidak dapat"), "{written}");
}

#[test]
fn files_that_mean_harm_are_refused_or_cleaned() {
    let mut section = Section::new();
    let dir = tempfile::tempdir().unwrap();
    for (bytes, id) in [
        (&b"%PDF-1.7"[..], "import-file-not-text"),
        (b"", "import-file-empty"),
        (b"<html><table>", "import-file-web-page"),
        (b"halo;dunia\nSari;1\n", "import-no-goals-header"),
        (b"Nama;NIP\nSari;1\n", "import-other-kind"),
    ] {
        let file = dir.path().join("berkas");
        std::fs::write(&file, bytes).unwrap();
        let args = section.args(Listed::Goals, &file);
        assert_eq!(section.run(&args).unwrap_err().text().unwrap().id, id);
    }
    let (code, _) = section.import(few("Kartini Wahyu;=cmd|' /C calc'!A0;\u{1b}]0;pwn\u{7};5;@boks;naik;\n"));
    assert_eq!(code, 1, "a separator inside makes another column, and that is no number");
    let (code, _) = section.import(few("Kartini Wahyu;=cmd|' /C calc'!A0;\u{1b}[31mBoks\u{202e};5;@boks;naik;\n"));
    assert_eq!(code, 0);
    let written = String::from_utf8(section.export()).unwrap();
    assert!(!written.contains(['\u{1b}', '\u{202e}']), "{written}");
    assert!(written.contains(";'=cmd|' /C calc'!A0;") && written.contains(";'@boks;"), "{written}");
}

fn sign() -> impl Strategy<Value = Option<Number>> {
    prop::option::of((1i64..=100).prop_map(Number::from))
}
fn day() -> impl Strategy<Value = Option<Date>> {
    prop::option::of((1i64..300).prop_map(|days| date(2026, 1, 1).saturating_add(days.days())))
}
/// Words as they are typed, also such as a spreadsheet would run.
fn words_of(start: &'static str) -> impl Strategy<Value = String> {
    "[=+@'\"a-zé;,|. ]{0,24}".prop_map(move |text| format!("{start} {text}"))
}
fn figure() -> impl Strategy<Value = Number> {
    (1i64..900_000_000, 0u32..1_000_000).prop_map(|(whole, part)| exact(&format!("{whole}.{part:06}")))
}
fn measure() -> impl Strategy<Value = (Measure, Accrual)> {
    let accrual = || prop::sample::select(Accrual::ALL.to_vec());
    prop_oneof![
        (figure(), accrual()).prop_map(|(target, a)| (Measure::Higher { baseline: None, target }, a)),
        (figure(), figure(), accrual()).prop_map(|(by, from, a)| {
            let baseline = Number::ZERO.minus(from);
            (Measure::Higher { baseline: Some(baseline), target: baseline.plus(by) }, a)
        }),
        (figure(), accrual()).prop_map(|(target, a)| (Measure::Lower { baseline: None, target }, a)),
        (figure(), figure())
            .prop_map(|(target, by)| { (Measure::Lower { baseline: Some(target.plus(by)), target }, Accrual::Level) }),
        (figure(), figure(), accrual()).prop_map(|(low, by, a)| (Measure::Within { low, high: low.plus(by) }, a)),
        accrual().prop_map(|a| (Measure::YesNo, a)),
        (prop::collection::vec(words_of("langkah"), 1..6), accrual())
            .prop_map(|(steps, a)| (Measure::Milestones { steps }, a)),
        accrual().prop_map(|a| (Measure::Described, a)),
    ]
}
fn indicator() -> impl Strategy<Value = IndicatorTerms> {
    use bina::domain::goal::{Aspect, Perspective};
    let aspect = prop::option::of(prop::sample::select(Aspect::ALL.to_vec()));
    let perspective = prop::option::of(prop::sample::select(Perspective::ALL.to_vec()));
    let unit = prop::sample::select(vec!["boks", "%", "hari kerja", "Rp", "°C", "@unit"]);
    (words_of("indikator"), aspect, perspective, measure(), unit, sign(), day()).prop_map(
        |(title, aspect, perspective, (measure, accrual), unit, weight, due)| IndicatorTerms {
            title,
            aspect,
            perspective,
            measure,
            accrual,
            unit: unit.into(),
            weight,
            due,
        },
    )
}
fn result() -> impl Strategy<Value = NewResult> {
    let class = prop::sample::select(ResultClass::ALL.to_vec());
    let scope = prop::sample::select(ResultScope::ALL.to_vec());
    let approach = prop::sample::select(Approach::ALL.to_vec());
    let supports = prop::option::of(words_of("RHK pimpinan"));
    let expectation = prop_oneof![Just(String::new()), words_of("harapan"), Just("baris satu\n\n- baris dua".to_owned())];
    let terms = (words_of("hasil"), class, scope, supports, approach, expectation, sign(), day()).prop_map(
        |(title, class, scope, supports, approach, expectation, weight, due)| ResultTerms {
            period: Period::year(2026),
            title,
            class,
            scope,
            supports: supports.map(|title| Support { title, result: None }),
            approach,
            expectation,
            weight,
            due,
            tag: String::new(),
        },
    );
    (terms, prop::collection::vec(indicator(), 0..5)).prop_map(|(terms, indicators)| NewResult { terms, indicators })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn any_plan_survives_the_way_out_and_in_again(results in prop::collection::vec(result(), 1..5)) {
        let mut section = Section::new();
        let person = section.dossier("Kartini").id();
        for (nth, mut result) in results.into_iter().enumerate() {
            // Two of one name are one to a spreadsheet.
            result.terms.title = format!("{nth} {}", result.terms.title);
            for (nth, indicator) in result.indicators.iter_mut().enumerate() {
                indicator.title = format!("{nth} {}", indicator.title);
            }
            section.ask(intent::PlanResult { person, result }).unwrap();
        }
        let written = section.export();
        let mut fresh = Section::new();
        let (code, out) = fresh.import(&written);
        prop_assert_eq!(code, 0, "{}\n{}", out, String::from_utf8_lossy(&written));
        prop_assert_eq!(fresh.plans(), section.plans());
        let (_, again) = section.import(&written);
        prop_assert!(again.contains("0 ditambahkan, 0 diperbarui"), "{}", again);
    }
}
