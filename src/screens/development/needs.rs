//! Needs: one row a topic with the people who need it, one a person below it with the origins. How urgent it is only the
//! supervisor says, by a key.

use super::table::{Cell, Cells, Column, column, count, dim, name, plain, sign};
use super::{DevelopmentScreen, Row};
use crate::desk::Desk;
use crate::desk::records::needs::DevelopAt;
use crate::domain::development::need::{Need, Origin, Urgency};
use crate::domain::development::sum::Topic;
use crate::reports::Tone;
use crate::reports::development::subject;

pub const COLUMNS: &[Column] = &[
    column("head-need", 0).left().keeps(),
    column("head-people", 9).left(),
    column("head-gap", 8),
    column("head-wish", 6),
    column("head-plan", 8).keeps(),
    column("head-urgency", 10).keeps(),
];

/// People that stand as squares; more are only counted.
const SQUARES: usize = 5;

pub fn rows(screen: &DevelopmentScreen) -> Vec<Row> {
    let mut out = Vec::new();
    for topic in screen.team.topics() {
        let mark = topic.subject.mark();
        let at = DevelopAt::Topic(mark);
        out.push(Row::At(at));
        if screen.is_unfolded(at) {
            out.extend(screen.team.of_topic(mark).map(|need| Row::At(DevelopAt::Need(need.person, mark))));
        }
    }
    let aside: Vec<&Need> = screen.team.needs.iter().filter(|need| need.aside.is_some()).collect();
    if !aside.is_empty() {
        out.push(Row::Heading("development-aside", aside.len()));
        out.extend(aside.iter().map(|need| Row::At(DevelopAt::Need(need.person, need.subject.mark()))));
    }
    out
}

pub fn headline(desk: &Desk, screen: &DevelopmentScreen) -> Vec<Cell> {
    let (words, topics) = (&desk.words, screen.team.topics());
    let unplanned = topics.iter().filter(|topic| topic.planned.is_empty()).count();
    let today = desk.office.today;
    let due = screen.team.people.iter().filter_map(|id| desk.office.dossier(*id)).map(|d| d.due_checks(today).len());
    let due: usize = due.sum();
    let mut out = Vec::new();
    if due > 0 {
        out.push((words.with("development-checks-due", &[("count", due.into())]), Tone::Attention));
    }
    out.push(plain(words.with("development-needs", &[("count", topics.len().into())])));
    if unplanned > 0 {
        out.push(plain(words.with("development-unplanned", &[("count", unplanned.into())])));
    }
    if screen.team.unread > 0 {
        out.push(dim(words.with("development-unread", &[("count", screen.team.unread.into())])));
    }
    out
}

pub fn cells(desk: &Desk, screen: &DevelopmentScreen, at: DevelopAt) -> Option<Cells> {
    match at {
        DevelopAt::Topic(mark) => {
            let topic = screen.team.topic(mark)?;
            Some(of_topic(desk, &topic, screen.is_unfolded(at)))
        }
        DevelopAt::Need(person, mark) => {
            let found = |need: &&Need| need.person == person && need.subject.mark() == mark;
            let need = screen.team.needs.iter().find(found)?;
            Some(of_person(desk, need))
        }
        _ => None,
    }
}

fn of_topic(desk: &Desk, topic: &Topic, unfolded: bool) -> Cells {
    let fold = if unfolded { sign(desk, "▾", "-") } else { sign(desk, "▸", "+") };
    let title = format!("{fold} {}", subject(&desk.words, &desk.office.roster.catalogue, &topic.subject));
    let plan = match topic.planned.len() {
        0 if topic.is_overlooked(&desk.office.rules.development) => (desk.words.say("development-none"), Tone::Attention),
        0 => dim(desk.words.say("development-none")),
        n => plain(n.to_string()),
    };
    let cells = vec![
        plain(title),
        plain(squares(desk, topic.people.len())),
        gap(desk, topic.levels as usize),
        count(topic.wishing.len()),
        plan,
        urgency(desk, topic.urgency),
    ];
    Cells { indent: 0, cells }
}

/// `▼4`, and nothing where no level is missing.
fn gap(desk: &Desk, levels: usize) -> Cell {
    if levels == 0 { dim("·") } else { plain(format!("{}{levels}", sign(desk, "▼", "v"))) }
}

fn squares(desk: &Desk, people: usize) -> String {
    let (full, none) = (sign(desk, "■", "#"), sign(desk, "·", "."));
    let shown = people.min(SQUARES);
    format!("{}{} {people}", full.repeat(shown), none.repeat(SQUARES - shown))
}

fn urgency(desk: &Desk, urgency: Option<Urgency>) -> Cell {
    match urgency {
        None => dim("·"),
        Some(Urgency::High) => (desk.words.say("urgency-high"), Tone::Attention),
        Some(other) => plain(desk.words.say(&format!("urgency-{}", other.id()))),
    }
}

/// One person's need: where it comes from in signs, whether it is planned. What is the supervisor's alone says so.
fn of_person(desk: &Desk, need: &Need) -> Cells {
    let mut origins: Vec<String> = Vec::new();
    for audible in &need.origins {
        let said = match &audible.origin {
            Origin::Gap { levels, .. } => format!("{}{levels}", sign(desk, "▼", "v")),
            Origin::CareerTarget { levels, .. } => format!("{}{levels}", sign(desk, "▽", "c")),
            Origin::Correction { times, .. } => format!("-{times}"),
            Origin::Wish { .. } => sign(desk, "“”", "\"\"").to_owned(),
            Origin::NoEffect { times, .. } => format!("{}{times}", sign(desk, "○", "o")),
            Origin::MissedTarget { .. } => sign(desk, "◇", "<>").to_owned(),
        };
        origins.push(said);
    }
    let private = !need.may_be_named();
    let wished = need.has("wish");
    let plan = match (need.plan.len(), &need.aside) {
        (_, Some(_)) => dim(desk.words.say("development-set-aside")),
        (0, None) => dim(desk.words.say("development-none")),
        (n, None) => plain(n.to_string()),
    };
    let mark = if private { format!(" {}", desk.words.say("mark-private")) } else { String::new() };
    let cells = vec![
        plain(format!("{}{mark}", name(desk, need.person))),
        dim(origins.join(" ")),
        gap(desk, usize::from(need.levels())),
        count(usize::from(wished)),
        plan,
        urgency(desk, need.urgency),
    ];
    Cells { indent: 4, cells }
}
