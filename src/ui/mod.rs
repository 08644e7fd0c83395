//! The drawing kit: canvas, roles and colours, glyphs, grids. Knows no screen.

pub mod canvas;
pub mod glyphs;
pub mod grid;
pub mod theme;
