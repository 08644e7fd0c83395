//! Which column says what, whatever the list is of: the row in which the names of columns stand, in any order and case,
//! below titles and over two lines, and what the user maps besides. Pure. What columns can say is the list's own
//! [`Heading`].

use crate::interchange::file::table::{Row, Table, letters};
use crate::interchange::file::unreadable::Unreadable;

/// What the columns of one kind of list can say.
pub trait Heading: Copy + Ord + 'static {
    /// Fields by the names that `--map` knows; the first is the one that messages list.
    const NAMES: &'static [(Self, &'static [&'static str])];
    /// The field that a column of this name says, and how good the name is (0 is best).
    fn over(name: &str) -> Option<(Self, usize)>;
    /// Whether a row that names these fields, each once, is a header. `alone`: it is the first row and has one cell.
    fn are_header(fields: &[Self], alone: bool) -> bool;
    /// Says whom or what a row is about: no second line of a header names it.
    fn is_subject(self) -> bool;
    /// Says nothing of it: running numbers, what is left out.
    fn is_silent(self) -> bool;
    /// Holds a day: a bare number in it is one as spreadsheets count days.
    fn is_day(self) -> bool {
        false
    }
    /// What every row has to say, for words about a row as a whole.
    fn lead() -> Self {
        Self::NAMES[0].0
    }
}

/// How many rows from the top may hold the header.
const HEADER_WITHIN: usize = 40;

/// Where each field stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns<F> {
    of: Vec<(F, usize)>,
    /// What stands over each column.
    names: Vec<String>,
    /// Columns under the name of one that is read.
    pub twice: Vec<usize>,
    /// Index, in the table, of the first row below the header.
    pub first_row: usize,
    /// Index of the header row.
    pub header: usize,
}

impl<F> Default for Columns<F> {
    fn default() -> Self {
        Columns { of: vec![], names: vec![], twice: vec![], first_row: 0, header: 0 }
    }
}

impl<F: Heading> Columns<F> {
    pub fn at(&self, field: F) -> Option<usize> {
        self.of.iter().find(|(f, _)| *f == field).map(|(_, column)| *column)
    }
    /// The name over a column, or its letters where it has none.
    pub fn name(&self, column: usize) -> String {
        self.names.get(column).filter(|name| !name.is_empty()).cloned().unwrap_or_else(|| letters(column))
    }
    /// What the header says for a field, for messages.
    pub fn name_of(&self, field: F) -> String {
        self.at(field).map(|column| self.name(column)).unwrap_or_default()
    }
    /// Fields that are there, the running number aside.
    pub fn fields(&self) -> impl Iterator<Item = F> {
        self.of.iter().map(|(field, _)| *field).filter(|f| !f.is_silent())
    }
    pub fn names(&self) -> &[String] {
        &self.names
    }
    /// What stands in a column.
    pub fn field(&self, column: usize) -> Option<F> {
        self.of.iter().find(|(_, at)| *at == column).map(|(field, _)| *field)
    }
    /// Names over columns that say nothing to the import; running numbers aside.
    pub fn unread(&self) -> Vec<String> {
        let names = self.names.iter().enumerate();
        let unread = names.filter(|(column, name)| {
            !name.is_empty()
                && self.field(*column).is_none()
                && !self.twice.contains(column)
                && !F::over(name).is_some_and(|(field, _)| field.is_silent())
        });
        unread.map(|(_, name)| name.clone()).collect()
    }
    /// What a row says for a field: empty where there is no such column.
    pub fn said<'r>(&self, row: &'r Row, field: F) -> &'r str {
        self.at(field).map_or("", |column| super::cells::said(row.text(column)))
    }
}

/// Names of all fields that `--map` knows.
pub fn field_names<F: Heading>() -> String {
    F::NAMES.iter().map(|(_, names)| names[0]).collect::<Vec<_>>().join(", ")
}

/// A field by the name that `--map` uses.
pub fn field_named<F: Heading>(name: &str) -> Option<F> {
    let wanted = name.trim().to_lowercase().replace(['_', ' '], "-");
    F::NAMES.iter().find(|(_, names)| names.contains(&wanted.as_str())).map(|(field, _)| *field)
}

/// Finds the header row and what its columns say. `map` has column names (or letters, or numbers from 1) and fields.
pub fn recognise<F: Heading>(table: &Table, map: &[(String, F)]) -> Result<Columns<F>, Unreadable> {
    let Some(header) = header_row(table, map)? else {
        // Mapped by letters, and no row that reads like a header: every row is a person.
        return Ok(Columns { of: mapped_columns(&[], map)?, ..Columns::default() });
    };
    let mut names: Vec<String> = header_names(&table.rows[header]);
    let mut first_row = header + 1;
    if let Some(below) = table.rows.get(first_row)
        && is_second_header::<F>(below, &names)
    {
        for (column, name) in header_names(below).into_iter().enumerate() {
            if column >= names.len() {
                names.resize(column + 1, String::new());
            }
            if F::over(&names[column]).is_none() && !name.is_empty() {
                names[column] = name;
            }
        }
        first_row += 1;
    }
    if table.rows.get(first_row).is_some_and(numbers_its_columns) {
        first_row += 1;
    }
    let mapped = mapped_columns(&names, map)?;
    let mut of = mapped.clone();
    let mut found: Vec<(F, usize, usize)> = Vec::new();
    for (column, name) in names.iter().enumerate() {
        if mapped.iter().all(|(_, taken)| *taken != column)
            && let Some((field, place)) = F::over(name)
        {
            found.push((field, place, column));
        }
    }
    found.sort();
    for (field, _, column) in found {
        if of.iter().all(|(known, _)| *known != field) {
            of.push((field, column));
        }
    }
    let again = |column: &usize| {
        let read = |(field, of): &(F, usize)| *of != *column && !field.is_silent() && same(&names[*column], &names[*of]);
        of.iter().all(|(_, of)| of != column) && of.iter().filter(|(_, of)| *of < names.len()).any(read)
    };
    let twice = (0..names.len()).filter(again).collect();
    Ok(Columns { of, names, twice, first_row, header })
}

/// The row that reads most like a header, and how many fields it names.
pub fn best_header<F: Heading>(rows: &[Row]) -> Option<(usize, usize)> {
    let scored = rows.iter().take(HEADER_WITHIN).enumerate().filter_map(|(i, row)| {
        let mut fields: Vec<F> = header_names(row).iter().filter_map(|name| F::over(name)).map(|(f, _)| f).collect();
        fields.sort();
        fields.dedup();
        F::are_header(&fields, row.cells.len() == 1 && i == 0).then_some((i, fields.len()))
    });
    scored.reduce(|best, next| if next.1 > best.1 { next } else { best })
}

fn header_row<F: Heading>(table: &Table, map: &[(String, F)]) -> Result<Option<usize>, Unreadable> {
    if let Some((row, _)) = best_header::<F>(&table.rows) {
        return Ok(Some(row));
    }
    // The user has named columns: the first row that has them all.
    let named: Vec<&str> = map.iter().map(|(column, _)| column.as_str()).filter(|c| !is_place(c)).collect();
    let has_all = |row: &Row| {
        let names = header_names(row);
        named.iter().all(|column| names.iter().any(|name| same(name, column)))
    };
    match (map.is_empty(), named.first()) {
        (true, _) => Err(Unreadable::NoHeader),
        (false, None) => Ok(None),
        (false, Some(first)) => match table.rows.iter().take(HEADER_WITHIN).position(has_all) {
            Some(row) => Ok(Some(row)),
            None => Err(Unreadable::NoSuchColumn((*first).to_owned())),
        },
    }
}

fn header_names(row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell| crate::domain::language::clean::clean_line(&cell.text)).collect()
}

/// Below merged cells: a second line that names parts of columns, and no person.
fn is_second_header<F: Heading>(row: &Row, names: &[String]) -> bool {
    let mut known = 0;
    for (column, name) in header_names(row).iter().enumerate() {
        if name.is_empty() {
            continue;
        }
        match (names.get(column).and_then(|n| F::over(n)).map(|(f, _)| f), F::over(name)) {
            (Some(over), _) if over.is_subject() => return false,
            (_, Some(_)) => known += 1,
            (_, None) => {}
        }
    }
    known > 0
}

/// The line `1 2 3 4 5` below the header of an official form.
fn numbers_its_columns(row: &Row) -> bool {
    let numbers: Vec<Option<u32>> =
        row.cells.iter().map(|cell| cell.text.trim().trim_matches(['(', ')']).parse().ok()).collect();
    numbers.len() > 2 && numbers.iter().enumerate().all(|(i, n)| *n == u32::try_from(i + 1).ok())
}

fn mapped_columns<F: Heading>(names: &[String], map: &[(String, F)]) -> Result<Vec<(F, usize)>, Unreadable> {
    let place = |column: &str| {
        let by_name = names.iter().position(|name| same(name, column));
        by_name.or_else(|| place_of(column)).ok_or_else(|| Unreadable::NoSuchColumn(column.to_owned()))
    };
    map.iter().map(|(column, field)| Ok((*field, place(column)?))).collect()
}

fn same(name: &str, column: &str) -> bool {
    !name.is_empty() && plain(name) == plain(column)
}

fn is_place(column: &str) -> bool {
    place_of(column).is_some()
}

/// `C` and `3` are both the third column.
fn place_of(column: &str) -> Option<usize> {
    let column = column.trim();
    if let Ok(number) = column.parse::<usize>() {
        return number.checked_sub(1).filter(|n| *n < crate::interchange::file::table::MAX_COLUMNS);
    }
    let letters = (1..=2).contains(&column.len()) && column.chars().all(|c| c.is_ascii_uppercase());
    letters.then(|| column.bytes().fold(0, |n, b| n * 26 + usize::from(b - b'A') + 1) - 1)
}

/// The letters over a column.
pub fn letters_of(column: usize) -> String {
    letters(column)
}

/// Lower case, letters and digits only, single spaces.
pub fn plain(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}
