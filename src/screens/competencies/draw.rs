//! Competencies of everybody: the heat map with its sums, the same by competency and by unit, and below it the words
//! of what the cursor is on. Nothing is said by colour alone: signs stand beside the levels.

mod levels;

use self::levels::level_lines;
use super::heat_map::{Cell, HeatMap};
use super::{CompetenciesScreen, Direction, Group, Line, SUM, list_rows};
use crate::desk::Desk;
use crate::desk::grid::Layout;
use crate::desk::records::ratings::RateAt;
use crate::domain::competency::tally::Mark;
use crate::domain::competency::{Competency, Gap, GapCount, Level, current, job_match, standings};
use crate::domain::language::clean;
use crate::domain::people::roster::Scope;
use crate::domain::{PersonId, UnitId};
use crate::i18n::Arg;
use crate::reports::competencies as says;
use crate::screens::draw::Draw;
use crate::ui::canvas::{Canvas, fit_name};
use crate::ui::theme::Role;
use ratatui::layout::Rect;

impl Draw for CompetenciesScreen {
    fn corner(&self, _desk: &Desk) -> Option<String> {
        None
    }

    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, body: Rect) {
        top(desk, self, canvas, Rect { height: 1, ..body });
        if self.map.people.is_empty() {
            let id = if self.filter.is_empty() { "heat-empty" } else { "team-no-match" };
            let area = Rect {
                x: body.x + 3,
                y: body.y + 2,
                width: body.width.saturating_sub(6),
                height: body.height.saturating_sub(2),
            };
            canvas.paragraph(area, &desk.words.say(id), Role::Plain);
            return;
        }
        match self.group {
            Group::Person => {
                let layout = self.layout(desk);
                let map = Drawn { desk, screen: self, layout, area: body };
                map.draw(canvas);
                foot(&map, canvas);
            }
            Group::Competency | Group::Unit => lines(desk, self, canvas, body),
        }
    }
}

/// Counts; while filtering, the filter; while rating, what keys do.
fn top(desk: &Desk, screen: &CompetenciesScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let (words, right) = (&desk.words, area.right().saturating_sub(1));
    let mut x = area.x + 1;
    if screen.rating {
        x = canvas.put(x, area.y, area.width, &words.say("heat-rating"), Role::Focus) + 1;
        let arrow = match (screen.direction, desk.look.ascii) {
            (Direction::Right, false) => "→",
            (Direction::Down, false) => "↓",
            (Direction::Right, true) => ">",
            (Direction::Down, true) => "v",
        };
        let keys = words.with("heat-rating-keys", &[("direction", arrow.into())]);
        canvas.put(x, area.y, right.saturating_sub(x), &keys, Role::Dim);
        return;
    }
    if screen.filtering || !screen.filter.is_empty() {
        x = canvas.put(x, area.y, area.width, "/ ", Role::Key);
        crate::ui::parts::input(canvas, x, area.y, area.width.saturating_sub(4), &screen.filter, screen.filtering);
        if screen.filter.is_empty() {
            canvas.put(x + 2, area.y, right.saturating_sub(x + 2), &words.say("heat-filter"), Role::Dim);
        }
        return;
    }
    let map = &screen.map;
    if screen.scope == Scope::Everybody {
        let text = words.with("team-everybody", &[("count", Arg::Word(words.number(map.people.len() as i64)))]);
        x = canvas.put(x, area.y, area.width, &text, Role::Dim) + 3;
    }
    let parts = [
        (map.whole.short, "heat-gaps", canvas.glyphs.below[0], Role::Strong),
        (map.whole.unknown, "heat-unknown", canvas.glyphs.dash, Role::Plain),
        (map.positions_without, "heat-positions-without", canvas.glyphs.below[1], Role::Plain),
    ];
    for (count, id, sign, role) in parts.into_iter().filter(|(count, ..)| *count > 0) {
        let text = format!("{sign} {}", words.with(id, &[("count", count.into())]));
        x = canvas.put(x, area.y, right.saturating_sub(x), &text, role) + 3;
    }
}

// --- the map -----------------------------------------------------------------------------------------------------

struct Drawn<'a> {
    desk: &'a Desk,
    screen: &'a CompetenciesScreen,
    layout: Layout,
    area: Rect,
}

impl Drawn<'_> {
    fn map(&self) -> &HeatMap {
        &self.screen.map
    }

    fn draw(&self, canvas: &mut Canvas<'_>) {
        self.heads(canvas);
        let (grid, people) = (&self.screen.grid, &self.map().people);
        let first = self.area.y + self.layout.heads as u16;
        let mut y = first;
        for (at, row) in people.iter().enumerate().skip(grid.rows.top).take(self.layout.rows) {
            let chosen = at == grid.row();
            self.label(canvas, y, chosen, |width| self.name(row.person, width, canvas_ellipsis(self.desk)), Role::Plain);
            for (nth, column) in self.columns() {
                if let Some(cell) = row.cells.get(column).and_then(Option::as_ref) {
                    self.cell(canvas, nth, y, cell);
                }
            }
            self.person_sum(canvas, y, row.count.as_ref());
            if chosen {
                self.brackets(canvas, y);
            }
            y += 1;
        }
        self.sums(canvas, y);
        self.separators(canvas, y);
    }

    /// The columns on the page, each with its place.
    fn columns(&self) -> impl Iterator<Item = (usize, usize)> {
        let from = self.screen.grid.columns.top;
        (from..self.map().columns.len().min(from + self.layout.columns)).enumerate()
    }

    fn x(&self, nth: usize) -> u16 {
        self.area.x + self.layout.cell_at(nth)
    }

    /// Where the column of sums begins: behind the last competency on the page.
    fn sum_x(&self) -> u16 {
        self.x(self.columns().count())
    }

    fn heads(&self, canvas: &mut Canvas<'_>) {
        let (words, y) = (&self.desk.words, self.area.y + 1);
        let x = self.area.x + Layout::MARK;
        canvas.put(x, y, self.layout.name.saturating_sub(2), &words.say("column-name"), Role::Heading);
        let (grid, catalogue) = (&self.screen.grid, &self.desk.office.roster.catalogue);
        for (nth, column) in self.columns() {
            let found = catalogue.competency(&self.map().columns[column].id);
            let short = found.map_or("", |c| words.wording(&c.short));
            let here = column == grid.column();
            canvas.put(self.x(nth) + 1, y, 3, short, if here { Role::Chosen } else { Role::Heading });
        }
        if grid.columns.top > 0 {
            canvas.put(self.x(0).saturating_sub(1), y, 1, canvas.glyphs.back, Role::Strong);
        }
        if grid.columns.top + self.layout.columns < self.map().columns.len() {
            canvas.put(self.sum_x(), y, 1, canvas.glyphs.next, Role::Strong);
        }
        canvas.put_right(self.sum_x() + SUM - 1, y, &words.say("heat-gap"), Role::Heading);
    }

    fn label(&self, canvas: &mut Canvas<'_>, y: u16, chosen: bool, text: impl Fn(usize) -> String, role: Role) {
        if chosen {
            canvas.mark(self.area.x + 1, y);
        }
        let width = self.layout.name.saturating_sub(1);
        let text = text(usize::from(width));
        canvas.put(self.area.x + Layout::MARK, y, width, &text, if chosen { Role::Chosen } else { role });
    }

    fn name(&self, person: PersonId, width: usize, ellipsis: &str) -> String {
        self.desk.office.row(person).map(|row| fit_name(&row.name, width, ellipsis)).unwrap_or_default()
    }

    fn cell(&self, canvas: &mut Canvas<'_>, nth: usize, y: u16, cell: &Cell) {
        let x = self.x(nth) + 2;
        let (text, role, sign) = face(canvas, cell);
        canvas.put(x, y, 1, &text, role);
        canvas.put(x + 1, y, 1, sign, role);
    }

    fn person_sum(&self, canvas: &mut Canvas<'_>, y: u16, count: Option<&GapCount>) {
        let (text, role) = gaps(canvas, count);
        canvas.put_right(self.sum_x() + SUM - 1, y, &text, role);
    }

    /// How many people have a gap, by competency.
    fn sums(&self, canvas: &mut Canvas<'_>, y: u16) {
        let (grid, map) = (&self.screen.grid, self.map());
        let chosen = grid.row() == map.people.len();
        self.label(canvas, y, chosen, |_| self.desk.words.say("heat-sum"), Role::Heading);
        for (nth, column) in self.columns() {
            let short = map.sums.get(column).map_or(0, |sum| sum.short);
            let text = if short == 0 { canvas.glyphs.none.to_owned() } else { short.to_string() };
            let role = if short == 0 { Role::Dim } else { Role::Strong };
            // Hundreds need the blank at the left too.
            canvas.put_right(self.x(nth) + 3, y, &text, role);
        }
        canvas.put_right(self.sum_x() + SUM - 1, y, &gaps(canvas, Some(&map.whole)).0, Role::Strong);
        if chosen {
            self.brackets(canvas, y);
        }
    }

    /// Around the cell under the cursor.
    fn brackets(&self, canvas: &mut Canvas<'_>, y: u16) {
        let grid = &self.screen.grid;
        let (from, to) = match grid.column() {
            column if column == self.map().columns.len() => (self.sum_x(), self.sum_x() + SUM - 1),
            column => {
                let x = self.x(column.saturating_sub(grid.columns.top));
                (x + 1, x + 4)
            }
        };
        canvas.put(from, y, 1, "[", Role::Chosen);
        canvas.put(to, y, 1, "]", Role::Chosen);
        canvas.cursor = Some((from + 1, y));
    }

    /// Kinds of competencies stand apart, and so do the sums.
    fn separators(&self, canvas: &mut Canvas<'_>, last: u16) {
        let columns = &self.map().columns;
        let parted = self.columns().filter(|(nth, at)| *nth > 0 && columns[*at].kind != columns[*at - 1].kind);
        let mut places: Vec<u16> = parted.map(|(nth, _)| self.x(nth)).collect();
        if self.screen.grid.columns.top + self.layout.columns >= columns.len() {
            places.push(self.sum_x());
        }
        for x in places {
            for y in self.area.y + 1..=last {
                if canvas.buffer.cell((x, y)).is_some_and(|cell| cell.symbol() == " ") {
                    canvas.put(x, y, 1, canvas.glyphs.bar, Role::Dim);
                }
            }
        }
    }
}

fn canvas_ellipsis(desk: &Desk) -> &'static str {
    crate::ui::glyphs::Glyphs::new(desk.look).ellipsis
}

/// The level, its colour, and the sign of the gap: also what stands for it where there is no level.
fn face(canvas: &Canvas<'_>, cell: &Cell) -> (String, Role, &'static str) {
    let glyphs = canvas.glyphs;
    let source = usize::from(cell.suggested);
    match (cell.level, cell.gap()) {
        (None, _) if cell.suggested => (glyphs.none.to_owned(), Role::Dim, " "),
        (None, _) => (glyphs.dash.to_owned(), Role::Dim, " "),
        (Some((level, _)), _) if cell.stale => (level.to_string(), Role::Dim, "'"),
        (Some((level, _)), Gap::Short(1)) => (level.to_string(), Role::Attention, glyphs.below[source]),
        (Some((level, _)), Gap::Short(_)) => (level.to_string(), Role::Alarm, glyphs.below[source]),
        (Some((level, _)), Gap::Surplus(_)) => (level.to_string(), Role::Good, glyphs.above[source]),
        (Some((level, _)), _) => (level.to_string(), Role::Plain, " "),
    }
}

/// `▼2` for two gaps, a dot for none, a dash without a standard or where nothing is known.
pub fn gaps(canvas: &Canvas<'_>, count: Option<&GapCount>) -> (String, Role) {
    match count {
        None => (canvas.glyphs.dash.to_owned(), Role::Dim),
        Some(count) if count.unknown == count.required => (canvas.glyphs.dash.to_owned(), Role::Dim),
        Some(count) if count.short == 0 => (canvas.glyphs.none.to_owned(), Role::Dim),
        Some(count) => {
            let role = if count.largest > 1 { Role::Alarm } else { Role::Attention };
            (format!("{}{}", canvas.glyphs.below[0], count.short), role)
        }
    }
}

// --- words below the map -----------------------------------------------------------------------------------------

fn foot(drawn: &Drawn<'_>, canvas: &mut Canvas<'_>) {
    let (desk, screen, map) = (drawn.desk, drawn.screen, drawn.map());
    let height = drawn.layout.foot as u16;
    let area = drawn.area;
    let mut lines =
        Rect { x: area.x + 1, y: area.bottom().saturating_sub(height), width: area.width.saturating_sub(2), height };
    if height > 2 {
        canvas.rule(lines.x, lines.y, lines.width, Role::Dim);
        lines = Rect { y: lines.y + 1, height: height - 1, ..lines };
    }
    let spot = screen.at.clone().unwrap_or_default();
    let catalogue = &desk.office.roster.catalogue;
    match (spot.person, spot.competency) {
        (Some(person), Some(id)) => {
            let cell = map.cell(screen.grid.row(), screen.grid.column());
            if let (Some(competency), Some(cell)) = (catalogue.competency(&id), cell) {
                cell_words(desk, canvas, lines, person, competency, cell, screen.rating);
            }
        }
        (Some(person), None) => {
            person_words(desk, canvas, lines, person, map.people.get(screen.grid.row()).and_then(|r| r.count))
        }
        (None, Some(id)) => {
            let column = screen.grid.column();
            let name = says::name(&desk.words, catalogue, &id);
            let sum = map.sums.get(column).copied().unwrap_or_default();
            below(canvas, lines, &name, &says::count_line(&desk.words, &sum), &who(desk, map, column));
        }
        (None, None) => {
            let people = desk.words.with("heat-people", &[("count", map.people.len().into())]);
            let left_out = match map.without_standard {
                0 => String::new(),
                count => desk.words.with("heat-left-out", &[("count", count.into())]),
            };
            below(canvas, lines, &people, &says::count_line(&desk.words, &map.whole), &left_out);
        }
    }
}

/// A strong beginning, what is said of it, and a text on the lines below.
fn below(canvas: &mut Canvas<'_>, lines: Rect, name: &str, said: &str, text: &str) {
    let x = canvas.put(lines.x, lines.y, lines.width, name, Role::Strong);
    let room = lines.right().saturating_sub(x);
    let fits = clean::width(said) + 3 <= usize::from(room) || lines.height < 2;
    let next = if fits {
        canvas.put(x, lines.y, room, &format!(" · {said}"), Role::Plain);
        lines.y + 1
    } else {
        canvas.paragraph(Rect { y: lines.y + 1, height: lines.height - 1, ..lines }, said, Role::Plain)
    };
    canvas.paragraph(Rect { y: next, height: lines.bottom().saturating_sub(next), ..lines }, text, Role::Plain);
}

fn cell_words(
    desk: &Desk,
    canvas: &mut Canvas<'_>,
    lines: Rect,
    person: PersonId,
    competency: &Competency,
    cell: &Cell,
    rating: bool,
) {
    let words = &desk.words;
    let today = desk.office.today;
    let number = |level: Level| Arg::Number(i64::from(level.number()));
    let mut parts = vec![match cell.required {
        Some(level) if cell.suggested => words.with("heat-suggested", &[("level", number(level))]),
        Some(level) => words.with("heat-required", &[("level", number(level))]),
        None => words.say("heat-free"),
    }];
    parts.push(match cell.level {
        Some((level, on)) => {
            let id = if cell.stale { "heat-current-stale" } else { "heat-current" };
            words.with(id, &[("level", number(level)), ("day", words.near_day(on, today).into())])
        }
        None => words.say("heat-unrated"),
    });
    if let Some(dossier) = desk.office.dossier(person) {
        let catalogue = &desk.office.roster.catalogue;
        let standing = current::standing(dossier, &competency.id, catalogue, &desk.office.rules, today);
        let looked = standing.not_observed.map(|on| words.near_day(on, today));
        parts.extend(looked.map(|day| words.with("heat-looked", &[("day", day.into())])));
        parts.extend(standing.previous.map(|p| words.with("heat-previous", &[("level", number(p.level))])));
        parts.extend(standing.own.map(|own| words.with("heat-own", &[("level", number(own.level))])));
        parts.push(says::evidence_text(words, standing.evidence.count));
    }
    let at = RateAt { person, competency: Mark::of(&competency.id) };
    if let Some(standing) = desk.standing_at(at).filter(|_| rating && lines.height > 3) {
        return level_lines(desk, canvas, lines, at, &standing, competency, &parts.join(" · "));
    }
    let shown = cell.level.map(|(level, _)| level).or(cell.required);
    let anchor = shown.map(|level| says::level_text(words, competency, level)).unwrap_or_default();
    below(canvas, lines, words.wording(&competency.name), &parts.join(" · "), &anchor);
}

fn person_words(desk: &Desk, canvas: &mut Canvas<'_>, lines: Rect, person: PersonId, count: Option<GapCount>) {
    let words = &desk.words;
    let Some(row) = desk.office.row(person) else { return };
    let position = row.position.as_deref();
    let said = count.map_or_else(|| words.say("heat-no-standard"), |count| says::count_line(words, &count));
    let matched = desk.office.dossier(person).filter(|_| count.is_some()).map(|dossier| {
        let standings = standings(dossier, &desk.office.roster.catalogue, &desk.office.rules, desk.office.today);
        match job_match::job_match(&standings, position, &desk.office.rules) {
            Some(matched) => says::match_line(words, &matched, &desk.office.rules),
            None => words.say("heat-no-match"),
        }
    });
    let text = matched.unwrap_or_else(|| position.unwrap_or_default().to_owned());
    below(canvas, lines, &row.name.name, &said, &text);
}

/// Names of those with a gap, the largest first.
fn who(desk: &Desk, map: &HeatMap, column: usize) -> String {
    let names: Vec<String> = map.short_in(column).into_iter().take(20).map(|(id, levels)| named(desk, id, levels)).collect();
    if names.is_empty() {
        String::new()
    } else {
        desk.words.with("heat-short-people", &[("names", names.join(", ").into())])
    }
}

fn named(desk: &Desk, person: PersonId, levels: u8) -> String {
    let name = desk.office.row(person).map(|row| row.name.name.clone()).unwrap_or_default();
    if levels > 1 { format!("{name} −{levels}") } else { name }
}

// --- by competency and by unit -----------------------------------------------------------------------------------

/// Widths of the columns of figures.
const FIGURE: u16 = 10;

fn lines(desk: &Desk, screen: &CompetenciesScreen, canvas: &mut Canvas<'_>, body: Rect) {
    let (words, map) = (&desk.words, &screen.map);
    let by_unit = screen.group == Group::Unit;
    let figures: &[&str] = if by_unit {
        &["heat-column-people", "heat-column-short", "heat-column-levels", "heat-column-unknown", "heat-column-none"]
    } else {
        &["heat-column-short", "heat-column-levels", "heat-column-surplus", "heat-column-unknown"]
    };
    let name_id = if by_unit { "heat-column-unit" } else { "heat-column-name" };
    let shown = usize::from(body.width.saturating_sub(24) / FIGURE).clamp(1, figures.len());
    let figures = &figures[..shown];
    let widest = if by_unit { 48 } else { 34 };
    let name = body.width.saturating_sub(4 + FIGURE * shown as u16).min(widest);
    let figure_x = |nth: usize| body.x + 3 + name + FIGURE * (nth as u16 + 1);
    let who_x = figure_x(shown - 1) + 2;
    canvas.put(body.x + 3, body.y + 1, name, &words.say(name_id), Role::Heading);
    for (nth, id) in figures.iter().enumerate() {
        canvas.put_right(figure_x(nth), body.y + 1, &words.say(id), Role::Heading);
    }
    if !by_unit && body.right() > who_x + 12 {
        canvas.put(who_x, body.y + 1, 12, &words.say("heat-column-who"), Role::Heading);
    }
    let units = if by_unit { map.by_unit() } else { vec![] };
    let rows = list_rows(usize::from(body.height));
    for (at, line) in screen.lines.iter().enumerate().skip(screen.list.top).take(rows) {
        let y = body.y + 2 + (at - screen.list.top) as u16;
        let chosen = at == screen.list.selected;
        if chosen {
            canvas.mark(body.x + 1, y);
        }
        let (title, numbers) = figures_of(desk, map, &units, *line);
        canvas.put(body.x + 3, y, name.saturating_sub(1), &title, if chosen { Role::Chosen } else { Role::Plain });
        for (nth, number) in numbers.iter().enumerate().take(shown) {
            let text = if *number == 0 { canvas.glyphs.none.to_owned() } else { words.number(*number as i64) };
            let short = figures[nth] == "heat-column-short" && *number > 0;
            let role = if short {
                Role::Attention
            } else if *number == 0 {
                Role::Dim
            } else {
                Role::Plain
            };
            let text = if short { format!("{}{text}", canvas.glyphs.below[0]) } else { text };
            canvas.put_right(figure_x(nth), y, &text, role);
        }
        if let (Line::Competency(column), true) = (line, body.right() > who_x + 12) {
            let names: Vec<String> = map.short_in(*column).into_iter().take(12).map(|(id, n)| named(desk, id, n)).collect();
            canvas.put(who_x, y, body.right().saturating_sub(who_x + 1), &names.join(", "), Role::Plain);
        }
    }
    line_words(desk, screen, canvas, body, &units);
}

type UnitLine = (Option<UnitId>, super::heat_map::UnitCount);

fn figures_of(desk: &Desk, map: &HeatMap, units: &[UnitLine], line: Line) -> (String, Vec<usize>) {
    match line {
        Line::Competency(column) => {
            let sum = map.sums.get(column).copied().unwrap_or_default();
            let name = map.columns.get(column).map(|c| says::name(&desk.words, &desk.office.roster.catalogue, &c.id));
            (name.unwrap_or_default(), vec![sum.short, sum.levels, sum.surplus, sum.unknown])
        }
        Line::Unit(unit) => {
            let found = units.iter().find(|(id, _)| *id == unit).map(|(_, count)| *count).unwrap_or_default();
            let gaps = found.gaps;
            (
                super::commands::unit_name(desk, unit),
                vec![found.people, gaps.short, gaps.levels, gaps.unknown, found.without_standard],
            )
        }
    }
}

fn line_words(desk: &Desk, screen: &CompetenciesScreen, canvas: &mut Canvas<'_>, body: Rect, units: &[UnitLine]) {
    let area = Rect { x: body.x + 1, y: body.bottom().saturating_sub(2), width: body.width.saturating_sub(2), height: 2 };
    match screen.line() {
        Some(Line::Competency(column)) => {
            canvas.paragraph(area, &who(desk, &screen.map, column), Role::Plain);
        }
        Some(Line::Unit(unit)) => {
            let count = units.iter().find(|(id, _)| *id == unit).map(|(_, count)| count.gaps).unwrap_or_default();
            canvas.paragraph(area, &says::count_line(&desk.words, &count), Role::Plain);
        }
        None => {}
    }
}
