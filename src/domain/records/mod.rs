//! All records as one type, whose eyes they are for, the only way they change, what a user asks of them, and how long they
//! are kept.
//!
//! # A new kind of record
//!
//! 1. Its identifier in the list of [`id`], its type in the room of its subject (`sessions/`, `goal/`, …) with the fields
//!    `id`, `by`, `written` and, if it is about somebody, `person` and a day. Both are re-exported in `domain/mod.rs`.
//! 2. A row at the end of the table in [`record`]. From it come the variants of [`Record`](record::Record) and
//!    [`RecordId`](record::RecordId), `From`, `id`, `uuid`, `person`, `on`, and in the [`dossier`] the list, its order and
//!    the way to find one by its identifier. A row without a list is a kind of the whole office; the store keeps it by
//!    itself, but nothing makes you give it a place in the [`Roster`](crate::domain::Roster) (`apply_office`) and an arm in
//!    `Case::current` of [`intent`], by which undo knows what stands there now.
//! 3. What the compiler asks for: [`retention`] (as what it counts, from which day on it is only kept; what falls with
//!    another record also stands in `cli/retention.rs`), `reports/log.rs` and `reports/log/facts.rs` (its text, its name
//!    `log-record-…`, its facts). Nothing asks for `audience` in `reports/log.rs`, nor for `ToggleAudience` and
//!    `DiscardSession` in [`intent`]: a text with an [`audience`] belongs to the first two, a record of a session to the
//!    third.
//! 4. A line with it in a golden journal of `tests/it/store`; then the test in `store::codec` says whether `VIEW_FORMAT`
//!    has to be raised.
//!
//! # A new intent
//!
//! 1. A struct with [`Judge`](intent::Judge) in the file of its subject under [`intent`]: its fields are what was typed,
//!    `judge` cleans and checks them and answers with the change. `Case` helps: `one` (one operation about a person),
//!    `replace` (a record in another state, refused if nothing differs), `change`, `person`, `dossier`,
//!    `session_accepts`.
//! 2. Its name in the list of `intents!`. From then on `intent::ItsName { … }` is taken wherever an intent is.
//! 3. If it does what nothing did before: a variant of [`ChangeKind`](change::ChangeKind), and `change-…` in both languages.
//! 4. If it refuses for a new reason: a variant of [`Refusal`](refusal::Refusal), and `refusal-…` in both languages; what the
//!    message speaks of is added to `Refusal::detail`.
//!
//! The names that machines and messages read (`id`, `message_id`) come from the names of the variants, by strum. What is
//! printed stays as it is: a variant that gets a better name keeps its old word with `#[strum(serialize = "…")]`.

pub mod audience;
pub mod change;
pub mod dossier;
#[cfg(test)]
pub(crate) mod every;
pub mod history;
pub mod id;
pub mod intent;
pub mod log;
pub mod record;
pub mod refusal;
pub mod retention;
pub mod withdrawal;
