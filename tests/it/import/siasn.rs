//! The two shared files: an export of SIASN and a section's own list.

use super::*;

#[test]
fn the_siasn_export_gives_people_with_titles_units_and_supervisors() {
    let mut office = Office::new();
    let report = office.import(&file("siasn-medan-marelan.xlsx")).report;
    assert_eq!((report.added, report.updated, report.unchanged, report.refused), (38, 0, 0, 0));
    assert_eq!(report.findings, vec![]);

    let camat = office.person("Hanum Harahap");
    assert_eq!(camat.name.full(), "Hj. Hanum Harahap, S.T.");
    assert_eq!(camat.nip.as_ref().unwrap().as_str(), "198210202010072001");
    assert_eq!((camat.rank.as_deref(), camat.position.as_deref()), (Some("IV/a"), Some("Camat")));
    assert_eq!((camat.kind, camat.supervisor), (EmploymentKind::Pns, None));
    assert_eq!(office.unit("Hanum Harahap"), "Kecamatan Medan Marelan");

    for (name, supervisor) in [
        ("Hotman Dewi Harahap", "Hanum Harahap"),
        ("Maya Kusuma", "Hotman Dewi Harahap"),
        ("Siti Panjaitan", "Hotman Dewi Harahap"),
        ("Rahma", "Hanum Harahap"),
        ("Suryadi", "Hanum Harahap"),
        ("Irwan Simanjuntak", "Maya Kusuma"),
        ("Kartini Maulana Panjaitan", "Siti Panjaitan"),
        ("Sari", "Rahma"),
        ("Wulan Salim", "Agus Uli"),
        ("Rudi Uli Sitompul", "Agus Uli"),
        ("Parlindungan", "Parlindungan Nasution"),
    ] {
        assert_eq!(office.supervisor(name), Some(supervisor), "{name}");
    }
    let without: Vec<_> = office.roster.rows().iter().filter(|r| r.supervisor.is_none()).collect();
    assert_eq!(without.len(), 1);

    let retired: Vec<_> = office.roster.rows().iter().filter(|r| !r.status.in_service()).collect();
    assert_eq!(retired.len(), 1);
    assert_eq!(
        (retired[0].name.name.as_str(), &retired[0].status),
        ("Rudi Uli Sitompul", &PersonStatus::Retired { on: None })
    );
    assert_eq!(office.roster.rows().iter().filter(|r| r.name.name == "Agus Uli").count(), 2);
    assert_eq!(office.roster.rows().iter().filter(|r| r.kind == EmploymentKind::Pppk).count(), 5);

    assert_eq!(office.roster.units.len(), 10);
    let unit = office.roster.units.by_code("MRL-SU").unwrap();
    let path: Vec<_> = office.roster.units.path(unit.id).iter().map(|u| u.name.as_str()).collect();
    assert_eq!(path, ["Sub Bagian Umum dan Kepegawaian", "Sekretariat", "Kecamatan Medan Marelan"]);
    assert!(office.roster.units.iter().all(|unit| unit.head.is_some()));
}

#[test]
fn a_sections_own_list_gives_people_under_its_head() {
    let mut office = Office::new();
    let proposal = office.import(&file("daftar-pegawai-seksi.csv"));
    assert_eq!((proposal.report.added, proposal.report.refused), (12, 0));
    assert_eq!(findings(&proposal), ["5 Atasan Langsung import-supervisor-unknown"]);

    let head = office.person("Siti Aisyah Sinaga");
    assert_eq!((head.name.back.as_str(), head.supervisor), ("S.STP., M.AP.", None));
    for row in office.roster.rows().iter().filter(|row| row.id != head.id) {
        assert_eq!(row.supervisor, Some(head.id), "{}", row.name.full());
    }
    assert_eq!(office.person("Siti Putra Panjaitan").name.full(), "Hj. Siti Putra Panjaitan, A.Md.Keb.");
    assert_eq!(office.person("Fitri Saputra Panjaitan").nip.as_ref().unwrap().as_str(), "197504211995102510");
    assert_eq!(office.person("Indah Permata Ginting").kind, EmploymentKind::Pppk);
    assert_eq!(office.person("Indah Permata Ginting").rank.as_deref(), Some("IX"));
    assert_eq!(office.unit("Kartini Wahyu"), "Seksi Pelayanan Umum");
    assert_eq!(office.roster.units.by_name("Seksi Pelayanan Umum").unwrap().head, Some(head.id));
}

#[test]
fn importing_again_changes_nothing() {
    for name in ["siasn-medan-marelan.xlsx", "daftar-pegawai-seksi.csv"] {
        let mut office = Office::new();
        let first = office.import(&file(name)).report;
        let again = office.import(&file(name));
        assert_eq!(again.change, None, "{name}");
        assert_eq!((again.report.added, again.report.updated, again.report.unchanged), (0, 0, first.added));
        assert_eq!(again.report.missing, Vec::<String>::new());
    }
}

#[test]
fn both_lists_after_each_other_find_the_supervisor_by_post() {
    let mut office = Office::new();
    office.import(&file("siasn-medan-marelan.xlsx"));
    let second = office.import(&file("daftar-pegawai-seksi.csv"));
    assert_eq!(second.report.added, 12);
    assert_eq!(office.supervisor("Siti Aisyah Sinaga"), Some("Hanum Harahap"));
    // People of that section who are not in its own list; of other sections nothing is said.
    assert_eq!(second.report.missing.len(), 5, "{:?}", second.report.missing);
}

#[test]
fn the_import_can_be_taken_back() {
    let mut office = Office::new();
    let change = office.plan(&file("siasn-medan-marelan.xlsx")).change.unwrap();
    assert_eq!(change.kind, ChangeKind::PeopleImported);
    let inverse = change.inverse_ops();
    assert_eq!(inverse.len(), 48);
    assert!(inverse.iter().all(|op| op.after().is_none()));
}
