//! Rows of competencies with the words of the level under the cursor below them: the competencies tab of a person,
//! and the step of a session. The work behaviours, which are never mixed in, are in `behaviours`.

use crate::desk::Desk;
use crate::desk::command::Command;
use crate::desk::editor::wrap;
use crate::desk::records::ratings::{RateAt, Shown, rows};
use crate::domain::Dossier;
use crate::domain::competency::evidence::Spread;
use crate::domain::competency::job_match::job_match;
use crate::domain::competency::tally::Mark;
use crate::domain::competency::{CompetencyKind, Gap, JobPersonMatch, Level, Standing};
use crate::domain::language::clean;
use crate::i18n::Arg;
use crate::reports::competencies as says;
use crate::screens::OnTop;
use crate::screens::person::{Entry, PersonScreen, RATING_ROWS};
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use jiff::civil::Date;
use ratatui::layout::Rect;

/// From this width on the evidence has its bar.
const WITH_BAR: u16 = 74;
/// From this width on there is room for what was before, the own view and evidence.
const WITH_ALL: u16 = 52;
/// Further to the right the eye loses the row.
const WIDEST: u16 = 90;

// --- the tab of a person -----------------------------------------------------------------------------------------

pub fn draw(desk: &Desk, page: &PersonScreen, dossier: &Dossier, canvas: &mut Canvas<'_>, area: Rect) {
    let standings = rows(dossier, desk.shown());
    heading(desk, dossier, &standings, canvas, area);
    let columns = Columns::of(area);
    let found = |mark: Mark| standings.iter().find(|standing| Mark::of(&standing.competency) == mark);
    let rating = page.rating && area.height >= 13;
    let below = if rating { RATING_ROWS as u16 } else { 4 * u16::from(area.height >= 10) };
    let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2 + below), ..area };
    let mut y = list.y;
    for (n, entry) in page.entries.iter().enumerate().skip(page.list.top).take(usize::from(list.height)) {
        match *entry {
            Entry::Competency(mark) => {
                let Some(standing) = found(mark) else { continue };
                if n == page.list.top {
                    columns.head(desk, canvas, list.y - 1, Some(standing.kind));
                }
                let chosen = Some(*entry) == page.selected;
                if chosen {
                    canvas.mark(area.x + 1, y);
                }
                columns.row(desk, canvas, y, standing, chosen);
            }
            Entry::Kind(kind) => {
                if n == page.list.top {
                    columns.head(desk, canvas, list.y - 1, None);
                }
                canvas.put(columns.name, y, area.width, &kind_heading(desk, kind), Role::Heading);
            }
            _ => {}
        }
        y += 1;
    }
    let Some(at) = page.selection(desk).rating else { return };
    let (Some(standing), true) = (found(at.competency), below > 0) else { return };
    let words = Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: area.bottom().saturating_sub(y) };
    anchor(desk, canvas, words, at, standing, rating);
}

/// Above the rows the two pages of the tab, with the key that turns them.
pub fn pages(desk: &Desk, page: &PersonScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let key = desk.keymap.way(Command::Behaviours, desk.look.ascii).unwrap_or_default();
    let y = area.y.saturating_sub(1);
    let mut x = area.x + 1;
    for (id, here) in [("rating-page", !page.behaviours), ("behaviour-page", page.behaviours)] {
        let room = area.right().saturating_sub(x + 1);
        if !here {
            x = canvas.put(x, y, room, &key, Role::Key) + 1;
        }
        x = canvas.put(
            x,
            y,
            area.right().saturating_sub(x + 1),
            &desk.words.say(id),
            if here { Role::Strong } else { Role::Dim },
        ) + 2;
    }
}

/// The job person match and its label, or that the position has no standard.
fn heading(desk: &Desk, dossier: &Dossier, standings: &[Standing], canvas: &mut Canvas<'_>, area: Rect) {
    let (words, office) = (&desk.words, desk.shown());
    let position = dossier.person.position.as_deref();
    let text = match (job_match(standings, position, &office.rules), office.roster.catalogue.standard_of(position)) {
        (Some(found), Some(_)) => match_text(desk, &found, area.width.saturating_sub(2)),
        (_, Some(_)) => words.say("rating-no-match"),
        (_, None) => words.say("rating-no-standard"),
    };
    canvas.put(area.x + 1, area.y, area.width.saturating_sub(2), &text, Role::Plain);
}

/// `JPM 88,89%, memenuhi syarat · penilaian atasan, indikatif · 2 belum diketahui`. Where it is narrow the term of the
/// law behind the band gives way first, then what is unknown becomes `?2`: never the label.
fn match_text(desk: &Desk, found: &JobPersonMatch, width: u16) -> String {
    let (words, rules) = (&desk.words, &desk.shown().rules);
    let band = says::band_word(words, found.band(rules));
    let text = |band: &str| {
        let args = [("percent", Arg::from(says::percent(words, found.share()))), ("band", band.into())];
        words.with("rating-match", &args)
    };
    let short = text(band.split(" (").next().unwrap_or_default());
    let unknown = words.with("rating-match-unknown", &[("count", found.unknown.into())]);
    let with =
        |text: &str, unknown: &str| if found.is_complete() { text.to_owned() } else { format!("{text} · {unknown}") };
    let fits = |text: &String| clean::width(text) <= usize::from(width);
    let tried = [with(&text(&band), &unknown), with(&short, &unknown)];
    tried.into_iter().find(fits).unwrap_or_else(|| with(&short, &format!("?{}", found.unknown)))
}

fn kind_heading(desk: &Desk, kind: CompetencyKind) -> String {
    let word = says::kind_word(&desk.words, kind);
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

// --- rows --------------------------------------------------------------------------------------------------------

/// Where the columns of a row begin.
pub struct Columns {
    pub name: u16,
    required: u16,
    before: u16,
    own: u16,
    now: u16,
    gap: u16,
    evidence: u16,
    right: u16,
    bar: bool,
    all: bool,
}

impl Columns {
    pub fn of(area: Rect) -> Columns {
        let (bar, all) = (area.width >= WITH_BAR, area.width >= WITH_ALL);
        let right = area.right().saturating_sub(1).min(area.x + WIDEST);
        let evidence = right.saturating_sub(if bar { 9 } else { 5 * u16::from(all) });
        let gap = evidence.saturating_sub(5);
        let now = gap.saturating_sub(5);
        let own = now.saturating_sub(5 * u16::from(all));
        let before = own.saturating_sub(10 * u16::from(all));
        Columns { name: area.x + 3, required: before.saturating_sub(6), before, own, now, gap, evidence, right, bar, all }
    }

    /// The same with the names elsewhere.
    pub fn named_at(self, name: u16) -> Columns {
        Columns { name, ..self }
    }

    /// How many columns a name has.
    pub fn room(&self) -> u16 {
        self.required.saturating_sub(self.name + 1)
    }

    /// The words of the columns; at the left the kind of the first row.
    pub fn head(&self, desk: &Desk, canvas: &mut Canvas<'_>, y: u16, kind: Option<CompetencyKind>) {
        if let Some(kind) = kind {
            canvas.put(self.name, y, self.room(), &kind_heading(desk, kind), Role::Heading);
        }
        let heads = [
            (self.required, "rating-column-required", true),
            (self.before, "rating-column-before", self.all),
            (self.own, "rating-column-own", self.all),
            (self.now, "rating-column-now", true),
            (self.gap, "rating-column-gap", true),
            (self.evidence, "rating-column-evidence", self.all),
        ];
        for (x, id, _) in heads.into_iter().filter(|(_, _, shown)| *shown) {
            canvas.put(x, y, self.right.saturating_sub(x), &desk.words.say(id), Role::Heading);
        }
    }

    pub fn row(&self, desk: &Desk, canvas: &mut Canvas<'_>, y: u16, standing: &Standing, chosen: bool) {
        let shown = Shown::of(standing, &desk.shown().rules, desk.shown().today);
        let name = says::name(&desk.words, &desk.shown().roster.catalogue, &standing.competency);
        let role = if chosen { Role::Strong } else { Role::Plain };
        canvas.put(self.name, y, self.room(), &name, role);
        let dash = canvas.glyphs.dash;
        let required = standing.required.map_or(dash.to_owned(), |level| level.to_string());
        let role = if standing.required.is_some() { Role::Plain } else { Role::Dim };
        canvas.put(self.required + 2, y, 1, &required, role);
        if self.all {
            self.beside(desk, canvas, y, standing, shown);
        }
        self.now(canvas, y, shown);
        self.gap(canvas, y, standing.gap());
    }

    /// What was before, the own view, and the evidence.
    fn beside(&self, desk: &Desk, canvas: &mut Canvas<'_>, y: u16, standing: &Standing, shown: Shown) {
        let dash = canvas.glyphs.dash;
        if let Some(before) = shown.before {
            let old = if shown.is_old { "'" } else { " " };
            let text = format!("{}{old} {}", before.level, short_day(desk, before.on));
            canvas.put(self.before, y, 9, &text, if shown.is_old { Role::Dim } else { Role::Plain });
        } else {
            canvas.put(self.before, y, 1, dash, Role::Dim);
        }
        let own = standing.own.map(|own| own.level);
        let differs = standing.own_differs().is_some_and(|by| by != 0);
        let role = match own {
            Some(_) if differs => Role::Strong,
            Some(_) => Role::Plain,
            None => Role::Dim,
        };
        canvas.put(self.own + 1, y, 1, &own.map_or(dash.to_owned(), |level| level.to_string()), role);
        self.evidence(canvas, y, standing.evidence);
    }

    fn now(&self, canvas: &mut Canvas<'_>, y: u16, shown: Shown) {
        let (text, role) = match (shown.now, shown.not_observed) {
            (_, true) => ("x".to_owned(), Role::Strong),
            (Some(level), _) if shown.is_new => (level.to_string(), Role::Strong),
            (Some(level), _) => (level.to_string(), Role::Plain),
            (None, _) => (canvas.glyphs.dash.to_owned(), Role::Dim),
        };
        let end = canvas.put(self.now + 1, y, 1, &text, role);
        if shown.is_bare && !shown.not_observed {
            canvas.put(end, y, 1, "*", Role::Dim);
        }
    }

    fn gap(&self, canvas: &mut Canvas<'_>, y: u16, gap: Gap) {
        let (text, role) = match gap {
            Gap::Short(levels) => (format!("{}{levels}", canvas.glyphs.below[0]), Role::Attention),
            Gap::Met => (canvas.glyphs.none.to_owned(), Role::Plain),
            Gap::Surplus(levels) => (format!("{}{levels}", canvas.glyphs.above[0]), Role::Good),
            Gap::Unknown => ("?".to_owned(), Role::Dim),
            Gap::NotRequired => return,
        };
        canvas.put(self.gap, y, 3, &text, role);
    }

    fn evidence(&self, canvas: &mut Canvas<'_>, y: u16, spread: Spread) {
        let role = if spread.count == 0 { Role::Dim } else { Role::Plain };
        canvas.put(self.evidence, y, 2, &format!("{:>2}", spread.count.min(99)), role);
        if self.bar {
            canvas.put(self.evidence + 3, y, 6, &bar(canvas, spread), role);
        }
    }
}

/// A sign for each sixth of the period: whether anything was seen in it.
pub fn bar(canvas: &Canvas<'_>, spread: Spread) -> String {
    spread.parts.iter().map(|count| if *count > 0 { canvas.glyphs.evidence } else { canvas.glyphs.none }).collect()
}

/// `1 Mei` in the running year, `Nov 24` before it.
fn short_day(desk: &Desk, day: Date) -> String {
    let text = desk.words.day_month(day);
    if day.year() == desk.shown().today.year() {
        return text.trim_start().to_owned();
    }
    let month = text.split_whitespace().last().unwrap_or_default();
    format!("{month} {:02}", day.year().rem_euclid(100))
}

// --- the words of a level ----------------------------------------------------------------------------------------

/// The name and what is known, then what one sees and hears at the level in view; all levels where there is room.
/// While digits rate, those levels that a press keeps at once.
pub fn anchor(desk: &Desk, canvas: &mut Canvas<'_>, area: Rect, at: RateAt, standing: &Standing, rating: bool) {
    if area.height < 2 {
        return;
    }
    let words = &desk.words;
    let Some(competency) = desk.shown().roster.catalogue.competency(&standing.competency) else { return };
    canvas.rule(area.x, area.y, area.width, Role::Dim);
    let title = format!(" {} ", words.wording(&competency.name));
    let end = canvas.put(area.x + 2, area.y, area.width.saturating_sub(4), &title, Role::Strong);
    let known = format!(" {} ", known(desk, standing));
    if usize::from(area.right().saturating_sub(end + 2)) >= clean::width(&known) {
        canvas.put_right(area.right().saturating_sub(2), area.y, &known, Role::Dim);
    }
    let view = desk.level_in_view(at, standing);
    let mut y = area.y + 1;
    let lines = |level: &Level| {
        let head = words.with("rating-anchor", &[("level", i64::from(level.number()).into())]);
        let width = usize::from(area.width).saturating_sub(clean::width(&head) + 1).max(1);
        wrap(words.wording(competency.anchor(*level)), width).len()
    };
    let all = Level::ALL.iter().map(lines).sum::<usize>() < usize::from(area.height);
    let levels = match (all, rating) {
        (true, _) => Level::ALL.to_vec(),
        (false, true) => desk.levels_in_view(at, standing),
        (false, false) => vec![view],
    };
    let each = if all { area.height } else { area.height.saturating_sub(1) / levels.len().max(1) as u16 };
    for level in &levels {
        let role = if *level == view { Role::Plain } else { Role::Dim };
        let head = words.with("rating-anchor", &[("level", i64::from(level.number()).into())]);
        let head_role = if *level == view { Role::Strong } else { Role::Dim };
        let x = canvas.put(area.x, y, area.width, &head, head_role) + 1;
        let text = Rect { x, y, width: area.right().saturating_sub(x), height: area.bottom().saturating_sub(y).min(each) };
        y = canvas.paragraph(text, words.wording(competency.anchor(*level)), role);
    }
}

/// `kurang 1 level; tanpa bukti`: the signs of the row in words.
fn known(desk: &Desk, standing: &Standing) -> String {
    let words = &desk.words;
    let mut parts = vec![says::standing_gap(words, standing)];
    if standing.not_observed == Some(desk.shown().today) {
        parts.push(words.say("competency-not-observed"));
    }
    if let Some(current) = standing.current.filter(|_| !standing.stale) {
        parts.push(says::evidence_text(words, current.evidence));
    }
    parts.join(" · ")
}
