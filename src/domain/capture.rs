//! The one-line grammar of quick capture.
