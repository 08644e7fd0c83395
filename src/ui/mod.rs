//! The drawing kit: canvas, roles and colours, glyphs, grids, and pieces that several screens show. Knows no screen.

pub mod canvas;
pub mod evaluations;
pub mod glyphs;
pub mod goal_rows;
pub mod grid;
pub mod pace_bar;
pub mod parts;
pub mod people;
pub mod theme;
