//! The signs of a typewriter: what a paper as text is made of, so that any printer and any mail has them.

/// In plain ASCII where that loses nothing: typographic signs become those of a typewriter, common accents go. What
/// has no such form stays as it is.
pub fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let said = match c {
            '–' | '—' | '‐' | '‑' | '−' => "-",
            '‘' | '’' | '‚' | '′' => "'",
            '“' | '”' | '„' | '″' | '«' | '»' => "\"",
            '…' => "...",
            '×' => "x",
            '·' | '•' => "-",
            '→' => "->",
            '≥' => ">=",
            '≤' => "<=",
            '\u{a0}' | '\u{202f}' | '\u{2009}' => " ",
            'à'..='å' => "a",
            'è'..='ë' => "e",
            'ì'..='ï' => "i",
            'ò'..='ö' | 'ø' => "o",
            'ù'..='ü' => "u",
            'ç' => "c",
            'ñ' => "n",
            'ý' | 'ÿ' => "y",
            'À'..='Å' => "A",
            'È'..='Ë' => "E",
            'Ì'..='Ï' => "I",
            'Ò'..='Ö' | 'Ø' => "O",
            'Ù'..='Ü' => "U",
            'Ç' => "C",
            'Ñ' => "N",
            _ => {
                out.push(c);
                continue;
            }
        };
        out.push_str(said);
    }
    out
}
