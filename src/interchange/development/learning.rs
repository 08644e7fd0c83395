//! What people have learnt: the history of SIASN (two sheets in its own field names) and a section's own list. Pure. What
//! an activity counts for, and whether it stands in another list already, is judged where the records are.

use super::forms::{FORMS, hours_are_sound};
use crate::domain::language::clean::fold;
use crate::domain::{Number, PersonId, Roster};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::{Table, Workbook};
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::header::best_header;
use crate::interchange::sheet::line::{Line, List, People, Wrong, columns, list};
use crate::interchange::sheet::reading;
use crate::interchange::sheet::vocabulary::Spellings;
use jiff::civil::Date;
use std::collections::HashMap;

columns! {
    Id "id" => ["id", "id riwayat"],
    Nip "nip" => ["nip", "nipbaru", "nip baru", "nip pegawai"],
    Name "name" => ["nama", "nama pegawai", "pegawai"],
    Title "title" => [
        "nama kegiatan", "namakursus", "nama kursus", "nama diklat", "nama pelatihan", "latihan struktural nama",
        "latihan struktural id",
    ],
    Form "form" => ["bentuk"],
    Topic "topic" => ["rumpun", "jenis kompetensi"],
    Organiser "organiser" => ["penyelenggara", "institusipenyelenggara", "institusi penyelenggara"],
    Certificate "certificate" => [
        "nomor sertifikat", "no sertifikat", "nomorsertipikat", "nosertipikat", "nomor sertipikat", "nomor",
    ],
    From "from" => ["tanggal mulai", "tanggalkursus", "tanggal kursus", "tanggal"],
    Until "until" => ["tanggal selesai", "tanggalselesaikursus", "tanggal selesai kursus"],
    Issued "issued" => ["tanggal terbit"],
    Hours "hours" => ["jp", "jumlah jp", "jam pelajaran", "jumlahjam", "jumlah jam"],
    Year "year" => ["tahun", "tahunkursus", "tahun kursus"],
    Mode "mode" => ["metode"],
    Link "link" => ["tautan", "link"],
    Verified "verified" => ["verifikasi", "status verifikasi"];
    head [Title, Hours]; subject [Nip, Name, Title]; days [From, Until, Issued]
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verification {
    Waiting,
    Approved,
    Rejected,
    Revision,
}

pub const VERIFICATIONS: Spellings<Verification> = &[
    (Verification::Waiting, &["menunggu", "waiting"]),
    (Verification::Approved, &["disetujui", "approved"]),
    (Verification::Rejected, &["ditolak", "rejected"]),
    (Verification::Revision, &["revisi", "revision"]),
];

/// From which list a row came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// SIASN's history of structural training.
    Structural,
    /// SIASN's history of courses.
    Courses,
    Own,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearningRow {
    pub row: u32,
    pub source: Source,
    /// Of SIASN's row.
    pub id: Option<String>,
    pub person: PersonId,
    pub title: String,
    /// One of [`FORMS`]; `None` where the list does not say.
    pub form: Option<&'static str>,
    pub topic: String,
    pub organiser: String,
    pub certificate: String,
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub issued: Option<Date>,
    pub hours: Option<Number>,
    pub year: Option<i16>,
    pub mode: String,
    pub link: String,
    /// What SIASN holds is verified.
    pub verified: Verification,
}

/// Every sheet that holds such a list, in the order of the workbook; or only the one that was asked for.
pub fn read(
    workbook: &Workbook,
    roster: &Roster,
    options: &Options<Field>,
) -> Result<Vec<List<Field, LearningRow>>, Unreadable> {
    let is_list = |sheet: &Table| !sheet.hidden && best_header::<Field>(&sheet.rows).is_some();
    let people = People::of(roster);
    let mut seen = HashMap::new();
    let lists: Vec<usize> = (0..workbook.sheets.len()).filter(|at| is_list(&workbook.sheets[*at])).collect();
    if options.sheet.is_some() || lists.len() < 2 {
        return Ok(vec![sheet(workbook, options, &people, &mut seen, is_list)?]);
    }
    let each = |at: &usize| {
        let options = Options { map: options.map.clone(), sheet: Some((at + 1).to_string()) };
        let mut read = sheet(workbook, &options, &people, &mut seen, is_list)?;
        let name = &workbook.sheets[*at].name;
        read.findings.iter_mut().for_each(|finding| finding.sheet.clone_from(name));
        Ok(read)
    };
    lists.iter().map(each).collect()
}

type Seen = HashMap<(PersonId, String), u32>;

fn sheet(
    workbook: &Workbook,
    options: &Options<Field>,
    people: &People<'_>,
    seen: &mut Seen,
    used: impl Fn(&Table) -> bool,
) -> Result<List<Field, LearningRow>, Unreadable> {
    let opened = reading::open(workbook, options, "learning", used)?;
    let over = |name: &str| opened.columns.names().iter().any(|column| fold(column) == name);
    let source = match (over("latihan_struktural_id"), over("namakursus")) {
        (true, _) => Source::Structural,
        (_, true) => Source::Courses,
        _ => Source::Own,
    };
    Ok(list(opened, |line| row(line, people, source, seen)))
}

fn row(line: &mut Line<'_, Field>, people: &People<'_>, source: Source, seen: &mut Seen) -> Result<LearningRow, Wrong> {
    let person = line.person(Field::Nip, Field::Name, people)?;
    let title = line.needed(Field::Title)?;
    let form = line.word(Field::Form, FORMS)?;
    let hours = line.amount(Field::Hours, "import-hours-wrong")?;
    if hours.is_some_and(|hours| !hours_are_sound(hours)) {
        return line.wrong(Field::Hours, Text::plain("import-hours-wrong"));
    }
    let (from, until) = line.days(Field::From, Field::Until)?;
    let issued = line.day(Field::Issued)?;
    let verified = line.word(Field::Verified, VERIFICATIONS)?;
    let certificate = line.line(Field::Certificate).unwrap_or_default();
    if !certificate.is_empty() {
        let first = *seen.entry((person, fold(&certificate))).or_insert(line.number());
        if first != line.number() {
            let text = Text::with("import-already-there", [("first", Arg::from(i64::from(first)))]);
            return line.wrong(Field::Certificate, text);
        }
    }
    let year = line.count(Field::Year, 1950..=2099, "import-year-wrong")?.and_then(|year| i16::try_from(year).ok());
    if let (Some(year), Some(until)) = (year, until)
        && until.year() != year
    {
        line.warn(Field::Year, Text::with("import-year-differs", [("day", Arg::Day(until))]));
    }
    if hours.is_some_and(Number::is_zero) {
        line.warn(Field::Hours, Text::plain("import-hours-zero"));
    }
    if let (Some(issued), Some(until)) = (issued, until)
        && issued < until
    {
        line.warn(Field::Issued, Text::with("import-issued-early", [("day", Arg::Day(until))]));
    }
    let said = |field| line.line(field).unwrap_or_default();
    let verified = verified.unwrap_or(if source == Source::Own { Verification::Waiting } else { Verification::Approved });
    Ok(LearningRow {
        row: line.number(),
        source,
        id: line.line(Field::Id),
        person,
        title,
        form,
        topic: said(Field::Topic),
        organiser: said(Field::Organiser),
        certificate,
        from,
        until,
        issued,
        hours,
        year,
        mode: said(Field::Mode),
        link: said(Field::Link),
        verified,
    })
}
