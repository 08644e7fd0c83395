//! What keys do on a person's page.

use super::{Entry, PersonScreen, Tab};
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::form::Purpose;
use crate::desk::key::{Key, KeyPress};
use crate::desk::list::Move;
use crate::desk::notice::Tone;
use crate::desk::records::needs::DevelopAt;
use crate::desk::records::ratings::{BehaviourAt, RateAt};
use crate::desk::request::{Destination, Follow, Part};
use crate::desk::selection::{Selection, Target};
use crate::domain::{Audience, PersonId, RecordId};
use crate::i18n::Text;
use crate::screens::{Mode, OnTop};
use jiff::civil::Date;

impl OnTop for PersonScreen {
    fn place(&self) -> Place {
        let rates = self.rating && self.as_of.is_none();
        match (self.tab, self.selected) {
            (Tab::Competencies, Some(Entry::Competency(_))) if rates => Place::PersonRating,
            (Tab::Competencies, Some(Entry::Behaviour(_))) if rates => Place::PersonBehaviour,
            (Tab::Competencies, _) if self.behaviours => Place::PersonBehaviours,
            (Tab::Competencies, _) => Place::PersonLevels,
            (Tab::Goals, _) => Place::PersonGoals,
            (Tab::Development, _) => Place::PersonDevelopment,
            _ => Place::Person,
        }
    }
    fn mode(&self) -> Option<Mode> {
        matches!(self.place(), Place::PersonRating | Place::PersonBehaviour).then_some(Mode::Rating)
    }
    fn person(&self) -> Option<PersonId> {
        Some(self.person)
    }
    fn is_about_one(&self) -> bool {
        true
    }
    fn listed(&mut self, _desk: &mut Desk) -> Vec<PersonId> {
        self.queue.clone()
    }
    fn as_of(&self) -> Option<(PersonId, Date)> {
        self.as_of.map(|day| (self.person, day))
    }
    fn round(&self) -> Option<(Place, PersonId)> {
        (self.tab == Tab::Competencies).then_some((Place::Person, self.person))
    }

    fn selection(&self, desk: &Desk) -> Selection {
        let person = self.person;
        let mut on = Selection { person: Some(person), goal: self.goal_at(), year: self.year, ..Selection::default() };
        match self.selected {
            Some(Entry::Feedback(id)) => on.target = Target::Feedback(person, id),
            Some(Entry::Action(id) | Entry::ActionSettled(id)) => on.target = Target::Action(person, id),
            Some(Entry::Agenda(id)) => on.target = Target::Agenda(person, id),
            Some(Entry::Session(id)) => on.target = Target::Session(person, id),
            Some(Entry::CheckIn(id)) => on.target = Target::CheckIn(person, id),
            Some(Entry::StatusWord(id, _) | Entry::Revision(id, ..)) => on.target = Target::Goal(person, id),
            Some(Entry::Competency(competency)) => on.rating = Some(RateAt { person, competency }),
            Some(Entry::Behaviour(value)) => {
                let period = self.period(desk.shown().today);
                on.behaviour = Some(BehaviourAt { person, value, period });
            }
            Some(Entry::Skip(id)) => on.target = Target::Record(person, RecordId::Skip(id)),
            Some(Entry::Other(id)) => on.target = Target::Record(person, id),
            Some(Entry::Develop(at)) => on.development = Some(at),
            Some(Entry::Goal(..) | Entry::Kind(_)) | None => {}
        }
        on
    }

    fn step(&mut self, desk: &mut Desk, movement: Move) {
        PersonScreen::step(self, movement, desk.body_rows().saturating_sub(self.heading_rows()));
    }

    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        let today = desk.shown().today;
        let forward =
            matches!(command, Command::NextYear | Command::BehaviourLater | Command::NextTab | Command::NextPerson);
        match command {
            Command::NextTab | Command::PreviousTab => self.turn_tab(forward),
            Command::NextPerson | Command::PreviousPerson => {
                if let Some(next) = self.neighbour(forward) {
                    self.visit(next);
                    desk.want(next);
                }
            }
            Command::TimelineKind => self.kind = self.kind.next(),
            Command::TimelineAudience => self.audience = next_audience(self.audience),
            Command::BehaviourLater | Command::BehaviourEarlier => self.turn_period(forward, today),
            Command::NextYear | Command::PreviousYear => self.turn_year(forward, today.year()),
            Command::Behaviours => {
                // From the competencies to the behaviours and back; from any other tab to the behaviours.
                let behaviours = self.tab != Tab::Competencies || !self.behaviours;
                self.open_tab(Tab::Competencies);
                self.show_behaviours(behaviours);
            }
            Command::RatingBegin => self.begin_rating(desk),
            Command::AsOf if self.as_of.is_some() => self.return_to_present(desk),
            Command::AsOf => desk.open_form(Purpose::AsOf(self.person)),
            Command::OpenLog => desk.go(Destination::Log(Some(self.person))),
            _ => return false,
        }
        true
    }

    /// What is no level is said.
    fn value_key(&mut self, desk: &mut Desk, press: KeyPress) -> bool {
        let outside = match self.place() {
            Place::PersonRating => matches!(press.key, Key::Char('6'..='9')),
            Place::PersonBehaviour => matches!(press.key, Key::Char('0' | '4'..='9')),
            _ => false,
        };
        let said = outside && press.typed().is_some();
        if said {
            desk.tell(Tone::Plain, Text::plain(if self.behaviours { "mode-three" } else { "mode-five" }));
        }
        said
    }

    fn back(&mut self, desk: &mut Desk) -> bool {
        if std::mem::take(&mut self.rating) {
            desk.typed();
            return true;
        }
        let past = self.as_of.is_some();
        if past {
            self.return_to_present(desk);
        }
        past
    }

    fn follow(&mut self, desk: &mut Desk, what: &Follow) -> bool {
        match what {
            Follow::CheckedIn => self.go_on(),
            Follow::Rated => {
                if !self.next_rated() && self.rating {
                    desk.tell_on("mode-end");
                }
            }
            Follow::SelectGoal(at) => {
                self.open_tab(Tab::Goals);
                self.selected = Some(Entry::Goal(at.result, at.indicator));
            }
            Follow::ShowPlan(_, year) => {
                self.open_tab(Tab::Goals);
                self.show_year(year.filter(|year| *year != desk.office.today.year()));
            }
            Follow::TargetSet => {
                if let Some(next) = desk.next_open_target(self.goals_below()) {
                    self.selected = Some(Entry::Goal(next.result, next.indicator));
                }
            }
            Follow::AsOf(day) => {
                self.as_of = Some(*day);
                desk.typed();
            }
            _ => return false,
        }
        true
    }

    fn offers(&self, _desk: &Desk, command: Command) -> bool {
        match self.tab {
            Tab::Competencies => self.offers_on_competencies(command),
            Tab::Goals => self.offers_on_goals(command),
            Tab::Development => self.offers_on_development(command),
            _ => self.offers_on_records(command),
        }
    }

    fn refresh(&mut self, desk: &mut Desk) {
        let rows = desk.body_rows().saturating_sub(self.heading_rows());
        desk.look_at(self.as_of());
        PersonScreen::refresh(self, desk.shown(), rows);
    }
}

impl PersonScreen {
    /// Goes to a part of the page.
    pub fn show(&mut self, part: Part) {
        match part {
            Part::Whole => {}
            Part::Goals(year, at) => {
                self.open_tab(Tab::Goals);
                self.show_year(year);
                self.selected = at.map(|at| Entry::Goal(at.result, at.indicator));
            }
            Part::Competency(mark) => {
                self.open_tab(Tab::Competencies);
                self.show_behaviours(false);
                self.selected = Some(Entry::Competency(mark));
            }
        }
    }

    /// Digits rate from here on, until Esc, another tab, or the end of the page.
    fn begin_rating(&mut self, desk: &mut Desk) {
        self.rating = self.selected.is_some();
        match self.rating {
            true => desk.typed(),
            false => desk.tell(Tone::Plain, Text::plain("heat-nothing")),
        }
    }

    fn return_to_present(&mut self, desk: &mut Desk) {
        self.as_of = None;
        desk.typed();
        desk.tell(Tone::Plain, Text::plain("notice-present"));
    }

    fn offers_on_competencies(&self, command: Command) -> bool {
        let rated = matches!(command, Command::Level1 | Command::RatingNotObserved | Command::RatingReason);
        let looked = matches!(command, Command::RatingWhy | Command::RatingAsk | Command::HigherLevel);
        let behaviour = matches!(command, Command::BehaviourBelow | Command::BehaviourNote | Command::ExpectBehaviour)
            || matches!(command, Command::BehaviourEarlier | Command::BehaviourWhy);
        let page = matches!(command, Command::NextPerson | Command::Undo | Command::Help | Command::Back | Command::Verbs);
        let page = page || matches!(command, Command::RatingBegin | Command::OpenRecord | Command::RemoveRecord);
        rated || looked || behaviour || page
    }

    fn offers_on_goals(&self, command: Command) -> bool {
        let goal = self.goal_at().is_some();
        match command {
            Command::AddAction | Command::StartSession | Command::NoteNow | Command::CopyShared => false,
            Command::Postpone => false,
            Command::ActionDone | Command::ActionDrop | Command::ActionNotDone | Command::ActionReschedule => false,
            Command::ToggleAudience | Command::TimelineKind | Command::TimelineAudience => false,
            Command::GoalCheckIn | Command::GoalStatus | Command::AddIndicator | Command::AssignResult => goal,
            Command::OpenRecord | Command::EditRecord => goal,
            Command::InheritResults => self.entries.is_empty(),
            _ => true,
        }
    }

    /// A value or a judgement: what is right takes its place.
    fn is_replaceable(&self) -> bool {
        use RecordId as R;
        let judged = |id| matches!(id, R::Rating(_) | R::BehaviourRating(_) | R::LeaderExpectation(_) | R::Objection(_));
        match self.selected {
            Some(Entry::CheckIn(_) | Entry::Session(_)) => true,
            Some(Entry::Other(id)) => judged(id),
            _ => false,
        }
    }

    fn offers_on_development(&self, command: Command) -> bool {
        let develop = |at: DevelopAt| matches!(at, DevelopAt::Item(..) | DevelopAt::Need(..) | DevelopAt::Pair(..));
        let on = matches!(self.selected, Some(Entry::Develop(at)) if develop(at));
        match command {
            Command::Behaviours | Command::NoteNow | Command::Postpone | Command::AsOf => false,
            Command::DevelopDone | Command::DevelopDrop => on,
            Command::DevelopValue | Command::OpenRecord => self.selected.is_some(),
            Command::EditRecord => matches!(self.selected, Some(Entry::Develop(DevelopAt::Item(..)))),
            _ => true,
        }
    }

    fn offers_on_records(&self, command: Command) -> bool {
        let action = matches!(self.selected, Some(Entry::Action(_) | Entry::ActionSettled(_)));
        let agenda = matches!(self.selected, Some(Entry::Agenda(_)));
        let feedback = matches!(self.selected, Some(Entry::Feedback(_)));
        let listed = self.tab != Tab::Brief;
        match command {
            Command::GoalCheckIn | Command::GoalStatus | Command::AddIndicator | Command::AddResult => false,
            Command::CopyPlan | Command::PreviousYear | Command::AssignResult | Command::InheritResults => false,
            Command::ActionDone | Command::ActionDrop => listed && (action || agenda),
            Command::ActionNotDone | Command::ActionReschedule => listed && action,
            Command::ToggleAudience => listed && (action || agenda || feedback),
            Command::EditRecord => listed && (action || feedback || self.is_replaceable()),
            Command::RemoveRecord => listed && self.selected.is_some(),
            Command::CopyShared | Command::OpenRecord => listed && self.selected.is_some(),
            Command::TimelineKind => self.tab == Tab::Timeline,
            Command::TimelineAudience => matches!(self.tab, Tab::Timeline | Tab::Notes),
            _ => true,
        }
    }
}

fn next_audience(audience: Option<Audience>) -> Option<Audience> {
    match audience {
        None => Some(Audience::Shared),
        Some(Audience::Shared) => Some(Audience::Private),
        Some(Audience::Private) => None,
    }
}
