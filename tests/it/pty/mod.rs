//! The program as it is used: keys typed into a pseudo-terminal of 80 columns and 24 rows, the screen read back, the
//! store looked at with the commands of the shell. Each test has an office of its own and waits for conditions only.

mod beginning;
mod counted;
mod grid;
mod interrupted;
mod kept;
mod line;
pub mod office;
mod ratings;
mod take_over;
mod talk;
mod trust;
mod walk;
