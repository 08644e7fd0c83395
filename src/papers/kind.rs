//! The list of papers. One row a paper: its name in the shell, what it needs, the function that makes it.

use super::document::{Paper, Writing};
use super::{Facts, Missing, brief, dialogue, markdown, objection, preparation, sheet, skp, text};
use crate::domain::{Audience, Private, SharedText};
use crate::i18n::{Lang, Words};

/// The papers, by the word that the shell and the configuration know them by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaperKind {
    Sheet,
    Dialogue,
    Counselling,
    Preparation,
    Objection,
    Skp,
    Brief,
}

impl PaperKind {
    pub const ALL: [PaperKind; 7] = [
        PaperKind::Sheet,
        PaperKind::Dialogue,
        PaperKind::Counselling,
        PaperKind::Preparation,
        PaperKind::Objection,
        PaperKind::Skp,
        PaperKind::Brief,
    ];

    pub fn id(self) -> &'static str {
        match self {
            PaperKind::Sheet => "sheet",
            PaperKind::Dialogue => "dialogue",
            PaperKind::Counselling => "counselling",
            PaperKind::Preparation => "preparation",
            PaperKind::Objection => "objection",
            PaperKind::Skp => "skp",
            PaperKind::Brief => "brief",
        }
    }

    pub fn of(word: &str) -> Option<PaperKind> {
        let word = word.replace('-', "_");
        PaperKind::ALL.into_iter().find(|kind| kind.id() == word)
    }

    /// Who may have it.
    pub fn audience(self) -> Audience {
        match self {
            PaperKind::Brief => Audience::Private,
            _ => Audience::Shared,
        }
    }

    /// About a period of a plan.
    pub fn of_period(self) -> bool {
        self == PaperKind::Skp
    }

    /// Made of a closed session, which a day may name.
    pub fn of_session(self) -> bool {
        matches!(self, PaperKind::Sheet | PaperKind::Dialogue | PaperKind::Counselling | PaperKind::Objection)
    }
}

/// A form that a paper can leave in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Text,
    Markdown,
}

impl Form {
    pub fn ending(self) -> &'static str {
        match self {
            Form::Text => "txt",
            Form::Markdown => "md",
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
pub fn make(kind: PaperKind, facts: &Facts<'_>) -> Result<Made, Missing> {
    match kind {
        PaperKind::Sheet => sheet::sheet(facts).map(Made::Shared),
        PaperKind::Counselling => sheet::counselling(facts).map(Made::Shared),
        PaperKind::Dialogue => dialogue::dialogue(facts).map(Made::Shared),
        PaperKind::Preparation => preparation::preparation(facts).map(Made::Shared),
        PaperKind::Objection => objection::objection(facts).map(Made::Shared),
        // The law has its words, in one language.
        PaperKind::Skp => skp::skp(&Facts { words: &Words::new(Lang::Id), ..*facts }).map(Made::Shared),
        PaperKind::Brief => brief::brief(facts).map(Made::Own),
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
    /// A proposal: `lembar-dialog-sari-dewi-lubis-2026-11-21.txt`.
    pub fn file_name(&self, form: Form) -> String {
        let stem = match self {
            Made::Shared(paper) => &paper.head.file_stem,
            Made::Own(paper) => &paper.head.file_stem,
        };
        format!("{stem}.{}", form.ending())
    }
}
