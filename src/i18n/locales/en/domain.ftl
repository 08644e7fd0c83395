# Refusals: a rule said no.
refusal-empty-text = There is no text yet. Write something first.
refusal-empty-name = The name is missing.
refusal-reason-missing = Write the reason first.
refusal-no-such-person = There is no such person here.
refusal-no-such-record = That record is gone.
refusal-not-active = This person no longer serves here.
refusal-session-already-open = A session with this person is still open.
refusal-session-closed = The session is closed. Write an addendum to correct it.
refusal-session-not-open = The session is not open.
refusal-session-not-closed = The session is not closed yet.
refusal-date-in-past = That day has passed.
refusal-date-in-future = That day has not come yet.
refusal-already-settled = That is settled already.
refusal-supervisor-loop = Nobody supervises himself or herself, not through others either.
refusal-nip-taken = That NIP is taken: { $detail }
refusal-unknown-receipt = No session sheet of this person has that code.
refusal-target-senseless = That target makes no sense: nothing could be measured against it. More than zero, or a starting value below it.
refusal-baseline-not-below = The starting value has to be below the target.
refusal-baseline-not-above = The starting value has to be above the target, because less is better here.
refusal-limit-with-baseline = A total that may not exceed its target has no starting value. Leave it out, or let each value stand for itself.
refusal-range-empty = The range has to begin below its end.
refusal-steps-missing = Milestones need steps, each with a name.
refusal-value-missing = Begin with the value, for example 84 or +24.
refusal-value-not-yes-no = The value is yes or no.
refusal-value-no-step = The value is the number of steps done, 0 to { $detail }.
refusal-value-not-asked = This indicator has no figure. Write what was reached.
refusal-period-backwards = The last day lies before the first.
refusal-weight-outside = A weight is more than 0 and at most 100.
refusal-has-check-ins = It has values, so it stays. Drop it with Space S and a reason instead.
refusal-other-plan = On that day the same goal had another plan ({ $detail }, this one first). Take the goal of that plan, or another day.
refusal-before-period = The day lies before the period of this goal: { $detail }.
refusal-unit-ambiguous = Several units have this name. Write it with the unit above: { $detail }.
refusal-goal-settled = This goal was dropped or left behind by a move; it takes no more values.
refusal-no-plan = There is no plan to take over.
refusal-plan-exists = Everybody has these results in that period already.
refusal-tag-taken = Another result of the plan has the tag #{ $detail }.
refusal-already-acknowledged = The employee has answered that sheet already.
refusal-changed-since = Can't be undone: the same record was changed later.
refusal-nothing-to-undo = There is nothing to undo.
refusal-withdrawn-already = This is withdrawn already.
refusal-not-withdrawable = A record of this kind is not withdrawn this way.
refusal-addendum-missing = It stands on a sheet that was handed over: write the addendum that the employee will read.
refusal-lifted-already = This note is part of a session already.
refusal-nothing-to-redo = There is nothing to redo.
refusal-nothing-changed = Nothing was changed.
refusal-level-outside = A level is a number from 1 to 5.
refusal-unknown-competency = The framework does not have this competency: { $detail }
refusal-position-missing = A standard needs the name of a position.
refusal-version-taken = Version { $detail } of the framework is there already, with other words. Give it a new name.
refusal-framework-empty = The framework is empty or does not name its version.
refusal-period-in-future = That period has not begun yet.

framework-syntax = line { $line }: { $detail }
framework-no-version = The file names no version. Write version = "…" at its top.
framework-same-version = Version { $detail } is the framework in use. Give it a new name.
framework-bad-id = "{ $detail }" can't name a competency. Use lower-case letters, digits and dashes.
framework-twice = { $detail } stands twice.
framework-missing = { $detail }: { $field } is missing or incomplete.

# For the rater alone, before a round of ratings is finished: advice.
self-check-same-across-row = level { $level } for all { $count } competencies
self-check-same-for-most = level { $level } for { $count } of { $of } people
self-check-narrow-spread = level { $level } for { $count } of { $of } ratings
self-check-same-as-last-time = all { $count } ratings are the same as last time
self-check-only-recent = all evidence ({ $count }) is of the last { $days } days
self-check-no-evidence = { $count } ratings without any evidence

nip-length = A NIP has 18 digits.
nip-not-digits = A NIP has only digits.
nip-rounded = A spreadsheet has rounded the NIP; digits are lost. Make the NIP column text, type it again, import again.
nip-birth-date = Digits 1–8 of the NIP are no birth date.
nip-start = Digits 9–14 of the NIP are neither a start month nor a contract year.
nip-sex = Digit 15 of the NIP must be 1 or 2.

# Why somebody is on top of the list.
reason-objection = { $days ->
    [0] the employee objected to the sheet today
    [one] the employee objected to the sheet one day ago
   *[other] the employee objected to the sheet { $days } days ago
}
reason-not-met-yet = no session yet
reason-session-overdue = { $days ->
    [one] session one day late
   *[other] session { $days } days late
}
reason-never-met = no session yet in { $days } days
reason-my-promises-overdue = { $count ->
    [one] one promise of yours is overdue
   *[other] { $count } promises of yours are overdue
}
reason-session-open = { $days ->
    [0] session begun today, not closed
    [one] session begun yesterday, not closed
   *[other] session begun { $days } days ago, not closed
}
reason-planned-far = { $days ->
    [one] the next session is planned for tomorrow only
   *[other] the next session is planned only in { $days } days
}
reason-nothing-on-record = no session on record for { $days } days
reason-postponed-often = session postponed { $count } times
reason-missed = { $count ->
    [one] one session missed
   *[other] { $count } sessions missed
}
reason-their-actions-overdue = { $count ->
    [one] one of their actions is overdue
   *[other] { $count } of their actions are overdue
}
reason-no-praise = no praise for { $days } days
reason-never-praised = never praised yet
reason-no-praise-on-record = no praise on record for { $days } days
reason-recent-only = { $recent } of { $of } pieces of evidence are from the last { $days } days
reason-probation = { $days ->
    [one] probation, one day left
   *[other] probation, { $days } days left
}
reason-goals-behind = { $count ->
    [one] one goal is off track
   *[other] { $count } goals are off track
}
reason-goals-late = { $count ->
    [one] one goal is past its day
   *[other] { $count } goals are past their day
}
reason-goals-due = { $count ->
    [one] one goal is due soon
   *[other] { $count } goals are due soon
}
reason-check-ins-old = { $count ->
    [one] one goal without a new value for { $days } days
   *[other] { $count } goals without a new value for up to { $days } days
}
reason-targets-open = { $count ->
    [one] one target has to be set
   *[other] { $count } targets have to be set
}
reason-session-today = session today
reason-ratings-old = the newest competency rating is { $days } days old
reason-session-soon = { $days ->
    [one] session tomorrow
   *[other] session in { $days } days
}

# What a change did; named by undo, redo and the log.
change-profile-set = user settings
change-people-imported = import of people
change-person-added = new person
change-person-corrected = correction of a person's data
change-person-moved = move
change-person-handed-over = hand-over to another supervisor
change-person-retired = end of service
change-person-returned = return to service
change-leave-set = leave
change-cadence-set = rhythm of sessions
change-feedback-noted = note
change-feedback-corrected = correction of a note
change-feedback-removed = removal of a note
change-feedback-lifted = note lifted into the session
change-feedback-opened = note opened in the session
change-feedback-put-back = note put back from the session
change-withdrawn = withdrawal
change-left-off-sheet = left off the sheet
change-put-on-sheet = back on the sheet
change-audience-changed = private/shared
change-agenda-noted = agenda line
change-agenda-settled = outcome of an agenda line
change-action-agreed = action
change-action-corrected = correction of an action
change-action-settled = outcome of an action
change-action-rescheduled = date of an action
change-session-planned = planned session
change-session-started = start of a session
change-session-edited = content of a session
change-session-closed = closing of a session
change-session-postponed = postponed session
change-session-missed = missed session
change-session-discarded = discarded session
change-addendum-written = addendum
change-sheet-acknowledged = answer to a session sheet
change-person-skipped = skip in a walk
change-result-planned = result planned
change-result-assigned = result given to several
change-result-corrected = result corrected
change-result-removed = result removed
change-indicator-added = indicator added
change-indicator-corrected = indicator corrected
change-indicator-removed = indicator removed
change-target-revised = target set
change-checked-in = check-in
change-status-said = status of a goal
change-plan-copied = plan copied
change-results-inherited = results taken over
change-goals-imported = goals imported
change-rated = competency rating
change-behaviour-rated = behaviour rating
change-behaviour-expected = special expectation
change-standards-set = competency standards
change-framework-set = competency framework
change-sample-built = sample data
change-undone = undo
change-redone = redo
refusal-text-too-long = The text is too long: more than { $detail } characters; nothing was saved. Shorten it, or write it in several parts.
