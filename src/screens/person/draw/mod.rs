//! One person: brief, timeline, notes, actions; the goals are in `plan`, the competencies in `ratings`.

pub mod behaviours;
pub mod development;
pub mod plan;
pub mod ratings;

mod detail;

use super::{Entry, PersonScreen, Tab};
use crate::desk::Desk;
use crate::desk::WIDE;
use crate::domain::goal::plan::Goal;
use crate::domain::language::clean;
use crate::domain::{
    Action, ActionState, AgendaState, Audience, Dossier, Feedback, Measure, Owner, PersonId, RecordId, Session, SessionState,
};
use crate::i18n::Arg;
use crate::reports::log::story;
use crate::reports::{self, goals as says};
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::parts::{audience_mark, sign_role};
use crate::ui::people::{full_name, position};
use crate::ui::theme::Role;
use jiff::civil::Date;
use ratatui::layout::Rect;

impl Draw for PersonScreen {
    fn crumbs(&self, desk: &Desk) -> Vec<String> {
        vec![desk.words.say("place-team"), full_name(desk, self.person)]
    }

    fn corner(&self, desk: &Desk) -> Option<String> {
        Some(position(desk, self.person))
    }

    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, body: Rect) {
        tabs(desk, self, canvas, body);
        if let Some(id) = desk.nothing_known() {
            let text = Rect { x: body.x + 3, y: body.y + 3, width: body.width.saturating_sub(6), height: 3 };
            canvas.paragraph(text, &desk.words.with(id, &[("day", desk.shown().today.into())]), Role::Plain);
            return;
        }
        let area = Rect { y: body.y + 2, height: body.height.saturating_sub(2), ..body };
        if self.tab == Tab::Brief {
            let width = area.width.saturating_sub(2).min(100);
            return brief(desk, self.person, canvas, Rect { x: area.x + 1, width, ..area });
        }
        let Some(dossier) = desk.shown().dossier(self.person) else { return };
        if self.tab == Tab::Goals {
            return crate::screens::person::draw::plan::draw(desk, self, dossier, canvas, area);
        }
        if self.tab == Tab::Development {
            return development::draw(desk, self, dossier, canvas, area);
        }
        if self.tab == Tab::Competencies {
            crate::screens::person::draw::ratings::pages(desk, self, canvas, area);
            let draw = if self.behaviours {
                crate::screens::person::draw::behaviours::draw
            } else {
                crate::screens::person::draw::ratings::draw
            };
            return draw(desk, self, dossier, canvas, area);
        }
        let wide = area.width >= WIDE;
        let list = if wide { Rect { width: area.width * 3 / 5, ..area } } else { area };
        if self.entries.is_empty() {
            let id = if self.tab == Tab::Actions { "person-no-actions" } else { "person-no-entries" };
            canvas.paragraph(
                Rect { x: list.x + 3, y: list.y + 1, width: list.width.saturating_sub(6), height: 4 },
                &desk.words.say(id),
                Role::Plain,
            );
        }
        for (i, entry) in self.entries.iter().skip(self.list.top).take(usize::from(list.height)).enumerate() {
            let chosen = Some(*entry) == self.selected;
            let line = Rect { y: list.y + i as u16, height: 1, ..list };
            entry_line(desk, dossier, *entry, canvas, line, chosen, self.tab);
        }
        if wide {
            let x = list.right() + 1;
            for y in area.top()..area.bottom() {
                canvas.put(x, y, 1, canvas.glyphs.bar, Role::Dim);
            }
            let pane = Rect { x: x + 2, width: area.right().saturating_sub(x + 3), ..area };
            if let Some(entry) = self.selected {
                detail::draw(desk, dossier, entry, canvas, pane);
            }
        }
    }
}

/// The brief, as `bina brief` prints it.
pub fn brief(desk: &Desk, person: PersonId, canvas: &mut Canvas<'_>, area: Rect) {
    brief_from(desk, person, canvas, area, 0);
}

/// The brief where the name stands above already.
pub fn brief_below_title(desk: &Desk, person: PersonId, canvas: &mut Canvas<'_>, area: Rect) {
    brief_from(desk, person, canvas, area, 2);
}

fn brief_from(desk: &Desk, person: PersonId, canvas: &mut Canvas<'_>, area: Rect, first: usize) {
    let Some(dossier) = desk.shown().dossier(person) else { return };
    let office = desk.shown();
    // A narrow place has the labels above the words instead of beside them.
    let stacked = area.width < 56;
    let label_width: u16 = if stacked { 0 } else { LABEL };
    let columns = usize::from(area.width + if stacked { LABEL } else { 0 });
    let lines = reports::brief::brief(dossier, &office.roster, &office.rules, office.today, &desk.words, columns);
    let mut y = area.y;
    for line in lines.iter().skip(first) {
        if stacked && !line.label.is_empty() && y < area.bottom() {
            canvas.put(area.x, y, area.width, &line.label, Role::Heading);
            y += 1;
        }
        if y >= area.bottom() {
            break;
        }
        if stacked && line.text.is_empty() {
            continue;
        }
        let role = tone_role(line.tone);
        if line.tone == reports::Tone::Title {
            canvas.put(area.x, y, area.width, &line.text, role);
        } else {
            if !stacked {
                canvas.put(area.x, y, LABEL, &line.label, Role::Heading);
            }
            canvas.put(area.x + label_width, y, area.width.saturating_sub(label_width), &line.text, role);
        }
        y += 1;
    }
}

/// Columns of the labels of a brief.
const LABEL: u16 = 15;

fn tone_role(tone: reports::Tone) -> Role {
    match tone {
        reports::Tone::Title => Role::Strong,
        reports::Tone::Plain => Role::Plain,
        reports::Tone::Good => Role::Good,
        reports::Tone::Attention => Role::Attention,
        reports::Tone::Alarm => Role::Alarm,
        reports::Tone::Dim => Role::Dim,
    }
}

fn tabs(desk: &Desk, page: &PersonScreen, canvas: &mut Canvas<'_>, body: Rect) {
    let mut x = body.x + 1;
    for tab in Tab::ALL {
        let role = if tab == page.tab { Role::Focus } else { Role::Dim };
        x = canvas.put(x, body.y, body.right().saturating_sub(x), &desk.words.say(tab.id()), role) + 2;
    }
    if page.tab == Tab::Timeline || page.tab == Tab::Notes {
        let mut filters = vec![];
        if page.tab == Tab::Timeline && page.kind != Default::default() {
            filters.push(desk.words.say(page.kind.id()));
        }
        match page.audience {
            Some(Audience::Private) => filters.push(desk.words.say("audience-private")),
            Some(Audience::Shared) => filters.push(desk.words.say("audience-shared")),
            None => {}
        }
        if !filters.is_empty() {
            // Under the tabs, which take the whole line on a narrow terminal.
            canvas.put(body.x + 1, body.y + 1, body.width, &format!("[{}]", filters.join(", ")), Role::Attention);
        }
    }
    let at = page.queue.iter().position(|p| *p == page.person);
    if let Some(at) = at.filter(|_| page.queue.len() > 1) {
        let text = desk.words.with("person-position", &[("at", (at + 1).into()), ("of", page.queue.len().into())]);
        let arrows = |text: &str| format!("{} {text} {}", canvas.glyphs.back, canvas.glyphs.next);
        let right = body.right().saturating_sub(1);
        // Two blanks stand behind the last tab: one may go. The tabs come first; who is next is told by the keys, too.
        let room = usize::from(right.saturating_sub(x)) + 1;
        let short = format!("{}/{}", at + 1, page.queue.len());
        let forms = [arrows(&text), arrows(&short), short];
        let Some(text) = forms.into_iter().find(|form| clean::width(form) <= room) else { return };
        canvas.put_right(body.right().saturating_sub(1), body.y, &text, Role::Dim);
    }
}

/// What a line says: a sign, an audience, a text, something at the right end.
struct Said {
    day: Date,
    sign: String,
    sign_role: Role,
    audience: Option<Audience>,
    text: String,
    right: String,
    right_role: Role,
}

fn entry_line(desk: &Desk, dossier: &Dossier, entry: Entry, canvas: &mut Canvas<'_>, area: Rect, chosen: bool, tab: Tab) {
    let Some(said) = said(desk, dossier, entry, tab) else { return };
    if chosen {
        canvas.mark(area.x, area.y);
    }
    let words = &desk.words;
    let day = if said.day.year() == desk.shown().today.year() {
        words.day_month(said.day)
    } else {
        format!("{} {:02}", words.day_month(said.day), said.day.year() % 100)
    };
    canvas.put(area.x + 1, area.y, 9, &day, Role::Dim);
    canvas.put(area.x + 10, area.y, 1, &said.sign, said.sign_role);
    let mut x = area.x + 12;
    if let Some(audience) = said.audience {
        x = audience_mark(desk, canvas, x, area.y, audience);
    }
    let right = area.right().saturating_sub(1);
    let end = if said.right.is_empty() {
        right
    } else {
        canvas.put_right(right, area.y, &said.right, said.right_role).saturating_sub(1)
    };
    let role = if chosen { Role::Strong } else { Role::Plain };
    canvas.put(x, area.y, end.saturating_sub(x), &said.text.replace('\n', " "), role);
}

fn said(desk: &Desk, dossier: &Dossier, entry: Entry, tab: Tab) -> Option<Said> {
    let words = &desk.words;
    Some(match entry {
        Entry::Feedback(id) => {
            let f = dossier.feedback(id)?;
            Said {
                day: f.on,
                sign: f.kind.sign().to_string(),
                sign_role: sign_role(f.kind),
                audience: Some(f.words.audience()),
                text: f.words.for_supervisor().text(),
                right: tags(f),
                right_role: Role::Dim,
            }
        }
        Entry::Action(id) => {
            let a = dossier.actions.iter().find(|a| a.id == id)?;
            let (right, right_role) = action_state(desk, a);
            let day = match tab {
                Tab::Actions => a.state.settled_on().or(a.due).unwrap_or(a.on),
                _ => a.on,
            };
            // What became of it has a line of its own on the timeline.
            let right = if tab == Tab::Timeline && !a.state.is_open() { String::new() } else { right };
            let sign_role = if a.overdue(desk.shown().today) { right_role } else { Role::Plain };
            Said {
                day,
                sign: action_sign(desk, a),
                sign_role,
                audience: Some(a.text.audience()),
                text: owned(desk, a),
                right,
                right_role,
            }
        }
        Entry::ActionSettled(id) => {
            let a = dossier.actions.iter().find(|a| a.id == id)?;
            let (right, right_role) = action_state(desk, a);
            let sign = match (&a.state, desk.look.ascii) {
                (ActionState::Done { .. }, false) => "✓",
                (ActionState::Done { .. }, true) => "v",
                _ => "x",
            }
            .to_owned();
            let day = a.state.settled_on()?;
            Said {
                day,
                sign,
                sign_role: right_role,
                audience: Some(a.text.audience()),
                text: owned(desk, a),
                right,
                right_role,
            }
        }
        Entry::Agenda(id) => {
            let a = dossier.agenda_line(id)?;
            let right = match &a.state {
                AgendaState::Open => words.say("agenda-state-open"),
                AgendaState::Discussed { on, .. } => words.with("agenda-state-discussed", &[("day", (*on).into())]),
                AgendaState::Dropped { .. } => words.say("agenda-state-dropped"),
            };
            Said {
                day: a.on,
                sign: "!".to_owned(),
                sign_role: Role::Plain,
                audience: Some(a.text.audience()),
                text: a.text.for_supervisor().clone(),
                right,
                right_role: Role::Dim,
            }
        }
        Entry::Session(id) => session_said(desk, dossier, dossier.session(id)?),
        Entry::Skip(id) => {
            let s = dossier.skip(id)?;
            let text = words.with("entry-skip", &[("reason", s.reason.as_str().into())]);
            Said {
                day: s.on,
                sign: "~".into(),
                sign_role: Role::Dim,
                audience: None,
                text,
                right: String::new(),
                right_role: Role::Dim,
            }
        }
        Entry::CheckIn(_) | Entry::StatusWord(..) | Entry::Revision(..) => goal_said(desk, dossier, entry)?,
        Entry::Other(id) => other_said(desk, dossier, id)?,
        Entry::Goal(..) | Entry::Competency(_) | Entry::Kind(_) | Entry::Behaviour(_) => return None,
        Entry::Develop(_) => return None,
    })
}

/// A record of a kind that has no line of its own here: which one it is, and what kind; or that it was withdrawn.
fn other_said(desk: &Desk, dossier: &Dossier, id: RecordId) -> Option<Said> {
    let record = dossier.record(id)?;
    let withdrawn = dossier.withdrawal_of(id).is_some();
    let sign = match (withdrawn, desk.look.ascii) {
        (true, _) => "x",
        (false, true) => "*",
        (false, false) => "✎",
    };
    let kind = story::kind(&desk.words, &record);
    let (right, right_role) =
        if withdrawn { (desk.words.say("entry-withdrawn"), Role::Attention) } else { (kind.clone(), Role::Dim) };
    let text = story::named(&desk.words, &record, Some(dossier), &desk.shown().roster);
    Some(Said {
        day: record.on()?,
        sign: sign.to_owned(),
        sign_role: if withdrawn { Role::Dim } else { Role::Key },
        audience: None,
        text: if text.is_empty() { kind } else { text },
        right,
        right_role,
    })
}

/// "arsip: 61 boks, ruang B selesai … check-in", what the supervisor said of a goal, and targets that were revised.
fn goal_said(desk: &Desk, dossier: &Dossier, entry: Entry) -> Option<Said> {
    let words = &desk.words;
    let (day, result, text, right) = match entry {
        Entry::CheckIn(id) => {
            let check_in = dossier.check_in(id)?;
            let result = dossier.result(check_in.result)?;
            let indicator = result.indicator(check_in.indicator)?;
            let value = check_in.value.map(|value| match indicator.measure.target() {
                Some(target) if indicator.measure != Measure::YesNo => {
                    let (value, of) = (words.decimal(value), says::figure(words, target, &indicator.unit));
                    words.with("entry-value-of", &[("value", value.into()), ("target", of.into())])
                }
                _ => says::value_text(words, indicator, value),
            });
            let note = Some(check_in.note.get().clone()).filter(|note| !note.is_empty());
            let text = [value, note].into_iter().flatten().collect::<Vec<_>>().join(", ");
            (check_in.on, result, text, "entry-check-in")
        }
        Entry::StatusWord(id, n) => {
            let result = dossier.result(id)?;
            let word = result.words.get(usize::from(n))?;
            let parts = [says::status_word(words, word.status), word.reason.clone()];
            let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
            (word.on, result, text, "entry-status")
        }
        Entry::Revision(id, indicator, n) => {
            let result = dossier.result(id)?;
            let indicator = result.indicator(indicator)?;
            let revision = indicator.revisions.get(usize::from(n))?;
            let now = indicator.revisions.get(usize::from(n) + 1).map_or(&indicator.measure, |next| &next.was);
            let args = [
                ("from", says::measure_text(words, &revision.was, &indicator.unit).into()),
                ("to", says::measure_text(words, now, &indicator.unit).into()),
                ("reason", revision.reason.as_str().into()),
            ];
            (revision.on, result, words.with("entry-revised", &args), "entry-target")
        }
        _ => return None,
    };
    let sign = if desk.look.ascii { "*" } else { "✎" }.to_owned();
    let text = words.with("entry-goal", &[("tag", result.tag.as_str().into()), ("text", text.into())]);
    let right = words.say(right);
    Some(Said { day, sign, sign_role: Role::Key, audience: None, text, right, right_role: Role::Dim })
}

fn session_said(desk: &Desk, dossier: &Dossier, s: &Session) -> Said {
    let words = &desk.words;
    let kind = words.say(&format!("session-kind-{}", s.kind.id()));
    let (day, text) = match &s.state {
        SessionState::Planned => (s.on, words.with("entry-session-planned", &[("kind", kind.into())])),
        SessionState::Open { .. } => (s.on, words.with("entry-session-open", &[("kind", kind.into())])),
        SessionState::Closed { .. } => {
            let actions = dossier.actions_of(s.id).count();
            let feedback = dossier.feedback_of(s.id).count();
            let args = [("kind", kind.into()), ("feedback", feedback.into()), ("actions", actions.into())];
            (s.on, words.with("entry-session-closed", &args))
        }
        SessionState::Postponed { on, to, reason } => {
            let to = to.map(|d| words.near_day(d, desk.shown().today)).unwrap_or_else(|| "–".to_owned());
            (*on, words.with("entry-session-postponed", &[("to", to.into()), ("reason", reason.as_str().into())]))
        }
        SessionState::Missed { on, reason } => {
            (*on, words.with("entry-session-missed", &[("reason", reason.as_str().into())]))
        }
    };
    let right = match &s.acknowledgement {
        Some(answer) => words.say(&format!("answer-{}", answer.id())),
        None => String::new(),
    };
    Said { day, sign: session_sign(desk), sign_role: Role::Key, audience: None, text, right, right_role: Role::Dim }
}

fn session_sign(desk: &Desk) -> String {
    if desk.look.ascii { ">" } else { "»" }.to_owned()
}

fn tags(f: &Feedback) -> String {
    f.tags.iter().map(|t| format!("#{t}")).collect::<Vec<_>>().join(" ")
}

fn action_sign(desk: &Desk, a: &Action) -> String {
    let (alarm, plain) = if desk.look.ascii { ("#", "o") } else { ("◆", "◇") };
    if a.owner == Owner::Supervisor && a.state.is_open() { alarm } else { plain }.to_owned()
}

/// "my promise: …", "Sari: …".
fn owned(desk: &Desk, a: &Action) -> String {
    let id = if a.owner == Owner::Supervisor { "entry-my-promise" } else { "entry-their-action" };
    desk.words.with(id, &[("text", a.text.for_supervisor().as_str().into())])
}

/// What became of it, or when it is due.
pub fn action_state(desk: &Desk, a: &Action) -> (String, Role) {
    let words = &desk.words;
    match &a.state {
        ActionState::Open => match a.due {
            Some(due) if due < desk.shown().today => {
                let days = crate::domain::period::days_between(due, desk.shown().today);
                let role = if a.owner == Owner::Supervisor { Role::Alarm } else { Role::Attention };
                (words.with("due-overdue", &[("days", days.into())]), role)
            }
            Some(due) => (words.near_day(due, desk.shown().today), Role::Plain),
            None => (words.say("due-none"), Role::Dim),
        },
        ActionState::Done { .. } => (words.say("state-done"), Role::Good),
        ActionState::NotDone { .. } => (words.say("state-not-done"), Role::Attention),
        ActionState::Dropped { .. } => (words.say("state-dropped"), Role::Dim),
    }
}
