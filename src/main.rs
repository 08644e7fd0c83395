//! The program: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    if std::env::args_os().nth(1).is_some_and(|arg| arg == bina::interchange::xlsx::SUBCOMMAND) {
        return bina::interchange::xlsx::child_main();
    }
    ExitCode::SUCCESS
}
