//! Looks through a whole store: every line of the journal, the chain, and whether the view says the same. Repairs
//! nothing; what can't be mended without a loss is given up here, and only on the user's word.

use crate::domain::{Op, Record, RecordId};
use crate::store::error::At;
use crate::store::journal::{self, Position};
use crate::store::keyring::{self, Keyring};
use crate::store::line::{BadLine, JOURNAL_FORMAT, Line, Stones};
use crate::store::lock::Lock;
use crate::store::roster_file;
use crate::store::seal::Seal;
use crate::store::sled::View;
use crate::store::{Damage, Disk, Head, Note, Store, StoreError, codec, dir, dossier_file};
use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// More findings than these say nothing new.
const FINDINGS: usize = 100;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    pub entries: u64,
    /// Entries whose content was erased.
    pub erased: u64,
    pub segments: u32,
    /// The end of the chain.
    pub head: Head,
    /// Whether the view was compared; not while another process holds the store, nor if the journal is damaged.
    pub view_compared: bool,
    /// What opening has mended before the view was compared.
    pub mended: Vec<Note>,
    pub findings: Vec<Finding>,
}

impl Checked {
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Number of the entry, as far as one can tell.
    pub entry: Option<u64>,
    pub what: Damage,
    /// The file and, in it, the line.
    pub place: String,
}

/// Checks the store in that folder; the view as well, unless somebody else has it open. The chain of an encrypted store
/// is checked without its key as well.
pub fn verify(store: &Path, seal: &Seal) -> Result<Checked, StoreError> {
    dir::inspect(store)?;
    // Opening mends a torn end, so what was there before is looked at first.
    let checked = check_journal(store, seal, &mut |_| {})?;
    let locked = !seal.is_on() && Keyring::of(store)?.is_some();
    if locked || !checked.is_sound() {
        // Whoever opens it puts the better one back; without the key that can only be told.
        let place = keyring::compared(store).map(str::to_owned);
        let finding = |place| Finding { entry: None, what: Damage::KeyCopyDiffers, place };
        return Ok(Checked { findings: checked.findings.into_iter().chain(place.map(finding)).collect(), ..checked });
    }
    match Disk::open_at_once(store, seal) {
        Ok(mut disk) => disk.verify(),
        Err(StoreError::Busy { .. } | StoreError::Denied { .. } | StoreError::Full) => Ok(checked),
        Err(StoreError::Damaged { what, place }) => {
            Ok(Checked { findings: vec![Finding { entry: None, what, place }], ..checked })
        }
        Err(other) => Err(other),
    }
}

impl Disk {
    /// Checks the journal, and the view against it: in memory only a digest of each record.
    pub fn verify(&mut self) -> Result<Checked, StoreError> {
        let mut wanted: HashMap<RecordId, u64> = HashMap::new();
        let store = self.dir().to_owned();
        let mut checked = check_journal(&store, &self.seal().clone(), &mut |op| match op.after() {
            Some(record) => drop(wanted.insert(record.id(), fingerprint(record))),
            None => drop(wanted.remove(&op.record().id())),
        })?;
        if checked.is_sound() {
            match self.ask(|view| compare(view, &wanted)) {
                // The journal is whole; the system can't give the view what it needs.
                Err(StoreError::Denied { .. } | StoreError::Full) => {}
                compared => {
                    checked.findings.extend(compared?);
                    checked.view_compared = true;
                }
            }
        }
        // Copies of what the view says: made anew, whatever stands in them.
        self.forget_copies();
        checked.mended = self.notes();
        Ok(checked)
    }
}

/// Accepts that the journal ends where it ends, after [`Damage::JournalShort`] and with no backup that has more. What
/// knew of the lost entries is put aside, not deleted. Says where the journal now ends.
pub fn give_up_lost_end(store: &Path, seal: &Seal) -> Result<Head, StoreError> {
    dir::inspect(store)?;
    let lock = Lock::take(store)?;
    let (view, aside) = (store.join("view"), store.join("view.bad-1"));
    if dir::is_taken(&view)? {
        dir::remove(&aside)?;
        fs::rename(&view, &aside).at(&view)?;
    }
    for witness in roster_file::NAMES.into_iter().chain([dossier_file::NAME, "HEAD"]) {
        let path = store.join(witness);
        if path.exists() {
            fs::remove_file(&path).at(&path)?;
        }
    }
    dir::sync(store)?;
    drop(lock);
    Disk::open_with(store, seal)?.head()
}

fn compare(view: &View, wanted: &HashMap<RecordId, u64>) -> Result<Option<Finding>, StoreError> {
    let differs = |place: String| Some(Finding { entry: None, what: Damage::ViewDiffers, place });
    let (mut found, mut wrong) = (0, None);
    view.records(&mut |record| {
        found += 1;
        if wanted.get(&record.id()) != Some(&fingerprint(&record)) {
            wrong = Some(record.id());
        }
    })?;
    if let Some(id) = wrong {
        return Ok(differs(format!("view: {id:?}")));
    }
    if found != wanted.len() {
        return Ok(differs(format!("view: {found} / {}", wanted.len())));
    }
    Ok(view.wrong_row()?.and_then(|id| differs(format!("view: roster {id}"))))
}

fn fingerprint(record: &Record) -> u64 {
    let mut hasher = DefaultHasher::new();
    codec::encode(record).unwrap_or_default().hash(&mut hasher);
    hasher.finish()
}

fn check_journal(store: &Path, seal: &Seal, each: &mut dyn FnMut(&Op)) -> Result<Checked, StoreError> {
    let mut checked = Checked { segments: journal::count_segments(store)?, ..Checked::default() };
    let mut at = Position::default();
    // After a damaged line the next one is believed about what stood before it.
    let mut lost = false;
    let mut line_number = 0;
    let mut stones = Stones::after(0);
    journal::scan(store, &Position::default(), |raw, segment, offset| {
        line_number = if segment == at.segment { line_number + 1 } else { 1 };
        let place = format!("{}:{line_number}", journal::name(segment));
        let number = at.entry + 1;
        let mut finding = |entry, what| {
            if checked.findings.len() < FINDINGS {
                checked.findings.push(Finding { entry: Some(entry), what, place: place.clone() });
            }
        };
        match Line::read(&raw) {
            Ok(line) => {
                if !lost && !line.follows(at.entry, at.hash) {
                    finding(line.entry, Damage::ChainBroken);
                }
                stones.follow(&line);
                match line.change(seal) {
                    Ok(Some(change)) => change.ops.iter().for_each(&mut *each),
                    Ok(None) => checked.erased += 1,
                    Err(BadLine::Locked) => {}
                    Err(BadLine::Damaged(what)) => finding(line.entry, what),
                    Err(BadLine::Newer(_)) => finding(line.entry, Damage::Unreadable),
                }
                at = Position { entry: line.entry, hash: line.hash, segment, offset };
                lost = false;
            }
            Err(BadLine::Newer(found)) => return Err(StoreError::Newer { found, known: JOURNAL_FORMAT }),
            // Nothing of a line needs a key to be checked.
            Err(BadLine::Locked) => finding(number, Damage::Unreadable),
            Err(BadLine::Damaged(what)) => {
                finding(number, what);
                at = Position { entry: number, segment, offset, ..at.clone() };
                lost = true;
            }
        }
        checked.entries += 1;
        Ok(())
    })?;
    let room = FINDINGS.saturating_sub(checked.findings.len());
    let unsaid = |entry| Finding { entry: Some(entry), what: Damage::ErasedUnsaid, place: format!("#{entry}") };
    checked.findings.extend(stones.wrong().take(room).map(unsaid));
    checked.head = at.head();
    Ok(checked)
}
