//! A supervisor's own figures as lines and for machines: who had attention, what was promised, how the mood was, what has
//! evidence, how predikat, levels and hours went. Facts beside each other: no score, no rank, nothing about mood for others.

use crate::domain::competency::rating::{Rater, RatingValue};
use crate::domain::development::effect::{Outcome, of_item};
use crate::domain::development::hours::JpYear;
use crate::domain::evaluation::{Counts, Predicate, holding};
use crate::domain::insights::{attention, evidence::Coverage, mood, promises::Promises};
use crate::domain::language::clean::width;
use crate::domain::period::{EvaluationPeriod, Period, Quarter};
use crate::domain::{CompetencyId, Dossier, Level, Owner, RuleSet, SessionState};
use crate::i18n::Words;
use crate::reports::layout::{cut, pad};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Value, json};

/// What `bina report … --json` answers. The shape is a promise: fields are added, never changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    pub from: Date,
    pub until: Date,
    pub rows: Vec<Value>,
    /// The supervisor's own row.
    pub own: Value,
    /// The same for a reader: what stands above each column after the name, and the cells of each row.
    #[serde(skip)]
    pub columns: &'static [&'static str],
    #[serde(skip)]
    pub table: Vec<(String, Vec<Cell>)>,
}

/// One figure of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Figure(i64),
    Text(String),
    /// Messages, one after the other.
    Said(Vec<String>),
    /// There is nothing to say.
    Nothing,
}

impl Cell {
    fn count(n: usize) -> Cell {
        i64::try_from(n).map_or(Cell::Nothing, Cell::Figure)
    }
    fn maybe(figure: Option<impl Into<i64>>) -> Cell {
        figure.map_or(Cell::Nothing, |figure| Cell::Figure(figure.into()))
    }
    fn text(&self, words: &Words) -> String {
        match self {
            Cell::Figure(figure) => figure.to_string(),
            Cell::Text(text) => text.clone(),
            Cell::Said(ids) => ids.iter().map(|id| words.say(id)).collect::<Vec<_>>().join(", "),
            Cell::Nothing => "–".to_owned(),
        }
    }
}

/// The widest that a name is.
const NAME: usize = 26;

/// The report as lines: the days, a head, a row for each person.
pub fn lines(words: &Words, report: &Report, columns: usize) -> Vec<String> {
    let days = [("from", report.from.into()), ("until", report.until.into())];
    let mut out = vec![words.with("report-days", &days)];
    if report.table.is_empty() {
        out.push(words.say("report-nothing"));
        return out;
    }
    let head: Vec<String> = report.columns.iter().map(|id| words.say(id)).collect();
    let cells: Vec<(&str, Vec<String>)> = report
        .table
        .iter()
        .map(|(name, cells)| (name.as_str(), cells.iter().map(|cell| cell.text(words)).collect()))
        .collect();
    let wide = |at: usize| {
        let below = cells.iter().filter_map(|(_, row)| row.get(at)).map(|cell| width(cell));
        below.chain(head.get(at).map(|text| width(text))).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..head.len()).map(wide).collect();
    let line = |name: &str, row: &[String]| {
        let mut line = pad(&cut(name, NAME), NAME);
        for (at, (cell, wide)) in row.iter().zip(&widths).enumerate() {
            let figure = report.table.iter().all(|(_, row)| !matches!(row.get(at), Some(Cell::Said(_) | Cell::Text(_))));
            let gap = wide.saturating_sub(width(cell));
            line.push_str("  ");
            line.push_str(&if figure { format!("{}{cell}", " ".repeat(gap)) } else { format!("{cell}{}", " ".repeat(gap)) });
        }
        cut(line.trim_end(), columns)
    };
    out.push(line(&words.say("column-name"), &head));
    out.extend(cells.iter().map(|(name, row)| line(name, row)));
    out
}

/// One person of a report.
pub struct Person<'a, T> {
    pub dossier: &'a Dossier,
    pub found: T,
}

impl<T> Person<'_, T> {
    fn row(&self, figures: Value) -> Value {
        let mut row = json!({ "person": self.dossier.id().to_string(), "name": self.dossier.person.name.full() });
        if let (Some(row), Value::Object(figures)) = (row.as_object_mut(), figures) {
            row.extend(figures);
        }
        row
    }
    fn name(&self) -> String {
        self.dossier.person.name.full()
    }
}

/// From what was found to what is said; one function a kind.
pub mod of {
    use super::*;

    fn report(
        period: Period,
        rows: Vec<Value>,
        own: Value,
        columns: &'static [&'static str],
        table: Vec<(String, Vec<Cell>)>,
    ) -> Report {
        Report { from: period.from, until: period.until, rows, own, columns, table }
    }

    fn said(messages: impl IntoIterator<Item = &'static str>) -> Cell {
        Cell::Said(messages.into_iter().map(str::to_owned).collect())
    }

    fn flag(flag: attention::Flag) -> &'static str {
        match flag {
            attention::Flag::NeverContact => "attention-never-contact",
            attention::Flag::LongWithoutPraise => "attention-long-without-praise",
            attention::Flag::NeverPraised => "attention-never-praised",
            attention::Flag::OnlyCorrections => "attention-only-corrections",
            attention::Flag::LittleEvidence => "attention-little-evidence",
        }
    }

    fn sign(sign: mood::Sign) -> &'static str {
        match sign {
            mood::Sign::TwoFalls => "report-two-falls",
            mood::Sign::BelowOwnMedian => "report-below-own-median",
        }
    }

    pub fn attention(team: &[Person<'_, attention::Given>], overdue: usize, period: Period) -> Report {
        let row = |person: &Person<'_, attention::Given>| {
            let found = &person.found;
            person.row(json!({
                "held": found.held, "missed": found.missed, "postponed": found.postponed,
                "last_contact": found.last_contact, "days_since_contact": found.days_since(period.until),
                "last_notice": found.last_notice, "praise": found.praise, "improve": found.improve,
                "pieces": found.pieces, "away": found.away,
                "flags": found.flags.iter().map(|flag| flag.id()).collect::<Vec<_>>(),
            }))
        };
        let with = |flag: attention::Flag| team.iter().filter(|person| person.found.flags.contains(&flag)).count();
        let own = json!({
            "promises_overdue": overdue,
            "never_contact": with(attention::Flag::NeverContact),
            "without_praise": with(attention::Flag::LongWithoutPraise) + with(attention::Flag::NeverPraised),
            "only_corrections": with(attention::Flag::OnlyCorrections),
        });
        let cells = |person: &Person<'_, attention::Given>| {
            let found = &person.found;
            let since = found.days_since(period.until);
            let since = since.map_or_else(|| said(["report-never"]), Cell::Figure);
            let counts = [found.held, found.praise, found.improve, found.pieces].map(|count| Cell::Figure(count.into()));
            let [held, praise, improve, pieces] = counts;
            let flags = said(found.flags.iter().copied().map(flag));
            (person.name(), vec![held, since, pieces, praise, improve, flags])
        };
        const COLUMNS: &[&str] = &[
            "report-column-sessions",
            "report-column-days",
            "report-column-pieces",
            "report-column-praise",
            "report-column-improve",
            "report-column-look",
        ];
        report(period, team.iter().map(row).collect(), own, COLUMNS, team.iter().map(cells).collect())
    }

    pub fn promises(team: &[Person<'_, (Promises, Promises)>], period: Period) -> Report {
        let rows = team.iter().map(|person| {
            let (mine, theirs) = person.found;
            person.row(json!({ "supervisor": side(mine), "employee": side(theirs) }))
        });
        let sum = |of: fn(&(Promises, Promises)) -> Promises| {
            team.iter().map(|person| of(&person.found)).fold(Promises::default(), Promises::plus)
        };
        let own = json!({ "supervisor": side(sum(|both| both.0)), "employee": side(sum(|both| both.1)) });
        let cells = |person: &Person<'_, (Promises, Promises)>| {
            let (mine, theirs) = person.found;
            let four = |side: Promises| [side.kept, side.late, side.overdue, side.dropped];
            let counts = four(mine).into_iter().chain(four(theirs)).map(|count| Cell::Figure(count.into()));
            (person.name(), counts.collect())
        };
        const COLUMNS: &[&str] = &[
            "report-column-mine-kept",
            "report-column-late",
            "report-column-overdue",
            "report-column-dropped",
            "report-column-their-kept",
            "report-column-late",
            "report-column-overdue",
            "report-column-dropped",
        ];
        report(period, rows.collect(), own, COLUMNS, team.iter().map(cells).collect())
    }

    fn side(found: Promises) -> Value {
        json!({ "due": found.due(), "kept": found.kept, "late": found.late, "overdue": found.overdue,
            "dropped": found.dropped, "rate": found.rate() })
    }

    pub fn mood(team: &[Person<'_, Mood>], period: Period) -> Report {
        let row = |person: &Person<'_, Mood>| {
            let said: Vec<Value> =
                person.found.said.iter().map(|said| json!({ "on": said.on, "mood": said.mood })).collect();
            person.row(json!({
                "said": said, "sign": person.found.sign.map(mood::Sign::id),
                "employee_overdue": person.found.overdue, "postponed": person.found.postponed,
            }))
        };
        let signs = team.iter().filter(|person| person.found.sign.is_some()).count();
        let cells = |person: &Person<'_, Mood>| {
            let moods: Vec<String> = person.found.said.iter().map(|said| said.mood.to_string()).collect();
            let sign = said(person.found.sign.map(sign));
            let (overdue, postponed) = (Cell::count(person.found.overdue), Cell::count(person.found.postponed));
            (person.name(), vec![Cell::Text(moods.join(" ")), overdue, postponed, sign])
        };
        const COLUMNS: &[&str] =
            &["report-column-mood", "report-column-their-overdue", "report-column-postponed", "report-column-look"];
        let table = team.iter().map(cells).collect();
        report(period, team.iter().map(row).collect(), json!({ "signs": signs }), COLUMNS, table)
    }

    pub fn evidence(team: &[Person<'_, Coverage>], period: Period) -> Report {
        let row = |person: &Person<'_, Coverage>| {
            let found = &person.found;
            let covered = |(with, of): (usize, usize)| json!({ "with": with, "of": of });
            person.row(json!({
                "results": covered(found.results), "behaviours": covered(found.behaviours),
                "pieces": found.days.len(), "late_percent": found.late_percent, "all_late": found.all_late,
            }))
        };
        let own = json!({
            "without_evidence": team.iter().filter(|person| person.found.days.is_empty()).count(),
            "all_late": team.iter().filter(|person| person.found.all_late).count(),
        });
        let cells = |person: &Person<'_, Coverage>| {
            let found = &person.found;
            let covered = |(with, of): (usize, usize)| Cell::Text(format!("{with}/{of}"));
            let late = said(found.all_late.then_some("report-all-late"));
            let figures = [covered(found.results), covered(found.behaviours), Cell::count(found.days.len())];
            let last = [Cell::maybe(found.late_percent), late];
            (person.name(), figures.into_iter().chain(last).collect())
        };
        const COLUMNS: &[&str] = &[
            "report-column-results",
            "report-column-behaviours",
            "report-column-pieces",
            "report-column-late-percent",
            "report-column-look",
        ];
        report(period, team.iter().map(row).collect(), own, COLUMNS, team.iter().map(cells).collect())
    }

    pub fn spread(team: &[Person<'_, Vec<(EvaluationPeriod, Predicate)>>], period: Period) -> Report {
        let rows = team.iter().map(|person| {
            let held = person.found.iter();
            let held: Vec<Value> = held
                .map(|(period, predicate)| json!({ "period": period.to_string(), "predicate": predicate.id() }))
                .collect();
            person.row(json!({ "predicates": held }))
        });
        let counted = counted(team).into_iter();
        let periods: Vec<Value> =
            counted.map(|(period, counts)| json!({ "period": period.to_string(), "counts": counts })).collect();
        let cells = |person: &Person<'_, Vec<(EvaluationPeriod, Predicate)>>| {
            let held = person.found.iter();
            let held = held.map(|(period, predicate)| format!("{period} {}", predicate.id().replace('_', " ")));
            (person.name(), vec![Cell::Text(held.collect::<Vec<_>>().join(", "))])
        };
        let table = team.iter().map(cells).collect();
        report(period, rows.collect(), json!({ "periods": periods }), &["report-column-predicates"], table)
    }

    pub fn trends(team: &[Person<'_, Trends>], period: Period) -> Report {
        let row = |person: &Person<'_, Trends>| {
            let quarters = person.found.quarters.iter().map(|(quarter, progress)| {
                json!({ "period": EvaluationPeriod::Quarter(*quarter).to_string(), "goals_percent": progress })
            });
            let levels = person.found.levels.iter().map(|(competency, levels)| {
                let levels: Vec<Value> =
                    levels.iter().map(|(on, level)| json!({ "on": on, "level": level.number() })).collect();
                json!({ "competency": competency.to_string(), "levels": levels })
            });
            let hours = person.found.hours.iter().map(|(year, jp)| json!({ "year": year, "jp": jp }));
            person.row(json!({
                "goals": quarters.collect::<Vec<_>>(), "competencies": levels.collect::<Vec<_>>(),
                "jp": hours.collect::<Vec<_>>(),
            }))
        };
        let cells = |person: &Person<'_, Trends>| {
            let found = &person.found;
            let written = |percent: &Option<i64>| percent.map_or_else(|| "–".to_owned(), |percent| percent.to_string());
            let goals: Vec<String> = found.quarters.iter().map(|(_, percent)| written(percent)).collect();
            let hours: Vec<String> = found.hours.iter().map(|(_, jp)| jp.to_string()).collect();
            let risen = found.levels.iter().filter(|(_, levels)| levels.first().map(|l| l.1) < levels.last().map(|l| l.1));
            let cells = vec![Cell::Text(goals.join(" ")), Cell::count(risen.count()), Cell::Text(hours.join(" "))];
            (person.name(), cells)
        };
        const COLUMNS: &[&str] = &["report-column-goals", "report-column-risen", "report-column-jp"];
        let table = team.iter().map(cells).collect();
        report(period, team.iter().map(row).collect(), json!({ "people": team.len() }), COLUMNS, table)
    }

    pub fn hours(team: &[Person<'_, JpYear>], period: Period) -> Report {
        let rows = team.iter().map(|person| {
            let jp = &person.found;
            person.row(json!({
                "year": jp.year, "counted": jp.counted, "unverified": jp.waiting,
                "required": jp.rule.figure(), "rule": jp.rule.id(),
            }))
        });
        let counted: u32 = team.iter().map(|person| person.found.counted).sum();
        let cells = |person: &Person<'_, JpYear>| {
            let jp = &person.found;
            let cells = [Cell::Figure(jp.counted.into()), Cell::Figure(jp.waiting.into()), Cell::maybe(jp.rule.figure())];
            (person.name(), cells.to_vec())
        };
        const COLUMNS: &[&str] = &["report-column-counted", "report-column-unverified", "report-column-required"];
        let own = json!({ "counted": counted, "people": team.len() });
        report(period, rows.collect(), own, COLUMNS, team.iter().map(cells).collect())
    }

    pub fn effects(team: &[Person<'_, ()>], rules: &RuleSet, period: Period) -> Report {
        let (mut rows, mut table) = (Vec::new(), Vec::new());
        let mut answered = 0usize;
        for person in team {
            let ended = person.dossier.items.iter();
            for item in ended.filter(|item| item.ended().is_some_and(|day| period.contains(day))) {
                let outcome = of_item(item, &person.dossier.items, &person.dossier.ratings, &rules.development);
                let (before, after, why) = match outcome {
                    Some(Outcome::Change { before, after, .. }) => (Some(before.number()), Some(after.number()), None),
                    Some(Outcome::NotYet { .. }) => (None, None, Some("not_yet")),
                    Some(Outcome::Incomparable(why)) => (None, None, Some(why.id())),
                    None => (None, None, None),
                };
                let seen = item.last_answer().map(|answer| answer.seen.id());
                answered += usize::from(seen.is_some());
                let change = before.zip(after).map(|(before, after)| i16::from(after) - i16::from(before));
                let seen_word = Cell::Said(seen.map(|seen| format!("seen-{seen}")).into_iter().collect());
                let cells = [seen_word, Cell::maybe(before), Cell::maybe(after)];
                table.push((person.name(), [Cell::Text(item.name().to_owned())].into_iter().chain(cells).collect()));
                rows.push(person.row(json!({
                    "item": item.name(), "ended": item.ended(), "seen": seen, "before": before, "after": after,
                    "change": change, "why": why,
                })));
            }
        }
        let own = json!({ "items": rows.len(), "answered": answered });
        const COLUMNS: &[&str] =
            &["report-column-item", "report-column-seen", "report-column-before", "report-column-after"];
        report(period, rows, own, COLUMNS, table)
    }
}

/// What the talks of one person said about the mood, and the facts beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mood {
    pub said: Vec<mood::Said>,
    pub sign: Option<mood::Sign>,
    /// Open promises of the employee whose day has passed.
    pub overdue: usize,
    /// Talks that were put off in the period, by whomever.
    pub postponed: usize,
}

impl Mood {
    pub fn of(dossier: &Dossier, period: Period, today: Date) -> Mood {
        let said = mood::said(dossier, period);
        let values: Vec<u8> = said.iter().map(|said| said.mood).collect();
        let put_off = |state: &SessionState| matches!(state, SessionState::Postponed { on, .. } if period.contains(*on));
        Mood {
            sign: mood::sign(&values),
            said,
            overdue: dossier.open_actions_of(Owner::Employee).filter(|action| action.overdue(today)).count(),
            postponed: dossier.sessions.iter().filter(|session| put_off(&session.state)).count(),
        }
    }
}

/// The predikat of one person in every period of a kind that ends in the days, the oldest first: the evaluation that
/// holds and ends last.
pub fn predicates(dossier: &Dossier, within: Period, rules: &RuleSet) -> Vec<(EvaluationPeriod, Predicate)> {
    let mut periods: Vec<EvaluationPeriod> = dossier.evaluations.iter().map(|evaluation| evaluation.period).collect();
    periods.sort_by_key(|period| (period.last(), period.first()));
    periods.dedup();
    let ended = periods.into_iter().filter(|period| within.contains(period.last()));
    let held = ended.filter_map(|period| match holding::counted(&dossier.evaluations, period) {
        holding::Counted::By(evaluation) => Some((period, evaluation.predicate(rules)?)),
        _ => None,
    });
    held.collect()
}

/// How one person went over at most twelve quarters.
#[derive(Clone, Debug, PartialEq)]
pub struct Trends {
    /// The plan at the end of each quarter, in whole per cent; none where nothing was measured.
    pub quarters: Vec<(Quarter, Option<i64>)>,
    pub levels: Vec<(CompetencyId, Vec<(Date, Level)>)>,
    pub hours: Vec<(i16, u32)>,
}

/// The predikat that holds for each person and period, counted; the oldest period first.
fn counted(team: &[Person<'_, Vec<(EvaluationPeriod, Predicate)>>]) -> Vec<(EvaluationPeriod, Counts)> {
    let mut found: Vec<(EvaluationPeriod, Counts)> = Vec::new();
    for (period, predicate) in team.iter().flat_map(|person| &person.found) {
        match found.iter_mut().find(|(known, _)| known == period) {
            Some((_, counts)) => counts[*predicate as usize] += 1,
            None => {
                let mut counts = Counts::default();
                counts[predicate.place()] += 1;
                found.push((*period, counts));
            }
        }
    }
    found.sort_by_key(|(period, _)| (period.last(), period.first()));
    found
}

/// The levels that the supervisor gave in the days, by competency, oldest first.
pub fn levels(dossier: &Dossier, days: Period) -> Vec<(CompetencyId, Vec<(Date, Level)>)> {
    let mut found: Vec<(CompetencyId, Vec<(Date, Level)>)> = Vec::new();
    for rating in dossier.ratings.iter().filter(|rating| rating.rater == Rater::Supervisor && days.contains(rating.on)) {
        let RatingValue::Level(level) = rating.value else { continue };
        match found.iter_mut().find(|(competency, _)| *competency == rating.competency) {
            Some((_, levels)) => levels.push((rating.on, level)),
            None => found.push((rating.competency.clone(), vec![(rating.on, level)])),
        }
    }
    found
}
