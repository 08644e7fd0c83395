//! `bina forget NAME`: everything about one person goes for good: from the journal, the index, the drafts and bina's own
//! backups. What stays is a dated entry without content. Says before what would go, and afterwards what it could not
//! reach.

use super::encrypt::{confirm, replace_backups};
use super::work::Desk;
use super::{Context, Failure, Output, logged};
use crate::app::drafts::Drafts;
use crate::domain::language::clean::fold;
use crate::domain::records::retention::Kept;
use crate::domain::{Change, ChangeId, ChangeKind, PersonId, Record, RecordId, RosterRow};
use crate::i18n::Text;
use crate::reports::Tone;
use crate::store::{self, Backups, Doing, Left};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Names of people in whose records the name still stands; more are counted.
const NAMED: usize = 8;

pub fn run(ctx: &Context, name: &str, sure: bool, out: &mut Output) -> Result<(), Failure> {
    let mut desk = Desk::open_alone(ctx)?;
    let row = desk.person(name)?.clone();
    if desk.roster.profile.me == Some(row.id) {
        return Err(Failure::refused("forget-yourself", []));
    }
    let mentions = mentions(&mut desk, &row)?;
    let stone = stone(ctx, &desk, ChangeKind::PersonForgotten);
    // The store is made anew, and nobody may have it open then.
    drop(desk);
    ctx.backup_places()?.iter().try_for_each(Backups::check)?;
    let mut goes = |record: &Record| record.person() == Some(row.id);
    let doomed = doomed(ctx, &mut goes)?;
    out.prose(Tone::Plain, &ctx.words.with("forget-preview", &[("name", row.name.full().into())]))?;
    counts(ctx, &doomed, of_a_person, out)?;
    if !sure {
        out.finish()?;
        confirm(ctx, "forget-confirm")?;
    }
    erase(ctx, &mut goes, (Doing::Forgetting, &stone), &HashSet::from([row.id]), out)?;
    if !mentions.is_empty() {
        let names: Vec<&str> = mentions.iter().take(NAMED).map(String::as_str).collect();
        let args = [("count", mentions.len().into()), ("names", names.join(", ").into())];
        out.prose(Tone::Attention, &ctx.words.with("forget-mentions", &args))?;
    }
    Ok(())
}

/// Records that would go, each with whom it is about and what it counts as.
pub type Doomed = HashMap<RecordId, (Option<PersonId>, Option<Kept>)>;

pub fn doomed(ctx: &Context, goes: &mut dyn FnMut(&Record) -> bool) -> Result<Doomed, Failure> {
    let mut seen = HashMap::new();
    let ids = store::doomed(&ctx.store_dir, &ctx.seal()?, &mut |record| {
        let going = goes(record);
        if going {
            seen.insert(record.id(), (record.person(), Kept::of(record)));
        }
        going
    })?;
    seen.retain(|id, _| ids.contains(id));
    Ok(seen)
}

/// How many of which kind.
pub fn counts(ctx: &Context, doomed: &Doomed, name: fn(Kept) -> &'static str, out: &mut Output) -> Result<(), Failure> {
    let mut kinds: BTreeMap<Kept, i64> = BTreeMap::new();
    for kind in doomed.values().filter_map(|(_, kind)| *kind) {
        *kinds.entry(kind).or_default() += 1;
    }
    for (kind, count) in kinds {
        out.line(&format!("  {}: {}", ctx.words.say(name(kind)), ctx.words.number(count)))?;
    }
    Ok(())
}

/// All of it goes, whatever its state.
fn of_a_person(kind: Kept) -> &'static str {
    match kind {
        Kept::FormerPeople => "forget-person",
        Kept::Actions => "forget-actions",
        other => other.message_id(),
    }
}

pub fn stone(ctx: &Context, desk: &Desk, kind: ChangeKind) -> Change {
    let id = ChangeId(ctx.ids().uuid(ctx.now));
    Change { id, at: ctx.now, by: ctx.actor_of(&desk.roster), kind, about: None, ops: vec![] }
}

/// Erases such records from the store, what was typed about these people from the drafts, and both from bina's own backups.
pub fn erase(
    ctx: &Context,
    goes: &mut dyn FnMut(&Record) -> bool,
    (doing, stone): (Doing, &Change),
    people: &HashSet<PersonId>,
    out: &mut Output,
) -> Result<(), Failure> {
    let (mut ids, seal) = (ctx.ids(), ctx.seal()?);
    let mut stones = || Change { id: ChangeId(ids.uuid(ctx.now)), ..stone.clone() };
    let drafts = store::Drafts::of(&ctx.store_dir).with(&seal).load()?.0;
    let left = drafts.clone().map(|drafts| Drafts::without(drafts, people));
    let places = ctx.backup_places()?;
    let rest = Left { doing, drafts: left.as_ref(), backups: &places };
    let erased = store::erase(&ctx.store_dir, &seal, goes, &mut stones, rest)?;
    logged::changed();
    let entries = i64::try_from(erased.entries).unwrap_or(i64::MAX);
    let args = [("records", erased.records.into()), ("entries", entries.into())];
    out.prose(Tone::Plain, &ctx.words.text(&Text::with("forget-done", args)))?;
    if drafts != left {
        out.prose(Tone::Plain, &ctx.words.say("forget-drafts"))?;
    }
    // Said before anything that could still fail.
    out.finish()?;
    replace_backups(ctx, out)
}

/// People in whose records the name or the NIP stands: other people's texts are theirs, and stay.
fn mentions(desk: &mut Desk, row: &RosterRow) -> Result<BTreeSet<String>, Failure> {
    let name = row.name.key();
    let nip = row.nip.as_ref().map(|nip| nip.as_str().to_owned());
    let mut found: HashSet<PersonId> = HashSet::new();
    desk.store.changes(&mut |change| {
        for record in change.ops.iter().map(|op| op.record()).filter(|record| record.person() != Some(row.id)) {
            let Some(person) = record.person() else { continue };
            let text = serde_json::to_string(record).unwrap_or_default();
            let folded = fold(&text);
            if folded.contains(&name) || nip.as_ref().is_some_and(|nip| text.contains(nip.as_str())) {
                found.insert(person);
            }
        }
        Ok(())
    })?;
    Ok(found.iter().filter_map(|id| desk.roster.row(*id)).map(|row| row.name.full()).collect())
}
