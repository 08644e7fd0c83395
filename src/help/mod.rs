//! What a user reads beyond the README: pages in both languages, compiled in, because whoever sits behind SSH has no
//! repository. The parts between marks are made from the program and compared by `tests/it/help.rs`. Knows nothing of
//! commands or screens: who shows a page decides where.

mod layout;

pub use layout::lines;

use crate::domain::language::nearest::nearest;
use crate::i18n::Lang;

/// One page.
pub struct Topic {
    /// The name of its file, and in English.
    pub id: &'static str,
    indonesian: &'static str,
    pages: [&'static str; 2],
}

macro_rules! topics {
    ($($id:literal $indonesian:literal;)+) => {
        /// Every page, in the order in which they are listed.
        pub const TOPICS: &[Topic] = &[$(Topic {
            id: $id,
            indonesian: $indonesian,
            pages: [include_str!(concat!("id/", $id, ".md")), include_str!(concat!("en/", $id, ".md"))],
        }),+];
    };
}

topics! {
    "guide" "panduan";
    "keys" "tombol";
    "shell" "perintah";
    "configuration" "konfigurasi";
    "data" "data";
    "encryption" "enkripsi";
    "privacy" "kerahasiaan";
    "faults" "gangguan";
    "hostile-input" "masukan-berbahaya";
    "ssh" "ssh";
    "putty" "putty";
    "windows-terminal" "windows-terminal";
    "macos" "macos";
    "termux" "termux";
    "juicessh" "juicessh";
    "administrator" "pengelola";
    "performance" "kinerja";
}

impl Topic {
    /// What is typed to read it.
    pub fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.indonesian,
            Lang::En => self.id,
        }
    }

    /// The page, as Markdown.
    pub fn page(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.pages[0],
            Lang::En => self.pages[1],
        }
    }

    /// What it is about, in a few words.
    pub fn title(&self, lang: Lang) -> &'static str {
        self.page(lang).lines().next().unwrap_or_default().trim_start_matches("# ")
    }
}

/// The topic of that name, in either language.
pub fn topic(name: &str) -> Option<&'static Topic> {
    let name = name.to_lowercase().replace('_', "-");
    TOPICS.iter().find(|topic| topic.id == name || topic.indonesian == name)
}

/// The page of a topic, as Markdown; its name may be of either language.
pub fn page(name: &str, lang: Lang) -> Option<&'static str> {
    topic(name).map(|topic| topic.page(lang))
}

/// The topics that were most likely meant: what begins as typed, or the nearest word.
pub fn near(typed: &str, lang: Lang) -> Vec<&'static str> {
    let typed = typed.to_lowercase();
    let names: Vec<&'static str> = TOPICS.iter().flat_map(|topic| [topic.name(lang), topic.id, topic.indonesian]).collect();
    let meant = |name: &&&str| name.starts_with(&typed) || (name.len() > 2 && typed.starts_with(**name));
    let mut found: Vec<&'static str> = names.iter().filter(meant).chain(&nearest(&typed, &names)).copied().collect();
    let mut seen = Vec::new();
    found.retain(|name| {
        let id = topic(name).map(|topic| topic.id);
        let new = !seen.contains(&id);
        seen.push(id);
        new
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_is_found_by_its_name_in_either_language() {
        assert_eq!(page("Tombol", Lang::En), Some(page_of("keys", Lang::En)));
        assert!(page("hostile_input", Lang::Id).is_some_and(|page| page.contains("Masukan")));
        assert!(page("nowhere", Lang::Id).is_none());
    }

    fn page_of(id: &str, lang: Lang) -> &'static str {
        TOPICS.iter().find(|topic| topic.id == id).map(|topic| topic.page(lang)).unwrap()
    }

    #[test]
    fn a_slip_of_the_finger_names_the_topic_that_was_meant() {
        assert_eq!(near("fautls", Lang::En), ["faults"]);
        assert_eq!(near("konfig", Lang::Id), ["konfigurasi"]);
        assert_eq!(near("enkrispi", Lang::En), ["enkripsi"]);
        assert!(near("zzzzzz", Lang::En).is_empty());
    }

    #[test]
    fn no_two_topics_share_a_name() {
        let mut names: Vec<&str> = TOPICS.iter().map(|topic| topic.id).collect();
        // The name of a program is the same in both languages.
        names.extend(TOPICS.iter().filter(|topic| topic.indonesian != topic.id).map(|topic| topic.indonesian));
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
