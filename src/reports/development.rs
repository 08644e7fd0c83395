//! Development as text and as values for machines: needs, a person's plan with its checks and hours, effects, the
//! proposal, readiness. For the supervisor; what leaves without names is counted, and private origins stay here.

pub mod export;
pub mod machine;
pub mod story;

use super::layout::{hanging, pad};
use super::{Tone, due_day};
use crate::domain::competency::Catalogue;
use crate::domain::development::career::{Fact, FactState, Grounds};
use crate::domain::development::hours::{JpRule, JpVerdict, JpYear};
use crate::domain::development::month::{When, proposed};
use crate::domain::development::rules::DevelopmentRules;
use crate::domain::development::sum::{Draft, LineState, Topic};
use crate::domain::development::{KindId, Need, PlanItem, Subject};
use crate::domain::{Dossier, Record, RuleSet};
use crate::i18n::Words;
use jiff::civil::Date;

pub type Line = (String, Tone);

/// What tables are made with.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    pub words: &'a Words,
    pub catalogue: &'a Catalogue,
    pub rules: &'a RuleSet,
    pub today: Date,
    pub columns: usize,
}

/// The competency's name in the user's language, or the words of the topic.
pub fn subject(words: &Words, catalogue: &Catalogue, subject: &Subject) -> String {
    let competency = subject.competency.as_ref().and_then(|id| catalogue.competency(id));
    competency.map_or_else(|| subject.words.clone(), |competency| words.wording(&competency.name).to_owned())
}

/// The way of learning in the user's language; one that the rules don't know by its identifier.
pub fn kind(words: &Words, rules: &DevelopmentRules, id: &KindId) -> String {
    rules.kind(id).map_or_else(|| id.to_string(), |kind| words.wording(&kind.name).to_owned())
}

pub fn when(words: &Words, when: Option<When>) -> String {
    match when {
        None => words.say("report-no-date"),
        Some(When::Day(day)) => words.short_day(day),
        Some(When::Month(month)) => {
            let name = words.short_day(month.first());
            name.split_once(' ').map_or(name.clone(), |(_, rest)| rest.to_owned())
        }
    }
}

/// Needs by topic: how many people, levels, wishes, plans, and how urgent the supervisor said it is.
pub fn by_topic(topics: &[Topic], setting: Setting<'_>) -> Vec<Line> {
    let words = setting.words;
    let mut out = vec![(words.with("needs-title", &[("count", topics.len().into())]), Tone::Title)];
    for topic in topics {
        let count = |id: &str, n: usize| if n == 0 { None } else { Some(words.with(id, &[("count", n.into())])) };
        let parts = [
            count("needs-people", topic.people.len()),
            count("needs-levels", topic.levels as usize),
            count("needs-wishes", topic.wishing.len()),
            count("needs-planned", topic.planned.len()),
            Some(topic.urgency.map_or_else(|| words.say("needs-unweighed"), |u| words.say(&format!("urgency-{}", u.id())))),
        ];
        let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let name = subject(words, setting.catalogue, &topic.subject);
        let tone = if topic.is_overlooked(&setting.rules.development) { Tone::Attention } else { Tone::Plain };
        out.extend(hanging("  ", &format!("{name}: {text}"), setting.columns).into_iter().map(|line| (line, tone)));
    }
    out
}

/// The needs of one person with their origins; what only the supervisor may know is marked.
pub fn of_person(name: &str, needs: &[Need], setting: Setting<'_>) -> Vec<Line> {
    let words = setting.words;
    let mut out = vec![(name.to_owned(), Tone::Title)];
    if needs.is_empty() {
        out.push((words.say("needs-none"), Tone::Dim));
    }
    for need in needs {
        let origins: Vec<String> = need
            .origins
            .iter()
            .map(|audible| {
                let said = origin(words, &audible.origin);
                if audible.is_private() { words.with("needs-private", &[("origin", said.into())]) } else { said }
            })
            .collect();
        let name = subject(words, setting.catalogue, &need.subject);
        let urgency = need.urgency.map(|urgency| format!(" [{}]", words.say(&format!("urgency-{}", urgency.id()))));
        let plan = if need.is_planned() { words.say("needs-has-plan") } else { words.say("needs-no-plan") };
        let text = format!("{name}{}: {} · {plan}", urgency.unwrap_or_default(), origins.join(", "));
        let tone = if need.aside.is_some() { Tone::Dim } else { Tone::Plain };
        out.extend(hanging("  ", &text, setting.columns).into_iter().map(|line| (line, tone)));
    }
    out
}

/// Where a need comes from, in words.
pub fn origin(words: &Words, origin: &crate::domain::development::need::Origin) -> String {
    use crate::domain::development::need::Origin;
    match origin {
        Origin::Gap { levels, required, facet, .. } => {
            let args = [("levels", i64::from(*levels).into()), ("required", i64::from(required.number()).into())];
            let said = words.with("origin-gap", &args);
            let facet = facet.map(|facet| words.say(&format!("competency-facet-{}", facet.id())));
            facet.map_or(said.clone(), |facet| format!("{said} ({facet})"))
        }
        Origin::MissedTarget { result, due } => {
            words.with("origin-missed-target", &[("result", result.clone().into()), ("day", (*due).into())])
        }
        Origin::Correction { times, last } => {
            words.with("origin-correction", &[("times", (*times).into()), ("day", (*last).into())])
        }
        Origin::Wish { on, .. } => words.with("origin-wish", &[("day", (*on).into())]),
        Origin::NoEffect { times, on, .. } => {
            words.with("origin-no-effect", &[("times", (*times).into()), ("day", (*on).into())])
        }
        Origin::CareerTarget { position, levels } => {
            let args = [("position", position.clone().into()), ("levels", i64::from(*levels).into())];
            words.with("origin-career-target", &args)
        }
    }
}

/// A person's plan: items with their checks, hours, what is learnt, licences.
pub fn plan(dossier: &Dossier, jp: &JpYear, setting: Setting<'_>) -> Vec<Line> {
    let words = setting.words;
    let mut out = vec![(dossier.person.name.full(), Tone::Title), (jp_line(words, jp), jp_tone(jp))];
    let portfolio = dossier;
    if portfolio.items.is_empty() {
        out.push((words.say("development-no-items"), Tone::Dim));
    }
    for (at, item) in portfolio.items.iter().enumerate() {
        out.extend(item_lines(at + 1, item, setting));
    }
    for lapse in
        crate::domain::development::learning::lapsing(&portfolio.learning, setting.today, &setting.rules.development)
    {
        let args = [("title", lapse.learning.title.clone().into()), ("day", lapse.on.into())];
        out.push((words.with("development-lapses", &args), Tone::Attention));
    }
    for warning in warnings(dossier, jp, setting) {
        out.push((warning, Tone::Attention));
    }
    out
}

fn item_lines(number: usize, item: &PlanItem, setting: Setting<'_>) -> Vec<Line> {
    let words = setting.words;
    let rules = &setting.rules.development;
    let state = words.say(&format!("item-state-{}", item.state.id()));
    let head =
        [subject(words, setting.catalogue, &item.subject), kind(words, rules, &item.kind), when(words, item.when), state];
    let mut out: Vec<Line> = hanging(&format!("{} ", pad(&number.to_string(), 2)), &head.join(" · "), setting.columns)
        .into_iter()
        .map(|line| (line, if item.is_late(setting.today) { Tone::Attention } else { Tone::Plain }))
        .collect();
    let mut detail = |text: String, tone| out.extend(hanging("   ", &text, setting.columns).into_iter().map(|l| (l, tone)));
    if !item.expect.for_supervisor().is_empty() {
        detail(words.with("development-expects", &[("expect", item.expect.for_supervisor().clone().into())]), Tone::Plain);
    }
    level_before(item, setting).into_iter().for_each(|(text, tone)| detail(text, tone));
    for check in &item.checks {
        match &check.answer {
            Some(answer) => {
                let seen = words.say(&format!("seen-{}", answer.seen.id()));
                let text = format!("{}: {seen} {}", words.short_day(answer.on), answer.example.for_supervisor());
                detail(text.trim_end().to_owned(), Tone::Plain);
            }
            None => {
                let day = due_day(words, Some(check.due), setting.today);
                let around = proposed(check.due, setting.rules)
                    .map(|p| words.with("development-proposed", &[("before", p.before.into()), ("after", p.after.into())]));
                let text = words.with("development-check", &[("day", day.into())]);
                let tone = if check.due <= setting.today { Tone::Attention } else { Tone::Dim };
                detail(around.map_or(text.clone(), |around| format!("{text} ({around})")), tone);
            }
        }
    }
    out
}

/// The level before, with day and rater.
fn level_before(item: &PlanItem, setting: Setting<'_>) -> Option<Line> {
    let (words, before) = (setting.words, item.before.as_ref()?);
    let rater = if before.rater.name.is_empty() { words.say("report-owner-supervisor") } else { before.rater.name.clone() };
    let args = [("level", i64::from(before.level.number()).into()), ("day", before.on.into()), ("rater", rater.into())];
    Some((words.with("development-before", &args), Tone::Dim))
}

/// `JP 2026: 18 dari minimal 20, 6 menunggu verifikasi`.
pub fn jp_line(words: &Words, jp: &JpYear) -> String {
    let args = |n: u32| [("count", i64::from(n).into())];
    let year = ("year", jp.year.to_string().into());
    let counted = ("counted", i64::from(jp.counted).into());
    let figure = ("figure", i64::from(jp.rule.figure().unwrap_or(0)).into());
    let head = match jp.rule {
        JpRule::Minimum(_) => words.with("jp-minimum", &[year, counted, figure]),
        JpRule::Limit(_) => words.with("jp-limit", &[year, counted, figure]),
        JpRule::Target(_) => words.with("jp-target", &[year, counted, figure]),
        JpRule::Nothing => words.with("jp-nothing", &[year, counted]),
    };
    let verdict = match jp.verdict() {
        JpVerdict::Met => words.say("jp-met"),
        JpVerdict::Missing(n) => words.with("jp-missing", &args(n)),
        JpVerdict::Over(n) => words.with("jp-over", &args(n)),
        JpVerdict::Left(_) | JpVerdict::Nothing => String::new(),
    };
    let waiting = if jp.waiting > 0 { words.with("jp-waiting", &args(jp.waiting)) } else { String::new() };
    let capped = if jp.over_cap > 0 { words.with("jp-capped", &args(jp.over_cap)) } else { String::new() };
    [head, verdict, waiting, capped].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn jp_tone(jp: &JpYear) -> Tone {
    match jp.verdict() {
        JpVerdict::Met => Tone::Good,
        JpVerdict::Over(_) => Tone::Attention,
        _ => Tone::Plain,
    }
}

/// What is to be said of a plan, in words.
pub fn warnings(dossier: &Dossier, jp: &JpYear, setting: Setting<'_>) -> Vec<String> {
    use crate::domain::development::item::Warning;
    let words = setting.words;
    let portfolio = dossier;
    let mut all = crate::domain::development::item::warnings(&portfolio.items, &setting.rules.development);
    if let Some(warning) = crate::domain::development::hours::over_limit(&portfolio.items, jp) {
        all.push(warning);
    }
    let name = |id| portfolio.item(id).map(|item| item.name().to_owned()).unwrap_or_default();
    let said = all.into_iter().map(|warning| match warning {
        Warning::NoCheck { item } => words.with("warn-no-check", &[("item", name(item).into())]),
        Warning::OverLimit { year, jp, limit } => {
            let args = [
                ("year", year.to_string().into()),
                ("jp", i64::from(jp).into()),
                ("limit", i64::from(limit).into()),
                ("over", i64::from(jp.saturating_sub(limit)).into()),
            ];
            words.with("warn-over-limit", &args)
        }
        Warning::TooManyOpen { open, most } => {
            words.with("warn-too-many-open", &[("open", open.into()), ("most", most.into())])
        }
        Warning::SameWayAgain { item, times } => {
            words.with("warn-same-way", &[("item", name(item).into()), ("times", times.into())])
        }
    });
    said.collect()
}

/// The proposal of a year: lines in their order, the sum against the budget, the cheaper way.
pub fn proposal(draft: &Draft<'_>, setting: Setting<'_>) -> Vec<Line> {
    let words = setting.words;
    let year = ("year", draft.year.to_string().into());
    let mut out = vec![(words.with("proposal-title", &[year, ("count", draft.lines.len().into())]), Tone::Title)];
    for line in &draft.lines {
        let kind = line.kind.as_ref().map(|id| kind(words, &setting.rules.development, id));
        let parts = [
            Some(line.program.clone()),
            kind,
            Some(words.with("needs-people", &[("count", line.people.len().into())])),
            (line.jp > 0).then(|| words.with("proposal-jp", &[("count", i64::from(line.jp).into())])),
            Some(words.decimal(line.cost)),
            Some(line_state(words, line.state)),
        ];
        let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let tone = if line.fits == Some(false) { Tone::Attention } else { Tone::Plain };
        out.extend(hanging("  ", &text, setting.columns).into_iter().map(|line| (line, tone)));
        if let Some(offer) = &line.in_house {
            let args = [
                ("course", offer.course.title.clone().into()),
                ("package", words.decimal(offer.heads.package_each).into()),
                ("each", words.decimal(offer.heads.each).into()),
            ];
            out.push((format!("    {}", words.with("proposal-in-house", &args)), Tone::Dim));
        }
    }
    let sum = words.decimal(draft.sum);
    let said = match (draft.budget, draft.over) {
        (Some(budget), Some(over)) if over.is_positive() => {
            let args = [("sum", sum.into()), ("budget", words.decimal(budget).into()), ("over", words.decimal(over).into())];
            (words.with("proposal-over", &args), Tone::Attention)
        }
        (Some(budget), _) => {
            (words.with("proposal-within", &[("sum", sum.into()), ("budget", words.decimal(budget).into())]), Tone::Plain)
        }
        _ => (words.with("proposal-sum", &[("sum", sum.into())]), Tone::Plain),
    };
    out.push(said);
    out
}

/// Where a line of the proposal stands, in words.
pub fn line_state(words: &Words, state: LineState) -> String {
    match state {
        LineState::Needed => words.say("proposal-needed"),
        LineState::InPlans => words.say("proposal-in-plans"),
        LineState::Row(state) => words.say(&format!("proposal-state-{}", state.id())),
    }
}

/// One line a fact: what, whether it is there, and why.
pub fn readiness(facts: &[Fact], setting: Setting<'_>) -> Vec<Line> {
    let words = setting.words;
    let mut out: Vec<Line> = Vec::new();
    for fact in facts {
        let what = words.say(&format!("readiness-{}", fact.why.id()));
        let state = words.say(&format!("fact-{}", fact.state.id()));
        let tone = if fact.state == FactState::NotYet { Tone::Attention } else { Tone::Plain };
        let text = format!("{what}: {state} · {}", ready_why(words, setting.catalogue, &fact.why));
        out.extend(hanging("  ", &text, setting.columns).into_iter().map(|line| (line, tone)));
    }
    out.push((words.say("ready-label"), Tone::Dim));
    out
}

/// The facts of a line, in words.
pub fn ready_why(words: &Words, catalogue: &Catalogue, why: &Grounds) -> String {
    let unknown = || words.say("ready-unknown");
    let names = |ids: &[crate::domain::CompetencyId]| {
        ids.iter().map(|id| super::competencies::name(words, catalogue, id)).collect::<Vec<_>>().join(", ")
    };
    match why {
        Grounds::Competencies { of: 0, .. } => words.say("ready-no-standard"),
        Grounds::Competencies { met, of, not_met, unknown } => {
            let mut out = words.with("ready-met", &[("met", (*met).into()), ("of", (*of).into())]);
            if !not_met.is_empty() {
                out.push_str(&format!("; {}", words.with("ready-not-met", &[("names", names(not_met).into())])));
            }
            if !unknown.is_empty() {
                out.push_str(&format!("; {}", words.with("ready-not-known", &[("names", names(unknown).into())])));
            }
            out
        }
        Grounds::Predicates { years } => {
            let said = years.iter().map(|(year, known)| format!("{year} {}", known.clone().unwrap_or_else(unknown)));
            said.collect::<Vec<_>>().join(", ")
        }
        Grounds::Credit { have, need } => {
            let have = have.map_or_else(unknown, |have| words.decimal(have));
            words.with("ready-credit-why", &[("have", have.into()), ("need", words.decimal(*need).into())])
        }
        Grounds::Training { required, done } => match (required.first(), done) {
            (None, _) => words.say("ready-no-rule"),
            (_, Some(done)) => done.clone(),
            (Some(required), None) => words.with("ready-training-missing", &[("name", required.clone().into())]),
        },
        Grounds::Discipline { from_office, on } => match on.filter(|_| *from_office) {
            Some(day) => words.with("ready-office-said", &[("day", day.into())]),
            None => words.say("ready-office-only"),
        },
        Grounds::Vacancy { on } => on.map_or_else(unknown, |day| words.with("ready-asked", &[("day", day.into())])),
        Grounds::TimeInRank { months, needed } => match (months, needed) {
            (Some(months), Some(needed)) => {
                words.with("ready-months", &[("months", i64::from(*months).into()), ("needed", i64::from(*needed).into())])
            }
            _ => unknown(),
        },
    }
}

/// What the log says of a record, field by field.
pub(super) fn facts(words: &Words, record: &Record) -> Vec<(&'static str, String)> {
    let state = |id: &str| words.say(id);
    let mut out = vec![("field-text", super::log::title(words, record))];
    match record {
        Record::PlanItem(item) => {
            out.push(("field-expectation", item.expect.for_supervisor().clone()));
            out.push(("field-goal-status", state(&format!("item-state-{}", item.state.id()))));
            for answer in item.answers() {
                out.push((
                    "field-note",
                    format!("{} {}", state(&format!("seen-{}", answer.seen.id())), answer.example.for_supervisor()),
                ));
            }
        }
        Record::Learning(learning) => {
            out.push(("field-day", words.short_day(learning.until)));
            out.push(("field-note", format!("{} JP {}", learning.jp, learning.certificate)));
            out.push(("field-goal-status", state(&format!("verified-{}", learning.verification.id()))));
        }
        Record::Wish(wish) => out.push(("field-reason", wish.reason.get().clone())),
        Record::NeedWord(word) => {
            out.push(("field-goal-status", word.urgency.map(|u| state(&format!("urgency-{}", u.id()))).unwrap_or_default()));
            out.push(("field-reason", word.aside.clone().unwrap_or_default()));
        }
        Record::MentoringPair(pair) => {
            out.push(("field-goal-status", state(&format!("pair-state-{}", pair.state.id()))));
            out.push(("field-note", pair.agreement.get().clone()));
        }
        Record::CareerNote(note) => {
            out.push(("field-kind", state(&format!("career-{}", note.what.id()))));
            let outcome = note.outcome.as_ref().map(|outcome| outcome.text.for_supervisor().clone());
            out.push(("field-note", outcome.unwrap_or_default()));
        }
        Record::SupportPlan(plan) => {
            let targets = plan.targets.iter().map(|target| target.text.get().as_str());
            out.push(("field-note", targets.collect::<Vec<_>>().join(" · ")));
            out.push(("field-due", words.short_day(plan.until)));
        }
        Record::Proposal(row) => {
            out.push(("field-note", words.decimal(row.cost)));
            out.push(("field-goal-status", state(&format!("proposal-state-{}", row.state.id()))));
        }
        Record::Course(course) => out.push(("field-note", course.organiser.clone())),
        Record::BudgetLine(line) => out.push(("field-note", words.decimal(line.ceiling))),
        _ => {}
    }
    out
}
