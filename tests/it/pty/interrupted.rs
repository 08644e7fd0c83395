//! A lost connection, a killed process: what was typed is there again, in the very field.
