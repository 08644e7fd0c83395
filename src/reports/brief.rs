//! One screen about one person before a talk: 24 lines, the same text on the screen and in the shell. For the
//! supervisor: it has private lines.

mod competencies;
mod development;
mod goals;

use super::layout::{cut, cut_name, pad, wrap};
use super::{Tone, due_day, next_talk, post, reason};
use crate::domain::language::clean::width;
use crate::domain::people::attention::{self, attention};
use crate::domain::period::{Quarter, days_between};
use crate::domain::sessions::came_back;
use crate::domain::{
    Action, Attention, Audience, Dossier, Feedback, FeedbackKind, Owner, Reason, Roster, RosterRow, RuleSet, Session,
};
use crate::i18n::Words;
use jiff::civil::Date;
use std::fmt;

/// Most lines that a brief has.
pub const LINES: usize = 24;
const LABEL: usize = 15;
/// Lines of one list.
const ROWS: usize = 3;
/// Things that came back since the last talk.
const BACK: usize = 4;

/// One line: a label at the left (empty below the first line of a part), what it says, what that means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BriefLine {
    pub label: String,
    pub text: String,
    pub tone: Tone,
}

impl fmt::Display for BriefLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = if self.tone == Tone::Title { self.text.clone() } else { pad(&self.label, LABEL) + &self.text };
        f.write_str(line.trim_end())
    }
}

/// The brief in at most `columns` (40 or more).
pub fn brief(
    dossier: &Dossier,
    roster: &Roster,
    rules: &RuleSet,
    today: Date,
    words: &Words,
    columns: usize,
) -> Vec<BriefLine> {
    let row = RosterRow::of(dossier);
    let state = attention(&row, roster, rules, today);
    let room = columns.max(40) - LABEL;
    let mut brief = Brief { words, today, room, lines: vec![] };
    let post = post(&row, &roster.units);
    let name = cut_name(&row.name, columns.saturating_sub(width(&post).min(columns / 2) + 3));
    let title = if post.is_empty() { name } else { cut(&format!("{name} · {post}"), columns) };
    brief.lines.push(BriefLine { label: String::new(), text: title, tone: Tone::Title });
    let mut starts = vec![brief.lines.len()];
    if brief.came_back(dossier) {
        starts.push(brief.lines.len());
    }
    let months = rules.retention_months;
    let erased = |months: u16| attention::erased_before(&row, months, today);
    brief.talks(dossier, &state, erased(months.sessions));
    starts.push(brief.lines.len());
    brief.promises(dossier);
    brief.agenda(dossier);
    brief.theirs(dossier);
    brief.goals(dossier, rules);
    brief.competencies(dossier, roster, rules);
    brief.development(dossier, rules);
    starts.push(brief.lines.len());
    brief.evidence(dossier, erased(months.notes));
    brief.praise(dossier, rules, erased(months.notes));
    starts.push(brief.lines.len());
    brief.question(dossier, &state);
    with_gaps(brief.lines, &starts)
}

/// Empty lines between the parts, as far as there is room, from the top.
fn with_gaps(lines: Vec<BriefLine>, starts: &[usize]) -> Vec<BriefLine> {
    let mut room = LINES.saturating_sub(lines.len());
    let mut out: Vec<BriefLine> = Vec::with_capacity(LINES);
    for (i, line) in lines.into_iter().enumerate() {
        if room > 0 && starts.contains(&i) {
            out.push(BriefLine::default());
            room -= 1;
        }
        out.push(line);
    }
    out.truncate(LINES);
    out
}

struct Brief<'a> {
    words: &'a Words,
    today: Date,
    room: usize,
    lines: Vec<BriefLine>,
}

impl Brief<'_> {
    /// Adds a part: the label stands before its first line.
    fn part(&mut self, label: &str, rows: impl IntoIterator<Item = (String, Tone)>) {
        let mut label = self.words.say(label);
        for (text, tone) in rows {
            let text = cut(&text, self.room);
            self.lines.push(BriefLine { label: std::mem::take(&mut label), text, tone });
        }
    }

    /// At most [`ROWS`] rows; the last says how many are left out.
    fn list(&mut self, label: &str, mut rows: Vec<(String, Tone)>) {
        let left = rows.len().saturating_sub(ROWS - 1);
        if rows.len() > ROWS {
            rows.truncate(ROWS - 1);
            rows.push((self.words.with("brief-more", &[("count", left.into())]), Tone::Dim));
        }
        self.part(label, rows);
    }

    /// A text with a remark at its end that is never cut off.
    fn remarked(&self, text: &str, remark: &str) -> String {
        if remark.is_empty() {
            return text.to_owned();
        }
        format!("{} · {remark}", cut(text, self.room.saturating_sub(width(remark) + 3)))
    }

    fn wrapped(&self, text: &str, most: usize, tone: Tone) -> Vec<(String, Tone)> {
        let lines = wrap(text, self.room);
        let more = lines.len() > most;
        let mut rows: Vec<(String, Tone)> = lines.into_iter().take(most).map(|line| (line, tone)).collect();
        if let Some((last, _)) = rows.last_mut().filter(|_| more) {
            *last = cut(&format!("{last} …"), self.room);
        }
        rows
    }

    /// What the employee answered and which promises were given up: the talk opens with it. True if there is anything.
    fn came_back(&mut self, dossier: &Dossier) -> bool {
        let Some(back) = came_back::came_back(dossier) else { return false };
        let said = super::came_back::lines(self.words, &back);
        let left = said.len().saturating_sub(BACK);
        for line in said.into_iter().take(BACK) {
            let rows = self.wrapped(&line.text, 2, line.tone);
            self.part(line.label, rows);
        }
        if left > 0 {
            let text = self.words.with("brief-more", &[("count", left.into())]);
            self.lines.push(BriefLine { label: String::new(), text, tone: Tone::Dim });
        }
        true
    }

    /// What is said where there is nothing: since when that is, where older records may have been erased.
    fn nothing(&self, id: &str, erased: Option<Date>) -> String {
        let since = |day| self.words.with("brief-nothing-since", &[("day", self.words.short_day(day).into())]);
        erased.map_or_else(|| self.words.say(id), since)
    }

    fn talks(&mut self, dossier: &Dossier, state: &Attention, erased: Option<Date>) {
        let last = match dossier.last_closed() {
            None => self.nothing("brief-never", erased),
            Some(session) => self.last_talk(session),
        };
        self.part("brief-last", [(last, Tone::Plain)]);
        let late = matches!(state.due, crate::domain::Due::Overdue(_));
        let mut next = next_talk(self.words, state.due, state.late, state.next, self.today);
        if let Some(day) = state.next.filter(|_| late) {
            next = format!("{}, {next}", self.words.near_day(day, self.today));
        }
        self.part("brief-next", [(next, if late { Tone::Attention } else { Tone::Plain })]);
        let why: Vec<String> = state.reasons.iter().map(|r| reason(self.words, r)).collect();
        if !why.is_empty() {
            let rows = self.wrapped(&why.join("; "), 2, Tone::Plain);
            self.part("brief-why", rows);
        }
    }

    fn last_talk(&self, session: &Session) -> String {
        let kind = self.words.say(&format!("report-kind-{}", session.kind.id()));
        let ago = self.words.with("brief-days-ago", &[("days", days_between(session.on, self.today).into())]);
        let answer = session.acknowledgement.as_ref().map(|a| self.words.say(&format!("report-answer-{}", a.id())));
        let parts = [Some(self.words.short_day(session.on)), Some(ago), Some(kind), answer];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn promises(&mut self, dossier: &Dossier) {
        let rows = self.actions(dossier, Owner::Supervisor, Tone::Alarm);
        self.list("brief-promises", rows);
    }

    fn theirs(&mut self, dossier: &Dossier) {
        let rows = self.actions(dossier, Owner::Employee, Tone::Attention);
        self.list("brief-theirs", rows);
    }

    fn actions(&self, dossier: &Dossier, owner: Owner, late: Tone) -> Vec<(String, Tone)> {
        let tone = |action: &Action| if action.overdue(self.today) { late } else { Tone::Plain };
        let remark = |action: &Action| due_day(self.words, action.due, self.today);
        dossier
            .open_actions_of(owner)
            .map(|action| (self.remarked(action.text.for_supervisor(), &remark(action)), tone(action)))
            .collect()
    }

    fn agenda(&mut self, dossier: &Dossier) {
        let mut open: Vec<_> = dossier.open_agenda().collect();
        open.sort_by_key(|line| (std::cmp::Reverse(line.carried), line.on, line.id));
        let carried = |times: u8| match times {
            0 => String::new(),
            times => self.words.with("brief-carried", &[("count", i64::from(times).into())]),
        };
        let rows = open
            .iter()
            .map(|line| (self.remarked(line.text.for_supervisor(), &carried(line.carried)), Tone::Plain))
            .collect();
        self.list("brief-agenda", rows);
    }

    fn evidence(&mut self, dossier: &Dossier, erased: Option<Date>) {
        // Its spread, praise and the question come below.
        let most = LINES.saturating_sub(self.lines.len() + 5).clamp(1, ROWS);
        let rows: Vec<_> = dossier.evidence().rev().take(most).map(|f| (self.seen(f), Tone::Plain)).collect();
        self.part("brief-evidence", rows);
        if dossier.feedback.is_empty() {
            self.part("brief-evidence", [(self.nothing("brief-no-evidence", erased), Tone::Attention)]);
            return;
        }
        let year = self.today.year();
        let of_year = dossier.evidence().filter(|f| f.on.year() == year && f.on <= self.today);
        let mut counts = [0usize; 4];
        of_year.for_each(|f| counts[usize::from(Quarter::of(f.on).number - 1)] += 1);
        let now = usize::from(Quarter::of(self.today).number);
        let quarters = ["I", "II", "III", "IV"].iter().zip(counts).take(now);
        let spread: Vec<String> = quarters.map(|(name, count)| format!("TW {name} {count}")).collect();
        self.part("brief-spread", [(format!("{year}: {}", spread.join(" · ")), Tone::Dim)]);
    }

    fn seen(&self, feedback: &Feedback) -> String {
        let audience = match feedback.words.audience() {
            Audience::Private => "brief-private",
            Audience::Shared => "brief-shared",
        };
        let (day, sign) = (self.words.day_month(feedback.on), feedback.kind.sign());
        format!("{day} {sign} {} {}", self.words.say(audience), feedback.words.for_supervisor().text())
    }

    /// Something to praise: what was seen and not yet said in a talk, or that it is time to look for it.
    fn praise(&mut self, dossier: &Dossier, rules: &RuleSet, erased: Option<Date>) {
        let fresh = |f: &&Feedback| {
            f.kind == FeedbackKind::Praise && f.talk().is_none() && dossier.last_closed().is_none_or(|talk| f.on >= talk.on)
        };
        if let Some(unsaid) = dossier.evidence().rev().find(fresh) {
            let rows = self.wrapped(&unsaid.words.for_supervisor().text(), 2, Tone::Good);
            return self.part("brief-praise", rows);
        }
        let days = dossier.last_feedback(FeedbackKind::Praise).map(|f| days_between(f.on, self.today));
        let (text, tone) = match days {
            None => {
                let since = |day| self.words.with("brief-praise-none-since", &[("day", self.words.short_day(day).into())]);
                (erased.map_or_else(|| self.words.say("brief-praise-never"), since), Tone::Attention)
            }
            Some(days) if days > i64::from(rules.praise_days) => {
                (self.words.with("brief-praise-long", &[("days", days.into())]), Tone::Attention)
            }
            Some(days) => (self.words.with("brief-praise-said", &[("days", days.into())]), Tone::Dim),
        };
        self.part("brief-praise", [(text, tone)]);
    }

    /// A question to open with, from what stands out.
    fn question(&mut self, dossier: &Dossier, state: &Attention) {
        let has = |test: fn(&Reason) -> bool| state.reasons.iter().any(test);
        let id = if has(|r| matches!(r, Reason::MyPromisesOverdue { .. })) {
            "brief-ask-promise"
        } else if has(|r| matches!(r, Reason::PostponedOften { .. } | Reason::Missed { .. })) {
            "brief-ask-postponed"
        } else if has(|r| matches!(r, Reason::TheirActionsOverdue { .. })) {
            "brief-ask-stuck"
        } else if dossier.last_closed().is_none() {
            "brief-ask-first"
        } else if has(|r| matches!(r, Reason::Probation { .. })) {
            "brief-ask-probation"
        } else if has(|r| matches!(r, Reason::NoPraise { .. } | Reason::NoPraiseOnRecord { .. } | Reason::NeverPraised)) {
            "brief-ask-proud"
        } else {
            // Not the same question in every talk.
            ["brief-ask-self", "brief-ask-learn", "brief-ask-help"][dossier.sessions.len() % 3]
        };
        let rows = self.wrapped(&self.words.say(id), 2, Tone::Plain);
        self.part("brief-ask", rows);
    }
}

#[cfg(test)]
mod tests;
