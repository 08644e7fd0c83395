//! Names with titles: front title, name, back titles, as `Drs. Mamat Rahmat, M.M.` Sorted and found by the name.

pub(in crate::domain) mod titles;

use crate::domain::language::clean;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonName {
    /// `Drs.`, `Ir. Hj.`; may be empty.
    pub front: String,
    /// The name itself; one word is enough.
    pub name: String,
    /// `S.H., M.H.`; may be empty.
    pub back: String,
}

impl PersonName {
    pub fn plain(name: impl Into<String>) -> Self {
        PersonName { name: name.into(), ..PersonName::default() }
    }

    /// Splits a name as written into titles and name. No letter is lost: what is no title stays in the name. A name
    /// in capitals is written as papers write it; parsing [`PersonName::full`] again gives the same.
    pub fn parse(written: &str) -> Self {
        let line = clean::clean_line(written);
        let mut parts: Vec<&str> = line.split(',').map(str::trim).filter(|p| !p.is_empty()).collect();
        if parts.is_empty() {
            return PersonName::default();
        }
        let (mut front, first) = split_front(parts.remove(0));
        let mut bare = first.clone();
        take_degrees(&mut bare);
        let shouted = in_capitals(&bare);
        let is_title = |part: &&str| part.split(' ').all(|word| titles::reads_as_title(word, shouted));
        let titles_from = parts.iter().rposition(|part| !is_title(part)).map_or(0, |last| last + 1);
        let mut back: Vec<String> = parts.split_off(titles_from).into_iter().flat_map(split_degrees).collect();
        let mut names = vec![first];
        names.extend(parts.into_iter().map(str::to_owned));
        if let Some(last) = names.last_mut() {
            let found = take_degrees(last);
            back.splice(0..0, found);
        }
        let mut name = names.join(", ");
        if in_capitals(&name) {
            name = title_case(&name);
        }
        // A lone title is somebody's name after all, or a line that says nothing else.
        if name.is_empty() {
            name = std::mem::take(&mut front);
        }
        PersonName { front, name, back: back.join(", ") }
    }

    /// From separate columns, where titles may stand in a column of their own, in the name, or in both: the column
    /// wins where it says something.
    pub fn from_columns(front: &str, written: &str, back: &str) -> Self {
        let mut name = PersonName::parse(written);
        let front = clean::clean_line(front);
        if !front.is_empty() {
            let words: Vec<String> = front.split(' ').map(|w| titles::front(w).unwrap_or_else(|| w.to_owned())).collect();
            name.front = words.join(" ");
        }
        let back = clean::clean_line(back);
        if !back.is_empty() {
            let parts: Vec<String> =
                back.split(',').map(str::trim).filter(|p| !p.is_empty()).flat_map(split_degrees).collect();
            name.back = parts.join(", ");
        }
        name
    }

    /// The whole name as papers have it.
    pub fn full(&self) -> String {
        let mut out = String::with_capacity(self.front.len() + self.name.len() + self.back.len() + 3);
        if !self.front.is_empty() {
            out.push_str(&self.front);
            out.push(' ');
        }
        out.push_str(&self.name);
        if !self.back.is_empty() {
            out.push_str(", ");
            out.push_str(&self.back);
        }
        out
    }

    /// For sorting and finding: the name without titles, folded.
    pub fn key(&self) -> String {
        clean::fold(&self.name)
    }
}

/// Front titles and what follows. `Hj.Siti` is split at the dot; the last word is never taken for a title.
fn split_front(part: &str) -> (String, String) {
    let mut front: Vec<String> = Vec::new();
    let mut rest = part;
    loop {
        let end = rest.find(' ').unwrap_or(rest.len());
        let word = &rest[..end];
        let after = rest[end..].trim_start();
        if !after.is_empty()
            && let Some(title) = titles::front(word)
        {
            front.push(title);
            rest = after;
            continue;
        }
        // Titles run into the name: cut behind the dot.
        let cut = word.find('.').map(|dot| dot + 1).filter(|cut| *cut < word.len());
        match cut
            .and_then(|cut| titles::front(&word[..cut]).filter(|t| t.len() > 2 || !titles::is_initials(word)).zip(Some(cut)))
        {
            Some((title, cut)) if titles::degree(word).is_none() => {
                front.push(title);
                rest = &rest[cut..];
            }
            _ => return (front.join(" "), rest.to_owned()),
        }
    }
}

/// Degrees at the end that no comma divides from the name; at least one word remains.
fn take_degrees(name: &mut String) -> Vec<String> {
    let mut found = Vec::new();
    while let Some((rest, word)) = name.rsplit_once(' ') {
        let Some(degree) = titles::degree(word) else { break };
        found.push(degree);
        *name = rest.to_owned();
    }
    found.reverse();
    found
}

/// `S.H. M.H.` are two titles, `Sp. OG` is one.
fn split_degrees(part: &str) -> Vec<String> {
    let known: Option<Vec<String>> = part.split(' ').map(titles::degree).collect();
    known.unwrap_or_else(|| vec![part.to_owned()])
}

fn in_capitals(name: &str) -> bool {
    name.chars().any(char::is_uppercase) && !name.chars().any(char::is_lowercase)
}

/// `M. YUSUF BIN MA'RUF` is `M. Yusuf bin Ma'ruf`.
fn title_case(name: &str) -> String {
    let words = name.split(' ').enumerate().map(|(i, word)| match word {
        "BIN" | "BINTI" | "VAN" | "DER" | "DEN" | "VON" if i > 0 => word.to_lowercase(),
        _ if i > 0 && titles::is_numeral(word) => word.to_owned(),
        _ => title_word(word),
    });
    words.collect::<Vec<_>>().join(" ")
}

fn title_word(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    // Letters since the last break; an apostrophe breaks only after a single letter (D'Souza, but Ma'ruf).
    let mut run = 0;
    for c in word.chars() {
        if c.is_alphabetic() {
            if run == 0 {
                out.push(c)
            } else {
                out.extend(c.to_lowercase())
            }
            run += 1;
        } else {
            out.push(c);
            let apostrophe = matches!(c, '\'' | '’' | '‘' | '`');
            if !apostrophe || run == 1 {
                run = 0;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::domain::people::name::*;
    use proptest::prelude::*;

    fn parts(written: &str) -> (String, String, String) {
        let n = PersonName::parse(written);
        (n.front, n.name, n.back)
    }
    fn expect(written: &str, front: &str, name: &str, back: &str) {
        assert_eq!(parts(written), (front.into(), name.into(), back.into()), "{written}");
    }

    #[test]
    fn titles_are_divided_from_the_name() {
        expect("Hj. Siti Putra Panjaitan, A.Md.Keb.", "Hj.", "Siti Putra Panjaitan", "A.Md.Keb.");
        expect("Prof. Dr. Ir. H. Ahmad Ginting, M.Sc., Ph.D.", "Prof. Dr. Ir. H.", "Ahmad Ginting", "M.Sc., Ph.D.");
        expect("dr. Maya Kusuma, Sp.OG", "dr.", "Maya Kusuma", "Sp.OG");
        expect("Drs Mamat Rahmat, MM", "Drs.", "Mamat Rahmat", "MM");
        expect("Siti Aisyah Sinaga, S.STP., M.AP.", "", "Siti Aisyah Sinaga", "S.STP., M.AP.");
        expect("Siti Aisyah Sinaga,S.STP,M.AP", "", "Siti Aisyah Sinaga", "S.STP, M.AP");
        expect("Kol. Budi Santoso", "Kol.", "Budi Santoso", "");
        expect("Hj.Siti Aminah", "Hj.", "Siti Aminah", "");
        expect("H Ahmad Yani", "H.", "Ahmad Yani", "");
    }

    #[test]
    fn a_degree_needs_no_comma_where_it_is_obvious() {
        expect("Rina Sari S.Sos., M.Si.", "", "Rina Sari", "S.Sos., M.Si.");
        expect("Rina Sari SH MH", "", "Rina Sari", "SH, MH");
        expect("Rina Sari, S.H. M.H.", "", "Rina Sari", "S.H., M.H.");
    }

    #[test]
    fn what_is_no_title_stays_in_the_name() {
        expect("Suryadi", "", "Suryadi", "");
        expect("M. Yusuf", "", "M. Yusuf", "");
        expect("M.Yusuf", "", "M.Yusuf", "");
        expect("Panjaitan, Siti", "", "Panjaitan, Siti", "");
        expect("Drs.", "", "Drs.", "");
        expect("Ali Se", "", "Ali Se", "");
        expect("A.H. Nasution", "", "A.H. Nasution", "");
        expect("H.B. Jassin", "", "H.B. Jassin", "");
    }

    #[test]
    fn names_in_capitals_are_written_as_papers_write_them() {
        expect("HANUM HARAHAP", "", "Hanum Harahap", "");
        expect("M. YUSUF BIN MA'RUF", "", "M. Yusuf bin Ma'ruf", "");
        expect("HJ. NUR D'SOUZA-LUBIS, S.SOS., M.SI", "Hj.", "Nur D'Souza-Lubis", "S.Sos., M.Si");
        expect("A.H. NASUTION", "", "A.H. Nasution", "");
        expect("DRS. RAHMAT SE", "Drs.", "Rahmat", "SE");
    }

    #[test]
    fn columns_of_their_own_win() {
        let name = PersonName::from_columns("Hj.", "HANUM HARAHAP", "S.T.");
        assert_eq!(name.full(), "Hj. Hanum Harahap, S.T.");
        let name = PersonName::from_columns("", "Ir. Desi, S.E.", "S.E., M.M.");
        assert_eq!(name.full(), "Ir. Desi, S.E., M.M.");
    }

    fn words() -> impl Strategy<Value = String> {
        let word = prop_oneof![
            "[A-Z][a-z]{1,6}",
            "[A-Z]{1,6}",
            "[A-Za-z.']{1,6}",
            prop::sample::select(vec![
                "H.",
                "Hj",
                "Drs.",
                "Dr.H.",
                "dr.",
                "S.H.",
                "SH",
                "S.Sos",
                "A.Md.Keb.",
                "Sp.OG",
                "M.",
                "BIN",
                "SE",
                "KH",
                ",",
                ", ",
            ])
            .prop_map(str::to_owned),
        ];
        prop::collection::vec(word, 0..7).prop_map(|w| w.join(" "))
    }

    proptest! {
        #[test]
        fn a_written_name_reads_as_itself_again(written in prop_oneof![words(), "\\PC{0,60}"]) {
            let once = PersonName::parse(&written);
            prop_assert_eq!(PersonName::parse(&once.full()), once);
        }

        #[test]
        fn no_letter_is_lost(written in words()) {
            let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
            prop_assert_eq!(letters(&PersonName::parse(&written).full()), letters(&written));
        }
    }
}
