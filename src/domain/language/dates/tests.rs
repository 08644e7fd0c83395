//! Tests of `dates`.

use super::*;
use jiff::civil::date;
use proptest::prelude::*;

/// A Saturday.
const TODAY: Date = date(2026, 11, 21);

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// What is left of a sentence, and its day.
fn taken(text: &str, bias: Bias) -> (String, Option<Date>) {
    let words = words(text);
    match find_day(&words, TODAY, bias) {
        Some((range, day)) => {
            let left: Vec<&str> =
                words.iter().enumerate().filter(|(i, _)| !range.contains(i)).map(|(_, word)| *word).collect();
            (left.join(" "), Some(day))
        }
        None => (words.join(" "), None),
    }
}

#[test]
fn words_near_today_are_understood_in_both_languages() {
    for (text, day) in [
        ("hari ini", date(2026, 11, 21)),
        ("Today", date(2026, 11, 21)),
        ("kemarin", date(2026, 11, 20)),
        ("yesterday", date(2026, 11, 20)),
        ("kemarin dulu", date(2026, 11, 19)),
        ("lusa kemarin", date(2026, 11, 19)),
        ("besok", date(2026, 11, 22)),
        ("LUSA", date(2026, 11, 23)),
        ("the day after tomorrow", date(2026, 11, 23)),
        ("3 hari lalu", date(2026, 11, 18)),
        ("tiga hari yang lalu", date(2026, 11, 18)),
        ("3 days ago", date(2026, 11, 18)),
        ("a week ago", date(2026, 11, 14)),
        ("seminggu lalu", date(2026, 11, 14)),
        ("2 minggu lagi", date(2026, 12, 5)),
        ("in 2 weeks", date(2026, 12, 5)),
        ("minggu lalu", date(2026, 11, 14)),
        ("minggu depan", date(2026, 11, 28)),
        ("next week", date(2026, 11, 28)),
        ("bulan depan", date(2026, 12, 21)),
        ("akhir bulan", date(2026, 11, 30)),
        ("end of month", date(2026, 11, 30)),
        ("akhir bulan depan", date(2026, 12, 31)),
    ] {
        assert_eq!(parse_day(text, TODAY), Some(day), "{text}");
    }
}

#[test]
fn a_bare_weekday_lies_where_the_text_speaks_of() {
    assert_eq!(parse_past("senin", TODAY), Some(date(2026, 11, 16)));
    assert_eq!(parse_future("senin", TODAY), Some(date(2026, 11, 23)));
    assert_eq!(parse_day("senin", TODAY), Some(date(2026, 11, 23)), "two days away against five");
    assert_eq!(parse_past("saturday", TODAY), Some(date(2026, 11, 14)), "never today itself");
    assert_eq!(parse_future("sabtu", TODAY), Some(date(2026, 11, 28)));
    assert_eq!(parse_day("senin lalu", TODAY), Some(date(2026, 11, 16)));
    assert_eq!(parse_past("last Monday", TODAY), Some(date(2026, 11, 16)));
    assert_eq!(parse_past("senin depan", TODAY), Some(date(2026, 11, 23)));
    assert_eq!(parse_day("senin minggu lalu", TODAY), Some(date(2026, 11, 9)));
    assert_eq!(parse_day("kamis minggu depan", TODAY), Some(date(2026, 11, 26)));
    assert_eq!(parse_day("jum'at ini", TODAY), Some(date(2026, 11, 20)));
}

#[test]
fn minggu_is_a_sunday_alone_and_a_week_with_lalu_or_depan() {
    assert_eq!(parse_past("minggu", TODAY), Some(date(2026, 11, 15)));
    assert_eq!(parse_past("hari minggu", TODAY), Some(date(2026, 11, 15)));
    assert_eq!(parse_past("hari minggu lalu", TODAY), Some(date(2026, 11, 15)));
    assert_eq!(parse_past("minggu lalu", TODAY), Some(date(2026, 11, 14)));
    assert_eq!(parse_future("minggu", TODAY), Some(date(2026, 11, 22)));
    assert_eq!(parse_future("minggu ini", date(2026, 11, 18)), Some(date(2026, 11, 20)));
}

#[test]
fn dates_in_figures_and_with_names_of_months_are_read_day_first() {
    for (text, day) in [
        ("12/11", date(2026, 11, 12)),
        ("12-11-2026", date(2026, 11, 12)),
        ("12.11.26", date(2026, 11, 12)),
        ("2026-11-12", date(2026, 11, 12)),
        ("12 nov", date(2026, 11, 12)),
        ("12 November 2026", date(2026, 11, 12)),
        ("November 12, 2026", date(2026, 11, 12)),
        ("17 Agustus", date(2026, 8, 17)),
        ("Kam 26 Nov", date(2026, 11, 26)),
        ("Kamis, 26 November 2026", date(2026, 11, 26)),
        ("26 Nov 27", date(2027, 11, 26)),
    ] {
        assert_eq!(parse_day(text, TODAY), Some(day), "{text}");
    }
    assert_eq!(parse_past("25/5", TODAY), Some(date(2026, 5, 25)));
    assert_eq!(parse_past("25/12", date(2026, 1, 3)), Some(date(2025, 12, 25)));
    assert_eq!(parse_future("25/12", TODAY), Some(date(2026, 12, 25)));
    assert_eq!(parse_future("12/11", TODAY), Some(date(2027, 11, 12)));
    assert_eq!(parse_day("2/1", TODAY), Some(date(2027, 1, 2)));
    assert_eq!(parse_past("29 feb", date(2024, 11, 21)), Some(date(2024, 2, 29)));
    assert_eq!(parse_past("21/11", TODAY), Some(TODAY));
    assert_eq!(parse_future("21/11", TODAY), Some(TODAY));
}

#[test]
fn what_is_no_day_is_none() {
    for text in [
        "",
        "   ",
        "rab",
        "12",
        "10-12",
        "10.30",
        "31/2",
        "32/1",
        "12/13",
        "hari",
        "nov",
        "1/2/3",
        "0001-01-01",
        "sebelum",
        "9999 hari lalu",
        "999 years ago",
        "2026-11-12T10",
    ] {
        assert_eq!(parse_day(text, TODAY), None, "{text}");
    }
}

#[test]
fn a_note_gives_its_day_at_the_end_or_at_the_start() {
    use Bias::Past;
    assert_eq!(taken("rapat senin kemarin", Past), ("rapat".into(), Some(date(2026, 11, 16))));
    assert_eq!(taken("membantu warga kemarin.", Past), ("membantu warga".into(), Some(date(2026, 11, 20))));
    assert_eq!(taken("kemarin datang terlambat", Past), ("datang terlambat".into(), Some(date(2026, 11, 20))));
    assert_eq!(taken("datang terlambat pada hari senin", Past), ("datang terlambat".into(), Some(date(2026, 11, 16))));
    assert_eq!(taken("terlambat 3 hari lalu", Past), ("terlambat".into(), Some(date(2026, 11, 18))));
    assert_eq!(taken("terlambat kemarin sore", Past), ("terlambat sore".into(), Some(date(2026, 11, 20))));
    assert_eq!(taken("merapikan lantai 2 kemarin", Past), ("merapikan lantai 2".into(), Some(date(2026, 11, 20))));
    assert_eq!(taken("memeriksa nilai kemarin", Past), ("memeriksa nilai".into(), Some(date(2026, 11, 20))));
    assert_eq!(taken("surat selesai 12/11", Past), ("surat selesai".into(), Some(date(2026, 11, 12))));
}

#[test]
fn words_of_the_sentence_are_left_in_it() {
    for text in [
        "laporan senin belum masuk",
        "membereskan arsip 2019 dalam dua hari",
        "menunggu dua minggu",
        "lembur setiap hari minggu",
        "terlambat tiap senin",
        "sakit sejak kemarin",
        "belum selesai sampai hari ini",
        "libur akhir minggu",
        "sibuk beberapa minggu lalu",
        "piket senin dan selasa",
        "senin dan selasa terlambat",
        "izin cuti besok",
        "rapat minggu depan",
        "menyiapkan bahan untuk minggu depan",
        "melayani warga RT 3/4",
        "buka pukul 10-12",
        "menyusun RAB",
        "rajin minggu ini",
        "masih menunda laporan tanggal 5",
    ] {
        assert_eq!(taken(text, Bias::Past), (text.into(), None), "{text}");
    }
}

#[test]
fn a_day_just_ahead_does_not_become_last_years() {
    for text in ["rapat 23 november", "rapat 23/11", "senin 23 november rapat", "23/11 rapat", "rapat senin, 23 november"] {
        assert_eq!(taken(text, Bias::Past), (text.into(), None), "{text}");
    }
    assert_eq!(taken("rapat 26 januari", Bias::Past), ("rapat".into(), Some(date(2026, 1, 26))), "299 days ago");
    assert_eq!(taken("rapat 24 januari", Bias::Past), ("rapat 24 januari".into(), None), "301 days ago");
    assert_eq!(taken("rapat 23 november 2025", Bias::Past), ("rapat".into(), Some(date(2025, 11, 23))));
}

#[test]
fn a_date_with_its_year_is_taken_even_if_it_cannot_be() {
    assert_eq!(taken("hadir 2027-01-05", Bias::Past), ("hadir".into(), Some(date(2027, 1, 5))));
}

#[test]
fn a_due_day_lies_ahead_with_the_words_that_join_it() {
    use Bias::Future;
    let friday = Some(date(2026, 11, 27));
    assert_eq!(taken("kirim laporan sebelum jumat", Future), ("kirim laporan".into(), friday));
    assert_eq!(taken("kirim laporan paling lambat hari Jumat", Future), ("kirim laporan".into(), friday));
    assert_eq!(taken("send the report by friday", Future), ("send the report".into(), friday));
    assert_eq!(taken("urus izin besok", Future), ("urus izin".into(), Some(date(2026, 11, 22))));
    assert_eq!(taken("besok urus izin", Future), ("urus izin".into(), Some(date(2026, 11, 22))));
    assert_eq!(taken("susun jadwal dalam 2 minggu", Future), ("susun jadwal".into(), Some(date(2026, 12, 5))));
    assert_eq!(taken("susun jadwal akhir bulan", Future), ("susun jadwal".into(), Some(date(2026, 11, 30))));
    for text in ["selesaikan temuan kemarin", "piket setiap senin", "rapikan arsip setelah senin"] {
        assert_eq!(taken(text, Future), (text.into(), None), "{text}");
    }
}

#[test]
fn a_day_is_not_cut_out_of_what_means_something_else() {
    for text in [
        "1/3 arsip sudah selesai",
        "3/4 laporan belum masuk",
        "melayani di loket 3/4",
        "pindah ke ruang 12/11",
        "memeriksa berkas 3/11",
        "arsip yang ditata baru 3/4",
        "membereskan arsip tahun lalu",
        "menyusun laporan bulan lalu",
        "merekap data minggu lalu",
        "finished last year's archive",
        "finished the archive of last year",
        "berkata \"saya datang kemarin\"",
        "ia menulis “terlambat kemarin”",
        "\"kemarin sakit\" katanya",
    ] {
        assert_eq!(taken(text, Bias::Past), (text.into(), None), "{text}");
    }
    assert_eq!(taken("surat selesai 1/11", Bias::Past), ("surat selesai".into(), Some(date(2026, 11, 1))));
    assert_eq!(taken("surat selesai pada 3/4", Bias::Past), ("surat selesai".into(), Some(date(2026, 4, 3))));
    assert_eq!(taken("tgl 1/3 arsip selesai", Bias::Past), ("arsip selesai".into(), Some(date(2026, 3, 1))));
    assert_eq!(taken("12/11: rapat tepat waktu", Bias::Past), ("rapat tepat waktu".into(), Some(date(2026, 11, 12))));
    assert_eq!(taken("kirim \"arsip\" kemarin", Bias::Past), ("kirim \"arsip\"".into(), Some(date(2026, 11, 20))));
    assert_eq!(taken("kirim laporan minggu depan", Bias::Future), ("kirim laporan".into(), Some(date(2026, 11, 28))));
    assert_eq!(taken("susun laporan tahun depan", Bias::Future), ("susun laporan tahun depan".into(), None));
}

#[test]
fn what_is_equally_near_on_both_sides_is_not_guessed() {
    // 2027-07-02 is as far from 2027-01-01 as from 2028-01-01 is not; 183 days lie on both sides of this one.
    assert_eq!(parse_day("1/1", date(2028, 7, 2)), None);
    assert_eq!(parse_past("1/1", date(2028, 7, 2)), Some(date(2028, 1, 1)));
    assert_eq!(parse_future("1/1", date(2028, 7, 2)), Some(date(2029, 1, 1)));
    assert_eq!(parse_day("1/1", date(2028, 7, 3)), Some(date(2029, 1, 1)));
}

proptest! {
    #[test]
    fn reading_never_panics_and_ranges_lie_inside(text in "\\PC{0,60}", n in 0i64..60_000) {
        let today = date(1990, 1, 1).checked_add(n.days()).unwrap();
        for bias in [Bias::Past, Bias::Nearest, Bias::Future] {
            let words = words(&text);
            if let Some((range, _)) = find_day(&words, today, bias) {
                prop_assert!(range.start < range.end && range.end <= words.len());
            }
            let _ = parse(&text, today, bias);
        }
    }

    #[test]
    fn every_written_out_day_is_read_back(n in 0i64..50_000) {
        let day = date(1990, 1, 1).checked_add(n.days()).unwrap();
        prop_assert_eq!(parse_day(&day.to_string(), TODAY), Some(day));
        let text = format!("{} {} {}", day.day(), MONTHS[day.month() as usize - 1][0], day.year());
        prop_assert_eq!(parse_day(&text, TODAY), Some(day));
    }

    #[test]
    fn a_bias_is_kept(n in 0i64..3_000, word in "(senin|friday|minggu|12/11|29 feb|31 des)") {
        let today = TODAY.checked_add(n.days()).unwrap();
        prop_assert!(parse_past(&word, today).is_none_or(|day| day <= today));
        prop_assert!(parse_future(&word, today).unwrap() >= today);
    }
}
