//! What is worth a second look before a session is closed. Warns, never blocks.
