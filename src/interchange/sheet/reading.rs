//! The one reader of a sheet's rows, for every list: which sheet, which rows, and a word about whatever of them is not
//! used or not simply what it says. Sheets beside it, columns twice, merged and hidden cells, totals, heads that come
//! again, formulas without a value, numbers that are shown otherwise. Pure; what a row means is the list's own matter.

use super::cells;
use super::choose::{Options, choose_sheet};
use super::finding::{Finding, Severity};
use super::header::{self, Columns, Heading, plain};
use crate::domain::language::clean::{clean_line, fold};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::{Mark, Merge, Row, Table, Workbook};
use crate::interchange::file::unreadable::Unreadable;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::collections::BTreeMap;

/// A sheet that was opened as a list.
#[derive(Clone, Debug)]
pub struct Sheet<F> {
    /// Index of the sheet in its workbook.
    pub index: usize,
    pub columns: Columns<F>,
    /// Rows below the head that are to be read, with their index in the table.
    pub rows: Vec<(usize, Row)>,
    /// Indexes of rows that can't be read; the findings say why.
    pub refused: Vec<usize>,
    pub findings: Vec<Finding>,
}

/// Opens the sheet that was asked for, else the best one, as the list of this word. `used` are sheets that the list reads
/// besides.
pub fn open<F: Heading>(
    workbook: &Workbook,
    options: &Options<F>,
    word: &str,
    used: impl Fn(&Table) -> bool,
) -> Result<Sheet<F>, Unreadable> {
    let (index, columns) = choose_sheet(workbook, options, word)?;
    let mut opening = Opening::new(&workbook.sheets[index], &columns);
    if options.sheet.is_none() {
        opening.other_sheets::<F>(workbook, index, used);
    }
    if workbook.old {
        opening.findings.push(Finding::of_sheet("", Text::plain("import-old-workbook")));
    }
    opening.head();
    opening.rows(workbook.from_1904);
    opening.hidden();
    let Opening { rows, refused, mut findings, counted, .. } = opening;
    findings.extend(counted.into_values().map(Counted::finding));
    Ok(Sheet { index, columns, rows, refused, findings })
}

struct Opening<'a, F> {
    table: &'a Table,
    columns: &'a Columns<F>,
    rows: Vec<(usize, Row)>,
    refused: Vec<usize>,
    findings: Vec<Finding>,
    /// What is said once for a column, however many rows it is true of.
    counted: BTreeMap<(&'static str, usize), Counted>,
    /// By their first column, in the order of their first rows.
    merges: BTreeMap<u16, Vec<Merge>>,
}

struct Counted {
    finding: Finding,
    count: usize,
}

impl Counted {
    fn finding(self) -> Finding {
        let mut finding = self.finding;
        finding.text.args.push(("count", self.count.into()));
        finding
    }
}

impl<'a, F: Heading> Opening<'a, F> {
    fn new(table: &'a Table, columns: &'a Columns<F>) -> Self {
        let mut merges: BTreeMap<u16, Vec<Merge>> = BTreeMap::new();
        for merge in &table.merges {
            merges.entry(merge.columns.0).or_default().push(*merge);
        }
        merges.values_mut().for_each(|list| list.sort_by_key(|merge| merge.rows.0));
        Opening { table, columns, rows: vec![], refused: vec![], findings: vec![], counted: BTreeMap::new(), merges }
    }

    /// What stands on sheets that are not read.
    fn other_sheets<G: Heading>(&mut self, workbook: &Workbook, read: usize, used: impl Fn(&Table) -> bool) {
        for (index, sheet) in workbook.sheets.iter().enumerate() {
            if index == read {
                if sheet.hidden {
                    self.findings.push(Finding::of_sheet(&sheet.name, Text::plain("import-sheet-read-hidden")));
                }
                continue;
            }
            if sheet.rows.is_empty() || used(sheet) {
                continue;
            }
            let id = match (header::best_header::<G>(&sheet.rows).is_some(), sheet.hidden) {
                (true, false) => "import-sheet-also",
                (true, true) => "import-sheet-also-hidden",
                (false, false) => "import-sheet-left",
                (false, true) => "import-sheet-left-hidden",
            };
            self.findings.push(Finding::of_sheet(&sheet.name, Text::plain(id)));
        }
    }

    fn head(&mut self) {
        let number = self.table.rows.get(self.columns.header).map_or(0, |row| row.number);
        for column in &self.columns.twice {
            let name = self.columns.name(*column);
            let text = Text::with("import-column-twice", [("letter", Arg::from(header::letters_of(*column)))]);
            self.findings.push(Finding::new(Severity::Warning, number, name, "", text));
        }
    }

    fn rows(&mut self, from_1904: bool) {
        let table = self.table;
        for (index, row) in table.rows.iter().enumerate().skip(self.columns.first_row) {
            if row.torn {
                let value = self.columns.at(F::lead()).map_or("", |column| row.text(column));
                self.say(Severity::Error, row, self.columns.name_of(F::lead()), value, Text::plain("import-open-quote"));
                self.refused.push(index);
                continue;
            }
            match self.head_again(row) {
                Again::No => {}
                Again::Same => {
                    self.say(Severity::Skip, row, String::new(), "", Text::plain("import-head-again"));
                    continue;
                }
                Again::Other => {
                    let left = Arg::from(table.rows.len() - index);
                    self.say(Severity::Warning, row, String::new(), "", Text::with("import-second-list", [("count", left)]));
                    return;
                }
            }
            if let Some(word) = self.total(row) {
                self.say(Severity::Skip, row, String::new(), &word, Text::plain("import-total-row"));
                continue;
            }
            let mut row = row.clone();
            self.merged(&mut row);
            if self.odd_cells(&mut row, from_1904) {
                self.rows.push((index, row));
            } else {
                self.refused.push(index);
            }
        }
    }

    fn say(&mut self, severity: Severity, row: &Row, column: String, value: &str, text: Text) {
        self.findings.push(Finding::new(severity, row.number, column, value, text));
    }

    fn count(&mut self, id: &'static str, column: usize, row: u32, value: &str) {
        let name = self.columns.name(column);
        let finding = || Finding::new(Severity::Warning, row, name, value, Text::plain(id));
        self.counted.entry((id, column)).or_insert_with(|| Counted { finding: finding(), count: 0 }).count += 1;
    }

    /// The head that stands again, as on every printed page; or the head of another list below this one.
    fn head_again(&self, row: &Row) -> Again {
        let names: Vec<String> = row.cells.iter().map(|cell| clean_line(&cell.text)).collect();
        let mut fields: Vec<F> = names.iter().filter_map(|name| F::over(name)).map(|(field, _)| field).collect();
        fields.sort();
        fields.dedup();
        if fields.len() < 2 || !F::are_header(&fields, false) {
            return Again::No;
        }
        let alike = |(column, name): (usize, &String)| name.is_empty() || plain(name) == plain(&self.columns.name(column));
        if names.iter().enumerate().all(alike) { Again::Same } else { Again::Other }
    }

    /// The word with which a total begins, where whom a row is about should stand, or where nothing is read.
    fn total(&self, row: &Row) -> Option<String> {
        let first = row.cells.iter().enumerate().filter(|(_, cell)| !cell.text.trim().is_empty()).find(|(column, cell)| {
            let subject = self.columns.field(*column).is_none_or(|field| field.is_subject() || field.is_silent());
            subject && cell.text.chars().any(char::is_alphabetic)
        });
        let (at, word) = first.map(|(at, cell)| (at, clean_line(&cell.text))).filter(|(_, word)| is_total(word))?;
        // A goal may be called an average; a total has nothing beside it but figures.
        let figures = row.cells.iter().enumerate().all(|(column, cell)| column == at || is_figure(&cell.text));
        figures.then_some(word)
    }

    /// What stands in the first row of merged cells is said of all of them; whom a row is about is not.
    fn merged(&mut self, row: &mut Row) {
        let table = self.table;
        let here = |list: &Vec<Merge>| {
            let before = list.partition_point(|merge| merge.rows.0 <= row.number);
            before.checked_sub(1).map(|at| list[at]).filter(|merge| row.number <= merge.rows.1)
        };
        let here: Vec<Merge> = self.merges.values().filter_map(here).collect();
        for merge in here {
            let (from, to) = (usize::from(merge.columns.0), usize::from(merge.columns.1));
            let reads = |column: usize| self.columns.field(column).is_some_and(|field| !field.is_silent());
            if to > from && (from + 1..=to.min(from + 500)).any(reads) && !row.text(from).is_empty() {
                self.count("import-merged-across", from, row.number, row.text(from));
            }
            let fill = self.columns.field(from).is_some_and(|field| !field.is_silent() && !field.is_subject());
            if !fill || merge.rows.0 == row.number || !row.text(from).is_empty() {
                continue;
            }
            let top = table.rows.binary_search_by_key(&merge.rows.0, |row| row.number);
            if let Some(cell) = top.ok().and_then(|at| table.rows[at].cells.get(from)) {
                if row.cells.len() <= from {
                    row.cells.resize(from + 1, Default::default());
                }
                row.cells[from] = cell.clone();
            }
        }
    }

    /// Cells of columns that are read and don't simply say what they say; whether the row can be read all the same.
    fn odd_cells(&mut self, row: &mut Row, from_1904: bool) -> bool {
        let mut good = true;
        for column in 0..row.cells.len() {
            let Some(field) = self.columns.field(column).filter(|field| !field.is_silent()) else { continue };
            let cell = &row.cells[column];
            match cell.mark.as_deref() {
                None => {}
                Some(Mark::Unsaved) => {
                    self.say(Severity::Error, row, self.columns.name(column), "", Text::plain("import-formula-unsaved"));
                    good = false;
                }
                Some(Mark::Rounded(kept)) => {
                    let text = Text::with("import-number-rounded", [("kept", Arg::from(clean_line(kept)))]);
                    let value = row.text(column).to_owned();
                    self.say(Severity::Warning, row, self.columns.name(column), &value, text);
                }
                Some(Mark::Format(format)) => {
                    let text = Text::with("import-number-format", [("format", Arg::from(clean_line(format)))]);
                    let value = row.text(column).to_owned();
                    self.say(Severity::Error, row, self.columns.name(column), &value, text);
                    good = false;
                }
            }
            if cells::is_error(row.text(column)) && !field.is_subject() {
                let value = row.text(column).to_owned();
                self.say(Severity::Warning, row, self.columns.name(column), &value, Text::plain("import-formula-failed"));
            }
            if field.is_day()
                && row.cells[column].number
                && let Some(day) = serial(row.text(column), from_1904)
            {
                self.count("import-serial-days", column, row.number, &format!("{} = {day}", row.text(column)));
                row.cells[column].text = day.into();
            }
        }
        good
    }

    fn hidden(&mut self) {
        let hidden = |row: &&(usize, Row)| self.table.hidden_rows.binary_search(&row.1.number).is_ok();
        let rows: Vec<String> = self.rows.iter().filter(hidden).map(|(_, row)| row.number.to_string()).collect();
        if !rows.is_empty() {
            let more = if rows.len() > 10 { ", …" } else { "" };
            let list = format!("{}{more}", rows[..rows.len().min(10)].join(", "));
            let args = [("count", Arg::from(rows.len())), ("rows", list.into())];
            self.findings.push(Finding::of_sheet(&self.table.name, Text::with("import-rows-hidden", args)));
        }
        let number = self.table.rows.get(self.columns.header).map_or(0, |row| row.number);
        for column in self.table.hidden_columns.iter().map(|column| usize::from(*column)) {
            if self.columns.field(column).is_some_and(|field| !field.is_silent()) {
                let name = self.columns.name(column);
                let text = Text::plain("import-column-hidden");
                self.findings.push(Finding::new(Severity::Warning, number, name, "", text));
            }
        }
    }
}

enum Again {
    No,
    Same,
    Other,
}

/// `JUMLAH`, `Total pegawai`, `Jumlah: 3 orang`: a total, and no name that begins like one.
fn is_total(text: &str) -> bool {
    const BEGIN: &[&str] = &["jumlah", "total", "sub total", "subtotal", "grand total", "rata rata", "rekapitulasi"];
    let text = plain(&fold(text));
    BEGIN
        .iter()
        .filter_map(|begin| text.strip_prefix(begin))
        .any(|rest| (rest.is_empty() || rest.starts_with(' ')) && is_figure(rest))
}

/// Nothing, figures, or figures with what they count.
fn is_figure(text: &str) -> bool {
    const AFTER: &[&str] = &[
        "pegawai",
        "orang",
        "seluruhnya",
        "keseluruhan",
        "semua",
        "asn",
        "pns",
        "pppk",
        "total",
        "jp",
        "biaya",
        "anggaran",
        "data",
        "baris",
        "rp",
    ];
    plain(&fold(text)).split(' ').all(|word| AFTER.contains(&word) || word.chars().all(|c| c.is_ascii_digit()))
}

/// A day as spreadsheets count them, written as offices do; only days that a list can mean.
fn serial(text: &str, from_1904: bool) -> Option<String> {
    const EPOCHS: [Date; 2] = [date(1899, 12, 30), date(1904, 1, 1)];
    let number: i64 = text.trim().parse().ok().filter(|n| (10_000..100_000).contains(n))?;
    let day = EPOCHS[usize::from(from_1904)].checked_add(number.days()).ok()?;
    Some(format!("{:02}-{:02}-{:04}", day.day(), day.month(), day.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_told_from_names_that_begin_like_one() {
        for total in ["JUMLAH", "Jumlah:", "TOTAL PEGAWAI", "Jumlah 3 orang", "Rata-rata", "Sub Total"] {
            assert!(is_total(total), "{total}");
        }
        for other in ["Jumlah berkas selesai", "Totalia Siregar", "Jumlahkan", "Total Quality Management"] {
            assert!(!is_total(other), "{other}");
        }
    }

    #[test]
    fn days_that_lost_their_format_are_counted_as_the_workbook_counts() {
        assert_eq!(serial("31681", false).as_deref(), Some("26-09-1986"));
        assert_eq!(serial("30219", true).as_deref(), Some("26-09-1986"));
        assert_eq!([serial("2026", false).is_some(), serial("198609262015051001", false).is_some()], [false, false]);
    }
}
