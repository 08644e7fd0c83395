//! The backup that the screens make by themselves, when it is due and nothing is asked of the store.

use super::{Context, Failure};
use crate::desk::msg::Msg;
use crate::desk::settings::BackupFacts;
use crate::i18n::{Text, Words};
use crate::runtime::{Chore, store_words::store_text};
use crate::store::{Backups, StoreError};
use jiff::Timestamp;

/// What is known of bina's own backups; `None` where it shall make none.
pub fn facts(ctx: &Context) -> Result<Option<BackupFacts>, Failure> {
    let encrypted = ctx.seal()?.is_on();
    Ok((ctx.config.backups.days > 0).then_some(facts_of(&ctx.backups()?, encrypted)?))
}

fn facts_of(backups: &Backups, encrypted: bool) -> Result<BackupFacts, StoreError> {
    let made = backups.list()?;
    let place = backups.dir().display().to_string();
    Ok(BackupFacts { place, newest: backups.newest(Timestamp::now())?.map(|file| file.made), count: made.len(), encrypted })
}

/// Makes one if it is due; what came of it is told to the interface.
pub fn chore(ctx: &Context) -> Result<Option<Chore>, Failure> {
    let (days, lang, encrypted) = (ctx.config.backups.days, ctx.lang, ctx.seal()?.is_on());
    if ctx.read_only || days == 0 {
        return Ok(None);
    }
    let backups = ctx.backups()?;
    Ok(Some(Box::new(move || {
        let now = Timestamp::now();
        let made = backups.is_due(now, days).and_then(|due| if due { backups.make(now).map(drop) } else { Ok(()) });
        match made.and_then(|()| facts_of(&backups, encrypted)) {
            Ok(facts) => Msg::Backups(facts),
            Err(error) => {
                let reason = Words::new(lang).text(&store_text(&error));
                Msg::Trouble(Text::with("backup-failed", [("reason", reason.into())]))
            }
        }
    })))
}
