//! Tables that a command gives: as CSV on the output, or as a workbook in a new file.

use super::{Context, Failure, Output};
use crate::domain::language::clean::clean_line;
use crate::interchange::written;
use clap::Args;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

#[derive(Clone, Debug, Default, Args)]
pub struct TableArgs {
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["json", "csv"])]
    pub xlsx: Option<PathBuf>,
}

impl TableArgs {
    /// A table is wanted, of either kind.
    pub fn wanted(&self) -> bool {
        self.csv || self.xlsx.is_some()
    }

    /// Gives it in the form that was asked for.
    pub fn put(&self, ctx: &Context, header: &[&str], rows: Vec<Vec<String>>, out: &mut Output) -> Result<(), Failure> {
        let Some(path) = &self.xlsx else {
            let bytes = written::csv(header, rows).map_err(|error| Failure::output(&error))?;
            return out.table(&bytes);
        };
        let named = || clean_line(&path.to_string_lossy());
        let bytes = written::xlsx(header, rows).map_err(|error| Failure::output(&error))?;
        create(path, &bytes).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => Failure::refused("table-exists", [("path", named().into())]),
            _ => Failure::refused("table-unwritable", [("path", named().into()), ("detail", error.to_string().into())]),
        })?;
        out.line(&ctx.words.with("table-written", &[("path", named().into())]))
    }
}

/// A new file that only the user reads; an existing one, or a link, is never written to.
pub fn create(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::double::{Paper, context};
    use crate::i18n::Lang;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_workbook_is_a_new_file_for_the_user_alone_and_an_existing_one_stays() {
        let dir = tempfile::tempdir().unwrap();
        let args = TableArgs { csv: false, xlsx: Some(dir.path().join("usulan.xlsx")) };
        let put = || {
            let rows = vec![vec!["=1+1".to_owned(), "1.250.000".to_owned()]];
            args.put(&context(Lang::Id), &["Program", "Biaya"], rows, &mut Paper::default().output())
        };
        put().unwrap();
        let path = args.xlsx.as_ref().unwrap();
        assert_eq!(std::fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
        let before = std::fs::read(path).unwrap();
        assert!(before.starts_with(b"PK"));
        assert_eq!(put().unwrap_err().message.id, "table-exists");
        assert_eq!(std::fs::read(path).unwrap(), before);
    }
}
