//! Session: the guided talk. A rail of steps, the work of the step beside it. Everything typed is a draft at once;
//! lines become records when they are saved or when the step is left.

pub mod closing;
pub mod commands;
pub mod draw;

pub mod develop;
pub mod lines;
pub mod noted;
mod warned;

pub use self::lines::{Agreement, Entry, split_tags};

use crate::desk::command::Command;
use crate::desk::editor::{Editor, wrap};
use crate::desk::office::Office;
use crate::desk::records::goals::{self, GoalAt};
use crate::desk::records::ratings;
use crate::domain::competency::Standing;
use crate::domain::competency::tally::Mark;
use crate::domain::development::SubjectMark;
use crate::domain::goal::plan::Goal;
use crate::domain::sessions::since::News;
use crate::domain::{
    Action, ActionId, ActionState, AgendaId, AgendaState, Audience, Dossier, FeedbackId, IndicatorId, ItemId, PersonId,
    Response, ResultId, Session, SessionId, SessionKind, Shared,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SessionScreen {
    pub person: PersonId,
    pub session: SessionId,
    pub step: Step,
    pub focus: Focus,
    pub purpose: Editor,
    pub agenda: Editor,
    pub agenda_audience: Audience,
    pub entry: Entry,
    pub grow: [Editor; 4],
    pub grow_audience: Audience,
    pub agreement: Agreement,
    pub words: Editor,
    pub mood: Option<u8>,
    pub statements: [Option<u8>; 9],
    pub next: Editor,
    /// All competencies are shown, not only those due or touched.
    #[serde(default)]
    pub all_competencies: bool,
    /// Shared notes from before the last session are unfolded.
    #[serde(default)]
    pub older_notes: bool,
    /// The note whose exact words are shown before it is shared.
    #[serde(default)]
    pub looking: Option<FeedbackId>,
    /// The warning of closing that was gone to: saving the line leads back to it.
    #[serde(default)]
    pub returning: Option<u8>,
    /// Digits rate the competency under the cursor.
    #[serde(default)]
    pub rating: bool,
    /// First line of a long body.
    pub top: usize,
}

/// Where the keys go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Focus {
    /// The rail of steps.
    Rail,
    /// A field or row of the step, by its place in [`SessionScreen::spots`].
    Spot(Spot),
}

/// The steps, in the order of the talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    Prepare,
    FollowUp,
    Goals,
    Feedback,
    Competencies,
    Agreements,
    Response,
    Close,
}

impl Step {
    /// The step that a command goes to.
    pub fn of(command: Command) -> Option<Step> {
        use Command::{Step1, Step2, Step3, Step4, Step5, Step6, Step7, Step8};
        let commands = [Step1, Step2, Step3, Step4, Step5, Step6, Step7, Step8];
        commands.iter().position(|known| *known == command).and_then(|at| Step::ALL.get(at)).copied()
    }

    pub const ALL: [Step; 8] = [
        Step::Prepare,
        Step::FollowUp,
        Step::Goals,
        Step::Feedback,
        Step::Competencies,
        Step::Agreements,
        Step::Response,
        Step::Close,
    ];

    pub fn id(self) -> &'static str {
        match self {
            Step::Prepare => "step-prepare",
            Step::FollowUp => "step-follow-up",
            Step::Goals => "step-goals",
            Step::Feedback => "step-feedback",
            Step::Competencies => "step-competencies",
            Step::Agreements => "step-agreements",
            Step::Response => "step-response",
            Step::Close => "step-close",
        }
    }
    pub fn index(self) -> usize {
        Step::ALL.iter().position(|s| *s == self).unwrap_or(0)
    }
    pub fn turn(self, forward: bool) -> Step {
        let at = self.index();
        let to = if forward { (at + 1).min(Step::ALL.len() - 1) } else { at.saturating_sub(1) };
        Step::ALL[to]
    }
}

/// Something in a step that can have the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Spot {
    Purpose,
    NewAgenda,
    AgendaRow(AgendaId),
    ActionRow(ActionId),
    /// A result of the plan, or one of its indicators.
    Goal(ResultId, Option<IndicatorId>),
    Situation,
    Behaviour,
    Impact,
    Intent,
    /// Goal, reality, options, will.
    Grow(u8),
    FeedbackRow(FeedbackId),
    /// A note since the last session.
    Noted(FeedbackId),
    /// The line under which older shared notes are folded.
    OlderNotes,
    /// A value or a rating since the last session.
    News(News),
    Competency(Mark),
    /// An effect that is asked about.
    Effect(ItemId),
    /// A step of the plan that was agreed in this talk.
    Planned(ItemId),
    /// A need for which a step is proposed.
    Proposed(SubjectMark),
    /// What the employee wants to learn.
    Wish,
    ActionText,
    ActionDue,
    ActionMeasure,
    Words,
    Mood,
    Statement(u8),
    NextDay,
    /// Something to look at before closing, by its place in the list.
    Warning(u8),
    Sheet,
}

impl Spot {
    pub fn is_text(self) -> bool {
        use Spot::*;
        matches!(
            self,
            Purpose
                | NewAgenda
                | Situation
                | Behaviour
                | Impact
                | Intent
                | Grow(_)
                | ActionText
                | ActionDue
                | ActionMeasure
                | Words
                | NextDay
        )
    }
    /// Enter makes a new line here instead of going on.
    pub fn has_lines(self) -> bool {
        matches!(self, Spot::Words)
    }
}

impl SessionScreen {
    pub fn new(session: &Session) -> Self {
        let grow = session.grow.as_ref();
        let part = |f: fn(&crate::domain::Grow) -> &String| {
            Editor::new(grow.map(|g| f(g.for_supervisor()).clone()).unwrap_or_default())
        };
        let response = session.response.as_ref();
        SessionScreen {
            person: session.person,
            session: session.id,
            step: Step::Prepare,
            focus: Focus::Spot(Spot::Purpose),
            purpose: Editor::new(session.purpose.clone()),
            agenda: Editor::default(),
            agenda_audience: Audience::Private,
            entry: Entry::default(),
            grow: [part(|g| &g.goal), part(|g| &g.reality), part(|g| &g.options), part(|g| &g.will)],
            grow_audience: grow.map_or(Audience::Private, |g| g.audience()),
            agreement: Agreement::default(),
            words: Editor::new(response.map(|r| r.words.get().clone()).unwrap_or_default()),
            mood: response.and_then(|r| r.mood),
            statements: response.map_or([None; 9], |r| r.statements),
            next: Editor::default(),
            all_competencies: false,
            older_notes: false,
            looking: None,
            returning: None,
            rating: false,
            top: 0,
        }
    }

    pub fn is_in_text(&self) -> bool {
        matches!(self.focus, Focus::Spot(spot) if spot.is_text())
    }

    pub fn spot(&self) -> Option<Spot> {
        match self.focus {
            Focus::Spot(spot) => Some(spot),
            Focus::Rail => None,
        }
    }

    /// Everything in the present step that can have the focus, from top to bottom.
    pub fn spots(&self, office: &Office) -> Vec<Spot> {
        let Some(dossier) = office.dossier(self.person) else { return vec![] };
        match self.step {
            Step::Prepare => {
                let rows = dossier.open_agenda().map(|a| Spot::AgendaRow(a.id));
                [Spot::Purpose, Spot::NewAgenda].into_iter().chain(rows).collect()
            }
            Step::FollowUp => {
                let actions =
                    follow_up_actions(dossier, self.session, office.today).into_iter().map(|a| Spot::ActionRow(a.id));
                let agenda = dossier
                    .agenda
                    .iter()
                    .filter(|a| match &a.state {
                        AgendaState::Open => true,
                        AgendaState::Discussed { session, .. } => *session == self.session,
                        AgendaState::Dropped { on, .. } => *on == office.today,
                    })
                    .map(|a| Spot::AgendaRow(a.id));
                let effects = develop::effects(dossier, self.session, office.today).map(|item| Spot::Effect(item.id));
                actions.chain(agenda).chain(effects).collect()
            }
            Step::Goals => {
                let rows = |goal: &Goal<'_>| {
                    let (id, indicators) = (goal.result.id, goal.result.indicators.iter().map(|i| Some(i.id)));
                    std::iter::once(None).chain(indicators).map(move |i| Spot::Goal(id, i)).collect::<Vec<_>>()
                };
                goals::goals(dossier, None, office).iter().flat_map(rows).collect()
            }
            Step::Feedback => {
                let mut out = vec![Spot::Situation, Spot::Behaviour, Spot::Impact, Spot::Intent];
                if dossier.session(self.session).is_some_and(|s| s.kind == SessionKind::Coaching) {
                    out.extend((0..4).map(Spot::Grow));
                }
                out.extend(dossier.feedback_of(self.session).map(|f| Spot::FeedbackRow(f.id)));
                out.extend(self.offered(dossier));
                out
            }
            Step::Competencies => {
                let rows = self.standings(dossier, office);
                rows.iter().map(|standing| Spot::Competency(Mark::of(&standing.competency))).collect()
            }
            Step::Agreements => {
                let rows = dossier.actions_of(self.session).map(|a| Spot::ActionRow(a.id));
                let fields = [Spot::ActionText, Spot::ActionDue, Spot::ActionMeasure];
                fields.into_iter().chain(rows).chain(develop::agreed(dossier, self.session, office)).collect()
            }
            Step::Response => [Spot::Words, Spot::Mood].into_iter().chain((0..9).map(Spot::Statement)).collect(),
            Step::Close => {
                let warnings = self.warnings(office).len().min(usize::from(u8::MAX));
                (0..warnings).map(|n| Spot::Warning(n as u8)).chain([Spot::NextDay, Spot::Sheet]).collect()
            }
        }
    }

    /// The rows of the step of competencies.
    pub fn standings(&self, dossier: &Dossier, office: &Office) -> Vec<Standing> {
        if self.all_competencies {
            ratings::rows(dossier, office)
        } else {
            ratings::rows_of_talk(dossier, self.session, office)
        }
    }

    /// Where the focus goes when a step is entered.
    pub fn enter(&mut self, step: Step, office: &Office) {
        self.rating = false;
        self.step = step;
        self.top = 0;
        let spots = self.spots(office);
        let first = match step {
            Step::Close => spots.last(),
            // The first line that takes a value, so that the first key can be the one for it.
            Step::Goals => spots.iter().find(|spot| matches!(spot, Spot::Goal(_, Some(_)))).or(spots.first()),
            _ => spots.first(),
        };
        self.focus = first.map_or(Focus::Rail, |spot| Focus::Spot(*spot));
    }

    pub fn focus_by(&mut self, forward: bool, office: &Office) {
        self.looking = None;
        let spots = self.spots(office);
        if spots.is_empty() {
            self.focus = Focus::Rail;
            return;
        }
        let at = self.spot().and_then(|spot| spots.iter().position(|s| *s == spot));
        let next = match (at, forward) {
            (Some(at), true) => (at + 1) % spots.len(),
            (Some(at), false) => (at + spots.len() - 1) % spots.len(),
            (None, true) => 0,
            (None, false) => spots.len() - 1,
        };
        self.focus = Focus::Spot(spots[next]);
    }

    /// The goal that the focus is on.
    pub fn goal_at(&self) -> Option<GoalAt> {
        match self.focus {
            Focus::Spot(Spot::Goal(result, indicator)) => Some(GoalAt { person: self.person, result, indicator }),
            _ => None,
        }
    }

    /// To the next line that takes a value.
    pub fn next_goal(&mut self, office: &Office) {
        let spots = self.spots(office);
        let from = self.spot().and_then(|spot| spots.iter().position(|s| *s == spot)).map_or(0, |at| at + 1);
        let next = spots.iter().skip(from).find(|spot| matches!(spot, Spot::Goal(_, Some(_))));
        if let Some(next) = next {
            self.focus = Focus::Spot(*next);
        }
    }

    /// To the next competency; false at the last one, where it stays.
    pub fn next_competency(&mut self, office: &Office) -> bool {
        let spots = self.spots(office);
        let at = self.spot().and_then(|spot| spots.iter().position(|s| *s == spot));
        let next = at.and_then(|at| spots.get(at + 1)).filter(|next| matches!(next, Spot::Competency(_)));
        if let Some(next) = next {
            self.focus = Focus::Spot(*next);
        }
        next.is_some()
    }

    /// The focus may point to a row that is gone. Before the person is read nothing is known to be gone.
    pub fn refresh(&mut self, office: &Office) {
        if office.dossier(self.person).is_some()
            && let Some(spot) = self.spot()
            && !self.spots(office).contains(&spot)
        {
            let spots = self.spots(office);
            self.focus = spots.last().map_or(Focus::Rail, |s| Focus::Spot(*s));
        }
    }

    pub fn editor(&self, spot: Spot) -> Option<&Editor> {
        Some(match spot {
            Spot::Purpose => &self.purpose,
            Spot::NewAgenda => &self.agenda,
            Spot::Situation => &self.entry.situation,
            Spot::Behaviour => &self.entry.behaviour,
            Spot::Impact => &self.entry.impact,
            Spot::Intent => &self.entry.intent,
            Spot::Grow(n) => self.grow.get(usize::from(n))?,
            Spot::ActionText => &self.agreement.text,
            Spot::ActionDue => &self.agreement.due,
            Spot::ActionMeasure => &self.agreement.measure,
            Spot::Words => &self.words,
            Spot::NextDay => &self.next,
            _ => return None,
        })
    }

    pub fn editor_mut(&mut self) -> Option<&mut Editor> {
        Some(match self.spot()? {
            Spot::Purpose => &mut self.purpose,
            Spot::NewAgenda => &mut self.agenda,
            Spot::Situation => &mut self.entry.situation,
            Spot::Behaviour => &mut self.entry.behaviour,
            Spot::Impact => &mut self.entry.impact,
            Spot::Intent => &mut self.entry.intent,
            Spot::Grow(n) => self.grow.get_mut(usize::from(n))?,
            Spot::ActionText => &mut self.agreement.text,
            Spot::ActionDue => &mut self.agreement.due,
            Spot::ActionMeasure => &mut self.agreement.measure,
            Spot::Words => &mut self.words,
            Spot::NextDay => &mut self.next,
            _ => return None,
        })
    }

    pub fn response(&self) -> Response {
        Response { words: Shared::new(self.words.text().to_owned()), mood: self.mood, statements: self.statements }
    }

    /// Whether something stands in a step, for the tick in the rail.
    pub fn has_content(&self, step: Step, office: &Office) -> bool {
        let Some(dossier) = office.dossier(self.person) else { return false };
        match step {
            Step::Prepare => !self.purpose.is_empty(),
            Step::FollowUp => {
                let rows = follow_up_actions(dossier, self.session, office.today);
                !rows.is_empty() && rows.iter().all(|a| !a.state.is_open())
            }
            Step::Goals => dossier.session(self.session).is_some_and(|s| !dossier.results_of(s).is_empty()),
            Step::Feedback => dossier.feedback_of(self.session).next().is_some(),
            Step::Competencies => dossier.ratings.iter().any(|rating| rating.session == Some(self.session)),
            Step::Agreements => dossier.actions_of(self.session).next().is_some(),
            Step::Response => !self.response().is_empty(),
            Step::Close => false,
        }
    }

    /// Something is typed that is no record yet.
    pub fn has_unsaved(&self) -> bool {
        !self.entry.is_empty() || !self.agreement.is_empty() || !self.agenda.is_empty()
    }
}

/// The sheet as it is shown beside the rail: every word of it. Lines that are too long go on under their text.
pub fn sheet_lines(sheet: &str, width: usize) -> Vec<String> {
    let mut out = Vec::new();
    for line in sheet.lines() {
        let text = line.trim_start_matches(' ');
        let indent = (line.len() - text.len()).min(width / 3);
        for (n, range) in wrap(text, width.saturating_sub(indent + 2).max(1)).into_iter().enumerate() {
            let blanks = indent + if n == 0 { 0 } else { 2 };
            out.push(format!("{:blanks$}{}", "", text[range].trim_end()));
        }
    }
    out
}

/// Actions to go through: open ones that were agreed before, and those settled today; the supervisor's first.
pub fn follow_up_actions(dossier: &Dossier, session: SessionId, today: Date) -> Vec<&Action> {
    let mut out: Vec<&Action> = dossier
        .actions
        .iter()
        .filter(|a| a.session != Some(session))
        .filter(|a| match &a.state {
            ActionState::Open => true,
            state => state.settled_on() == Some(today),
        })
        .collect();
    out.sort_by_key(|a| (a.owner, a.due.unwrap_or(Date::MAX), a.id));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_taken_out_of_the_text_wherever_they_stand() {
        let (text, tags) = split_tags("ramah di loket #Layanan walau #1 antre");
        assert_eq!((text.as_str(), tags), ("ramah di loket walau antre", vec!["layanan".to_owned(), "1".to_owned()]));
        assert_eq!(split_tags("nomor # dan C#").0, "nomor # dan C#");
    }
}
