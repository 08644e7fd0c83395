//! A paper as a typed document: what stands on it, in order, and nothing of how it looks. Its renderings are
//! [`text`](super::text) and [`markdown`](super::markdown).
//!
//! What a paper is made of decides who may have it. One for other eyes is built of [`SharedText`] alone:
//!
//! ```
//! use bina::{domain::Shared, papers::document::{Block, Section}};
//! let mut blocks: Vec<Block> = vec![];
//! blocks.push(Block::Paragraph(Shared::new("untuk berdua".to_owned())));
//! ```
//! ```compile_fail
//! use bina::{domain::Private, papers::document::{Block, Section}};
//! let mut blocks: Vec<Block> = vec![];
//! blocks.push(Block::Paragraph(Private::new("hanya untuk atasan".to_owned())));
//! ```
//! ```compile_fail
//! use bina::papers::document::{Block, Section};
//! let mut blocks: Vec<Block> = vec![];
//! blocks.push(Block::Paragraph("untuk siapa?".to_owned()));
//! ```

use crate::domain::{Audience, Private, Shared, SharedText};
use crate::i18n::Lang;
use jiff::civil::Date;

/// Text that a paper is made of.
pub trait Writing {
    const AUDIENCE: Audience;
    /// Words of the program, and what personnel records say: known to both.
    fn official(text: String) -> Self;
    fn get(&self) -> &str;
}

impl Writing for SharedText {
    const AUDIENCE: Audience = Audience::Shared;
    fn official(text: String) -> Self {
        Shared::new(text)
    }
    fn get(&self) -> &str {
        Shared::<String>::get(self)
    }
}

/// Only for papers of the supervisor's own.
impl Writing for Private<String> {
    const AUDIENCE: Audience = Audience::Private;
    fn official(text: String) -> Self {
        Private::new(text)
    }
    fn get(&self) -> &str {
        self.for_supervisor()
    }
}

/// Sheets that offices have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PaperSize {
    #[default]
    A4,
    /// 215 x 330 mm, as offices cut it.
    F4,
}

impl PaperSize {
    pub fn id(self) -> &'static str {
        match self {
            PaperSize::A4 => "a4",
            PaperSize::F4 => "f4",
        }
    }
    pub fn of(word: &str) -> Option<Self> {
        [PaperSize::A4, PaperSize::F4].into_iter().find(|size| word.eq_ignore_ascii_case(size.id()))
    }
    /// Width and height in millimetres, upright.
    pub fn millimetres(self) -> (u16, u16) {
        match self {
            PaperSize::A4 => (210, 297),
            PaperSize::F4 => (215, 330),
        }
    }
    /// Lines of text between the official margins at six to the inch.
    pub fn lines(self) -> usize {
        match self {
            PaperSize::A4 => 57,
            PaperSize::F4 => 64,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Paper<W = SharedText> {
    pub head: Head<W>,
    pub blocks: Vec<Block<W>>,
}

/// What stands above, below and in the margins.
#[derive(Clone, Debug, PartialEq)]
pub struct Head<W = SharedText> {
    pub lang: Lang,
    pub size: PaperSize,
    pub landscape: bool,
    /// Narrower margins, for forms with much on them.
    pub dense: bool,
    /// Millimetres that stay free to sign in.
    pub signing_room: u8,
    /// The letterhead: the agency, and the unit at the right.
    pub agency: W,
    pub unit: W,
    /// None where the paper is a letter, which brings its own.
    pub title: W,
    /// A letter has its title after the address.
    pub title_later: bool,
    pub below_title: Vec<W>,
    /// Whom it is about, in the head of later pages.
    pub about: W,
    pub foot: W,
    /// The day it carries; never the clock's.
    pub day: Date,
    /// "Page", "of".
    pub page_words: [W; 2],
    /// A proposal for the name of a file, without ending.
    pub file_stem: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Block<W = SharedText> {
    /// The title of a letter.
    Title,
    Section(Section<W>),
    Paragraph(W),
    /// Smaller, in italics: a remark of the program.
    Remark(W),
    /// Somebody's own words.
    Quote(W),
    /// Two people side by side.
    Parties(Party<W>, Party<W>),
    /// Label and value.
    Fields {
        rows: Vec<(W, W)>,
        indented: bool,
    },
    /// A caption with labelled lines beneath it; a line without label is a plain one.
    Noted {
        caption: W,
        rows: Vec<(W, W)>,
    },
    /// A word, a text, and who it concerns: `selesai: Mengirim data (pegawai)`.
    Outcomes(Vec<Outcome<W>>),
    Numbered(Vec<W>),
    Table(Table<W>),
    /// Lines to write on by hand.
    Ink {
        key: Option<W>,
        label: Option<W>,
        lines: u8,
    },
    /// Boxes to tick on one line.
    Ticks {
        label: Option<W>,
        choices: Vec<W>,
    },
    /// A line with a label, to be filled in by hand.
    Blank {
        label: W,
        before: W,
    },
    /// A competency with its five examples, one to be circled.
    Levels(Box<Levels<W>>),
    /// Statements with 1 to 5 behind each.
    Scale(Vec<(W, W)>),
    /// Key, box, text, note: what became of it is written into the box.
    Checks {
        rows: Vec<(W, W)>,
        choices: Vec<W>,
    },
    /// A line to write on, and 1 to 3 behind it.
    Wishes {
        keys: Vec<W>,
        urgency: W,
    },
    /// Place and day at the right, address at the left.
    Letter {
        place_and_day: W,
        address: Vec<W>,
    },
    Code {
        label: W,
        code: W,
    },
    /// Stands on one page, whatever it takes.
    Together(Vec<Block<W>>),
    Signatures(Signatures<W>),
    /// What follows begins a page.
    Break,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Section<W = SharedText> {
    pub title: W,
    /// To whoever fills it in.
    pub hint: Option<W>,
}

/// Somebody as the head of a form has him or her.
#[derive(Clone, Debug, PartialEq)]
pub struct Party<W = SharedText> {
    pub role: W,
    /// Label and value, the name first. In text the value stands alone, but for the number.
    pub rows: Vec<(W, W)>,
    /// Which row is the number of a civil servant: figures that say nothing without their label.
    pub number: Option<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Outcome<W = SharedText> {
    pub state: W,
    pub text: W,
    pub whose: W,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Levels<W = SharedText> {
    pub key: W,
    pub name: W,
    pub required: Option<W>,
    pub never: W,
    pub anchors: [W; 5],
}

/// Rows under a head that stands again on every page.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<W = SharedText> {
    pub columns: Vec<Column<W>>,
    pub rows: Vec<Row<W>>,
    /// Somebody writes in it by hand: lines between the columns, room in the rows.
    pub by_hand: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column<W = SharedText> {
    pub head: W,
    /// Columns of text; with one blank between them they make at most 72.
    pub text: usize,
    pub size: Width,
    pub right: bool,
}

/// How wide a column is on a set page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// Tenths of a millimetre.
    Tenths(u16),
    /// Hundredths of a share of what is left.
    Share(u16),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Row<W = SharedText> {
    /// Over the whole width.
    Heading(W),
    Cells(Vec<Cell<W>>),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Cell<W = SharedText> {
    Text(W),
    /// A day: short in text, long on a set page.
    Day {
        short: W,
        long: W,
    },
    /// Goes on from the row above: nothing is said again.
    Same,
    Tick,
    Ink,
}

/// Who signs, under what was said about signing; never alone on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Signatures<W = SharedText> {
    pub place_and_day: Option<W>,
    /// The employee. None where only one signs.
    pub left: Option<Signer<W>>,
    pub right: Signer<W>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Signer<W = SharedText> {
    /// In which capacity, one line or two.
    pub capacity: Vec<W>,
    pub name: W,
    /// Empty where it isn't printed.
    pub number: W,
}

impl<W> Section<W> {
    pub fn plain(title: W) -> Self {
        Section { title, hint: None }
    }
}

impl<W> Column<W> {
    pub fn new(head: W, text: usize, size: Width) -> Self {
        Column { head, text, size, right: false }
    }
    pub fn right(self) -> Self {
        Column { right: true, ..self }
    }
}

impl<W> Paper<W> {
    pub fn section(&mut self, title: W) {
        self.blocks.push(Block::Section(Section::plain(title)));
    }
    pub fn push(&mut self, block: Block<W>) {
        self.blocks.push(block);
    }
}
