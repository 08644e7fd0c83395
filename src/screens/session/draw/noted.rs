//! Below the fields of feedback: the lines of this session, then everything noted since the last one, private notes for
//! the supervisor's eyes and marked so.

use super::rows::{chosen, dossier, feedback_row, heading, row_text};
use crate::desk::Desk;
use crate::desk::editor::wrap;
use crate::domain::sessions::since::{News, since};
use crate::domain::{Audience, Dossier, FeedbackId, RecordId};
use crate::reports::{competencies, goals};
use crate::screens::session::noted::is_untold;
use crate::screens::session::{SessionScreen, Spot};
use crate::ui::canvas::Canvas;
use crate::ui::parts::sign_role;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// A line of the list; [`Line::spot`] says what of it can be chosen.
enum Line {
    Heading(String),
    Gap,
    Own(FeedbackId),
    Noted(FeedbackId),
    /// The words that would be shared, as the employee will read them.
    Words(String),
    Older(usize),
    News(News),
}

impl Line {
    fn spot(&self) -> Option<Spot> {
        match self {
            Line::Own(id) => Some(Spot::FeedbackRow(*id)),
            Line::Noted(id) => Some(Spot::Noted(*id)),
            Line::Older(_) => Some(Spot::OlderNotes),
            Line::News(news) => Some(Spot::News(*news)),
            Line::Heading(_) | Line::Gap | Line::Words(_) => None,
        }
    }
}

pub fn draw(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(dossier) = dossier(desk, session) else { return };
    let lines = lines(desk, session, dossier, usize::from(area.width));
    let room = usize::from(area.height);
    let at = lines.iter().position(|line| line.spot().is_some_and(|spot| chosen(session, spot)));
    // The words to be shared stand below their note, and are seen with it.
    let last = at.map_or(0, |at| at + lines[at + 1..].iter().take_while(|line| matches!(line, Line::Words(_))).count());
    let top = (last + 1).saturating_sub(room);
    for (n, line) in lines.iter().skip(top).take(room).enumerate() {
        let row = Rect { y: area.y + n as u16, height: 1, ..area };
        draw_line(desk, session, canvas, row, line);
    }
    if lines.len() > top + room {
        let text = desk.words.with("close-more", &[("count", (lines.len() - top - room).into())]);
        canvas.put_right(area.right(), area.bottom().saturating_sub(1), &format!("  {text}"), Role::Dim);
    }
}

fn lines(desk: &Desk, session: &SessionScreen, dossier: &Dossier, width: usize) -> Vec<Line> {
    let words = &desk.words;
    let own: Vec<FeedbackId> = dossier.feedback_of(session.session).map(|f| f.id).collect();
    let mut out = vec![Line::Heading(words.with("feedback-in-session", &[("count", own.len().into())]))];
    out.extend(own.into_iter().map(Line::Own));
    let since = since(dossier, session.session);
    if !since.notes.is_empty() || !since.older.is_empty() {
        let count = since.notes.iter().filter(|note| note.went.is_none()).count();
        out.extend([Line::Gap, Line::Heading(words.with("notes-since-last", &[("count", count.into())]))]);
    }
    for note in &since.notes {
        out.push(Line::Noted(note.id));
        look(desk, session, dossier, note.id, width, &mut out);
    }
    if !since.older.is_empty() {
        out.push(Line::Older(since.older.len()));
    }
    for note in since.older.iter().filter(|_| session.older_notes) {
        out.push(Line::Noted(note.id));
        look(desk, session, dossier, note.id, width, &mut out);
    }
    let news = since.news();
    if !news.is_empty() {
        out.extend([Line::Gap, Line::Heading(words.with("news-since-last", &[("count", news.len().into())]))]);
        out.extend(news.into_iter().map(Line::News));
    }
    out
}

/// Every word of the note that is about to be shared.
fn look(desk: &Desk, session: &SessionScreen, dossier: &Dossier, id: FeedbackId, width: usize, out: &mut Vec<Line>) {
    let Some(note) = dossier.feedback(id).filter(|_| session.looking == Some(id)) else { return };
    let text = desk.words.with(
        "note-will-be-read",
        &[
            ("name", desk.office.row(session.person).map(|r| r.name.name.clone()).unwrap_or_default().into()),
            ("text", note.words.for_supervisor().text().into()),
        ],
    );
    let wrapped = wrap(&text, width.saturating_sub(INDENT).max(10));
    out.extend(wrapped.into_iter().map(|range| Line::Words(text[range].trim_end().to_owned())));
}

/// Columns before the words that would be shared.
const INDENT: usize = 6;

fn draw_line(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, row: Rect, line: &Line) {
    match line {
        Line::Heading(text) => heading(canvas, row, row.y, text),
        Line::Gap => {}
        Line::Own(id) => feedback_row(desk, session, canvas, row, *id),
        Line::Noted(id) => noted_row(desk, session, canvas, row, *id),
        Line::Words(text) => {
            let indent = INDENT as u16;
            canvas.put(row.x + indent, row.y, row.width.saturating_sub(indent), text, Role::Strong);
        }
        Line::Older(count) => {
            let here = chosen(session, Spot::OlderNotes);
            if here {
                canvas.mark(row.x.saturating_sub(1), row.y);
            }
            let id = if session.older_notes { "notes-older-open" } else { "notes-older" };
            let text = desk.words.with(id, &[("count", (*count).into())]);
            canvas.put(row.x, row.y, row.width, &text, if here { Role::Strong } else { Role::Dim });
        }
        Line::News(news) => news_row(desk, session, canvas, row, *news),
    }
}

/// The mark of the selection and the letter of the reader; returns the column of what follows.
fn letter(desk: &Desk, canvas: &mut Canvas<'_>, row: Rect, here: bool, audience: Audience) -> u16 {
    if here {
        canvas.mark(row.x.saturating_sub(1), row.y);
    }
    let (id, role) = match audience {
        Audience::Private => ("mark-private", Role::Private),
        Audience::Shared => ("mark-shared", Role::Plain),
    };
    canvas.put(row.x, row.y, 1, &desk.words.say(id), role);
    row.x + 2
}

fn noted_row(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, row: Rect, id: FeedbackId) {
    let Some(note) = dossier(desk, session).and_then(|d| d.feedback(id)) else { return };
    let here = chosen(session, Spot::Noted(id));
    let x = letter(desk, canvas, row, here, note.words.audience());
    let went = note.went.is_some();
    let (sign, role) = if went {
        (canvas.glyphs.done.to_owned(), Role::Good)
    } else {
        (note.kind.sign().to_string(), sign_role(note.kind))
    };
    let x = canvas.put(x, row.y, 1, &sign, role) + 1;
    let x = canvas.put(x, row.y, 6, &desk.words.day_month(note.on), Role::Dim) + 1;
    let printed = printed(desk, session, RecordId::Feedback(id));
    let tags = note.tags.iter().map(|t| format!("#{t}")).collect::<Vec<_>>().join(" ");
    let state = if went { desk.words.say("note-went") } else { printed.unwrap_or(tags) };
    row_text(canvas, row, x, &note.words.for_supervisor().text(), &state, Role::Dim, here);
}

fn news_row(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, row: Rect, news: News) {
    let Some(dossier) = dossier(desk, session) else { return };
    let here = chosen(session, Spot::News(news));
    let Some((audience, text)) = news_text(desk, dossier, news) else { return };
    let x = letter(desk, canvas, row, here, audience);
    let printed = printed(desk, session, news.record()).unwrap_or_default();
    row_text(canvas, row, x, &text, &printed, Role::Dim, here);
}

/// Whether it goes on the sheet; nothing of what is private.
fn printed(desk: &Desk, session: &SessionScreen, record: RecordId) -> Option<String> {
    let dossier = dossier(desk, session)?;
    let talk = dossier.session(session.session)?;
    if talk.leaves_out(record) {
        return Some(desk.words.say("note-left-out"));
    }
    is_untold(dossier, talk, record).then(|| desk.words.say("note-printed"))
}

fn news_text(desk: &Desk, dossier: &Dossier, news: News) -> Option<(Audience, String)> {
    let words = &desk.words;
    match news {
        News::Value(id) => {
            let value = dossier.check_in(id)?;
            let indicator = dossier.result(value.result)?.indicator(value.indicator)?;
            // What is entered for a goal is shared by its nature.
            Some((Audience::Shared, format!("{}: {}", indicator.title, goals::check_in_line(words, indicator, value))))
        }
        News::Rating(id) => {
            let rating = dossier.rating(id)?;
            let name = competencies::name(words, &desk.office.roster.catalogue, &rating.competency);
            let (day, level) = (words.day_month(rating.on), competencies::value_text(words, rating.value));
            Some((rating.reason.audience(), format!("{day} {name}: {level}")))
        }
    }
}
