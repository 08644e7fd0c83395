//! `bina note LINE`: quick capture in the shell, the same grammar as on the screens.

use super::{Context, Failure, Output};

pub fn run(_ctx: &Context, _line: &str, _out: &mut Output) -> Result<(), Failure> {
    // domain::capture reads the line here.
    Err(Failure::fault("failure-not-built"))
}
