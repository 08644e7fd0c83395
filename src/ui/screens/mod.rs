//! One file a screen, with the names of `app::screens`.

pub mod agenda;
pub mod person;
pub mod session;
pub mod team;
pub mod walk;

use super::canvas::Canvas;
use crate::app::App;
use crate::app::screen::Screen;
use ratatui::layout::Rect;

pub fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    match app.screens.top() {
        Screen::Team(team) => team::draw(app, team, canvas, body),
        Screen::Agenda(agenda) => agenda::draw(app, agenda, canvas, body),
        Screen::Person(page) => person::draw(app, page, canvas, body),
        Screen::Session(session) => session::draw(app, session, canvas, body),
        Screen::Walk(walk) => walk::draw(app, walk, canvas, body),
    }
}
