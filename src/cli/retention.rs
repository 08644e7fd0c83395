//! `bina retention`: what has outlived the time that the rules set for it, as a preview; with `--apply` it is erased for
//! good, as [`super::forget`] does it.

use super::encrypt::confirm;
use super::forget::{Doomed, counts, doomed, erase, stone};
use super::work::Desk;
use super::{Context, Failure, OpenMode, Output};
use crate::domain::records::retention::{Kept, RetentionMonths};
use crate::domain::{ChangeKind, PersonId, Record, RecordId, ResultId, RosterRow};
use crate::i18n::Text;
use crate::reports::Tone;
use crate::store::{Backups, Doing};
use std::collections::{BTreeMap, HashMap, HashSet};

pub fn run(ctx: &Context, apply: bool, sure: bool, out: &mut Output) -> Result<(), Failure> {
    let months = ctx.rules.retention_months;
    if months == RetentionMonths::default() {
        return Err(Failure::refused("retention-not-set", []).hint(Text::plain("cli-hint-retention")));
    }
    let mut desk = if apply { Desk::open_alone(ctx)? } else { Desk::open(ctx, OpenMode::ReadOnly)? };
    let outlived = |row: &&RosterRow| months.outlived(&Record::Person(row.person()), ctx.today);
    let me = desk.roster.profile.me;
    let former: HashSet<PersonId> =
        desk.roster.rows().iter().filter(outlived).map(|row| row.id).filter(|id| me != Some(*id)).collect();
    let results = outlived_results(&mut desk, months, ctx)?;
    let withdrawn = withdrawn(&mut desk)?;
    let mut goes = |record: &Record| match (record, record.person()) {
        (_, Some(person)) if former.contains(&person) => true,
        // A person goes with everything about him or her, and not otherwise.
        (Record::Person(_), _) => false,
        // A value goes with its result, whenever it was given.
        (Record::CheckIn(check_in), _) if results.contains(&check_in.result) => true,
        // What was withdrawn goes on the day on which its withdrawal does.
        (record, _) => months.outlived(withdrawn.get(&record.id()).unwrap_or(record), ctx.today),
    };
    let doomed = doomed(ctx, &mut goes)?;
    if doomed.is_empty() {
        return out.prose(Tone::Plain, &ctx.words.say("retention-nothing"));
    }
    preview(ctx, &desk, months, &doomed, out)?;
    if !apply {
        return out.prose(Tone::Dim, &ctx.words.say("retention-how"));
    }
    ctx.backup_places()?.iter().try_for_each(Backups::check)?;
    let stone = stone(ctx, &desk, ChangeKind::RetentionApplied);
    drop(desk);
    if !sure {
        out.finish()?;
        confirm(ctx, "retention-confirm")?;
    }
    erase(ctx, &mut goes, (Doing::Retention, &stone), &former, out)
}

/// Results whose period ended long enough ago, in their newest state.
fn outlived_results(desk: &mut Desk, months: RetentionMonths, ctx: &Context) -> Result<HashSet<ResultId>, Failure> {
    let mut found = HashSet::new();
    desk.store.changes(&mut |change| {
        for record in change.ops.iter().map(|op| op.record()) {
            if let Record::WorkResult(result) = record {
                if months.outlived(record, ctx.today) {
                    found.insert(result.id)
                } else {
                    found.remove(&result.id)
                };
            }
        }
        Ok(())
    })?;
    Ok(found)
}

/// The withdrawals in force, by what they are about.
fn withdrawn(desk: &mut Desk) -> Result<HashMap<RecordId, Record>, Failure> {
    let mut found = HashMap::new();
    desk.store.changes(&mut |change| {
        for op in &change.ops {
            if let Record::Withdrawal(withdrawal) = op.record() {
                match op.after() {
                    Some(record) => found.insert(withdrawal.record, record.clone()),
                    None => found.remove(&withdrawal.record),
                };
            }
        }
        Ok(())
    })?;
    Ok(found)
}

/// The rule, what would go by kind, and how much of it by person.
fn preview(ctx: &Context, desk: &Desk, months: RetentionMonths, doomed: &Doomed, out: &mut Output) -> Result<(), Failure> {
    let set = Kept::ALL.into_iter().filter(|kind| months.of(*kind) > 0);
    let rules = set.map(|kind| format!("{} {}", ctx.words.say(kind.message_id()), months.of(kind)));
    let rules = rules.collect::<Vec<_>>().join(", ");
    out.toned(
        Tone::Dim,
        &ctx.words.with("retention-rule", &[("name", ctx.rules.name.as_str().into()), ("rules", rules.into())]),
    )?;
    counts(ctx, doomed, Kept::message_id, out)?;
    let mut people: BTreeMap<PersonId, usize> = BTreeMap::new();
    for person in doomed.values().filter_map(|(person, _)| *person) {
        *people.entry(person).or_default() += 1;
    }
    let name = |id: &PersonId| desk.roster.row(*id).map_or_else(|| "–".to_owned(), |row| row.name.full());
    let mut rows: Vec<(String, usize)> = people.iter().map(|(id, count)| (name(id), *count)).collect();
    rows.sort();
    for (name, count) in rows {
        out.prose(Tone::Plain, &ctx.words.with("retention-person", &[("name", name.into()), ("count", count.into())]))?;
    }
    Ok(())
}
