//! Rating with the standard in view, the same on a person's page and in a session: digits rate the row, arrows look
//! at the neighbouring levels, and a look at the own habits comes before a round is finished.

use crate::app::App;
use crate::desk::command::{Command, Place};
use crate::desk::effect::Effect;
use crate::desk::form::Purpose;
use crate::desk::key::KeyPress;
use crate::desk::notice::Tone;
use crate::desk::office::Office;
use crate::domain::competency::behaviour::{BehaviourStanding, behaviours};
use crate::domain::competency::current::{last_day, rateable};
use crate::domain::competency::evidence::day_of;
use crate::domain::competency::self_check::self_check;
use crate::domain::competency::tally::Mark;
use crate::domain::competency::{
    BehaviourValue, Competency, DatedLevel, Evidence, ExpectationRating, Level, Rater, Rating, RatingValue, Standing,
};
use crate::domain::period::EvaluationPeriod;
use crate::domain::records::intent::{self, NewBehaviourRating, NewRating};
use crate::domain::{Audience, Audienced, Change, Dossier, Op, PersonId, RatingId, Record, RecordId, RuleSet, SessionId};
use crate::i18n::{Text, Words};
use crate::reports::competencies as says;
use crate::reports::goals::check_in_line;
use crate::screens::overlays::{Overlay, Reader, SelfCheckBox};
use crate::screens::person::{Entry, Tab};
use crate::screens::session::{Focus, Spot, Step};
use crate::screens::stack::Screen;
use jiff::civil::Date;

/// A competency of a person, wherever it is rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RateAt {
    pub person: PersonId,
    pub competency: Mark,
}

/// A BerAKHLAK value of a person in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BehaviourAt {
    pub person: PersonId,
    pub value: BehaviourValue,
    pub period: EvaluationPeriod,
}

/// What was rated since the rows were opened, and the level that is looked at. Kept nowhere.
#[derive(Debug, Default)]
pub(crate) struct Round {
    given: Vec<(PersonId, RatingId)>,
    peek: Option<(RateAt, Level)>,
}

/// The rows of a person: kinds in the framework's order, within a kind what the position requires first.
pub fn rows(dossier: &Dossier, office: &Office) -> Vec<Standing> {
    let mut rows = rateable(dossier, &office.roster.catalogue, &office.rules, office.today);
    rows.sort_by_key(|standing| (standing.kind, standing.required.is_none()));
    rows
}

/// The rows of a talk: what is due, and what the talk has touched by a note or a rating.
pub fn rows_of_talk(dossier: &Dossier, session: SessionId, office: &Office) -> Vec<Standing> {
    let competency = |standing: &Standing| office.roster.catalogue.competency(&standing.competency);
    let noted = |found: &Competency| dossier.feedback_of(session).any(|n| n.tags.iter().any(|tag| found.is_tagged(tag)));
    let touched = |standing: &Standing| {
        competency(standing).is_some_and(noted) || is_rated_in(dossier, session, Mark::of(&standing.competency))
    };
    rows(dossier, office).into_iter().filter(|standing| standing.is_due() || touched(standing)).collect()
}

pub fn is_rated_in(dossier: &Dossier, session: SessionId, competency: Mark) -> bool {
    dossier.ratings.iter().any(|r| r.session == Some(session) && Mark::of(&r.competency) == competency)
}

/// What a row shows of the supervisor's levels: the one that was there before today, and the one that holds now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    pub before: Option<DatedLevel>,
    /// The level before is too old to count.
    pub is_old: bool,
    pub now: Option<Level>,
    /// Given today.
    pub is_new: bool,
    /// Given today that nothing was observed.
    pub not_observed: bool,
    /// The level that holds points to no evidence.
    pub is_bare: bool,
}

impl Shown {
    pub fn of(standing: &Standing, rules: &RuleSet, today: Date) -> Shown {
        let is_new = standing.current.is_some_and(|current| current.on == today);
        let before = if is_new { standing.previous } else { standing.current };
        let now = standing.known();
        Shown {
            before,
            is_old: before.is_some_and(|level| last_day(rules, standing.kind, level.on) < today),
            now,
            is_new,
            not_observed: standing.not_observed == Some(today),
            is_bare: now.is_some() && standing.current.is_some_and(|current| current.evidence == 0),
        }
    }
}

impl App {
    /// The competency that the selection of the top screen is on.
    pub fn rate_at(&self) -> Option<RateAt> {
        match self.screens.top() {
            Screen::Person(page) => match page.selected {
                Some(Entry::Competency(competency)) => Some(RateAt { person: page.person, competency }),
                _ => None,
            },
            Screen::Session(session) => match session.focus {
                Focus::Spot(Spot::Competency(competency)) => Some(RateAt { person: session.person, competency }),
                _ => None,
            },
            _ => None,
        }
    }

    /// The work behaviour that the selection is on.
    pub fn behaviour_at(&self) -> Option<BehaviourAt> {
        let Screen::Person(page) = self.screens.top() else { return None };
        match page.selected {
            Some(Entry::Behaviour(value)) => {
                Some(BehaviourAt { person: page.person, value, period: page.period(self.shown().today) })
            }
            _ => None,
        }
    }

    pub fn standing_at(&self, at: RateAt) -> Option<Standing> {
        let dossier = self.shown().dossier(at.person)?;
        rows(dossier, self.shown()).into_iter().find(|standing| Mark::of(&standing.competency) == at.competency)
    }

    /// The level whose words are in view: the one looked at, else the present one, else what is required.
    pub fn level_in_view(&self, at: RateAt, standing: &Standing) -> Level {
        let looked = self.round.peek.filter(|(where_, _)| *where_ == at).map(|(_, level)| level);
        looked.or(standing.current.map(|current| current.level)).or(standing.required).unwrap_or(Level::LOWEST)
    }

    /// True if the command was one about a rating.
    pub(crate) fn run_about_ratings(&mut self, command: Command) -> bool {
        match command {
            Command::RatingAll => self.show_all(),
            Command::Behaviours => self.turn_page(),
            Command::SelfCheckRevisit => self.revisit(),
            _ => {
                return match (self.rate_at(), self.behaviour_at()) {
                    (Some(at), _) => self.run_on_competency(command, at),
                    (_, Some(at)) => self.run_on_behaviour(command, at),
                    _ => matches!(
                        command,
                        Command::HigherLevel | Command::LowerLevel | Command::RatingAsk | Command::ExpectBehaviour
                    ),
                };
            }
        }
        true
    }

    pub(crate) fn run_on_competency(&mut self, command: Command, at: RateAt) -> bool {
        match command {
            Command::HigherLevel => self.look(at, 1),
            Command::LowerLevel => self.look(at, -1),
            Command::RatingAsk => self.ask_next_time(at),
            Command::EditRecord => self.open_form(Purpose::Rate(at.person, at.competency)),
            Command::OpenRecord => self.why_rated(at),
            Command::ExpectBehaviour | Command::NextYear | Command::PreviousYear => {}
            _ => return false,
        }
        true
    }

    pub(crate) fn run_on_behaviour(&mut self, command: Command, at: BehaviourAt) -> bool {
        match command {
            Command::NextYear | Command::HigherLevel => self.turn_period(true),
            Command::PreviousYear | Command::LowerLevel => self.turn_period(false),
            Command::EditRecord => self.open_form(Purpose::RateBehaviour(at.person, at.value, at.period)),
            Command::ExpectBehaviour => self.open_form(Purpose::ExpectBehaviour(at.person, at.value, at.period)),
            Command::OpenRecord => self.why_behaviour(at),
            Command::RatingAsk => {}
            _ => return false,
        }
        true
    }

    // --- keys that rate ------------------------------------------------------------------------------------------

    /// Digits and `x` on a competency, digits and signs on a value. True if the key meant something.
    pub(crate) fn rating_key(&mut self, press: KeyPress) -> bool {
        let Some(typed) = press.typed() else { return false };
        if let Some(overlay) = self.overlays.last_mut() {
            let set = if let Overlay::Form(form) = overlay { form.set_level(typed) } else { false };
            if set {
                self.effects.push(Effect::DraftsChanged);
            }
            return set;
        }
        if let Some(at) = self.rate_at() {
            match (typed, Level::of_digit(typed)) {
                (_, Some(level)) => self.rate(at, RatingValue::Level(level)),
                ('x', _) => self.rate(at, RatingValue::NotObserved),
                // A slip past 5 is no step of the session.
                (c, _) => return c.is_ascii_digit(),
            }
            return true;
        }
        let Some(at) = self.behaviour_at() else { return false };
        match typed {
            '1' | '-' => self.rate_behaviour(at, ExpectationRating::Below),
            '2' | '=' => self.rate_behaviour(at, ExpectationRating::Meets),
            '3' | '+' => self.rate_behaviour(at, ExpectationRating::Above),
            c => return c.is_ascii_digit(),
        }
        true
    }

    pub(crate) fn rate(&mut self, at: RateAt, value: RatingValue) {
        let Some(standing) = self.standing_at(at) else { return };
        let today = self.office.today;
        // What was said today already, with its reason, is not said again without.
        let said = match value {
            RatingValue::Level(level) => {
                standing.current.is_some_and(|c| (c.on, c.level) == (today, level)) && standing.not_observed != Some(today)
            }
            RatingValue::NotObserved => standing.not_observed == Some(today),
        };
        let session = self.office.dossier(at.person).and_then(Dossier::open_session).map(|s| s.id);
        let new = NewRating::plain(at.person, standing.competency.clone(), value, today);
        if !said {
            let Some(change) = self.intend(intent::Rate { ratings: vec![new], session }) else { return };
            self.take_into_round(&change);
        }
        let name = says::name(&self.words, &self.office.roster.catalogue, &standing.competency);
        let value = says::value_text(&self.words, value);
        self.tell(Tone::Good, Text::with("rating-done", [("name", name.into()), ("value", value.into())]));
        self.round.peek = None;
        self.next_rated();
    }

    pub(crate) fn rate_behaviour(&mut self, at: BehaviourAt, rating: ExpectationRating) {
        let (person, period, on) = (at.person, at.period, self.office.today);
        let Some(dossier) = self.office.dossier(person) else { return };
        let known = standing_of(dossier, at, on).current.is_some_and(|current| current.rating == rating);
        if !known {
            let note = Audienced::new(Audience::Private, String::new());
            let ratings = vec![NewBehaviourRating { value: at.value, rating, note }];
            if self.intend(intent::RateBehaviour { person, period, on, ratings }).is_none() {
                return;
            }
        }
        let name = self.words.wording(&at.value.words().name).to_owned();
        let value = says::behaviour_word(&self.words, rating);
        self.tell(Tone::Good, Text::with("rating-done", [("name", name.into()), ("value", value.into())]));
        self.next_rated();
    }

    /// To the next row that is rated; at the end it stays.
    pub(crate) fn next_rated(&mut self) {
        match self.screens.top_mut() {
            Screen::Person(page) => page.next_rated(),
            Screen::Session(session) => session.next_competency(&self.office),
            _ => {}
        }
    }

    pub(crate) fn look(&mut self, at: RateAt, by: i8) {
        let Some(standing) = self.standing_at(at) else { return };
        let level = self.level_in_view(at, &standing).number().saturating_add_signed(by);
        if let Some(level) = Level::new(level) {
            self.round.peek = Some((at, level));
        }
    }

    /// A question about it on the agenda of the next talk.
    pub(crate) fn ask_next_time(&mut self, at: RateAt) {
        let Some(standing) = self.standing_at(at) else { return };
        let name = says::name(&self.words, &self.office.roster.catalogue, &standing.competency);
        let text = self.words.with("rating-question", &[("name", name.as_str().into())]);
        let open = self.office.dossier(at.person).into_iter().flat_map(Dossier::open_agenda);
        let asked = open.into_iter().any(|line| *line.text.for_supervisor() == text);
        if !asked {
            let text = Audienced::new(Audience::Private, text);
            let tags = vec![standing.competency.to_string()];
            if self.intend(intent::NoteAgenda { person: at.person, text, tags }).is_none() {
                return;
            }
        }
        self.tell(Tone::Good, Text::with("rating-asked", [("name", name.into())]));
        self.next_rated();
    }

    // --- pages ---------------------------------------------------------------------------------------------------

    /// From the competencies to the behaviours and back; from any other tab to the behaviours.
    pub(crate) fn turn_page(&mut self) {
        if let Screen::Person(page) = self.screens.top_mut() {
            let behaviours = page.tab != Tab::Competencies || !page.behaviours;
            page.open_tab(Tab::Competencies);
            page.show_behaviours(behaviours);
        }
    }

    pub(crate) fn turn_period(&mut self, forward: bool) {
        let today = self.shown().today;
        if let Screen::Person(page) = self.screens.top_mut() {
            page.turn_period(forward, today);
        }
    }

    /// In a session: all competencies, or those due and touched.
    pub(crate) fn show_all(&mut self) {
        self.with_session(|session, office| {
            session.all_competencies = !session.all_competencies;
            if session.spot().is_none() {
                session.enter(Step::Competencies, office);
            }
        });
        self.effects.push(Effect::DraftsChanged);
    }

    // --- the round and its self-check ----------------------------------------------------------------------------

    /// Where a round of ratings is under way; leaving this place finishes it.
    pub(crate) fn rating_rows(&self) -> Option<(Place, PersonId)> {
        match self.screens.top() {
            Screen::Person(page) if page.tab == Tab::Competencies => Some((Place::Person, page.person)),
            Screen::Session(session) if session.step == Step::Competencies => Some((Place::Session, session.person)),
            _ => None,
        }
    }

    pub(crate) fn take_into_round(&mut self, change: &Change) {
        let given = change.ops.iter().filter_map(Op::after).filter_map(|record| match record {
            Record::Rating(rating) if rating.rater == Rater::Supervisor => Some((rating.person, rating.id)),
            _ => None,
        });
        self.round.given.extend(given);
    }

    /// Advice for the rater alone, once a round.
    pub(crate) fn finish_round(&mut self) {
        let given = std::mem::take(&mut self.round.given);
        self.round.peek = None;
        let found = |(person, id): &(PersonId, RatingId)| self.office.dossier(*person)?.rating(*id).cloned();
        let ratings: Vec<Rating> = given.iter().filter_map(found).collect();
        let advice = self_check(&ratings, |id| self.office.dossier(id), &self.office.rules, self.office.today);
        if !advice.is_empty() {
            self.overlays.push(Overlay::SelfCheck(SelfCheckBox { advice, list: Default::default() }));
        }
    }

    /// Back to the row that an advice is about.
    pub(crate) fn revisit(&mut self) {
        let Some(Overlay::SelfCheck(open)) = self.overlays.pop() else { return };
        let Some(advice) = open.advice.get(open.list.selected) else { return };
        let (Some(person), Some(competency)) = (advice.person, advice.competency.as_ref().map(Mark::of)) else { return };
        if let Screen::Session(session) = self.screens.top()
            && session.person == person
        {
            self.go_step(Step::Competencies);
            self.with_session(|session, _| {
                session.all_competencies = true;
                session.focus = Focus::Spot(Spot::Competency(competency));
            });
            return;
        }
        let queue = match self.screens.top() {
            Screen::Person(page) => page.queue.clone(),
            Screen::Team(team) => team.people.clone(),
            _ => vec![],
        };
        self.visit(person, queue);
        if let Screen::Person(page) = self.screens.top_mut() {
            page.open_tab(Tab::Competencies);
            page.show_behaviours(false);
            page.selected = Some(Entry::Competency(competency));
        }
    }

    // --- why -----------------------------------------------------------------------------------------------------

    /// The rule and its inputs, the history, what each level looks like, and what was noted.
    pub(crate) fn why_rated(&mut self, at: RateAt) {
        let (Some(standing), Some(dossier)) = (self.standing_at(at), self.shown().dossier(at.person)) else { return };
        let (words, catalogue) = (&self.words, &self.shown().roster.catalogue);
        let Some(competency) = catalogue.competency(&standing.competency) else { return };
        let mut lines = vec![
            words.wording(&competency.name).to_owned(),
            words.wording(&competency.definition).to_owned(),
            String::new(),
            says::standing_line(words, &standing),
            String::new(),
        ];
        lines.extend(says::why_lines(words, dossier, &standing, catalogue, &self.shown().rules, &self.shown().zone));
        lines.extend([String::new(), words.say("rating-levels")]);
        lines.extend(Level::ALL.map(|level| format!("  {}", says::level_text(words, competency, level))));
        lines.extend(evidence(words, dossier, competency));
        let title = Text::with("rating-why", [("name", self.shown().label(at.person).into())]);
        self.read(Reader { title, body: lines.join("\n"), copy: None, top: 0 });
    }

    /// What a value means, what is expected in particular, and every word about it.
    pub(crate) fn why_behaviour(&mut self, at: BehaviourAt) {
        let Some(dossier) = self.shown().dossier(at.person) else { return };
        let (words, value) = (&self.words, at.value.words());
        let standing = standing_of(dossier, at, self.shown().today);
        let mut lines = vec![words.wording(&value.name).to_owned(), words.wording(&value.meaning).to_owned()];
        lines.extend(value.behaviours.iter().map(|text| format!("  - {}", words.wording(text))));
        lines.extend([String::new(), period_text(words, at.period), says::behaviour_line(words, &standing)]);
        lines.extend(
            standing
                .expectation
                .map(|expectation| words.with("behaviour-expectation", &[("text", expectation.text.get().as_str().into())])),
        );
        let mut given: Vec<_> = dossier.behaviours.iter().filter(|rating| rating.value == at.value).collect();
        given.sort_by_key(|rating| std::cmp::Reverse((rating.period.last(), rating.moment())));
        if !given.is_empty() {
            lines.extend([String::new(), words.say("behaviour-history")]);
        }
        lines.extend(given.into_iter().map(|rating| {
            let note = rating.note.for_supervisor();
            let word = says::behaviour_word(words, rating.rating);
            let said = if note.is_empty() { word } else { format!("{word}: {note}") };
            format!("  {} ({}) {said}", period_text(words, rating.period), words.short_day(rating.on))
        }));
        let tagged = dossier.feedback.iter().rev().filter(|note| note.tags.iter().any(|tag| at.value.is_tagged(tag)));
        lines.extend(noted(words, tagged.map(|note| (note.on, note_text(words, dossier, RecordId::Feedback(note.id))))));
        let title = Text::with("rating-why", [("name", self.shown().label(at.person).into())]);
        self.read(Reader { title, body: lines.join("\n"), copy: None, top: 0 });
    }
}

/// One value in one period.
pub fn standing_of(dossier: &Dossier, at: BehaviourAt, today: Date) -> BehaviourStanding<'_> {
    let [first, rest @ ..] = behaviours(dossier, at.period, today);
    rest.into_iter().find(|standing| standing.value == at.value).unwrap_or(first)
}

/// `TW IV 2026`, or the year.
pub fn period_text(words: &Words, period: EvaluationPeriod) -> String {
    words.evaluation_period(period)
}

/// Notes with its tag and what its ratings point to, newest first.
fn evidence(words: &Words, dossier: &Dossier, competency: &Competency) -> Vec<String> {
    let mut found: Vec<(Date, String)> = Vec::new();
    let mut records: Vec<RecordId> = Vec::new();
    let tagged = dossier.feedback.iter().filter(|note| note.tags.iter().any(|tag| competency.is_tagged(tag)));
    records.extend(tagged.map(|note| RecordId::Feedback(note.id)));
    for rating in dossier.ratings.iter().filter(|rating| rating.competency == competency.id) {
        for piece in &rating.evidence {
            match piece {
                Evidence::Record(id) => records.push(*id),
                Evidence::Document(name) => found.push((rating.on, name.clone())),
            }
        }
    }
    records.sort();
    records.dedup();
    let dated = |id: RecordId| Some((day_of(dossier, id)?, note_text(words, dossier, id)));
    found.extend(records.into_iter().filter_map(dated));
    found.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
    noted(words, found.into_iter())
}

fn noted(words: &Words, found: impl Iterator<Item = (Date, String)>) -> Vec<String> {
    let lines: Vec<String> = found.map(|(on, text)| format!("  {} {text}", words.short_day(on))).collect();
    let heading = words.with("rating-evidence", &[("count", lines.len().into())]);
    [String::new(), heading].into_iter().chain(lines).collect()
}

/// A record that is evidence, on one line.
pub fn note_text(words: &Words, dossier: &Dossier, id: RecordId) -> String {
    match dossier.record(id) {
        Some(Record::Feedback(note)) => format!("{} {}", note.kind.sign(), note.words.for_supervisor().text()),
        Some(Record::CheckIn(check_in)) => {
            let indicator = dossier.result(check_in.result).and_then(|result| result.indicator(check_in.indicator));
            indicator.map(|i| format!("{}: {}", i.title, check_in_line(words, i, &check_in))).unwrap_or_default()
        }
        Some(Record::Action(action)) => action.text.for_supervisor().clone(),
        _ => String::new(),
    }
}
