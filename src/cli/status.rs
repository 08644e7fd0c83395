//! `bina status`: everybody, the most neglected first.

use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::competency::tally::Gauge;
use crate::domain::people::roster::Scope;
use crate::reports::status::{by_neglect, machine_row, table};

pub fn run(ctx: &Context, all: bool, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &Desk::open(ctx, OpenMode::ReadOnly)?, all, out)
}

fn answer(ctx: &Context, desk: &Desk, all: bool, out: &mut Output) -> Result<(), Failure> {
    let roster = &desk.roster;
    let scope = if all { Scope::Everybody } else { Scope::Mine };
    let judged = by_neglect(roster.team(scope), roster, &ctx.rules, ctx.today);
    let gauge = Gauge::new(&roster.catalogue, &ctx.rules, ctx.today);
    if ctx.json {
        return out.json_list(judged.iter().map(|(row, state)| machine_row(row, state, roster, &gauge, ctx.today)));
    }
    if judged.is_empty() {
        return out.line(&ctx.words.say("status-empty"));
    }
    let rows = table(&judged, &ctx.words, &gauge, ctx.today, out.width);
    rows.iter().try_for_each(|(text, tone)| out.toned(*tone, text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::double::{Double, Paper, context};
    use crate::i18n::Lang;
    use crate::reports::sample;

    #[test]
    fn the_array_for_machines_has_every_promised_field() {
        let (roster, dossier) = sample::office();
        let (store, paper) = (Double::with(roster, vec![dossier]), Paper::default());
        let ctx = Context { json: true, ..context(Lang::En) };
        answer(&ctx, &store.desk(), true, &mut paper.output()).unwrap();
        let rows: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(&paper.text()).unwrap();
        let sari = rows.iter().find(|row| row["name"] == "Sari Dewi Lubis, S.E.").unwrap();
        for field in [
            "id",
            "name",
            "nip",
            "unit",
            "position",
            "supervisor",
            "status",
            "last_session",
            "next_due",
            "state",
            "why",
            "open_actions",
            "goals_progress",
            "goals",
            "goals_behind",
            "gaps",
            "gap_levels",
            "largest_gap",
            "gaps_unknown",
        ] {
            assert!(sari.contains_key(field), "{field}");
        }
        assert_eq!(sari["supervisor"], "Drs. Togar Simanjuntak, M.Si.");
        assert_eq!(sari["last_session"], "2026-08-20");
        assert_eq!(sari["state"], "open");
        assert_eq!(sari["why"], serde_json::json!(["session-open", "my-promises-overdue"]));
        assert_eq!(sari["open_actions"], 4);
        assert_eq!(rows.len(), 1, "the user is not a member of the own team");
    }

    #[test]
    fn gaps_are_counted_where_the_position_requires_something() {
        use crate::reports::gaps::tests::{rated, standard};
        let (roster, _) = sample::office();
        let dossier = rated("Pengelola Layanan", &[("integrity", 1)]);
        let rows = roster.rows().iter().filter(|row| row.id != dossier.id()).cloned();
        let rows = rows.chain([crate::domain::RosterRow::of(&dossier)]).collect();
        let (catalogue, _) = standard("Pengelola Layanan", &[("integrity", 3), ("communication", 2)]);
        let office = crate::domain::Roster::new(roster.profile.clone(), roster.units.clone(), rows);
        let store = Double::with(office.with_catalogue(catalogue), vec![dossier]);
        let (ctx, paper) = (Context { json: true, ..context(Lang::En) }, Paper::default());
        answer(&ctx, &store.desk(), true, &mut paper.output()).unwrap();
        let rows: serde_json::Value = serde_json::from_str(&paper.text()).unwrap();
        let counts = ["gaps", "gap_levels", "largest_gap", "gaps_unknown"].map(|name| rows[0][name].as_u64());
        assert_eq!(counts, [1, 2, 2, 1].map(Some));
    }

    #[test]
    fn an_empty_team_says_what_to_do() {
        let (store, paper) = (Double::default(), Paper::default());
        answer(&context(Lang::Id), &store.desk(), false, &mut paper.output()).unwrap();
        assert!(paper.text().contains("bina import"), "{}", paper.text());
        let ctx = Context { json: true, ..context(Lang::Id) };
        let paper = Paper::default();
        answer(&ctx, &store.desk(), false, &mut paper.output()).unwrap();
        assert!(serde_json::from_str::<Vec<u8>>(&paper.text()).unwrap().is_empty());
    }
}
