//! Days in words, as people write them in a note: `kemarin`, `senin lalu`, `3 hari lalu`, `12/11`, ISO.
