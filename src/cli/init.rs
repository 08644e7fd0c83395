//! `bina init`: says once who the user is.

use super::args::Init;
use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::records::intent::{self, Intent};
use crate::domain::records::record::Profile;
use crate::domain::{Capacity, Nip, PersonName, Refusal};
use crate::i18n::Text;

pub fn run(ctx: &Context, args: Init, out: &mut Output) -> Result<(), Failure> {
    if args.me.is_none() && args.full_name.is_none() {
        return Err(Failure::usage("usage-init", []).hint(Text::plain("cli-hint-init")));
    }
    introduce(ctx, &mut Desk::open(ctx, OpenMode::ReadWrite)?, args, out)
}

fn introduce(ctx: &Context, desk: &mut Desk, args: Init, out: &mut Output) -> Result<(), Failure> {
    let capacity = match args.acting.as_deref() {
        Some("plt") => Capacity::ActingVacant,
        Some("plh") => Capacity::ActingDaily,
        _ => Capacity::Definitive,
    };
    let number = |text: &str| Nip::parse(text).map_err(Refusal::BadNip);
    let intent: Intent = match args.me {
        Some(me) => {
            let row = desk.roster.by_nip(&number(&me)?).ok_or(Refusal::NoSuchPerson);
            let me = row.map_err(|r| Failure::from(r).hint(Text::plain("cli-hint-import-first")))?.id;
            intent::SetProfile { profile: Profile { me: Some(me), capacity, ..desk.roster.profile.clone() } }.into()
        }
        None => intent::Introduce {
            name: PersonName::parse(&args.full_name.unwrap_or_default()),
            nip: args.nip.as_deref().map(number).transpose()?,
            position: args.position,
            unit: args.unit,
            capacity,
        }
        .into(),
    };
    desk.carry_out(ctx, None, intent)?;
    let name = desk.roster.me().map(|me| me.name.full()).unwrap_or_default();
    let directory = ctx.store_dir.display().to_string();
    out.line(&ctx.words.with("init-done", &[("name", name.into()), ("path", directory.into())]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::double::{Double, Paper, context, roster_of};
    use crate::i18n::Lang;

    fn args() -> Init {
        Init { me: None, full_name: None, nip: None, position: None, unit: None, acting: None }
    }

    #[test]
    fn the_user_is_made_or_found_among_the_imported_people() {
        let (store, paper) = (Double::with(roster_of(&[]), vec![]), Paper::default());
        let ctx = context(Lang::En);
        let new = Init {
            full_name: Some("Togar Simanjuntak".into()),
            position: Some("Camat".into()),
            acting: Some("plt".into()),
            ..args()
        };
        introduce(&ctx, &mut store.desk(), new, &mut paper.output()).unwrap();
        let roster = store.desk().roster;
        assert_eq!(roster.me().unwrap().name.name, "Togar Simanjuntak");
        assert_eq!(roster.profile.capacity, Capacity::ActingVacant);
        assert!(paper.text().contains("Togar Simanjuntak"), "{}", paper.text());

        let unknown = Init { me: Some("198501012000011009".into()), ..args() };
        let failure = introduce(&ctx, &mut store.desk(), unknown, &mut paper.output()).unwrap_err();
        assert_eq!((failure.message.id, failure.kind.exit_code()), ("refusal-no-such-person", 1));
        let wrong = Init { me: Some("1985".into()), ..args() };
        assert_eq!(introduce(&ctx, &mut store.desk(), wrong, &mut paper.output()).unwrap_err().message.id, "nip-length");
        assert_eq!(store.log().len(), 1, "a refusal changes nothing");
    }
}
