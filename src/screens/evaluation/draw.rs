//! The page of an evaluation: what is known, then the judgement, then the unit in figures.

use super::facts::{self, Indicator, Line};
use super::{EvaluationScreen, Focus, JUDGEMENT_ROWS, Judging, looks_at, why};
use crate::desk::Desk;
use crate::desk::editor::Editor;
use crate::domain::competency::ExpectationRating;
use crate::domain::evaluation::Judgement;
use crate::domain::goal::GoalStatus;
use crate::domain::language::clean;
use crate::reports::{Tone, evaluations as says, judging as said};
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::evaluations::{guard_rows, spread};
use crate::ui::pace_bar;
use crate::ui::parts::{input, more_below};
use crate::ui::people::full_name;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// From this width on labels and figures have their whole columns.
const WIDE: u16 = 60;
/// The page is no wider than this; beyond it nothing moves.
const PAGE: u16 = 80;

impl Draw for EvaluationScreen {
    fn crumbs(&self, desk: &Desk) -> Vec<String> {
        let period = desk.words.evaluation_period(self.at.period);
        let title = desk.words.with("evaluation-title", &[("period", period.into())]);
        vec![title, full_name(desk, self.at.person)]
    }

    fn corner(&self, desk: &Desk) -> Option<String> {
        let at = self.stops.iter().position(|stop| stop.person == self.at.person)?;
        let args = [("at", (at + 1).into()), ("of", self.stops.len().into())];
        Some(desk.words.with("evaluation-place", &args))
    }

    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, body: Rect) {
        let area = Rect { x: body.x + 2, width: body.width.min(PAGE).saturating_sub(3), ..body };
        canvas.put(area.x, area.y, area.width, &facts::head(self, desk), Role::Dim);
        let rows = self.rows(desk);
        let known = Rect { y: area.y + 1, height: rows.facts as u16, ..area };
        draw_facts(self, desk, canvas, known);
        let below = Rect { y: known.bottom(), height: JUDGEMENT_ROWS as u16, ..area };
        judgement(self, desk, canvas, below);
        for (y, line) in (below.bottom()..).zip(facts::looks(self, desk).into_iter().take(rows.looks)) {
            canvas.put(area.x, y, 1, canvas.glyphs.attention, Role::Attention);
            canvas.put(area.x + 2, y, area.width.saturating_sub(2), &line, Role::Plain);
        }
        if rows.guard > 0 {
            guard(self, desk, canvas, Rect { y: body.bottom().saturating_sub(rows.guard as u16), height: 2, ..area });
        }
    }
}

// --- what is known -------------------------------------------------------------------------------------------------

fn draw_facts(page: &EvaluationScreen, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
    let lines = facts::lines(page, desk);
    let shown = usize::from(area.height);
    let below = lines.len().saturating_sub(page.list.top + shown);
    for (n, line) in lines.iter().skip(page.list.top).take(shown).enumerate() {
        let at = Rect { y: area.y + n as u16, height: 1, ..area };
        match line {
            // What is below is counted at the end of the last line: a remark there would be half covered.
            Line::Heading { text, .. } if below > 0 && n + 1 == shown => {
                canvas.put(at.x, at.y, at.width, text, Role::Strong);
            }
            line => fact(canvas, at, line),
        }
    }
    more_below(desk, canvas, area, below);
}

fn fact(canvas: &mut Canvas<'_>, area: Rect, line: &Line) {
    match line {
        Line::Heading { text, right } => {
            let end = canvas.put(area.x, area.y, area.width, text, Role::Strong);
            let start = match area.width >= WIDE {
                true => canvas.put_right(area.right(), area.y, right, Role::Dim),
                false => area.right(),
            };
            canvas.rule(end + 1, area.y, start.saturating_sub(end + 2), Role::Track);
        }
        Line::Indicator(indicator) => measured(canvas, area, indicator),
        Line::Text(text, tone) => {
            let role = match tone {
                Tone::Alarm => Role::Alarm,
                Tone::Attention => Role::Attention,
                Tone::Dim => Role::Dim,
                _ => Role::Plain,
            };
            canvas.put(area.x, area.y, area.width, text, role);
        }
        Line::Keyed(text, key) => {
            let start = area.right().saturating_sub(clean::width(key) as u16);
            canvas.put_right(area.right(), area.y, key, Role::Dim);
            canvas.put(area.x, area.y, start.saturating_sub(area.x + 1), text, Role::Plain);
        }
    }
}

/// Title, value of target, bar, percent, evidence by sixths of the period.
fn measured(canvas: &mut Canvas<'_>, area: Rect, line: &Indicator) {
    let (sign, role) = match line.word {
        Some(GoalStatus::OnTrack) => (canvas.glyphs.on_pace, Role::Dim),
        Some(GoalStatus::Slipping) => (canvas.glyphs.attention, Role::Attention),
        Some(GoalStatus::OffTrack) => (canvas.glyphs.alarm, Role::Alarm),
        Some(GoalStatus::Done) => (canvas.glyphs.done, Role::Good),
        Some(GoalStatus::Dropped) | None => (" ", Role::Plain),
    };
    canvas.put(area.x, area.y, 1, sign, role);
    let roomy = area.width >= WIDE;
    let dots = area.right().saturating_sub(6);
    if let Some(evidence) = line.evidence {
        spread(canvas, dots, area.y, evidence);
    }
    let percent = dots.saturating_sub(2);
    let mut end = percent;
    if let Some((reached, expected)) = line.share {
        end = percent.saturating_sub(5);
        canvas.put_right(percent, area.y, &format!("{reached}%"), Role::Plain);
        let cells = if roomy { 9 } else { 6 };
        end = end.saturating_sub(cells + 1);
        pace_bar::draw(canvas, end, area.y, cells, reached, expected);
        end = end.saturating_sub(1);
    }
    let title = area.x + if line.inner { 4 } else { 2 };
    if !roomy {
        canvas.put(title, area.y, end.saturating_sub(title + 1), &line.title, Role::Plain);
        return;
    }
    // A value that is a sentence has the room of the bar.
    let right = if line.share.is_some() { end } else { percent };
    let room = right.saturating_sub(title + 1);
    let width = (clean::width(&line.value) as u16).min(room / 2);
    canvas.put(right.saturating_sub(width), area.y, width, &line.value, Role::Dim);
    canvas.put(title, area.y, room.saturating_sub(width), &line.title, Role::Plain);
}

// --- the judgement -------------------------------------------------------------------------------------------------

struct Columns {
    label: u16,
    value: u16,
}

fn judgement(page: &EvaluationScreen, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &desk.words;
    let roomy = area.width >= WIDE;
    let (id, role) =
        if page.rating { ("evaluation-mode", Role::Filled) } else { ("evaluation-judgement-title", Role::Strong) };
    let title = if page.rating { format!(" {} ", words.say(id)) } else { words.say(id) };
    let end = canvas.put(area.x, area.y, area.width, &title, role);
    canvas.rule(end + 1, area.y, area.right().saturating_sub(end + 1), Role::Track);
    let columns = Columns { label: area.x, value: area.x + if roomy { 16 } else { 10 } };
    let judging = looks_at(page, desk);
    let row = |n: u16| Rect { y: area.y + n, height: 1, ..area };
    side(page, desk, canvas, row(1), &columns, Focus::Results, judging.results);
    side(page, desk, canvas, row(2), &columns, Focus::Behaviour, judging.behaviour);
    let pieces = match judging.evidence.len() {
        0 => String::new(),
        count => words.with("evaluation-pieces", &[("count", count.into())]),
    };
    canvas.put_right(area.right(), area.y + 1, &pieces, Role::Dim);
    text(page, desk, canvas, row(3), &columns, Focus::Reason, &judging.reason);
    text(page, desk, canvas, row(4), &columns, Focus::Notes, &judging.notes);
    predicate(page, desk, canvas, row(5), &columns, &judging);
}

fn label(page: &EvaluationScreen, canvas: &mut Canvas<'_>, area: Rect, columns: &Columns, focus: Focus, text: &str) {
    let here = page.rating && page.focus == focus;
    if here {
        canvas.mark(area.x.saturating_sub(2), area.y);
    }
    let width = columns.value.saturating_sub(columns.label + 1);
    canvas.put(columns.label, area.y, width, text, if here { Role::Focus } else { Role::Heading });
}

fn name(desk: &Desk, roomy: bool, focus: Focus) -> String {
    let id = match (focus, roomy) {
        (Focus::Results, true) => "evaluation-results",
        (Focus::Results, false) => "evaluation-results-short",
        (Focus::Behaviour, true) => "evaluation-behaviour",
        (Focus::Behaviour, false) => "evaluation-behaviour-short",
        (Focus::Reason, _) => "field-reason",
        (Focus::Notes, _) => "evaluation-notes",
    };
    desk.words.say(id)
}

/// The three choices while digits rate; else what was chosen.
fn side(
    page: &EvaluationScreen,
    desk: &Desk,
    canvas: &mut Canvas<'_>,
    area: Rect,
    columns: &Columns,
    focus: Focus,
    given: Option<ExpectationRating>,
) {
    let roomy = area.width >= WIDE;
    label(page, canvas, area, columns, focus, &name(desk, roomy, focus));
    if !page.rating {
        let text = given.map_or_else(|| desk.words.say("evaluation-not-yet"), |rating| said::rated(&desk.words, rating));
        let role = if given.is_some() { Role::Strong } else { Role::Dim };
        canvas.put(columns.value, area.y, area.right().saturating_sub(columns.value), &text, role);
        return;
    }
    let mut x = columns.value.saturating_sub(1);
    for rating in [ExpectationRating::Above, ExpectationRating::Meets, ExpectationRating::Below] {
        let word = if roomy { said::rated(&desk.words, rating) } else { desk.words.say(short_id(rating)) };
        let chosen = given == Some(rating);
        // Where nothing but text can be shown, brackets say what is chosen.
        let cell = match chosen && desk.look.plain {
            true => format!("[{word}]"),
            false => format!(" {word} "),
        };
        let role = if chosen { Role::Filled } else { Role::Plain };
        x = canvas.put(x, area.y, area.right().saturating_sub(x), &cell, role) + u16::from(roomy);
    }
}

fn short_id(rating: ExpectationRating) -> &'static str {
    match rating {
        ExpectationRating::Above => "rated-above-short",
        ExpectationRating::Meets => "rated-meets-short",
        ExpectationRating::Below => "rated-below-short",
    }
}

/// Reason or notes with the letter of their reader.
fn text(
    page: &EvaluationScreen,
    desk: &Desk,
    canvas: &mut Canvas<'_>,
    area: Rect,
    columns: &Columns,
    focus: Focus,
    editor: &Editor,
) {
    label(page, canvas, area, columns, focus, &name(desk, area.width >= WIDE, focus));
    let (mark, role) = if focus == Focus::Reason { ("mark-private", Role::Private) } else { ("mark-shared", Role::Plain) };
    canvas.put_right(area.right(), area.y, &desk.words.say(mark), role);
    let width = area.right().saturating_sub(columns.value + 2);
    let focused = page.in_focus(focus);
    if focused {
        return input(canvas, columns.value, area.y, width, editor, true);
    }
    let line = editor.text().lines().next().unwrap_or_default();
    canvas.put(columns.value, area.y, width, line, Role::Plain);
}

/// The predikat of the matrix with its reason, or what it waits for.
fn predicate(
    page: &EvaluationScreen,
    desk: &Desk,
    canvas: &mut Canvas<'_>,
    area: Rect,
    columns: &Columns,
    judging: &Judging,
) {
    let words = &desk.words;
    let label = words.say("evaluation-predicate");
    canvas.put(columns.label, area.y, columns.value.saturating_sub(columns.label + 1), &label, Role::Heading);
    let dossier = desk.office.dossier(page.at.person);
    let found = super::kept(dossier, page.at.period);
    let not = found.filter(|found| matches!(found.judgement, Judgement::NotAssessed { .. }) && !judging.is_begun());
    let source = desk.office.rules.source_of("matrix").map(|source| source.text.clone()).unwrap_or_default();
    let (text, role) = match (why(judging, &desk.office), not) {
        (Some(why), _) => {
            let args = [
                ("predicate", says::predicate_word(words, why.predicate).into()),
                ("results", said::short_rating(words, why.results).into()),
                ("behaviour", said::short_rating(words, why.behaviour).into()),
                ("source", source.into()),
            ];
            (words.with("evaluation-predicate-why", &args), Role::Strong)
        }
        (None, Some(found)) => (says::judgement_text(words, found, &desk.office.rules), Role::Plain),
        (None, None) => match found.filter(|_| !page.rating).and_then(|found| found.predicate(&desk.office.rules)) {
            Some(predicate) => (says::predicate_word(words, predicate), Role::Strong),
            None => (words.with("evaluation-predicate-waits", &[("source", source.into())]), Role::Dim),
        },
    };
    canvas.put(columns.value, area.y, area.right().saturating_sub(columns.value), &text, role);
}

// --- the unit ------------------------------------------------------------------------------------------------------

fn guard(page: &EvaluationScreen, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(guard) = &page.guard else { return };
    guard_rows(desk, guard, canvas, area);
}
