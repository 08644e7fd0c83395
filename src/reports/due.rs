//! What is due: sessions and actions, for the shell, for mail and for cron. One's own promises come first.

use super::goals::concern_text;
use super::layout::{cut, pad};
use super::{Tone, due_day, next_talk, owner};
use crate::domain::goal::{Concern, concern::concerning};
use crate::domain::language::clean::width;
use crate::domain::period::days_between;
use crate::domain::{Action, Attention, Audience, Dossier, Due, Number, Owner, PersonStatus, Reason, RosterRow, RuleSet};
use crate::i18n::Words;
use jiff::civil::Date;
use serde::Serialize;

/// All that is due, as `bina due --json` gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DueList {
    pub today: Date,
    /// Objections to the last sheet that wait for an answer, oldest first.
    pub objections: Vec<Objection>,
    /// The latest first, then by day.
    pub sessions: Vec<DueSession>,
    /// The supervisor's first, then by day.
    pub actions: Vec<DueAction>,
    /// Goals that are late, due soon, or ask for a value; by due day.
    pub goals: Vec<DueGoal>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DueGoal {
    pub id: String,
    pub person: String,
    pub name: String,
    pub title: String,
    /// `late`, `soon` or `old`: nothing new for a long time.
    pub state: &'static str,
    pub due: Date,
    /// The oldest of the newest values.
    pub last_check_in: Option<Date>,
    /// In whole percent of the targets.
    pub progress: Option<i64>,
    #[serde(skip)]
    why: Concern,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Objection {
    /// The person's.
    pub person: String,
    pub name: String,
    pub on: Date,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DueSession {
    /// The person's.
    pub person: String,
    pub name: String,
    pub next_due: Option<Date>,
    pub state: &'static str,
    /// Days late; negative before the day.
    pub days_late: Option<i64>,
    #[serde(skip)]
    pub due: Due,
    /// Days for which it waits: since it was due, or since it was begun and left.
    #[serde(skip)]
    pub late: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DueAction {
    pub id: String,
    pub person: String,
    pub name: String,
    pub owner: Owner,
    pub audience: Audience,
    pub text: String,
    pub due: Option<Date>,
    pub days_late: Option<i64>,
}

/// Whether somebody's dossier is worth opening for [`due`]: an action is late or due soon, or a goal waits.
pub fn is_worth_opening(row: &RosterRow, state: &Attention, rules: &RuleSet, today: Date) -> bool {
    state.reasons.iter().any(Reason::is_dated_goal) || has_due_actions(row, rules, today)
}

fn has_due_actions(row: &RosterRow, rules: &RuleSet, today: Date) -> bool {
    row.my_due.iter().chain(&row.their_due).flatten().any(|day| is_near(*day, rules, today))
}

/// Whether an open action can be asked about: one's own promise always, what somebody owes only while he or she is here.
pub fn asks(owner: Owner, status: &PersonStatus, today: Date) -> bool {
    owner == Owner::Supervisor || (status.in_service() && !status.on_leave(today))
}

fn is_near(day: Date, rules: &RuleSet, today: Date) -> bool {
    days_between(today, day) <= i64::from(rules.soon_days)
}

/// Sessions from judged rows, actions from the dossiers of those who have some.
pub fn due(judged: &[(&RosterRow, Attention)], dossiers: &[Dossier], rules: &RuleSet, today: Date) -> DueList {
    let waits = |due: Due| matches!(due, Due::Open | Due::Overdue(_) | Due::Today | Due::Soon(_));
    let mut sessions: Vec<DueSession> = judged
        .iter()
        .filter(|(_, state)| waits(state.due))
        .map(|(row, state)| DueSession {
            person: row.id.to_string(),
            name: row.name.full(),
            next_due: state.next,
            state: state.due.id(),
            days_late: state.next.map(|day| days_between(day, today)),
            due: state.due,
            late: state.late,
        })
        .collect();
    sessions.sort_by_key(|session| (std::cmp::Reverse(session.late), session.due != Due::Open, session.next_due));
    let objects = |row: &RosterRow| row.objected.filter(|_| row.status.in_service());
    let mut objections: Vec<Objection> = judged
        .iter()
        .filter_map(|(row, _)| Some(Objection { person: row.id.to_string(), name: row.name.full(), on: objects(row)? }))
        .collect();
    objections.sort_by_key(|objection| objection.on);
    let mut actions: Vec<(&Dossier, &Action)> = dossiers
        .iter()
        .flat_map(|dossier| dossier.open_actions().into_iter().map(move |action| (dossier, action)))
        .filter(|(_, action)| action.due.is_some_and(|day| is_near(day, rules, today)))
        .filter(|(dossier, action)| asks(action.owner, &dossier.person.status, today))
        .collect();
    actions.sort_by_key(|(_, action)| (action.owner, action.due, action.id));
    let actions = actions.into_iter().map(|(dossier, action)| DueAction {
        id: action.id.to_string(),
        person: action.person.to_string(),
        name: dossier.person.name.full(),
        owner: action.owner,
        audience: action.text.audience(),
        text: action.text.for_supervisor().clone(),
        due: action.due,
        days_late: action.due.map(|day| days_between(day, today)),
    });
    DueList { today, objections, sessions, actions: actions.collect(), goals: goals(dossiers, rules, today) }
}

fn goals(dossiers: &[Dossier], rules: &RuleSet, today: Date) -> Vec<DueGoal> {
    let mut out = Vec::new();
    let here = |d: &&Dossier| d.person.status.in_service() && !d.person.status.on_leave(today);
    for dossier in dossiers.iter().filter(here) {
        for (goal, concerns) in concerning(dossier, rules, today) {
            let Some(why) = concerns.into_iter().find(|c| c.is_dated()) else { continue };
            out.push(DueGoal {
                id: goal.result.id.to_string(),
                person: dossier.id().to_string(),
                name: dossier.person.name.full(),
                title: goal.result.title.clone(),
                state: match why {
                    Concern::Late { .. } => "late",
                    Concern::Soon { .. } => "soon",
                    _ => "old",
                },
                due: goal.due(),
                last_check_in: goal.last_check_in(),
                progress: goal.mean.value.map(Number::percent),
                why,
            });
        }
    }
    // What only asks for a value waits behind what has its day.
    out.sort_by_key(|goal| (matches!(goal.why, Concern::Old { .. }), goal.due));
    out
}

/// As plain text of at most `columns`.
pub fn lines(list: &DueList, words: &Words, columns: usize) -> Vec<(String, Tone)> {
    let day = format!("{}, {}", words.long_weekday(list.today.weekday()), words.long_day(list.today));
    let mut out = vec![(day, Tone::Title)];
    if list.objections.is_empty() && list.sessions.is_empty() && list.actions.is_empty() && list.goals.is_empty() {
        out.extend([(String::new(), Tone::Plain), (words.say("due-nothing"), Tone::Plain)]);
        return out;
    }
    let when = 20;
    let objections = list.objections.iter().map(|objection| {
        let text = format!("  {}{}", pad(&words.short_day(objection.on), when), objection.name);
        (cut(&text, columns), Tone::Alarm)
    });
    section(&mut out, words.say("due-objections"), objections.collect());
    for side in [Owner::Supervisor, Owner::Employee] {
        let of_side: Vec<&DueAction> = list.actions.iter().filter(|a| a.owner == side).collect();
        let late = if side == Owner::Supervisor { Tone::Alarm } else { Tone::Attention };
        let rows = of_side.iter().map(|action| {
            let tone = if action.due.is_some_and(|d| d < list.today) { late } else { Tone::Plain };
            let whose = format!(" ({})", action.name);
            let room = columns.saturating_sub(when + 2 + width(&whose).min(columns / 2));
            let text = format!("{}{whose}", cut(&action.text, room));
            (cut(&format!("  {}{text}", pad(&due_day(words, action.due, list.today), when)), columns), tone)
        });
        section(&mut out, words.with("due-actions", &[("owner", owner(words, side).into())]), rows.collect());
        if side == Owner::Supervisor {
            let rows = list.sessions.iter().map(|session| {
                let tone = if session.late > 0 { Tone::Attention } else { Tone::Plain };
                let next = next_talk(words, session.due, session.late, session.next_due, list.today);
                (cut(&format!("  {}{}", pad(&next, when), session.name), columns), tone)
            });
            section(&mut out, words.say("due-sessions"), rows.collect());
        }
    }
    let when = list.goals.iter().map(|goal| width(&concern_text(words, goal.why)) + 2).fold(when, usize::max);
    let rows = list.goals.iter().map(|goal| {
        let tone = if matches!(goal.why, Concern::Late { .. }) { Tone::Attention } else { Tone::Plain };
        let (why, whose) = (concern_text(words, goal.why), format!(" ({})", goal.name));
        let room = columns.saturating_sub(when + 2 + width(&whose).min(columns / 2));
        (cut(&format!("  {}{}{whose}", pad(&why, when), cut(&goal.title, room)), columns), tone)
    });
    section(&mut out, words.say("due-goals"), rows.collect());
    out
}

fn section(out: &mut Vec<(String, Tone)>, heading: String, rows: Vec<(String, Tone)>) {
    if !rows.is_empty() {
        out.extend([(String::new(), Tone::Plain), (heading, Tone::Title)]);
        out.extend(rows);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::reports::sample;
    use crate::reports::status::by_neglect;

    fn list(today: Date) -> DueList {
        let (roster, dossier) = sample::office();
        let rules = RuleSet::default();
        let judged = by_neglect(roster.rows().iter().filter(|row| row.id == dossier.id()), &roster, &rules, today);
        due(&judged, &[dossier], &rules, today)
    }

    fn text(list: &DueList, lang: Lang) -> String {
        lines(list, &Words::new(lang), 80).iter().map(|(line, _)| format!("{line}\n")).collect()
    }

    #[test]
    fn ones_own_promises_come_first_then_sessions_then_what_others_owe() {
        let expected = "\
Rabu, 16 Desember 2026

Tindak lanjut: atasan
  lewat 27 hari       izin pelatihan kearsipan (Sari Dewi Lubis, S.E.)
  lewat 15 hari       tampak lelah sejak pindah meja (Sari Dewi Lubis, S.E.)

Sesi
  terbuka 25 hari     Sari Dewi Lubis, S.E.

Tindak lanjut: pegawai
  Jum 18 Des          menyusun daftar arsip 2019 (Sari Dewi Lubis, S.E.)
";
        assert_eq!(text(&list(jiff::civil::date(2026, 12, 16)), Lang::Id), expected);
    }

    #[test]
    fn an_objection_is_seen_before_everything_else() {
        let (mut roster, mut dossier) = sample::office();
        let on = jiff::civil::date(2026, 11, 19);
        let answer = crate::domain::Acknowledgement::Objects { on, reason: "the number is wrong".into() };
        dossier.sessions[1].acknowledgement = Some(answer);
        roster.put(RosterRow::of(&dossier));
        let rules = RuleSet::default();
        let judged = by_neglect(roster.rows().iter(), &roster, &rules, sample::TODAY);
        assert!(judged.iter().any(|(_, state)| state.reasons[0].id() == "objection"));
        let list = due(&judged, &[], &rules, sample::TODAY);
        let text = text(&list, Lang::Id);
        assert!(text.contains("\n\nKeberatan atas lembar\n  19 Nov 2026         Sari Dewi Lubis, S.E.\n\nSesi\n"), "{text}");
        assert_eq!(serde_json::to_value(list).unwrap()["objections"][0]["on"], "2026-11-19");
    }

    #[test]
    fn nine_days_late_stand_before_two_whatever_else_is_open() {
        let (_, dossier) = sample::office();
        let session = |due, day| {
            let late = if let Due::Overdue(days) = due { days } else { 0 };
            let (reasons, neglect) = (vec![], Default::default());
            let state = Attention { due, next: Some(day), since_session: None, late, reasons, neglect };
            (RosterRow::of(&dossier), state)
        };
        let day = |n: i8| jiff::civil::date(2026, 11, n);
        let rows = [
            session(Due::Soon(2), day(23)),
            session(Due::Overdue(2), day(19)),
            session(Due::Today, day(21)),
            session(Due::Open, day(30)),
            session(Due::Overdue(9), day(12)),
        ];
        let judged: Vec<_> = rows.iter().map(|(row, state)| (row, state.clone())).collect();
        let list = due(&judged, &[], &RuleSet::default(), sample::TODAY);
        let order: Vec<Due> = list.sessions.iter().map(|s| s.due).collect();
        assert_eq!(order, [Due::Overdue(9), Due::Overdue(2), Due::Open, Due::Today, Due::Soon(2)]);
    }

    #[test]
    fn machines_are_told_days_and_identifiers() {
        let value = serde_json::to_value(list(sample::TODAY)).unwrap();
        assert_eq!(value["today"], "2026-11-21");
        assert_eq!(value["sessions"][0]["state"], "open");
        assert_eq!(value["actions"][0]["owner"], "supervisor");
        assert_eq!(value["actions"][0]["due"], "2026-11-19");
        assert_eq!(value["actions"][0]["days_late"], 2);
        assert_eq!(value["actions"].as_array().unwrap().len(), 1, "what is due later is not due");
    }

    #[test]
    fn a_goal_whose_day_has_passed_is_due_and_one_that_nobody_measured_asks_for_a_value() {
        let rules = RuleSet::default();
        let mut dossier = sample::planned();
        dossier.results[0].due = Some(jiff::civil::date(2026, 11, 18));
        let late = due(&[], &[dossier.clone()], &rules, sample::TODAY);
        let said = text(&late, Lang::Id);
        assert!(said.ends_with("Sasaran\n  lewat 3 hari        Arsip inaktif tertata (Sari Dewi Lubis, S.E.)\n"), "{said}");
        dossier.results[0].due = None;
        let old = due(&[], &[dossier.clone()], &rules, sample::TODAY);
        assert_eq!((old.goals[0].state, old.goals[0].last_check_in), ("old", None), "one indicator was never measured");
        dossier.person.status = crate::domain::PersonStatus::Leave { from: sample::TODAY, until: None };
        assert!(due(&[], &[dossier], &rules, sample::TODAY).goals.is_empty(), "on leave nothing is asked");
    }

    #[test]
    fn nothing_due_is_said_too() {
        let none = DueList { today: sample::TODAY, objections: vec![], sessions: vec![], actions: vec![], goals: vec![] };
        assert!(text(&none, Lang::En).ends_with("Nothing is due this week.\n"));
    }
}
