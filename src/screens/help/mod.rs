//! The help of one screen: the legend of its signs first, then its commands by group, then the pages of `bina help`.
//! What is typed narrows it; what is chosen is run, or read.

pub mod commands;
pub mod draw;

use crate::desk::Desk;
use crate::desk::command::{COMMANDS, Command, Group, Place};
use crate::desk::editor::Editor;
use crate::desk::list::ListState;
use crate::domain::language::clean;
use crate::help::{TOPICS, Topic};
use crate::i18n::Text;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HelpPage {
    #[serde(default)]
    pub query: Editor,
    /// The chosen one among what can be run or read.
    pub list: ListState,
    /// The screen that it explains.
    #[serde(default)]
    pub below: Place,
    /// Commands that are not possible there, with the reason; learnt when it was opened.
    #[serde(skip)]
    pub impossible: Vec<(Command, Text)>,
}

/// One line of the page.
pub enum Line {
    Heading(String),
    /// What a sign means.
    Legend(String),
    /// A command with its keys.
    Command(Command, String),
    Topic(&'static Topic),
    Blank,
}

impl Line {
    /// It can be chosen.
    pub fn is_choice(&self) -> bool {
        matches!(self, Line::Command(..) | Line::Topic(_))
    }
}

/// Everything that fits what is typed, under its headings.
pub fn lines(desk: &Desk, page: &HelpPage) -> Vec<Line> {
    let wanted = clean::fold(page.query.text().trim());
    let fits = |text: &str| {
        let hay = clean::fold(text);
        wanted.split(' ').all(|part| hay.contains(part))
    };
    let mut sections: Vec<(&str, Vec<Line>)> = vec![("help-legend", legend(desk, page.below))];
    for (heading, group) in [
        ("verbs-session", Some(Group::Session)),
        ("verbs-note", Some(Group::Note)),
        ("verbs-paper", Some(Group::Paper)),
        ("verbs-person", Some(Group::Person)),
        ("verbs-list", Some(Group::List)),
        ("help-keys", None),
        ("verbs-program", Some(Group::Program)),
    ] {
        sections.push((heading, of_group(desk, page.below, group)));
    }
    sections.push(("help-pages", TOPICS.iter().map(Line::Topic).collect()));
    let mut out: Vec<Line> = Vec::new();
    for (heading, found) in sections {
        let kept: Vec<Line> = found.into_iter().filter(|line| fits(&said(desk, line))).collect();
        if kept.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(Line::Blank);
        }
        out.push(Line::Heading(desk.words.say(heading)));
        out.extend(kept);
    }
    out
}

/// The words of a line, as they are looked for.
pub fn said(desk: &Desk, line: &Line) -> String {
    let words = &desk.words;
    match line {
        Line::Heading(text) | Line::Legend(text) => text.clone(),
        Line::Command(command, keys) => {
            let spec = command.spec();
            let also = spec.also_message();
            let also = if words.has(&also) { words.say(&also) } else { String::new() };
            format!("{keys} {} {} {also}", words.say(&spec.message()), words.say(&spec.long_message()))
        }
        Line::Topic(topic) => words.with("help-topic", &[("name", topic.name(words.lang()).into())]),
        Line::Blank => String::new(),
    }
}

/// The commands of a group at a place with the keys that lead to them.
fn of_group(desk: &Desk, place: Place, group: Option<Group>) -> Vec<Line> {
    let covered = |command| COMMANDS.iter().any(|row| row.through.is_some() && row.covers(command));
    let here = COMMANDS.iter().filter(|row| row.places.contains(&place) && !covered(row.command));
    here.filter(|row| row.menu.map(|(found, _)| found) == group)
        .filter_map(|row| {
            let keys = match row.through {
                Some(_) => desk.keymap.span(row, desk.look.ascii),
                None => desk.keymap.way(row.command, desk.look.ascii),
            };
            Some(Line::Command(row.command, keys?))
        })
        .collect()
}

fn legend(desk: &Desk, place: Place) -> Vec<Line> {
    let mut text = String::new();
    if matches!(place, Place::Competencies | Place::Rating) {
        text = format!("{}\n", heat_marks(desk));
    }
    text.push_str(&desk.words.say(if place == Place::Month { "grid-marks" } else { "help-marks" }));
    text.lines().map(|line| Line::Legend(line.to_owned())).collect()
}

/// What the signs of the heat map mean.
fn heat_marks(desk: &Desk) -> String {
    let signs =
        if desk.look.ascii { ["v", "^", "-", "1'", "-", "+", "."] } else { ["▼", "▲", "–", "1'", "▽", "△", "·"] };
    let names = ["below", "above", "dash", "stale", "idea_below", "idea_above", "idea_unknown"];
    let args: Vec<_> = names.into_iter().zip(signs).map(|(name, sign)| (name, sign.into())).collect();
    desk.words.with("heat-marks", &args)
}
