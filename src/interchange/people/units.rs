//! The units of an office as a file describes them: a tree on a sheet of its own, names in a column, or a title over
//! the list. Also who heads which unit, read from the names of posts.

use crate::domain::language::clean::{clean_line, fold};
use crate::domain::{IdSource, Unit, UnitId, UnitTree};
use crate::i18n::Text;
use crate::interchange::file::table::{Row, Table, Workbook};
use crate::interchange::sheet::cells;
use crate::interchange::sheet::finding::{Finding, Severity};
use crate::interchange::sheet::header::plain;
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// A unit as a row names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct UnitSaid {
    pub code: Option<String>,
    pub name: String,
}

/// The units of the store with what the file says put on top.
pub struct Office {
    pub tree: UnitTree,
    by_code: HashMap<String, UnitId>,
    by_name: HashMap<String, Vec<UnitId>>,
    now: Timestamp,
}

impl Office {
    pub fn of(tree: &UnitTree, now: Timestamp) -> Self {
        let mut office = Office { tree: UnitTree::default(), by_code: HashMap::new(), by_name: HashMap::new(), now };
        for unit in tree.iter() {
            office.put(unit.clone());
        }
        office
    }

    fn put(&mut self, unit: Unit) {
        if let Some(code) = &unit.code {
            self.by_code.insert(code.clone(), unit.id);
        }
        let named = self.by_name.entry(fold(&unit.name)).or_default();
        if !named.contains(&unit.id) {
            named.push(unit.id);
        }
        self.tree.insert(unit);
    }

    fn change(&mut self, id: UnitId, change: impl FnOnce(&mut Unit)) {
        if let Some(mut unit) = self.tree.get(id).cloned() {
            change(&mut unit);
            self.put(unit);
        }
    }

    pub fn set_head(&mut self, id: UnitId, head: Option<crate::domain::PersonId>) {
        self.change(id, |unit| unit.head = head);
    }

    /// The unit that a row names; a new one is made. `None` if several have that name and no code tells them apart.
    pub fn named(&mut self, said: &UnitSaid, ids: &mut IdSource) -> Option<UnitId> {
        if let Some(code) = &said.code
            && let Some(id) = self.by_code.get(code).copied()
        {
            // A code alone stands for the name only while nothing better is known.
            if said.name != *code && self.tree.get(id).is_some_and(|unit| unit.name != said.name) {
                self.change(id, |unit| unit.name = said.name.clone());
            }
            return Some(id);
        }
        let same: Vec<UnitId> = self
            .by_name
            .get(&fold(&said.name))
            .into_iter()
            .flatten()
            .copied()
            .filter(|id| self.tree.get(*id).is_some_and(|u| fold(&u.name) == fold(&said.name)))
            .filter(|id| said.code.is_none() || self.tree.get(*id).is_some_and(|u| u.code.is_none()))
            .collect();
        match (same.as_slice(), &said.code) {
            ([id], None) => Some(*id),
            ([id], Some(code)) => {
                let id = *id;
                self.change(id, |unit| unit.code = Some(code.clone()));
                Some(id)
            }
            ([], _) | (_, Some(_)) => {
                let id = UnitId(ids.uuid(self.now));
                let (code, name) = (said.code.clone(), said.name.clone());
                self.put(Unit { id, code, name, parent: None, head: None, cadence: None });
                Some(id)
            }
            _ => None,
        }
    }

    /// Puts the tree of a sheet in place; a unit that would stand above itself loses its place and is reported.
    pub fn place(&mut self, rows: &[Placed], ids: &mut IdSource, findings: &mut Vec<Finding>) -> Vec<UnitId> {
        let mut found = Vec::new();
        for placed in rows {
            let said = UnitSaid { code: Some(placed.code.clone()), name: placed.name.clone() };
            found.extend(self.named(&said, ids));
        }
        let warning = |placed: &Placed, id| {
            Finding::new(Severity::Warning, placed.row, placed.column.clone(), &placed.parent, Text::plain(id))
        };
        let mut moved: Vec<(UnitId, &Placed)> = Vec::new();
        for placed in rows.iter().filter(|placed| !placed.parent.is_empty()) {
            let Some(id) = self.by_code.get(&placed.code).copied() else { continue };
            match self.by_code.get(&placed.parent).copied() {
                None => findings.push(warning(placed, "import-unit-parent-unknown")),
                Some(parent) => {
                    self.change(id, |unit| unit.parent = Some(parent));
                    moved.push((id, placed));
                }
            }
        }
        let mut safe = HashSet::new();
        for (id, placed) in moved {
            let above = |id| self.tree.get(id).and_then(|unit| unit.parent);
            if comes_back(id, above, &mut safe) {
                findings.push(warning(placed, "import-unit-loop"));
                self.change(id, |unit| unit.parent = None);
            }
        }
        found
    }
}

/// Whether the line upwards from `start` leads back to it. `safe` gathers those whose line is known to end, so that
/// asking for everybody walks each line once, however deep.
pub(super) fn comes_back<T: Copy + Eq + Hash>(start: T, above: impl Fn(T) -> Option<T>, safe: &mut HashSet<T>) -> bool {
    let mut seen = HashSet::from([start]);
    let mut at = above(start);
    while let Some(id) = at {
        if id == start {
            return true;
        }
        if safe.contains(&id) {
            break;
        }
        if !seen.insert(id) {
            // A loop of others: it is broken where one of them is asked for.
            return false;
        }
        at = above(id);
    }
    safe.extend(seen);
    false
}

/// One row of the sheet that holds the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    pub row: u32,
    pub code: String,
    pub name: String,
    /// Code of the unit above; may be empty.
    pub parent: String,
    /// Sheet and column of the parent, for messages.
    pub column: String,
}

/// Where the three columns of a tree stand on a sheet, and below which row.
fn tree_head(sheet: &Table) -> Option<(usize, [usize; 3])> {
    const CODE: &[&str] = &["id", "id unor", "unor id", "kode unor", "kode", "kode unit"];
    const NAME: &[&str] = &["nama unor", "unor nama", "nama unit", "nama unit kerja", "unit kerja", "nama"];
    const PARENT: &[&str] = &[
        "id atasan",
        "id unor atasan",
        "unor atasan id",
        "atasan id",
        "id induk",
        "unor induk id",
        "id unor induk",
        "parent id",
        "kode atasan",
        "kode induk",
        "diatasan id",
    ];
    sheet.rows.iter().enumerate().take(10).find_map(|(i, header)| {
        let at = |names: &[&str]| header.cells.iter().position(|cell| names.contains(&plain(&cell.text).as_str()));
        Some((i, [at(CODE)?, at(NAME)?, at(PARENT)?]))
    })
}

/// Whether a sheet holds the tree of units.
pub fn is_tree(sheet: &Table) -> bool {
    tree_head(sheet).is_some()
}

/// The tree of a workbook, from whichever sheet has its three columns.
pub fn tree_sheet(workbook: &Workbook) -> Vec<Placed> {
    let found = workbook.sheets.iter().find_map(|sheet| Some((sheet, tree_head(sheet)?)));
    let Some((sheet, (header, [code, name, parent]))) = found else { return Vec::new() };
    let column = format!("{} · {}", sheet.name, clean_line(sheet.rows[header].text(parent)));
    let said = |row: &Row, column| clean_line(cells::said(row.text(column)));
    let placed = sheet.rows[header + 1..].iter().map(|row| Placed {
        row: row.number,
        code: said(row, code),
        name: said(row, name),
        parent: said(row, parent),
        column: column.clone(),
    });
    placed.filter(|p| !p.code.is_empty() && !p.name.is_empty()).collect()
}

/// Kinds of units in local government, the smaller first.
const KINDS: &[&str] = &[
    "subseksi",
    "seksi",
    "subbagian",
    "subbag",
    "sub",
    "bidang",
    "bagian",
    "sekretariat",
    "uptd",
    "upt",
    "puskesmas",
    "kelurahan",
    "kecamatan",
    "inspektorat",
    "dinas",
    "badan",
    "rsud",
];

/// The unit in a title over a list: `DAFTAR PEGAWAI SEKSI PELAYANAN UMUM` is of `Seksi Pelayanan Umum`.
pub fn in_title(title: &str) -> Option<String> {
    const LEAD: &[&str] = &[
        "daftar",
        "data",
        "rekap",
        "rekapitulasi",
        "nominatif",
        "nama",
        "urut",
        "kepangkatan",
        "duk",
        "pegawai",
        "asn",
        "pns",
        "pppk",
        "aparatur",
        "sipil",
        "negara",
        "negeri",
        "di",
        "pada",
        "lingkungan",
        "dan",
        "tenaga",
        "honorer",
    ];
    const END: &[&str] = &["tahun", "bulan", "keadaan", "per", "pemerintah", "kecamatan", "kelurahan", "dinas", "badan"];
    let line = clean_line(title);
    let words: Vec<&str> = line.split(' ').collect();
    let lower = |word: &str| word.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let from = words.iter().position(|word| !LEAD.contains(&lower(word).as_str()))?;
    KINDS.contains(&lower(words[from]).as_str()).then_some(())?;
    let rest = &words[from + 1..];
    let end = rest.iter().position(|word| END.contains(&lower(word).as_str())).unwrap_or(rest.len());
    if end == 0 && lower(words[from]) != "sekretariat" {
        return None;
    }
    Some(spelled(&words[from..=from + end].join(" ")))
}

/// The unit in a line of its own between the people: `A. SEKSI PEMERINTAHAN`.
pub fn in_heading(line: &str) -> Option<String> {
    let line = clean_line(line);
    let bare = match line.split_once(' ') {
        Some((first, rest)) if first.len() <= 5 && first.ends_with(['.', ')']) => rest,
        _ => &line,
    };
    let first = bare.split(' ').next()?.to_lowercase();
    let fits = bare.len() < 80 && !bare.contains([',', ';', ':']);
    (fits && KINDS.contains(&first.as_str())).then(|| spelled(bare))
}

/// Where several titles name units, the smallest is meant.
pub fn size(unit: &str) -> usize {
    let first = fold(unit);
    let first = first.split(' ').next().unwrap_or_default().to_owned();
    KINDS.iter().position(|kind| *kind == first).unwrap_or(KINDS.len())
}

/// A name in capitals as papers write it.
fn spelled(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.trim().to_owned();
    }
    let words = name.split_whitespace().map(|word| match word {
        "DAN" | "DI" | "ATAU" | "PADA" => word.to_lowercase(),
        "UPT" | "UPTD" | "RSUD" | "SD" | "SMP" | "ASN" | "SDM" => word.to_owned(),
        _ => {
            let mut chars = word.chars();
            chars.next().into_iter().chain(chars.flat_map(char::to_lowercase)).collect()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A post in full words: `Plt. Kasi Pelayanan` is `kepala seksi pelayanan`.
pub fn post(position: &str) -> String {
    let words = plain(position);
    let mut out = String::with_capacity(words.len() + 8);
    for word in words.split(' ') {
        let full = match word {
            "plt" | "plh" | "pj" | "pjs" => continue,
            "kasi" => "kepala seksi",
            "kabid" => "kepala bidang",
            "kabag" => "kepala bagian",
            "kasubbag" | "kasubag" => "kepala subbagian",
            "kadis" => "kepala dinas",
            "kaban" => "kepala badan",
            "ka" => "kepala",
            "sekcam" => "sekretaris kecamatan",
            "seklur" => "sekretaris kelurahan",
            "subbag" | "subag" => "subbagian",
            "bagian" if out.ends_with(" sub") || out == "sub" => {
                out.push_str("bagian");
                continue;
            }
            word => word,
        };
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(full);
    }
    out
}

/// How surely the holder of a post heads a unit: 3 by the names, 2 by their kinds, 1 by being a structural head at all;
/// `None` if not.
pub fn heads(position: &str, unit: &str, structural: bool) -> Option<u8> {
    let (post, unit) = (post(position), post(unit));
    let (title, of) = post.split_once(' ').unwrap_or((&post, ""));
    let (kind, rest) = unit.split_once(' ').unwrap_or((&unit, ""));
    let begins = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|r| r.is_empty() || r.starts_with(' '));
    let place = |of: &str| of.is_empty() || begins(rest, of) || begins(of, rest);
    match title {
        "camat" => (kind == "kecamatan" && place(of)).then_some(3),
        "lurah" => (kind == "kelurahan" && place(of)).then_some(3),
        "sekretaris" => (kind == "sekretariat").then_some(3),
        "inspektur" => (kind == "inspektorat").then_some(2),
        "direktur" => structural.then_some(2),
        "kepala" if of == kind => Some(2),
        "kepala" if !of.is_empty() && (begins(&unit, of) || begins(of, &unit)) => Some(3),
        "kepala" => {
            let named = of.split(' ').next().unwrap_or_default();
            let another = KINDS.contains(&named) && KINDS.contains(&kind);
            (structural && !another).then_some(1)
        }
        _ => None,
    }
}

/// What the head of a unit is called, in the words of [`post`].
pub fn title_of_head(unit: &str) -> Option<String> {
    let unit = post(unit);
    let (kind, rest) = unit.split_once(' ')?;
    Some(match kind {
        "kecamatan" => format!("camat {rest}"),
        "kelurahan" => format!("lurah {rest}"),
        _ => format!("kepala {unit}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_headings_name_units() {
        let title = |s: &str| in_title(s);
        assert_eq!(title("DAFTAR PEGAWAI SEKSI PELAYANAN UMUM").as_deref(), Some("Seksi Pelayanan Umum"));
        assert_eq!(
            title("DAFTAR NOMINATIF ASN SEKSI KETENTERAMAN DAN KETERTIBAN UMUM KECAMATAN MEDAN MARELAN TAHUN 2026")
                .as_deref(),
            Some("Seksi Ketenteraman dan Ketertiban Umum")
        );
        assert_eq!(title("Keadaan: Oktober 2026"), None);
        assert_eq!(title("PEMERINTAH KOTA MEDAN"), None);
        assert_eq!(in_heading("A. SEKSI PEMERINTAHAN").as_deref(), Some("Seksi Pemerintahan"));
        assert_eq!(in_heading("Medan, 1 Oktober 2026"), None);
    }

    #[test]
    fn posts_tell_who_heads_a_unit() {
        assert_eq!(heads("Camat", "Kecamatan Medan Marelan", true), Some(3));
        assert_eq!(heads("Sekretaris Kecamatan", "Sekretariat", true), Some(3));
        assert_eq!(heads("Sekretaris Kecamatan", "Kecamatan Medan Marelan", true), None);
        assert_eq!(heads("Lurah Terjun", "Kelurahan Terjun", true), Some(3));
        assert_eq!(heads("Lurah Terjun", "Kelurahan Rengas Pulau", true), None);
        assert_eq!(heads("Kasi Pelayanan Umum", "Seksi Pelayanan Umum", false), Some(3));
        assert_eq!(heads("Plt. Kepala Sub Bagian Umum", "Subbagian Umum dan Kepegawaian", false), Some(3));
        assert_eq!(heads("Kepala Seksi Pemerintahan", "Seksi Pelayanan Umum", true), None);
        assert_eq!(heads("Kepala Seksi Pemerintahan", "Kelurahan Terjun", true), None);
        assert_eq!(heads("Arsiparis Terampil", "Seksi Pelayanan Umum", false), None);
    }
}
