//! Bytes to text: what spreadsheets save under the name of CSV. Pure.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text, or `None` if the bytes are no text at all.
pub fn decode(bytes: &[u8]) -> Option<String> {
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xFF, 0xFE, rest @ ..] => UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xFE, 0xFF, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        _ => match wide(bytes) {
            Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            None => match std::str::from_utf8(bytes) {
                Ok(text) => text.to_owned(),
                Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
            },
        },
    };
    // A spreadsheet never writes NUL; a picture or a database does.
    (!text.contains('\0')).then_some(text)
}

/// UTF-16 without its mark: every second byte of Latin text is zero, always the same one.
fn wide(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = sample.len() / 2;
    if odd * 10 > many * 7 && even * 10 < many {
        Some(UTF_16LE)
    } else if even * 10 > many * 7 && odd * 10 < many {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "No;Nama;NIP\r\n1;José Simanjuntak;198609262015051001\r\n";

    fn utf16(order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        LIST.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn every_form_in_which_spreadsheets_save_gives_the_same_text() {
        let (le, be) = (utf16(u16::to_le_bytes), utf16(u16::to_be_bytes));
        let forms: Vec<Vec<u8>> = vec![
            LIST.into(),
            [b"\xEF\xBB\xBF", LIST.as_bytes()].concat(),
            [b"\xFF\xFE", le.as_slice()].concat(),
            [b"\xFE\xFF", be.as_slice()].concat(),
            le,
            be,
            LIST.replace('é', "#").into_bytes().into_iter().map(|b| if b == b'#' { 0xE9 } else { b }).collect(),
        ];
        for (i, form) in forms.iter().enumerate() {
            assert_eq!(decode(form).as_deref(), Some(LIST), "form {i}");
        }
    }

    #[test]
    fn what_is_no_text_is_not_read() {
        assert_eq!(decode(b"No;Nama\n1;Siti\0;x"), None);
        assert_eq!(decode(&[0u8; 4096]), None);
        assert_eq!(decode(b""), Some(String::new()));
    }
}
