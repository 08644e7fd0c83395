//! Mentoring: running pairs with their topics and talks, new people for whom one is proposed, pairs that ended. Of what
//! the two talk about only what they give to be written.

use super::table::{Cell, Cells, Column, column, dim, name, plain, short_name, sign};
use super::{DevelopmentScreen, Row};
use crate::desk::Desk;
use crate::desk::office::Office;
use crate::desk::records::needs::DevelopAt;
use crate::domain::PersonId;
use crate::domain::development::MentoringPair;
use crate::domain::development::learning::is_new;
use crate::domain::development::mentoring::TopicState;
use crate::reports::Tone;
use crate::reports::development::story::mentor;

pub const COLUMNS: &[Column] = &[
    column("head-pair", 0).left().keeps(),
    column("head-topics", 10).left(),
    column("head-talks", 5),
    column("head-next-talk", 10),
    column("head-until", 13).keeps(),
];

pub fn rows(screen: &DevelopmentScreen, office: &Office) -> Vec<Row> {
    let (mut running, mut ended, mut newcomers) = (vec![], vec![], vec![]);
    for dossier in screen.team.people.iter().filter_map(|id| office.dossier(*id)) {
        let person = dossier.id();
        for pair in &dossier.pairs {
            if pair.is_running() { &mut running } else { &mut ended }.push((pair.until, person, pair.id, pair));
        }
        let new = is_new(dossier.person.since, office.today, &office.rules.development);
        if new && dossier.pairs.is_empty() {
            newcomers.push(DevelopAt::Newcomer(person));
        }
    }
    running.sort_by_key(|(until, person, id, _)| (until.is_none(), *until, *person, *id));
    ended.sort_by_key(|(.., pair)| std::cmp::Reverse((pair.ended_on(), pair.id)));
    let mut out = Vec::new();
    for (_, person, id, pair) in &running {
        let at = DevelopAt::Pair(*person, *id);
        out.push(Row::At(at));
        if screen.is_unfolded(at) {
            out.extend(parts(*person, pair));
        }
    }
    if !newcomers.is_empty() {
        out.push(Row::Heading("development-newcomers", newcomers.len()));
        out.extend(newcomers.into_iter().map(Row::At));
    }
    if !ended.is_empty() {
        out.push(Row::Heading("development-pairs-ended", ended.len()));
        out.extend(ended.iter().map(|(_, person, id, _)| Row::At(DevelopAt::Pair(*person, *id))));
    }
    out
}

/// Topics, then talks by their day.
fn parts(person: PersonId, pair: &MentoringPair) -> impl Iterator<Item = Row> {
    let topics = (0..pair.topics.len()).map(move |n| DevelopAt::PairTopic(person, pair.id, n as u16));
    let talks = pair.talks.iter().map(move |talk| DevelopAt::Talk(person, pair.id, talk.on));
    topics.chain(talks).map(Row::At)
}

pub fn headline(desk: &Desk, screen: &DevelopmentScreen) -> Vec<Cell> {
    let (words, today) = (&desk.words, desk.office.today);
    let pairs = screen.team.people.iter().filter_map(|id| desk.office.dossier(*id)).flat_map(|d| &d.pairs);
    let (mut running, mut over) = (0usize, 0usize);
    for pair in pairs.filter(|pair| pair.is_running()) {
        running += 1;
        over += usize::from(pair.is_over(today));
    }
    let mut out = Vec::new();
    if over > 0 {
        out.push((words.with("development-pairs-over", &[("count", over.into())]), Tone::Attention));
    }
    out.push(plain(words.with("development-pairs", &[("count", running.into())])));
    out
}

pub fn cells(desk: &Desk, at: DevelopAt) -> Option<Cells> {
    let person = at.person()?;
    let dossier = desk.office.dossier(person)?;
    Some(match at {
        DevelopAt::Pair(_, id) => of_pair(desk, dossier.pair(id)?),
        DevelopAt::PairTopic(_, id, n) => {
            let topic = dossier.pair(id)?.topics.get(usize::from(n))?;
            let (mark, tone) = match topic.state {
                TopicState::NotYet => (sign(desk, "○", "o"), Tone::Plain),
                TopicState::Running => (sign(desk, "●", "*"), Tone::Plain),
                TopicState::Enough => (sign(desk, "✓", "v"), Tone::Good),
            };
            let since = topic.since.map(|day| desk.words.near_day(day, desk.office.today)).unwrap_or_default();
            let state = (desk.words.say(&format!("topic-state-{}", topic.state.id())), tone);
            let cells = vec![plain(format!("{mark} {}", topic.text)), state, plain(""), plain(""), dim(since)];
            Cells { indent: 4, cells }
        }
        DevelopAt::Talk(_, id, day) => {
            let talk = dossier.pair(id)?.talks.iter().find(|talk| talk.on == day)?;
            let mark = if talk.held { sign(desk, "✓", "v") } else { sign(desk, "○", "o") };
            let done = talk.done.as_ref().map(|words| words.get().clone()).unwrap_or_default();
            let late = !talk.held && talk.on < desk.office.today;
            let when = desk.words.near_day(talk.on, desk.office.today);
            let tone = if late { Tone::Attention } else { Tone::Plain };
            let text = format!("{mark} {when}  {done}").trim_end().to_owned();
            let state = if talk.held { "talk-held" } else { "talk-planned" };
            let cells = vec![plain(text), plain(""), plain(""), plain(""), (desk.words.say(state), tone)];
            Cells { indent: 4, cells }
        }
        DevelopAt::Newcomer(_) => {
            let since = desk.words.near_day(dossier.person.since, desk.office.today);
            let cells = vec![plain(name(desk, person)), plain(""), plain(""), plain(""), dim(since)];
            Cells { indent: 0, cells }
        }
        _ => return None,
    })
}

fn of_pair(desk: &Desk, pair: &MentoringPair) -> Cells {
    let (words, today, progress) = (&desk.words, desk.office.today, pair.progress());
    let named = |id: PersonId| short_name(desk, id);
    let arrow = sign(desk, "→", "->");
    let title = format!("{} {arrow} {}", mentor(&pair.mentor, &named), short_name(desk, pair.person));
    let args = [("enough", progress.enough.into()), ("of", progress.topics.into())];
    let until = match (pair.is_running(), pair.until) {
        (true, Some(day)) if day < today => {
            let days = crate::domain::period::days_between(day, today);
            (words.with("due-overdue", &[("days", days.into())]), Tone::Attention)
        }
        (true, Some(day)) => plain(words.near_day(day, today)),
        (true, None) => dim("·"),
        (false, _) => dim(words.say(&format!("pair-state-{}", pair.state.id()))),
    };
    let next = pair.next_talk().filter(|_| pair.is_running());
    let next = next.map_or_else(
        || dim("·"),
        |day| (words.near_day(day, today), if day < today { Tone::Attention } else { Tone::Plain }),
    );
    let topics = words.with("development-topics", &args);
    let cells = vec![plain(title), plain(topics), plain(progress.held.to_string()), next, until];
    Cells { indent: 0, cells }
}
