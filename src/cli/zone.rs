//! The time zone of this machine.

use jiff::tz::TimeZone;
use std::io::Read;
use std::path::{Path, PathBuf};

const ZONES: &str = "/usr/share/zoneinfo";
/// The file of a zone is no longer, in bytes.
const LARGEST: u64 = 1 << 20;

/// As the library finds it. But it lists every zone of the world before it reads one, and each start would wait for
/// that: where the file of the zone is plain to see, only that one is read.
pub fn here() -> TimeZone {
    let variable = std::env::var("TZ").ok();
    file(variable.as_deref()).and_then(|file| read(&file)).unwrap_or_else(TimeZone::system)
}

/// What the variable says, where it names no zone: then UTC is taken.
pub fn misspelt() -> Option<String> {
    let said = std::env::var("TZ").ok().filter(|name| !name.is_empty())?;
    let known = file(Some(&said)).and_then(|file| read(&file)).is_some() || !TimeZone::system().is_unknown();
    (!known).then_some(said)
}

/// The file, by the variable or as the machine is set up; other forms of the variable are the library's.
fn file(variable: Option<&str>) -> Option<PathBuf> {
    let Some(name) = variable else { return std::fs::canonicalize("/etc/localtime").ok() };
    let part = |part: &str| part.starts_with(|c: char| c.is_ascii_alphabetic()) && !part.contains('.');
    name.split('/').all(part).then(|| Path::new(ZONES).join(name))
}

fn read(file: &Path) -> Option<TimeZone> {
    let name = file.strip_prefix(ZONES).ok()?.to_str()?;
    let mut bytes = Vec::new();
    crate::store::plain_file(file).ok()?.take(LARGEST).read_to_end(&mut bytes).ok()?;
    TimeZone::tzif(name, &bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_read_by_its_name_and_what_is_no_name_is_left_to_the_library() {
        assert_eq!(file(Some("Asia/Jakarta")), Some("/usr/share/zoneinfo/Asia/Jakarta".into()));
        for other in ["", ":Asia/Jakarta", "/etc/localtime", "../etc/passwd", "Asia/../x", "<+07>-7"] {
            assert_eq!(file(Some(other)), None, "{other}");
        }
        assert!(read(Path::new("/etc/passwd")).is_none());
        let Some(jakarta) = file(Some("Asia/Jakarta")).and_then(|file| read(&file)) else { return };
        let named = TimeZone::get("Asia/Jakarta").unwrap();
        assert_eq!(jakarta.iana_name(), named.iana_name());
        let times = (1950..2040).map(|year| jiff::civil::date(year, 6, 1).at(12, 0, 0, 0));
        assert!(times.clone().all(|at| jakarta.to_timestamp(at).unwrap() == named.to_timestamp(at).unwrap()));
    }
}
