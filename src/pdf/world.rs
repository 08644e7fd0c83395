//! What typst may see: the paper, the template, and the fonts of the program. No file, no package, no clock.

use super::{Order, Unset};
use std::sync::OnceLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// The only ones that papers use; the others of the collection are for mathematics.
const FAMILIES: [&str; 2] = ["Libertinus Serif", "DejaVu Sans Mono"];

/// One paper as PDF, accessible and for archives: PDF/A-2a and PDF/UA-1.
pub fn set(order: Order) -> Result<Vec<u8>, Unset> {
    let desk = Desk::new(order)?;
    desk.letters()?;
    let document: PagedDocument = typst::compile(&desk).output.map_err(|errors| desk.first(&errors))?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]);
    let standards = standards.map_err(|error| Unset::Child(error.message().to_string()))?;
    let options = PdfOptions { creator: Smart::Custom(Some("bina".to_owned())), standards, ..PdfOptions::default() };
    typst_pdf::pdf(&document, &options).map_err(|errors| desk.first(&errors))
}

struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    paper: Source,
    template: Source,
}

impl Desk {
    fn new(order: Order) -> Result<Self, Unset> {
        let file = |name: &str| -> Result<FileId, Unset> {
            let path = VirtualPath::new(name).map_err(|_| Unset::Child(name.to_owned()))?;
            Ok(RootedPath::new(VirtualRoot::Project, path).intern())
        };
        let fonts = fonts();
        Ok(Desk {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            paper: Source::new(file("main.typ")?, order.source),
            template: Source::new(file(&order.template_name)?, order.template),
        })
    }

    /// A letter without a shape would print as a box, and somebody's name would be gone.
    fn letters(&self) -> Result<(), Unset> {
        let known = |c: &char| c.is_ascii() || self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(*c)));
        let mut missing: Vec<char> = self.paper.text().chars().filter(|c| !known(c)).collect();
        missing.sort_unstable();
        missing.dedup();
        if missing.is_empty() { Ok(()) } else { Err(Unset::Letters(missing.iter().take(20).collect())) }
    }

    /// The first error, with its line in the template if it arose there.
    fn first(&self, errors: &[SourceDiagnostic]) -> Unset {
        let Some(error) = errors.first() else { return Unset::Child(String::from("-")) };
        let reason = error.message.to_string();
        let in_template = |id: Option<FileId>| id == Some(self.template.id());
        let line = |range: Option<std::ops::Range<usize>>| {
            range.and_then(|range| self.template.lines().byte_to_line(range.start)).map_or(1, |line| line + 1)
        };
        if in_template(error.span.id()) {
            return Unset::Template { line: line(self.range(error.span)), reason };
        }
        let called = error.trace.iter().find(|point| in_template(point.span.id()));
        match called {
            Some(point) => Unset::Template { line: line(self.range(point.span)), reason },
            None => Unset::Source { reason },
        }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }
    fn main(&self) -> FileId {
        self.paper.id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.paper, &self.template].into_iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }
    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }
    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Read once a process: what they hold is the same for every paper.
fn fonts() -> Vec<Font> {
    static FONTS: OnceLock<Vec<Font>> = OnceLock::new();
    let read = || {
        let all = typst_assets::fonts().flat_map(|data| Font::iter(Bytes::new(data)));
        all.filter(|font| FAMILIES.contains(&font.info().family.as_str())).collect()
    };
    FONTS.get_or_init(read).clone()
}
