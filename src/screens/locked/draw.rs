//! The hidden screen: the program's name, since when, and what shows it again. Nothing of any record, and nothing of how
//! long a passphrase is.

use super::{Asks, Locked};
use crate::desk::Desk;
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// Stands for whatever was typed.
const MASK: &str = "********";
/// In fewer rows everything stands at the top, so that all of it fits.
const ROOM: u16 = 16;

pub fn draw(desk: &Desk, locked: &Locked, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &desk.words;
    let x = 2;
    let width = area.width.saturating_sub(x + 1);
    let y = if desk.look.plain || area.height < ROOM { 0 } else { area.height / 3 };
    let lines = |y: u16| Rect { x, y, width, height: area.bottom().saturating_sub(y) };
    canvas.put(x, y, width, "bina", Role::Strong);
    let y = canvas.paragraph(lines(y + 2), &since(desk, locked), Role::Plain) + 1;
    match &locked.asks {
        Asks::Key => {
            canvas.paragraph(lines(y), &words.say("locked-any-key"), Role::Plain);
        }
        Asks::Patience => {
            canvas.paragraph(lines(y), &words.say("locked-checking"), Role::Dim);
        }
        Asks::Passphrase { typed, wrong } => {
            let end = canvas.put(x, y, width, &words.say("locked-passphrase"), Role::Plain) + 1;
            canvas.cursor = Some((end, y)).filter(|(x, y)| *x < area.right() && *y < area.bottom());
            if !typed.is_empty() {
                canvas.put(end, y, area.right().saturating_sub(end), MASK, Role::Focus);
            }
            let mut y = y + 1;
            if *wrong {
                y = canvas.paragraph(lines(y), &words.say("locked-wrong"), Role::Alarm);
            }
            canvas.paragraph(lines(y + 1), &words.say("locked-keys"), Role::Dim);
        }
    }
}

fn since(desk: &Desk, locked: &Locked) -> String {
    let zone = &desk.office.zone;
    let day = locked.since.to_zoned(zone.clone()).date();
    let clock = ("clock", desk.words.clock(locked.since, zone).into());
    if day == desk.office.today {
        desk.words.with("locked-since", &[clock])
    } else {
        desk.words.with("locked-since-day", &[("day", day.into()), clock])
    }
}
