//! Long text in the user's own editor: which one, and the private file that it works on. Terminal and input are the
//! loop's matter.

use rustix::process::Pid;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

/// What is read back at most, in bytes.
const LIMIT: u64 = 1 << 20;

/// A file in a folder of its own that nobody else can open; both are gone when this is dropped.
pub struct PrivateFile {
    folder: PathBuf,
    file: PathBuf,
}

/// What the names of such folders begin with; the process and a number follow, each behind a dash.
const NAME: &str = "bina-text";

/// A file system that is gone with the machine's power.
pub const IN_MEMORY: &str = "/dev/shm";

/// Removes what processes that were killed have left behind, where [`PrivateFile::with`] makes its folders. What was
/// typed there is kept as a draft, but for what the editor had not given back.
pub fn sweep(fallback: &Path) {
    for dir in runtime_dir().iter().map(PathBuf::as_path).chain([fallback]) {
        let Ok(entries) = fs::read_dir(dir) else { continue };
        for entry in entries.flatten().filter(|entry| entry.file_name().to_str().is_some_and(is_left_over)) {
            let ours = |found: fs::Metadata| found.is_dir() && found.uid() == rustix::process::geteuid().as_raw();
            if entry.metadata().is_ok_and(ours) {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

/// Whether it is the name of a folder whose process is not there any more.
fn is_left_over(name: &str) -> bool {
    let numbers = name.strip_prefix(NAME).and_then(|rest| rest.strip_prefix('-')?.split_once('-'));
    let number = numbers.and_then(|(pid, _)| pid.parse().ok());
    let gone = |pid| rustix::process::test_kill_process(pid) == Err(rustix::io::Errno::SRCH);
    number.and_then(Pid::from_raw).is_some_and(gone)
}

fn runtime_dir() -> Option<PathBuf> {
    std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|dir| dir.is_absolute())
}

impl PrivateFile {
    /// Makes folder and file, in the user's runtime directory or else in `fallback`. Where that lies in memory, as for an
    /// encrypted store, nowhere else: a runtime directory may lie on a disk.
    ///
    /// # Errors
    /// Neither can be written.
    pub fn with(text: &str, fallback: &Path) -> io::Result<PrivateFile> {
        runtime_dir()
            .filter(|_| !fallback.starts_with(IN_MEMORY))
            .as_deref()
            .map_or_else(|| PrivateFile::in_dir(fallback, text), |dir| PrivateFile::in_dir(dir, text))
            .or_else(|_| PrivateFile::in_dir(fallback, text))
    }

    fn in_dir(dir: &Path, text: &str) -> io::Result<PrivateFile> {
        let folder = (0..100)
            .map(|n| dir.join(format!("{NAME}-{}-{n}", std::process::id())))
            .find(|folder| !folder.exists())
            .ok_or(io::ErrorKind::AlreadyExists)?;
        DirBuilder::new().mode(0o700).create(&folder)?;
        let private = PrivateFile { file: folder.join("teks.txt"), folder };
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&private.file)?;
        file.write_all(text.as_bytes())?;
        if !text.is_empty() && !text.ends_with('\n') {
            file.write_all(b"\n")?;
        }
        Ok(private)
    }

    /// What stands in it now, without the line end at its end.
    ///
    /// # Errors
    /// It is gone or can't be read.
    pub fn read(&self) -> io::Result<String> {
        let mut bytes = Vec::new();
        fs::File::open(&self.file)?.take(LIMIT).read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes);
        let text = text.strip_suffix('\n').unwrap_or(&text);
        Ok(text.strip_suffix('\r').unwrap_or(text).to_owned())
    }

    /// Starts the user's editor on it.
    ///
    /// # Errors
    /// There is no such program.
    pub fn edit(&self) -> io::Result<Child> {
        let chosen = ["VISUAL", "EDITOR"].iter().filter_map(|name| std::env::var(name).ok()).map(|line| words(&line));
        let line = chosen.into_iter().find(|words| !words.is_empty()).unwrap_or_else(|| vec!["vi".to_owned()]);
        Command::new(&line[0]).args(&line[1..]).arg(&self.file).spawn()
    }
}

impl Drop for PrivateFile {
    fn drop(&mut self) {
        // Editors may have left copies beside it.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Splits a line as a shell does: at blanks, with quotes and backslashes; nothing is expanded.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (None | Some('"'), '\\') => word.get_or_insert_default().extend(chars.next()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_command_line_is_split_as_a_shell_does() {
        assert_eq!(words("vi"), ["vi"]);
        assert_eq!(words("  code --wait  -n "), ["code", "--wait", "-n"]);
        assert_eq!(words(r#""/opt/my editor/e" 'a  b' c\ d "x\"y" ''"#), ["/opt/my editor/e", "a  b", "c d", "x\"y", ""]);
        assert!(words("  ").is_empty());
    }

    #[test]
    fn what_a_dead_process_left_is_removed_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let mut child = Command::new("true").spawn().unwrap();
        child.wait().unwrap();
        let dead = dir.path().join(format!("{NAME}-{}-0", child.id()));
        let others =
            [format!("{NAME}-{}-0", std::process::id()), format!("{NAME}-x-0"), format!("{NAME}-1"), "other".into()];
        let others = others.map(|name| dir.path().join(name));
        for folder in others.iter().chain([&dead]) {
            fs::create_dir(folder).unwrap();
            fs::write(folder.join("teks.txt"), "satu").unwrap();
        }
        let link = dir.path().join(format!("{NAME}-{}-1", child.id()));
        std::os::unix::fs::symlink(&others[3], &link).unwrap();
        sweep(dir.path());
        assert!(!dead.exists());
        assert!(others.iter().all(|folder| folder.join("teks.txt").exists()) && link.exists());
    }

    #[test]
    fn the_file_is_private_and_gone_afterwards() {
        let dir = tempfile::tempdir().unwrap();
        let file = PrivateFile::in_dir(dir.path(), "satu\ndua").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&file.folder), mode(&file.file)), (0o700, 0o600));
        assert_eq!(fs::read_to_string(&file.file).unwrap(), "satu\ndua\n");
        assert_eq!(file.read().unwrap(), "satu\ndua");
        fs::write(file.folder.join("teks.txt~"), "copy").unwrap();
        drop(file);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    }
}
