//! Development, seen from outside: the oracles of the field, and what the offices' files say.

mod hours;
mod money;
mod oracles;
mod rows;
mod story;
