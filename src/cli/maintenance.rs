//! `verify`, `rebuild`, `backup`, `restore`: care for the store as a whole.

use super::{Context, Failure, Output};
use std::path::Path;

/// Checks the chain of the journal and the view against it.
pub fn verify(ctx: &Context, out: &mut Output) -> Result<(), Failure> {
    not_yet(ctx, out)
}

/// Makes the view anew from the journal.
pub fn rebuild(ctx: &Context, out: &mut Output) -> Result<(), Failure> {
    not_yet(ctx, out)
}

pub fn backup(ctx: &Context, _file: &Path, out: &mut Output) -> Result<(), Failure> {
    not_yet(ctx, out)
}

pub fn restore(ctx: &Context, _file: &Path, out: &mut Output) -> Result<(), Failure> {
    not_yet(ctx, out)
}

/// The disk store's functions are called above, in place of this.
fn not_yet(_: &Context, _: &mut Output) -> Result<(), Failure> {
    Err(Failure::fault("failure-not-built"))
}
