//! `bina` without a command: the screens.

use super::{Context, Failure};

/// Opens the screens and stays in them until the user leaves.
pub fn run(ctx: Context) -> Result<(), Failure> {
    let _ = ctx;
    // runtime::run(ctx) is called here.
    Err(Failure::fault("failure-not-built"))
}
