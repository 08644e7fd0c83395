//! The evaluation of a team: its people by step, or the unit in squares; below both the pattern, in persons.

use crate::desk::Desk;
use crate::desk::WIDE as BESIDE;
use crate::desk::records::evaluations::{guard as guard_of, unit_result};
use crate::domain::evaluation::objection::Objection;
use crate::domain::evaluation::stage::{Stage, Standing};
use crate::domain::evaluation::{Guard, Judgement, Predicate, total};
use crate::domain::language::clean;
use crate::domain::period::EvaluationPeriod;
use crate::reports::{Tone, evaluations as says, guard as guarded, judging as said};
use crate::screens::reports::evaluation::{EvaluationTab, Row, View, list_rows};
use crate::ui::canvas::{Canvas, fit_name};
use crate::ui::evaluations::{guard_rows, spread};
use crate::ui::parts::more_below;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// The list is no wider; beside it stands the selected person.
const PAGE: u16 = 80;
/// From this width on all columns have room.
const ROOMY: u16 = 70;

pub fn draw(desk: &Desk, tab: &EvaluationTab, canvas: &mut Canvas<'_>, body: Rect) {
    let area = Rect { x: body.x + 2, width: body.width.min(PAGE).saturating_sub(3), ..body };
    headline(desk, tab, canvas, area);
    if tab.rows.is_empty() {
        let text = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        canvas.paragraph(text, &desk.words.say("reports-nobody"), Role::Plain);
        return;
    }
    match tab.view {
        View::People => {
            people(desk, tab, canvas, area);
            if body.width >= BESIDE {
                beside(
                    desk,
                    tab,
                    canvas,
                    Rect { x: area.right() + 3, width: body.right().saturating_sub(area.right() + 4), ..body },
                );
            }
        }
        View::Spread => spread_view(desk, tab, canvas, area),
    }
}

/// The period, how many are judged, what waits, until when.
fn headline(desk: &Desk, tab: &EvaluationTab, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &desk.words;
    let period = tab.period(&desk.office);
    let by = period.fill_by(&desk.office.rules);
    let until = words.with("reports-fill-by", &[("day", words.day_month(by).trim_start().into())]);
    let start = area.right().saturating_sub(clean::width(&until) as u16);
    canvas.put_right(area.right(), area.y, &until, if by < desk.office.today { Role::Attention } else { Role::Dim });
    let of = tab.rows.len();
    let judged = of - tab.count(|stage| stage == Stage::Undecided);
    let room = |x: u16| start.saturating_sub(x + 1);
    let mut x = canvas.put(area.x, area.y, room(area.x), &words.evaluation_period(period), Role::Strong) + 2;
    let done = words.with("reports-judged", &[("count", judged.into()), ("of", of.into())]);
    x = canvas.put(x, area.y, room(x), &done, Role::Plain) + 2;
    let objected = tab.count(|stage| stage == Stage::Objected);
    if objected > 0 {
        let text = words.with("reports-objected", &[("count", objected.into())]);
        x = canvas.put(x, area.y, room(x), &text, Role::Alarm) + 2;
    }
    let looks = tab.rows.iter().filter(|row| row.looks > 0).count();
    if looks > 0 {
        canvas.put(x, area.y, room(x), &words.with("reports-looks", &[("count", looks.into())]), Role::Attention);
    }
}

// --- people --------------------------------------------------------------------------------------------------------

/// Where the columns begin, from the left of the area.
struct Columns {
    name: u16,
    values: Option<u16>,
    dots: Option<u16>,
    results: u16,
    behaviour: u16,
    predicate: u16,
}

fn columns(width: u16) -> Columns {
    match width {
        ROOMY.. => Columns { name: 24, values: Some(30), dots: Some(33), results: 41, behaviour: 53, predicate: 65 },
        50.. => Columns { name: 24, values: None, dots: Some(26), results: 34, behaviour: 37, predicate: 41 },
        // Digits and letters alone: the legend below says what they are.
        _ => {
            let at = width.saturating_sub(15);
            Columns {
                name: at.saturating_sub(1),
                values: None,
                dots: None,
                results: at,
                behaviour: at + 3,
                predicate: at + 6,
            }
        }
    }
}

fn people(desk: &Desk, tab: &EvaluationTab, canvas: &mut Canvas<'_>, area: Rect) {
    let tall = area.height >= 15;
    let columns = columns(area.width);
    let mut y = area.y + if tall { 2 } else { 1 };
    if tall {
        heads(desk, &columns, canvas, Rect { y, height: 1, ..area });
        y += 1;
    }
    let rows = list_rows(usize::from(area.height));
    for (n, row) in tab.rows.iter().enumerate().skip(tab.list.top).take(rows) {
        let at = Rect { y: y + (n - tab.list.top) as u16, height: 1, ..area };
        line(desk, tab, row, &columns, canvas, at, n == tab.list.selected);
    }
    let below = tab.rows.len().saturating_sub(tab.list.top + rows);
    let legend = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    canvas.put(legend.x, legend.y, legend.width, &legend_text(desk, canvas), Role::Dim);
    more_below(desk, canvas, Rect { y: area.bottom().saturating_sub(2), height: 1, ..area }, below);
    if tall && let Some(guard) = &tab.guard {
        guard_rows(desk, guard, canvas, Rect { y: area.bottom().saturating_sub(4), height: 2, ..area });
    }
}

fn heads(desk: &Desk, columns: &Columns, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &desk.words;
    canvas.put(area.x, area.y, columns.name, &words.say("reports-head-name"), Role::Heading);
    if let Some(values) = columns.values {
        canvas.put_right(area.x + values, area.y, &words.say("reports-head-values"), Role::Heading);
    }
    if let Some(dots) = columns.dots {
        canvas.put(area.x + dots, area.y, 7, &words.say("reports-head-evidence"), Role::Heading);
    }
    if area.width < ROOMY {
        return;
    }
    let head = |canvas: &mut Canvas<'_>, at: u16, width: u16, id: &str| {
        canvas.put(area.x + at, area.y, width, &words.say(id), Role::Heading);
    };
    head(canvas, columns.results, 11, "reports-head-results");
    head(canvas, columns.behaviour, 11, "reports-head-behaviour");
    head(canvas, columns.predicate, area.width.saturating_sub(columns.predicate), "reports-head-predicate");
}

fn line(desk: &Desk, tab: &EvaluationTab, row: &Row, columns: &Columns, canvas: &mut Canvas<'_>, area: Rect, chosen: bool) {
    let Some(person) = desk.office.row(row.person) else { return };
    if chosen {
        canvas.mark(area.x.saturating_sub(2), area.y);
    }
    let name = fit_name(&person.name, usize::from(columns.name), canvas.glyphs.ellipsis);
    canvas.put(area.x, area.y, columns.name, &name, if chosen { Role::Chosen } else { Role::Plain });
    let dossier = desk.office.dossier(row.person);
    if let (Some(at), Some((done, of))) = (columns.values, row.values) {
        let text = if of == 0 { canvas.glyphs.none.to_owned() } else { format!("{done}/{of}") };
        canvas.put_right(area.x + at, area.y, &text, if done < of { Role::Attention } else { Role::Plain });
    }
    if let (Some(at), true) = (columns.dots, dossier.is_some()) {
        spread(canvas, area.x + at, area.y, row.evidence);
    }
    let Some(dossier) = dossier else { return };
    let standing = Standing::of(dossier, tab.period(&desk.office));
    ratings(desk, &standing, columns, canvas, area);
    let (sign, role) = sign(canvas, row);
    canvas.put(area.right().saturating_sub(1), area.y, 1, sign, role);
}

fn ratings(desk: &Desk, standing: &Standing<'_>, columns: &Columns, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &desk.words;
    let roomy = area.width >= ROOMY;
    let rest = area.width.saturating_sub(columns.results + 2);
    let Some(found) = standing.evaluation else {
        let at = if roomy { columns.predicate } else { columns.results };
        let text = said::stage_word(words, Stage::Undecided);
        canvas.put(area.x + at, area.y, area.width.saturating_sub(at + 2), &text, Role::Strong);
        return;
    };
    if let Judgement::NotAssessed { .. } = found.judgement {
        let text = says::judgement_text(words, found, &desk.office.rules);
        canvas.put(area.x + columns.results, area.y, rest, &text, Role::Dim);
        return;
    }
    for (at, rating) in [(columns.results, found.results()), (columns.behaviour, found.behaviour())] {
        let text = match (rating, roomy) {
            (Some(rating), true) => said::rated(words, rating),
            (Some(rating), false) => said::digit(rating).to_string(),
            (None, _) => canvas.glyphs.dash.to_owned(),
        };
        canvas.put(area.x + at, area.y, if roomy { 11 } else { 2 }, &text, Role::Plain);
    }
    if let Some(predicate) = found.predicate(&desk.office.rules) {
        let text = if roomy { predicate_fit(words, predicate) } else { said::short(words, predicate) };
        let width = area.width.saturating_sub(columns.predicate + 2);
        canvas.put(area.x + columns.predicate, area.y, width, &text, Role::Plain);
    }
}

/// The whole word where it fits the column.
fn predicate_fit(words: &crate::i18n::Words, predicate: Predicate) -> String {
    let whole = says::predicate_word(words, predicate);
    if clean::width(&whole) <= 10 { whole } else { said::short(words, predicate) }
}

/// The state of the paper; what wants a second look comes before it.
fn sign(canvas: &Canvas<'_>, row: &Row) -> (&'static str, Role) {
    match row.stage {
        Stage::Objected => (canvas.glyphs.alarm, Role::Alarm),
        Stage::Judged if row.looks > 0 => (canvas.glyphs.attention, Role::Attention),
        Stage::Judged => (canvas.glyphs.open, Role::Plain),
        Stage::HandedOver => (canvas.glyphs.handed, Role::Plain),
        Stage::Read | Stage::Signed | Stage::Decided => (canvas.glyphs.done, Role::Good),
        Stage::Undecided | Stage::NotAssessed => (" ", Role::Plain),
    }
}

fn legend_text(desk: &Desk, canvas: &Canvas<'_>) -> String {
    let glyphs = &canvas.glyphs;
    let signs = [
        ("objected", glyphs.alarm.into()),
        ("signed", glyphs.done.into()),
        ("handed", glyphs.handed.into()),
        ("open", glyphs.open.into()),
        ("look", glyphs.attention.into()),
    ];
    desk.words.with("reports-legend", &signs)
}

/// The whole of the selected person, where there is room.
fn beside(desk: &Desk, tab: &EvaluationTab, canvas: &mut Canvas<'_>, pane: Rect) {
    let Some(dossier) = tab.selected.and_then(|id| desk.office.dossier(id)) else { return };
    let words = &desk.words;
    let standing = Standing::of(dossier, tab.period(&desk.office));
    for y in pane.top()..pane.bottom() {
        canvas.put(pane.x.saturating_sub(2), y, 1, canvas.glyphs.bar, Role::Track);
    }
    canvas.put(pane.x, pane.y, pane.width, &dossier.person.name.full(), Role::Strong);
    let mut y = pane.y + 1;
    let mut say = |canvas: &mut Canvas<'_>, text: &str, role: Role| {
        let area = Rect { y, height: pane.bottom().saturating_sub(y), ..pane };
        y = canvas.paragraph(area, text, role);
    };
    say(canvas, &said::stage_word(words, standing.stage), Role::Dim);
    if let Some(found) = standing.evaluation {
        say(canvas, &says::judgement_text(words, found, &desk.office.rules), Role::Plain);
        let reason = found.reason.for_supervisor();
        if !reason.is_empty() {
            say(canvas, reason, Role::Plain);
        }
    }
    for (text, tone) in said::paper_lines(words, &standing, &desk.office.rules, desk.office.today) {
        let role = match tone {
            Tone::Alarm => Role::Alarm,
            Tone::Attention => Role::Attention,
            Tone::Dim => Role::Dim,
            _ => Role::Plain,
        };
        say(canvas, &text, role);
    }
    if let Some(clock) = standing.objection.filter(|found| Objection::is_open(found)) {
        let first = clock.first_reason().to_owned();
        say(canvas, &first, Role::Dim);
    }
}

// --- the unit ------------------------------------------------------------------------------------------------------

/// Squares a person, the limit as a mark; what the pattern says, in persons; what the figures are of; former periods.
fn spread_view(desk: &Desk, tab: &EvaluationTab, canvas: &mut Canvas<'_>, area: Rect) {
    let (words, Some(guard)) = (&desk.words, &tab.guard) else { return };
    let mut y = area.y + 2;
    let head = format!("{:<17}", words.say("reports-head-predicate"));
    canvas.put(area.x, y, area.width, &head, Role::Heading);
    canvas.put_right(area.x + 24, y, &words.say("reports-head-people"), Role::Heading);
    y += 1;
    for predicate in Predicate::ALL {
        squares(desk, guard, predicate, canvas, Rect { y, height: 1, ..area });
        y += 1;
    }
    canvas.put(area.x, y, 17, &said::stage_word(words, Stage::Undecided), Role::Dim);
    canvas.put_right(area.x + 24, y, &guard.population.undecided.to_string(), Role::Dim);
    y += 2;
    let mut lines: Vec<(String, Role)> = vec![];
    let short = guard.shortfall().is_some_and(|short| short > 0);
    lines.push((said::state_text(words, guard), if short { Role::Attention } else { Role::Plain }));
    lines.extend(guard.allowed.iter().map(|allowed| (said::allowed(words, allowed, guard.population.n()), Role::Plain)));
    lines.push((guarded::source_line(words, guard, &desk.office.rules), Role::Dim));
    lines.push((population_line(desk, tab, guard), Role::Dim));
    lines.extend(former(desk, tab.period(&desk.office)).map(|line| (line, Role::Plain)));
    for (text, role) in lines {
        y = canvas.paragraph(Rect { y, height: area.bottom().saturating_sub(y), ..area }, &text, role);
    }
}

/// One row: word, count, a square a person with the most that is allowed marked, or the figure where they are too many.
fn squares(desk: &Desk, guard: &Guard, predicate: Predicate, canvas: &mut Canvas<'_>, area: Rect) {
    let count = guard.population.counts[predicate.place()];
    canvas.put(area.x, area.y, 17, &says::predicate_word(&desk.words, predicate), Role::Plain);
    canvas.put_right(area.x + 24, area.y, &count.to_string(), Role::Strong);
    let room = area.width.saturating_sub(28) / 2;
    if u32::from(room) < guard.population.n() {
        return;
    }
    let most = guard.allowed.iter().find(|allowed| allowed.of == [predicate]).map(|allowed| allowed.max);
    for n in 0..guard.population.n() {
        let x = area.x + 28 + 2 * n as u16;
        let beyond = most.is_some_and(|most| n >= most);
        let (sign, role) = match n < count {
            true if beyond => (canvas.glyphs.square, Role::Attention),
            true => (canvas.glyphs.square, Role::Plain),
            false => (canvas.glyphs.none, Role::Track),
        };
        canvas.put(x, area.y, 1, sign, role);
        if most == Some(n + 1) {
            canvas.put(x + 1, area.y, 1, canvas.glyphs.pace_mark, Role::Strong);
        }
    }
}

fn population_line(desk: &Desk, tab: &EvaluationTab, guard: &Guard) -> String {
    let others = unit_result(&desk.office, tab.period(&desk.office)).and_then(|unit| unit.others);
    let own = guard.population.n().saturating_sub(others.as_ref().map_or(0, total));
    match others {
        Some(counts) => {
            let args = [("own", own.into()), ("others", total(&counts).into())];
            desk.words.with("reports-population", &args)
        }
        None => desk.words.with("reports-population-unknown", &[("own", own.into())]),
    }
}

/// The counts of earlier periods of the same kind, the newest first; none where nobody was judged.
fn former(desk: &Desk, period: EvaluationPeriod) -> Option<String> {
    let earlier = std::iter::successors(Some(period.previous()), |at| Some(at.previous())).take(4);
    let said: Vec<String> = earlier
        .filter_map(|at| {
            let counts = guard_of(&desk.office, at).population.counts;
            let figures = counts.map(|count| count.to_string()).join(" ");
            (total(&counts) > 0).then(|| format!("{} {figures}", desk.words.evaluation_period(at)))
        })
        .collect();
    (!said.is_empty()).then(|| desk.words.with("reports-former", &[("periods", said.join(", ").into())]))
}
