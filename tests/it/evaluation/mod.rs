//! Evaluation from outside: its rules against other people's figures, and its commands in a shell.

mod oracles;
mod shell;
