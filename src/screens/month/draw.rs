//! The grid of goals: a value and a sign of its pace in each cell, and below all that is known of the one under the
//! cursor.

use super::{MonthScreen, Typed};
use crate::desk::Desk;
use crate::desk::grid::{Cells, Layout};
use crate::desk::records::goals::GoalAt;
use crate::domain::Number;
use crate::domain::goal::plan::Standing;
use crate::domain::goal::{Indicator, Measure, Verdict};
use crate::domain::language::clean;
use crate::i18n::Arg;
use crate::reports::goals as says;
use crate::screens::OnTop;
use crate::screens::draw::Draw;
use crate::ui::canvas::{Canvas, fit_name};
use crate::ui::glyphs::Glyphs;
use crate::ui::grid::{Face, Faces};
use crate::ui::theme::Role;
use jiff::civil::Date;
use ratatui::layout::Rect;

impl Draw for MonthScreen {
    fn crumbs(&self, desk: &Desk) -> Vec<String> {
        vec![desk.words.say(&format!("place-{}", self.below.id())), desk.words.say("place-grid")]
    }

    fn corner(&self, desk: &Desk) -> Option<String> {
        Some(day(desk, self))
    }

    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, body: Rect) {
        let layout = super::commands::layout(desk);
        if self.table.rows.is_empty() {
            return empty(desk, self, canvas, body);
        }
        let goals = Goals { desk, screen: self, day: self.day(desk.office.today), glyphs: canvas.glyphs };
        let under = crate::ui::grid::draw(canvas, body, &layout, &self.grid, &goals);
        let foot = Rect { y: body.bottom().saturating_sub(layout.foot as u16), height: layout.foot as u16, ..body };
        below(&goals, canvas, foot);
        if let (Some(place), true, Some(typed)) = (under, self.in_text(), &self.typed) {
            field(canvas, body, place, typed);
        }
    }
}

fn empty(desk: &Desk, screen: &MonthScreen, canvas: &mut Canvas<'_>, body: Rect) {
    let text = match &screen.people {
        None => desk.words.say("notice-loading"),
        Some(people) if people.is_empty() => desk.words.say("grid-nobody"),
        Some(_) => desk.words.with("grid-nothing", &[("day", screen.day(desk.office.today).into())]),
    };
    let area = Rect { x: body.x + 3, y: body.y + 1, width: body.width.saturating_sub(6), height: body.height };
    canvas.paragraph(area, &text, Role::Plain);
}

/// Which day the values are of.
pub fn day(desk: &Desk, screen: &MonthScreen) -> String {
    match screen.month {
        None => desk.words.with("grid-today", &[("day", desk.office.today.into())]),
        Some(day) => desk.words.with("grid-month", &[("day", day.into())]),
    }
}

/// Over the cell, and as far to its right as the text is long.
fn field(canvas: &mut Canvas<'_>, body: Rect, place: Rect, typed: &Typed) {
    let wanted = clean::width(typed.line.text()) as u16 + 3;
    let right = body.right().saturating_sub(1);
    let width = wanted.max(place.width).min(right.saturating_sub(Layout::MARK));
    let x = place.x.min(right.saturating_sub(width));
    canvas.clear(Rect { x, width, ..place });
    canvas.put(x, place.y, 1, "[", Role::Chosen);
    canvas.put(x + width - 1, place.y, 1, "]", Role::Chosen);
    crate::ui::parts::input(canvas, x + 1, place.y, width.saturating_sub(2), &typed.line, true);
}

/// The whole of the cell under the cursor: what is measured, and what holds; or what is understood of what is typed.
fn below(goals: &Goals<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let (desk, screen) = (goals.desk, goals.screen);
    if area.height > 2 {
        canvas.rule(area.x + 1, area.y, area.width.saturating_sub(2), Role::Dim);
    }
    let lines = Rect { x: area.x + 1, y: area.bottom().saturating_sub(2), width: area.width.saturating_sub(2), height: 2 };
    let Some(at) = screen.cell.filter(|_| !screen.table.is_unread(screen.grid.row())) else {
        canvas.put(lines.x, lines.y, lines.width, &desk.words.say("notice-loading"), Role::Dim);
        return;
    };
    goals.with(at, |standing| {
        let typed = screen.typed.as_ref().filter(|typed| typed.at == at);
        if let Some(error) = typed.and_then(|typed| typed.error.as_ref()) {
            let text = desk.words.text(error);
            let short = clean::width(&text) <= usize::from(lines.width);
            let from = if short { Rect { y: lines.y + 1, height: 1, ..lines } } else { lines };
            canvas.paragraph(from, &text, Role::Attention);
            if !short {
                return;
            }
        }
        let x = canvas.put(lines.x, lines.y, lines.width, &standing.indicator.title, Role::Strong);
        let measure = format!(" · {}", says::measure_line(&desk.words, standing.indicator));
        canvas.put(x, lines.y, lines.right().saturating_sub(x), &measure, Role::Plain);
        match typed {
            Some(typed) if typed.error.is_none() => understood(goals.screen, desk, canvas, lines, standing.indicator, typed),
            Some(_) => {}
            None => held(goals, canvas, lines, standing),
        }
    });
}

fn understood(
    screen: &MonthScreen,
    desk: &Desk,
    canvas: &mut Canvas<'_>,
    lines: Rect,
    indicator: &Indicator,
    typed: &Typed,
) {
    let Ok(entry) = screen.entry(desk, typed) else {
        canvas.put(lines.x, lines.y + 1, lines.width, &desk.words.say("check-in-grammar"), Role::Dim);
        return;
    };
    let mut x = lines.x;
    for (text, role) in crate::ui::goal_rows::understood(desk, indicator, &entry) {
        x = canvas.put(x, lines.y + 1, lines.right().saturating_sub(x), &format!("[{text}]"), role) + 1;
    }
}

/// Progress and pace, then the value with its day and what was written beside it.
fn held(goals: &Goals<'_>, canvas: &mut Canvas<'_>, lines: Rect, standing: &Standing<'_>) {
    let words = &goals.desk.words;
    let (mut x, y) = (lines.x, lines.y + 1);
    let Some(last) = standing.check_ins.last() else {
        canvas.put(x, y, lines.width, &words.say("goals-unmeasured"), Role::Dim);
        return;
    };
    if let Some(verdict) = standing.verdict(&goals.desk.office.rules) {
        let role = crate::ui::goal_rows::verdict_role(verdict);
        let progress = says::progress_text(words, standing.progress);
        let text = format!("{} {progress} · {}", sign(goals.glyphs, verdict), says::verdict_word(words, verdict));
        x = canvas.put(x, y, lines.width, &text, role);
        x = canvas.put(x, y, 3, " · ", Role::Dim);
    }
    let line = says::check_in_line(words, standing.indicator, last);
    canvas.put(x, y, lines.right().saturating_sub(x), &line, Role::Plain);
}

/// The computed pace as a sign.
fn sign(glyphs: Glyphs, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Reached => glyphs.done,
        Verdict::OnPace => glyphs.on_pace,
        Verdict::Slipping => glyphs.attention,
        Verdict::Behind => glyphs.alarm,
    }
}

// --- what stands where -------------------------------------------------------------------------------------------

struct Goals<'a> {
    desk: &'a Desk,
    screen: &'a MonthScreen,
    day: Date,
    glyphs: Glyphs,
}

impl Goals<'_> {
    /// Looks a cell up, as it stood on the day.
    fn with<T>(&self, at: GoalAt, say: impl FnOnce(&Standing<'_>) -> T) -> Option<T> {
        let dossier = self.desk.office.dossier(at.person)?;
        let result = dossier.result(at.result)?;
        let indicator = result.indicator(at.indicator?)?;
        Some(say(&Standing::of(result, indicator, &dossier.check_ins, self.day)))
    }

    fn is_of_the_month(&self, day: Date) -> bool {
        day.first_of_month() == self.day.first_of_month()
    }

    fn face(&self, standing: &Standing<'_>) -> Face {
        let verdict = standing.verdict(&self.desk.office.rules);
        let (sign, sign_role) = match verdict {
            Some(verdict) => (sign(self.glyphs, verdict), crate::ui::goal_rows::verdict_role(verdict)),
            None => (" ", Role::Plain),
        };
        let Some(last) = standing.check_ins.last() else {
            return Face { value: self.glyphs.dash.to_owned(), role: Role::Dim, sign, sign_role };
        };
        let role = if self.is_of_the_month(last.on) { Role::Plain } else { Role::Dim };
        let value = match standing.value {
            Some(value) => self.value(standing.indicator, value),
            None => self.desk.words.day_month(last.on).trim_start().to_owned(),
        };
        Face { value, role, sign, sign_role }
    }

    /// Short enough for a cell: the unit stands in the head.
    fn value(&self, indicator: &Indicator, value: Number) -> String {
        match &indicator.measure {
            Measure::YesNo => says::value_text(&self.desk.words, indicator, value),
            Measure::Milestones { steps } => format!("{}/{}", self.desk.words.decimal(value), steps.len()),
            _ => crate::ui::goal_rows::short(self.desk, value),
        }
    }
}

impl Cells for Goals<'_> {
    fn rows(&self) -> usize {
        self.screen.table.rows()
    }
    fn columns(&self) -> usize {
        self.screen.table.columns()
    }
    fn applies(&self, row: usize, column: usize) -> bool {
        self.screen.table.applies(row, column)
    }
    fn is_unread(&self, row: usize) -> bool {
        self.screen.table.is_unread(row)
    }
}

impl Faces for Goals<'_> {
    fn group(&self, column: usize) -> &str {
        self.screen.table.columns.get(column).map_or("", |c| &c.result)
    }
    fn head(&self, column: usize) -> (&str, &str) {
        self.screen.table.columns.get(column).map_or(("", ""), |c| (&c.title, &c.unit))
    }
    /// How many values of the month are there, of how many.
    fn name(&self, row: usize, width: usize) -> (String, String) {
        let Some(row) = self.screen.table.rows.get(row) else { return Default::default() };
        let name = self.desk.office.row(row.person).map(|r| fit_name(&r.name, width, self.glyphs.ellipsis));
        let Some(cells) = &row.cells else { return (name.unwrap_or_default(), self.glyphs.ellipsis.to_owned()) };
        let fresh = |standing: &Standing<'_>| standing.check_ins.last().is_some_and(|c| self.is_of_the_month(c.on));
        let done = cells.iter().filter(|(_, at)| self.with(*at, fresh) == Some(true)).count();
        (name.unwrap_or_default(), format!("{done}/{}", cells.len()))
    }
    fn names(&self) -> String {
        self.desk.words.say("column-name")
    }
    fn cell(&self, row: usize, column: usize) -> Option<Face> {
        self.with(self.screen.table.goal_at(row, column)?, |standing| self.face(standing))
    }
    fn part(&self, from: usize, to: usize, of: usize) -> String {
        let number = |n: usize| Arg::Word(n.to_string());
        self.desk.words.with("grid-part", &[("from", number(from)), ("to", number(to)), ("of", number(of))])
    }
}
