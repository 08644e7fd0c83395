//! The plan of keys: one key, one meaning.

use super::*;
use std::collections::BTreeMap;

/// What each printable key means, everywhere: the commands that say the same thing of different things.
const PLAN: &[(&str, &[Command])] = {
    use Command::*;
    &[
        ("j", &[Down]),
        ("k", &[Up]),
        ("h", &[GridLeft, LowerLevel, GoalsDepth, DevelopFold]),
        ("l", &[GridRight, HigherLevel, GoalsDepth, DevelopFold]),
        ("J", &[NextPerson, WalkNext]),
        ("K", &[PreviousPerson, WalkBack]),
        ("/", &[Filter, VerbFilter]),
        (".", &[NextYear, GridLater, BehaviourLater, PeriodNext]),
        (",", &[PreviousYear, GridEarlier, BehaviourEarlier, PeriodPrevious]),
        ("g", &[Find]),
        (":", &[Palette]),
        ("?", &[Help]),
        ("space", &[Verbs]),
        ("n", &[NoteNow]),
        ("s", &[StartSession]),
        ("w", &[StartWalk, EvaluationQueue]),
        // Add what this screen lists; in rating, ask it in the next talk.
        (
            "a",
            &[
                AddAction,
                AddPerson,
                AddIndicator,
                RatingAsk,
                ExpectBehaviour,
                DevelopAdd,
                EvaluationStep,
                EvaluationEvidence,
            ],
        ),
        ("e", &[EditRecord, OpenNote, RatingReason, BehaviourNote, EvaluationReason, UnitResult]),
        ("D", &[RemoveRecord, EvaluationWithdraw]),
        ("i", &[GoalCheckIn, RatingBegin, EvaluationBegin, DevelopValue]),
        ("d", &[ActionDone, DevelopDone, EvaluationCheck]),
        ("t", &[ActionNotDone]),
        // End it, with a reason.
        ("x", &[ActionDrop, WalkSkip, DiscardDraft, LeaveOut, DevelopDrop, EvaluationSkip]),
        ("r", &[ActionReschedule]),
        ("b", &[PlanSession]),
        // Put off.
        ("z", &[Postpone, WalkPark, EvaluationPark]),
        // A paper leaves.
        ("c", &[HandOverEvaluation]),
        ("p", &[ToggleAudience, ShareNote]),
        ("y", &[CopyShared]),
        ("o", &[Order, EvaluationOrder]),
        ("f", &[ScopeNext, TimelineKind, PeriodKindNext]),
        // The other view of what is shown.
        (
            "v",
            &[GoalsGroup, CompetenciesGroup, TimelineAudience, RatingAll, RatingDirection, EvaluationView, EvaluationBefore],
        ),
        ("u", &[Undo]),
        ("U", &[OpenLog]),
        ("O", &[Settings]),
        ("q", &[Quit]),
        // Digits: a screen, or a value where the title says so.
        ("0", &[RatingNotObserved, EvaluationNone]),
        ("1", &[GoTeam, Level1, BehaviourBelow, EvaluationAbove]),
        ("2", &[GoAgenda, Level2, BehaviourMeets, EvaluationMeets]),
        ("3", &[GoGoals, Level3, BehaviourAbove, EvaluationBelow]),
        ("4", &[GoCompetencies, Level4]),
        ("5", &[GoDevelopment, Level5]),
        ("6", &[GoReports]),
        ("-", &[BehaviourBelow]),
        ("=", &[BehaviourMeets]),
        ("+", &[BehaviourAbove]),
    ]
};

#[test]
fn one_letter_has_one_meaning() {
    let plan: BTreeMap<&str, &[Command]> = PLAN.iter().copied().collect();
    for row in COMMANDS {
        for key in row.keys.iter().filter(|key| key.chars().count() == 1 || **key == "space") {
            let meant = plan.get(key).copied().unwrap_or_default();
            assert!(meant.contains(&row.command), "{key} does not mean {}", row.id);
        }
    }
}

#[test]
fn five_capitals_act_and_all_others_are_letters_of_the_menu() {
    for row in COMMANDS {
        for key in row.keys {
            let capital = key.len() == 1 && key.chars().all(|c| c.is_ascii_uppercase());
            assert!(!capital || ["J", "K", "D", "U", "O"].contains(key), "{key} of {}", row.id);
        }
    }
    // One letter may stand for the same thing done to something else, in other places: X ends, a service or a session.
    // N begins something new.
    const SHARED: &[(&str, &[Command])] =
        &[("X", &[Command::Retire, Command::DiscardSession]), ("N", &[Command::AddResult, Command::DevelopPlan])];
    let mut meant: BTreeMap<&str, &CommandSpec> = BTreeMap::new();
    for row in COMMANDS {
        let Some(letter) = row.command.letter() else { continue };
        assert!(letter.chars().all(|c| c.is_ascii_uppercase()), "{letter}: direct letters stand in the table of keys");
        assert!(!["J", "K", "D", "U", "O"].contains(&letter), "{letter} acts directly");
        if let Some(other) = meant.insert(letter, row) {
            let both = [other.command, row.command];
            assert!(SHARED.iter().any(|(of, commands)| *of == letter && **commands == both), "{letter} of {}", row.id);
            assert!(row.places.iter().all(|place| !other.places.contains(place)), "{letter} of {}", row.id);
        }
    }
}

#[test]
fn digits_are_bound_to_screens_or_to_the_values_of_a_mode() {
    let modes = [Rating, PersonRating, PersonBehaviour, SessionRating, Evaluating];
    for row in COMMANDS {
        for key in row.keys.iter().filter(|key| key.len() == 1 && key.chars().all(|c| c.is_ascii_digit())) {
            let goes = row.id.starts_with("go.");
            let rates = row.places.iter().all(|place| modes.contains(place));
            assert!(goes != rates, "{key} of {}", row.id);
            assert!(!goes || row.places.iter().all(|place| !modes.contains(place)), "{key} of {}", row.id);
        }
    }
}
