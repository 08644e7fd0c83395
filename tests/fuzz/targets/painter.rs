//! Any text in the cells of two pictures: what the terminal gets.
#![no_main]

use bina::app::msg::Size;
use bina::runtime::painter::{Painter, Palette};
use bina_fuzz::foreign;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (bool, Vec<(u8, String)>)| {
    let (ascii, cells) = input;
    let mut painter = Painter::new(Size { columns: 20, rows: 3 }, Palette { color: true, ascii });
    for part in [&cells[..cells.len() / 2], &cells[cells.len() / 2..]] {
        let mut canvas = painter.canvas();
        let count = canvas.content.len();
        for (at, symbol) in part {
            canvas.content[usize::from(*at) % count].set_symbol(symbol);
        }
        let frame = painter.frame(canvas, None);
        assert_eq!(foreign(&frame), None);
        assert!(!ascii || frame.is_ascii());
    }
});
