//! Pictures of the screens, drawn from the sample of a fixed day. The test fails when a committed picture no longer
//! shows what the program draws; `BINA_BLESS=1 cargo test screenshots` writes them anew.

use super::support::svg::{DARK, LIGHT, Palette, picture, shown};
use super::support::world::World;
use bina::desk::Look;
use bina::i18n::Lang;
use std::path::{Path, PathBuf};

struct Shot {
    name: &'static str,
    title: &'static str,
    lang: Lang,
    size: (u16, u16),
    /// Keys and typed text by turns, keys first.
    input: &'static [&'static str],
}

const SMALL: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (120, 36);

const fn shot(name: &'static str, title: &'static str, input: &'static [&'static str]) -> Shot {
    Shot { name, title, lang: Lang::Id, size: SMALL, input }
}

const SHOTS: &[Shot] = &[
    shot("team", "Tim: siapa yang memerlukan Anda, dan mengapa", &[]),
    Shot { size: WIDE, ..shot("team-wide", "Tim di terminal yang lebar, dengan ringkasan di sampingnya", &[]) },
    Shot { lang: Lang::En, ..shot("team-english", "Team: who needs you, and why", &[]) },
    shot("person-brief", "Ringkasan seseorang sebelum berbicara dengannya", &["enter"]),
    shot("person-timeline", "Linimasa: segala yang terjadi, yang terbaru di atas", &["enter tab j j j j j"]),
    Shot { size: WIDE, ..shot("person-wide", "Linimasa di terminal yang lebar", &["enter tab j j j j j"]) },
    shot("person-goals", "Sasaran seseorang: rencana, nilai, laju", &["enter tab tab j"]),
    shot("person-competencies", "Menilai dengan perilaku setiap level di depan mata", &["enter tab tab tab j j"]),
    shot("goals", "Sasaran semua orang dalam satu layar", &["3"]),
    shot("goals-by-result", "Hasil kerja pimpinan dan yang mendukungnya", &["3 v j"]),
    shot("goals-check-in", "Satu nilai: dua tombol di samping angkanya", &["3 i", CHECK_IN]),
    shot("goals-why", "Mengapa: rumus, angka, dan tanggal di balik setiap angka", &["3 enter"]),
    shot("goals-grid", "Isian bulan: orang ke bawah, indikator ke samping", &["3 space M right"]),
    Shot { size: WIDE, ..shot("goals-wide", "Sasaran di terminal yang lebar", &["3"]) },
    shot("session-goals", "Sesi, langkah sasaran: satu baris untuk setiap nilai", &[TO_GOALS, VALUE, "enter"]),
    shot("session-feedback", "Sesi, langkah umpan balik", &[TO_FEEDBACK, PRAISE, "ctrl-s", LINE]),
    shot(
        "session-close",
        "Sesi, sebelum ditutup: yang akan diterima pegawai",
        &[TO_FEEDBACK, PRAISE, "ctrl-s ctrl-n ctrl-n", AGREEMENT, "ctrl-s ctrl-d pagedown"],
    ),
    shot("agenda", "Agenda: sesi dan janji menurut hari", &["2"]),
    shot("competencies", "Kompetensi: siapa yang kurang dalam hal apa", &["4 l l l l j"]),
    Shot { size: WIDE, ..shot("competencies-wide", "Kompetensi di terminal yang lebar, jumlahnya di tepi", &["4 end"]) },
    shot("competencies-rating", "Menilai di tabel: satu angka satu sel", &["4 i j j 1 2 1 2"]),
    shot("development-needs", "Kebutuhan: siapa yang memerlukan apa, dan dari mana itu diketahui", &["5 l j"]),
    Shot { size: WIDE, ..shot("development-needs-wide", "Kebutuhan di terminal yang lebar", &["5 l j"]) },
    shot(
        "development-plan-item",
        "Satu langkah rencana: yang akan terlihat, tanpa biaya lebih dahulu",
        &["5 l j a", EXPECT],
    ),
    shot("development-plans", "Rencana semua orang dan pemeriksaan berikutnya", &["5 tab"]),
    Shot { size: WIDE, ..shot("development-plans-wide", "Rencana di terminal yang lebar", &["5 tab"]) },
    shot("development-hours", "Jam pelajaran setahun terhadap batasnya", &["5 tab tab"]),
    Shot { size: WIDE, ..shot("development-hours-wide", "Jam pelajaran di terminal yang lebar", &["5 tab tab"]) },
    shot("development-pairs", "Pasangan pendampingan: topik dan pertemuan", &["5 tab tab tab l"]),
    Shot { size: WIDE, ..shot("development-pairs-wide", "Pasangan di terminal yang lebar", &["5 tab tab tab l"]) },
    shot("development-checks", "Dampak yang perlu diperiksa", &["5 tab tab tab tab"]),
    Shot {
        size: WIDE,
        ..shot("development-checks-wide", "Pemeriksaan dampak di terminal yang lebar", &["5 tab tab tab tab"])
    },
    shot("development-effect", "Terlihat? Jawaban, contoh, dan penghambat", &["5 tab tab tab tab i 2 tab", EXAMPLE]),
    shot("development-proposal", "Usulan setahun terhadap pagunya", &["5 backtab"]),
    Shot { size: WIDE, ..shot("development-proposal-wide", "Usulan di terminal yang lebar", &["5 backtab"]) },
    shot("person-development", "Rencana pengembangan seseorang", &["enter backtab"]),
    Shot { size: WIDE, ..shot("person-development-wide", "Rencana seseorang di terminal yang lebar", &["enter backtab"]) },
    shot("reports", "Laporan: evaluasi tim, siapa sampai di mana", &["6"]),
    Shot { size: WIDE, ..shot("reports-wide", "Evaluasi di terminal yang lebar, orangnya di samping daftar", &["6"]) },
    shot("reports-spread", "Sebaran predikat unit: dalam orang, tanpa nama", &["6 v"]),
    shot("evaluation", "Menilai: dua angka seorang, seluruh periode di atasnya", &["6 w 2"]),
    Shot { size: WIDE, ..shot("evaluation-wide", "Menilai di terminal yang lebar", &["6 w 2 1"]) },
    shot("walk", "Keliling: satu per satu orang yang perlu ditemui", &["w J"]),
    shot("capture", "Catatan cepat dari layar mana pun", &["n", CAPTURE]),
    shot("log", "Log: siapa mengubah apa dan kapan", &["n", NOTE, "n", AGENDA, "n", CAPTURE, "enter U j"]),
    shot(
        "log-entry",
        "Satu perubahan: sebelum dan sesudahnya",
        &["n", NOTE, "enter tab f f e tab tab", MORE, "ctrl-s U enter"],
    ),
    shot("person-as-of", "Halaman seseorang menurut keadaan pada suatu hari", &["enter space Q", "hari ini", "enter"]),
    shot("help", "Bantuan: semua tombol layar ini", &["?"]),
    shot("settings", "Setelan: yang berlaku, dan dari mana asalnya", &["O"]),
    shot("hidden", "Layar yang disembunyikan", &["ctrl-x"]),
];

const EXPECT: &str = "menyusun rekap bulanan sendiri tanpa kesalahan jumlah";
const EXAMPLE: &str = "enam dari sepuluh berkas tanpa kesalahan";
const NOTE: &str = "nurhayati + menjelaskan syarat satu per satu @bersama\n";
const AGENDA: &str = "rizki ! pembagian jadwal loket\n";
const MORE: &str = " sampai warga terakhir";
const CHECK_IN: &str = "348 kunjungan hari pasar @BA-21/2026 kemarin";
const TO_GOALS: &str = "enter s ctrl-n ctrl-n i";
const VALUE: &str = "450 loket tetap buka saat jaringan putus";
const TO_FEEDBACK: &str = "enter s ctrl-n ctrl-n ctrl-n";
const PRAISE: &str = "Loket, Selasa pagi, antrean panjang\n\
    menjelaskan syarat satu per satu dan tetap ramah sampai warga terakhir #layanan\n\
    tidak ada warga yang harus datang dua kali";
const LINE: &str = "Rapat staf, Rabu\nmembagi daftar arsip yang belum lengkap kepada semua";
const AGREEMENT: &str = "Menyusun contoh berkas yang lengkap untuk papan loket\n15/12\nterpasang di loket 1 dan 2";
const CAPTURE: &str = "rizki + menyusun ulang arsip KTP-el dalam dua hari #arsip kemarin";

fn drawn(shot: &Shot, palette: &Palette) -> String {
    let look = Look { indexed: true, ground: Some(palette.ground), ..Look::default() };
    let mut world = World::sample_in(shot.lang).size(shot.size.0, shot.size.1).look(look);
    for (turn, input) in shot.input.iter().enumerate() {
        if turn % 2 == 0 {
            world.press(input)
        } else {
            world.type_text(input)
        };
    }
    let (buffer, cursor) = world.drawn();
    picture(&shown(buffer, cursor), palette, shot.title)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots")
}

fn all() -> impl Iterator<Item = (String, String)> {
    SHOTS.iter().flat_map(|shot| {
        [&DARK, &LIGHT].map(|palette| (format!("{}-{}.svg", shot.name, palette.name), drawn(shot, palette)))
    })
}

#[test]
fn screenshots_show_what_the_program_draws() {
    let bless = std::env::var_os("BINA_BLESS").is_some_and(|v| !v.is_empty());
    let mut stale = Vec::new();
    if bless {
        std::fs::create_dir_all(folder()).unwrap();
    }
    for (name, now) in all() {
        let path = folder().join(&name);
        if bless {
            std::fs::write(&path, now).unwrap();
        } else if std::fs::read_to_string(&path).ok().as_ref() != Some(&now) {
            stale.push(name);
        }
    }
    assert!(stale.is_empty(), "stale: {stale:?}\nLook at the change, then: BINA_BLESS=1 cargo test screenshots");
}

#[test]
fn there_are_no_other_screenshots() {
    let known: Vec<String> = SHOTS.iter().flat_map(|s| ["dark", "light"].map(|p| format!("{}-{p}.svg", s.name))).collect();
    let Ok(entries) = std::fs::read_dir(folder()) else { return };
    let pictures = entries.map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).filter(|n| n.ends_with(".svg"));
    let other: Vec<String> = pictures.filter(|name| !known.contains(name)).collect();
    assert!(other.is_empty(), "{other:?}");
}
