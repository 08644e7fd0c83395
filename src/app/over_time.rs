//! The screens in the office that is replayed day by day: Team and Agenda name the same people with the same figures as
//! the list, `due` and the plans. Tests only.

use super::{App, frame};
use crate::desk::Look;
use crate::desk::key::KeyPress;
use crate::desk::keymap::Keymap;
use crate::desk::msg::{Msg, Size};
use crate::desk::office::{Clock, Office as Known};
use crate::domain::goal::PerformancePlan;
use crate::domain::people::attention::Attention;
use crate::domain::*;
use crate::i18n::{Lang, Words};
use crate::reports::due::{self, DueList};
use crate::reports::goals::progress_text;
use crate::reports::over_time::{Office, replay};
use crate::reports::status::by_neglect;
use crate::screens::agenda::{self, Entry, Row};
use crate::screens::stack::Screen;
use crate::screens::team::summary;
use jiff::civil::Date;
use ratatui::{buffer::Buffer, layout::Rect};
use std::collections::BTreeSet;

const SIZE: Size = Size { columns: 100, rows: 600 };

fn app(office: &Office, day: Date, lang: Lang) -> App {
    let now = day.at(18, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
    let clock = Clock { today: day, now, zone: jiff::tz::TimeZone::UTC };
    let ids = IdSource::seeded(5);
    let mut known = Known::new(office.roster.clone(), vec![], RuleSet::default(), Actor::default(), ids, clock);
    office.dossiers.values().for_each(|dossier| known.loaded(dossier.clone()));
    App::new(known, Words::new(lang), Keymap::default(), Look::default(), SIZE)
}

/// The lines of the screen on top.
fn drawn(app: &App) -> Vec<String> {
    let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width: SIZE.columns, height: SIZE.rows });
    frame::draw(app, &mut buffer);
    let line = |y| (0..SIZE.columns).map(|x| buffer[(x, y)].symbol().to_owned()).collect::<String>();
    (0..SIZE.rows).map(line).collect()
}

struct Day<'a> {
    office: &'a Office,
    on: Date,
    judged: Vec<(&'a RosterRow, Attention)>,
    due: DueList,
}

impl<'a> Day<'a> {
    fn of(office: &'a Office, on: Date) -> Self {
        let rules = RuleSet::default();
        let judged = by_neglect(office.roster.team(Default::default()), &office.roster, &rules, on);
        let dossiers: Vec<Dossier> = judged
            .iter()
            .filter(|(row, state)| due::is_worth_opening(row, state, &rules, on))
            .map(|(row, _)| office.dossiers[&row.id].clone())
            .collect();
        let due = due::due(&judged, &dossiers, &rules, on);
        Day { office, on, judged, due }
    }

    fn sessions(&self, fits: impl Fn(&due::DueSession) -> bool) -> Vec<&str> {
        self.due.sessions.iter().filter(|session| fits(session)).map(|session| session.person.as_str()).collect()
    }

    /// The same people in the same order, and the counts above them are those of `due`.
    fn team(&self, app: &App) {
        let Screen::Team(team) = app.screens.top() else { panic!("{}: no Team", self.on) };
        let listed = self.judged.iter().filter(|(row, _)| row.status.in_service()).map(|(row, _)| row.id);
        assert_eq!(team.people, listed.collect::<Vec<_>>(), "{}: the order of the list", self.on);
        let sum = summary(&app.office, Default::default());
        let late = self.sessions(|session| session.late > 0).len();
        let near = self.sessions(|session| session.late == 0 && session.state != "open").len();
        assert_eq!((sum.overdue, sum.this_week), (late, near), "{}: counts", self.on);
        let mine = |a: &&due::DueAction| a.owner == Owner::Supervisor && a.days_late.is_some_and(|days| days > 0);
        assert_eq!(sum.my_promises, self.due.actions.iter().filter(mine).count(), "{}: promises", self.on);
        for (row, state) in &self.judged {
            assert_eq!(app.office.attention(row.id), Some(state), "{}: {}", self.on, row.name.full());
        }
    }

    /// What is drawn: everybody's line has the days of `due` and the figure of the plan.
    fn team_as_drawn(&self, app: &App) {
        let Screen::Team(team) = app.screens.top() else { panic!("{}: no Team", self.on) };
        let lines = drawn(app);
        for id in &team.people {
            let dossier = &self.office.dossiers[id];
            let name = &dossier.person.name.name;
            let line =
                lines.iter().find(|line| line.contains(name.as_str())).unwrap_or_else(|| panic!("{}: {name}", self.on));
            let session = self.due.sessions.iter().find(|session| session.person == id.to_string());
            if let Some(days) = session.filter(|session| session.state == "overdue").map(|session| session.late) {
                let late = app.words.with("next-overdue", &[("days", days.into())]);
                assert!(line.contains(&late), "{}: {late} in {line}", self.on);
            }
            let plan = PerformancePlan::on(dossier, self.on).and_then(|plan| plan.mean.value);
            if let Some(progress) = plan {
                let progress = progress_text(&app.words, Some(progress));
                assert!(line.contains(&progress), "{}: {progress} in {line}", self.on);
            }
        }
    }

    /// Each section of the agenda has whom and what `due` has.
    fn agenda(&self, app: &App) {
        let rows = agenda::rows(&app.office, Default::default());
        let section = |wanted: &str| -> Vec<Entry> {
            let from = rows.iter().position(|row| matches!(row, Row::Heading(id, _) if *id == wanted));
            let rest = from.map_or(&[][..], |at| &rows[at + 1..]);
            rest.iter().map_while(|row| if let Row::Entry(entry) = row { Some(*entry) } else { None }).collect()
        };
        let people = |entries: Vec<Entry>| entries.iter().map(|entry| entry.person().to_string()).collect::<Vec<_>>();
        let objections: Vec<String> = self.due.objections.iter().map(|objection| objection.person.clone()).collect();
        assert_eq!(set(people(section("agenda-objections"))), set(objections), "{}: objections", self.on);
        let late: Vec<String> = self.sessions(|session| session.late > 0).into_iter().map(str::to_owned).collect();
        assert_eq!(set(people(section("agenda-overdue"))), set(late), "{}: late sessions", self.on);
        let near: Vec<String> = self.sessions(|session| session.late == 0).into_iter().map(str::to_owned).collect();
        assert_eq!(set(people(section("agenda-soon"))), set(near), "{}: near sessions", self.on);
        let actions = [section("agenda-mine"), section("agenda-theirs")].concat();
        let shown: BTreeSet<String> = actions
            .iter()
            .filter_map(|entry| if let Entry::Action(_, id) = entry { Some(id.to_string()) } else { None })
            .collect();
        let asked: BTreeSet<String> = self.due.actions.iter().map(|action| action.id.clone()).collect();
        assert!(asked.is_subset(&shown), "{}: actions", self.on);
        let goals = section("agenda-goals");
        let goals =
            goals.iter().filter_map(|entry| if let Entry::Goal(_, id) = entry { Some(id.to_string()) } else { None });
        assert_eq!(goals.collect::<BTreeSet<_>>(), self.due.goals.iter().map(|g| g.id.clone()).collect(), "{}", self.on);
    }

    /// What is drawn: names and figures of `due`, and in each heading how many.
    fn agenda_as_drawn(&self, app: &App) {
        let lines = drawn(app);
        let names = |name: &str, what: &str| lines.iter().any(|line| line.contains(name) && line.contains(what));
        for session in self.due.sessions.iter().filter(|session| session.state == "overdue") {
            let late = app.words.with("next-overdue", &[("days", session.late.into())]);
            assert!(names(&session.name, &late), "{}: {} {late}\n{}", self.on, session.name, lines.join("\n"));
        }
        for goal in &self.due.goals {
            let id: ResultId = goal.id.parse().unwrap();
            let dossier = self.office.dossiers.values().find(|dossier| dossier.result(id).is_some()).unwrap();
            let result = dossier.result(id).unwrap();
            let goal = crate::domain::goal::plan::Goal::of(result, &dossier.check_ins, self.on);
            let progress = progress_text(&app.words, goal.mean.value);
            assert!(names(&dossier.person.name.name, &progress), "{}: {} {progress}", self.on, result.title);
        }
        for objection in &self.due.objections {
            let day = crate::domain::period::days_between(objection.on, self.on) + 1;
            let day = app.words.with("objection-day", &[("n", day.into())]);
            assert!(names(&objection.name, &day), "{}: {} {day}\n{}", self.on, objection.name, lines.join("\n"));
        }
    }
}

fn set(list: Vec<String>) -> BTreeSet<String> {
    let all: BTreeSet<String> = list.iter().cloned().collect();
    assert_eq!(all.len(), list.len(), "each once");
    all
}

#[test]
fn on_every_day_of_two_years_the_screens_name_the_people_and_figures_of_due_and_the_plans() {
    let mut days = 0;
    replay::two_years(|office, on| {
        days += 1;
        let day = Day::of(office, on);
        // Both languages take turns; what is drawn is read once a week.
        let lang = if days % 14 < 7 { Lang::Id } else { Lang::En };
        let mut app = app(office, on, lang);
        day.team(&app);
        day.agenda(&app);
        if days % 7 == 0 {
            day.team_as_drawn(&app);
            app.update(Msg::Key(KeyPress::char('2')));
            assert!(matches!(app.screens.top(), Screen::Agenda(_)), "{on}");
            day.agenda_as_drawn(&app);
        }
    });
    assert!(days > 700);
}
