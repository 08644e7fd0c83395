//! The step of goals: the running plan, one line a result and an indicator. What was said of it in this talk is marked;
//! below stands what is measured on the selected line, and what held last.

use crate::desk::Desk;
use crate::desk::records::goals::GoalAt;
use crate::domain::goal::plan::{Goal, PerformancePlan, Standing};
use crate::domain::{Dossier, Session};
use crate::reports::goals as says;
use crate::screens::session::{Focus, SessionScreen, Spot};
use crate::ui::canvas::Canvas;
use crate::ui::goal_rows::goal;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// Rows below the list: a line, and two of words.
const BELOW: u16 = 3;

pub fn draw(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(dossier) = desk.office.dossier(session.person) else { return };
    let Some(plan) = PerformancePlan::on(dossier, desk.office.today) else {
        canvas.paragraph(area, &desk.words.say("session-no-plan"), Role::Plain);
        return;
    };
    let end = canvas.put(area.x, area.y, area.width, &says::mean_line(&desk.words, &plan.mean), Role::Heading);
    canvas.rule(end + 1, area.y, area.right().saturating_sub(end + 1), Role::Dim);
    let spots = session.spots(&desk.office);
    let below = if area.height > 2 * BELOW { BELOW } else { 0 };
    let room = usize::from(area.height.saturating_sub(1 + below));
    let at = spots.iter().position(|spot| session.focus == Focus::Spot(*spot)).unwrap_or(0);
    let top = (at + 1).saturating_sub(room);
    let talk = dossier.session(session.session);
    for (n, spot) in spots.iter().enumerate().skip(top).take(room) {
        let Spot::Goal(result, indicator) = *spot else { continue };
        let y = area.y + 1 + (n - top) as u16;
        // Room for the mark of what was said in this talk; that of the selection stands in the gutter.
        let line = Rect { x: area.x.saturating_sub(1), y, width: area.width + 2, height: 1 };
        let chosen = session.focus == Focus::Spot(*spot);
        if chosen {
            canvas.mark(line.x, y);
        }
        let at = GoalAt { person: session.person, result, indicator };
        goal(desk, canvas, line, at, false, chosen);
        if talk.is_some_and(|talk| touched(dossier, talk, at)) {
            canvas.put(area.x, y, 1, canvas.glyphs.done, Role::Good);
        }
    }
    if below > 0 {
        let y = area.bottom() - BELOW;
        canvas.rule(area.x, y, area.width, Role::Dim);
        let text = session.goal_at().and_then(|at| of_selection(desk, dossier, at)).unwrap_or_default();
        canvas.paragraph(Rect { y: y + 1, height: BELOW - 1, ..area }, &text, Role::Plain);
    }
}

/// A value of the indicator, or the word about the result, is of this talk.
fn touched(dossier: &Dossier, talk: &Session, at: GoalAt) -> bool {
    match at.indicator {
        Some(id) => dossier.check_ins_of(talk.id).any(|c| c.indicator == id),
        None => dossier.results_of(talk).iter().any(|r| r.id == at.result),
    }
}

/// Of an indicator its measure and last value; of a result what its word and the pace say.
fn of_selection(desk: &Desk, dossier: &Dossier, at: GoalAt) -> Option<String> {
    let words = &desk.words;
    let result = dossier.result(at.result)?;
    let Some(indicator) = at.indicator.and_then(|id| result.indicator(id)) else {
        let goal = Goal::of(result, &dossier.check_ins, desk.office.today);
        let due = words.with("session-goal-due", &[("day", result.due().into())]);
        let word = result.words.last().map(|word| says::word_line(words, word));
        let parts = [Some(due), word, says::disagreement_line(words, &goal, &desk.office.rules)];
        return Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    };
    let standing = Standing::of(result, indicator, &dossier.check_ins, desk.office.today);
    let measure = says::measure_line(words, indicator);
    Some(match standing.check_ins.last() {
        Some(last) => format!("{measure} · {}", says::check_in_line(words, indicator, last)),
        None => format!("{measure} · {}", words.say("check-in-first")),
    })
}
