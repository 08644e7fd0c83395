//! The lists around evaluation and development: what is taken of each, what is refused, and what is said.

use super::*;
use bina::domain::development::DevelopmentRules;
use bina::interchange::Finding;
use bina::interchange::development::{budget, courses, learning, mentoring, plans, proposals, wishes};
use bina::interchange::evaluation::{distribution, evaluations, holidays};
use bina::interchange::sheet::choose::Options;
use bina::interchange::sheet::line::List;

/// The section, and the district around it.
fn office() -> Office {
    let mut office = Office::new();
    office.import(&file("daftar-pegawai-seksi.csv"));
    office.import(&file("siasn-medan-marelan.xlsx"));
    office
}

fn rules() -> DevelopmentRules {
    DevelopmentRules::default()
}

/// Rows taken, and of each severity the rows with the column.
fn said<F, T>(list: &List<F, T>) -> (usize, [Vec<String>; 3]) {
    let of = |severity: &str| {
        let found = list.findings.iter().filter(|f| f.severity.id() == severity);
        found.map(|f: &Finding| format!("{} {}", f.row, f.column)).collect::<Vec<_>>()
    };
    (list.taken.len(), ["error", "warning", "skip"].map(of))
}

fn expect<F, T>(list: &List<F, T>, taken: usize, errors: &[&str], warnings: &[&str], skips: &[&str]) {
    let (found, [e, w, s]) = said(list);
    assert_eq!(e, errors, "refused");
    assert_eq!(w, warnings, "said");
    assert_eq!(s, skips, "no record");
    assert_eq!(found, taken, "taken");
}

#[test]
fn the_decreed_calendar_is_taken_whole() {
    let list = holidays::read(&file("hari-libur-2026-2027.csv"), &Options::default()).unwrap();
    expect(&list, 51, &[], &[], &[]);
    let joint = list.taken.iter().filter(|day| day.kind == bina::domain::calendar::HolidayKind::JointLeave).count();
    assert_eq!(joint, 16);
}

#[test]
fn the_predikat_of_others_are_counted_and_checked() {
    let list = distribution::read(&file("distribusi-unit.csv"), &office().roster, &Options::default()).unwrap();
    let errors = ["8 Jumlah", "9 Baik", "10 Capaian Organisasi", "12 Sangat Baik"];
    expect(&list, 6, &errors, &["7 Capaian Organisasi"], &[]);
    assert_eq!(list.taken[0].counts, Some([4, 22, 3, 1, 0]));
}

#[test]
fn evaluations_of_quarters_are_read() {
    let list = evaluations::read(&file("evaluasi-triwulan.csv"), &office().roster, &Options::default()).unwrap();
    let errors = ["37 Periode", "38 NIP", "39 Periode", "40 Rating Perilaku Kerja", "41 Akhir"];
    expect(&list, 35, &errors, &["36 Predikat"], &[]);
}

#[test]
fn ceilings_are_read_with_thousands_and_currency() {
    let list = budget::read(&file("anggaran.csv"), &office().roster, &Options::default()).unwrap();
    expect(&list, 12, &["15 Unit", "16 Unit", "17 Pagu"], &["14 Pagu", "18 Realisasi"], &[]);
}

#[test]
fn courses_are_read_and_a_form_that_is_not_known_is_refused() {
    let office = office();
    let catalogue = &office.roster.catalogue;
    let list = courses::read(&file("katalog-pelatihan.csv"), catalogue, &rules(), &Options::default()).unwrap();
    let (taken, [errors, warnings, _]) = said(&list);
    assert_eq!((taken, errors), (19, ["21 Kode", "22 Biaya", "23 Bentuk"].map(str::to_owned).to_vec()));
    assert!(warnings.contains(&"19 Kompetensi".to_owned()) && warnings.contains(&"20 JP".to_owned()), "{warnings:?}");
}

#[test]
fn wishes_of_a_form_are_read_once_each() {
    let list = wishes::read(&file("keinginan-pegawai.csv"), &office().roster, &Options::default()).unwrap();
    let topic = |row: u32| format!("{row} Topik yang ingin dipelajari");
    expect(&list, 15, &["18 NIP", &topic(19)], &[&topic(16), &topic(17)], &[&topic(7)]);
    assert_eq!(list.taken.iter().find(|wish| wish.row == 17).unwrap().topics, ["Excel lanjutan", "Menulis telaahan staf"]);
}

#[test]
fn mentoring_pairs_are_read_with_their_topics() {
    let list = mentoring::read(&file("pasangan-mentor.csv"), &office().roster, &Options::default()).unwrap();
    let errors = ["8 NIP Mentee", "9 NIP Mentor", "10 Selesai", "12 Alasan Berakhir"];
    expect(&list, 6, &errors, &["7 Jumlah Pertemuan"], &["11 NIP Mentee"]);
    assert_eq!(list.taken[0].topics.len(), 3);
}

#[test]
fn individual_plans_are_read_also_without_numbers_of_people() {
    let office = office();
    let list = plans::read(&file("idp-2026.csv"), &office.roster, &rules(), &Options::default()).unwrap();
    expect(&list, 17, &["18 NIP", "19 Tanggal", "20 Status"], &["12 Tanggal", "21 Pegawai"], &[]);
    let field = "Pegawai;Program Pengembangan;Metode Diklat;Tanggal Pelaksanaan;Jam Pelajaran (JP);Lembaga Penyelenggara;Bukti Dokumen\n\
                 Kartini Wahyu, S.E.;Arsip;Bimtek;01/07/2026;8;LAN;\n";
    let list = plans::read(&super::list(field), &office.roster, &rules(), &Options::default()).unwrap();
    assert_eq!((list.taken.len(), list.refused.len()), (1, 0), "{:?}", list.findings);
}

#[test]
fn proposals_are_read_down_to_their_total() {
    let list =
        proposals::read(&file("usulan-pelatihan-2027.xlsx"), &office().roster, &rules(), &Options::default()).unwrap();
    let errors = ["29 Program", "30 Triwulan", "31 Status", "32 Estimasi Biaya", "33 NIP"];
    expect(&list, 26, &errors, &["34 Tahun Anggaran", "35 Tanggal Penetapan"], &["36 "]);
}

#[test]
fn what_was_learnt_is_read_from_both_sheets_of_siasn_and_from_the_own_list() {
    let office = office();
    let lists = learning::read(&file("riwayat-diklat-siasn.xlsx"), &office.roster, &rules(), &Options::default()).unwrap();
    let [structural, courses] = &lists[..] else { panic!("{}", lists.len()) };
    expect(structural, 6, &["7 tanggal_selesai"], &["8 tahun"], &[]);
    let errors = ["24 nipBaru", "25 jumlahJam", "26 tanggalKursus", "27 nomorSertipikat"];
    expect(courses, 22, &errors, &["23 jumlahJam"], &[]);
    let own = learning::read(&file("riwayat-belajar.csv"), &office.roster, &rules(), &Options::default()).unwrap();
    let errors = ["18 Nomor Sertifikat", "31 Nama", "32 NIP", "33 Tanggal Selesai", "34 JP", "35 JP", "36 Verifikasi"];
    expect(&own[0], 25, &errors, &["29 Tanggal Terbit", "30 NIP"], &[]);
}
