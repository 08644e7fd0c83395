//! The list of papers. One row a paper: its name in the shell, what it needs, the function that makes it.

use super::document::{Paper, Writing};
use super::{Facts, Missing, brief, dialogue, markdown, objection, preparation, sheet, skp, text, typst};
use crate::domain::{Audience, Private, SharedText};
use crate::i18n::{Lang, Words};

/// The papers, by the word that the shell and the configuration know them by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Sheet,
    Dialogue,
    Counselling,
    Preparation,
    Objection,
    Skp,
    Brief,
}

impl Kind {
    pub const ALL: [Kind; 7] =
        [Kind::Sheet, Kind::Dialogue, Kind::Counselling, Kind::Preparation, Kind::Objection, Kind::Skp, Kind::Brief];

    pub fn id(self) -> &'static str {
        match self {
            Kind::Sheet => "sheet",
            Kind::Dialogue => "dialogue",
            Kind::Counselling => "counselling",
            Kind::Preparation => "preparation",
            Kind::Objection => "objection",
            Kind::Skp => "skp",
            Kind::Brief => "brief",
        }
    }

    pub fn of(word: &str) -> Option<Kind> {
        let word = word.replace('-', "_");
        Kind::ALL.into_iter().find(|kind| kind.id() == word)
    }

    /// Who may have it.
    pub fn audience(self) -> Audience {
        match self {
            Kind::Brief => Audience::Private,
            _ => Audience::Shared,
        }
    }

    /// Made of a closed session, which a day may name.
    pub fn of_session(self) -> bool {
        matches!(self, Kind::Sheet | Kind::Dialogue | Kind::Counselling | Kind::Objection)
    }
}

/// A form that a paper can leave in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Text,
    Markdown,
    Pdf,
}

impl Form {
    pub fn ending(self) -> &'static str {
        match self {
            Form::Text => "txt",
            Form::Markdown => "md",
            Form::Pdf => "pdf",
        }
    }
}

/// A paper with who may have it in its type; the rest of the program sees only its renderings.
#[derive(Clone, Debug, PartialEq)]
pub enum Made {
    Shared(Paper<SharedText>),
    /// For the supervisor's own eyes: nothing hands it over without asking twice.
    Own(Paper<Private<String>>),
}

/// Makes a paper of what is known.
pub fn make(kind: Kind, facts: &Facts<'_>) -> Result<Made, Missing> {
    match kind {
        Kind::Sheet => sheet::sheet(facts).map(Made::Shared),
        Kind::Counselling => sheet::counselling(facts).map(Made::Shared),
        Kind::Dialogue => dialogue::dialogue(facts).map(Made::Shared),
        Kind::Preparation => preparation::preparation(facts).map(Made::Shared),
        Kind::Objection => objection::objection(facts).map(Made::Shared),
        // The law has its words, in one language.
        Kind::Skp => skp::skp(&Facts { words: &Words::new(Lang::Id), ..*facts }).map(Made::Shared),
        Kind::Brief => brief::brief(facts).map(Made::Own),
    }
}

impl Made {
    pub fn audience(&self) -> Audience {
        match self {
            Made::Shared(_) => <SharedText as Writing>::AUDIENCE,
            Made::Own(_) => <Private<String> as Writing>::AUDIENCE,
        }
    }
    /// In one piece.
    pub fn text(&self) -> String {
        match self {
            Made::Shared(paper) => text::text(paper),
            Made::Own(paper) => text::text(paper),
        }
    }
    /// In pages for a printer.
    pub fn pages(&self) -> String {
        match self {
            Made::Shared(paper) => text::pages(paper),
            Made::Own(paper) => text::pages(paper),
        }
    }
    pub fn markdown(&self) -> String {
        match self {
            Made::Shared(paper) => markdown::markdown(paper),
            Made::Own(paper) => markdown::markdown(paper),
        }
    }
    /// For the typesetter.
    pub fn source(&self) -> String {
        match self {
            Made::Shared(paper) => typst::source(paper),
            Made::Own(paper) => typst::source(paper),
        }
    }
    /// A proposal: `lembar-dialog-sari-dewi-lubis-2026-11-21.pdf`.
    pub fn file_name(&self, form: Form) -> String {
        let stem = match self {
            Made::Shared(paper) => &paper.head.file_stem,
            Made::Own(paper) => &paper.head.file_stem,
        };
        format!("{stem}.{}", form.ending())
    }
}
