//! What a record says, as labelled values: the same record before and after a change can then be compared.

use crate::domain::competency::{Evidence, RatingValue};
use crate::domain::goal::result::{Indicator, StatusWord};
use crate::domain::period::EvaluationPeriod;
use crate::domain::records::record::Profile;
use crate::domain::{
    Acknowledgement, Action, ActionState, AgendaLine, AgendaState, Audience, Capacity, CheckIn, Feedback, Owner, Period,
    Person, PersonStatus, Rating, Record, Roster, Session, SessionState, Standard, Unit, Went, WorkResult,
};
use crate::i18n::Words;
use crate::reports::{competencies, goals};
use jiff::civil::Date;

/// One labelled value; of several with one label the n-th.
pub(super) struct Fact {
    pub label: &'static str,
    pub nth: usize,
    pub value: String,
}

/// Everything that a record says; what is empty is left out, and so is who wrote it when: the entry itself says that.
pub(super) fn facts(words: &Words, record: &Record, roster: &Roster) -> Vec<Fact> {
    let mut facts = Facts { words, roster, list: vec![] };
    match record {
        Record::Profile(profile) => facts.profile(profile),
        Record::Unit(unit) => facts.unit(unit),
        Record::Person(person) => facts.person(person),
        Record::Feedback(feedback) => facts.feedback(feedback),
        Record::Action(action) => facts.action(action),
        Record::Agenda(line) => facts.agenda(line),
        Record::Session(session) => facts.session(session),
        Record::Skip(skip) => {
            facts.day("field-day", Some(skip.on));
            facts.put("field-reason", &skip.reason);
        }
        Record::WorkResult(result) => facts.result(result),
        Record::CheckIn(check_in) => facts.check_in(check_in),
        Record::Framework(edition) => {
            facts.put("log-field-version", &edition.framework.version);
            facts.put("log-field-competencies", edition.framework.competencies.len().to_string());
        }
        Record::Standard(standard) => facts.standard(standard),
        Record::Rating(rating) => facts.rating(rating),
        Record::BehaviourRating(rating) => {
            facts.put("log-field-value", words.wording(&rating.value.words().name));
            facts.put("log-field-period", facts.evaluation(rating.period));
            facts.put("field-expectation-rating", competencies::behaviour_word(words, rating.rating));
            facts.audience(rating.note.audience());
            facts.put("field-note", rating.note.for_supervisor());
            facts.day("field-day", Some(rating.on));
        }
        Record::LeaderExpectation(expectation) => {
            facts.put("log-field-value", words.wording(&expectation.value.words().name));
            facts.put("log-field-period", facts.evaluation(expectation.period));
            facts.put("field-expectation", expectation.text.get());
            facts.day("field-day", Some(expectation.on));
        }
        Record::PlanItem(_) | Record::Learning(_) | Record::Wish(_) | Record::NeedWord(_) => facts.development(record),
        Record::MentoringPair(_) | Record::CareerNote(_) | Record::SupportPlan(_) => facts.development(record),
        Record::Course(_) | Record::BudgetLine(_) | Record::Proposal(_) => facts.development(record),
        Record::Evaluation(evaluation) => facts.judgement(evaluation),
        Record::Objection(objection) => facts.objection(objection),
        Record::UnitResult(result) => facts.unit_result(result),
        Record::HolidayList(list) => {
            facts.put("log-field-year", list.list.year.to_string());
            facts.put("log-field-days", list.list.days.len().to_string());
            facts.put("log-field-source", &list.list.source);
        }
        Record::Skp(skp) => {
            facts.put("log-field-code", &skp.number);
            facts.put("field-position", &skp.position);
            facts.put("log-field-period", facts.period(skp.span));
        }
        Record::Withdrawal(withdrawal) => {
            facts.day("field-day", Some(withdrawal.on));
            facts.put("field-reason", withdrawal.reason.for_supervisor());
        }
    }
    facts.list
}

pub(super) struct Facts<'a> {
    pub(super) words: &'a Words,
    roster: &'a Roster,
    list: Vec<Fact>,
}

impl Facts<'_> {
    pub(super) fn put(&mut self, label: &'static str, value: impl Into<String>) {
        let value = value.into();
        if !value.trim().is_empty() {
            let nth = self.list.iter().filter(|fact| fact.label == label).count();
            self.list.push(Fact { label, nth, value });
        }
    }
    fn some(&mut self, label: &'static str, value: Option<impl ToString>) {
        self.put(label, value.map(|value| value.to_string()).unwrap_or_default());
    }
    pub(super) fn day(&mut self, label: &'static str, day: Option<Date>) {
        self.put(label, day.map(|day| self.words.short_day(day)).unwrap_or_default());
    }
    pub(super) fn audience(&mut self, audience: Audience) {
        let id = if audience == Audience::Private { "audience-private" } else { "audience-shared" };
        self.put("field-audience", self.words.say(id));
    }
    fn tags(&mut self, tags: &[String]) {
        self.put("field-tags", tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" "));
    }
    /// Once more or once less was it carried on.
    fn carried(&mut self, times: u8) {
        self.put("log-field-carried", if times > 0 { times.to_string() } else { String::new() });
    }
    /// A state, the day it came about and why.
    fn state(&mut self, id: &str, day: Option<Date>, why: &str) {
        let day = day.map(|day| self.words.short_day(day)).unwrap_or_default();
        let parts = [self.words.say(id), day, why.to_owned()];
        let said = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        self.put("field-goal-status", said);
    }
    fn somebody(&self, id: Option<crate::domain::PersonId>) -> String {
        id.map(|id| super::name(self.words, self.roster, id)).unwrap_or_default()
    }
    pub(super) fn evaluation(&self, period: EvaluationPeriod) -> String {
        self.words.evaluation_period(period)
    }
    pub(super) fn period(&self, period: Period) -> String {
        self.words.with("goals-period", &[("from", period.from.into()), ("until", period.until.into())])
    }

    fn profile(&mut self, profile: &Profile) {
        self.put("log-field-user", self.somebody(profile.me));
        let capacity = match profile.capacity {
            Capacity::Definitive => "capacity-definitive",
            Capacity::ActingVacant => "capacity-acting-vacant",
            Capacity::ActingDaily => "capacity-acting-daily",
        };
        self.put("field-capacity", self.words.say(capacity));
        self.some("field-cadence", profile.cadence);
    }

    fn unit(&mut self, unit: &Unit) {
        self.put("log-field-unit", &unit.name);
        self.some("log-field-code", unit.code.as_ref());
        self.put("log-field-parent", self.roster.units.name(unit.parent));
        self.put("log-field-head", self.somebody(unit.head));
        self.some("field-cadence", unit.cadence);
    }

    fn person(&mut self, person: &Person) {
        self.put("field-name", person.name.full());
        self.some("field-nip", person.nip.as_ref().map(|nip| nip.as_str()));
        self.put("field-kind", person.kind.label());
        self.some("field-rank", person.rank.as_ref());
        self.some("field-position", person.position.as_ref());
        let unit = self.roster.units.name(person.unit);
        self.put("field-unit", if person.unit.is_some() && unit.is_empty() { "?" } else { unit });
        self.put("field-supervisor", self.somebody(person.supervisor));
        match &person.status {
            PersonStatus::Active => self.state("log-status-active", None, ""),
            PersonStatus::Leave { from, until } => {
                let until = until.map(|day| self.words.short_day(day)).unwrap_or_default();
                self.state("next-leave", Some(*from), &until);
            }
            PersonStatus::Retired { on } => self.state("ending-retired", *on, ""),
            PersonStatus::Left { on, note } => self.state("ending-left", *on, note),
        }
        self.tags(&person.tags);
        self.some("field-cadence", person.cadence);
        self.day("field-probation", person.probation_until);
        self.day("log-field-since", Some(person.since));
    }

    fn feedback(&mut self, feedback: &Feedback) {
        self.day("field-day", Some(feedback.on));
        self.put("field-feedback-kind", self.words.say(&format!("feedback-{}", feedback.kind.id())));
        self.audience(feedback.words.audience());
        let sbi = feedback.words.for_supervisor();
        self.put("field-situation", &sbi.situation);
        self.put("field-behaviour", &sbi.behaviour);
        self.put("field-impact", &sbi.impact);
        self.put("field-intent", &sbi.intent);
        self.tags(&feedback.tags);
        let went = match feedback.went {
            Some(Went::Lifted(_)) => "note-lifted",
            Some(Went::Opened(_)) => "note-opened",
            None => return,
        };
        self.put("log-field-went", self.words.say(went));
    }

    fn development(&mut self, record: &Record) {
        for (label, value) in crate::reports::development::facts(self.words, record) {
            self.put(label, value);
        }
        if let Some(audience) = super::audience(record) {
            self.audience(audience);
        }
    }

    fn action(&mut self, action: &Action) {
        self.put("field-text", action.text.for_supervisor());
        let owner = if action.owner == Owner::Supervisor { "owner-supervisor" } else { "owner-employee" };
        self.put("field-owner", self.words.say(owner));
        self.audience(action.text.audience());
        self.day("field-due", action.due);
        self.put("field-measure", &action.measure);
        self.tags(&action.tags);
        match &action.state {
            ActionState::Open => self.state("log-status-open", None, ""),
            ActionState::Done { on, note } => self.state("state-done", Some(*on), note),
            ActionState::NotDone { on, reason } => self.state("state-not-done", Some(*on), reason),
            ActionState::Dropped { on, reason } => self.state("state-dropped", Some(*on), reason),
        }
        self.carried(action.carried);
        self.day("log-field-agreed", Some(action.on));
    }

    fn agenda(&mut self, line: &AgendaLine) {
        self.put("field-agenda", line.text.for_supervisor());
        self.audience(line.text.audience());
        self.tags(&line.tags);
        match &line.state {
            AgendaState::Open => self.state("log-status-open", None, ""),
            AgendaState::Discussed { on, .. } => self.state("state-discussed", Some(*on), ""),
            AgendaState::Dropped { on, reason } => self.state("state-dropped", Some(*on), reason),
        }
        self.carried(line.carried);
        self.day("field-day", Some(line.on));
    }

    fn session(&mut self, session: &Session) {
        self.day("field-day", Some(session.on));
        self.put("field-feedback-kind", self.words.say(&format!("session-kind-{}", session.kind.id())));
        match &session.state {
            SessionState::Planned => self.state("report-session-planned", None, ""),
            SessionState::Open { .. } => self.state("report-session-open", None, ""),
            SessionState::Closed { receipt, .. } => {
                self.state("log-status-closed", None, "");
                self.some("field-receipt", receipt.as_ref());
            }
            SessionState::Postponed { on, to, reason } => {
                self.state("report-session-postponed", Some(*on), reason);
                self.day("field-new-due", *to);
            }
            SessionState::Missed { on, reason } => self.state("report-session-missed", Some(*on), reason),
        }
        self.put("field-purpose", &session.purpose);
        if let Some(grow) = &session.grow {
            self.audience(grow.audience());
            let grow = grow.for_supervisor();
            self.put("field-goal", &grow.goal);
            self.put("field-reality", &grow.reality);
            self.put("field-options", &grow.options);
            self.put("field-will", &grow.will);
        }
        if let Some(response) = &session.response {
            self.put("field-words", response.words.get());
            self.some("field-mood", response.mood);
            let given = response.statements.iter().map(|s| s.map_or("–".to_owned(), |n| n.to_string()));
            let any = response.statements.iter().any(Option::is_some);
            self.put("log-field-statements", if any { given.collect::<Vec<_>>().join(" ") } else { String::new() });
        }
        self.day("field-next-talk", session.next);
        for addendum in &session.addenda {
            let id = if addendum.text.audience() == Audience::Private { "audience-private" } else { "audience-shared" };
            self.put("field-correction", format!("{} · {}", self.words.say(id), addendum.text.for_supervisor()));
        }
        if let Some(answer) = &session.acknowledgement {
            let (on, reason) = match answer {
                Acknowledgement::SignedOnPaper { on } | Acknowledgement::Read { on } => (*on, ""),
                Acknowledgement::Objects { on, reason } => (*on, reason.as_str()),
            };
            let parts = [self.words.say(&format!("answer-{}", answer.id())), self.words.short_day(on), reason.to_owned()];
            let said = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            self.put("field-answer", said);
        }
        for left in &session.left_out {
            self.put("log-field-left-out", left.reason.for_supervisor());
        }
    }

    fn result(&mut self, result: &WorkResult) {
        let words = self.words;
        self.put("field-title", &result.title);
        self.put("log-field-period", self.period(result.period));
        self.put("field-class", goals::class_word(words, result.class));
        self.put("field-scope", goals::scope_word(words, result.scope));
        self.put("field-supports", result.supports.as_ref().map(|s| s.title.clone()).unwrap_or_default());
        self.put("field-approach", goals::approach_word(words, result.approach));
        self.put("field-expectation", &result.expectation);
        self.put("field-weight", result.weight.map(|weight| words.decimal(weight)).unwrap_or_default());
        self.day("field-due", result.due);
        self.put("field-result-tag", &result.tag);
        for indicator in &result.indicators {
            self.put("log-field-indicator", self.indicator(indicator));
        }
        for StatusWord { status, on, reason, .. } in &result.words {
            self.state(status_id(*status), Some(*on), reason);
        }
        self.day("log-field-split", result.split_on);
    }

    /// Everything of an indicator on one line: the targets that held before are part of it.
    fn indicator(&self, indicator: &Indicator) -> String {
        let words = self.words;
        let measure = goals::measure_line(words, indicator);
        let aspect = indicator.aspect.map(|aspect| goals::aspect_word(words, aspect));
        let perspective = indicator.perspective.map(|p| goals::perspective_word(words, p));
        let weight = indicator.weight.map(|weight| format!("{}%", words.decimal(weight)));
        let due = indicator.due.map(|day| words.short_day(day));
        let accrual = goals::accrual_word(words, indicator.accrual);
        let revised = indicator.revisions.last().map(|revision| {
            words.with("log-revised", &[("day", revision.on.into()), ("reason", revision.reason.as_str().into())])
        });
        let parts = [aspect, perspective, Some(accrual), weight, due, revised];
        let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        format!("{}: {measure} · {parts}", indicator.title)
    }

    fn check_in(&mut self, check_in: &CheckIn) {
        self.put("log-field-number", check_in.value.map(|value| self.words.decimal(value)).unwrap_or_default());
        self.day("field-day", Some(check_in.on));
        self.put("field-note", check_in.note.get());
        self.put("field-evidence", check_in.evidence.get());
    }

    fn standard(&mut self, standard: &Standard) {
        self.put("field-position", &standard.position);
        for (id, level) in standard.in_order(&self.roster.catalogue) {
            let name = competencies::name(self.words, &self.roster.catalogue, id);
            let level = competencies::value_text(self.words, RatingValue::Level(level));
            self.put("log-field-required", format!("{name}: {level}"));
        }
        self.put("log-field-source", competencies::source_word(self.words, standard.source));
    }

    fn rating(&mut self, rating: &Rating) {
        let words = self.words;
        self.put("log-field-competency", competencies::name(words, &self.roster.catalogue, &rating.competency));
        self.put("field-level", competencies::value_text(words, rating.value));
        self.put("field-rater", competencies::rater_word(words, &rating.rater));
        self.day("field-day", Some(rating.on));
        self.audience(rating.reason.audience());
        self.put("field-reason", rating.reason.for_supervisor());
        self.put("field-facet", rating.facet.map(|facet| competencies::facet_word(words, facet)).unwrap_or_default());
        let documents = rating.evidence.iter().filter_map(|piece| match piece {
            Evidence::Document(text) => Some(text.clone()),
            Evidence::Record(_) => None,
        });
        self.put("field-evidence", documents.collect::<Vec<_>>().join("; "));
        let records = rating.evidence.iter().filter(|piece| matches!(piece, Evidence::Record(_))).count();
        self.put("log-field-records", if records > 0 { records.to_string() } else { String::new() });
    }
}

fn status_id(status: crate::domain::goal::GoalStatus) -> &'static str {
    use crate::domain::goal::GoalStatus as S;
    match status {
        S::OnTrack => "goal-status-on-track",
        S::Slipping => "goal-status-slipping",
        S::OffTrack => "goal-status-off-track",
        S::Done => "goal-status-done",
        S::Dropped => "goal-status-dropped",
    }
}
