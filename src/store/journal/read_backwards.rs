//! Lines of a file from its end on: what is newest is found without reading the rest.

use crate::store::StoreError;
use crate::store::error::At;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

/// Lines of a file from its end on.
pub struct Backwards {
    file: File,
    /// Where `rest` begins in the file.
    start: u64,
    rest: Vec<u8>,
}

pub struct BackLine {
    pub offset: u64,
    pub bytes: Vec<u8>,
    /// Has its line end.
    pub ended: bool,
}

impl Backwards {
    pub fn open(path: &Path) -> Result<Backwards, StoreError> {
        Backwards::before(path, u64::MAX)
    }

    /// Those that end at an offset or before it.
    pub fn before(path: &Path, offset: u64) -> Result<Backwards, StoreError> {
        let file = File::open(path).at(path)?;
        let start = file.metadata().at(path)?.len().min(offset);
        Ok(Backwards { file, start, rest: Vec::new() })
    }

    pub fn next(&mut self) -> std::io::Result<Option<BackLine>> {
        loop {
            let ended = self.rest.last() == Some(&b'\n');
            let body = &self.rest[..self.rest.len() - usize::from(ended)];
            let begin = match body.iter().rposition(|b| *b == b'\n') {
                Some(at) => at + 1,
                None if self.start > 0 => {
                    self.grow()?;
                    continue;
                }
                None if self.rest.is_empty() => return Ok(None),
                None => 0,
            };
            let line = BackLine { offset: self.start + begin as u64, bytes: body[begin..].to_vec(), ended };
            self.rest.truncate(begin);
            return Ok(Some(line));
        }
    }

    fn grow(&mut self) -> std::io::Result<()> {
        let size = (self.rest.len() as u64).max(64 << 10).min(self.start);
        let mut block = Vec::with_capacity(self.rest.len() + size as usize);
        self.start -= size;
        self.file.seek(SeekFrom::Start(self.start))?;
        (&self.file).take(size).read_to_end(&mut block)?;
        block.append(&mut self.rest);
        self.rest = block;
        Ok(())
    }
}
