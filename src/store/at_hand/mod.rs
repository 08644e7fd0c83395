//! Small files that spare opening the index, and the drafts. None of them is the truth, and none is trusted beyond the
//! entry that it names.

pub(super) mod dossier_file;
pub mod drafts;
pub(super) mod roster_file;
pub(super) mod rows;
