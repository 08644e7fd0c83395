//! Rating with the standard in view, the same on a person's page and in a session: digits rate the row, arrows look
//! at the neighbouring levels, and a look at the own habits comes before a round is finished.

use crate::desk::Desk;
use crate::desk::command::Command;
use crate::desk::form::Purpose;
use crate::desk::notice::Tone;
use crate::desk::office::Office;
use crate::desk::reader::Reader;
use crate::desk::request::{Destination, Follow};
pub use crate::desk::selection::{BehaviourAt, RateAt};
use crate::desk::selection::{Selection, Target};
use crate::domain::competency::behaviour::{BehaviourStanding, behaviours};
use crate::domain::competency::current::{last_day, rateable};
use crate::domain::competency::evidence::day_of;
use crate::domain::competency::self_check::self_check;
use crate::domain::competency::tally::Mark;
use crate::domain::competency::{
    Competency, CompetencyId, DatedLevel, Evidence, ExpectationRating, Level, Rater, Rating, RatingValue, Standing,
};
use crate::domain::period::EvaluationPeriod;
use crate::domain::records::intent::{self, NewBehaviourRating, NewRating};
use crate::domain::{
    Audience, Audienced, Change, Dossier, Op, PersonId, RatingId, Record, RecordId, Refusal, RuleSet, SessionId,
};
use crate::i18n::{Text, Words};
use crate::reports::competencies as says;
use crate::reports::goals::check_in_line;
use jiff::civil::Date;

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

/// From so many rows on the words of all five levels have room below the rows.
pub const ALL_LEVELS_FROM: u16 = 28;
/// From so many rows on some words have room at all.
pub const WORDS_FROM: u16 = 17;

impl Desk {
    pub fn standing_at(&self, at: RateAt) -> Option<Standing> {
        let dossier = self.shown().dossier(at.person)?;
        rows(dossier, self.shown()).into_iter().find(|standing| Mark::of(&standing.competency) == at.competency)
    }

    /// The level whose words are in view: the one looked at, else the present one, else what is required.
    pub fn level_in_view(&self, at: RateAt, standing: &Standing) -> Level {
        let looked = self.round.peek.filter(|(where_, _)| *where_ == at).map(|(_, level)| level);
        looked.or(standing.current.map(|current| current.level)).or(standing.required).unwrap_or(Level::LOWEST)
    }

    /// True if the command was one about a rating or a behaviour.
    pub(crate) fn run_about_ratings(&mut self, command: Command, on: &Selection) -> bool {
        match (on.rating, on.behaviour) {
            (Some(at), _) => self.run_on_competency(command, at),
            (_, Some(at)) => self.run_on_behaviour(command, at),
            _ => false,
        }
    }

    fn run_on_competency(&mut self, command: Command, at: RateAt) -> bool {
        match command {
            Command::Level1
            | Command::Level2
            | Command::Level3
            | Command::Level4
            | Command::Level5
            | Command::RatingNotObserved => {
                level_of(command).into_iter().for_each(|value| self.rate(at, value));
            }
            Command::HigherLevel => self.look(at, 1),
            Command::LowerLevel => self.look(at, -1),
            Command::RatingAsk => self.ask_next_time(at),
            Command::RatingReason | Command::EditRecord => self.open_form(Purpose::Rate(at.person, at.competency)),
            Command::RatingWhy | Command::OpenRecord => self.why_rated(at),
            Command::RemoveRecord => self.withdraw_rating(at),
            _ => return false,
        }
        true
    }

    fn run_on_behaviour(&mut self, command: Command, at: BehaviourAt) -> bool {
        match command {
            Command::BehaviourBelow => self.rate_behaviour(at, ExpectationRating::Below),
            Command::BehaviourMeets => self.rate_behaviour(at, ExpectationRating::Meets),
            Command::BehaviourAbove => self.rate_behaviour(at, ExpectationRating::Above),
            Command::BehaviourNote | Command::EditRecord => {
                self.open_form(Purpose::RateBehaviour(at.person, at.value, at.period))
            }
            Command::ExpectBehaviour => self.open_form(Purpose::ExpectBehaviour(at.person, at.value, at.period)),
            Command::BehaviourWhy | Command::OpenRecord => self.why_behaviour(at),
            Command::RemoveRecord => self.withdraw_behaviour(at),
            _ => return false,
        }
        true
    }

    // --- keys that rate ------------------------------------------------------------------------------------------

    /// The levels whose words stand below the rows while digits rate: all of them on a tall terminal, else three around the
    /// one that is looked at, or required.
    pub fn levels_in_view(&self, at: RateAt, standing: &Standing) -> Vec<Level> {
        if self.size.rows >= ALL_LEVELS_FROM {
            return Level::ALL.to_vec();
        }
        let looked = self.round.peek.filter(|(where_, _)| *where_ == at).map(|(_, level)| level);
        let centre = looked.or(standing.required).or(standing.current.map(|current| current.level));
        let first = centre.map_or(1, Level::number).saturating_sub(1).clamp(1, 3);
        Level::ALL.into_iter().filter(|level| (first..first + 3).contains(&level.number())).collect()
    }

    /// True if the words of a level were not on the screen: they are brought, and nothing is kept before the next press.
    /// Where no words fit at all the first press keeps.
    pub(crate) fn words_first(&mut self, at: RateAt, value: RatingValue) -> bool {
        let RatingValue::Level(level) = value else { return false };
        let Some(standing) = self.standing_at(at) else { return false };
        let brings = self.size.rows >= WORDS_FROM && !self.levels_in_view(at, &standing).contains(&level);
        if brings {
            self.round.peek = Some((at, level));
            let number = i64::from(level.number());
            self.tell(Tone::Plain, Text::with("rating-words-first", [("level", number.into())]));
        }
        brings
    }

    /// A level from a row of a person: it is said, and the selection goes on.
    fn rate(&mut self, at: RateAt, value: RatingValue) {
        let Some(standing) = self.standing_at(at) else { return };
        if self.words_first(at, value) || !self.give(at.person, standing.competency.clone(), value) {
            return;
        }
        let name = says::name(&self.words, &self.office.roster.catalogue, &standing.competency);
        let value = says::value_text(&self.words, value);
        self.tell(Tone::Good, Text::with("rating-done", [("name", name.into()), ("value", value.into())]));
        self.round.peek = None;
        self.follow(Follow::Rated);
    }

    /// The one writer of levels given by a key, on a page, in a session and in the map: it belongs to the open session of
    /// the person and to the round that the rater's own habits are looked at in. What was said today already, with its
    /// reason, is not said again without. False if it was refused.
    pub(crate) fn give(&mut self, person: PersonId, competency: CompetencyId, value: RatingValue) -> bool {
        let today = self.office.today;
        let session = self.office.dossier(person).and_then(Dossier::open_session).map(|s| s.id);
        let ratings = vec![NewRating::plain(person, competency, value, today)];
        if self.read_only {
            self.tell(Tone::Alarm, Text::plain("store-read-only"));
            return false;
        }
        match self.office.intend(intent::Rate { ratings, session }) {
            Ok(change) => {
                self.commit(&change);
                self.take_into_round(&change);
            }
            Err(Refusal::NothingChanged) => {}
            Err(refusal) => {
                self.refuse(&refusal);
                return false;
            }
        }
        true
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
        self.follow(Follow::Rated);
    }

    /// The supervisor's newest rating of the competency.
    fn withdraw_rating(&mut self, at: RateAt) {
        let Some(dossier) = self.shown().dossier(at.person) else { return };
        let own = |rating: &&Rating| rating.rater == Rater::Supervisor && Mark::of(&rating.competency) == at.competency;
        let newest = dossier.ratings.iter().filter(own).max_by_key(|rating| rating.moment());
        self.withdraw(newest.map_or(Target::Nothing, |rating| Target::Record(at.person, RecordId::Rating(rating.id))));
    }

    /// The newest word about the value in the period that is shown.
    fn withdraw_behaviour(&mut self, at: BehaviourAt) {
        let Some(dossier) = self.shown().dossier(at.person) else { return };
        let newest = standing_of(dossier, at, self.shown().today).current.map(|rating| rating.id);
        self.withdraw(newest.map_or(Target::Nothing, |id| Target::Record(at.person, RecordId::BehaviourRating(id))));
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
        self.follow(Follow::Rated);
    }

    // --- the round and its self-check ----------------------------------------------------------------------------

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
            self.go(Destination::SelfCheck(advice));
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
        self.read(Reader::new(title, &lines));
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
        let tagged = dossier.evidence().rev().filter(|note| note.tags.iter().any(|tag| at.value.is_tagged(tag)));
        lines.extend(noted(words, tagged.map(|note| (note.on, note_text(words, dossier, RecordId::Feedback(note.id))))));
        let title = Text::with("rating-why", [("name", self.shown().label(at.person).into())]);
        self.read(Reader::new(title, &lines));
    }
}

/// The value that a command gives to a row or cell that is rated.
pub(crate) fn level_of(command: Command) -> Option<RatingValue> {
    let level = match command {
        Command::RatingNotObserved => return Some(RatingValue::NotObserved),
        Command::Level1 => 1,
        Command::Level2 => 2,
        Command::Level3 => 3,
        Command::Level4 => 4,
        Command::Level5 => 5,
        _ => return None,
    };
    Level::new(level).map(RatingValue::Level)
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
    let tagged = dossier.evidence().filter(|note| note.tags.iter().any(|tag| competency.is_tagged(tag)));
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
