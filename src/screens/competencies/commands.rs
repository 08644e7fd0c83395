//! Commands on the screen of competencies: digits that rate the cell under the cursor, where the cursor goes then, and
//! why a figure is what it is.

use super::{CompetenciesScreen, Direction, Group, Line};
use crate::app::{App, WIDE};
use crate::desk::command::Command;
use crate::desk::effect::Effect;
use crate::desk::grid::{Layout, Step};
use crate::desk::key::{Key, KeyPress};
use crate::desk::notice::Tone;
use crate::domain::competency::standard::{PositionKind, without_standard};
use crate::domain::competency::{CompetencyId, Level, RatingValue, job_match, standings};
use crate::domain::records::intent::{self, NewRating};
use crate::domain::{Change, PersonId, Record, Refusal};
use crate::i18n::{Arg, Text};
use crate::reports::competencies as says;
use crate::screens::competencies;
use crate::screens::overlays::Reader;
use crate::screens::stack::Screen;

impl App {
    /// Rows and columns as they fit on this terminal.
    pub fn heat_layout(&self) -> Layout {
        let width = if self.look.plain { self.size.columns.min(WIDE - 1) } else { self.size.columns };
        let columns = match self.screens.top() {
            Screen::Competencies(screen) => screen.map.columns.len(),
            _ => 0,
        };
        competencies::layout(width, self.body_rows(), columns)
    }

    pub(crate) fn refresh_competencies(&mut self) {
        let body = self.body_rows();
        // How many columns there are is known only after deriving them.
        for _ in 0..2 {
            let layout = self.heat_layout();
            let Screen::Competencies(screen) = self.screens.top_mut() else { return };
            let kept = self.early.is_some().then(|| screen.at.clone());
            screen.refresh(&self.office, &layout, body);
            // With only the first screen's people known the cursor must not lose its row.
            if let Some(at) = kept {
                screen.at = at;
            }
        }
    }

    /// True if the command was one of this screen.
    pub(crate) fn run_in_competencies(&mut self, command: Command) -> bool {
        let layout = self.heat_layout();
        let Screen::Competencies(screen) = self.screens.top_mut() else { return false };
        let step = match command {
            Command::GridLeft => Step::Left,
            Command::GridRight => Step::Right,
            Command::GridFirst => Step::RowStart,
            Command::GridLast => Step::RowEnd,
            Command::RatingNext => Step::Next,
            Command::RatingPrevious => Step::Previous,
            Command::Down => Step::Down,
            Command::Up => Step::Up,
            Command::PageDown => Step::PageDown,
            Command::PageUp => Step::PageUp,
            other => return self.run_on_competencies(other),
        };
        if screen.group == Group::Person {
            screen.go(step, &layout);
            if screen.rating {
                self.effects.push(Effect::DraftsChanged);
            }
            return true;
        }
        false
    }

    pub(crate) fn run_on_competencies(&mut self, command: Command) -> bool {
        let Screen::Competencies(screen) = self.screens.top_mut() else { return false };
        match command {
            Command::RatingBegin => self.begin_rating(),
            Command::RatingDirection => {
                screen.turn_direction();
                let id = if screen.direction == Direction::Right { "heat-goes-right" } else { "heat-goes-down" };
                self.tell(Tone::Plain, Text::plain(id));
            }
            Command::RatingNotObserved => self.rate_cell(RatingValue::NotObserved),
            Command::CompetenciesGroup => {
                screen.next_group();
                let text = Text::with("notice-order", [("order", Arg::Message(screen.group.id()))]);
                self.tell(Tone::Plain, text);
            }
            Command::CompetenciesSum => screen.go_to_sums(),
            Command::CompetenciesPerson => self.open_person(),
            Command::Positions => self.positions(),
            Command::OpenRecord => self.why_competency(),
            _ => return false,
        }
        true
    }

    // --- rating --------------------------------------------------------------------------------------------------

    pub(crate) fn begin_rating(&mut self) {
        if self.read_only {
            return self.tell(Tone::Alarm, Text::plain("store-read-only"));
        }
        let Screen::Competencies(screen) = self.screens.top_mut() else { return };
        if screen.begin_rating() {
            self.effects.push(Effect::DraftsChanged);
        } else {
            self.tell(Tone::Plain, Text::plain("heat-nothing"));
        }
    }

    /// A digit rates. True if the key was one.
    pub(crate) fn rate_key(&mut self, press: KeyPress) -> bool {
        let level = press.typed().and_then(Level::of_digit);
        match (press.key, level) {
            (_, Some(level)) => self.rate_cell(RatingValue::Level(level)),
            // Ratings are added, never wiped out: undo takes one back.
            (Key::Backspace | Key::Delete, _) => self.tell(Tone::Plain, Text::plain("heat-undo")),
            (Key::Char('0' | '6'..='9'), _) => self.refuse(&Refusal::LevelOutside),
            _ => return false,
        }
        true
    }

    /// One change a cell, of today; then the cursor goes on.
    pub(crate) fn rate_cell(&mut self, value: RatingValue) {
        let layout = self.heat_layout();
        let today = self.office.today;
        if self.read_only {
            return self.tell(Tone::Alarm, Text::plain("store-read-only"));
        }
        let Screen::Competencies(screen) = self.screens.top() else { return };
        let Some((person, competency)) = screen.cell_at() else { return };
        let ratings = vec![NewRating::plain(person, competency, value, today)];
        let done = match self.office.intend(intent::Rate { ratings, session: None }) {
            Ok(change) => {
                self.commit(&change);
                true
            }
            // Said today already: nothing to add, and the cursor goes on.
            Err(Refusal::NothingChanged) => true,
            Err(refusal) => {
                self.refuse(&refusal);
                false
            }
        };
        if let (true, Screen::Competencies(screen)) = (done, self.screens.top_mut()) {
            screen.refresh(&self.office, &layout, layout.rows);
            if !screen.go_on(&layout) {
                self.tell(Tone::Good, Text::plain("heat-end"));
            }
            self.effects.push(Effect::DraftsChanged);
        }
    }

    /// What was taken back or made again is under the cursor.
    pub(crate) fn follow_rating(&mut self, change: &Change) {
        let Screen::Competencies(screen) = self.screens.top_mut() else { return };
        let rated = change.ops.iter().find_map(|op| match op.record() {
            Record::Rating(rating) => Some((rating.person, rating.competency.clone())),
            _ => None,
        });
        if let Some((person, competency)) = rated {
            screen.go_to(person, competency);
        }
    }

    // --- why -----------------------------------------------------------------------------------------------------

    /// How the figure under the cursor came about.
    pub(crate) fn why_competency(&mut self) {
        let Screen::Competencies(screen) = self.screens.top() else { return };
        if screen.map.people.is_empty() {
            return self.tell(Tone::Plain, Text::plain("heat-empty"));
        }
        let spot = screen.at.clone().unwrap_or_default();
        let found = match (screen.line(), spot.person, spot.competency) {
            (Some(Line::Competency(column)), ..) => self.why_column(screen, column),
            (Some(Line::Unit(unit)), ..) => self.why_unit(screen, unit),
            (None, Some(person), Some(_) | None) if self.office.dossier(person).is_none() => {
                return self.wait_for(vec![person]);
            }
            (None, Some(person), Some(competency)) => self.why_cell(person, &competency),
            (None, Some(person), None) => self.why_person(person),
            (None, None, Some(_)) => self.why_column(screen, screen.grid.column()),
            (None, None, None) => self.why_everybody(screen),
        };
        if let Some((of, lines)) = found {
            let title = Text::with("heat-why", [("of", of.into())]);
            self.read(Reader { title, body: lines.join("\n"), copy: None, top: 0 });
        }
    }

    pub(crate) fn why_cell(&self, person: PersonId, competency: &CompetencyId) -> Option<(String, Vec<String>)> {
        let (words, catalogue, rules) = (&self.words, &self.office.roster.catalogue, &self.office.rules);
        let dossier = self.office.dossier(person)?;
        let standing =
            crate::domain::competency::current::standing(dossier, competency, catalogue, rules, self.office.today);
        let mut lines = vec![says::name(words, catalogue, competency), String::new()];
        lines.extend(says::why_lines(words, dossier, &standing, catalogue, rules, &self.office.zone));
        let position = dossier.person.position.as_deref();
        if catalogue.standard_of(position).is_none() {
            lines.extend([String::new(), self.suggestion_line(position)]);
        }
        if let Some(found) = catalogue.competency(competency) {
            lines.extend([String::new(), words.wording(&found.definition).to_owned()]);
            lines.extend(Level::ALL.map(|level| says::level_text(words, found, level)));
        }
        Some((self.office.label(person), lines))
    }

    /// Job person match, then every competency.
    pub(crate) fn why_person(&self, person: PersonId) -> Option<(String, Vec<String>)> {
        let (words, catalogue, rules) = (&self.words, &self.office.roster.catalogue, &self.office.rules);
        let dossier = self.office.dossier(person)?;
        let position = dossier.person.position.as_deref();
        let standings = standings(dossier, catalogue, rules, self.office.today);
        let mut lines = vec![position.map_or_else(|| words.say("heat-no-position"), str::to_owned), String::new()];
        if catalogue.standard_of(position).is_none() {
            lines.extend([self.suggestion_line(position), String::new()]);
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
        Some((self.office.label(person), lines))
    }

    /// Who has which gap in one competency.
    pub(crate) fn why_column(&self, screen: &CompetenciesScreen, column: usize) -> Option<(String, Vec<String>)> {
        let words = &self.words;
        let name = says::name(words, &self.office.roster.catalogue, &screen.map.columns.get(column)?.id);
        let mut lines =
            vec![says::count_line(words, screen.map.sums.get(column)?), words.say("heat-sum-rule"), String::new()];
        let counted = screen.map.people.iter().filter(|row| row.count.is_some());
        let mut people: Vec<_> = counted.filter_map(|row| Some((row.person, row.cells[column]?))).collect();
        people.sort_by_key(|(_, cell)| (std::cmp::Reverse(cell.gap().levels()), cell.known().is_some()));
        for (person, cell) in people {
            let gap = if cell.stale { words.say("competency-gap-stale") } else { says::gap_text(words, cell.gap()) };
            let current = self.dated(cell.level);
            let said = match cell.required {
                Some(required) => {
                    let required = Arg::from(i64::from(required.number()));
                    words.with("competency-standing", &[("required", required), ("current", current), ("gap", gap.into())])
                }
                None => words.with("competency-standing-free", &[("current", current)]),
            };
            lines.push(format!("{}: {said}", self.office.label(person)));
        }
        Some((name, lines))
    }

    pub(crate) fn dated(&self, level: Option<(Level, jiff::civil::Date)>) -> Arg {
        level.map_or("–".to_owned(), |(level, on)| format!("{level} ({})", self.words.short_day(on))).into()
    }

    pub(crate) fn why_unit(
        &self,
        screen: &CompetenciesScreen,
        unit: Option<crate::domain::UnitId>,
    ) -> Option<(String, Vec<String>)> {
        let (words, map) = (&self.words, &screen.map);
        let (_, count) = map.by_unit().into_iter().find(|(found, _)| *found == unit)?;
        let mut lines = vec![says::count_line(words, &count.gaps), words.say("heat-sum-rule")];
        if count.without_standard > 0 {
            lines.push(words.with("heat-left-out", &[("count", count.without_standard.into())]));
        }
        lines.push(String::new());
        for row in map.people.iter().filter(|row| row.unit == unit) {
            let said = row.count.map_or_else(|| words.say("heat-no-standard"), |count| says::count_line(words, &count));
            lines.push(format!("{}: {said}", self.office.label(row.person)));
        }
        Some((self.unit_name(unit), lines))
    }

    pub fn unit_name(&self, unit: Option<crate::domain::UnitId>) -> String {
        unit.map_or_else(|| self.words.say("heat-no-unit"), |_| self.office.roster.units.name(unit).to_owned())
    }

    pub(crate) fn why_everybody(&self, screen: &CompetenciesScreen) -> Option<(String, Vec<String>)> {
        let (words, map) = (&self.words, &screen.map);
        let mut lines = vec![says::count_line(words, &map.whole), words.say("heat-sum-rule")];
        if map.without_standard > 0 {
            lines.push(words.with("heat-left-out", &[("count", map.without_standard.into())]));
        }
        lines.push(String::new());
        for column in map.by_need() {
            let name = says::name(words, &self.office.roster.catalogue, &map.columns.get(column)?.id);
            lines.push(format!("{name}: {}", says::count_line(words, map.sums.get(column)?)));
        }
        Some((words.with("heat-people", &[("count", map.people.len().into())]), lines))
    }

    // --- positions without a standard ----------------------------------------------------------------------------

    /// `Usulan menurut jenis jabatan: level 1 untuk ...`
    pub(crate) fn suggestion_line(&self, position: Option<&str>) -> String {
        let Some(position) = position else { return self.words.say("heat-no-position") };
        let level = self.office.rules.suggested_level(PositionKind::of(position));
        self.words.with("heat-suggestion", &[("level", i64::from(level.number()).into())])
    }

    /// Which positions have no standard, how many hold them, what is suggested, and how to bring one in.
    pub(crate) fn positions(&mut self) {
        let Screen::Competencies(screen) = self.screens.top() else { return };
        let (words, catalogue) = (&self.words, &self.office.roster.catalogue);
        let rows = super::heat_map::people(&self.office, screen.scope);
        let has = |position: &str| catalogue.standard_of(Some(position)).is_some();
        let (list, nowhere) = without_standard(rows, has);
        let mut lines = vec![];
        for (position, people) in &list {
            let level = self.office.rules.suggested_level(PositionKind::of(position));
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
            return self.tell(Tone::Good, Text::plain("heat-all-standards"));
        }
        lines.extend([String::new(), words.say("heat-import")]);
        let title = Text::with("heat-positions", [("count", list.len().into())]);
        self.read(Reader { title, body: lines.join("\n"), copy: None, top: 0 });
    }
}
