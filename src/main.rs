//! The `bina` command. Everything is in the library; here the outcome becomes an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(bina::cli::run(std::env::args_os()))
}
