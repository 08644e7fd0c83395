//! Every door of import, run by one table of inputs: what a door does with a list that is not simply one.

use super::workbook::{Sheet, book, row, text};
use super::*;
use bina::cli::import::{Desk, ImportArgs, ImportError, Listed, run};
use bina::interchange::goals;
use bina::store::Memory;

/// A door, and a small sound list for it; every cell of the last column can be a number or a text.
struct Door {
    what: Listed,
    word: &'static str,
    head: &'static [&'static str],
    rows: [&'static [&'static str]; 2],
}

const A: &str = "197504211995102510";
const B: &str = "198709272009022511";

const DOORS: [Door; 15] = [
    Door {
        what: Listed::People,
        word: "people",
        head: &["Nama", "NIP", "Jabatan"],
        rows: [&["Rina Sari", "198609262015051001", "Arsiparis"], &["Budi", "199608182022041001", "Operator"]],
    },
    Door {
        what: Listed::Goals,
        word: "goals",
        head: &["Nama", "RHK", "Indikator", "Satuan", "Target"],
        rows: [&["Kartini Wahyu", "Arsip", "Boks", "boks", "10"], &["Kartini Wahyu", "Surat", "Lembar", "lembar", "20"]],
    },
    Door {
        what: Listed::Standards,
        word: "standards",
        head: &["Jabatan", "Kompetensi", "Level"],
        rows: [&["Arsiparis", "Integritas", "2"], &["Arsiparis", "Komunikasi", "3"]],
    },
    Door {
        what: Listed::Framework,
        word: "framework",
        head: &["Kompetensi", "Level", "Perilaku"],
        rows: [&["Integritas", "3", "membahas"], &["Komunikasi", "2", "menulis"]],
    },
    Door {
        what: Listed::Holidays,
        word: "holidays",
        head: &["Nama", "Jenis", "Tanggal", "Sumber"],
        rows: [&["Tahun Baru", "LN", "2028-01-01", "SKB"], &["Natal", "CB", "2028-12-26", "SKB"]],
    },
    Door {
        what: Listed::Distribution,
        word: "distribution",
        head: &[
            "Unit",
            "Periode",
            "Baik",
            "Butuh Perbaikan",
            "Kurang",
            "Sangat Kurang",
            "Capaian Organisasi",
            "Sangat Baik",
        ],
        rows: [
            &["Kecamatan", "TW III 2026", "22", "3", "1", "0", "Baik", "4"],
            &["Kecamatan", "TW II 2026", "24", "3", "0", "0", "Baik", "3"],
        ],
    },
    Door {
        what: Listed::Evaluations,
        word: "evaluations",
        head: &[
            "NIP",
            "Periode",
            "Rating Hasil Kerja",
            "Rating Perilaku Kerja",
            "Predikat",
            "Pejabat Penilai",
            "Tanggal",
            "Keterangan",
        ],
        rows: [
            &[A, "TW III 2026", "Sesuai ekspektasi", "Sesuai ekspektasi", "Baik", "Hanum", "05/10/2026", "a"],
            &[B, "TW III 2026", "Sesuai ekspektasi", "Sesuai ekspektasi", "Baik", "Hanum", "05/10/2026", "b"],
        ],
    },
    Door {
        what: Listed::Ekinerja,
        word: "ekinerja",
        head: &["skp_id", "nip", "skp_status", "periode_awal", "periode_akhir", "jabatan"],
        rows: [
            &["a-1", A, "persetujuan", "2026-01-01", "2026-12-31", "Operator"],
            &["a-2", B, "persetujuan", "2026-01-01", "2026-12-31", "Operator"],
        ],
    },
    Door {
        what: Listed::Learning,
        word: "learning",
        head: &["NIP", "Nama Kegiatan", "Bentuk", "Tanggal Selesai", "JP"],
        rows: [&[A, "Arsip", "Kursus", "16/04/2026", "8"], &[B, "Surat", "Kursus", "17/04/2026", "4"]],
    },
    Door {
        what: Listed::Plans,
        word: "plans",
        head: &["NIP", "Program", "Metode", "Tanggal", "JP"],
        rows: [&[A, "Arsip", "Kursus", "16/12/2026", "8"], &[B, "Surat", "Kursus", "17/12/2026", "4"]],
    },
    Door {
        what: Listed::Proposals,
        word: "proposals",
        head: &["NIP", "Tahun Anggaran", "Program", "Metode", "Sumber Dana", "Estimasi Biaya"],
        rows: [&[A, "2027", "Arsip", "Kursus", "APBD", "8"], &[B, "2027", "Surat", "Kursus", "APBD", "4"]],
    },
    Door {
        what: Listed::Courses,
        word: "courses",
        head: &["Kode", "Nama Pelatihan", "Bentuk", "JP", "Kuota", "Biaya"],
        rows: [&["K1", "Arsip", "Kursus", "8", "20", "1"], &["K2", "Surat", "Kursus", "4", "20", "2"]],
    },
    Door {
        what: Listed::Budget,
        word: "budget",
        head: &["Unit", "Tahun", "Sumber Dana", "Pagu"],
        rows: [&["Seksi Pelayanan Umum", "2026", "APBD", "15000"], &["Seksi Pelayanan Umum", "2027", "APBD", "10000"]],
    },
    Door {
        what: Listed::Wishes,
        word: "wishes",
        head: &["NIP", "Nama", "Topik yang ingin dipelajari", "Mengapa topik itu perlu?"],
        rows: [&[A, "", "Excel", "rekap"], &[B, "", "Arsip", "surat"]],
    },
    Door {
        what: Listed::Mentoring,
        word: "mentoring",
        head: &["NIP Mentor", "Mentor", "NIP Mentee", "Mentee", "Topik", "Mulai", "Jumlah Pertemuan"],
        rows: [&[A, "", B, "", "alur loket", "22/06/2026", "5"], &[B, "", A, "", "surat", "23/06/2026", "2"]],
    },
];

impl Door {
    fn xml(&self, last: Option<&str>) -> String {
        let mut out = cells(1, self.head);
        out += &cells(2, self.rows[0]);
        match last {
            None => out += &cells(3, self.rows[1]),
            Some(last) => {
                let column = self.head.len() - 1;
                let mut some: Vec<String> =
                    self.rows[1][..column].iter().enumerate().map(|(i, t)| text(&place(i, 3), t)).collect();
                some.push(last.replace("PLACE", &place(column, 3)));
                out += &row(3, &some);
            }
        }
        out
    }
    fn csv(&self, between: &str) -> Vec<u8> {
        let line = |cells: &[&str]| cells.join(";");
        format!("{}\n{}\n{between}{}\n", line(self.head), line(self.rows[0]), line(self.rows[1])).into_bytes()
    }
    fn run(&self, bytes: &[u8]) -> Result<(bool, String), ImportError> {
        let mut store = Memory::new();
        let mut ids = IdSource::seeded(3);
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("daftar");
        std::fs::write(&file, bytes).unwrap();
        let args = |what, file: &Path| ImportArgs {
            what,
            file: file.to_owned(),
            map: vec![],
            dry_run: false,
            refused: None,
            sheet: None,
        };
        let mut import = |args: &ImportArgs| {
            let desk = Desk {
                now: Timestamp::from_second(1_795_000_000).unwrap(),
                store: &mut store,
                words: &Words::new(Lang::Id),
                today: date(2026, 11, 21),
                actor: &Actor::default(),
                ids: &mut ids,
                rules: &RuleSet::default(),
                program: Some(program()),
                step: &mut |_| {},
            };
            run(desk, args).map(|done| (done.refused, done.lines.join("\n")))
        };
        if !matches!(self.what, Listed::People | Listed::Standards | Listed::Framework) {
            import(&args(Listed::People, &fixture("daftar-pegawai-seksi.csv"))).unwrap();
        }
        import(&args(self.what, &file))
    }
}

fn place(column: usize, row: u32) -> String {
    format!("{}{row}", bina::interchange::table::letters(column))
}

fn cells(number: u32, texts: &[&str]) -> String {
    row(number, &texts.iter().enumerate().map(|(i, t)| text(&place(i, number), t)).collect::<Vec<_>>())
}

fn sheet(name: &str, hidden: bool, rows: String) -> Sheet<'_> {
    Sheet { name, hidden, rows, after: "" }
}

/// What comes, whether a row of it is refused, and what has to be said.
type Input = (&'static str, fn(&Door) -> Vec<u8>, bool, &'static str);

const INPUTS: [Input; 11] = [
    (
        "a second list",
        |door| book(&[sheet("PNS", false, door.xml(None)), sheet("PPPK", false, door.xml(None))]),
        false,
        "Lembar PPPK (catatan): lembar ini juga berisi daftar",
    ),
    (
        "a hidden list first",
        |door| book(&[sheet("2025", true, door.xml(None)), sheet("2026", false, door.xml(None))]),
        false,
        "Lembar 2025 (catatan): lembar tersembunyi ini juga berisi daftar",
    ),
    (
        "only a hidden list",
        |door| book(&[sheet("2025", true, door.xml(None))]),
        false,
        "Lembar 2025 (catatan): lembar ini tersembunyi dan tetap dibaca",
    ),
    (
        "a sheet of notes",
        |door| book(&[sheet("Petunjuk", false, cells(1, &["Isi kolom"])), sheet("Isi", false, door.xml(None))]),
        false,
        "Lembar Petunjuk (catatan): lembar ini tidak dibaca",
    ),
    (
        "a hidden row",
        |door| book(&[sheet("Isi", false, door.xml(None).replace(r#"<row r="3""#, r#"<row r="3" hidden="1""#))]),
        false,
        "1 baris disembunyikan atau disaring dan tetap dibaca: baris 3",
    ),
    (
        "a hidden column",
        |door| book(&[sheet("Isi", false, door.xml(None))]).pipe_hidden_column(door),
        false,
        "Kolom ini disembunyikan",
    ),
    (
        "a formula without a value",
        |door| book(&[sheet("Isi", false, door.xml(Some(r#"<c r="PLACE"><f>A1</f><v></v></c>"#)))]),
        true,
        "tidak menyimpan hasilnya",
    ),
    (
        "thousands shown as ones",
        |door| book(&[sheet("Isi", false, door.xml(Some(r#"<c r="PLACE" s="1"><v>3000</v></c>"#)))]),
        true,
        "Bentuk angka (#,##0,)",
    ),
    (
        "a total",
        |door| door.csv(&format!("JUMLAH{};2\n", ";".repeat(door.head.len() - 2))),
        false,
        "Baris jumlah, dilewati.",
    ),
    ("the head again", |door| door.csv(&(door.head.join(";") + "\n")), false, "Judul kolom berulang di sini."),
    ("an open quotation mark", |door| [door.csv(""), b"\"Rina;1;2\n".to_vec()].concat(), true, "Tanda kutip dibuka"),
];

trait HiddenColumn {
    fn pipe_hidden_column(self, door: &Door) -> Vec<u8>;
}

impl HiddenColumn for Vec<u8> {
    /// The same list with its first column hidden: columns are declared before the rows.
    fn pipe_hidden_column(self, door: &Door) -> Vec<u8> {
        let xml = format!(
            r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="1" max="1" hidden="1"/></cols><sheetData>{}</sheetData></worksheet>"#,
            door.xml(None)
        );
        super::workbook::with_rows("", &[("xl/worksheets/sheet1.xml", xml.as_bytes())])
    }
}

#[test]
fn every_door_says_what_of_a_list_it_did_not_simply_take() {
    for door in &DOORS {
        let (refused, out) = door.run(&door.csv("")).unwrap();
        assert!(!refused, "{}: {out}", door.word);
        for (name, make, refuses, said) in INPUTS {
            // What was learnt stands on several sheets, and all are read.
            if door.what == Listed::Learning && name == "a second list" {
                continue;
            }
            let (refused, out) = door.run(&make(door)).unwrap_or_else(|e| panic!("{}, {name}: {e}", door.word));
            assert!(out.contains(said), "{}, {name}: {out}", door.word);
            assert_eq!(refused, refuses, "{}, {name}: {out}", door.word);
        }
    }
}

#[test]
fn every_door_refuses_a_list_of_another_kind_and_names_its_word() {
    const FILES: [(&str, &str); 17] = [
        ("daftar-pegawai-seksi.csv", "people"),
        ("siasn-medan-marelan.xlsx", "people"),
        ("skp-2026.csv", "goals"),
        ("standar-kompetensi.csv", "standards"),
        ("hari-libur-2026-2027.csv", "holidays"),
        ("riwayat-diklat-siasn.xlsx", "learning"),
        ("riwayat-belajar.csv", "learning"),
        ("katalog-pelatihan.csv", "courses"),
        ("anggaran.csv", "budget"),
        ("usulan-pelatihan-2027.xlsx", "proposals"),
        ("idp-2026.csv", "plans"),
        ("keinginan-pegawai.csv", "wishes"),
        ("pasangan-mentor.csv", "mentoring"),
        ("laporan-skp.xlsx", "ekinerja"),
        ("laporan-penilaian-skp.xlsx", "ekinerja"),
        ("evaluasi-triwulan.csv", "evaluations"),
        ("distribusi-unit.csv", "distribution"),
    ];
    let words = Words::new(Lang::Id);
    for (file, word) in FILES {
        let bytes = std::fs::read(fixture(file)).unwrap();
        for door in DOORS.iter().filter(|door| door.word != word) {
            let error = door.run(&bytes).err().unwrap_or_else(|| panic!("{} took {file}", door.word));
            let said = words.text(&error.text().unwrap());
            assert!(said.ends_with(&format!("bina import {word} BERKAS")), "{} of {file}: {said}", door.word);
        }
    }
}

#[test]
fn what_merged_cells_say_is_said_of_every_row() {
    let rows = cells(1, &["Nama", "NIP", "Unit Kerja"])
        + &cells(2, &["Rina Sari", "198609262015051001", "Seksi Umum"])
        + &cells(3, &["Budi", "199608182022041001"]);
    let merged = r#"<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>"#;
    let mut office = Office::new();
    let proposal = office.import(&list(book(&[Sheet { name: "Isi", hidden: false, rows, after: merged }])));
    assert_eq!(findings(&proposal), Vec::<String>::new());
    assert_eq!([office.unit("Rina Sari"), office.unit("Budi")], ["Seksi Umum", "Seksi Umum"]);
}

#[test]
fn a_target_shown_as_percent_is_that_percentage() {
    let mut office = Office::new();
    office.import(&list("Nama;NIP\nRina Sari;198609262015051001\n"));
    let rows = cells(1, &["Nama", "RHK", "Indikator", "Satuan", "Target"])
        + &row(
            2,
            &[
                text("A2", "Rina Sari"),
                text("B2", "Berkas"),
                text("C2", "Tepat waktu"),
                text("D2", "persen"),
                r#"<c r="E2" s="2"><v>0.8875</v></c>"#.to_owned(),
            ],
        );
    let workbook = list(book(&[sheet("SKP", false, rows)]));
    let read = goals::read(&workbook, &office.roster, office.today, &Options { map: vec![], sheet: None }).unwrap();
    let said = read.taken[0].indicator.as_ref().unwrap();
    assert_eq!((said.measure.baseline(), said.unit.as_str()), (None, "persen"));
    assert!(format!("{:?}", said.measure).contains("88.75"), "{:?}", said.measure);
}

#[test]
fn days_that_lost_their_format_are_read_and_said() {
    let rows = cells(1, &["Nama", "NIP", "Tanggal Lahir"])
        + &row(2, &[text("A2", "Rina Sari"), text("B2", "198609262015051001"), r#"<c r="C2"><v>31681</v></c>"#.to_owned()]);
    let mut office = Office::new();
    let proposal = office.import(&list(book(&[sheet("Isi", false, rows)])));
    assert_eq!(findings(&proposal), ["2 Tanggal Lahir import-serial-days"]);
}

#[test]
fn whoever_leaves_the_team_by_a_list_is_named_with_what_is_open() {
    let mut office = Office::new();
    let head = "Nama;NIP;Jabatan;Unit Kerja;Atasan Langsung;Status\n";
    let budi = "Budi;199608182022041001;Operator;Seksi Umum;";
    let me = "Rina Sari;198609262015051001;Kepala Seksi Umum;Seksi Umum;;Aktif\n";
    office.import(&list(format!("{head}{me}{budi}Rina Sari;Aktif\n")));
    let mine = office.person("Rina Sari").id;
    office.roster.profile.me = Some(mine);
    let mut row = office.person("Budi").clone();
    row.my_due = vec![None, None];
    row.open_session = true;
    office.roster.put(row);
    let proposal = office.plan(&list(format!("{head}{me}{budi}Rina Sari;Pensiun\n")));
    let lines = proposal.report.lines(&words(), true).join("\n");
    assert!(lines.contains("Leaves the team: Budi") && lines.contains("your promises 2"), "{lines}");
    assert!(lines.contains("A session is not closed"), "{lines}");
}

#[test]
fn whoever_retires_later_stays_until_that_day() {
    let mut office = Office::new();
    let head = "Nama;NIP;Status;TMT Pensiun\n";
    for (day, serves) in [("22-11-2026", true), ("21-11-2026", false)] {
        let proposal = office.import(&list(format!("{head}Budi;199608182022041001;Pensiun;{day}\n")));
        assert_eq!(office.person("Budi").status.in_service(), serves, "{day}: {:?}", proposal.report.findings);
    }
}

#[test]
fn a_leave_that_has_ended_is_over_and_the_next_one_is_another() {
    let (head, budi) = ("Nama;NIP;Status\n", "Budi;199608182022041001");
    let ended = PersonStatus::Leave { from: date(2026, 1, 5), until: Some(date(2026, 3, 5)) };
    let running = PersonStatus::Leave { from: date(2026, 11, 2), until: Some(date(2026, 12, 5)) };
    let anew = PersonStatus::Leave { from: date(2026, 11, 21), until: None };
    for (was, said, becomes) in [
        (&ended, "Aktif", &PersonStatus::Active),
        (&ended, "Cuti", &anew),
        (&running, "Aktif", &running),
        (&running, "Cuti", &running),
    ] {
        let mut office = Office::new();
        office.import(&list(format!("{head}{budi};Aktif\n")));
        office.put(|person| person.status = was.clone(), "Budi");
        office.import(&list(format!("{head}{budi};{said}\n")));
        assert_eq!(&office.person("Budi").status, becomes, "{was:?}, {said}");
    }
}

#[test]
fn names_in_lists_are_found_with_dots_titles_and_forms_of_address() {
    let people = "Nama;NIP;Jabatan;Atasan Langsung\nAbd. Rahman, S.Sos.;198609262015051001;Kepala Seksi;\n\
                  Muh. Yusuf;199608182022041001;Operator;Bpk. Abd Rahman\n";
    let mut office = Office::new();
    let proposal = office.import(&list(people));
    assert_eq!((findings(&proposal), office.supervisor("Muh. Yusuf")), (vec![], Some("Abd. Rahman")));
    for name in ["Muh Yusuf", "MUH. YUSUF", "Sdr. Muh. Yusuf", "Muh.Yusuf"] {
        let text = format!("Nama;RHK;Indikator;Satuan;Target\n{name};Arsip;Boks;boks;3\n");
        let read = goals::read(&list(text), &office.roster, office.today, &Options { map: vec![], sheet: None }).unwrap();
        assert_eq!(read.taken.len(), 1, "{name}: {:?}", read.findings);
    }
    for name in ["Yusuf", "Muh", "Muh. Yusuf Rahman"] {
        let text = format!("Nama;RHK;Indikator;Satuan;Target\n{name};Arsip;Boks;boks;3\n");
        let read = goals::read(&list(text), &office.roster, office.today, &Options { map: vec![], sheet: None }).unwrap();
        assert_eq!(read.taken.len(), 0, "a part of a name is a guess: {name}");
    }
}

#[test]
fn a_goal_that_is_called_an_average_is_no_total() {
    let door = &DOORS[1];
    let (refused, out) = door.run(b"Nama;RHK;Indikator;Satuan;Target\nKartini Wahyu;Rata-rata;Nilai;nilai;3\n").unwrap();
    assert!(!refused && out.contains("1 ditambahkan"), "{out}");
}

/// A workbook of OpenDocument with these rows of XML.
fn open_document(rows: &str) -> Vec<u8> {
    use std::io::Write;
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Isi"><table:table-column table:number-columns-repeated="16384"/>{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_of_opendocument_is_read_with_what_it_hides_merges_and_shows() {
    let said = |texts: &[&str]| -> String {
        texts
            .iter()
            .map(|t| format!("<table:table-cell office:value-type=\"string\"><text:p>{t}</text:p></table:table-cell>"))
            .collect()
    };
    let rows = format!(
        "<table:table-row>{}</table:table-row>\
         <table:table-row>{}<table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"2\"><text:p>Seksi Umum</text:p></table:table-cell></table:table-row>\
         <table:table-row table:visibility=\"filter\">{}<table:covered-table-cell/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
        said(&["Nama", "NIP", "Unit Kerja"]),
        said(&["Rina &amp; Sari", "198609262015051001"]),
        said(&["Budi", "199608182022041001"]),
    );
    let mut office = Office::new();
    let proposal = office.import(&list(open_document(&rows)));
    assert_eq!(findings(&proposal), ["0  import-rows-hidden"]);
    assert_eq!([office.unit("Rina & Sari"), office.unit("Budi")], ["Seksi Umum", "Seksi Umum"]);
    let numbers = "<table:table-row><table:table-cell office:value-type=\"percentage\" office:value=\"0.95\"><text:p>95%</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"float\" office:value=\"88.75\"><text:p>89</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"float\" office:value=\"12500000\"><text:p>12.500.000,00</text:p></table:table-cell></table:table-row>";
    let table = &list(open_document(numbers)).sheets[0];
    let cells = &table.rows[0].cells;
    assert_eq!(cells.iter().map(|cell| &*cell.text).collect::<Vec<_>>(), ["95%", "88.75", "12500000"]);
    assert_eq!(cells.iter().map(|cell| cell.mark.is_some()).collect::<Vec<_>>(), [false, true, false]);
}
