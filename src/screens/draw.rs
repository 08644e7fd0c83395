//! One file a screen, with the names of `app::screens`; `plan`, `ratings` and `behaviours` are tabs of a person.

use super::stack::Screen;
use crate::app::App;
use crate::domain::{Audience, FeedbackKind};
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

pub fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    match app.screens.top() {
        Screen::Team(team) => super::team::draw::draw(app, team, canvas, body),
        Screen::Agenda(agenda) => super::agenda::draw::draw(app, agenda, canvas, body),
        Screen::Goals(goals) => super::goals::draw::draw(app, goals, canvas, body),
        Screen::Competencies(screen) => super::competencies::draw::draw(app, screen, canvas, body),
        Screen::Grid(grid) => super::month::draw::draw(app, grid, canvas, body),
        Screen::Person(page) => super::person::draw::draw(app, page, canvas, body),
        Screen::Session(session) => super::session::draw::draw(app, session, canvas, body),
        Screen::Walk(walk) => super::walk::draw::draw(app, walk, canvas, body),
        Screen::Log(log) => super::log::draw::draw(app, log, canvas, body),
    }
}

/// The letter of an audience, P for private and B (bersama) for shared; the bar in the gutter says it once more.
pub(crate) fn audience_mark(app: &App, canvas: &mut Canvas<'_>, x: u16, y: u16, audience: Audience) -> u16 {
    let (bar, id, role) = match audience {
        Audience::Private => (canvas.glyphs.private, "mark-private", Role::Private),
        Audience::Shared => (canvas.glyphs.shared, "mark-shared", Role::Plain),
    };
    canvas.put(x, y, 1, bar, role);
    canvas.put(x + 2, y, 1, &app.words.say(id), role);
    x + 4
}

/// The colour of a sign of feedback.
pub(crate) fn sign_role(kind: FeedbackKind) -> Role {
    match kind {
        FeedbackKind::Praise => Role::Good,
        FeedbackKind::Improve => Role::Attention,
        FeedbackKind::Observation => Role::Plain,
    }
}
