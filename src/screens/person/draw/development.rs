//! A person's development: hours, steps of the plan, needs without one, pairs and what was learnt; below the whole story of
//! the selected line.

use crate::desk::Desk;
use crate::desk::WIDE;
use crate::desk::records::needs::{DevelopAt, ProposalView};
use crate::domain::Dossier;
use crate::domain::development::hours::jp_of_year;
use crate::reports::development::{jp_line, subject};
use crate::screens::development::draw::{put_story, role};
use crate::screens::development::plans;
use crate::screens::development::table::{Cell, count, dim, plain};
use crate::screens::person::{Entry, PersonScreen, STORY_ROWS};
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// Columns of the word for what a line is.
const WHAT: u16 = 11;
/// Way, time, check and state.
const RIGHT: [u16; 4] = [14, 9, 10, 11];

pub fn draw(desk: &Desk, page: &PersonScreen, dossier: &Dossier, canvas: &mut Canvas<'_>, area: Rect) {
    let rules = &desk.shown().rules.development;
    let year = desk.shown().today.year();
    let jp = jp_of_year(&dossier.learning, &dossier.sessions, dossier.person.kind, year, rules);
    canvas.put(area.x + 2, area.y, area.width.saturating_sub(3), &jp_line(&desk.words, &jp), Role::Plain);
    let beside = area.width >= WIDE;
    let story = if beside || area.height < STORY_ROWS as u16 + 6 { 0 } else { STORY_ROWS as u16 };
    let width = if beside { 82 } else { area.width };
    let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2 + story), width, ..area };
    if page.entries.is_empty() {
        let text = Rect { x: list.x + 3, width: list.width.saturating_sub(6), ..list };
        canvas.paragraph(text, &desk.words.say("person-no-development"), Role::Plain);
        return;
    }
    for (i, entry) in page.entries.iter().skip(page.list.top).take(usize::from(list.height)).enumerate() {
        let Entry::Develop(at) = entry else { continue };
        let line = Rect { y: list.y + i as u16, height: 1, ..list };
        row(desk, dossier, *at, canvas, line, Some(*entry) == page.selected);
    }
    let Some(Entry::Develop(at)) = page.selected else { return };
    let team = crate::desk::records::needs::Team::of_one(dossier, desk.shown());
    let lines = desk.development_lines(at, &team, &ProposalView::default());
    if beside {
        let x = list.right() + 2;
        put_story(canvas, Rect { x, width: area.right().saturating_sub(x + 1), ..area }, &lines, false);
    } else if story > 0 {
        let below = Rect { x: area.x + 2, y: list.bottom(), width: area.width.saturating_sub(3), height: story };
        put_story(canvas, below, &lines, true);
    }
}

fn row(desk: &Desk, dossier: &Dossier, at: DevelopAt, canvas: &mut Canvas<'_>, area: Rect, chosen: bool) {
    let Some((what, title, cells)) = said(desk, dossier, at) else { return };
    if chosen {
        canvas.mark(area.x, area.y);
    }
    let narrow = area.width < 60;
    let mut right = area.right().saturating_sub(1);
    // From the right: the state stays on a narrow terminal, the others give way.
    for (cell, width) in cells.iter().zip(RIGHT).rev().take(if narrow { 1 } else { 4 }) {
        let x = right.saturating_sub(width);
        canvas.put(x, area.y, width, &cell.0, role(cell.1));
        right = x.saturating_sub(1);
    }
    let x =
        if narrow { area.x + 2 } else { canvas.put(area.x + 2, area.y, WHAT - 1, &what, Role::Dim).max(area.x + 2 + WHAT) };
    canvas.put(x, area.y, right.saturating_sub(x), &title, if chosen { Role::Chosen } else { Role::Plain });
}

/// What it is, its name, and the cells at the right.
fn said(desk: &Desk, dossier: &Dossier, at: DevelopAt) -> Option<(String, String, Vec<Cell>)> {
    let (words, today) = (&desk.words, desk.shown().today);
    let catalogue = &desk.shown().roster.catalogue;
    Some(match at {
        DevelopAt::Item(_, id) => {
            let item = dossier.item(id)?;
            (words.say("development-what-step"), item.name().to_owned(), plans::of_item(desk, item))
        }
        DevelopAt::Need(_, mark) => {
            let need = crate::desk::records::needs::need_at(dossier.id(), mark, desk.shown())?;
            let urgency = need.urgency.map(|u| words.say(&format!("urgency-{}", u.id())));
            let levels = count(usize::from(need.levels()));
            let state = urgency.map_or_else(|| dim(words.say("development-none")), plain);
            let title = subject(words, catalogue, &need.subject);
            (words.say("development-what-need"), title, vec![plain(""), levels, plain(""), state])
        }
        DevelopAt::Pair(_, id) => {
            let pair = dossier.pair(id)?;
            let progress = pair.progress();
            let args = [("enough", progress.enough.into()), ("of", progress.topics.into())];
            let until = pair.until.map_or_else(|| dim("·"), |day| plain(words.near_day(day, today)));
            let state = plain(words.say(&format!("pair-state-{}", pair.state.id())));
            let cells = vec![plain(words.with("development-topics", &args)), plain(""), until, state];
            (words.say("development-what-pair"), pair.topic_words(), cells)
        }
        DevelopAt::Learning(_, id) => {
            let record = dossier.learning_record(id)?;
            let jp = words.with("proposal-jp", &[("count", i64::from(record.jp).into())]);
            let state = dim(words.say(&format!("verified-{}", record.verification.id())));
            let cells = vec![dim(record.organiser.clone()), plain(jp), dim(words.near_day(record.until, today)), state];
            (words.say("development-what-learnt"), record.title.clone(), cells)
        }
        _ => return None,
    })
}
