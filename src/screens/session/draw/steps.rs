//! The work of each step.

use super::rows::{chosen, dossier, heading, row_start, row_text};
use super::{LABEL, field, noted};
use crate::desk::Desk;
use crate::domain::sessions::closing::Warning;
use crate::domain::{ActionId, AgendaId, AgendaState, Audience, FeedbackKind, Owner, SessionKind};
use crate::i18n::Arg;
use crate::screens::person::draw::action_state;
use crate::screens::session::{Entry, SessionScreen, Spot, Step};
use crate::ui::canvas::Canvas;
use crate::ui::parts::audience_mark;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

pub(super) fn below(area: Rect, y: u16) -> Rect {
    Rect { y, height: area.bottom().saturating_sub(y), ..area }
}

pub fn prepare(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let mut y = field(desk, session, canvas, Rect { height: 3, ..area }, Spot::Purpose, "field-purpose", "prompt-purpose");
    y = field(desk, session, canvas, Rect { y, height: 2, ..area }, Spot::NewAgenda, "field-agenda", "prompt-agenda");
    if let Some(dossier) = dossier(desk, session) {
        for line in dossier.open_agenda() {
            if y < area.bottom() {
                agenda_row(desk, session, canvas, Rect { y, height: 1, ..area }, line.id);
                y += 1;
            }
        }
        heading(canvas, area, y, &desk.words.say("prepare-brief"));
        // The brief's own title repeats the name that stands above.
        crate::screens::person::draw::brief_below_title(desk, session.person, canvas, below(area, y + 1));
    }
}

pub fn feedback(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &desk.words;
    let entry = &session.entry;
    entry_head(desk, canvas, area, entry);
    let mut y = area.y + 1;
    for (spot, label, prompt) in [
        (Spot::Situation, "field-situation", "prompt-situation"),
        (Spot::Behaviour, "field-behaviour", "prompt-behaviour"),
        (Spot::Impact, "field-impact", "prompt-impact"),
        (Spot::Intent, "field-intent", "prompt-intent"),
    ] {
        y = field(
            desk,
            session,
            canvas,
            Rect { y, height: area.bottom().saturating_sub(y).min(4), ..area },
            spot,
            label,
            prompt,
        );
    }
    let Some(dossier) = dossier(desk, session) else { return };
    if dossier.session(session.session).is_some_and(|s| s.kind == SessionKind::Coaching) {
        let mark = if session.grow_audience == Audience::Private { "audience-private" } else { "audience-shared" };
        heading(canvas, area, y, &format!("GROW · {}", words.say(mark)));
        y += 1;
        for (n, (label, prompt)) in [
            ("field-goal", "prompt-goal"),
            ("field-reality", "prompt-reality"),
            ("field-options", "prompt-options"),
            ("field-will", "prompt-will"),
        ]
        .into_iter()
        .enumerate()
        {
            y = field(
                desk,
                session,
                canvas,
                Rect { y, height: area.bottom().saturating_sub(y).min(2), ..area },
                Spot::Grow(n as u8),
                label,
                prompt,
            );
        }
    }
    noted::draw(desk, session, canvas, below(area, y));
}

/// What the line being written will be: kind and audience, never in doubt.
fn entry_head(desk: &Desk, canvas: &mut Canvas<'_>, area: Rect, entry: &Entry) {
    let words = &desk.words;
    let id = match (entry.editing, entry.source) {
        (Some(_), _) => "entry-editing",
        (None, Some(_)) => "entry-opened",
        (None, None) => "entry-new",
    };
    let x = canvas.put(area.x, area.y, LABEL + 3, &words.say(id), Role::Heading).max(area.x + LABEL - 1) + 1;
    let role = match entry.kind {
        FeedbackKind::Praise => Role::Good,
        FeedbackKind::Improve => Role::Attention,
        FeedbackKind::Observation => Role::Strong,
    };
    let kind = format!("{} {}", entry.kind.sign(), words.say(&format!("feedback-{}", entry.kind.id())));
    canvas.put(x, area.y, 20, &kind, role);
    let (mark, long, role) = match entry.audience {
        Audience::Private => ("mark-private", "audience-private-long", Role::Private),
        Audience::Shared => ("mark-shared", "audience-shared-long", Role::Strong),
    };
    canvas.put_right(area.right(), area.y, &format!("{}  {}", words.say(mark), words.say(long)), role);
}

pub fn agreements(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &desk.words;
    let line = &session.agreement;
    let x = canvas.put(area.x, area.y, LABEL - 1, &words.say("entry-new"), Role::Heading).max(area.x + LABEL);
    let owner = if line.owner == Owner::Supervisor { "owner-supervisor" } else { "owner-employee" };
    let x = canvas.put(x, area.y, 24, &words.say(owner), Role::Strong) + 3;
    let x = audience_mark(desk, canvas, x, area.y, line.audience);
    let (id, role) = match line.audience {
        Audience::Private => ("audience-private-long", Role::Private),
        Audience::Shared => ("audience-shared-long", Role::Plain),
    };
    canvas.put(x, area.y, area.right().saturating_sub(x), &words.say(id), role);
    let mut y = area.y + 1;
    y = field(desk, session, canvas, Rect { y, height: 4, ..area }, Spot::ActionText, "field-text", "prompt-action");
    let due_y = y;
    y = field(desk, session, canvas, Rect { y, height: 1, ..area }, Spot::ActionDue, "field-due", "prompt-due");
    understood(desk, canvas, area, due_y, line.due.text());
    y = field(desk, session, canvas, Rect { y, height: 2, ..area }, Spot::ActionMeasure, "field-measure", "prompt-measure");
    let Some(dossier) = dossier(desk, session) else { return };
    let rows: Vec<ActionId> = dossier.actions_of(session.session).map(|a| a.id).collect();
    heading(canvas, area, y, &words.with("agreements-in-session", &[("count", rows.len().into())]));
    y += 1;
    for id in rows {
        if y < area.bottom() {
            action_row(desk, session, canvas, Rect { y, height: 1, ..area }, id);
            y += 1;
        }
    }
    super::develop::draw(desk, session, canvas, below(area, y));
}

/// The day as it was understood, at the right of its field.
fn understood(desk: &Desk, canvas: &mut Canvas<'_>, area: Rect, y: u16, typed: &str) {
    if typed.trim().is_empty() {
        return;
    }
    match crate::domain::language::dates::parse_future(typed, desk.office.today) {
        Some(day) => {
            let text = format!("= {} {}", desk.words.long_weekday(day.weekday()), desk.words.long_day(day));
            canvas.put_right(area.right(), y, &text, Role::Good);
        }
        None => {
            canvas.put_right(area.right(), y, &desk.words.say("day-not-understood"), Role::Attention);
        }
    }
}

pub fn response(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &desk.words;
    let mut y = field(desk, session, canvas, Rect { height: 5, ..area }, Spot::Words, "field-words", "prompt-words");
    y += 1;
    let focused = chosen(session, Spot::Mood);
    canvas.put(area.x, y, LABEL - 1, &words.say("field-mood"), if focused { Role::Focus } else { Role::Heading });
    if focused {
        canvas.cursor = Some((area.x + LABEL, y));
    }
    let mut x = area.x + LABEL;
    for n in 1..=5u8 {
        let role = if session.mood == Some(n) { Role::Chosen } else { Role::Dim };
        let mark = if session.mood == Some(n) { format!("[{n}]") } else { n.to_string() };
        x = canvas.put(x, y, 16, &format!("{mark} {}", words.say(&format!("mood-{n}"))), role) + 1;
    }
    y += 2;
    if y < area.bottom() {
        heading(canvas, area, y, &words.say("statements-heading"));
        y += 1;
    }
    for n in 0..9u8 {
        if y >= area.bottom() {
            break;
        }
        let focused = chosen(session, Spot::Statement(n));
        let value = session.statements.get(usize::from(n)).copied().flatten();
        let text = value.map_or_else(|| canvas.glyphs.dash.to_owned(), |v| v.to_string());
        canvas.put(area.x, y, 1, &text, if value.is_some() { Role::Strong } else { Role::Dim });
        if focused {
            canvas.put(area.x + 2, y, 1, canvas.glyphs.chosen, Role::Chosen);
            canvas.cursor = Some((area.x, y));
        }
        let role = if focused { Role::Strong } else { Role::Plain };
        canvas.put(area.x + 4, y, area.width.saturating_sub(4), &words.say(&format!("statement-{}", n + 1)), role);
        y += 1;
    }
}

/// Warnings that are in view at a time; the chosen one is.
const WARNINGS: usize = 4;

pub fn close(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &desk.words;
    let y = warnings(desk, session, canvas, area);
    let day = below(area, y);
    let mut y = field(desk, session, canvas, Rect { height: 1, ..day }, Spot::NextDay, "field-next-talk", "prompt-next");
    understood(desk, canvas, area, day.y, session.next.text());
    heading(canvas, area, y, &words.say("close-receives"));
    y += 1;
    let lines = session.closing_lines(desk);
    let focused = chosen(session, Spot::Sheet);
    if focused {
        canvas.cursor = Some((area.x, y.min(area.bottom().saturating_sub(1))));
    }
    let room = usize::from(area.bottom().saturating_sub(y));
    // The last page is full, whatever stands above it.
    let top = session.top.min(lines.len().saturating_sub(room));
    for line in lines.iter().skip(top).take(room) {
        canvas.put(area.x, y, area.width, line, Role::Plain);
        y += 1;
    }
    if top + room < lines.len() {
        let text = words.with("close-more", &[("count", (lines.len() - top - room).into())]);
        canvas.put_right(area.right(), area.bottom().saturating_sub(1), &format!("  {text}"), Role::Dim);
    }
}

/// What is worth a look, with the step it leads to; what is asked about twice is red. Returns the row after it.
fn warnings(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect) -> u16 {
    let found = session.warnings(&desk.office);
    let at = match session.spot() {
        Some(Spot::Warning(n)) => usize::from(n),
        _ => 0,
    };
    let mut y = area.y;
    for (n, warning) in found.iter().enumerate().skip((at + 1).saturating_sub(WARNINGS)).take(WARNINGS) {
        if y >= area.bottom() {
            break;
        }
        let here = session.spot() == Some(Spot::Warning(n as u8));
        if here {
            canvas.mark(area.x.saturating_sub(1), y);
        }
        let role = if warning.is_grave() { Role::Alarm } else { Role::Attention };
        let sign = if warning.is_grave() { "!!" } else { "!" };
        canvas.put(area.x, y, 2, sign, role);
        let text = warning_text(desk, warning);
        let height = area.bottom().saturating_sub(y).min(2);
        let row = Rect { x: area.x + 3, y, width: area.width.saturating_sub(3), height };
        y = canvas.paragraph(row, &text, if here { Role::Strong } else { role });
    }
    if !found.is_empty() && y < area.bottom() {
        let left = found.len().saturating_sub(WARNINGS);
        // Named is only what is there: nobody reads of an empty sheet below a full one.
        let empty = found.iter().any(|warning| matches!(warning, Warning::NothingShared));
        let private = found.iter().any(|warning| matches!(warning, Warning::PrivatePhrase { .. }));
        let what = match (private, empty) {
            (true, true) => "both",
            (true, false) => "private",
            (false, true) => "empty",
            (false, false) => "",
        };
        let id = if what.is_empty() { "close-only-said" } else { "close-asked-twice" };
        let args = [("more", left.into()), ("what", what.into())];
        canvas.put(area.x, y, area.width, &desk.words.with(id, &args[..if what.is_empty() { 1 } else { 2 }]), Role::Dim);
        y += 1;
    }
    y
}

/// A warning as a message.
fn warning_text(desk: &Desk, warning: &Warning) -> String {
    let mut args: Vec<(&'static str, Arg)> = warning.numbers().into_iter().map(|(k, n)| (k, Arg::Number(n))).collect();
    args.extend(warning.word().map(|word| ("word", Arg::from(word))));
    desk.words.with(warning.message_id(), &args)
}

pub(super) fn agenda_row(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect, id: AgendaId) {
    let Some(line) = dossier(desk, session).and_then(|d| d.agenda.iter().find(|a| a.id == id)) else { return };
    let here = chosen(session, Spot::AgendaRow(id));
    let x = row_start(desk, canvas, area, here, line.text.audience());
    let (state, role) = match &line.state {
        AgendaState::Open if line.carried > 0 => {
            (desk.words.with("entry-carried", &[("count", i64::from(line.carried).into())]), Role::Dim)
        }
        AgendaState::Open => (String::new(), Role::Dim),
        AgendaState::Discussed { .. } => (desk.words.say("state-discussed"), Role::Good),
        AgendaState::Dropped { .. } => (desk.words.say("state-dropped"), Role::Dim),
    };
    row_text(canvas, area, x, line.text.for_supervisor(), &state, role, here);
}

pub(super) fn action_row(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect, id: ActionId) {
    let Some(action) = dossier(desk, session).and_then(|d| d.actions.iter().find(|a| a.id == id)) else { return };
    let here = chosen(session, Spot::ActionRow(id));
    let x = row_start(desk, canvas, area, here, action.text.audience());
    let (mut state, role) = action_state(desk, action);
    if action.state.is_open() && action.carried > 0 {
        let carried = desk.words.with("entry-carried", &[("count", i64::from(action.carried).into())]);
        state = format!("{state} · {carried}");
    }
    let text = if session.step == Step::Agreements {
        let owner = if action.owner == Owner::Supervisor { "owner-supervisor" } else { "owner-employee" };
        format!("{}: {}", desk.words.say(owner), action.text.for_supervisor())
    } else {
        action.text.for_supervisor().clone()
    };
    row_text(canvas, area, x, &text, &state, role, here);
}

/// Under the rail: how this session stands so far.
pub fn tally(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(dossier) = dossier(desk, session) else { return };
    let count = |kind: FeedbackKind| dossier.feedback_of(session.session).filter(|f| f.kind == kind).count();
    let talk = dossier.session(session.session);
    let goals = talk.map_or(0, |talk| dossier.results_of(talk).len());
    let rows = [
        ("tally-praise", count(FeedbackKind::Praise)),
        ("tally-improve", count(FeedbackKind::Improve)),
        ("tally-actions", dossier.actions_of(session.session).count()),
        ("tally-goals", goals),
    ];
    // Who has no plan has no count of goals.
    let rows = &rows[..if dossier.results.is_empty() { 3 } else { 4 }];
    for (i, (id, n)) in rows.iter().enumerate() {
        let y = area.y + i as u16;
        if y < area.bottom() {
            let role = if *n == 0 { Role::Dim } else { Role::Plain };
            canvas.put(area.x + 3, y, area.width.saturating_sub(3), &desk.words.with(id, &[("count", (*n).into())]), role);
        }
    }
}
