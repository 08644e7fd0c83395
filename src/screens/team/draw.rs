//! The team list: who needs me, and in words why.

use super::{Order, TeamScreen, summary};
use crate::desk::Desk;
use crate::desk::WIDE;
use crate::domain::competency::tally;
use crate::domain::language::clean;
use crate::domain::language::query::Query;
use crate::domain::people::attention::{Attention, Due};
use crate::domain::people::roster::Scope;
use crate::domain::period::days_between;
use crate::domain::{Reason, RosterRow};
use crate::i18n::Arg;
use crate::reports::goals as says;
use crate::screens::draw::Draw;
use crate::ui::canvas::{Canvas, fit_name};
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// Widths of the columns right of the name.
/// At least so much of a name is seen.
const NAME: u16 = 22;
const SESSION: u16 = 10;
const NEXT: u16 = 15;
const GOALS: u16 = 12;
const GAP: u16 = 5;
const PROMISES: u16 = 9;
const EVIDENCE: u16 = 7;

impl Draw for TeamScreen {
    fn corner(&self, _desk: &Desk) -> Option<String> {
        None
    }

    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, body: Rect) {
        if desk.office.roster.team(Scope::Everybody).next().is_none() {
            return empty(desk, canvas, body, "team-empty");
        }
        let wide = body.width >= WIDE;
        let list_width = if wide { (body.width * 3 / 5).max(78) } else { body.width };
        let list = Rect { width: list_width.min(body.width), ..body };
        counts(desk, self, canvas, list);
        heading(desk, self, canvas, Rect { y: list.y + 2, height: 1, ..list });
        let rows = Rect { y: list.y + 3, height: list.height.saturating_sub(6), ..list };
        if self.people.is_empty() {
            let id = if self.filter.is_empty() { "team-nobody" } else { "team-no-match" };
            empty(desk, canvas, rows, id);
        }
        for (i, id) in self.people.iter().skip(self.list.top).take(usize::from(rows.height)).enumerate() {
            let (Some(row), Some(attention)) = (desk.office.row(*id), desk.office.attention(*id)) else { continue };
            let chosen = Some(*id) == self.selected;
            line(desk, canvas, Rect { y: rows.y + i as u16, height: 1, ..rows }, row, attention, chosen);
        }
        let selected = self.selected.and_then(|id| Some((desk.office.row(id)?, desk.office.attention(id)?)));
        if let Some((row, attention)) = selected {
            let why =
                Rect { x: list.x + 1, y: list.bottom().saturating_sub(2), width: list.width.saturating_sub(2), height: 2 };
            canvas.paragraph(why, &why_text(desk, row, attention), Role::Plain);
            if wide {
                let x = list.right() + 1;
                let pane = Rect { x: x + 2, y: body.y, width: body.right().saturating_sub(x + 3), height: body.height };
                for y in body.top()..body.bottom() {
                    canvas.put(x, y, 1, canvas.glyphs.bar, Role::Dim);
                }
                if let Some(person) = desk.beside {
                    crate::screens::person::draw::brief(desk, person, canvas, pane);
                }
            }
        }
    }
}

fn empty(desk: &Desk, canvas: &mut Canvas<'_>, area: Rect, id: &str) {
    let inner =
        Rect { x: area.x + 3, y: area.y + 1, width: area.width.saturating_sub(6), height: area.height.saturating_sub(1) };
    let mut y = inner.y;
    for text in desk.words.say(id).split('\n') {
        if y >= inner.bottom() {
            break;
        }
        y = canvas.paragraph(Rect { y, height: inner.bottom().saturating_sub(y), ..inner }, text, Role::Plain);
    }
}

/// The line of counts; while filtering, the filter.
fn counts(desk: &Desk, team: &TeamScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &desk.words;
    if team.filtering || !team.filter.text().is_empty() {
        let x = canvas.put(area.x + 1, area.y, area.width, "/ ", Role::Key);
        let width = area.width.saturating_sub(20);
        crate::ui::parts::input(canvas, x, area.y, width, &team.filter, team.filtering);
        let end = x + (clean::width(team.filter.text()) as u16 + 1).min(width);
        let query = Query::parse(team.filter.text());
        let unknown = query.unknown_key().map(|key| words.with("team-unknown-key", &[("key", key.into())]));
        let found = words.with("team-found", &[("count", team.people.len().into())]);
        let found = unknown.map_or(found.clone(), |unknown| format!("{found} · {unknown}"));
        canvas.put(end + 2, area.y, area.right().saturating_sub(end + 2), &found, Role::Dim);
        return;
    }
    let sum = summary(&desk.office, team.scope);
    let waiting = desk.drafts_waiting;
    let (attention, alarm) = (canvas.glyphs.attention, canvas.glyphs.alarm);
    let parts = [
        (sum.objections, "team-objections", alarm, Role::Alarm),
        (sum.overdue, "team-overdue", attention, Role::Attention),
        (sum.my_promises, "team-my-promises", alarm, Role::Alarm),
        (sum.this_week, "team-this-week", "", Role::Plain),
        (sum.open, "team-open-sessions", "", Role::Plain),
        (waiting, "team-drafts", "", Role::Strong),
        (team.gaps, "heat-gaps", "", Role::Plain),
    ];
    let mut x = area.x + 1;
    if team.scope == Scope::Everybody || !desk.office.roster.has_own_team() {
        let text = words.with("team-everybody", &[("count", Arg::Word(words.number(team.people.len() as i64)))]);
        x = canvas.put(x, area.y, area.width, &text, Role::Dim) + 3;
    }
    let first = x;
    for (count, id, mark, role) in parts {
        if count == 0 {
            continue;
        }
        let text = words.with(id, &[("count", count.into())]);
        let text = if mark.is_empty() { text } else { format!("{mark} {text}") };
        if id == "heat-gaps" && (x == first || x + clean::width(&text) as u16 > area.right()) {
            // Nobody waits because of gaps: they are told where there is room.
            continue;
        }
        x = canvas.put(x, area.y, area.right().saturating_sub(x), &text, role) + 3;
    }
    if x == first {
        canvas.put(x, area.y, area.right().saturating_sub(x), &words.say("team-all-well"), Role::Good);
    }
}

fn heading(desk: &Desk, team: &TeamScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let c = Columns::new(area);
    let say = |id: &str| desk.words.say(id);
    let order = if team.order == Order::Neglect { String::new() } else { format!(" ({})", say(team.order.id())) };
    canvas.put(c.name, area.y, c.name_width, &format!("{}{order}", say("column-name")), Role::Heading);
    if let Some(session) = c.session {
        canvas.put_right(session + SESSION - 3, area.y, &say("column-session"), Role::Heading);
    }
    canvas.put(c.next, area.y, NEXT, &say("column-next"), Role::Heading);
    if let Some(goals) = c.goals {
        canvas.put(goals, area.y, GOALS, &say("column-goals"), Role::Heading);
    }
    if let Some(gap) = c.gap {
        canvas.put_right(gap + GAP - 2, area.y, &say("heat-gap"), Role::Heading);
    }
    for (column, width, id) in [(c.promises, PROMISES, "column-promises"), (c.evidence, EVIDENCE, "column-evidence")] {
        if let Some(x) = column {
            canvas.put(x, area.y, width, &say(id), Role::Heading);
        }
    }
}

/// Where the columns begin; on a narrow terminal the last ones give way to the name.
struct Columns {
    name: u16,
    name_width: u16,
    session: Option<u16>,
    next: u16,
    goals: Option<u16>,
    gap: Option<u16>,
    promises: Option<u16>,
    evidence: Option<u16>,
}

impl Columns {
    fn new(area: Rect) -> Self {
        let mut room = area.width.saturating_sub(4 + NEXT);
        let mut wants = |width: u16| {
            let fits = room >= width + NAME;
            room -= if fits { width } else { 0 };
            fits
        };
        let (session, promises, goals) = (wants(SESSION), wants(PROMISES), wants(GOALS));
        let (gap, evidence) = (wants(GAP), wants(EVIDENCE));
        let name = area.x + 3;
        let after_name = name + room;
        let next = after_name + if session { SESSION } else { 0 };
        let after_goals = next + NEXT + if goals { GOALS } else { 0 };
        let after_gap = after_goals + if gap { GAP } else { 0 };
        let after_promises = after_gap + if promises { PROMISES } else { 0 };
        Columns {
            name,
            name_width: room,
            session: session.then_some(after_name),
            next,
            goals: goals.then_some(next + NEXT),
            gap: gap.then_some(after_goals),
            promises: promises.then_some(after_gap),
            evidence: evidence.then_some(after_promises),
        }
    }
}

fn line(desk: &Desk, canvas: &mut Canvas<'_>, area: Rect, row: &RosterRow, attention: &Attention, chosen: bool) {
    let c = Columns::new(area);
    let quiet = matches!(attention.due, Due::Suspended | Due::Ended);
    if chosen {
        canvas.mark(area.x + 1, area.y);
    }
    let days = match attention.since_session {
        Some(days) => desk.words.with("days-short", &[("count", days.into())]),
        None => canvas.glyphs.dash.to_owned(),
    };
    // Days of three digits reach up to the name.
    let gap = if clean::width(&days) >= usize::from(SESSION - 3) { 2 } else { 1 };
    let name = fit_name(&row.name, usize::from(c.name_width.saturating_sub(gap)), canvas.glyphs.ellipsis);
    let role = if chosen {
        Role::Chosen
    } else if quiet {
        Role::Dim
    } else {
        Role::Plain
    };
    canvas.put(c.name, area.y, c.name_width, &name, role);
    let late = matches!(attention.due, Due::Overdue(_));
    let objects = attention.reasons.iter().any(|reason| matches!(reason, Reason::Objection { .. }));
    if let Some(session) = c.session {
        canvas.put_right(session + SESSION - 3, area.y, &days, if quiet { Role::Dim } else { Role::Plain });
    }
    let mark = if objects { Some((canvas.glyphs.alarm, Role::Alarm)) } else { None };
    if let Some((glyph, role)) = mark.or(late.then_some((canvas.glyphs.attention, Role::Attention))) {
        canvas.put(c.next.saturating_sub(2), area.y, 1, glyph, role);
    }
    // An objection outranks a day.
    let objection = || (desk.words.say("next-objection"), Role::Alarm);
    let (next, role) = if objects { objection() } else { next_text(desk, attention) };
    canvas.put(c.next, area.y, NEXT - 1, &next, role);
    if let Some(x) = c.goals {
        goals(desk, canvas, x, area.y, row, attention);
    }
    if let Some(x) = c.gap {
        let office = &desk.office;
        let count = tally::count(row, &office.roster.catalogue, &office.rules, office.today);
        let (text, role) = crate::screens::competencies::draw::gaps(canvas, count.as_ref());
        canvas.put_right(x + GAP - 2, area.y, &text, role);
    }
    if let Some(x) = c.promises {
        promises(desk, canvas, x, area.y, row);
    }
    if let Some(x) = c.evidence {
        evidence(desk, canvas, x, area.y, row);
    }
}

/// When the next session is, and how urgent.
pub fn next_text(desk: &Desk, attention: &Attention) -> (String, Role) {
    let words = &desk.words;
    let day = |role: Role| (attention.next.map(|d| words.near_day(d, desk.office.today)).unwrap_or_default(), role);
    match attention.due {
        Due::Overdue(days) => (words.with("next-overdue", &[("days", days.into())]), Role::Attention),
        Due::Open => (words.say("next-open"), Role::Strong),
        Due::Today => (words.say("next-today"), Role::Attention),
        Due::Soon(_) => day(Role::Strong),
        Due::Later(_) => day(Role::Plain),
        Due::Suspended => (words.say("next-leave"), Role::Dim),
        Due::Ended => (words.say("next-ended"), Role::Dim),
    }
}

/// Open promises: the user's, then the employee's; a mark where one is overdue.
fn promises(desk: &Desk, canvas: &mut Canvas<'_>, x: u16, y: u16, row: &RosterRow) {
    let today = desk.office.today;
    let (mine, theirs) = (row.my_due.len(), row.their_due.len());
    if mine + theirs == 0 {
        canvas.put(x, y, 1, canvas.glyphs.none, Role::Dim);
        return;
    }
    let late_mine = RosterRow::overdue(&row.my_due, today) > 0;
    let late_theirs = RosterRow::overdue(&row.their_due, today) > 0;
    let (text, role) =
        if late_mine { (format!("{}{mine}", canvas.glyphs.alarm), Role::Alarm) } else { (format!("{mine}"), Role::Plain) };
    let x = canvas.put(x, y, 4, &text, role);
    let x = canvas.put(x, y, 1, "/", Role::Dim);
    let (text, role) = if late_theirs {
        (format!("{}{theirs}", canvas.glyphs.attention), Role::Attention)
    } else {
        (format!("{theirs}"), Role::Plain)
    };
    canvas.put(x, y, 4, &text, role);
}

/// Progress of the running plan and its last steps; a mark where a goal is off track.
fn goals(desk: &Desk, canvas: &mut Canvas<'_>, x: u16, y: u16, row: &RosterRow, attention: &Attention) {
    let plan = row.plan(desk.office.today);
    let Some((plan, progress)) = plan.and_then(|plan| Some((plan, plan.share()?))) else {
        canvas.put_right(x + 5, y, canvas.glyphs.dash, Role::Dim);
        return;
    };
    canvas.put_right(x + 5, y, &says::progress_text(&desk.words, Some(progress)), Role::Plain);
    let end = canvas.put(x + 6, y, 4, &crate::ui::goal_rows::graph(canvas, &plan.steps()), Role::Plain);
    if attention.reasons.iter().any(|reason| matches!(reason, Reason::GoalsBehind { .. })) {
        canvas.put(end, y, 1, canvas.glyphs.attention, Role::Attention);
    }
}

/// One sign a month for the last six: whether anything was seen and written down.
fn evidence(desk: &Desk, canvas: &mut Canvas<'_>, x: u16, y: u16, row: &RosterRow) {
    let today = desk.office.today;
    let mut months = [0usize; 6];
    for day in &row.evidence {
        let days = days_between(day.date(), today);
        if (0..180).contains(&days) {
            months[5 - (days / 30) as usize] += 1;
        }
    }
    for (i, count) in months.iter().enumerate() {
        let (sign, role) = match count {
            0 => (canvas.glyphs.none, Role::Dim),
            _ => (canvas.glyphs.evidence, Role::Plain),
        };
        canvas.put(x + i as u16, y, 1, sign, role);
    }
}

/// Why somebody stands where he or she stands, in words.
pub fn why_text(desk: &Desk, row: &RosterRow, attention: &Attention) -> String {
    let words = &desk.words;
    let reasons: Vec<String> = attention.reasons.iter().map(|why| crate::reports::reason(words, why)).collect();
    let name = row.name.name.split(' ').next().unwrap_or_default().to_owned();
    if reasons.is_empty() {
        return match attention.due {
            Due::Suspended => words.with("why-on-leave", &[("name", name.into())]),
            Due::Ended => words.with("why-ended", &[("name", name.into())]),
            _ => words.with("why-nothing", &[("name", name.into())]),
        };
    }
    words.with("why-reasons", &[("name", name.into()), ("reasons", reasons.join("; ").into())])
}
