//! What can be done to needs, plans, learning, pairs and proposals, the same on every screen that shows them. The
//! supervisor says what is urgent and whether anything is seen; nothing here decides it.

use super::needs::{DevelopAt, LineView, ProposalView, Team, need_at};
use crate::desk::Desk;
use crate::desk::command::Command;
use crate::desk::form::Purpose;
use crate::desk::notice::Tone;
use crate::desk::reader::Reader;
use crate::desk::selection::Selection;
use crate::domain::competency::tally::Mark;
use crate::domain::development::asked::{Ask, ItemStep, PairStep};
use crate::domain::development::learning::Verification;
use crate::domain::development::mentoring::TopicState;
use crate::domain::development::need::{Need, Urgency};
use crate::domain::development::{Subject, SubjectMark};
use crate::domain::records::intent::{Develop, Intent, NewProposal, Propose, WeighTopic};
use crate::domain::{Change, ItemId, LearningId, Number, PairId, PersonId, Record, RecordId};
use crate::i18n::Text;
use crate::reports::development::story;
use crate::reports::development::{Line, Setting};

impl Desk {
    /// True if the command was one about development.
    pub(crate) fn run_about_development(&mut self, command: Command, on: &Selection) -> bool {
        match (command, on.development) {
            (Command::DevelopPlan, _) => self.plan_from_gap(on),
            (Command::DevelopWish | Command::DevelopPair, _) => self.for_somebody(command, on.person),
            (Command::DevelopAdd, Some(at)) => self.develop_add(at),
            (Command::DevelopValue, Some(at)) => self.develop_value(at),
            (Command::DevelopDone, Some(at)) => self.develop_done(at),
            (Command::DevelopDrop, Some(at)) => self.develop_drop(at),
            (Command::EditRecord, Some(at)) => self.develop_edit(at),
            (Command::RemoveRecord, Some(at)) => self.develop_remove(at),
            (Command::OpenRecord, Some(at)) => self.develop_story(at, on),
            (Command::DevelopAdd, None) => match on.person {
                Some(person) => self.open_form(Purpose::PlanItem(person, None)),
                None => self.nothing_chosen(),
            },
            (Command::DevelopValue | Command::DevelopDone | Command::DevelopDrop, None) => self.nothing_chosen(),
            _ => return false,
        }
        true
    }

    fn nothing_chosen(&mut self) {
        self.tell(Tone::Plain, Text::plain("development-nothing-chosen"));
    }

    fn for_somebody(&mut self, command: Command, person: Option<PersonId>) {
        let Some(person) = person else { return self.nothing_chosen() };
        if self.must_wait_for(&[person]) {
            return;
        }
        let wish = command == Command::DevelopWish;
        self.open_form(if wish { Purpose::WishFor(person) } else { Purpose::PairUp(person, None) });
    }

    /// From a competency, wherever it stands, to an item of the plan.
    fn plan_from_gap(&mut self, on: &Selection) {
        let Some(at) = on.rating else { return self.nothing_chosen() };
        if self.must_wait_for(&[at.person]) {
            return;
        }
        match self.subject_of(at.competency) {
            Some(subject) => self.open_form(Purpose::PlanItem(at.person, Some(subject.mark()))),
            None => self.nothing_chosen(),
        }
    }

    fn subject_of(&self, competency: Mark) -> Option<Subject> {
        let catalogue = &self.office.roster.catalogue;
        let found = catalogue.framework().competencies.iter().find(|c| Mark::of(&c.id) == competency)?;
        Some(Subject::competency(&found.id, catalogue))
    }

    /// Asks for a change of one person's development, and says that it was made.
    fn develop(&mut self, person: PersonId, ask: Ask) {
        if let Some(change) = self.intend(Develop { person, ask: Box::new(ask) }) {
            self.tell_done(&change);
        }
    }

    fn step_item(&mut self, person: PersonId, id: ItemId, step: ItemStep) {
        self.develop(person, Ask::Step { id, step });
    }

    fn step_pair(&mut self, person: PersonId, id: PairId, step: PairStep) {
        self.develop(person, Ask::PairStep { id, step });
    }

    // --- the keys ------------------------------------------------------------------------------------------------

    fn develop_add(&mut self, at: DevelopAt) {
        match at {
            DevelopAt::Need(person, mark) => self.open_form(Purpose::PlanItem(person, Some(mark))),
            DevelopAt::Item(person, _) => self.open_form(Purpose::PlanItem(person, None)),
            DevelopAt::Wish(person, id) => {
                let wish = self.office.dossier(person).and_then(|d| d.wish(id));
                let mark = wish.map(|wish| wish.subject.mark());
                self.open_form(Purpose::PlanItem(person, mark));
            }
            DevelopAt::Hours(person) | DevelopAt::Learning(person, _) => self.open_form(Purpose::Learn(person, None)),
            DevelopAt::Pair(person, id) | DevelopAt::PairTopic(person, id, _) | DevelopAt::Talk(person, id, _) => {
                self.open_form(Purpose::PairTalk(person, id, None));
            }
            DevelopAt::Newcomer(person) => self.open_form(Purpose::PairUp(person, None)),
            DevelopAt::Line(mark, year) => self.propose(mark, year),
            DevelopAt::Topic(_) | DevelopAt::Row(_) => self.nothing_chosen(),
        }
    }

    fn develop_value(&mut self, at: DevelopAt) {
        match at {
            DevelopAt::Need(person, mark) => {
                if let Some(need) = need_at(person, mark, &self.office) {
                    self.weigh(vec![person], need.subject, next_urgency(need.urgency));
                }
            }
            DevelopAt::Topic(mark) => {
                if let Some(topic) = Team::of(&self.office, Default::default()).topic(mark) {
                    self.weigh(topic.people.into_iter().collect(), topic.subject, next_urgency(topic.urgency));
                }
            }
            DevelopAt::Item(person, id) => match self.office.dossier(person).and_then(|d| d.item(id)) {
                Some(item) if item.is_open() => {
                    self.step_item(person, id, ItemStep::Begin { since: self.office.today });
                }
                Some(_) => self.open_form(Purpose::AnswerEffect(person, id)),
                None => {}
            },
            DevelopAt::Learning(person, id) => self.verify(person, id),
            DevelopAt::PairTopic(person, id, n) => self.turn_topic(person, id, n),
            DevelopAt::Line(_, year) => self.open_form(Purpose::Ceiling(year)),
            _ => self.nothing_chosen(),
        }
    }

    fn weigh(&mut self, people: Vec<PersonId>, subject: Subject, urgency: Option<Urgency>) {
        if let Some(change) = self.intend(WeighTopic { people, subject, urgency }) {
            self.tell_done(&change);
        }
    }

    /// Approved by the user, or waiting again.
    fn verify(&mut self, person: PersonId, id: LearningId) {
        let record = self.office.dossier(person).and_then(|d| d.learning_record(id));
        let Some(verified) = record.map(|record| record.verification == Verification::Approved) else { return };
        let verification = if verified { Verification::Waiting } else { Verification::Approved };
        let by = if verified { String::new() } else { self.office.actor.name.clone() };
        self.develop(person, Ask::Verify { id, verification, by });
    }

    fn turn_topic(&mut self, person: PersonId, id: PairId, n: u16) {
        let pair = self.office.dossier(person).and_then(|d| d.pair(id));
        let Some(topic) = pair.and_then(|pair| pair.topics.get(usize::from(n))) else { return };
        let at = TopicState::ALL.iter().position(|state| *state == topic.state).unwrap_or(0);
        let state = TopicState::ALL[(at + 1) % TopicState::ALL.len()];
        self.step_pair(person, id, PairStep::Topic { at: usize::from(n), state });
    }

    fn develop_done(&mut self, at: DevelopAt) {
        let today = self.office.today;
        match at {
            DevelopAt::Item(person, id) => match self.office.dossier(person).and_then(|d| d.item(id)) {
                Some(item) if item.is_open() => self.open_form(Purpose::Learn(person, Some(id))),
                Some(_) => self.open_form(Purpose::AnswerEffect(person, id)),
                None => {}
            },
            DevelopAt::Pair(person, id) => self.step_pair(person, id, PairStep::Finish { on: today }),
            DevelopAt::PairTopic(person, id, n) => {
                let step = PairStep::Topic { at: usize::from(n), state: TopicState::Enough };
                self.step_pair(person, id, step);
            }
            DevelopAt::Talk(person, id, day) => self.open_form(Purpose::PairTalk(person, id, Some(day))),
            DevelopAt::Line(mark, year) => self.open_form(Purpose::LineState(mark, year)),
            _ => self.nothing_chosen(),
        }
    }

    fn develop_drop(&mut self, at: DevelopAt) {
        match at {
            DevelopAt::Need(person, mark) => self.open_form(Purpose::SetAside(person, mark)),
            DevelopAt::Item(person, id) => self.open_form(Purpose::DropItem(person, id)),
            DevelopAt::Wish(person, id) => self.open_form(Purpose::DropWish(person, id)),
            DevelopAt::Pair(person, id) | DevelopAt::PairTopic(person, id, _) | DevelopAt::Talk(person, id, _) => {
                self.open_form(Purpose::EndPair(person, id));
            }
            DevelopAt::Line(mark, year) => self.open_form(Purpose::CancelLine(mark, year)),
            _ => self.nothing_chosen(),
        }
    }

    fn develop_edit(&mut self, at: DevelopAt) {
        match at {
            DevelopAt::Item(person, id) => self.open_form(Purpose::CorrectItem(person, id)),
            DevelopAt::Line(mark, year) => self.open_form(Purpose::LineState(mark, year)),
            _ => self.tell(Tone::Plain, Text::plain("why-not-here")),
        }
    }

    /// Something that was never true; everything else ends with a reason.
    fn develop_remove(&mut self, at: DevelopAt) {
        let (person, record) = match at {
            DevelopAt::Item(person, id) => (person, RecordId::PlanItem(id)),
            DevelopAt::Learning(person, id) => (person, RecordId::Learning(id)),
            DevelopAt::Wish(person, id) => (person, RecordId::Wish(id)),
            DevelopAt::Pair(person, id) => (person, RecordId::MentoringPair(id)),
            _ => return self.tell(Tone::Plain, Text::plain("why-not-here")),
        };
        self.develop(person, Ask::Remove(record));
    }

    /// Puts in a line: a row for each who may be named. Whose need only the supervisor knows of is left out and counted.
    fn propose(&mut self, mark: SubjectMark, year: i16) {
        let Some(line) = self.proposal(year).line(mark).cloned() else { return self.nothing_chosen() };
        let Some(kind) = line.kind.clone() else {
            return self.tell(Tone::Plain, Text::plain("proposal-needs-way"));
        };
        let left_out = line.people.len() - line.nameable.len();
        if !line.rows.is_empty() || line.nameable.is_empty() {
            let id = if line.rows.is_empty() { "proposal-nobody-nameable" } else { "proposal-there-already" };
            return self.tell(Tone::Plain, Text::plain(id));
        }
        let each = share(&line);
        let rows = line.nameable.iter().map(|person| NewProposal {
            year,
            person: *person,
            program: line.program.clone(),
            subject: line.subject.clone(),
            kind: kind.clone(),
            organiser: line.organiser.clone(),
            jp: line.jp_each,
            cost: each,
            urgency: line.urgency,
            item: line.items.iter().find(|(of, _)| of == person).map(|(_, item)| *item),
        });
        if let Some(change) = self.intend(Intent::from(Propose { rows: rows.collect() })) {
            self.tell_done(&change);
            if left_out > 0 {
                self.tell(Tone::Plain, Text::with("proposal-left-out", [("count", left_out.into())]));
            }
        }
    }

    /// Whoever is to be accompanied by somebody gets a pair: its form opens filled.
    pub(crate) fn item_planned(&mut self, person: PersonId, change: &Change) {
        let planned = change.ops.iter().find_map(|op| match op.after() {
            Some(Record::PlanItem(item)) => Some(item),
            _ => None,
        });
        let Some(item) = planned else { return };
        let paired = self.office.dossier(person).is_some_and(|dossier| dossier.running_pair().is_some());
        if item.kind.as_str() == "mentoring" && item.helper.is_some() && !paired {
            self.open_form(Purpose::PairUp(person, Some(item.id)));
        }
    }

    // --- what is shown -------------------------------------------------------------------------------------------

    /// The proposal of the own team for a year.
    pub(crate) fn proposal(&self, year: i16) -> ProposalView {
        ProposalView::of(&self.office, &Team::of(&self.office, Default::default()), year)
    }

    pub fn development_setting(&self) -> Setting<'_> {
        let office = self.shown();
        let columns = Reader::width(self.size.columns);
        Setting {
            words: &self.words,
            catalogue: &office.roster.catalogue,
            rules: &office.rules,
            today: office.today,
            columns,
        }
    }

    /// Everything about a row, in lines that are wrapped where they are shown; the first one is its name.
    pub fn development_lines(&self, at: DevelopAt, team: &Team, proposal: &ProposalView) -> Vec<Line> {
        let (office, set) = (self.shown(), self.development_setting());
        let name = |id: PersonId| office.row(id).map(|row| row.name.full()).unwrap_or_default();
        let known = |id: PersonId| office.dossier(id);
        match at {
            DevelopAt::Topic(mark) => {
                let needs: Vec<&Need> = team.of_topic(mark).collect();
                let named: Vec<(String, &Need)> = needs.iter().map(|need| (name(need.person), *need)).collect();
                story::topic(&named, &self.helpers(needs.first().copied()), set)
            }
            DevelopAt::Need(person, mark) => {
                let need = team.needs.iter().find(|need| need.person == person && need.subject.mark() == mark);
                let (Some(need), Some(dossier)) = (need, known(person)) else { return vec![] };
                story::need(need, dossier, &self.helpers(Some(need)), set)
            }
            DevelopAt::Item(person, id) => known(person).map_or(vec![], |d| story::item(d, id, &name, set)),
            DevelopAt::Hours(person) | DevelopAt::Newcomer(person) => {
                known(person).map_or(vec![], |dossier| story::hours(dossier, office.today.year(), set))
            }
            DevelopAt::Learning(person, id) => known(person).map_or(vec![], |d| story::learning(d, id, set)),
            DevelopAt::Wish(person, id) => known(person).map_or(vec![], |d| story::wish(d, id, set)),
            DevelopAt::Pair(person, id) | DevelopAt::PairTopic(person, id, _) | DevelopAt::Talk(person, id, _) => {
                known(person).map_or(vec![], |dossier| story::pair(dossier, id, &name, set))
            }
            DevelopAt::Line(mark, _) => proposal.line(mark).map_or(vec![], |line| self.line_story(line)),
            DevelopAt::Row(id) => {
                let row = office.roster.catalogue.development.proposal(id);
                row.map_or(vec![], |row| story::row(row, row.person.map(name), set))
            }
        }
    }

    fn line_story(&self, line: &LineView) -> Vec<Line> {
        let office = self.shown();
        let named = |people: &std::collections::BTreeSet<PersonId>| {
            let mut names: Vec<String> = people.iter().filter_map(|id| Some(office.row(*id)?.name.full())).collect();
            names.sort();
            names
        };
        let rows = line.rows.iter().filter_map(|id| office.roster.catalogue.development.proposal(*id));
        let private = line.people.len() - line.nameable.len();
        let said = story::ProposalLine {
            program: &line.program,
            kind: line.kind.as_ref(),
            organiser: &line.organiser,
            names: named(&line.people),
            private,
            jp: line.jp,
            cost: line.cost,
            state: line.state,
            in_house: line.in_house.as_ref(),
            outcomes: rows.map(|row| row.outcome.clone()).filter(|outcome| !outcome.is_empty()).collect(),
        };
        story::line(&said, self.development_setting())
    }

    /// Who has more of a competency than the post requires: facts, nobody is chosen.
    fn helpers(&self, need: Option<&Need>) -> Vec<String> {
        need.map_or(vec![], |need| helpers(&self.office, need.person, &need.subject))
            .into_iter()
            .filter_map(|id| Some(self.office.row(id)?.name.full()))
            .collect()
    }

    fn develop_story(&mut self, at: DevelopAt, on: &Selection) {
        let team = Team::of(&self.office, on.scope);
        let year = if let DevelopAt::Line(_, year) = at { year } else { self.office.today.year() };
        let proposal = ProposalView::of(&self.office, &team, year);
        let lines = self.development_lines(at, &team, &proposal);
        let Some((title, _)) = lines.first() else { return self.nothing_chosen() };
        let title = Text::with("development-story", [("title", title.clone().into())]);
        let body: Vec<String> = lines.iter().skip(1).map(|(line, _)| line.clone()).collect();
        self.read(Reader::new(title, &body));
    }
}

/// Colleagues of the own team who have more of a competency than their post requires, by name.
pub(crate) fn helpers(office: &crate::desk::office::Office, except: PersonId, subject: &Subject) -> Vec<PersonId> {
    let Some(competency) = &subject.competency else { return vec![] };
    let team = office.roster.team(Default::default()).filter(|row| row.status.in_service());
    let mut rows: Vec<_> = team.collect();
    rows.sort_by_cached_key(|row| (row.name.key(), row.id));
    let standings: Vec<(PersonId, Vec<crate::domain::competency::Standing>)> =
        rows.iter().filter_map(|row| Some((row.id, super::ratings::rows(office.dossier(row.id)?, office)))).collect();
    let people = standings.iter().map(|(id, own)| (*id, own.as_slice()));
    let found = crate::domain::development::mentoring::who_can_help(people, competency, except);
    found.into_iter().map(|(id, _)| id).collect()
}

/// None, then the most urgent, down to none again.
fn next_urgency(urgency: Option<Urgency>) -> Option<Urgency> {
    match urgency {
        None => Some(Urgency::High),
        Some(Urgency::High) => Some(Urgency::Medium),
        Some(Urgency::Medium) => Some(Urgency::Low),
        Some(Urgency::Low) => None,
    }
}

/// What each of a line costs.
fn share(line: &LineView) -> Number {
    let heads = Number::from(i64::try_from(line.people.len()).unwrap_or(i64::MAX));
    line.cost.over(heads).map_or(line.cost, |each| each.rounded(0))
}
