//! Which sheet of a workbook is the list, and what the user said besides the file.

use super::header::{self, Heading};
use super::kind;
use crate::domain::language::clean::fold;
use crate::interchange::file::table::Workbook;
use crate::interchange::file::unreadable::Unreadable;

/// What the user said besides the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options<F> {
    /// Column (by name, letter or number) and what it says.
    pub map: Vec<(String, F)>,
    /// The sheet to read, by name or number; the one with the best header otherwise.
    pub sheet: Option<String>,
}

impl<F> Default for Options<F> {
    fn default() -> Self {
        Options { map: vec![], sheet: None }
    }
}

/// The sheet that was asked for; else the one with the best header, a hidden one only where no other has any. A list of
/// another kind than that of `word` is refused.
pub fn choose_sheet<F: Heading>(
    workbook: &Workbook,
    options: &Options<F>,
    word: &str,
) -> Result<(usize, header::Columns<F>), Unreadable> {
    let sheets = &workbook.sheets;
    let chosen = match &options.sheet {
        Some(wanted) => {
            let by_name = sheets.iter().position(|s| fold(&s.name) == fold(wanted));
            let by_number = wanted.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|n| *n < sheets.len());
            let there = || sheets.iter().map(|s| s.name.as_str()).collect::<Vec<_>>().join(", ");
            Some(by_name.or(by_number).ok_or_else(|| Unreadable::NoSuchSheet { name: wanted.clone(), there: there() })?)
        }
        None => {
            let best = |hidden: bool| {
                let among = sheets.iter().enumerate().filter(move |(_, sheet)| sheet.hidden == hidden);
                let scores = among.filter_map(|(i, s)| Some((i, header::best_header::<F>(&s.rows)?.1)));
                scores.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(i, _)| i)
            };
            best(false).or_else(|| best(true))
        }
    };
    let filled = |hidden: bool| sheets.iter().position(|s| !s.rows.is_empty() && s.hidden == hidden);
    let index = chosen.or_else(|| filled(false)).or_else(|| filled(true)).ok_or(Unreadable::Empty)?;
    kind::refuse_other(&sheets[index].rows, word)?;
    match header::recognise(&sheets[index], &options.map) {
        Err(Unreadable::NoHeader) => Err(kind::instead(workbook, word).unwrap_or(Unreadable::NoHeader)),
        recognised => Ok((index, recognised?)),
    }
}
