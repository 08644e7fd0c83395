//! Receipt codes: a short digest of exactly the text that was handed out, short enough to be typed back from paper.

use crate::domain::SharedText;
use sha2::{Digest, Sha256};

/// Without letters and digits that look alike on paper (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The code of a sheet: ten characters in two groups, 50 bits of its SHA-256.
pub fn receipt(sheet: &SharedText) -> String {
    let digest = Sha256::digest(sheet.get().as_bytes());
    let mut bits = u64::from_be_bytes([0, digest[0], digest[1], digest[2], digest[3], digest[4], digest[5], digest[6]]) >> 6;
    let mut code = [0u8; 10];
    for slot in code.iter_mut().rev() {
        *slot = ALPHABET[(bits & 31) as usize];
        bits >>= 5;
    }
    let text: String = code.iter().map(|b| char::from(*b)).collect();
    format!("{}-{}", &text[..5], &text[5..])
}

/// What somebody typed from paper, in the form that [`receipt`] gives: case, dashes, spaces and look-alikes forgiven.
pub fn normalise(typed: &str) -> String {
    let plain: String = typed
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .collect();
    match plain.char_indices().nth(5) {
        Some((at, _)) => format!("{}-{}", &plain[..at], &plain[at..]),
        None => plain,
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::Shared;
    use crate::domain::sessions::receipt::*;

    #[test]
    fn a_changed_text_has_another_code_and_typing_is_forgiven() {
        let code = receipt(&Shared::new("Lembar umpan balik".to_owned()));
        assert_eq!(code.len(), 11);
        assert_ne!(code, receipt(&Shared::new("Lembar umpan balik.".to_owned())));
        assert_eq!(normalise(&code.to_lowercase().replace('-', " ")), code);
        assert_eq!(normalise("o0lI1-abcde"), "00111-ABCDE");
    }
}
