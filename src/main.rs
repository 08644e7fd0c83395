//! The `bina` command. Everything is in the library; here the outcome becomes an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    bina::runtime::memory::close();
    // A workbook is read by a child of this same program, under limits of its own.
    if std::env::args_os().nth(1).is_some_and(|arg| arg == bina::interchange::xlsx::SUBCOMMAND) {
        return bina::interchange::xlsx::child_main();
    }
    ExitCode::from(bina::cli::run(std::env::args_os()))
}
