//! What several papers share: the letterhead, who somebody is, who signs, how days and targets are said.

use super::document::{Block, Cell, Column, Head, Paper, Party, Signatures, Signer, Width, Writing};
use super::{Facts, Office};
use crate::domain::language::clean::fold;
use crate::domain::{
    Audienced, Capacity, EmploymentKind, Indicator, Nip, Owner, Person, PersonName, RosterRow, Session, Shared, SharedText,
    UnitId,
};
use crate::i18n::{Arg, Words};
use crate::reports::goals::measure_line;
use jiff::civil::Date;

/// The names of ranks; the same in every language.
const RANKS: [(&str, &str); 17] = [
    ("I/a", "Juru Muda"),
    ("I/b", "Juru Muda Tk. I"),
    ("I/c", "Juru"),
    ("I/d", "Juru Tk. I"),
    ("II/a", "Pengatur Muda"),
    ("II/b", "Pengatur Muda Tk. I"),
    ("II/c", "Pengatur"),
    ("II/d", "Pengatur Tk. I"),
    ("III/a", "Penata Muda"),
    ("III/b", "Penata Muda Tk. I"),
    ("III/c", "Penata"),
    ("III/d", "Penata Tk. I"),
    ("IV/a", "Pembina"),
    ("IV/b", "Pembina Tk. I"),
    ("IV/c", "Pembina Utama Muda"),
    ("IV/d", "Pembina Utama Madya"),
    ("IV/e", "Pembina Utama"),
];

/// What nobody knows, as forms have it.
pub const NOTHING: &str = "-";

/// What personnel records and the program itself say is known to both.
pub fn official(text: impl Into<String>) -> SharedText {
    Shared::new(text.into())
}

/// The text, if the employee may read it.
pub fn shared(text: &Audienced<String>) -> Option<SharedText> {
    text.shared().map(|text| text.map(String::clone)).filter(|text| !text.get().trim().is_empty())
}

impl Facts<'_> {
    pub fn say<W: Writing>(&self, id: &str) -> W {
        W::official(self.words.say(id))
    }
    pub fn with<W: Writing>(&self, id: &str, args: &[(&'static str, Arg)]) -> W {
        W::official(self.words.with(id, args))
    }

    /// The head of a paper about this person, with the day that stands in its foot.
    pub fn paper<W: Writing>(&self, title: W, day: Date, stem: &str) -> Paper<W> {
        let (agency, unit) = letterhead(self.dossier.person.unit, self);
        let head = Head {
            lang: self.words.lang(),
            size: self.office.size,
            landscape: false,
            dense: false,
            signing_room: self.office.signing_room,
            agency: W::official(agency),
            unit: W::official(unit),
            title,
            title_later: false,
            below_title: vec![],
            about: W::official(self.dossier.person.name.full()),
            foot: self.with("paper-foot", &[("day", self.words.long_day(day).into())]),
            day,
            page_words: [self.say("paper-page"), self.say("paper-of")],
            file_stem: file_stem(stem, &self.dossier.person.name, day),
        };
        Paper { head, blocks: vec![] }
    }

    /// The supervisor of a session, as known today.
    pub fn supervisor(&self, session: &Session) -> Option<&RosterRow> {
        session.by.person.and_then(|id| self.roster.row(id))
    }

    /// The supervisor of the person.
    pub fn superior(&self) -> Option<&RosterRow> {
        self.dossier.person.supervisor.and_then(|id| self.roster.row(id)).or_else(|| self.roster.me())
    }

    pub fn employee(&self) -> Party {
        let person = &self.dossier.person;
        let rank = rank(person.rank.as_deref(), person.kind);
        self.party("paper-employee", Somebody { name: person.name.full(), rank, ..Somebody::of(person) })
    }

    /// Who led the talk: by the row of today, or by the name of then.
    pub fn supervisor_party(&self, session: &Session) -> Party {
        self.party_of("paper-supervisor", self.supervisor(session), session.by.capacity, &session.by.name)
    }

    /// Somebody of the roster; who isn't in it has a name at most.
    pub fn party_of(&self, role: &str, row: Option<&RosterRow>, capacity: Capacity, otherwise: &str) -> Party {
        let who = match row {
            Some(row) => {
                let position = row.position.as_deref().map(|position| in_capacity(capacity, position));
                Somebody {
                    name: row.name.full(),
                    nip: row.nip.as_ref(),
                    kind: row.kind,
                    rank: rank(row.rank.as_deref(), row.kind),
                    position,
                    unit: row.unit,
                }
            }
            None => Somebody { name: otherwise.to_owned(), ..Somebody::default() },
        };
        self.party(role, who)
    }

    fn party(&self, role: &str, who: Somebody<'_>) -> Party {
        let mut rows = vec![(self.say("paper-name"), official(who.name.clone()))];
        let nip = who.nip.filter(|_| self.office.nip);
        if let Some(nip) = nip {
            rows.push((official(number_label(who.kind)), official(nip.grouped())));
        }
        let unit = unit_line(who.unit, self);
        let more = [("paper-rank", who.rank), ("paper-position", who.position), ("paper-unit", unit)];
        rows.extend(more.into_iter().filter_map(|(id, said)| Some((self.say(id), official(said?)))));
        Party { role: self.say(role), rows, number: nip.map(|_| 1) }
    }

    /// The place and the day of signing: `Medan, 6 November 2026`.
    pub fn place_and_day<W: Writing>(&self, day: Date) -> W {
        let day = self.words.long_day(day);
        W::official(self.office.place.as_ref().map_or(day.clone(), |place| format!("{place}, {day}")))
    }

    /// Both of a talk, the employee at the left.
    pub fn signatures(&self, session: &Session, day: Option<Date>) -> Block {
        let person = &self.dossier.person;
        let employee = self.office.employee.clone().unwrap_or_else(|| self.words.say("paper-employee"));
        let left = Signer {
            capacity: vec![official(format!("{employee},"))],
            name: official(person.name.full()),
            number: official(number(person.nip.as_ref(), person.kind, self.office).unwrap_or_default()),
        };
        let right = self.signing_supervisor(session);
        Block::Signatures(Signatures { place_and_day: day.map(|day| self.place_and_day(day)), left: Some(left), right })
    }

    pub fn signing_supervisor(&self, session: &Session) -> Signer {
        let row = self.supervisor(session);
        let position = row.and_then(|row| row.position.as_deref());
        let capacity = match (&self.office.supervisor, position) {
            (Some(said), _) => said.clone(),
            (None, Some(position)) => in_capacity(session.by.capacity, position),
            (None, None) => self.words.say("paper-supervisor"),
        };
        let numbered = row.and_then(|row| number(row.nip.as_ref(), row.kind, self.office));
        Signer {
            capacity: vec![official(format!("{capacity},"))],
            name: official(row.map_or_else(|| session.by.name.clone(), |row| row.name.full())),
            number: official(numbered.unwrap_or_default()),
        }
    }

    /// `Jumat, 6 November 2026`.
    pub fn whole_day(&self, day: Date) -> String {
        format!("{}, {}", self.words.long_weekday(day.weekday()), self.words.long_day(day))
    }

    pub fn day_cell(&self, day: Option<Date>) -> Cell {
        match day {
            Some(day) => Cell::Day { short: official(self.words.short_day(day)), long: official(self.words.long_day(day)) },
            None => Cell::Text(official(NOTHING)),
        }
    }

    pub fn owner(&self, owner: Owner) -> String {
        crate::reports::owner(self.words, owner)
    }

    /// The target as a plan has it; one that isn't set says so.
    pub fn target(&self, indicator: &Indicator) -> SharedText {
        if indicator.target_open {
            return self.say("paper-target-open");
        }
        official(measure_line(self.words, indicator))
    }
}

#[derive(Default)]
struct Somebody<'a> {
    name: String,
    nip: Option<&'a Nip>,
    kind: EmploymentKind,
    rank: Option<String>,
    position: Option<String>,
    unit: Option<UnitId>,
}

impl<'a> Somebody<'a> {
    fn of(person: &'a Person) -> Self {
        Somebody {
            name: String::new(),
            nip: person.nip.as_ref(),
            kind: person.kind,
            rank: None,
            position: person.position.clone(),
            unit: person.unit,
        }
    }
}

/// `Plt. Kepala Seksi`; the abbreviations are the same in every language.
pub fn in_capacity(capacity: Capacity, position: &str) -> String {
    match capacity {
        Capacity::Definitive => position.to_owned(),
        Capacity::ActingVacant => format!("Plt. {position}"),
        Capacity::ActingDaily => format!("Plh. {position}"),
    }
}

/// `Penata (III/c)`; what is no rank of the list stays as it was written. Who has none by the kind of employment has a
/// dash.
pub fn rank(written: Option<&str>, kind: EmploymentKind) -> Option<String> {
    let plain = |text: &str| fold(text).replace([' ', '.'], "");
    match written.map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => {
            let known = RANKS.iter().find(|(code, _)| plain(code) == plain(text));
            Some(known.map_or(text.to_owned(), |(code, name)| format!("{name} ({code})")))
        }
        None => (kind == EmploymentKind::Pppk).then(|| NOTHING.to_owned()),
    }
}

/// `NIP 19820119 200705 1 041`, where it is known and the office prints it.
pub fn number(nip: Option<&Nip>, kind: EmploymentKind, office: &Office) -> Option<String> {
    nip.filter(|_| office.nip).map(|nip| format!("{} {}", number_label(kind), nip.grouped()))
}

/// The same in every language.
pub fn number_label(kind: EmploymentKind) -> &'static str {
    if kind == EmploymentKind::Pppk { "NI PPPK" } else { "NIP" }
}

/// The agency and the unit as the letterhead has them.
fn letterhead(unit: Option<UnitId>, facts: &Facts<'_>) -> (String, String) {
    let path = unit.map(|unit| facts.roster.units.path(unit)).unwrap_or_default();
    let root = path.last().map(|unit| unit.name.clone()).unwrap_or_default();
    let own = path.first().map(|unit| unit.name.clone()).unwrap_or_default();
    let agency = facts.office.agency.clone().unwrap_or(root);
    let unit = facts.office.unit.clone().unwrap_or(own);
    let unit = if fold(&unit) == fold(&agency) { String::new() } else { unit };
    (agency, unit)
}

/// `Seksi Pelayanan Umum, Kecamatan Medan Meranti`.
pub fn unit_line(unit: Option<UnitId>, facts: &Facts<'_>) -> Option<String> {
    let path = facts.roster.units.path(unit?);
    match path.as_slice() {
        [] => None,
        [only] => Some(only.name.clone()),
        [first, .., last] => Some(format!("{}, {}", first.name, last.name)),
    }
}

/// As the first word of a cell.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Lower case, without signs: for any disk.
fn file_stem(kind: &str, name: &PersonName, day: Date) -> String {
    let plain = |text: &str| -> String {
        let text: String = fold(text).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
        text.split_whitespace().collect::<Vec<_>>().join("-")
    };
    let who: String = plain(&name.name).chars().take(60).collect();
    let parts = [plain(kind), who.trim_end_matches('-').to_owned(), day.to_string()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// A column of a table of 72.
pub fn column(words: &Words, id: &str, text: usize, size: Width) -> Column {
    Column::new(official(words.say(id)), text, size)
}
