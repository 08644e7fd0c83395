//! The whole story of one thing: a need and where it comes from, an item of a plan with its checks, a pair, what was
//! learnt, a line of a proposal. Lines are not wrapped: a page, a pane and a reader wrap them. For the supervisor's eyes.

use super::{Line, Setting, jp_line, jp_tone, kind, level_before, line_state, origin, subject, when};
use crate::domain::development::effect::{Outcome, of_item};
use crate::domain::development::hours::jp_of_year;
use crate::domain::development::item::{Answer, Helper, PlanItem};
use crate::domain::development::learning::lapsing;
use crate::domain::development::mentoring::Mentor;
use crate::domain::development::need::{Audible, Origin};
use crate::domain::development::rules::KindId;
use crate::domain::development::sum::LineState;
use crate::domain::development::{Need, Proposal};
use crate::domain::{Audience, Dossier, ItemId, LearningId, Number, Owner, PairId, PersonId, WishId};
use crate::i18n::Arg;
use crate::reports::{Tone, due_day};

/// Names of people by their identifiers.
pub type Names<'a> = &'a dyn Fn(PersonId) -> String;

fn plain(text: String) -> Line {
    (text, Tone::Plain)
}

/// What one person needs: where it comes from, what is planned, who could help.
pub fn need(need: &Need, dossier: &Dossier, helpers: &[String], set: Setting<'_>) -> Vec<Line> {
    let words = set.words;
    let title = format!("{} · {}", subject(words, set.catalogue, &need.subject), dossier.person.name.full());
    let mut out = vec![(title, Tone::Title)];
    out.extend(need.origins.iter().map(|audible| told(audible, set)));
    let urgency = need.urgency.map_or_else(|| words.say("needs-unweighed"), |u| words.say(&format!("urgency-{}", u.id())));
    out.push((words.with("story-urgency", &[("urgency", urgency.into())]), Tone::Dim));
    if let Some(reason) = &need.aside {
        out.push((words.with("story-aside", &[("reason", reason.as_str().into())]), Tone::Attention));
    }
    for id in &need.plan {
        out.extend(dossier.item(*id).map(|item| plain(planned(item, set))));
    }
    if need.plan.is_empty() && need.aside.is_none() {
        out.push((words.say("needs-no-plan"), Tone::Attention));
        out.extend(free_ways(set));
    }
    out.extend(who(helpers, set));
    out
}

/// One topic over the team: each person with the origins.
pub fn topic(needs: &[(String, &Need)], helpers: &[String], set: Setting<'_>) -> Vec<Line> {
    let words = set.words;
    let Some((_, first)) = needs.first() else { return vec![] };
    let mut out = vec![(subject(words, set.catalogue, &first.subject), Tone::Title)];
    for (name, need) in needs {
        let origins: Vec<String> = need.origins.iter().map(|audible| told(audible, set).0).collect();
        let state = if need.is_planned() { words.say("needs-has-plan") } else { words.say("needs-no-plan") };
        out.push(plain(format!("{name}: {} · {state}", origins.join("; "))));
    }
    out.extend(who(helpers, set));
    if needs.iter().all(|(_, need)| !need.is_planned()) {
        out.extend(free_ways(set));
    }
    out
}

/// An origin in words; what only the supervisor may know is marked, and a wish is told in the employee's own.
fn told(audible: &Audible, set: Setting<'_>) -> Line {
    let words = set.words;
    let mut said = origin(words, &audible.origin);
    if let Origin::Wish { reason, .. } = &audible.origin
        && !reason.is_empty()
    {
        said = words.with("story-wish", &[("wish", said.into()), ("reason", reason.as_str().into())]);
    }
    let private = audible.is_private();
    plain(if private { words.with("needs-private", &[("origin", said.into())]) } else { said })
}

fn who(helpers: &[String], set: Setting<'_>) -> Option<Line> {
    let names = helpers.join(", ");
    (!helpers.is_empty()).then(|| (set.words.with("story-helpers", &[("names", names.into())]), Tone::Good))
}

/// The ways that cost nothing, which stand first everywhere.
fn free_ways(set: Setting<'_>) -> Option<Line> {
    let free = set.rules.development.kinds.iter().filter(|kind| kind.free).take(4);
    let names: Vec<&str> = free.map(|kind| set.words.wording(&kind.name)).collect();
    (!names.is_empty()).then(|| (set.words.with("story-free-first", &[("ways", names.join(" · ").into())]), Tone::Dim))
}

fn planned(item: &PlanItem, set: Setting<'_>) -> String {
    let words = set.words;
    let state = words.say(&format!("item-state-{}", item.state.id()));
    let parts = [kind(words, &set.rules.development, &item.kind), item.name().to_owned(), when(words, item.when), state];
    words.with("story-planned", &[("item", parts.join(" · ").into())])
}

/// An item of a plan from its origin to its effect.
pub fn item(dossier: &Dossier, id: ItemId, name: Names<'_>, set: Setting<'_>) -> Vec<Line> {
    let Some(item) = dossier.item(id) else { return vec![] };
    let words = set.words;
    let title = format!("{} · {}", item.name(), dossier.person.name.full());
    let mut out = vec![(title, Tone::Title)];
    let about = subject(words, set.catalogue, &item.subject);
    let way = kind(words, &set.rules.development, &item.kind);
    let state = words.say(&format!("item-state-{}", item.state.id()));
    out.push(plain([about, way, when(words, item.when), state].join(" · ")));
    let expect = item.expect.for_supervisor();
    if !expect.is_empty() {
        out.push((words.with("development-expects", &[("expect", expect.as_str().into())]), Tone::Good));
    }
    if item.audience() == Audience::Private {
        out.push((words.say("story-private-item"), Tone::Dim));
    }
    out.extend(terms(item, name, set));
    out.extend(level_before(item, set));
    for check in &item.checks {
        match &check.answer {
            Some(answer) => out.extend(answered(answer, set)),
            None => {
                let day = due_day(words, Some(check.due), set.today);
                let tone = if check.due <= set.today { Tone::Attention } else { Tone::Dim };
                out.push((words.with("development-check", &[("day", day.into())]), tone));
            }
        }
    }
    out.extend(compared(item, dossier, set));
    if item.not_yet_in_a_row() >= usize::from(set.rules.development.effect.change_after) {
        out.push((words.with("effect-other-way", &[("times", item.not_yet_in_a_row().into())]), Tone::Attention));
    }
    if let crate::domain::development::item::ItemState::Dropped { reason, .. } = &item.state {
        out.push((words.with("story-dropped", &[("reason", reason.as_str().into())]), Tone::Dim));
    }
    out
}

/// Hours, money, who organises, helps and sees to it.
fn terms(item: &PlanItem, name: Names<'_>, set: Setting<'_>) -> Option<Line> {
    let words = set.words;
    let helper = item.helper.as_ref().map(|helper| match helper {
        Helper::Person(id) => name(*id),
        Helper::Named(named) => named.clone(),
    });
    let owner = if item.owner == Owner::Supervisor { "owner-supervisor" } else { "owner-employee" };
    let parts = [
        item.jp.map(|jp| words.with("proposal-jp", &[("count", i64::from(jp).into())])),
        item.cost.map(|cost| words.with("story-cost", &[("cost", words.decimal(cost).into())])),
        Some(item.fund.clone()).filter(|fund| !fund.is_empty()),
        Some(item.organiser.clone()).filter(|organiser| !organiser.is_empty()),
        helper.map(|helper| words.with("story-helper", &[("name", helper.into())])),
        Some(words.with("story-owner", &[("owner", words.say(owner).into())])),
    ];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    Some((said.join(" · "), Tone::Plain))
}

fn answered(answer: &Answer, set: Setting<'_>) -> Vec<Line> {
    let words = set.words;
    let seen = words.say(&format!("seen-{}", answer.seen.id()));
    let text = format!("{}: {seen}. {}", words.short_day(answer.on), answer.example.for_supervisor());
    let mut out = vec![plain(text.trim_end().to_owned())];
    if !answer.hindrances.is_empty() {
        let why: Vec<String> = answer.hindrances.iter().map(|h| words.say(&format!("hindrance-{}", h.id()))).collect();
        out.push(plain(words.with("story-hindered", &[("why", why.join(", ").into())])));
    }
    if let Some(follow) = answer.follow_up {
        out.push(plain(words.say(&format!("effect-then-{}", follow.id()))));
    }
    out
}

/// Before and after by the same rater, or why that can't be said.
fn compared(item: &PlanItem, dossier: &Dossier, set: Setting<'_>) -> Option<Line> {
    let words = set.words;
    Some(match of_item(item, &dossier.items, &dossier.ratings, &set.rules.development)? {
        Outcome::Change { before, after, on } => {
            let level = |level: crate::domain::Level| Arg::from(i64::from(level.number()));
            let args = [("before", level(before)), ("after", level(after)), ("day", on.into())];
            (words.with("story-change", &args), Tone::Good)
        }
        Outcome::NotYet { from } => (words.with("story-no-level-yet", &[("day", from.into())]), Tone::Dim),
        Outcome::Incomparable(why) => (words.say(&format!("effect-why-{}", why.id())), Tone::Dim),
    })
}

/// The hours of a year, each activity with what it counts, and licences that lapse.
pub fn hours(dossier: &Dossier, year: i16, set: Setting<'_>) -> Vec<Line> {
    let (words, rules) = (set.words, &set.rules.development);
    let jp = jp_of_year(&dossier.learning, &dossier.sessions, dossier.person.kind, year, rules);
    let mut out = vec![(dossier.person.name.full(), Tone::Title), (jp_line(words, &jp), jp_tone(&jp))];
    for counted in &jp.activities {
        let title = if counted.title.is_empty() { words.say("story-coaching-talk") } else { counted.title.clone() };
        let args = [
            ("day", counted.until.into()),
            ("title", title.into()),
            ("jp", i64::from(counted.jp).into()),
            ("counts", i64::from(counted.counts).into()),
            ("state", words.say(&format!("verified-{}", counted.verification.id())).into()),
        ];
        let id = if counted.counts == counted.jp { "story-activity" } else { "story-activity-capped" };
        out.push(plain(words.with(id, &args)));
    }
    for lapse in lapsing(&dossier.learning, set.today, rules) {
        let args = [("title", lapse.learning.title.as_str().into()), ("day", lapse.on.into())];
        out.push((words.with("development-lapses", &args), Tone::Attention));
    }
    out
}

pub fn learning(dossier: &Dossier, id: LearningId, set: Setting<'_>) -> Vec<Line> {
    let Some(record) = dossier.learning_record(id) else { return vec![] };
    let words = set.words;
    let mut out = vec![(format!("{} · {}", record.title, dossier.person.name.full()), Tone::Title)];
    let days = format!("{} – {}", words.short_day(record.from), words.short_day(record.until));
    let way = kind(words, &set.rules.development, &record.kind);
    let jp = words.with("proposal-jp", &[("count", i64::from(record.jp).into())]);
    out.push(plain(
        [way, days, jp, record.organiser.clone()].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · "),
    ));
    let state = words.say(&format!("verified-{}", record.verification.id()));
    let args = [
        ("number", record.certificate.as_str().into()),
        ("state", state.into()),
        ("by", record.verified_by.as_str().into()),
    ];
    out.push(plain(words.with("story-certificate", &args)));
    if !record.learned_from.is_empty() {
        out.push(plain(words.with("story-learned-from", &[("name", record.learned_from.as_str().into())])));
    }
    out.extend(record.lapses.map(|day| {
        let tone = if day <= set.today { Tone::Attention } else { Tone::Plain };
        (words.with("story-valid-until", &[("day", day.into())]), tone)
    }));
    for opinion in &record.opinions {
        out.push(plain(opinion.words.get().clone()));
    }
    if let Some(item) = record.item.and_then(|id| dossier.item(id)) {
        out.push(plain(planned(item, set)));
    }
    out
}

pub fn wish(dossier: &Dossier, id: WishId, set: Setting<'_>) -> Vec<Line> {
    let Some(wish) = dossier.wish(id) else { return vec![] };
    let words = set.words;
    let about = subject(words, set.catalogue, &wish.subject);
    let mut out = vec![(format!("{about} · {}", dossier.person.name.full()), Tone::Title)];
    out.push(plain(words.with("origin-wish", &[("day", wish.on.into())])));
    if !wish.reason.get().is_empty() {
        out.push(plain(format!("“{}”", wish.reason.get())));
    }
    if let crate::domain::development::need::WishState::Dropped { reason, .. } = &wish.state {
        out.push((words.with("story-dropped", &[("reason", reason.as_str().into())]), Tone::Dim));
    }
    out
}

/// A pair: topics with their state, talks with what the two gave to be written.
pub fn pair(dossier: &Dossier, id: PairId, name: Names<'_>, set: Setting<'_>) -> Vec<Line> {
    let Some(pair) = dossier.pair(id) else { return vec![] };
    let words = set.words;
    let title = words
        .with("story-pair", &[("mentor", mentor(&pair.mentor, name).into()), ("mentee", dossier.person.name.full().into())]);
    let mut out = vec![(title, Tone::Title)];
    let until = pair.until.map_or_else(|| words.say("report-no-date"), |day| words.short_day(day));
    let state = words.say(&format!("pair-state-{}", pair.state.id()));
    let args = [("from", pair.from.into()), ("until", until.into()), ("state", state.into())];
    let late = pair.is_over(set.today);
    out.push((words.with("story-pair-days", &args), if late { Tone::Attention } else { Tone::Plain }));
    for topic in &pair.topics {
        let state = words.say(&format!("topic-state-{}", topic.state.id()));
        let since = topic.since.map(|day| format!(", {}", words.short_day(day))).unwrap_or_default();
        out.push(plain(format!("{}: {state}{since}", topic.text)));
    }
    for talk in &pair.talks {
        let id = if talk.held { "mentor-talk" } else { "mentor-planned" };
        let mut text = words.with(id, &[("day", words.near_day(talk.on, set.today).into())]);
        for given in [&talk.done, &talk.next].into_iter().flatten() {
            text.push_str(&format!(" · {}", given.get()));
        }
        out.push(plain(text));
    }
    if !pair.agreement.get().is_empty() {
        out.push(plain(words.with("story-agreement", &[("text", pair.agreement.get().as_str().into())])));
    }
    out.extend(pair.settled.map(|day| (words.with("story-settled", &[("day", day.into())]), Tone::Good)));
    out.push((words.say("story-pair-theirs"), Tone::Dim));
    out
}

pub fn mentor(mentor: &Mentor, name: Names<'_>) -> String {
    match mentor {
        Mentor::Person(id) => name(*id),
        Mentor::Named(named) => named.clone(),
    }
}

/// A line of a proposal as a story needs it.
pub struct ProposalLine<'a> {
    pub program: &'a str,
    pub kind: Option<&'a KindId>,
    pub organiser: &'a str,
    pub names: Vec<String>,
    /// So many of them may not be named to others.
    pub private: usize,
    pub jp: u32,
    pub cost: Number,
    pub state: LineState,
    /// The course in the office, for each, and for each who is sent.
    pub in_house: Option<&'a (String, Number, Number)>,
    pub outcomes: Vec<String>,
}

pub fn line(line: &ProposalLine<'_>, set: Setting<'_>) -> Vec<Line> {
    let words = set.words;
    let mut out = vec![(line.program.to_owned(), Tone::Title)];
    let way = line.kind.map(|id| kind(words, &set.rules.development, id)).unwrap_or_default();
    let cost = words.with("story-cost", &[("cost", words.decimal(line.cost).into())]);
    let jp = words.with("proposal-jp", &[("count", i64::from(line.jp).into())]);
    let parts = [way, line.organiser.to_owned(), jp, cost, line_state(words, line.state)];
    out.push(plain(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")));
    out.push(plain(line.names.join(", ")));
    if line.private > 0 {
        out.push((words.with("story-unnamed", &[("count", line.private.into())]), Tone::Attention));
    }
    if let Some((course, package, each)) = line.in_house {
        let args = [
            ("course", course.as_str().into()),
            ("package", words.decimal(*package).into()),
            ("each", words.decimal(*each).into()),
        ];
        out.push((words.with("proposal-in-house", &args), Tone::Good));
    }
    out.extend(line.outcomes.iter().map(|outcome| plain(outcome.clone())));
    out
}

/// A row that will not be, with what became of it.
pub fn row(row: &Proposal, name: Option<String>, set: Setting<'_>) -> Vec<Line> {
    let words = set.words;
    let mut out = vec![(row.program.clone(), Tone::Title)];
    let who = name.unwrap_or_else(|| words.say("story-open-to-unit"));
    let state = words.say(&format!("proposal-state-{}", row.state.id()));
    let day = row.decided.map(|day| words.short_day(day)).unwrap_or_default();
    out.push(plain([who, state, day].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")));
    if !row.outcome.is_empty() {
        out.push(plain(row.outcome.clone()));
    }
    out
}
