//! What keys do on the page of help: narrow it, choose, run or read.

use super::{HelpPage, Line, lines};
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::editor::Editor;
use crate::desk::key::{Key, KeyPress};
use crate::desk::list::Move;
use crate::desk::notice::Tone;
use crate::desk::reader::Reader;
use crate::desk::request::Request;
use crate::help::Topic;
use crate::i18n::Text;
use crate::screens::OnTop;

impl OnTop for HelpPage {
    fn place(&self) -> Place {
        Place::Help
    }
    fn in_text(&self) -> bool {
        true
    }
    fn editor(&mut self) -> Option<&mut Editor> {
        Some(&mut self.query)
    }
    fn typed(&mut self, _desk: &mut Desk) {
        self.list = Default::default();
    }

    /// The ends of the page, while nothing is typed that the cursor could go through.
    fn text_key(&mut self, desk: &mut Desk, press: KeyPress) -> bool {
        let movement = match press.key {
            Key::PageDown => Move::PageDown,
            Key::PageUp => Move::PageUp,
            Key::Home if self.query.is_empty() => Move::First,
            Key::End if self.query.is_empty() => Move::Last,
            _ => return false,
        };
        self.step(desk, movement);
        true
    }

    fn step(&mut self, desk: &mut Desk, movement: Move) {
        let choices = lines(desk, self).iter().filter(|line| line.is_choice()).count();
        self.list.step(movement, choices, desk.body_rows().saturating_sub(2));
    }

    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        if command != Command::Choose {
            return false;
        }
        let chosen = lines(desk, self).into_iter().filter(Line::is_choice).nth(self.list.selected);
        match chosen {
            Some(Line::Command(command, _)) => {
                desk.ask(Request::CloseOverlay);
                match self.impossible.iter().find(|(impossible, _)| *impossible == command) {
                    Some((_, why)) => desk.tell(Tone::Plain, why.clone()),
                    None => desk.ask(Request::Run(command)),
                }
            }
            Some(Line::Topic(topic)) => {
                desk.ask(Request::CloseOverlay);
                read(desk, topic);
            }
            _ => desk.tell(Tone::Plain, Text::plain("palette-nothing")),
        }
        true
    }
}

/// A page of `bina help`, in the reader.
fn read(desk: &mut Desk, topic: &Topic) {
    let lang = desk.words.lang();
    let width = Reader::width(desk.size.columns);
    let lines: Vec<String> = crate::help::lines(topic.page(lang), width).into_iter().map(|(_, line)| line).collect();
    desk.read(Reader::new(Text::with("help-topic", [("name", topic.name(lang).into())]), &lines));
}
