# The person screen and what belongs to it.

tab-brief = Brief
tab-timeline = Timeline
tab-goals = Goals
tab-notes = Notes
tab-actions = Actions
kinds-everything = everything
kinds-sessions = sessions
kinds-feedback = notes
kinds-actions = actions
kinds-agenda = agenda
kinds-goals = goals
kinds-ratings = ratings
person-position = { $at } of { $of }
person-no-actions = There are no actions. Press a to note one, or n and write >> before it.
person-no-entries = No entry fits. Press n to write one; f and v change the filter.
entry-my-promise = my promise: { $text }
entry-their-action = { $text }
entry-carried = { $count ->
    [one] carried once
   *[other] carried { $count } times
}
entry-skip = skipped in a walk: { $reason }
entry-session-planned = { $kind } planned
entry-session-open = { $kind } under way
entry-session-closed = { $kind } · { $feedback } feedback, { $actions ->
    [one] 1 action
   *[other] { $actions } actions
}
entry-session-postponed = session postponed to { $to }: { $reason }
entry-session-missed = session missed: { $reason }
entry-goal = { $tag }: { $text }
entry-value-of = { $value } of { $target }
entry-check-in = check-in
entry-status = status
entry-target = target
entry-revised = { $from } became { $to } ({ $reason })
reader-session = Session of { $day }
reader-sheet = Session sheet
reader-no-sheet = This session has no sheet.
person-leave-until = on leave until { $day }

## As of a day
as-of-mark = as of { $day } · view only
as-of-loading = Reading the records up to { $day } …
as-of-nobody = On { $day } this person was not in bina yet; there is nothing to show.
why-read-only = View only: nothing can be changed.
why-as-of = As of { $day }: view only. Esc returns to today.
notice-present = Back to today.
form-as-of = As of which day
form-as-of-help = 15 may, 3 months ago, end of last month, 2026-05-15
reader-record = { $kind } { $day }
entry-withdrawn = withdrawn
tab-development = Development
person-no-development = Nothing is planned and nothing is known to be missing. a plans a step.
