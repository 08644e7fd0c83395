//! The whole record that is selected, beside the list.

use super::*;

/// The whole record beside the list, where there is room.
pub fn draw(desk: &Desk, dossier: &Dossier, entry: Entry, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &desk.words;
    let mut y = area.y;
    let mut part = |canvas: &mut Canvas<'_>, label: &str, text: &str, role: Role| {
        if text.is_empty() || y >= area.bottom() {
            return;
        }
        if !label.is_empty() {
            canvas.put(area.x, y, area.width, label, Role::Heading);
            y += 1;
        }
        y = canvas.paragraph(Rect { y, height: area.bottom().saturating_sub(y), ..area }, text, role) + 1;
    };
    match entry {
        Entry::Feedback(id) => {
            let Some(f) = dossier.feedback(id) else { return };
            let sbi = f.words.for_supervisor();
            part(canvas, "", &head(words, f), Role::Strong);
            part(canvas, &words.say("field-situation"), &sbi.situation, Role::Plain);
            part(canvas, &words.say("field-behaviour"), &sbi.behaviour, Role::Plain);
            part(canvas, &words.say("field-impact"), &sbi.impact, Role::Plain);
            part(canvas, &words.say("field-intent"), &sbi.intent, Role::Plain);
            part(canvas, "", &tags(f), Role::Dim);
        }
        Entry::Action(id) | Entry::ActionSettled(id) => {
            let Some(a) = dossier.actions.iter().find(|a| a.id == id) else { return };
            part(canvas, "", &owned(desk, a), Role::Strong);
            let (state, role) = action_state(desk, a);
            let label = if a.state.is_open() { words.say("field-due") } else { String::new() };
            part(canvas, &label, &state, role);
            part(canvas, &words.say("field-measure"), &a.measure, Role::Plain);
            if let ActionState::NotDone { reason, .. } | ActionState::Dropped { reason, .. } = &a.state {
                part(canvas, &words.say("field-reason"), reason, Role::Plain);
            }
            if a.carried > 0 {
                part(canvas, "", &words.with("entry-carried", &[("count", Arg::Number(i64::from(a.carried)))]), Role::Dim);
            }
        }
        Entry::Agenda(id) => {
            let Some(a) = dossier.agenda_line(id) else { return };
            part(canvas, "", a.text.for_supervisor(), Role::Plain);
        }
        Entry::Session(id) => {
            let Some(s) = dossier.session(id) else { return };
            part(canvas, "", &words.long_day(s.on), Role::Strong);
            part(canvas, &words.say("field-purpose"), &s.purpose, Role::Plain);
            if let Some(sheet) = s.sheet() {
                part(canvas, &words.say("reader-sheet"), sheet.get(), Role::Plain);
            }
        }
        Entry::CheckIn(_) | Entry::StatusWord(..) | Entry::Revision(..) => {
            goal_detail(desk, dossier, entry).iter().for_each(|(label, text, role)| part(canvas, label, text, *role));
        }
        Entry::Skip(_) | Entry::Other(_) => {
            let Some(id) = entry.record() else { return };
            other(desk, dossier, id).iter().for_each(|(label, text, role)| part(canvas, label, text, *role));
        }
        Entry::Goal(..) | Entry::Competency(_) | Entry::Kind(_) | Entry::Behaviour(_) | Entry::Develop(_) => {}
    }
}

/// The day of a note, and who reads it.
fn head(words: &crate::i18n::Words, f: &Feedback) -> String {
    let audience = if f.words.audience() == Audience::Private { "audience-private" } else { "audience-shared" };
    format!("{} · {}", words.long_day(f.on), words.say(audience))
}

/// Which record it is, and why it was withdrawn.
fn other(desk: &Desk, dossier: &Dossier, id: RecordId) -> Vec<(String, String, Role)> {
    let words = &desk.words;
    let Some(record) = dossier.record(id) else { return vec![] };
    let name = story::named(words, &record, Some(dossier), &desk.shown().roster);
    let mut out = vec![(story::kind(words, &record), name, Role::Plain)];
    out.extend(
        dossier.withdrawal_of(id).map(|withdrawal| {
            (words.say("story-withdrawn-why"), withdrawal.reason.for_supervisor().clone(), Role::Attention)
        }),
    );
    out
}

/// Of a value its measure and its words, of everything else about a goal why it stands where it stands.
fn goal_detail(desk: &Desk, dossier: &Dossier, entry: Entry) -> Vec<(String, String, Role)> {
    let words = &desk.words;
    let check_in = match entry {
        Entry::CheckIn(id) => dossier.check_in(id),
        _ => None,
    };
    let of = check_in.map(|c| c.result).or(match entry {
        Entry::StatusWord(id, _) | Entry::Revision(id, ..) => Some(id),
        _ => None,
    });
    let Some(result) = of.and_then(|id| dossier.result(id)) else { return vec![] };
    let mut out = vec![(String::new(), result.title.clone(), Role::Strong)];
    match check_in.and_then(|c| Some((c, result.indicator(c.indicator)?))) {
        Some((check_in, indicator)) => {
            out.push((indicator.title.clone(), says::measure_line(words, indicator), Role::Plain));
            out.push((String::new(), says::check_in_line(words, indicator, check_in), Role::Plain));
        }
        None => {
            let goal = Goal::of(result, &dossier.check_ins, desk.shown().today);
            out.push((String::new(), says::why_goal(words, &goal, &desk.shown().rules).join("\n"), Role::Plain));
        }
    }
    out
}
