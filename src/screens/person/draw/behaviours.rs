//! The work behaviours of a person: seven values down, the quarters and the year across, and below them what a value
//! looks like and what is expected in particular. They have no levels and stand apart from the competencies.

use super::ratings::bar;
use crate::desk::Desk;
use crate::desk::records::ratings::{BehaviourAt, period_text, standing_of};
use crate::domain::Dossier;
use crate::domain::competency::ExpectationRating;
use crate::domain::competency::behaviour::{BehaviourStanding, behaviours};
use crate::domain::period::{EvaluationPeriod, Quarter};
use crate::reports::competencies as says;
use crate::screens::OnTop;
use crate::screens::person::{Entry, PersonScreen};
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// Columns of a period.
const WIDTH: u16 = 7;

pub fn draw(desk: &Desk, page: &PersonScreen, dossier: &Dossier, canvas: &mut Canvas<'_>, area: Rect) {
    let (words, today) = (&desk.words, desk.shown().today);
    let period = page.period(today);
    let year = period.first().year();
    let quarters = (1..=4).map(|number| EvaluationPeriod::Quarter(Quarter { year, number }));
    let periods: Vec<EvaluationPeriod> = quarters.chain([EvaluationPeriod::Year(year)]).collect();
    let heading = words.with("behaviour-heading", &[("period", period_text(words, period).into())]);
    canvas.put(area.x + 1, area.y, area.width.saturating_sub(2), &heading, Role::Plain);
    let right = area.right().saturating_sub(1).min(area.x + 100);
    let evidence = right.saturating_sub(9);
    let first = evidence.saturating_sub(WIDTH * 5 + 1);
    for (n, of) in (0..).zip(&periods) {
        let text = match of {
            EvaluationPeriod::Quarter(quarter) => words.with("behaviour-column", &[("quarter", quarter.roman().into())]),
            EvaluationPeriod::Year(year) => year.to_string(),
            EvaluationPeriod::Month(month) => format!("{:02}/{}", month.number, month.year % 100),
        };
        let role = if *of == period { Role::Focus } else { Role::Heading };
        canvas.put(first + n * WIDTH, area.y + 1, WIDTH - 1, &text, role);
    }
    canvas.put(evidence, area.y + 1, 9, &words.say("rating-column-evidence"), Role::Heading);
    let standings: Vec<[BehaviourStanding<'_>; 7]> = periods.iter().map(|of| behaviours(dossier, *of, today)).collect();
    let mut y = area.y + 2;
    for entry in page.entries.iter().skip(page.list.top) {
        let Entry::Behaviour(value) = *entry else { continue };
        if y >= area.bottom() {
            break;
        }
        let chosen = Some(*entry) == page.selected;
        if chosen {
            canvas.mark(area.x + 1, y);
        }
        let role = if chosen { Role::Strong } else { Role::Plain };
        let name = words.wording(&value.words().name);
        canvas.put(area.x + 3, y, first.saturating_sub(area.x + 4), name, role);
        for (n, of) in (0..).zip(&standings) {
            let Some(standing) = of.iter().find(|standing| standing.value == value) else { continue };
            let here = periods.get(usize::from(n)) == Some(&period);
            let (sign, role) = sign(canvas, standing, here);
            canvas.put(first + n * WIDTH + 2, y, 1, sign, role);
            if standing.expectation.is_some() {
                canvas.put(first + n * WIDTH + 3, y, 1, "!", Role::Dim);
            }
        }
        let at = BehaviourAt { person: page.person, value, period };
        let spread = standing_of(dossier, at, today).evidence;
        let role = if spread.count == 0 { Role::Dim } else { Role::Plain };
        let text = format!("{:>2} {}", spread.count.min(99), bar(canvas, spread));
        canvas.put(evidence, y, 9, &text, role);
        y += 1;
    }
    if let Some(at) = page.selection(desk).behaviour {
        let area = Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: area.bottom().saturating_sub(y) };
        below(desk, &standing_of(dossier, at, today), canvas, area);
    }
}

fn sign(canvas: &Canvas<'_>, standing: &BehaviourStanding<'_>, here: bool) -> (&'static str, Role) {
    let strong = |role| if here { Role::Strong } else { role };
    match standing.current.map(|current| current.rating) {
        Some(ExpectationRating::Below) => (canvas.glyphs.below[0], Role::Attention),
        Some(ExpectationRating::Meets) => ("=", strong(Role::Plain)),
        Some(ExpectationRating::Above) => (canvas.glyphs.above[0], Role::Good),
        None => (canvas.glyphs.dash, Role::Dim),
    }
}

/// What the value looks like, what is expected in particular, what was said of it.
fn below(desk: &Desk, standing: &BehaviourStanding<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    if area.height < 2 {
        return;
    }
    let words = &desk.words;
    let value = standing.value.words();
    canvas.rule(area.x, area.y, area.width, Role::Dim);
    let title = format!(" {} ", words.wording(&value.name));
    canvas.put(area.x + 2, area.y, area.width.saturating_sub(4), &title, Role::Strong);
    let mut lines: Vec<(String, Role)> = vec![(says::behaviour_line(words, standing), Role::Plain)];
    if let Some(expectation) = standing.expectation {
        let text = words.with("behaviour-expectation", &[("text", expectation.text.get().as_str().into())]);
        lines.push((text, Role::Strong));
    }
    let note = standing.current.map(|current| current.note.for_supervisor().clone()).filter(|note| !note.is_empty());
    lines.extend(note.map(|note| (note, Role::Plain)));
    lines.push((words.wording(&value.meaning).to_owned(), Role::Dim));
    lines.extend(value.behaviours.iter().map(|text| (format!("- {}", words.wording(text)), Role::Plain)));
    let mut y = area.y + 1;
    for (line, role) in lines {
        if y >= area.bottom() {
            break;
        }
        y = canvas.paragraph(Rect { y, height: area.bottom().saturating_sub(y), ..area }, &line, role);
    }
}
