//! The line of a check-in: what is measured, what held so far, and what the typed line was understood as.

use super::CheckInBox;
use crate::desk::Desk;
use crate::domain::goal::plan::Standing;
use crate::domain::goal::{Indicator, Measure};
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::goal_rows::understood;
use crate::ui::parts::{drawer, input};
use crate::ui::theme::Role;
use ratatui::layout::Rect;

impl Draw for CheckInBox {
    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let words = &desk.words;
        let found = desk.office.dossier(self.at.person).and_then(|d| {
            let result = d.result(self.at.result)?;
            Some((d, result, result.indicator(self.indicator)?))
        });
        let Some((dossier, result, indicator)) = found else { return };
        let name = desk.office.label(self.at.person);
        let title = words.with("check-in-title", &[("indicator", indicator.title.as_str().into()), ("name", name.into())]);
        let inner = drawer(canvas, area, 6, &title);
        let width = inner.width.saturating_sub(2);
        canvas.put(inner.x, inner.y, 2, "> ", Role::Key);
        input(canvas, inner.x + 2, inner.y, width, &self.line, true);
        if self.line.text().is_empty() {
            canvas.put(inner.x + 2, inner.y, width, &words.say(example(indicator)), Role::Dim);
        }
        let y = inner.y + 1;
        let below = Rect { x: inner.x + 2, y, width, height: 2 };
        match (&self.error, self.read(desk)) {
            (Some(error), _) => {
                canvas.paragraph(below, &words.text(error), Role::Attention);
            }
            (None, Ok(entry)) => {
                let mut x = inner.x + 2;
                for (text, role) in understood(desk, indicator, &entry) {
                    x = canvas.put(x, y, inner.right().saturating_sub(x), &format!("[{text}]"), role) + 1;
                }
            }
            (None, Err(_)) => {}
        }
        let standing = Standing::of(result, indicator, &dossier.check_ins, desk.office.today);
        canvas.put(inner.x + 2, inner.y + 2, width, &so_far(desk, &standing), Role::Plain);
        canvas.put(inner.x + 2, inner.y + 3, width, &words.say("check-in-grammar"), Role::Dim);
    }
}

fn example(indicator: &Indicator) -> &'static str {
    match indicator.measure {
        Measure::YesNo => "check-in-example-yes-no",
        Measure::Milestones { .. } => "check-in-example-steps",
        Measure::Described => "check-in-example-described",
        _ => "check-in-example",
    }
}

/// Target and the value that holds: "at least 120 boks · last 60 boks on 3 Nov".
fn so_far(desk: &Desk, standing: &Standing<'_>) -> String {
    let words = &desk.words;
    let target = crate::reports::goals::measure_line(words, standing.indicator);
    match standing.check_ins.last() {
        Some(last) => format!("{target} · {}", crate::reports::goals::check_in_line(words, standing.indicator, last)),
        None => format!("{target} · {}", words.say("check-in-first")),
    }
}
