# Goals: the screen, the line for a value, and the reasons behind a figure.
goals-by-person = person
goals-by-parent = supervisor's result
goals-by-status = status
goals-nobody = Nobody is here yet.
goals-without-plan = no plan yet
goals-no-parent = Names no result of the supervisor
goals-no-word = not judged yet
goals-no-indicator = This result has no indicator yet. Add one first with a.
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
goals-no-aspect = no aspect
goals-left = moved { $day }
goals-choose-result = Choose the result first.
goals-choose-person = Choose the person first.
goals-target-first = This period has no target yet. Set it first, then the value.
goals-copied = { $count ->
    [0] ✓ The plan was copied into { $year }. u takes it back.
    [one] ✓ Copied into { $year }: 1 target is open (e sets it). u takes it back.
   *[other] ✓ Copied into { $year }: { $count } targets are open (e sets them). u takes it back.
}
goals-nothing-waits = No result of the organisation waits for a successor.
goals-period = { $from } – { $until }
goals-targets-open = { $count ->
    [one] 1 target open (e)
   *[other] { $count } targets open (e)
}
goals-second-part = second part, after the move on { $day }
goals-plan-ended = has ended; Space Y copies it into this year
goals-weights-off = weights total { $total }, not 100
goals-empty-plan = There is no plan yet. N adds a result (RHK), W takes over what a predecessor left; bina import goals FILE brings in the whole SKP.
goals-empty-copy = There is no plan for this year yet. Space Y copies the plan of { $known } without its values; Space N adds a new result (RHK).
goals-supports = Supports: { $title }
goals-expects = Expected: { $text }
goals-weight = weight { $weight }
goals-due = due { $day }
goals-weights-plan = { $state ->
    [whole] The weights of the plan now total 100.
    [off] The weights of the plan now total { $total }, not 100.
   *[missing] Weights count once every result has one; { $missing } { $missing ->
        [one] has
       *[other] have
    } none.
}
goals-weights-result = { $state ->
    [whole] The weights of this result's indicators now total 100.
    [off] The weights of this result's indicators now total { $total }, not 100.
   *[missing] Weights count once every indicator has one; { $missing } { $missing ->
        [one] has
       *[other] have
    } none.
}
form-add-result = New result (RHK)
form-add-result-help = The title is enough; the rest is as it is for most. Its first indicator comes right after.
form-edit-result = Edit result
form-edit-result-help = Tab changes the field, ← → choose, ^S saves.
form-add-indicator = New indicator
form-add-indicator-help = ← → choose the kind of measure; its fields follow. Esc when it is enough.
form-edit-indicator = Edit indicator
form-edit-indicator-help = A target that was agreed is kept, with the reason for its change.
form-inherit-results = Take over results of the organisation
form-inherit-results-help = Results that stayed with the post, with their targets, from today. From whom?
form-tag-made = Tag: #{ $tag }. Notes with this tag are evidence for it.
form-measure-read = Reached with: { $measure }
form-target-open = This period has no target yet. It was: { $measure }
form-target-was = It was: { $measure }. That is kept, with the reason.
form-inherits = { $count ->
    [one] 1 result: { $titles }
   *[other] { $count } results: { $titles }
}
form-supports-known = = a result of { $name }
form-supports-title = a title only
form-bad-number = “{ $text }” can't be read as a number. Such as: 120, 1.6, 12,500,000
form-number-missing = Write the number first.
form-nothing-left = “{ $text }” left no results of the organisation.
form-choice-of = { $at } of { $of }
number-not-understood = no number
why-no-proposal = There is no proposal for this field.
field-title = Title
field-class = Class
field-scope = Belongs to
field-supports = Supports
field-approach = Approach
field-expectation = Expectation
field-weight = Weight (%)
field-result-tag = Tag
field-aspect = Aspect
field-measure-kind = Measure
field-target = Target
field-baseline = Baseline
field-low = Lower end
field-high = Upper end
field-steps = Steps (;)
field-indicator-unit = Unit
field-accrual = Each value is
field-predecessor = From
assign-title = Give to others: { $title }
assign-filter = type a name to filter
assign-taken = has it already
assign-keys = { $count } chosen · space chooses · * all · letters filter · digits set the target
assign-nobody = Nobody is chosen yet. Space chooses, * chooses all.
assign-done = { $count ->
    [one] ✓ Given to 1 person. u takes it back.
   *[other] ✓ Given to { $count } people. u takes it back.
}

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
