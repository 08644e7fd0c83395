//! The parts of the help that are made from the program: compared with the pages, and with `BINA_BLESS=1` written.

use bina::i18n::Lang;
use std::path::{Path, PathBuf};

pub const LANGS: [Lang; 2] = [Lang::Id, Lang::En];

pub fn file(topic: &str, lang: Lang) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/help/{}/{topic}.md", lang.code()))
}

/// Compares what was made with what stands between the marks of that name.
///
/// # Panics
/// They differ; the new text is said.
#[track_caller]
pub fn compare(topic: &str, name: &str, lang: Lang, made: &str) {
    let path = file(topic, lang);
    let text = std::fs::read_to_string(&path).unwrap();
    let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, rest) = text.split_once(&start).unwrap_or_else(|| panic!("{} has no {start}", path.display()));
    let (block, after) = rest.split_once(&end).unwrap_or_else(|| panic!("{} has no {end}", path.display()));
    let made = format!("{}\n", made.trim());
    if block == made {
        return;
    }
    if std::env::var_os("BINA_BLESS").is_some_and(|v| !v.is_empty()) {
        return std::fs::write(&path, format!("{before}{start}{made}{end}{after}")).unwrap();
    }
    panic!("{} is stale between the marks. Look at the change, then bless it (CONTRIBUTING.md):\n\n{made}", path.display());
}
