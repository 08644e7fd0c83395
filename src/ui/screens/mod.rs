//! One file a screen, with the names of `app::screens`; `plan`, `ratings` and `behaviours` are tabs of a person.

pub mod agenda;
pub mod behaviours;
pub mod competencies;
pub mod goals;
pub mod grid;
pub mod log;
pub mod person;
pub mod plan;
pub mod ratings;
pub mod session;
pub mod team;
pub mod walk;

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::App;
use crate::app::screen::Screen;
use crate::domain::{Audience, FeedbackKind};
use ratatui::layout::Rect;

pub fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    match app.screens.top() {
        Screen::Team(team) => team::draw(app, team, canvas, body),
        Screen::Agenda(agenda) => agenda::draw(app, agenda, canvas, body),
        Screen::Goals(goals) => goals::draw(app, goals, canvas, body),
        Screen::Competencies(screen) => competencies::draw(app, screen, canvas, body),
        Screen::Grid(grid) => grid::draw(app, grid, canvas, body),
        Screen::Person(page) => person::draw(app, page, canvas, body),
        Screen::Session(session) => session::draw(app, session, canvas, body),
        Screen::Walk(walk) => walk::draw(app, walk, canvas, body),
        Screen::Log(log) => log::draw(app, log, canvas, body),
    }
}

/// The letter of an audience, P for private and B (bersama) for shared; the bar in the gutter says it once more.
fn audience_mark(app: &App, canvas: &mut Canvas<'_>, x: u16, y: u16, audience: Audience) -> u16 {
    let (bar, id, role) = match audience {
        Audience::Private => (canvas.glyphs.private, "mark-private", Role::Private),
        Audience::Shared => (canvas.glyphs.shared, "mark-shared", Role::Plain),
    };
    canvas.put(x, y, 1, bar, role);
    canvas.put(x + 2, y, 1, &app.words.say(id), role);
    x + 4
}

/// The colour of a sign of feedback.
fn sign_role(kind: FeedbackKind) -> Role {
    match kind {
        FeedbackKind::Praise => Role::Good,
        FeedbackKind::Improve => Role::Attention,
        FeedbackKind::Observation => Role::Plain,
    }
}
