//! What people have learnt: the history of SIASN (two sheets in its own field names) and a section's own list. Pure. What
//! stands in both is one record, and the national service's word lifts what waits.

use super::forms::{hours, kind, kind_word};
use super::taking::{Setting, Taken, written_count, written_day, written_person};
use crate::domain::development::hours::jp_of_year;
use crate::domain::development::learning::{Learning, Method, Source, Verification};
use crate::domain::development::rules::{DevelopmentRules, KindId, squeezed};
use crate::domain::development::subject::Subject;
use crate::domain::language::clean::fold;
use crate::domain::{Dossier, IdSource, LearningId, PersonId, Roster};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::{Cell, Row, Table, Workbook};
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::finding::{Finding, Severity};
use crate::interchange::sheet::header::{Heading, best_header};
use crate::interchange::sheet::line::{Line, List, People, Wrong, columns, list};
use crate::interchange::sheet::reading;
use crate::interchange::sheet::vocabulary::{self, Spellings};
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
    Lapses "lapses" => ["berlaku sampai", "masa berlaku", "berlaku hingga"],
    Hours "hours" => ["jp", "jumlah jp", "jam pelajaran", "jumlahjam", "jumlah jam"],
    Year "year" => ["tahun", "tahunkursus", "tahun kursus"],
    Mode "mode" => ["metode"],
    Link "link" => ["tautan", "link"],
    LearnedFrom "learned-from" => ["narasumber", "pengajar"],
    Verified "verified" => ["verifikasi", "status verifikasi"],
    VerifiedBy "verified-by" => ["diverifikasi oleh", "pemverifikasi"],
    Source "source" => ["sumber"];
    head [Title, Hours]; subject [Nip, Name, Title]; days [From, Until, Issued, Lapses]
}

pub const VERIFICATIONS: Spellings<Verification> = &[
    (Verification::Waiting, &["menunggu", "waiting"]),
    (Verification::Approved, &["disetujui", "approved"]),
    (Verification::Rejected, &["ditolak", "rejected"]),
    (Verification::Revision, &["revisi", "revision"]),
];

pub const METHODS: Spellings<Method> = &[
    (Method::InPerson, &["luring", "tatap muka", "klasikal", "offline", "in person"]),
    (Method::Online, &["daring", "online"]),
    (Method::Blended, &["campuran", "hibrida", "blended", "hybrid"]),
];

pub const SOURCES: Spellings<Source> = &[(Source::Siasn, &["SIASN"]), (Source::Own, &["instansi", "sendiri", "own"])];

/// Which list a sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sheet {
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
    pub person: PersonId,
    pub title: String,
    pub kind: KindId,
    pub topic: String,
    pub organiser: String,
    pub certificate: String,
    pub from: Date,
    pub until: Date,
    pub issued: Option<Date>,
    pub lapses: Option<Date>,
    pub jp: u32,
    pub method: Option<Method>,
    pub link: String,
    pub learned_from: String,
    /// What SIASN holds is verified.
    pub verification: Verification,
    pub verified_by: String,
}

/// Every sheet that holds such a list, in the order of the workbook; or only the one that was asked for.
pub fn read(
    workbook: &Workbook,
    roster: &Roster,
    rules: &DevelopmentRules,
    options: &Options<Field>,
) -> Result<Vec<List<Field, LearningRow>>, Unreadable> {
    let is_list = |sheet: &Table| !sheet.hidden && best_header::<Field>(&sheet.rows).is_some();
    let mut reading = Reading { people: People::of(roster), rules, seen: HashMap::new() };
    let lists: Vec<usize> = (0..workbook.sheets.len()).filter(|at| is_list(&workbook.sheets[*at])).collect();
    if options.sheet.is_some() || lists.len() < 2 {
        return Ok(vec![reading.sheet(workbook, options, is_list)?]);
    }
    let mut each = |at: &usize| {
        let options = Options { map: options.map.clone(), sheet: Some((at + 1).to_string()) };
        let mut read = reading.sheet(workbook, &options, is_list)?;
        let name = &workbook.sheets[*at].name;
        read.findings.iter_mut().for_each(|finding| finding.sheet.clone_from(name));
        Ok(read)
    };
    let mut read = lists.iter().map(&mut each).collect::<Result<Vec<_>, Unreadable>>()?;
    for (_, sheet) in workbook.sheets.iter().enumerate().filter(|(at, sheet)| !lists.contains(at) && !sheet.rows.is_empty())
    {
        let id = match (best_header::<Field>(&sheet.rows).is_some(), sheet.hidden) {
            (true, _) => "import-sheet-also-hidden",
            (false, true) => "import-sheet-left-hidden",
            (false, false) => "import-sheet-left",
        };
        read[0].findings.push(Finding::of_sheet(&sheet.name, Text::plain(id)));
    }
    Ok(read)
}

fn sheet_of(names: &[String]) -> Sheet {
    let over = |name: &str| names.iter().any(|column| fold(column) == name);
    match (over("latihan_struktural_id"), over("namakursus")) {
        (true, _) => Sheet::Structural,
        (_, true) => Sheet::Courses,
        _ => Sheet::Own,
    }
}

fn kind_of(sheet: Sheet) -> Option<KindId> {
    match sheet {
        Sheet::Structural => KindId::new("leadership_training"),
        Sheet::Courses => KindId::new("course"),
        Sheet::Own => None,
    }
}

struct Reading<'a> {
    people: People<'a>,
    rules: &'a DevelopmentRules,
    /// Certificates of people, with the row in which each stands first.
    seen: HashMap<(PersonId, String), u32>,
}

impl Reading<'_> {
    fn sheet(
        &mut self,
        workbook: &Workbook,
        options: &Options<Field>,
        used: impl Fn(&Table) -> bool,
    ) -> Result<List<Field, LearningRow>, Unreadable> {
        let opened = reading::open(workbook, options, "learning", used)?;
        let sheet = sheet_of(opened.columns.names());
        Ok(list(opened, |line| self.row(line, sheet)))
    }

    fn row(&mut self, line: &mut Line<'_, Field>, sheet: Sheet) -> Result<LearningRow, Wrong> {
        let person = line.person(Field::Nip, Field::Name, &self.people)?;
        let title = line.needed(Field::Title)?;
        let kind = self.kind(line, sheet)?;
        let hours = hours(line, Field::Hours, self.rules)?;
        let (from, until) = line.days(Field::From, Field::Until)?;
        let (issued, lapses) = (line.day(Field::Issued)?, line.day(Field::Lapses)?);
        let Some((from, until)) = from.or(until).zip(until.or(from)) else {
            return line.wrong(Field::Until, Text::plain("import-cell-missing"));
        };
        let method = line.word(Field::Mode, METHODS)?;
        let usual = if sheet == Sheet::Own { Source::Own } else { Source::Siasn };
        let source = line.word(Field::Source, SOURCES)?.unwrap_or(usual);
        let verified = line.word(Field::Verified, VERIFICATIONS)?;
        let certificate = self.certificate(line, person)?;
        let year = line.count(Field::Year, 1950..=2099, "import-year-wrong")?;
        if year.is_some_and(|year| i64::from(until.year()) != year) {
            line.warn(Field::Year, Text::with("import-year-differs", [("day", Arg::Day(until))]));
        }
        match hours {
            None => line.warn(Field::Hours, Text::plain("import-hours-missing")),
            Some(0) => line.warn(Field::Hours, Text::plain("import-hours-zero")),
            Some(_) => {}
        }
        if issued.is_some_and(|issued| issued < until) {
            line.warn(Field::Issued, Text::with("import-issued-early", [("day", Arg::Day(until))]));
        }
        let said = |field| line.line(field).unwrap_or_default();
        let of_source = if source == Source::Own { Verification::Waiting } else { Verification::Approved };
        Ok(LearningRow {
            row: line.number(),
            source,
            person,
            title,
            kind,
            topic: said(Field::Topic),
            organiser: said(Field::Organiser),
            certificate,
            from,
            until,
            issued,
            lapses,
            jp: hours.unwrap_or(0),
            method,
            link: said(Field::Link),
            learned_from: said(Field::LearnedFrom),
            verification: verified.unwrap_or(of_source),
            verified_by: said(Field::VerifiedBy),
        })
    }

    /// The sheets of the service say by themselves what their rows are.
    fn kind(&self, line: &mut Line<'_, Field>, sheet: Sheet) -> Result<KindId, Wrong> {
        match kind(line, Field::Form, self.rules)?.or(kind_of(sheet)) {
            Some(kind) => Ok(kind),
            None => line.wrong(Field::Form, Text::plain("import-cell-missing")),
        }
    }

    /// Unique for one person.
    fn certificate(&mut self, line: &mut Line<'_, Field>, person: PersonId) -> Result<String, Wrong> {
        let certificate = line.line(Field::Certificate).unwrap_or_default();
        if certificate.is_empty() {
            return Ok(certificate);
        }
        let first = *self.seen.entry((person, squeezed(&certificate))).or_insert(line.number());
        if first != line.number() {
            let text = Text::with("import-already-there", [("first", Arg::from(i64::from(first)))]);
            return line.wrong(Field::Certificate, text);
        }
        Ok(certificate)
    }
}

/// The rows of all sheets as records, each person's beside those that are known.
pub fn take(lists: &mut [List<Field, LearningRow>], setting: &Setting<'_>, ids: &mut IdSource) -> Taken {
    let mut taking = Taking { setting, known: HashMap::new(), new: vec![], taken: Taken::default() };
    for (at, list) in lists.iter_mut().enumerate() {
        for row in std::mem::take(&mut list.taken) {
            taking.row(list, at, row, LearningId(setting.uuid(ids)));
        }
    }
    taking.warn_of_caps(lists);
    taking.taken
}

struct Taking<'a, 's> {
    setting: &'s Setting<'a>,
    known: HashMap<PersonId, Vec<Learning>>,
    /// What these lists brought: of which sheet, in which row.
    new: Vec<(LearningId, PersonId, usize, u32)>,
    taken: Taken,
}

impl Taking<'_, '_> {
    fn row(&mut self, list: &mut List<Field, LearningRow>, at: usize, row: LearningRow, id: LearningId) {
        let number = row.row;
        if row.until > self.setting.today {
            let day = row.until.to_string();
            return list.refuse(number, Field::Until, &day, Text::plain("import-learnt-ahead"));
        }
        let next = self.record(row, id);
        let setting = self.setting;
        let own = self.known.entry(next.person).or_insert_with(|| setting.of(next.person, |d| &d.learning).to_vec());
        let Some(place) = own.iter().position(|known| known.is_same(&next)) else {
            self.taken.put(None, &next);
            self.new.push((next.id, next.person, at, number));
            own.push(next);
            return;
        };
        let was = own[place].clone();
        let field = if next.certificate.is_empty() { Field::Title } else { Field::Certificate };
        let value = if next.certificate.is_empty() { next.title.clone() } else { next.certificate.clone() };
        if self.new.iter().any(|(id, ..)| *id == was.id) {
            list.say(Severity::Skip, number, field, &value, Text::plain("import-learnt-twice"));
            return;
        }
        let days = (was.from, was.until) == (next.from, next.until);
        if was.source == next.source && !days && fold(&was.title) != fold(&next.title) {
            let text = Text::with("import-certificate-taken", [("title", was.title.as_str().into())]);
            return list.refuse(number, field, &value, text);
        }
        let record = match (was.source, next.source) {
            (Source::Siasn, Source::Own) => {
                self.taken.keep();
                return list.say(Severity::Skip, number, field, &value, Text::plain("import-learnt-in-siasn"));
            }
            (Source::Own, Source::Siasn) => {
                let lifted = was.verification != Verification::Approved;
                let id = if lifted { "import-learnt-lifted" } else { "import-learnt-already" };
                list.say(Severity::Skip, number, field, &value, Text::plain(id));
                Learning { verification: Verification::Approved, ..was.clone() }
            }
            _ => mended(&was, next),
        };
        self.taken.put(Some(&was), &record);
        own[place] = record;
    }

    fn record(&self, row: LearningRow, id: LearningId) -> Learning {
        Learning {
            id,
            person: row.person,
            title: row.title,
            kind: row.kind,
            subject: Subject::read(&row.topic, self.setting.catalogue()),
            organiser: row.organiser,
            certificate: row.certificate,
            from: row.from,
            until: row.until,
            issued: row.issued,
            lapses: row.lapses,
            jp: row.jp,
            method: row.method,
            link: row.link,
            learned_from: row.learned_from,
            verification: row.verification,
            verified_by: row.verified_by,
            source: row.source,
            item: None,
            opinions: vec![],
            by: self.setting.actor.clone(),
            written: self.setting.now,
        }
    }

    /// What the cap of a kind leaves uncounted is said at the row that brought it.
    fn warn_of_caps(&self, lists: &mut [List<Field, LearningRow>]) {
        for (id, person, at, number) in &self.new {
            let Some(own) = self.known.get(person) else { continue };
            let Some(record) = own.iter().find(|record| record.id == *id) else { continue };
            if record.verification == Verification::Rejected {
                continue;
            }
            let (employment, rules) = (self.setting.employment(*person), &self.setting.rules.development);
            let year = jp_of_year(own, &[], employment, record.year(), rules);
            let over = year.activities.iter().find(|one| one.learning == Some(*id) && one.capped.is_some());
            if let Some(one) = over {
                let args = [("counts", i64::from(one.counts).into()), ("left", i64::from(one.jp - one.counts).into())];
                let text = Text::with("import-hours-capped", args);
                lists[*at].warn(*number, Field::Hours, &one.jp.to_string(), text);
            }
        }
    }
}

/// The record as the list has it now. What was approved meanwhile stays so, and what only bina keeps stays, too.
fn mended(was: &Learning, next: Learning) -> Learning {
    let behind = was.verification == Verification::Approved
        && matches!(next.verification, Verification::Waiting | Verification::Revision);
    let verification = if behind { was.verification } else { next.verification };
    let kept = |new: String, old: &String| if new.is_empty() { old.clone() } else { new };
    Learning {
        id: was.id,
        verification,
        verified_by: kept(next.verified_by, &was.verified_by),
        learned_from: kept(next.learned_from, &was.learned_from),
        subject: next.subject.or_else(|| was.subject.clone()),
        lapses: next.lapses.or(was.lapses),
        item: was.item,
        opinions: was.opinions.clone(),
        by: was.by.clone(),
        written: was.written,
        ..next
    }
}

pub const HEADER: [&str; 18] = [
    "NIP",
    "Nama",
    "Nama Kegiatan",
    "Bentuk",
    "Rumpun",
    "Penyelenggara",
    "Nomor Sertifikat",
    "Tanggal Mulai",
    "Tanggal Selesai",
    "Tanggal Terbit",
    "Berlaku Sampai",
    "JP",
    "Metode",
    "Tautan",
    "Narasumber",
    "Verifikasi",
    "Diverifikasi Oleh",
    "Sumber",
];

/// Everything that one person has learnt, by day.
pub fn rows(dossier: &Dossier, rules: &DevelopmentRules) -> Vec<Vec<String>> {
    let [nip, name] = written_person(dossier.person.nip.as_ref(), &dossier.person.name);
    let row = |record: &Learning| {
        vec![
            nip.clone(),
            name.clone(),
            record.title.clone(),
            kind_word(&record.kind, rules),
            record.subject.as_ref().map(|subject| subject.words.clone()).unwrap_or_default(),
            record.organiser.clone(),
            record.certificate.clone(),
            written_day(Some(record.from)),
            written_day(Some(record.until)),
            written_day(record.issued),
            written_day(record.lapses),
            written_count(Some(record.jp)),
            record.method.map(|method| vocabulary::write(METHODS, &method).to_owned()).unwrap_or_default(),
            record.link.clone(),
            record.learned_from.clone(),
            vocabulary::write(VERIFICATIONS, &record.verification).to_owned(),
            record.verified_by.clone(),
            vocabulary::write(SOURCES, &record.source).to_owned(),
        ]
    };
    dossier.learning.iter().map(row).collect()
}

/// What was refused of several sheets, as one list under the heads of [`HEADER`].
pub struct Together {
    pub workbook: Workbook,
    pub rows: Vec<usize>,
    pub findings: Vec<Finding>,
}

/// Sheets have different heads: to be mended and taken in again, their refused rows stand under one.
pub fn refused_together(workbook: &Workbook, lists: &[List<Field, LearningRow>], rules: &DevelopmentRules) -> Together {
    let (mut table, mut findings) = (Table::default(), Vec::new());
    for list in lists {
        let sheet = sheet_of(list.columns.names());
        for index in &list.refused {
            let row = &workbook.sheets[list.sheet].rows[*index];
            let number = u32::try_from(table.rows.len() + 1).unwrap_or(u32::MAX);
            let of_row = list.findings.iter().filter(|finding| finding.row == row.number);
            findings.extend(of_row.map(|finding| Finding { row: number, ..finding.clone() }));
            let cell = |name: &str| {
                let field = Field::over(name).map(|(field, _)| field);
                let said = field.map_or("", |field| list.columns.said(row, field));
                Cell::text(match (field, said, sheet) {
                    (Some(Field::Source), "", Sheet::Structural | Sheet::Courses) => {
                        vocabulary::write(SOURCES, &Source::Siasn)
                    }
                    _ => said,
                })
            };
            let mut cells: Vec<Cell> = HEADER.iter().map(|name| cell(name)).collect();
            if let (Some(kind), Some(at)) = (kind_of(sheet), HEADER.iter().position(|name| *name == "Bentuk")) {
                cells[at] = Cell::text(kind_word(&kind, rules));
            }
            table.rows.push(Row { number, cells, torn: false });
        }
    }
    let rows = (0..table.rows.len()).collect();
    Together { workbook: Workbook { sheets: vec![table], ..Workbook::default() }, rows, findings }
}
