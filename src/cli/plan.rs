//! `bina plan NAME DATE`: agrees on the day of the next talk.

use super::context::coming_day;
use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::people::attention::{self, is_far, next_due};
use crate::domain::people::cadence::working_day;
use crate::domain::period::days_between;
use crate::domain::records::intent;

pub fn run(ctx: &Context, name: &str, day: &str, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadWrite)?, name, day, out)
}

fn answer(ctx: &Context, desk: &mut Desk, name: &str, day: &str, out: &mut Output) -> Result<(), Failure> {
    let on = coming_day("DATE", day, ctx.today)?;
    let person = desk.person(name)?.id;
    let name = super::find::label(&desk.roster, person);
    desk.carry_out(ctx, Some(person), intent::PlanSession { person, on })?;
    let words = &ctx.words;
    let planned = on;
    let day = format!("{}, {}", words.long_weekday(on.weekday()), words.long_day(on));
    out.line(&words.with("plan-done", &[("name", name.into()), ("day", day.into())]))?;
    let free = working_day(on, &ctx.rules);
    if free != on {
        out.line(&words.with("plan-not-working", &[("day", free.into())]))?;
    }
    // A day far away is taken, and hides nobody.
    let Some(row) = desk.roster.row(person).filter(|row| is_far(row, &desk.roster, &ctx.rules, ctx.today)) else {
        return Ok(());
    };
    let rhythm = attention::cadence(row, &desk.roster, &ctx.rules, ctx.today);
    let late = next_due(row, &desk.roster, &ctx.rules, ctx.today).and_then(|day| day.tomorrow().ok()).unwrap_or(planned);
    let args = [
        ("days", days_between(ctx.today, planned).into()),
        ("rhythm", rhythm.to_string().into()),
        ("day", words.short_day(late).into()),
    ];
    out.line(&words.with("plan-far", &args))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::double::{Double, Paper, context};
    use crate::i18n::Lang;
    use crate::reports::sample;

    #[test]
    fn a_talk_is_planned_by_date_or_in_words_and_a_free_day_is_pointed_out() {
        let (roster, dossier) = sample::office();
        let (store, paper) = (Double::with(roster, vec![dossier]), Paper::default());
        answer(&context(Lang::En), &mut store.desk(), "sari", "2026-12-26", &mut paper.output()).unwrap();
        assert!(paper.text().contains("Saturday, 26 December 2026"), "{}", paper.text());
        assert!(paper.text().contains("28 Dec 2026"), "{}", paper.text());
        answer(&context(Lang::En), &mut store.desk(), "sari", "besok", &mut paper.output()).unwrap();
        assert!(paper.text().contains("22 November 2026"), "{}", paper.text());
        let past = answer(&context(Lang::En), &mut store.desk(), "sari", "2026-11-01", &mut paper.output()).unwrap_err();
        assert_eq!(past.message.id, "refusal-date-in-past");
        let nonsense =
            answer(&context(Lang::En), &mut store.desk(), "sari", "kapan-kapan", &mut paper.output()).unwrap_err();
        assert_eq!(nonsense.kind.exit_code(), 2);
    }
}
