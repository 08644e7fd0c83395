//! Forms about development: an item of a plan, the answer to an effect, what was learnt, a wish, a pair and its talks, the
//! state of a line of a proposal, a ceiling. What will be seen afterwards is asked for first: it is what will be checked.

use super::field::{Field, FieldName as F, choice, line};
use super::{AUDIENCES, Form, Input, OWNERS, Purpose, Wrong, named, written_day};
use crate::desk::office::Office;
use crate::desk::records::development::helpers;
use crate::desk::records::needs::{ProposalView, Team, need_at};
use crate::domain::competency::current::standing;
use crate::domain::development::asked::{Ask, ItemStep, NewAnswer, NewItem, NewLearning, NewPair, PairStep};
use crate::domain::development::course::named as course_named;
use crate::domain::development::item::{FollowUp, Helper, Hindrance, PlanItem, Seen, not_yet_before};
use crate::domain::development::learning::{Source, Verification};
use crate::domain::development::mentoring::{Mentor, MentorTalk, MentoringPair, PairKind};
use crate::domain::development::month::{Month, When, months_after};
use crate::domain::development::need::of_tag;
use crate::domain::development::proposal::ProposalState;
use crate::domain::development::rules::KindId;
use crate::domain::development::{Course, Subject, SubjectMark};
use crate::domain::language::clean;
use crate::domain::records::intent::{Develop, FollowProposals, Intent, SetCeiling};
use crate::domain::{Audience, Audienced, DecimalSign, ItemId, Number, Owner, PairId, PersonId, Refusal, Shared};
use crate::i18n::{Text, Words};
use crate::reports::competencies as levels;
use crate::reports::development as says;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// In the order in which the digits 1, 2, 3 and 0 give them.
const SEEN: [&str; 4] = ["seen-yes", "seen-partly", "seen-not_yet", "seen-no_chance"];
const HINDRANCES: [&str; 8] = [
    "hindrance-none",
    "hindrance-knowledge",
    "hindrance-plan",
    "hindrance-priorities",
    "hindrance-means",
    "hindrance-value",
    "hindrance-relevance",
    "hindrance-policy",
];
const FOLLOW_UPS: [&str; 5] =
    ["effect-then-nothing", "effect-then-enough", "effect-then-accompanied", "effect-then-other_way", "effect-then-repeat"];
const PAIR_KINDS: [&str; 2] = ["pair-kind-senior", "pair-kind-peer"];
const VERIFIED: [&str; 2] = ["verified-waiting", "verified-approved"];
const STATES: [&str; 7] = [
    "proposal-state-planned",
    "proposal-state-proposed",
    "proposal-state-approved",
    "proposal-state-rejected",
    "proposal-state-revision",
    "proposal-state-done",
    "proposal-state-cancelled",
];
const HELD: [&str; 2] = ["talk-held", "talk-planned"];

/// Options of a way of learning are the rules' and have no message.
const WAY: &str = "kind:";

/// What an option of a choice says.
pub fn option_text(option: &str, words: &Words, office: &Office) -> String {
    match option.strip_prefix(WAY).and_then(KindId::new) {
        Some(id) => says::kind(words, &office.rules.development, &id),
        None => words.say(option),
    }
}

fn ways(office: &Office, chosen: Option<&KindId>) -> Field {
    let kinds = &office.rules.development.kinds;
    let options: Vec<String> = kinds.iter().map(|kind| format!("{WAY}{}", kind.id)).collect();
    let at = chosen.and_then(|id| kinds.iter().position(|kind| kind.id == *id)).unwrap_or(0);
    Field { name: F::Way, fresh: false, hidden: false, input: Input::Choice(options, at) }
}

// --- fields ------------------------------------------------------------------------------------------------------

/// The fields of the forms of this file; empty for any other.
pub(crate) fn fields(purpose: Purpose, office: &Office, sign: DecimalSign) -> Vec<Field> {
    match purpose {
        Purpose::PlanItem(person, mark) => new_item(person, mark, office),
        Purpose::CorrectItem(person, id) => known_item(person, id, office, sign),
        Purpose::DropItem(..) | Purpose::DropWish(..) | Purpose::SetAside(..) | Purpose::EndPair(..) => {
            vec![line(F::Reason, "")]
        }
        Purpose::AnswerEffect(..) => vec![
            choice(F::Seen, &SEEN, 0),
            line(F::Example, ""),
            choice(F::Hindrance, &HINDRANCES, 0),
            choice(F::FollowUp, &FOLLOW_UPS, 0),
            choice(F::Audience, &AUDIENCES, 1),
        ],
        Purpose::Learn(person, item) => learning(person, item, office),
        Purpose::WishFor(_) => vec![line(F::Topic, ""), line(F::Reason, "")],
        Purpose::PairUp(person, item) => pair(person, item, office),
        Purpose::PairTalk(person, id, day) => talk(person, id, day, office),
        Purpose::LineState(mark, year) => {
            vec![choice(F::ProposalState, &STATES, line_state(mark, year, office)), line(F::Outcome, "")]
        }
        Purpose::CancelLine(..) => vec![line(F::Outcome, "")],
        Purpose::Ceiling(year) => {
            let units: BTreeSet<_> = own_unit(office).into_iter().collect();
            let known = office.roster.catalogue.development.budget();
            let ceiling = crate::domain::development::course::ceiling(&known, year, &units);
            vec![line(F::Ceiling, ceiling.map(|n| n.write(sign)).unwrap_or_default())]
        }
        _ => vec![],
    }
}

fn own_unit(office: &Office) -> Option<crate::domain::UnitId> {
    office.roster.me().and_then(|me| me.unit)
}

struct Terms<'a> {
    expect: &'a str,
    topic: &'a str,
    kind: Option<&'a KindId>,
    course: &'a str,
    when: String,
    jp: String,
    cost: String,
    fund: &'a str,
    organiser: &'a str,
    helper: String,
    owner: usize,
    shared: bool,
}

fn item_fields(terms: &Terms<'_>, office: &Office) -> Vec<Field> {
    vec![
        line(F::Expect, terms.expect),
        ways(office, terms.kind),
        line(F::Helper, terms.helper.as_str()),
        line(F::Month, terms.when.as_str()),
        line(F::Topic, terms.topic),
        line(F::Course, terms.course),
        line(F::Jp, terms.jp.as_str()),
        line(F::Cost, terms.cost.as_str()),
        line(F::Fund, terms.fund),
        line(F::Organiser, terms.organiser),
        choice(F::Owner, &OWNERS, terms.owner),
        choice(F::Audience, &AUDIENCES, usize::from(terms.shared)),
    ]
}

/// Something is known of what is to be learnt; the rest stays open, and what costs nothing stands first.
fn new_item(person: PersonId, mark: Option<SubjectMark>, office: &Office) -> Vec<Field> {
    let subject = mark.and_then(|mark| subject_at(person, mark, office));
    let month = Month::of(office.today.last_of_month().tomorrow().unwrap_or(office.today));
    let terms = Terms {
        expect: "",
        topic: subject.as_ref().map_or("", |subject| subject.words.as_str()),
        kind: None,
        course: "",
        when: month.to_string(),
        jp: String::new(),
        cost: String::new(),
        fund: "",
        organiser: "",
        helper: String::new(),
        owner: 0,
        shared: true,
    };
    item_fields(&terms, office)
}

fn known_item(person: PersonId, id: ItemId, office: &Office, sign: DecimalSign) -> Vec<Field> {
    let Some(item) = office.dossier(person).and_then(|d| d.item(id)) else { return vec![] };
    let helper = match &item.helper {
        Some(Helper::Person(id)) => office.label(*id),
        Some(Helper::Named(name)) => name.clone(),
        None => String::new(),
    };
    let terms = Terms {
        expect: item.expect.for_supervisor(),
        topic: &item.subject.words,
        kind: Some(&item.kind),
        course: &item.title,
        when: item.when.map(written_when).unwrap_or_default(),
        jp: item.jp.map(|jp| jp.to_string()).unwrap_or_default(),
        cost: item.cost.map(|cost| cost.write(sign)).unwrap_or_default(),
        fund: &item.fund,
        organiser: &item.organiser,
        helper,
        owner: usize::from(item.owner == Owner::Supervisor),
        shared: item.audience() == Audience::Shared,
    };
    item_fields(&terms, office)
}

fn written_when(when: When) -> String {
    match when {
        When::Day(day) => written_day(day),
        When::Month(month) => month.to_string(),
    }
}

/// The subject that a mark means: of a need, of a wish, or a competency of the framework.
fn subject_at(person: PersonId, mark: SubjectMark, office: &Office) -> Option<Subject> {
    let need = need_at(person, mark, office).map(|need| need.subject);
    let wished = || office.dossier(person)?.wishes.iter().map(|w| &w.subject).find(|s| s.mark() == mark).cloned();
    let catalogue = &office.roster.catalogue;
    let competency = || {
        let all = catalogue.framework().competencies.iter().map(|c| Subject::competency(&c.id, catalogue));
        all.into_iter().find(|subject| subject.mark() == mark)
    };
    // What was corrected in a talk is no need yet.
    let tagged = || {
        let notes = office.dossier(person)?.feedback.iter().flat_map(|note| &note.tags);
        notes.map(|tag| of_tag(tag, catalogue)).find(|subject| subject.mark() == mark)
    };
    need.or_else(wished).or_else(competency).or_else(tagged)
}

fn learning(person: PersonId, item: Option<ItemId>, office: &Office) -> Vec<Field> {
    let item = item.and_then(|id| office.dossier(person)?.item(id));
    vec![
        line(F::Title, item.map_or("", PlanItem::name)),
        ways(office, item.map(|item| &item.kind)),
        line(F::From, ""),
        line(F::Until, written_day(office.today)),
        line(F::Jp, item.and_then(|item| item.jp).map(|jp| jp.to_string()).unwrap_or_default()),
        line(F::Certificate, ""),
        line(F::Organiser, item.map_or("", |item| item.organiser.as_str())),
        choice(F::Verified, &VERIFIED, 0),
        line(F::Lapses, ""),
        line(F::LearnedFrom, ""),
    ]
}

fn pair(person: PersonId, item: Option<ItemId>, office: &Office) -> Vec<Field> {
    let item = item.and_then(|id| office.dossier(person)?.item(id));
    let mentor = match item.and_then(|item| item.helper.as_ref()) {
        Some(Helper::Person(id)) => office.label(*id),
        Some(Helper::Named(name)) => name.clone(),
        None => String::new(),
    };
    let until = item.and_then(|item| item.when).map(When::last).filter(|day| *day > office.today);
    let until = until.unwrap_or_else(|| months_after(office.today, 3));
    vec![
        line(F::Mentor, mentor),
        line(F::Topics, item.map_or("", |item| item.subject.words.as_str())),
        line(F::Until, written_day(until)),
        choice(F::PairKind, &PAIR_KINDS, 0),
        line(F::Agreement, ""),
    ]
}

fn talk(person: PersonId, id: PairId, day: Option<Date>, office: &Office) -> Vec<Field> {
    let pair = office.dossier(person).and_then(|d| d.pair(id));
    let known = day.and_then(|day| pair?.talks.iter().find(|talk| talk.on == day));
    let given = |words: Option<&Shared<String>>| words.map(|words| words.get().clone()).unwrap_or_default();
    let on = day.filter(|day| *day <= office.today).unwrap_or(office.today);
    vec![
        line(F::Day, written_day(on)),
        line(F::Done, given(known.and_then(|talk| talk.done.as_ref()))),
        line(F::Next, given(known.and_then(|talk| talk.next.as_ref()))),
        line(F::Minutes, known.and_then(|talk| talk.minutes).map(|n| n.to_string()).unwrap_or_default()),
        choice(F::Held, &HELD, 0),
    ]
}

fn line_state(mark: SubjectMark, year: i16, office: &Office) -> usize {
    let rows = rows_of(mark, year, office);
    let first = rows.first().and_then(|id| office.roster.catalogue.development.proposal(*id));
    let next = match first.map(|row| row.state) {
        None | Some(ProposalState::Planned) => ProposalState::Proposed,
        Some(ProposalState::Proposed | ProposalState::Revision) => ProposalState::Approved,
        Some(ProposalState::Approved) => ProposalState::Done,
        Some(state) => state,
    };
    ProposalState::ALL.iter().position(|state| *state == next).unwrap_or(0)
}

fn rows_of(mark: SubjectMark, year: i16, office: &Office) -> Vec<crate::domain::ProposalId> {
    let team = Team::of(office, Default::default());
    ProposalView::of(office, &team, year).line(mark).map(|line| line.rows.clone()).unwrap_or_default()
}

// --- what they ask of the domain ---------------------------------------------------------------------------------

impl Form {
    /// What a form of this file asks for; `None` for any other.
    pub(crate) fn development(&self, office: &Office, sign: DecimalSign) -> Option<Result<Intent, Wrong>> {
        let of = |person: PersonId, ask: Result<Ask, Wrong>| {
            Some(ask.map(|ask| Intent::from(Develop { person, ask: Box::new(ask) })))
        };
        let reason = || self.text(F::Reason).to_owned();
        match self.purpose {
            Purpose::PlanItem(person, _) => of(person, self.item(person, office, sign).map(Ask::Plan)),
            Purpose::CorrectItem(person, id) => {
                of(person, self.item(person, office, sign).map(|terms| Ask::Correct { id, terms }))
            }
            Purpose::DropItem(person, id) => of(person, Ok(Ask::Step { id, step: ItemStep::Drop { reason: reason() } })),
            Purpose::AnswerEffect(person, id) => {
                of(person, Ok(Ask::Step { id, step: ItemStep::Answer(self.answer(person, office)) }))
            }
            Purpose::Learn(person, item) => of(person, self.learnt(person, item, office, sign).map(Ask::Learn)),
            Purpose::WishFor(person) => of(person, self.wish(person, office)),
            Purpose::DropWish(person, id) => of(person, Ok(Ask::DropWish { id, reason: reason() })),
            Purpose::SetAside(person, mark) => of(person, self.set_aside(person, mark, office)),
            Purpose::PairUp(person, _) => of(person, self.pair(office).map(Ask::Pair)),
            Purpose::PairTalk(person, id, day) => of(person, self.talk(person, id, day, office)),
            Purpose::EndPair(person, id) => {
                let step = PairStep::EndEarly { on: office.today, reason: reason() };
                of(person, Ok(Ask::PairStep { id, step }))
            }
            Purpose::LineState(mark, year) => Some(Ok(self.follow_line(mark, year, None, office))),
            Purpose::CancelLine(mark, year) => {
                Some(Ok(self.follow_line(mark, year, Some(ProposalState::Cancelled), office)))
            }
            Purpose::Ceiling(year) => Some(self.ceiling(year, office, sign)),
            _ => None,
        }
    }

    fn way(&self) -> Result<KindId, Wrong> {
        let chosen = self.fields.iter().find(|field| field.name == F::Way).and_then(|field| match &field.input {
            Input::Choice(options, at) => options.get(*at)?.strip_prefix(WAY).and_then(KindId::new),
            Input::Line(_) => None,
        });
        chosen.ok_or_else(|| Wrong::at(F::Way)(Text::plain("form-way-missing")))
    }

    fn audience(&self) -> Audience {
        [Audience::Private, Audience::Shared][self.chosen(F::Audience).min(1)]
    }

    fn whole(&self, name: F, sign: DecimalSign) -> Result<Option<u32>, Wrong> {
        let number = self.number(name, sign).map_err(Wrong::at(name))?;
        let bad = || Wrong::at(name)(Text::with("form-bad-number", [("text", self.text(name).into())]));
        number.map(|n| n.whole().and_then(|n| u32::try_from(n).ok()).ok_or_else(bad)).transpose()
    }

    /// A month or a day; nothing where nobody says.
    pub fn month(&self, today: Date) -> Result<Option<When>, Text> {
        let typed = self.text(F::Month);
        if typed.is_empty() {
            return Ok(None);
        }
        if let Ok(month) = typed.parse::<Month>() {
            return Ok(Some(When::Month(month)));
        }
        let day = crate::domain::language::dates::parse_future(typed, today);
        day.map(|day| Some(When::Day(day))).ok_or_else(|| Text::with("form-bad-month", [("text", typed.into())]))
    }

    fn course<'o>(&self, courses: &'o [Course]) -> Option<&'o Course> {
        course_named(courses, self.text(F::Course))
    }

    fn item(&self, person: PersonId, office: &Office, sign: DecimalSign) -> Result<NewItem, Wrong> {
        let topic = self.text(F::Topic);
        let subject = Subject::read(topic, &office.roster.catalogue)
            .ok_or_else(|| Wrong::at(F::Topic)(super::refused(&Refusal::SubjectMissing)))?;
        if self.text(F::Expect).is_empty() {
            return Err(Wrong::at(F::Expect)(super::refused(&Refusal::ExpectationMissing)));
        }
        let expect = Audienced::new(self.audience(), self.text(F::Expect).to_owned());
        let courses = office.roster.catalogue.development.courses();
        let course = self.course(&courses);
        let said = |name: F, else_: Option<&str>| match self.text(name) {
            "" => else_.unwrap_or_default().to_owned(),
            text => text.to_owned(),
        };
        let price = course.and_then(|course| match course.price {
            Some(crate::domain::development::course::Price::Each(each)) => Some(each),
            _ => None,
        });
        Ok(NewItem {
            subject,
            title: said(F::Course, None),
            expect,
            kind: self.way()?,
            course: course.map(|course| course.id),
            when: self.month(office.today).map_err(Wrong::at(F::Month))?,
            jp: self.whole(F::Jp, sign)?.or(course.and_then(|course| course.jp)),
            cost: self.number(F::Cost, sign).map_err(Wrong::at(F::Cost))?.or(price),
            fund: said(F::Fund, None),
            organiser: said(F::Organiser, course.map(|course| course.organiser.as_str())),
            helper: self.somebody(F::Helper, office).map(|who| match who {
                Mentor::Person(id) => Helper::Person(id),
                Mentor::Named(name) => Helper::Named(name),
            }),
            owner: [Owner::Employee, Owner::Supervisor][self.chosen(F::Owner).min(1)],
            programme: String::new(),
            session: open_session(person, office),
        })
    }

    /// Somebody of the store if the name can only mean one; anybody else by name.
    fn somebody(&self, name: F, office: &Office) -> Option<Mentor> {
        match (self.text(name), named(office, self.text(name)).as_slice()) {
            ("", _) => None,
            (_, [one]) => Some(Mentor::Person(*one)),
            (typed, _) => Some(Mentor::Named(typed.to_owned())),
        }
    }

    fn answer(&self, person: PersonId, office: &Office) -> NewAnswer {
        NewAnswer {
            seen: Seen::ALL[self.chosen(F::Seen).min(3)],
            example: Audienced::new(self.audience(), self.text(F::Example).to_owned()),
            hindrances: self
                .chosen(F::Hindrance)
                .checked_sub(1)
                .and_then(|at| Hindrance::ALL.get(at).copied())
                .into_iter()
                .collect(),
            follow_up: self.chosen(F::FollowUp).checked_sub(1).and_then(|at| FollowUp::ALL.get(at)).copied(),
            session: open_session(person, office),
        }
    }

    fn learnt(
        &self,
        person: PersonId,
        item: Option<ItemId>,
        office: &Office,
        sign: DecimalSign,
    ) -> Result<NewLearning, Wrong> {
        let today = office.today;
        let planned = item.and_then(|id| office.dossier(person)?.item(id));
        let day = |name: F| self.day(name, today).map_err(Wrong::at(name));
        let until = day(F::Until)?.unwrap_or(today);
        let approved = self.chosen(F::Verified) == 1;
        Ok(NewLearning {
            title: self.text(F::Title).to_owned(),
            kind: self.way()?,
            subject: planned.map(|item| item.subject.clone()),
            organiser: self.text(F::Organiser).to_owned(),
            certificate: self.text(F::Certificate).to_owned(),
            from: day(F::From)?.unwrap_or(until),
            until,
            issued: None,
            lapses: day(F::Lapses)?,
            jp: self.whole(F::Jp, sign)?.unwrap_or(0),
            method: None,
            link: String::new(),
            learned_from: self.text(F::LearnedFrom).to_owned(),
            verification: if approved { Verification::Approved } else { Verification::Waiting },
            verified_by: if approved { office.actor.name.clone() } else { String::new() },
            source: Source::Own,
            item,
        })
    }

    fn wish(&self, person: PersonId, office: &Office) -> Result<Ask, Wrong> {
        let subject = Subject::read(self.text(F::Topic), &office.roster.catalogue)
            .ok_or_else(|| Wrong::at(F::Topic)(super::refused(&Refusal::SubjectMissing)))?;
        let reason = Shared::new(self.text(F::Reason).to_owned());
        Ok(Ask::Wish { subject, reason, session: open_session(person, office) })
    }

    fn set_aside(&self, person: PersonId, mark: SubjectMark, office: &Office) -> Result<Ask, Wrong> {
        let need = need_at(person, mark, office).ok_or(&Refusal::NoSuchRecord)?;
        let aside = Some(self.text(F::Reason).to_owned());
        Ok(Ask::Weigh { subject: need.subject, urgency: need.urgency, aside })
    }

    fn pair(&self, office: &Office) -> Result<NewPair, Wrong> {
        let missing = || Wrong::at(F::Mentor)(super::refused(&Refusal::EmptyName));
        let topics = self.text(F::Topics).split(';').map(clean::clean_line).filter(|topic| !topic.is_empty());
        Ok(NewPair {
            mentor: self.somebody(F::Mentor, office).ok_or_else(missing)?,
            kind: PairKind::ALL[self.chosen(F::PairKind).min(1)],
            topics: topics.collect(),
            agreement: Shared::new(self.text(F::Agreement).to_owned()),
            from: office.today,
            until: self.day(F::Until, office.today).map_err(Wrong::at(F::Until))?,
        })
    }

    fn talk(&self, person: PersonId, id: PairId, planned: Option<Date>, office: &Office) -> Result<Ask, Wrong> {
        let pair: &MentoringPair = office.dossier(person).and_then(|d| d.pair(id)).ok_or(&Refusal::NoSuchRecord)?;
        let on = self.day(F::Day, office.today).map_err(Wrong::at(F::Day))?.or(planned).unwrap_or(office.today);
        let known = planned.and_then(|day| pair.talks.iter().find(|talk| talk.on == day));
        let words = |name: F| Some(Shared::new(self.text(name).to_owned())).filter(|words| !words.get().is_empty());
        let minutes = self.whole(F::Minutes, DecimalSign::Comma)?.and_then(|n| u16::try_from(n).ok());
        let talk = MentorTalk {
            on,
            held: self.chosen(F::Held) == 0,
            minutes,
            topics: known.map(|talk| talk.topics.clone()).unwrap_or_default(),
            done: words(F::Done),
            next: words(F::Next),
        };
        Ok(Ask::PairStep { id, step: PairStep::Talk(talk) })
    }

    fn follow_line(&self, mark: SubjectMark, year: i16, state: Option<ProposalState>, office: &Office) -> Intent {
        let state = state.unwrap_or(ProposalState::ALL[self.chosen(F::ProposalState).min(6)]);
        let outcome = self.text(F::Outcome).to_owned();
        FollowProposals { rows: rows_of(mark, year, office), state, outcome }.into()
    }

    fn ceiling(&self, year: i16, office: &Office, sign: DecimalSign) -> Result<Intent, Wrong> {
        let wrong = Wrong::at(F::Ceiling);
        let ceiling = self.number(F::Ceiling, sign).map_err(&wrong)?;
        let ceiling = ceiling.ok_or_else(|| wrong(Text::plain("form-ceiling-missing")))?;
        let unit = own_unit(office).ok_or_else(|| Wrong::from(Text::plain("form-unit-missing")))?;
        Ok(SetCeiling { year, unit, fund: String::new(), ceiling }.into())
    }

    /// A digit on the question whether it is seen; true if it was one.
    pub fn set_seen(&mut self, typed: char) -> bool {
        let at = match typed {
            '1'..='3' => typed as usize - '1' as usize,
            '0' => 3,
            _ => return false,
        };
        match self.fields.get_mut(self.focus) {
            Some(Field { name: F::Seen, input: Input::Choice(_, chosen), .. }) => *chosen = at,
            _ => return false,
        }
        true
    }

    /// To the next way of learning that begins with a letter.
    pub fn jump_to_way(&mut self, typed: char, office: &Office, words: &Words) -> bool {
        let Some(Field { name: F::Way, input: Input::Choice(options, at), .. }) = self.fields.get_mut(self.focus) else {
            return false;
        };
        let begins =
            |option: &String| clean::fold(&option_text(option, words, office)).starts_with(&clean::fold(&typed.to_string()));
        let from = *at + 1;
        let order = (from..options.len()).chain(0..from.min(options.len()));
        let found = order.into_iter().find(|n| options.get(*n).is_some_and(begins));
        if let Some(found) = found {
            *at = found;
        }
        found.is_some()
    }
}

fn open_session(person: PersonId, office: &Office) -> Option<crate::domain::SessionId> {
    office.dossier(person).and_then(|d| d.open_session()).map(|session| session.id)
}

// --- what the fields say together --------------------------------------------------------------------------------

pub(crate) fn understood(form: &Form, office: &Office, words: &Words) -> Vec<(String, bool)> {
    match form.purpose {
        Purpose::PlanItem(person, _) | Purpose::CorrectItem(person, _) => plan_says(form, person, office, words),
        Purpose::AnswerEffect(person, id) | Purpose::Learn(person, Some(id)) => {
            let item = office.dossier(person).and_then(|d| d.item(id));
            item.map_or(vec![], |item| item_says(item, words))
        }
        Purpose::PairUp(..) => vec![(words.say("form-pair-theirs"), false)],
        _ => vec![],
    }
}

/// What will be looked for, and the level before.
fn item_says(item: &PlanItem, words: &Words) -> Vec<(String, bool)> {
    let expect = item.expect.for_supervisor();
    let mut out = Vec::new();
    if !expect.is_empty() {
        out.push((words.with("development-expects", &[("expect", expect.as_str().into())]), false));
    }
    if let Some(before) = &item.before {
        let args = [("level", i64::from(before.level.number()).into()), ("day", before.on.into())];
        out.push((words.with("form-level-before", &args), false));
    }
    out
}

/// Where somebody stands, who could help, when it will be checked, and what goes wrong with plans.
fn plan_says(form: &Form, person: PersonId, office: &Office, words: &Words) -> Vec<(String, bool)> {
    let Some(dossier) = office.dossier(person) else { return vec![] };
    let (catalogue, rules) = (&office.roster.catalogue, &office.rules);
    let mut out = Vec::new();
    let subject = Subject::read(form.text(F::Topic), catalogue);
    if let Some(id) = subject.as_ref().and_then(|subject| subject.competency.as_ref())
        && let Some(competency) = catalogue.competency(id)
    {
        let now = standing(dossier, id, catalogue, rules, office.today);
        if let Some(current) = now.current {
            let said = levels::level_text(words, competency, current.level);
            out.push((words.with("form-plan-now", &[("level", said.into())]), false));
        }
        if let Some(required) = now.required {
            let said = levels::level_text(words, competency, required);
            out.push((words.with("form-plan-required", &[("level", said.into())]), false));
        }
    }
    let helping = subject.as_ref().map_or(vec![], |subject| helpers(office, person, subject));
    let names: Vec<String> = helping.iter().take(4).filter_map(|id| Some(office.row(*id)?.name.name.clone())).collect();
    if !names.is_empty() {
        out.push((words.with("story-helpers", &[("names", names.join(", ").into())]), false));
    }
    out.extend(checks_say(form, office, words));
    out.extend(warned(form, person, office, words));
    out
}

/// When the question comes back: so many months after the end.
fn checks_say(form: &Form, office: &Office, words: &Words) -> Option<(String, bool)> {
    let when = form.month(office.today).ok().flatten()?;
    let months = &office.rules.development.effect.months;
    let days: Vec<String> = months.iter().map(|n| words.month_year(months_after(when.last(), *n))).collect();
    (!days.is_empty()).then(|| (words.with("form-checked", &[("when", days.join(", ").into())]), false))
}

fn warned(form: &Form, person: PersonId, office: &Office, words: &Words) -> Vec<(String, bool)> {
    let (Some(dossier), rules) = (office.dossier(person), &office.rules.development) else { return vec![] };
    let mut out = Vec::new();
    let (open, most) = (dossier.items.iter().filter(|item| item.is_open()).count(), usize::from(rules.plan.open_most));
    if matches!(form.purpose, Purpose::PlanItem(..)) && open >= most {
        let args = [("open", (open + 1).into()), ("most", most.into())];
        out.push((words.with("warn-too-many-open", &args), true));
    }
    let subject = Subject::read(form.text(F::Topic), &office.roster.catalogue);
    let again = form.way().ok().zip(subject).and_then(|(kind, subject)| {
        let same = |item: &&PlanItem| item.kind == kind && item.subject.is_same(&subject) && item.ended().is_some();
        let last = dossier.items.iter().rfind(same)?;
        let times = last.not_yet_in_a_row().max(not_yet_before(&dossier.items, last));
        (times >= usize::from(rules.effect.change_after)).then_some((subject.words, times))
    });
    if let Some((topic, times)) = again {
        out.push((words.with("warn-same-way", &[("item", topic.into()), ("times", times.into())]), true));
    }
    out
}

// --- what a field can be completed to ----------------------------------------------------------------------------

/// Best first; what is spelled once is never spelled otherwise.
pub(crate) fn proposed(form: &Form, name: F, office: &Office) -> Vec<String> {
    let person = form.purpose.person();
    let known = &office.roster.catalogue.development;
    match name {
        F::Helper | F::Mentor => {
            let subject = Subject::read(form.text(F::Topic), &office.roster.catalogue)
                .or_else(|| Subject::read(form.text(F::Topics), &office.roster.catalogue));
            let first = person.zip(subject).map_or(vec![], |(person, subject)| helpers(office, person, &subject));
            let team = office.roster.team(Default::default()).filter(|row| row.status.in_service()).map(|row| row.id);
            let others: Vec<PersonId> = team.filter(|id| Some(*id) != person && !first.contains(id)).collect();
            first.into_iter().chain(others).map(|id| office.label(id)).collect()
        }
        F::Topic => {
            let names = office.roster.catalogue.framework().competencies.iter().map(|c| c.name.id.clone());
            let wished = office.dossiers.values().flat_map(|d| &d.wishes).map(|wish| wish.subject.words.clone());
            distinct(wished.chain(names))
        }
        F::Course => {
            let subject = Subject::read(form.text(F::Topic), &office.roster.catalogue);
            let courses = known.courses();
            let teaches = |course: &&Course| subject.as_ref().is_some_and(|subject| course.teaches(subject));
            let mut fits: Vec<&Course> = courses.iter().filter(teaches).collect();
            fits.sort_by_key(|course| (!course.is_free(), course.price.map_or(Number::ZERO, |price| price.amount())));
            distinct(fits.iter().copied().chain(&courses).map(|course| course.title.clone()))
        }
        F::Organiser => distinct(known.courses().into_iter().map(|course| course.organiser)),
        F::Fund => distinct(known.budget().into_iter().map(|line| line.fund)),
        _ => vec![],
    }
}

fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for text in texts.filter(|text| !text.is_empty()) {
        if !out.contains(&text) {
            out.push(text);
        }
    }
    out
}
