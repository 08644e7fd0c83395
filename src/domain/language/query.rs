//! The filter language of `/`, of the command line and of walks. Words of both languages are always understood.
//!
//! ```text
//! lubis arsip        both, each as any part of name with titles, position, unit, NIP, tag, kind or state
//! "pelayanan umum"   words that belong together
//! #arsip             a tag that begins so
//! unit:pelayanan     only there; also name: position: nip: status: and nama: jabatan: (tag: is #)
//! terlambat          a state, see [`State`]; also overdue
//! sasaran:melenceng  a state of the goals; also goal:off. Its words: melenceng, tersendat, lewat-hari, jatuh-tempo,
//!                    nilai-lama, target-kosong, tanpa-rencana
//! gap:ada            a state of the competencies; also kesenjangan:ada, gap:any. Its words: ada-kesenjangan,
//!                    kesenjangan-besar, belum-dinilai, tanpa-standar; behind the colon any part of them is enough
//! -cuti              everybody but those
//! ```
//!
//! Only filters: the order is the list's. Never fails: what isn't understood is a part of a word.

use super::clean::fold;
use crate::domain::competency::GapCount;
use crate::domain::goal::{GoalFacts, GoalStatus, Verdict};
use crate::domain::{Attention, Due, PersonStatus, Reason, RosterRow, RuleSet};
use jiff::civil::Date;

/// What somebody wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Term>,
    /// What stands before a colon and is no key.
    unknown: Option<String>,
}

impl Query {
    pub fn parse(text: &str) -> Self {
        let words = words(text);
        let mut terms = Vec::new();
        let mut rest = words.as_slice();
        while let Some((first, after)) = rest.split_first() {
            // `hari ini` is one state, and `-hari ini` everybody but those.
            let (sign, bare) = first.strip_prefix('-').map_or(("", first.as_str()), |rest| ("-", rest));
            let pair = after.first().map(|second| format!("{bare}-{second}")).filter(|pair| !states(pair, true).is_empty());
            rest = if pair.is_some() { &after[1..] } else { after };
            let word = pair.map_or_else(|| first.clone(), |pair| format!("{sign}{pair}"));
            terms.extend(Term::parse(&word));
        }
        let unknown = words.iter().find_map(|word| unknown_key(word));
        Query { terms, unknown }
    }

    /// A word before a colon that is no key of the language: to be said, for it is looked for as a word.
    pub fn unknown_key(&self) -> Option<&str> {
        self.unknown.as_deref()
    }

    /// Wants everybody.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    pub fn matches(&self, haystack: &Haystack) -> bool {
        self.terms.iter().all(|term| term.wants(haystack) != term.negated)
    }
}

/// What a query looks at in one row, folded once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Haystack {
    /// The fields in the order of [`Field`], each ended by [`END`].
    text: String,
    /// Where each field ends.
    ends: [u32; FIELDS],
    states: States,
}

/// Stands in no folded text.
const END: char = '\u{1f}';

impl Haystack {
    /// Made anew when the row, the standards or the day change. `gaps` as the tally of competencies counts them.
    pub fn of(
        row: &RosterRow,
        attention: &Attention,
        gaps: Option<GapCount>,
        unit_name: &str,
        rules: &RuleSet,
        today: Date,
    ) -> Self {
        let states = States::of(row, attention, gaps, rules, today);
        let mut haystack = Haystack { states, ..Haystack::default() };
        let tags: Vec<String> = row.tags.iter().map(|tag| format!("#{tag}")).collect();
        let said: Vec<&str> =
            STATES.iter().filter(|(s, _)| states.has(*s)).flat_map(|(_, words)| words.iter().copied()).collect();
        let fields = [
            bare(&row.name.full()),
            bare(row.position.as_deref().unwrap_or_default()),
            bare(unit_name),
            row.nip.as_ref().map(|nip| nip.as_str().to_owned()).unwrap_or_default(),
            bare(&tags.join(" ")),
            bare(&format!("{} {} {}", row.kind.label(), row.rank.as_deref().unwrap_or_default(), said.join(" "))),
        ];
        for (field, end) in fields.iter().zip(&mut haystack.ends) {
            haystack.text.push_str(field);
            *end = u32::try_from(haystack.text.len()).unwrap_or(u32::MAX);
            haystack.text.push(END);
        }
        haystack
    }

    fn field(&self, field: Field) -> &str {
        let i = field as usize;
        let from = if i == 0 { 0 } else { self.ends[i - 1] as usize + 1 };
        self.text.get(from..self.ends[i] as usize).unwrap_or_default()
    }
}

/// Where a person stands, as a filter asks for it. The words are in [`STATES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The session is late.
    Overdue,
    Today,
    /// Due within the near future, today included.
    Soon,
    /// A session is begun and not closed.
    Open,
    Leave,
    Retired,
    Left,
    Probation,
    /// A promise of the supervisor's own is overdue.
    Promise,
    /// An action of the employee is overdue.
    Action,
    Unpraised,
    Postponed,
    Missed,
    /// No session yet.
    NeverMet,
    /// Lines wait for the next session.
    Agenda,
    /// A goal is off track: by the supervisor's word, else far behind by its pace.
    GoalOffTrack,
    GoalSlipping,
    /// The day of a goal has passed.
    GoalLate,
    GoalSoon,
    /// A goal asks for a new value.
    GoalOld,
    /// A target of the running plan has to be set.
    GoalOpen,
    /// No plan is in effect.
    NoPlan,
    /// A competency is below what the position requires.
    Gap,
    /// Two levels or more below.
    GapLarge,
    /// Something required was never rated, or too long ago.
    Unrated,
    /// Nothing is required of the position, or there is none.
    NoStandard,
}

/// Those that `sasaran:` and `goal:` look at.
const OF_GOALS: [State; 7] = [
    State::GoalOffTrack,
    State::GoalSlipping,
    State::GoalLate,
    State::GoalSoon,
    State::GoalOld,
    State::GoalOpen,
    State::NoPlan,
];

/// Those that `kesenjangan:` and `gap:` look at.
const OF_GAPS: [State; 4] = [State::Gap, State::GapLarge, State::Unrated, State::NoStandard];

/// The words for each state, first Indonesian, then English; a space may stand for the dash.
pub const STATES: [(State, &[&str]); 26] = [
    (State::Overdue, &["terlambat", "overdue", "late"]),
    (State::Today, &["hari-ini", "today"]),
    (State::Soon, &["pekan-ini", "minggu-ini", "segera", "soon", "this-week"]),
    (State::Open, &["terbuka", "draf", "open", "draft"]),
    (State::Leave, &["cuti", "leave"]),
    (State::Retired, &["pensiun", "retired"]),
    (State::Left, &["pindah", "left"]),
    (State::Probation, &["percobaan", "probation"]),
    (State::Promise, &["janji", "promise"]),
    (State::Action, &["tindak-lanjut", "action"]),
    (State::Unpraised, &["belum-dipuji", "unpraised"]),
    (State::Postponed, &["ditunda", "postponed"]),
    (State::Missed, &["terlewat", "missed"]),
    (State::NeverMet, &["belum-pernah", "never-met"]),
    (State::Agenda, &["agenda", "agenda"]),
    (State::GoalOffTrack, &["melenceng", "off-track"]),
    (State::GoalSlipping, &["tersendat", "slipping"]),
    (State::GoalLate, &["lewat-hari", "past-due"]),
    (State::GoalSoon, &["jatuh-tempo", "due-soon"]),
    (State::GoalOld, &["nilai-lama", "old-value"]),
    (State::GoalOpen, &["target-kosong", "open-target"]),
    (State::NoPlan, &["tanpa-rencana", "no-plan"]),
    (State::Gap, &["ada-kesenjangan", "any-gap"]),
    (State::GapLarge, &["kesenjangan-besar", "large-gap"]),
    (State::Unrated, &["belum-dinilai", "unrated"]),
    (State::NoStandard, &["tanpa-standar", "no-standard"]),
];

/// A set of states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct States(u32);

impl States {
    fn of(row: &RosterRow, attention: &Attention, gaps: Option<GapCount>, rules: &RuleSet, today: Date) -> Self {
        let reason = |wanted: fn(&Reason) -> bool| attention.reasons.iter().any(wanted);
        let mut all = States::default();
        let mut set = |state: State, holds: bool| {
            if holds {
                all.0 |= 1 << state as u32;
            }
        };
        // A talk that was begun and left is late, too.
        set(State::Overdue, attention.late > 0);
        set(State::Today, attention.due == Due::Today);
        set(State::Soon, matches!(attention.due, Due::Today | Due::Soon(_)));
        set(State::Open, row.open_session);
        set(State::Leave, attention.due == Due::Suspended);
        set(State::Retired, matches!(row.status, PersonStatus::Retired { .. }));
        set(State::Left, matches!(row.status, PersonStatus::Left { .. }));
        set(State::Probation, reason(|r| matches!(r, Reason::Probation { .. })));
        set(State::Promise, reason(|r| matches!(r, Reason::MyPromisesOverdue { .. })));
        set(State::Action, reason(|r| matches!(r, Reason::TheirActionsOverdue { .. })));
        set(
            State::Unpraised,
            reason(|r| matches!(r, Reason::NoPraise { .. } | Reason::NoPraiseOnRecord { .. } | Reason::NeverPraised)),
        );
        set(State::Postponed, row.postponed > 0);
        set(State::Missed, row.missed > 0);
        set(State::NeverMet, row.last_session.is_none() && row.status.in_service());
        set(State::Agenda, row.open_agenda > 0);
        set(State::GoalOffTrack, reason(|r| matches!(r, Reason::GoalsBehind { .. })));
        set(State::GoalLate, reason(|r| matches!(r, Reason::GoalsLate { .. })));
        set(State::GoalSoon, reason(|r| matches!(r, Reason::GoalsDue { .. })));
        set(State::GoalOld, reason(|r| matches!(r, Reason::CheckInsOld { .. })));
        set(State::GoalOpen, reason(|r| matches!(r, Reason::TargetsOpen { .. })));
        let slips = |goal: &&GoalFacts| match goal.word {
            Some(word) => word == GoalStatus::Slipping,
            None => goal.verdict(rules, today) == Some(Verdict::Slipping),
        };
        set(State::GoalSlipping, row.is_here(today) && row.goals_on(today).iter().any(slips));
        set(State::NoPlan, row.plan_in_effect(today).is_none() && row.status.in_service());
        let gaps = gaps.filter(|_| row.status.in_service());
        set(State::Gap, gaps.is_some_and(|count| count.short > 0));
        set(State::GapLarge, gaps.is_some_and(|count| count.largest > 1));
        set(State::Unrated, gaps.is_some_and(|count| count.unknown > 0));
        set(State::NoStandard, gaps.is_none() && row.status.in_service());
        all
    }
    fn has(self, state: State) -> bool {
        self.0 & (1 << state as u32) != 0
    }
    fn meets(self, other: States) -> bool {
        self.0 & other.0 != 0
    }
    fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The states of goals whose words begin so.
fn goal_states(word: &str) -> States {
    let all = states(word, false);
    States(OF_GOALS.iter().fold(0, |set, state| set | 1 << *state as u32) & all.0)
}

/// The states of competencies a part of whose words begins so.
fn gap_states(word: &str) -> States {
    let fits = |name: &&str| name.starts_with(word) || name.split('-').any(|part| part.starts_with(word));
    let fitting = STATES.iter().filter(|(state, names)| OF_GAPS.contains(state) && names.iter().any(fits));
    States(fitting.fold(0, |all, (state, _)| all | 1 << *state as u32))
}

/// The states that a word means, or those whose words begin so.
fn states(word: &str, whole: bool) -> States {
    let fits = |name: &&str| if whole { *name == word } else { name.starts_with(word) };
    let fitting = STATES.iter().filter(|(_, names)| names.iter().any(&fits));
    States(fitting.fold(0, |all, (state, _)| all | 1 << *state as u32))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Name,
    Position,
    Unit,
    Nip,
    Tags,
    Other,
}
const FIELDS: usize = Field::Other as usize + 1;

impl Field {
    fn named(word: &str) -> Option<Self> {
        Some(match word {
            "nama" | "name" => Field::Name,
            "jabatan" | "position" => Field::Position,
            "unit" => Field::Unit,
            "nip" => Field::Nip,
            _ => return None,
        })
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    negated: bool,
    wanted: Wanted,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Wanted {
    /// A part of any field.
    Part(String),
    /// A state named in full, or else a part of a field that has to do with no state.
    Named(States, String),
    In(Field, String),
    /// The beginning of a tag, with its `#`.
    Tag(String),
    State(States),
}

impl Term {
    /// `None` for what says nothing yet: `-`, `#`, `unit:`.
    fn parse(word: &str) -> Option<Self> {
        let (negated, word) = word.strip_prefix('-').map_or((false, word), |rest| (true, rest));
        let wanted = match word.split_once(':') {
            Some((_, "")) => return None,
            Some(("status" | "state", state)) => Wanted::State(states(&state.replace(' ', "-"), false)),
            Some(("sasaran" | "goal" | "goals", state)) => Wanted::State(goal_states(&state.replace(' ', "-"))),
            Some(("kesenjangan" | "gap" | "gaps", state)) => Wanted::State(gap_states(&state.replace(' ', "-"))),
            Some(("tag", tag)) => Wanted::Tag(format!("#{tag}")),
            Some((field, part)) if Field::named(field).is_some() => Wanted::In(Field::named(field)?, part.to_owned()),
            _ if word.is_empty() || word == "#" => return None,
            _ if word.starts_with('#') => Wanted::Tag(word.to_owned()),
            _ => match states(&word.replace(' ', "-"), true) {
                none if none.is_empty() => Wanted::Part(word.to_owned()),
                state if negated => Wanted::State(state),
                state => Wanted::Named(state, word.replace('-', " ")),
            },
        };
        Some(Term { negated, wanted })
    }

    fn wants(&self, haystack: &Haystack) -> bool {
        match &self.wanted {
            Wanted::Part(part) => haystack.text.contains(part.as_str()),
            Wanted::Named(states, part) => {
                let named = haystack.text.get(..haystack.ends[Field::Tags as usize] as usize).unwrap_or_default();
                haystack.states.meets(*states) || named.contains(part.as_str())
            }
            Wanted::In(field, part) => haystack.field(*field).contains(part.as_str()),
            Wanted::Tag(tag) => haystack.field(Field::Tags).contains(tag.as_str()),
            Wanted::State(states) => haystack.states.meets(*states),
        }
    }
}

/// The part before the colon, if it reads like a key and is none.
fn unknown_key(word: &str) -> Option<String> {
    const KEYS: [&str; 9] = ["status", "state", "sasaran", "goal", "goals", "kesenjangan", "gap", "gaps", "tag"];
    let (key, value) = word.strip_prefix('-').unwrap_or(word).split_once(':')?;
    let reads = !key.is_empty() && key.chars().all(char::is_alphabetic) && !value.is_empty() && !value.starts_with("//");
    (reads && !KEYS.contains(&key) && Field::named(key).is_none()).then(|| key.to_owned())
}

/// Folded words; quotes keep words together, also behind a colon.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in bare(text).chars() {
        match c {
            '"' | '“' | '”' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().into_iter().for_each(|word| word.push(c)),
        }
    }
    words.retain(|word| !word.trim().is_empty());
    words
}

/// Folded and without apostrophes, which nobody types.
fn bare(text: &str) -> String {
    fold(text).replace('\'', "")
}

#[cfg(test)]
mod tests;
