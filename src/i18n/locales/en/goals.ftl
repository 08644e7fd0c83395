# Goals: the screen, the line for a value, and the reasons behind a figure.
goals-by-person = person
goals-by-parent = supervisor's result
goals-by-status = status
goals-empty = Nobody is here yet.
goals-no-plan = no plan yet
goals-no-parent = Names no result of the supervisor
goals-no-word = not judged yet
goals-no-indicator = This result has no indicator yet. Add one first with I.
goals-target-open = target open
goals-unmeasured = not measured
goals-measured = { $progress } · { $measured } of { $of } measured
goals-millions = { $number } m
goals-year = Year { $year }
goals-checked-in = Saved: { $said }. u takes it back.
goals-why = Why · { $name }
goals-earlier-values = Earlier values
goals-evidence = { $count ->
    [0] No note with the tag #{ $tag } yet
   *[other] Notes with the tag #{ $tag } ({ $count })
}
check-in-title = { $indicator } · { $name }
check-in-example = 84 boxes 61-84 done @BA-12/2026 yesterday
check-in-example-yes-no = yes, @SK-4/2026
check-in-example-steps = 2 pilot finished at two counters
check-in-example-described = the SOP is used at three counters since Monday
check-in-evidence = evidence { $text }
check-in-first = first value
check-in-grammar = value (or +more)  note  @evidence  day    the employee may read it
form-goal-status = Status of the goal
form-goal-status-help = Your own word. The computed pace stays beside it.
field-goal-status = Status

# The grid of the month's values
grid-nobody = Nobody is in this list.
grid-nothing = Nobody in this list has an indicator in effect on { $day }. Plans are made on the Goals screen.
grid-today = today's values, { $day }
grid-month = values at the end of the month, { $day }
grid-part = { $from }–{ $to } of { $of }
grid-same = This value was recorded this month already; it is not written twice.
grid-marks =
    ✓ reached   = on pace   ● a little behind   ◆ behind   – not measured
    dim: a value of another month   3/5: three of five have a value of this month
    ‹ ›: there are more cells at the left or at the right
