//! Lists as offices make them themselves, well and badly.

use super::workbook::{formula, number, row, text, with_rows};
use super::*;
use bina::interchange::columns::Field;
use proptest::prelude::*;

const A: &str = "198609262015051001";
const B: &str = "199608182022041001";
const C: &str = "198012302010012005";

fn import(text: impl AsRef<[u8]>) -> (Office, Proposal) {
    let mut office = Office::new();
    let proposal = office.import(&list(text));
    (office, proposal)
}

#[test]
fn forms_in_which_spreadsheets_save_read_alike() {
    let text = format!("Nama\tNIP/NI PPPK\tJabatan\r\nJosé Sitompul, S.H.\t'{A}\tArsiparis\r\n");
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let windows: Vec<u8> = text.chars().map(|c| c as u8).collect();
    for bytes in [
        text.as_bytes().to_vec(),
        wide,
        windows,
        text.replace('\t', ";").into(),
        text.replace(", S.H.", "").replace('\t', ",").into(),
    ] {
        let (office, proposal) = import(&bytes);
        assert_eq!(findings(&proposal), Vec::<String>::new());
        assert_eq!(office.person("José Sitompul").nip.as_ref().unwrap().as_str(), A);
    }
}

#[test]
fn an_official_form_is_read_from_its_titles_to_its_signatures() {
    let text = format!(
        "PEMERINTAH KOTA MEDAN;;;;\nKECAMATAN MEDAN MARELAN;;;;\nDAFTAR NOMINATIF PEGAWAI TAHUN 2026;;;;\n;;;;\n\
         NO;NAMA / NIP;PANGKAT;JABATAN;KET\n;;GOL. RUANG;;\n1;2;3;4;5\n\
         ;SEKSI PEMERINTAHAN;;;\n\
         1;\"RAHMA, S.KOM.\nNIP. 19860926 201505 1 001\";Penata (III/c);KASI PEMERINTAHAN;\n\
         2;\"SITI AMINAH\nNIP. {B}\";III/a;Arsiparis;\n\
         ;SEKSI PELAYANAN UMUM;;;\n\
         3;\"BUDI\n{C}\";II/d;Operator;\n\
         ;;;;\n;;;Medan, 1 Oktober 2026;\n;;;CAMAT MEDAN MARELAN,;\n"
    );
    let (office, proposal) = import(text);
    assert_eq!((proposal.report.added, proposal.report.refused), (3, 0), "{:?}", proposal.report.findings);
    assert_eq!(office.person("Rahma").name.full(), "Rahma, S.Kom.");
    assert_eq!(office.person("Rahma").rank.as_deref(), Some("III/c"));
    assert_eq!(office.unit("Siti Aminah"), "Seksi Pemerintahan");
    assert_eq!(office.supervisor("Siti Aminah"), Some("Rahma"));
    assert_eq!(office.unit("Budi"), "Seksi Pelayanan Umum");
    assert_eq!(office.supervisor("Budi"), None);
}

#[test]
fn a_number_that_a_spreadsheet_rounded_is_refused_and_never_repaired() {
    let header = row(1, &[text("A1", "Nama"), text("B1", "NIP")]);
    let rows = header
        + &row(2, &[text("A2", "Siti"), number("B2", "198609262015051001")])
        + &row(3, &[text("A3", "Budi"), text("B3", "1.98609E+17")])
        + &row(4, &[text("A4", "Rina"), formula("B4", "UPPER(C4)", C)])
        + &row(6, &[text("A6", "Joko"), text("B6", B)]);
    let mut office = Office::new();
    let proposal = office.import(&list(with_rows(&rows, &[])));
    assert_eq!(findings(&proposal), ["2 NIP nip-rounded", "3 NIP nip-rounded"]);
    assert_eq!((proposal.report.added, proposal.report.refused), (2, 2));
    assert_eq!(office.person("Rina").nip.as_ref().unwrap().as_str(), C);
}

#[test]
fn every_refused_row_says_where_and_why() {
    let text = format!(
        "No;Nama;NIP;Tgl Lahir;Status\n1;Siti;{A};26-09-1986;Aktif\n2;Budi;19860926A015051001;;\n3;;{B};;\n4;Rina;{A};;\n\
         5;Joko;1986092620150510;;\n6;Wati;{C};31-02-1980;Aktif\n7;Tono;;;\n8;Tono;;;\n9;Lina;{B};01-01-1990;Sakti\n"
    );
    let (_, proposal) = import(text);
    assert_eq!(
        findings(&proposal),
        [
            "3 NIP import-nip-wrong",
            "4 Nama import-name-missing",
            "5 NIP import-nip-repeated",
            "6 NIP import-nip-length",
            "7 Tgl Lahir import-date-impossible",
            "8 NIP import-no-nip",
            "9 NIP import-no-nip",
            "9 Nama import-name-repeated",
            "10 Tgl Lahir import-born-otherwise",
            "10 Status import-status-unknown",
        ]
    );
    assert_eq!((proposal.report.added, proposal.report.refused), (4, 5));
    let json = proposal.report.json(&words());
    assert_eq!(json["findings"][0]["severity"], "error");
    assert_eq!(json["findings"][2]["message"], "This NIP stands in row 2 already. Keep one of the two rows.");
    assert_eq!(json["findings"][4]["value"], "31-02-1980");
}

#[test]
fn supervisors_are_found_by_number_name_part_or_post_and_never_guessed() {
    let text = format!(
        "Nama;NIP;Jabatan;Atasan Langsung\nSiti Aisyah Sinaga, S.STP.;{A};Lurah Terjun;-\nBudi;{B};x;{A}\nRina;{C};x;Siti Aisyah\n\
         Joko;199001012020011001;x;Lurah Terjun\nTono;199001012020011002;x;siti aisyah sinaga\nAgus Uli;199001012020011003;x;\n\
         Agus Uli;199001012020011004;x;\nWati;199001012020011005;x;Agus Uli\nLina;199001012020011006;x;Gubernur\n"
    );
    let (office, proposal) = import(text);
    for name in ["Budi", "Rina", "Joko", "Tono"] {
        assert_eq!(office.supervisor(name), Some("Siti Aisyah Sinaga"), "{name}");
    }
    assert_eq!(
        findings(&proposal),
        ["9 Atasan Langsung import-supervisor-ambiguous", "10 Atasan Langsung import-supervisor-unknown"]
    );
    assert_eq!(office.supervisor("Wati"), None);
}

#[test]
fn loops_are_broken_and_reported() {
    let text = format!("Nama;NIP;Atasan\nSiti;{A};Budi\nBudi;{B};Rina\nRina;{C};Siti\nJoko;199001012020011001;Joko\n");
    let (mut office, proposal) = import(&text);
    assert_eq!(findings(&proposal), ["2 Atasan import-supervisor-loop", "5 Atasan import-supervisor-loop"]);
    assert_eq!(["Siti", "Budi", "Rina", "Joko"].map(|n| office.supervisor(n)), [None, Some("Rina"), Some("Siti"), None]);
    assert_eq!(office.import(&list(&text)).change, None);
}

#[test]
fn a_tree_of_units_with_a_loop_is_survived() {
    let mut workbook = list(format!("Nama;NIP;UNOR ID;UNOR NAMA\nSiti;{A};B;Seksi B\n"));
    workbook.sheets.push(list("ID;NAMA_UNOR;ID_ATASAN\nA;Kecamatan A;B\nB;Seksi B;A\nC;Seksi C;X\n").sheets.remove(0));
    workbook.sheets[1].name = "HierarkiUnor".into();
    let mut office = Office::new();
    let proposal = office.import(&workbook);
    assert_eq!(
        findings(&proposal),
        ["2 HierarkiUnor · ID_ATASAN import-unit-loop", "4 HierarkiUnor · ID_ATASAN import-unit-parent-unknown"]
    );
    assert_eq!(office.import(&workbook).change, None);
}

#[test]
fn a_tree_and_a_line_of_ten_thousand_levels_are_survived() {
    let (mut people, mut tree) =
        (String::from("Nama;NIP;UNOR ID;UNOR NAMA;Atasan\n"), String::from("ID;NAMA_UNOR;ID_ATASAN\n"));
    for i in 0..10_000 {
        people.push_str(&format!("Pegawai {i};;U{i};Seksi {i};Pegawai {}\n", (i + 1) % 10_000));
        tree.push_str(&format!("U{i};Seksi {i};U{}\n", (i + 1) % 10_000));
    }
    let mut workbook = list(people);
    workbook.sheets.push(list(tree).sheets.remove(0));
    let mut office = Office::new();
    let proposal = office.import(&workbook);
    let loops = proposal.report.findings.iter().filter(|f| f.text.id.ends_with("-loop")).count();
    assert_eq!((proposal.report.added, loops), (10_000, 2));
    assert_eq!(office.import(&workbook).change, None);
}

#[test]
fn a_second_list_updates_and_empty_cells_erase_nothing() {
    let (mut office, _) =
        import(format!("Nama;NIP;Gol;Jabatan\nHj. Siti Aminah, S.H.;{A};III/a;Arsiparis\nBudi;{B};II/a;Operator\n"));
    let id = office.person("Siti Aminah").id;
    let second = office.import(&list(format!("NIP;NAMA;JABATAN;GOL\n{A};SITI AMINAH;Analis;\n")));
    assert_eq!((second.report.added, second.report.updated), (0, 1));
    let siti = office.person("Siti Aminah");
    assert_eq!((siti.id, siti.name.full().as_str()), (id, "Hj. Siti Aminah, S.H."));
    assert_eq!((siti.rank.as_deref(), siti.position.as_deref()), (Some("III/a"), Some("Analis")));
    assert_eq!(second.report.missing, [format!("Budi ({B})")]);
    assert_eq!(office.roster.len(), 2, "nobody is deleted");
}

#[test]
fn the_user_is_not_reported_as_missing() {
    let (mut office, _) = import(format!("Nama;NIP\nSiti;{A}\nBudi;{B}\n"));
    office.roster.profile.me = Some(office.person("Budi").id);
    assert_eq!(office.import(&list(format!("Nama;NIP\nSiti;{A}\n"))).report.missing, Vec::<String>::new());
}

#[test]
fn what_was_said_in_the_program_is_not_undone_by_a_list_that_knows_less() {
    let mut office = Office::new();
    let export = file("siasn-medan-marelan.xlsx");
    office.import(&export);
    let rahma = office.person("Rahma").id;
    let leave = PersonStatus::Leave { from: date(2026, 11, 1), until: None };
    office.put(|p| (p.supervisor, p.status) = (Some(rahma), leave.clone()), "Wulan Salim");
    assert_eq!(office.import(&export).change, None);
    office.put(|p| p.status = PersonStatus::Retired { on: None }, "Joko Wahyu");
    let again = office.import(&export);
    assert_eq!(findings(&again), ["20 KEDUDUKAN HUKUM NAMA import-active-again"]);
    assert_eq!(office.person("Joko Wahyu").status, PersonStatus::Active);
}

#[test]
fn somebody_entered_without_number_is_the_same_person_and_a_changed_number_is_only_reported() {
    let (mut office, _) = import("Nama;NIP;Jabatan\nSiti;;Lurah\n");
    let id = office.person("Siti").id;
    let second = office.import(&list(format!("Nama;NIP;Jabatan\nSiti;{A};Lurah\n")));
    assert_eq!((office.person("Siti").id, findings(&second)), (id, vec!["2 NIP import-nip-added".to_owned()]));
    let third = office.import(&list("Nama;NIP;Jabatan\nSiti;198609262023211001;Lurah\n"));
    assert_eq!((third.report.added, findings(&third)), (1, vec!["2 NIP import-nip-changed".to_owned()]));
}

#[test]
fn statuses_and_kinds_are_read_as_offices_write_them() {
    let text = format!(
        "Nama;NIP;Jenis Pegawai;Status\nSiti;{A};PNS;CLTN\nBudi;{B};CPNS;aktif\nRina;{C};;Meninggal Dunia\nTono;;Honorer;\n"
    );
    let (office, _) = import(text);
    assert_eq!(office.person("Siti").status, PersonStatus::Leave { from: office.today, until: None });
    assert_eq!(office.person("Budi").kind, EmploymentKind::Cpns);
    assert_eq!(office.person("Rina").status, PersonStatus::Left { on: None, note: "Meninggal Dunia".into() });
    assert_eq!((office.person("Rina").kind, office.person("Tono").kind), (EmploymentKind::Pns, EmploymentKind::Other));
}

#[test]
fn columns_can_be_mapped_and_sheets_chosen() {
    let workbook = list(format!("Bapak/Ibu;Nomor;Bos\nSiti;{A};\nBudi;{B};Siti\n"));
    let mut office = Office::new();
    assert_eq!(office.try_plan(&workbook, &Options::default()), Err(Unreadable::NoHeader));
    let map = vec![("Bapak/Ibu".to_owned(), Field::Name), ("B".into(), Field::Nip), ("Bos".into(), Field::Supervisor)];
    let proposal = office.try_plan(&workbook, &Options { map, sheet: None }).unwrap();
    assert_eq!(proposal.report.added, 2);
    let export = file("siasn-medan-marelan.xlsx");
    for sheet in ["data pns", "1"] {
        let options = Options { map: vec![], sheet: Some(sheet.to_owned()) };
        assert_eq!(office.try_plan(&export, &options).unwrap().report.added, 38);
    }
    let options = Options { map: vec![], sheet: Some("Lain".to_owned()) };
    assert!(matches!(office.try_plan(&export, &options), Err(Unreadable::NoSuchSheet { .. })));
}

#[test]
fn hostile_names_are_stored_harmless() {
    let (office, proposal) =
        import(format!("Nama;NIP\nSiti\u{1b}]0;x\u{7};{A}\n\u{200b};{B}\n{};{C}\n", "Budi ".repeat(5000)));
    assert_eq!(proposal.report.refused, 2, "{:?}", findings(&proposal));
    for person in office.roster.rows() {
        assert!(!person.name.name.chars().any(bina::domain::language::clean::is_hostile));
        assert!(person.name.name.chars().count() <= bina::domain::language::clean::MAX_LINE);
    }
}

fn any_list() -> impl Strategy<Value = String> {
    let cell = prop_oneof![
        prop::sample::select(vec![
            "",
            "-",
            "Nama",
            "NIP",
            "Jabatan",
            "Unit Kerja",
            "Atasan",
            "Status",
            "Siti",
            "BUDI, S.H.",
            "Drs. Rahmat",
            "Camat",
            "Seksi A",
            "Kepala Seksi A",
            "Kecamatan B",
            A,
            B,
            C,
            "199001012020011001",
            "1.98E+17",
            "Aktif",
            "Pensiun",
            "CLTN",
            "\"",
            "\"a\"",
            "III/d",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,8}",
    ];
    let row = prop::collection::vec(cell, 0..7).prop_map(|cells| cells.join(";"));
    prop::collection::vec(row, 0..12)
        .prop_map(|rows| format!("Nama;NIP;Jabatan;Unit Kerja;Atasan;Status\n{}\n", rows.join("\n")))
}

proptest! {
    #[test]
    fn whatever_a_list_says_it_says_nothing_new_the_second_time(text in any_list()) {
        let Ok(workbook) = source::workbook(text.as_bytes(), program()) else { return Ok(()) };
        let mut office = Office::new();
        let Ok(first) = office.try_plan(&workbook, &Options::default()) else { return Ok(()) };
        if let Some(change) = &first.change {
            office.apply(change);
        }
        let second = office.plan(&workbook);
        prop_assert_eq!(second.change, None);
        prop_assert_eq!(second.report.unchanged, first.report.added);
        prop_assert_eq!(&second.refused, &first.refused);
        for row in office.roster.rows() {
            prop_assert!(row.supervisor.is_none_or(|above| !office.roster.stands_above(row.id, above)));
        }
    }
}

#[test]
fn a_list_of_thousands_is_planned_while_one_waits() {
    let mut text = String::from("No;Nama;NIP;Gol;Jabatan;Unit Kerja;Atasan Langsung\n");
    let rows = 4_000;
    for i in 0..rows {
        let (unit, serial, month) = (i / 20, 1 + i % 998, 1 + i / 998);
        text.push_str(&format!(
            "{i};Pegawai Nomor {i}, S.H., M.H.;197001011995{month:02}1{serial:03};III/a;Analis;Seksi {unit};Pegawai Nomor {}\n",
            unit * 20
        ));
    }
    let began = std::time::Instant::now();
    let (office, proposal) = import(&text);
    assert_eq!((proposal.report.added, office.roster.units.len()), (rows, rows / 20));
    // Without optimisation and on a busy machine; a step that is quadratic takes minutes.
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}

#[test]
fn a_failed_formula_is_a_wrong_number_and_a_rounded_supervisor_is_nobody() {
    let rows = row(1, &[text("A1", "Nama"), text("B1", "NIP"), text("C1", "Jabatan"), text("D1", "NIP Atasan")])
        + &row(2, &[text("A2", "Siti"), r#"<c r="B2" t="e"><f>X</f><v>#REF!</v></c>"#.to_owned(), text("C2", "x")])
        + &row(3, &[text("A3", "Budi"), text("B3", B), r#"<c r="C3" t="e"><v>#N/A</v></c>"#.to_owned(), number("D3", C)])
        + &row(4, &[text("A4", "Rina"), text("B4", C), text("C4", "y"), text("D4", B)]);
    let mut office = Office::new();
    let proposal = office.import(&list(with_rows(&rows, &[])));
    assert_eq!(findings(&proposal)[0], "2 NIP import-nip-wrong");
    assert_eq!((office.supervisor("Budi"), office.person("Budi").position.clone()), (None, None));
    assert_eq!(office.supervisor("Rina"), Some("Budi"));
}
