//! The line of a check-in: what is measured, what held so far, and what the typed line was understood as.

use crate::app::App;
use crate::domain::goal::plan::Standing;
use crate::domain::goal::{Indicator, Measure};
use crate::screens::overlays::CheckInBox;
use crate::screens::overlays::draw::{drawer, input};
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

pub fn draw(app: &App, open: &CheckInBox, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &app.words;
    let found = app.office.dossier(open.at.person).and_then(|d| {
        let result = d.result(open.at.result)?;
        Some((d, result, result.indicator(open.indicator)?))
    });
    let Some((dossier, result, indicator)) = found else { return };
    let name = app.office.label(open.at.person);
    let title = words.with("check-in-title", &[("indicator", indicator.title.as_str().into()), ("name", name.into())]);
    let inner = drawer(canvas, area, 6, &title);
    let width = inner.width.saturating_sub(2);
    canvas.put(inner.x, inner.y, 2, "> ", Role::Key);
    input(canvas, inner.x + 2, inner.y, width, &open.line, true);
    if open.line.text().is_empty() {
        canvas.put(inner.x + 2, inner.y, width, &words.say(example(indicator)), Role::Dim);
    }
    let y = inner.y + 1;
    let below = Rect { x: inner.x + 2, y, width, height: 2 };
    match (&open.error, app.check_in_entry(open)) {
        (Some(error), _) => {
            canvas.paragraph(below, &words.text(error), Role::Attention);
        }
        (None, Ok(entry)) => {
            let mut x = inner.x + 2;
            for (text, role) in understood(app, indicator, &entry) {
                x = canvas.put(x, y, inner.right().saturating_sub(x), &format!("[{text}]"), role) + 1;
            }
        }
        (None, Err(_)) => {}
    }
    let standing = Standing::of(result, indicator, &dossier.check_ins, app.office.today);
    canvas.put(inner.x + 2, inner.y + 2, width, &so_far(app, &standing), Role::Plain);
    canvas.put(inner.x + 2, inner.y + 3, width, &words.say("check-in-grammar"), Role::Dim);
}

fn example(indicator: &Indicator) -> &'static str {
    match indicator.measure {
        Measure::YesNo => "check-in-example-yes-no",
        Measure::Milestones { .. } => "check-in-example-steps",
        Measure::Described => "check-in-example-described",
        _ => "check-in-example",
    }
}

/// What was read, each part as a short word; the progress that it would be comes first.
pub fn understood(app: &App, indicator: &Indicator, entry: &crate::domain::goal::entry::Entry) -> Vec<(String, Role)> {
    let words = &app.words;
    let mut out = Vec::new();
    if let Some(value) = entry.value {
        let progress = indicator.measure.progress(indicator.accrual, value).filter(|_| !indicator.target_open);
        let text = crate::reports::goals::value_text(words, indicator, value);
        out.push((format!("{text} = {}", crate::reports::goals::progress_text(words, progress)), Role::Good));
    }
    out.extend(entry.on.map(|on| (words.near_day(on, app.office.today), Role::Good)));
    if !entry.evidence.is_empty() {
        out.push((words.with("check-in-evidence", &[("text", entry.evidence.as_str().into())]), Role::Key));
    }
    if !entry.note.is_empty() {
        out.push((entry.note.clone(), Role::Plain));
    }
    out
}

/// Target and the value that holds: "at least 120 boks · last 60 boks on 3 Nov".
fn so_far(app: &App, standing: &Standing<'_>) -> String {
    let words = &app.words;
    let target = crate::reports::goals::measure_line(words, standing.indicator);
    match standing.check_ins.last() {
        Some(last) => format!("{target} · {}", crate::reports::goals::check_in_line(words, standing.indicator, last)),
        None => format!("{target} · {}", words.say("check-in-first")),
    }
}
