//! What opens an encrypted store, on its way from the keyboard to the check. Its text is never printed, kept or copied:
//! it stays where it was typed into and is wiped when it is done with.

use std::fmt;
use zeroize::Zeroizing;

/// A passphrase as it is typed: letters come and go at its end.
#[derive(PartialEq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// In bytes. Room for all of it is there from the start: a text that grows leaves a copy of itself behind.
    const LONGEST: usize = 1024;

    pub fn push(&mut self, typed: char) {
        if !typed.is_control() && self.0.len() + typed.len_utf8() <= Self::LONGEST {
            self.0.push(typed);
        }
    }
    pub fn pop(&mut self) {
        self.0.pop();
    }
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// For whoever checks it.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl Default for Passphrase {
    fn default() -> Self {
        Passphrase(Zeroizing::new(String::with_capacity(Self::LONGEST)))
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_text_stays_in_one_place_and_is_never_printed() {
        let mut passphrase = Passphrase::default();
        let place = passphrase.text().as_ptr();
        "kata\n sandi\u{1b}".chars().for_each(|c| passphrase.push(c));
        assert_eq!(passphrase.text(), "kata sandi");
        passphrase.pop();
        (0..5000).for_each(|_| passphrase.push('é'));
        assert!(passphrase.text().starts_with("kata sandé") && passphrase.text().len() <= Passphrase::LONGEST);
        assert_eq!(passphrase.text().as_ptr(), place);
        assert_eq!(format!("{passphrase:?}"), "Passphrase");
    }
}
