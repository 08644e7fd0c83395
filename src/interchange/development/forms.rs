//! Words that lists around development share: forms of learning, and how many hours (JP) one activity can have.

use crate::domain::Number;
use crate::interchange::sheet::vocabulary::Spellings;

/// Forms of learning, by the identifier that stands for each.
#[rustfmt::skip]
pub const FORMS: Spellings<&'static str> = &[
    ("structural", &["Pelatihan struktural kepemimpinan", "pelatihan struktural", "diklat struktural"]),
    ("managerial", &["Pelatihan manajerial"]),
    ("technical", &["Pelatihan teknis", "diklat teknis"]),
    ("functional", &["Pelatihan fungsional", "diklat fungsional"]),
    ("socio_cultural", &["Pelatihan sosial kultural"]),
    ("seminar", &["Seminar", "konferensi", "sarasehan", "webinar"]),
    ("workshop", &["Workshop", "lokakarya"]),
    ("course", &["Kursus"]),
    ("guidance", &["Bimtek", "bimbingan teknis"]),
    ("coaching", &["Coaching"]),
    ("mentoring", &["Mentoring"]),
    ("e_learning", &["E-learning", "pelatihan jarak jauh"]),
    ("on_the_job", &["Bimbingan di tempat kerja"]),
    ("internship", &["Magang", "praktik kerja"]),
    ("benchmarking", &["Patok banding", "benchmarking"]),
    ("exchange", &["Pertukaran pegawai", "detasering"]),
    ("self_study", &["Belajar mandiri"]),
    ("community", &["Komunitas belajar"]),
    ("outdoor", &["Pelatihan di alam bebas", "outbond"]),
    ("education", &["Pendidikan", "tugas belajar", "izin belajar"]),
    ("sector", &["Sosialisasi"]),
];

/// An activity has no more hours than a year of lessons.
pub fn hours_are_sound(hours: Number) -> bool {
    !hours.is_negative() && hours.whole().is_none_or(|n| n <= 2000)
}
