pub mod glyph;
pub mod input;
pub mod painter;
pub mod pen;
pub mod sequences;
