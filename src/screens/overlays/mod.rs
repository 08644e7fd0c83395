//! What lies over a screen: quick capture, palette, find, help, messages, forms, and a reader for long text.

pub mod draw;

use super::assign::AssignBox;
use crate::app::App;
use crate::desk::command::{COMMANDS, Command, Place};
use crate::desk::editor::{Editor, wrap};
use crate::desk::form::Form;
use crate::desk::list::ListState;
use crate::desk::office::Office;
use crate::desk::records::goals::GoalAt;
use crate::domain::competency::self_check::Advice;
use crate::domain::language::clean;
use crate::domain::{Audience, IndicatorId, PersonId, SharedText};
use crate::i18n::{Text, Words};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Overlay {
    Capture(CaptureBox),
    CheckIn(CheckInBox),
    Palette(Chooser),
    Find(Chooser),
    Help(ListState),
    Messages(ListState),
    Settings(ListState),
    Form(Form),
    Assign(AssignBox),
    #[serde(skip)]
    SelfCheck(SelfCheckBox),
    #[serde(skip)]
    Reader(Reader),
}

/// The capture line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaptureBox {
    pub line: Editor,
    /// The person of the screen underneath: the name may be left out.
    pub here: Option<PersonId>,
    /// Chosen by key, stronger than the grammar.
    pub audience: Option<Audience>,
    /// Tags in use, for completion.
    #[serde(skip)]
    pub tags: Vec<String>,
    /// Why the line could not be saved.
    #[serde(skip)]
    pub error: Option<Text>,
}

/// The line of a check-in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckInBox {
    /// Where the line was opened.
    pub at: GoalAt,
    /// The indicator whose value is typed.
    pub indicator: IndicatorId,
    pub line: Editor,
    /// Why the line could not be saved.
    #[serde(skip)]
    pub error: Option<Text>,
}

/// A line to type in and what fits it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Chooser {
    pub query: Editor,
    pub list: ListState,
}

/// Signs of habit in a round of ratings, for the rater alone.
#[derive(Clone, Debug, PartialEq)]
pub struct SelfCheckBox {
    pub advice: Vec<Advice>,
    pub list: ListState,
}

/// Long text to read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reader {
    pub title: Text,
    pub body: String,
    /// What the copy key takes, if the employee may see it.
    pub copy: Option<SharedText>,
    pub top: usize,
}

impl Reader {
    /// Columns of the text on a terminal so wide.
    pub fn width(columns: u16) -> usize {
        usize::from(columns.saturating_sub(2).min(82))
    }

    /// The text as it is wrapped.
    pub fn lines(&self, width: usize) -> Vec<&str> {
        let wrapped = |line| wrap(line, width).into_iter().map(move |range| str::trim_end(&line[range]));
        self.body.lines().flat_map(wrapped).collect()
    }
}

/// Keys that are values and no commands, where a row is rated: for the line of keys and for help.
pub struct ValueKey {
    pub keys: &'static str,
    pub short: &'static str,
    pub long: &'static str,
}

/// Commands that are called something else on a row that is rated, in the order of the line of keys.
pub fn rating_commands(app: &App) -> &'static [(Command, &'static str)] {
    const OF_COMPETENCY: &[(Command, &str)] = &[
        (Command::EditRecord, "rating-key-reason"),
        (Command::OpenRecord, "rating-key-why"),
        (Command::RatingAsk, "rating-key-ask"),
    ];
    const OF_BEHAVIOUR: &[(Command, &str)] = &[
        (Command::EditRecord, "rating-key-note"),
        (Command::PreviousYear, "rating-key-period"),
        (Command::ExpectBehaviour, "rating-key-expect"),
    ];
    match (app.rate_at(), app.behaviour_at()) {
        (Some(_), _) => OF_COMPETENCY,
        (_, Some(_)) => OF_BEHAVIOUR,
        _ => &[],
    }
}

pub fn rating_keys(app: &App) -> &'static [ValueKey] {
    if app.as_of().is_some() {
        return &[];
    }
    const LEVELS: &[ValueKey] = &[
        ValueKey { keys: "1-5", short: "rating-key-level", long: "rating-key-level-long" },
        ValueKey { keys: "x", short: "rating-key-not-observed", long: "rating-key-not-observed-long" },
    ];
    const EXPECTATIONS: &[ValueKey] =
        &[ValueKey { keys: "1-3", short: "rating-key-expectation", long: "rating-key-expectation-long" }];
    match (app.rate_at(), app.behaviour_at()) {
        (Some(_), _) => LEVELS,
        (_, Some(_)) => EXPECTATIONS,
        _ => &[],
    }
}

/// Every command of the screen below with its keys, then what the marks mean.
pub fn help_lines(app: &App) -> Vec<(String, String)> {
    let place = app.screens.top().place();
    let own = rating_keys(app).iter().map(|key| (key.keys.to_owned(), app.words.say(key.long)));
    let listed = COMMANDS.iter().filter(|row| row.places.contains(&place)).filter_map(|row| {
        let keys = app.keymap.keys(row.command);
        let keys: Vec<String> = keys.iter().map(|k| k.short(app.look.ascii)).collect();
        (!keys.is_empty()).then(|| (keys.join(" "), app.words.say(&row.long_message())))
    });
    let mut lines: Vec<(String, String)> = own.chain(listed).collect();
    lines.push((String::new(), String::new()));
    if let super::stack::Screen::Competencies(_) = app.screens.top() {
        lines.extend(heat_marks(app).lines().map(|line| (String::new(), line.to_owned())));
    }
    let marks = if place == Place::Grid { "grid-marks" } else { "help-marks" };
    for line in app.words.say(marks).lines() {
        lines.push((String::new(), line.to_owned()));
    }
    lines
}

/// What the signs of the heat map mean.
fn heat_marks(app: &App) -> String {
    let signs =
        if app.look.ascii { ["v", "^", "-", "1'", "-", "+", "."] } else { ["▼", "▲", "–", "1'", "▽", "△", "·"] };
    let names = ["below", "above", "dash", "stale", "idea_below", "idea_above", "idea_unknown"];
    let args: Vec<_> = names.into_iter().zip(signs).map(|(name, sign)| (name, sign.into())).collect();
    app.words.with("heat-marks", &args)
}

impl Overlay {
    pub fn place(&self) -> Place {
        match self {
            Overlay::Capture(_) => Place::Capture,
            Overlay::CheckIn(_) => Place::CheckIn,
            Overlay::Palette(_) => Place::Palette,
            Overlay::Find(_) => Place::Find,
            Overlay::Help(_) => Place::Help,
            Overlay::Messages(_) => Place::Messages,
            Overlay::Settings(_) => Place::Settings,
            Overlay::Form(_) => Place::Form,
            Overlay::Assign(_) => Place::Assign,
            Overlay::SelfCheck(_) => Place::SelfCheck,
            Overlay::Reader(_) => Place::Reader,
        }
    }
    pub fn in_text(&self) -> bool {
        match self {
            Overlay::Capture(_) | Overlay::CheckIn(_) | Overlay::Palette(_) | Overlay::Find(_) | Overlay::Assign(_) => true,
            Overlay::Form(form) => form.in_text(),
            _ => false,
        }
    }
    pub fn editor(&mut self) -> Option<&mut Editor> {
        match self {
            Overlay::Capture(capture) => Some(&mut capture.line),
            Overlay::CheckIn(open) => Some(&mut open.line),
            Overlay::Palette(chooser) | Overlay::Find(chooser) => Some(&mut chooser.query),
            Overlay::Form(form) => form.editor(),
            _ => None,
        }
    }
    /// Text in it that is worth keeping.
    pub fn has_text(&self) -> bool {
        match self {
            Overlay::Capture(capture) => !capture.line.is_empty(),
            Overlay::CheckIn(open) => !open.line.is_empty(),
            Overlay::Assign(open) => open.is_touched(),
            Overlay::Form(form) => {
                form.fields.iter().any(|f| matches!(&f.input, crate::desk::form::Input::Line(e) if !e.is_empty()))
            }
            _ => false,
        }
    }
}

/// Commands that fit what is typed into the palette, in the order of the table; those of the screen first.
pub fn palette(query: &str, place: Place, words: &Words) -> Vec<Command> {
    let wanted = clean::fold(query);
    let fits = |id: &str, short: &str, long: &str| {
        let hay = clean::fold(&format!("{id} {short} {long}"));
        wanted.split(' ').all(|part| hay.contains(part))
    };
    COMMANDS
        .iter()
        .filter(|row| row.places.contains(&place) && !row.id.starts_with("list."))
        .filter(|row| fits(row.id, &words.say(&row.message()), &words.say(&row.long_message())))
        .map(|row| row.command)
        .collect()
}

/// People that fit what is typed into find: those whose name starts a word with it first.
pub fn find(query: &str, office: &Office) -> Vec<PersonId> {
    let wanted = clean::fold(query);
    if wanted.is_empty() {
        return office.roster.team(Default::default()).take(200).map(|r| r.id).collect();
    }
    let mut found: Vec<(bool, String, PersonId)> = office
        .roster
        .rows()
        .iter()
        .filter_map(|row| {
            let name = row.name.key();
            let unit = clean::fold(office.roster.units.name(row.unit));
            let nip = row.nip.as_ref().map_or("", |n| n.as_str());
            let hit = |part: &str| name.contains(part) || unit.contains(part) || nip.starts_with(part);
            if !wanted.split(' ').all(hit) {
                return None;
            }
            let starts = name.split(' ').any(|word| wanted.split(' ').next().is_some_and(|w| word.starts_with(w)));
            Some((!starts, name, row.id))
        })
        .collect();
    found.sort();
    found.into_iter().take(200).map(|(_, _, id)| id).collect()
}
