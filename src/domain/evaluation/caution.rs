//! What is worth a second look before one person's evaluation is set: said in words, never a block, kept nowhere. It
//! looks at facts and proposes no rating.

use super::predicate::{Predicate, Why};
use super::span::{common_days, less_than_half};
use crate::domain::competency::{Evidence, ExpectationRating, evidence::day_of};
use crate::domain::period::{EvaluationPeriod, days_between};
use crate::domain::{Dossier, FeedbackKind, Period, RuleSet};
use jiff::civil::Date;

/// Which of the two ratings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RatedSide {
    Results,
    Behaviour,
}

impl RatedSide {
    pub fn id(self) -> &'static str {
        match self {
            RatedSide::Results => "results",
            RatedSide::Behaviour => "behaviour",
        }
    }
}

/// One thing to look at, to be said in words. The gravest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caution {
    /// A rating other than "meets" without a word why.
    NoReason {
        side: RatedSide,
    },
    /// A rating other than "meets" that points to no evidence.
    NoEvidence {
        side: RatedSide,
    },
    /// Worse than good, and the person heard nothing of it before.
    HeardOnlyNow {
        predicate: Predicate,
    },
    NoClosedSession,
    /// All evidence is of the last part of the period.
    LateEvidence {
        count: usize,
        days: i64,
    },
    /// Looked after here for less than half of the period.
    ShortTime {
        days: i64,
        of: i64,
    },
    /// Somebody else is the assessor in these days.
    OtherAssessor {
        name: String,
    },
    /// The days lie outside those in which the person was looked after here.
    OutsideOwnTime,
    /// A list said another predikat than the matrix.
    Matrix {
        said: Predicate,
        right: Predicate,
    },
    /// Words of a private record stand in what is printed.
    PrivatePhrase {
        phrase: String,
    },
}

impl Caution {
    /// The stable word for machines.
    pub fn id(&self) -> &'static str {
        match self {
            Caution::NoReason { .. } => "no_reason",
            Caution::NoEvidence { .. } => "no_evidence",
            Caution::HeardOnlyNow { .. } => "heard_only_now",
            Caution::NoClosedSession => "no_closed_session",
            Caution::LateEvidence { .. } => "late_evidence",
            Caution::ShortTime { .. } => "short_time",
            Caution::OtherAssessor { .. } => "other_assessor",
            Caution::OutsideOwnTime => "outside_own_time",
            Caution::Matrix { .. } => "matrix",
            Caution::PrivatePhrase { .. } => "private_phrase",
        }
    }
}

/// What is being judged, written yet or not.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'j> {
    pub period: EvaluationPeriod,
    pub span: Period,
    pub results: ExpectationRating,
    pub behaviour: ExpectationRating,
    pub reason: &'j str,
    pub evidence: &'j [Evidence],
    /// What is printed of it.
    pub notes: &'j str,
    /// The assessor, where it is not the user.
    pub other_assessor: Option<&'j str>,
}

/// Everything to look at for one judgement.
pub fn cautions(judged: &Judged<'_>, dossier: &Dossier, rules: &RuleSet, today: Date) -> Vec<Caution> {
    let mut out = Vec::new();
    for (side, rating) in [(RatedSide::Results, judged.results), (RatedSide::Behaviour, judged.behaviour)] {
        if rating == ExpectationRating::Meets {
            continue;
        }
        if judged.reason.trim().is_empty() {
            out.push(Caution::NoReason { side });
        }
        if judged.evidence.is_empty() {
            out.push(Caution::NoEvidence { side });
        }
    }
    let Why { predicate, .. } = Why::of(judged.results, judged.behaviour, rules);
    if predicate.is_bad_news() && !heard_before(dossier, judged.span) {
        out.push(Caution::HeardOnlyNow { predicate });
    }
    if !dossier.sessions.iter().any(|session| session.is_closed() && judged.span.contains(session.on)) {
        out.push(Caution::NoClosedSession);
    }
    out.extend(late_evidence(judged, dossier, rules, today));
    out.extend(own_time(judged, dossier));
    out.extend(judged.other_assessor.map(|name| Caution::OtherAssessor { name: name.to_owned() }));
    out.extend(
        crate::domain::sessions::closing::phrases_from_private(dossier, judged.notes)
            .into_iter()
            .map(|phrase| Caution::PrivatePhrase { phrase }),
    );
    out
}

/// Whether the person could read of something to improve before, in the period or earlier in the year.
fn heard_before(dossier: &Dossier, span: Period) -> bool {
    let since = Period::year(span.from.year()).from;
    dossier.feedback.iter().any(|note| {
        note.kind == FeedbackKind::Improve && note.words.shared().is_some() && since <= note.on && note.on <= span.until
    })
}

/// Days of the evidence that counts for a judgement: what it points to, and all notes of its days.
fn evidence_days(judged: &Judged<'_>, dossier: &Dossier) -> Vec<Date> {
    let pointed = judged.evidence.iter().filter_map(|piece| match piece {
        Evidence::Record(id) => day_of(dossier, *id),
        Evidence::Document(_) => None,
    });
    let pointed: Vec<Date> = pointed.filter(|day| judged.span.contains(*day)).collect();
    let noted = dossier.feedback.iter().map(|note| note.on).filter(|day| judged.span.contains(*day));
    if pointed.is_empty() { noted.collect() } else { pointed }
}

fn late_evidence(judged: &Judged<'_>, dossier: &Dossier, rules: &RuleSet, today: Date) -> Option<Caution> {
    let end = judged.span.until.min(today);
    let days = (days_between(judged.span.from, end) + 1) * i64::from(rules.recency_percent) / 100;
    let evidence = evidence_days(judged, dossier);
    let telling = evidence.len() >= usize::from(rules.recency_least).max(1) && days > 0;
    let late = telling && evidence.iter().all(|day| days_between(*day, end) < days);
    late.then_some(Caution::LateEvidence { count: evidence.len(), days })
}

fn own_time(judged: &Judged<'_>, dossier: &Dossier) -> Option<Caution> {
    let period = judged.period.span();
    let looked_after = Period::new(dossier.person.since.max(judged.span.from), judged.span.until);
    match looked_after {
        None => Some(Caution::OutsideOwnTime),
        Some(own) if less_than_half(own, period) => {
            Some(Caution::ShortTime { days: common_days(own, period), of: period.days() })
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::competency::current::tests::person;
    use crate::domain::period::Quarter;
    use crate::domain::{Actor, Audience, Audienced, Feedback, FeedbackId, Sbi};
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 12, 31);

    fn note(n: u128, kind: FeedbackKind, on: Date, audience: Audience, text: &str) -> Feedback {
        Feedback {
            id: FeedbackId(Uuid::from_u128(n)),
            person: person("Arsiparis").id,
            on,
            kind,
            words: Audienced::new(audience, Sbi { situation: text.to_owned(), ..Sbi::default() }),
            tags: vec![],
            session: None,
            by: Actor::default(),
            written: jiff::Timestamp::UNIX_EPOCH,
            went: None,
        }
    }

    fn dossier(feedback: Vec<Feedback>) -> Dossier {
        Dossier { feedback, ..Dossier::new(person("Arsiparis")) }
    }

    fn found(dossier: &Dossier, results: ExpectationRating, change: impl FnOnce(&mut Judged<'_>)) -> Vec<&'static str> {
        let period = EvaluationPeriod::Quarter(Quarter { year: 2026, number: 4 });
        let (evidence, behaviour) = ([Evidence::Document("register".into())], ExpectationRating::Meets);
        let mut judged = Judged {
            period,
            span: period.span(),
            results,
            behaviour,
            reason: "berkas lengkap",
            evidence: &evidence,
            notes: "",
            other_assessor: None,
        };
        change(&mut judged);
        cautions(&judged, dossier, &RuleSet::default(), TODAY).iter().map(Caution::id).collect()
    }

    #[test]
    fn a_rating_other_than_meets_asks_for_reason_and_evidence_and_a_quiet_one_for_nothing_more() {
        let empty = dossier(vec![]);
        let bare = |judged: &mut Judged<'_>| (judged.reason, judged.evidence) = (" ", &[]);
        assert_eq!(found(&empty, ExpectationRating::Above, bare), ["no_reason", "no_evidence", "no_closed_session"]);
        assert_eq!(found(&empty, ExpectationRating::Meets, bare), ["no_closed_session"]);
    }

    #[test]
    fn bad_news_is_news_unless_something_to_improve_was_shared_before() {
        let said = |audience| dossier(vec![note(1, FeedbackKind::Improve, date(2026, 8, 3), audience, "laporan terlambat")]);
        let below = |dossier: &Dossier| found(dossier, ExpectationRating::Below, |_| {}).contains(&"heard_only_now");
        assert!(below(&dossier(vec![])) && below(&said(Audience::Private)), "a private note was never heard");
        assert!(!below(&said(Audience::Shared)));
    }

    #[test]
    fn evidence_of_the_last_weeks_alone_and_a_short_time_are_pointed_out() {
        let late: Vec<Feedback> =
            (1..=4).map(|n| note(n, FeedbackKind::Praise, date(2026, 12, 20), Audience::Shared, "cepat")).collect();
        let all = dossier(late.clone());
        assert!(found(&all, ExpectationRating::Meets, |_| {}).contains(&"late_evidence"));
        let three = dossier(late[..3].to_vec());
        assert!(!found(&three, ExpectationRating::Meets, |_| {}).contains(&"late_evidence"), "too few say nothing");
        let mut new = dossier(vec![]);
        new.person.since = date(2026, 12, 1);
        assert!(found(&new, ExpectationRating::Meets, |_| {}).contains(&"short_time"));
        new.person.since = date(2027, 1, 4);
        assert!(found(&new, ExpectationRating::Meets, |_| {}).contains(&"outside_own_time"));
    }

    #[test]
    fn words_of_a_private_note_that_would_be_printed_are_shown_first() {
        let private = "sering pulang sebelum jam kerja selesai tanpa izin";
        let told = dossier(vec![note(1, FeedbackKind::Observation, date(2026, 11, 2), Audience::Private, private)]);
        let notes = "Pegawai sering pulang sebelum jam kerja selesai tanpa izin atasan.";
        assert!(found(&told, ExpectationRating::Meets, |judged| judged.notes = notes).contains(&"private_phrase"));
    }
}
