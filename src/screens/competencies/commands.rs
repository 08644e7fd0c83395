//! What keys do on the screen of competencies: digits that rate the cell under the cursor, where the cursor goes then, and
//! why a figure is what it is.

use super::{CompetenciesScreen, Direction, Group, Line};
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::editor::Editor;
use crate::desk::grid::{Layout, Step};
use crate::desk::key::{Key, KeyPress};
use crate::desk::list::Move;
use crate::desk::notice::Tone;
use crate::desk::reader::Reader;
use crate::desk::records::ratings::{RateAt, level_of};
use crate::desk::request::{Destination, Follow, Part};
use crate::desk::selection::Selection;
use crate::domain::competency::standard::{PositionKind, without_standard};
use crate::domain::competency::tally::Mark;
use crate::domain::competency::{CompetencyId, Level, RatingValue, job_match, standings};
use crate::domain::{PersonId, Record, Refusal, UnitId};
use crate::i18n::{Arg, Text};
use crate::reports::competencies as says;
use crate::screens::{Mode, OnTop, leaves_filter};

impl OnTop for CompetenciesScreen {
    fn place(&self) -> Place {
        if self.rating { Place::Rating } else { Place::Competencies }
    }
    fn mode(&self) -> Option<Mode> {
        self.rating.then_some(Mode::Rating)
    }
    fn person(&self) -> Option<PersonId> {
        self.person_at()
    }
    fn is_about_one(&self) -> bool {
        self.rating
    }
    fn listed(&mut self, _desk: &mut Desk) -> Vec<PersonId> {
        self.map.people.iter().map(|row| row.person).collect()
    }
    fn round(&self) -> Option<(Place, PersonId)> {
        let person = self.at.as_ref().and_then(|at| at.person);
        self.rating.then_some(Place::Rating).zip(person)
    }
    fn in_text(&self) -> bool {
        self.filtering
    }
    fn editor(&mut self) -> Option<&mut Editor> {
        Some(&mut self.filter)
    }
    fn typed(&mut self, _desk: &mut Desk) {
        self.filtered();
    }
    fn text_key(&mut self, desk: &mut Desk, press: KeyPress) -> bool {
        let Some(movement) = leaves_filter(press) else { return false };
        self.filtering = false;
        movement.into_iter().for_each(|movement| OnTop::step(self, desk, movement));
        true
    }
    fn step(&mut self, desk: &mut Desk, movement: Move) {
        if self.group != Group::Person {
            return CompetenciesScreen::step(self, movement, desk.body_rows());
        }
        let step = match movement {
            Move::Down => Step::Down,
            Move::Up => Step::Up,
            Move::PageDown => Step::PageDown,
            Move::PageUp => Step::PageUp,
            Move::First => Step::RowStart,
            Move::Last => Step::RowEnd,
        };
        self.move_on(desk, step);
    }

    /// What is no level is said.
    fn value_key(&mut self, desk: &mut Desk, press: KeyPress) -> bool {
        if !self.rating {
            return false;
        }
        match press.key {
            // Ratings are added, never wiped out: undo takes one back.
            Key::Backspace | Key::Delete => desk.tell(Tone::Plain, Text::plain("heat-undo")),
            Key::Char('6'..='9') => desk.refuse(&Refusal::LevelOutside),
            _ => return false,
        }
        true
    }

    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        match command {
            Command::GridLeft => self.move_on(desk, Step::Left),
            Command::GridRight => self.move_on(desk, Step::Right),
            Command::GridFirst => self.move_on(desk, Step::RowStart),
            Command::GridLast => self.move_on(desk, Step::RowEnd),
            Command::RatingNext => self.move_on(desk, Step::Next),
            Command::RatingPrevious => self.move_on(desk, Step::Previous),
            Command::Filter => self.begin_filter(),
            Command::ScopeNext => self.scope = self.scope.other(),
            Command::RatingBegin => self.start_rating(desk),
            Command::RatingDirection => {
                self.turn_direction();
                let id = if self.direction == Direction::Right { "heat-goes-right" } else { "heat-goes-down" };
                desk.tell(Tone::Plain, Text::plain(id));
            }
            Command::CompetenciesGroup => {
                self.next_group();
                desk.tell(Tone::Plain, Text::with("notice-order", [("order", Arg::Message(self.group.id()))]));
            }
            Command::CompetenciesSum => self.go_to_sums(),
            Command::CompetenciesPerson => {
                if let Some(person) = self.person() {
                    let queue = self.map.people.iter().map(|row| row.person).collect();
                    desk.go(Destination::Person { person, queue, part: Part::Whole });
                }
            }
            Command::Positions => self.positions(desk),
            Command::OpenRecord => self.why(desk),
            Command::DevelopPlan => self.plan_step(desk),
            other => match level_of(other) {
                Some(value) if self.rating => self.rate(desk, value),
                _ => return false,
            },
        }
        true
    }

    fn back(&mut self, desk: &mut Desk) -> bool {
        let left = self.leave();
        if left {
            desk.typed();
        }
        left
    }

    fn follow(&mut self, _desk: &mut Desk, what: &Follow) -> bool {
        // What was taken back or made again is under the cursor.
        let Follow::Undone(change) = what else { return false };
        let rated = change.ops.iter().find_map(|op| match op.record() {
            Record::Rating(rating) => Some((rating.person, rating.competency.clone())),
            _ => None,
        });
        if let Some((person, competency)) = rated {
            self.go_to(person, competency);
        }
        true
    }

    fn offers(&self, _desk: &Desk, command: Command) -> bool {
        match command {
            Command::CompetenciesPerson | Command::StartSession => self.person().is_some(),
            Command::Positions => self.map.positions_without > 0,
            Command::Back => self.rating || self.filtering || !self.filter.is_empty(),
            Command::NoteNow | Command::Postpone => false,
            _ => true,
        }
    }

    fn resized(&mut self) {
        // As many columns as now fit, from the first one on.
        self.grid.columns.top = 0;
    }

    fn refresh(&mut self, desk: &mut Desk) {
        let body = desk.body_rows();
        // How many columns there are is known only after deriving them.
        for _ in 0..2 {
            let layout = self.layout(desk);
            let kept = desk.incomplete.then(|| self.at.clone());
            CompetenciesScreen::refresh(self, &desk.office, &layout, body);
            // With only the first screen's people known the cursor must not lose its row.
            if let Some(at) = kept {
                self.at = at;
            }
        }
    }
}

impl CompetenciesScreen {
    /// From the cell under the cursor to a step of that person's plan.
    fn plan_step(&self, desk: &mut Desk) {
        let cell = self.cell_at();
        let rating = cell.map(|(person, competency)| RateAt { person, competency: Mark::of(&competency) });
        desk.run_about_development(Command::DevelopPlan, &Selection { rating, ..Selection::default() });
    }

    /// Rows and columns as they fit on this terminal.
    pub fn layout(&self, desk: &Desk) -> Layout {
        super::layout(desk.page_columns(), desk.body_rows(), self.map.columns.len(), self.rating)
    }

    fn move_on(&mut self, desk: &mut Desk, step: Step) {
        let layout = self.layout(desk);
        if self.group == Group::Person {
            self.go(step, &layout);
            if self.rating {
                desk.typed();
            }
        }
    }

    // --- rating --------------------------------------------------------------------------------------------------

    fn start_rating(&mut self, desk: &mut Desk) {
        if self.begin_rating() {
            desk.typed();
        } else {
            desk.tell(Tone::Plain, Text::plain("heat-nothing"));
        }
    }

    /// One change a cell, of today; then the cursor goes on.
    fn rate(&mut self, desk: &mut Desk, value: RatingValue) {
        let Some((person, competency)) = self.cell_at() else { return };
        let given = competency.clone();
        let at = RateAt { person, competency: Mark::of(&competency) };
        if desk.must_wait_for(&[person]) || desk.words_first(at, value) || !desk.give(person, competency, value) {
            return;
        }
        let layout = self.layout(desk);
        CompetenciesScreen::refresh(self, &desk.office, &layout, layout.rows);
        let name = says::name(&desk.words, &desk.office.roster.catalogue, &given);
        let value = says::value_text(&desk.words, value);
        desk.tell(Tone::Good, Text::with("rating-done", [("name", name.into()), ("value", value.into())]));
        if !self.go_on(&layout) {
            desk.tell_on("mode-end");
        }
        desk.typed();
    }

    // --- why -----------------------------------------------------------------------------------------------------

    /// How the figure under the cursor came about.
    fn why(&mut self, desk: &mut Desk) {
        if self.map.people.is_empty() {
            return desk.tell(Tone::Plain, Text::plain("heat-empty"));
        }
        let spot = self.at.clone().unwrap_or_default();
        let found = match (self.line(), spot.person, spot.competency) {
            (Some(Line::Competency(column)), ..) => self.why_column(desk, column),
            (Some(Line::Unit(unit)), ..) => self.why_unit(desk, unit),
            (None, Some(person), _) if desk.office.dossier(person).is_none() => return desk.wait_for(vec![person]),
            (None, Some(person), Some(competency)) => why_cell(desk, person, &competency),
            (None, Some(person), None) => why_person(desk, person),
            (None, None, Some(_)) => self.why_column(desk, self.grid.column()),
            (None, None, None) => self.why_everybody(desk),
        };
        if let Some((of, lines)) = found {
            desk.read(Reader::new(Text::with("heat-why", [("of", of.into())]), &lines));
        }
    }

    /// Who has which gap in one competency.
    fn why_column(&self, desk: &Desk, column: usize) -> Option<(String, Vec<String>)> {
        let words = &desk.words;
        let name = says::name(words, &desk.office.roster.catalogue, &self.map.columns.get(column)?.id);
        let mut lines = vec![says::count_line(words, self.map.sums.get(column)?), words.say("heat-sum-rule"), String::new()];
        let counted = self.map.people.iter().filter(|row| row.count.is_some());
        let mut people: Vec<_> = counted.filter_map(|row| Some((row.person, row.cells[column]?))).collect();
        people.sort_by_key(|(_, cell)| (std::cmp::Reverse(cell.gap().levels()), cell.known().is_some()));
        for (person, cell) in people {
            let gap = if cell.stale { words.say("competency-gap-stale") } else { says::gap_text(words, cell.gap()) };
            let current = dated(desk, cell.level);
            let said = match cell.required {
                Some(required) => {
                    let required = Arg::from(i64::from(required.number()));
                    words.with("competency-standing", &[("required", required), ("current", current), ("gap", gap.into())])
                }
                None => words.with("competency-standing-free", &[("current", current)]),
            };
            lines.push(format!("{}: {said}", desk.office.label(person)));
        }
        Some((name, lines))
    }

    fn why_unit(&self, desk: &Desk, unit: Option<UnitId>) -> Option<(String, Vec<String>)> {
        let (words, map) = (&desk.words, &self.map);
        let (_, count) = map.by_unit().into_iter().find(|(found, _)| *found == unit)?;
        let mut lines = vec![says::count_line(words, &count.gaps), words.say("heat-sum-rule")];
        if count.without_standard > 0 {
            lines.push(words.with("heat-left-out", &[("count", count.without_standard.into())]));
        }
        lines.push(String::new());
        for row in map.people.iter().filter(|row| row.unit == unit) {
            let said = row.count.map_or_else(|| words.say("heat-no-standard"), |count| says::count_line(words, &count));
            lines.push(format!("{}: {said}", desk.office.label(row.person)));
        }
        Some((unit_name(desk, unit), lines))
    }

    fn why_everybody(&self, desk: &Desk) -> Option<(String, Vec<String>)> {
        let (words, map) = (&desk.words, &self.map);
        let mut lines = vec![says::count_line(words, &map.whole), words.say("heat-sum-rule")];
        if map.without_standard > 0 {
            lines.push(words.with("heat-left-out", &[("count", map.without_standard.into())]));
        }
        lines.push(String::new());
        for column in map.by_need() {
            let name = says::name(words, &desk.office.roster.catalogue, &map.columns.get(column)?.id);
            lines.push(format!("{name}: {}", says::count_line(words, map.sums.get(column)?)));
        }
        Some((words.with("heat-people", &[("count", map.people.len().into())]), lines))
    }

    /// Which positions have no standard, how many hold them, what is suggested, and how to bring one in.
    fn positions(&self, desk: &mut Desk) {
        let (words, catalogue) = (&desk.words, &desk.office.roster.catalogue);
        let rows = super::heat_map::people(&desk.office, self.scope);
        let has = |position: &str| catalogue.standard_of(Some(position)).is_some();
        let (list, nowhere) = without_standard(rows, has);
        let mut lines = vec![];
        for (position, people) in &list {
            let level = desk.office.rules.suggested_level(PositionKind::of(position));
            let args = [
                ("position", position.as_str().into()),
                ("people", (*people).into()),
                ("level", i64::from(level.number()).into()),
            ];
            lines.push(words.with("heat-position-line", &args));
        }
        if nowhere > 0 {
            lines.push(words.with("heat-nowhere", &[("count", nowhere.into())]));
        }
        if lines.is_empty() {
            return desk.tell(Tone::Good, Text::plain("heat-all-standards"));
        }
        lines.extend([String::new(), words.say("heat-import")]);
        let title = Text::with("heat-positions", [("count", list.len().into())]);
        desk.read(Reader::new(title, &lines));
    }
}

fn why_cell(desk: &Desk, person: PersonId, competency: &CompetencyId) -> Option<(String, Vec<String>)> {
    let (words, catalogue, rules) = (&desk.words, &desk.office.roster.catalogue, &desk.office.rules);
    let dossier = desk.office.dossier(person)?;
    let standing = crate::domain::competency::current::standing(dossier, competency, catalogue, rules, desk.office.today);
    let mut lines = vec![says::name(words, catalogue, competency), String::new()];
    lines.extend(says::why_lines(words, dossier, &standing, catalogue, rules, &desk.office.zone));
    let position = dossier.person.position.as_deref();
    if catalogue.standard_of(position).is_none() {
        lines.extend([String::new(), suggestion_line(desk, position)]);
    }
    if let Some(found) = catalogue.competency(competency) {
        lines.extend([String::new(), words.wording(&found.definition).to_owned()]);
        lines.extend(Level::ALL.map(|level| says::level_text(words, found, level)));
    }
    Some((desk.office.label(person), lines))
}

/// Job person match, then every competency.
fn why_person(desk: &Desk, person: PersonId) -> Option<(String, Vec<String>)> {
    let (words, catalogue, rules) = (&desk.words, &desk.office.roster.catalogue, &desk.office.rules);
    let dossier = desk.office.dossier(person)?;
    let position = dossier.person.position.as_deref();
    let standings = standings(dossier, catalogue, rules, desk.office.today);
    let mut lines = vec![position.map_or_else(|| words.say("heat-no-position"), str::to_owned), String::new()];
    if catalogue.standard_of(position).is_none() {
        lines.extend([suggestion_line(desk, position), String::new()]);
    } else {
        lines.push(says::count_line(words, &standings.iter().collect()));
        match job_match::job_match(&standings, position, rules) {
            Some(matched) => {
                lines.push(says::match_line(words, &matched, rules));
                lines.extend(says::why_match(words, &matched, rules));
            }
            None => lines.push(words.say("heat-no-match")),
        }
        lines.push(String::new());
    }
    for standing in &standings {
        let name = says::name(words, catalogue, &standing.competency);
        lines.push(format!("{name}: {}", says::standing_line(words, standing)));
    }
    Some((desk.office.label(person), lines))
}

fn dated(desk: &Desk, level: Option<(Level, jiff::civil::Date)>) -> Arg {
    level.map_or("–".to_owned(), |(level, on)| format!("{level} ({})", desk.words.short_day(on))).into()
}

pub fn unit_name(desk: &Desk, unit: Option<UnitId>) -> String {
    unit.map_or_else(|| desk.words.say("heat-no-unit"), |_| desk.office.roster.units.name(unit).to_owned())
}

/// `Usulan menurut jenis jabatan: level 1 untuk ...`
fn suggestion_line(desk: &Desk, position: Option<&str>) -> String {
    let Some(position) = position else { return desk.words.say("heat-no-position") };
    let level = desk.office.rules.suggested_level(PositionKind::of(position));
    desk.words.with("heat-suggestion", &[("level", i64::from(level.number()).into())])
}
