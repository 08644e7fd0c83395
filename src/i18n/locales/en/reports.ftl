# When, who, what: used by several reports.
report-late = { $days ->
    [one] one day late
   *[other] { $days } days late
}
report-past = { $days ->
    [one] one day late
   *[other] { $days } days late
}
report-today = today
report-open = in progress
report-open-since = { $days ->
    [one] begun yesterday
   *[other] begun { $days } days ago
}
report-leave = on leave
report-ended = not in service
report-no-date = no date
report-owner-supervisor = supervisor
report-owner-employee = employee
report-kind-dialogue = performance dialogue
report-kind-coaching = performance coaching
report-kind-counselling = performance counselling
report-session-planned = planned
report-session-open = in progress
report-session-postponed = postponed
report-session-missed = missed
report-answer-signed = signed
report-answer-read = read
report-answer-objects = objects

# The sheet for the employee.
sheet-title-dialogue = PERFORMANCE DIALOGUE SHEET
sheet-title-coaching = PERFORMANCE COACHING SHEET
sheet-title-counselling = PERFORMANCE COUNSELLING SHEET
sheet-employee = Employee
sheet-nip = NIP
sheet-rank = Rank
sheet-position = Position
sheet-unit = Work unit
sheet-supervisor = Supervisor
sheet-as = Supervisor's post
sheet-date = Date
sheet-topics = Talked about
sheet-followed-up = What became of earlier agreements
sheet-state-open = Goes on
sheet-state-done = Done
sheet-state-not-done = Not done
sheet-state-dropped = Dropped
sheet-praise = What went well
sheet-since = Since the last session
sheet-before = Before this session
sheet-improve = What can be better
sheet-observation = Observations
sheet-situation = Situation
sheet-behaviour = Behaviour
sheet-impact = Impact
sheet-intent = Intent
sheet-grow = Coaching
sheet-goal = Goal
sheet-reality = Where things stand
sheet-options = Options
sheet-will = Next steps
sheet-goals = Goals spoken of
sheet-goal-status = Status
sheet-competencies = Competencies that were talked about
sheet-agreements = Agreements
sheet-owner = Owner
sheet-due = Due
sheet-measure = Measure of success
sheet-response = The employee's own words
sheet-no-response = No written response.
sheet-mood = Feeling about the work
sheet-of-five = { $n } of 5
sheet-next = Next talk
sheet-signatures = Signatures
sheet-signing-means = A signature means that this sheet was read and talked about. It does not by itself mean agreement.
sheet-receipt = Receipt code: { $code }
sheet-addenda = Addenda
sheet-signed = Signed by the employee on { $day }.
sheet-read = Read by the employee on { $day }.
sheet-objects = The employee objected on { $day }:
sheet-compiled = This session keeps no sheet. The text above was compiled now from the shared records, so it has no receipt code.
sheet-acknowledged = The employee's answer is recorded: { $answer }.

mood-1 = heavy
mood-2 = strained
mood-3 = neutral
mood-4 = fine
mood-5 = good
statement-1 = I was listened to
statement-2 = I was respected
statement-3 = I could speak freely
statement-4 = The talk rested on facts
statement-5 = The tone was positive
statement-6 = My supervisor asked more than lectured
statement-7 = I was helped to find a way forward
statement-8 = I know what I will do next
statement-9 = I understand what this talk was for

# The brief on one screen.
brief-last = Last talk
came-back-objection = Objection
came-back-objects = { $day }: “{ $text }”
came-back-words = Response
came-back-said = “{ $text }”
came-back-mood = Mood
came-back-mood-now = { $n } of 5, { $word }
came-back-mine = Your promise
came-back-theirs = Their promise
came-back-not-done = { $text } · not kept, { $day }: { $reason }
came-back-dropped = { $text } · dropped, { $day }: { $reason }
brief-never = never yet
brief-nothing-since = nothing on record since { $day }
brief-days-ago = { $days ->
    [0] today
    [1] yesterday
   *[other] { $days } days ago
}
brief-next = Next
brief-why = Why
brief-promises = Your promises
brief-theirs = Their actions
brief-agenda = Agenda
brief-carried = { $count ->
    [one] carried once
   *[other] carried { $count } times
}
brief-more = … and { $count } more
brief-competencies = Competencies
brief-competencies-stale = { $count } out of date
brief-competencies-never = { $count } never rated
brief-competencies-met = All that is required is met
brief-goals = Goals
brief-evidence = Evidence
brief-no-evidence = nothing noted yet
brief-spread = Spread
brief-private = P
brief-shared = S
brief-praise = Praise
brief-praise-never = None noted yet. Look for one real example before you meet.
brief-praise-none-since = None on record since { $day }. Look for one real example before you meet.
brief-praise-long = Last { $days } days ago. Look for one real example before you meet.
brief-praise-said = { $days ->
    [0] Last today.
    [1] Last yesterday.
   *[other] Last { $days } days ago.
}
brief-ask = Ask
brief-ask-promise = I have not kept a promise of mine. What did that mean for your work?
brief-ask-postponed = We have put this off several times. What do we most need to talk about now?
brief-ask-stuck = What stands in the way, and what help do you need from me?
brief-ask-first = How do you see your work, and what do you expect of me?
brief-ask-probation = Which parts of this job do you master already, and which not yet?
brief-ask-proud = Which result are you proudest of since we last met?
brief-ask-self = How do you judge your own results in this period?
brief-ask-learn = What have you learned since we last met, and where did you use it?
brief-ask-help = What one thing could I change to make your work easier?

# Table and lists.
status-name = NAME
status-last = SESSION
status-next = NEXT
status-goals = GOALS
status-gaps = GAPS
status-why = WHY
status-days = { $days ->
    [one] one day
   *[other] { $days } days
}
status-empty = No people yet. Import them with: bina import people FILE
due-nothing = Nothing is due this week.
due-objections = Objections to the sheet
due-goals = Goals
due-sessions = Sessions
due-actions = Actions: { $owner }

# Goals in words.
goal-text-reached = Reached up to { $day }:
goal-text-value = { $indicator }: { $value } on { $day } (measure: { $measure }).
goal-text-described = { $indicator }, { $day }:
goal-text-no-value = { $indicator }: no value yet.
goal-text-evidence = Evidence: { $text }.
goal-text-notes = Feedback:
goal-text-praise = On { $day }, what went well: { $text }
goal-text-improve = On { $day }, what can be better: { $text }
goal-text-observation = On { $day }, observed: { $text }
goal-status-on-track = on track
goal-status-slipping = slipping
goal-status-off-track = off track
goal-status-done = done
goal-status-dropped = dropped
goal-verdict-reached = reached
goal-verdict-on-pace = on pace
goal-verdict-slipping = a little behind
goal-verdict-behind = behind
goal-class-main = main
goal-class-additional = additional
goal-scope-organisation = organisation
goal-scope-individual = individual
goal-approach-quantitative = quantitative
goal-approach-qualitative = qualitative
goal-aspect-quantity = quantity
goal-aspect-quality = quality
goal-aspect-time = time
goal-aspect-cost = cost
goal-perspective-service-recipient = service recipients
goal-perspective-business-process = business process
goal-perspective-internal-strengthening = internal strengthening
goal-perspective-budget = budget
goal-accrual-total = total since the period began
goal-accrual-level = as it stands on the day
goal-kind-higher = more is better
goal-kind-lower = less is better
goal-kind-within = within a range
goal-kind-yes-no = yes or no
goal-kind-milestones = milestones
goal-kind-described = described in words
goal-yes = yes
goal-no = no
goal-steps-done = { $done } of { $of ->
    [one] one step
   *[other] { $of } steps
}
goal-target-open = target not set yet (before: { $measure })
goal-measure-up = up from { $from } to { $target }
goal-measure-down = down from { $from } to { $target }
goal-measure-least = at least { $target }
goal-measure-most = at most { $target }
goal-measure-within = between { $low } and { $high }
goal-measure-steps = { $count ->
    [one] one step: { $steps }
   *[other] { $count } steps: { $steps }
}
goal-measure-yes-no = yes or no
goal-measure-described = described in words
goal-pace = { $progress } of the target with { $passed } of the time gone: { $verdict }
goal-disagree = you say { $word }, the figures say { $verdict }
goal-word-and-pace = { $word }, by pace { $verdict }
goal-concern-disagrees = word and pace differ
goal-concern-late = { $days ->
    [1] 1 day late
   *[other] { $days } days late
}
goal-concern-soon = { $days ->
    [0] due today
    [1] due tomorrow
   *[other] { $days } days left
}
goal-concern-old = { $days } days without value
goal-word = { $word } since { $on } ({ $by })
goal-check-in = { $value } on { $on } ({ $by })
goal-revision = before { $on }: { $measure }; changed by { $by } because { $reason }
goal-mean-nothing = { $of ->
    [0] nothing to measure yet
   *[other] not measured yet (0 of { $of })
}
goal-mean-single = { $progress }, from one measure only
goal-mean-given = { $progress }: weighted mean, { $measured } of { $of } measured
goal-mean-off = { $progress }: weighted mean, weights total { $total } instead of 100; { $measured } of { $of } measured
goal-mean-equal = { $progress }: mean without weights, { $measured } of { $of } measured
goal-mean-incomplete = { $progress }: mean without weights because not all have one, { $measured } of { $of } measured
goal-part = { $title }: { $progress }
goal-part-weighed = { $title }: { $progress }, weight { $weight }
goal-rollup-own = Own progress: { $mean }
goal-rollup-part = { $name }, { $title }: { $progress } × { $share }% (value of { $on })
goal-rollup-dropped = { $name }, { $title }: not counted, dropped
goal-rollup-unmeasured = { $name }, { $title }: not counted, not measured yet
goal-no-rating = This figure shows progress; it is no rating of performance.
goal-why-measure = Measure: { $measure }
goal-why-values = Each value: { $accrual }
goal-why-no-value = No value yet.
goal-why-target-open = This period's target is not set yet, so nothing is computed.
goal-why-progress = Progress: { $formula }
goal-why-time = Time: { $days } of { $of } days = { $passed } on { $on }
goal-why-pace = Pace: { $progress } ÷ { $expected } expected = { $ratio }: { $verdict }
goal-why-pace-limit = Pace: { $passed } of the time against the part used up = { $ratio }: { $verdict }
goal-why-pace-later = Pace: expected only on { $due }: { $verdict }
goal-why-rules = On pace from { $on }%, a little behind from { $slipping }% (rules { $rules })
formula-share = value ÷ target = { $value } ÷ { $target } = { $progress }
formula-way = (value − start) ÷ (target − start) = ({ $value } − { $baseline }) ÷ ({ $target } − { $baseline }) = { $progress }
formula-inverted = 2 − value ÷ target = 2 − { $value } ÷ { $target } = { $progress }
formula-kept-at-zero = target zero, value { $value }: { $progress }
formula-limit = 100% while it stays within the target, then 2 − value ÷ target; { $value } of { $target }: { $progress }
formula-range = 100% inside { $low } to { $high }, outside 1 − distance ÷ width of the range; { $value }: { $progress }
formula-yes-no = yes = 100%, no = 0%: { $progress }
formula-steps = steps done ÷ steps = { $value } ÷ { $target } = { $progress }
goal-no-word = nothing said yet
goals-goal = GOAL
goals-progress = SO FAR
goals-pace = PACE
goals-word = STATUS
goals-last = VALUE
goals-supports-nothing = Names no result of the leader

# Competencies in words.
competency-kind-managerial = managerial
competency-kind-socio-cultural = socio-cultural
competency-kind-technical = technical
competency-level = level { $level }
competency-level-text = Level { $level } · { $anchor }
competency-not-observed = not observed
competency-gap-short = { $levels ->
    [one] { $levels } level short
   *[other] { $levels } levels short
}
competency-gap-met = meets the standard
competency-gap-surplus = { $levels ->
    [one] { $levels } level above
   *[other] { $levels } levels above
}
competency-gap-unknown = not known yet
competency-gap-stale = not known (rating too old)
competency-gap-not-required = not required
competency-band-qualified = qualified (memenuhi syarat)
competency-band-still-qualified = still qualified (masih memenuhi syarat)
competency-band-underqualified = underqualified (kurang memenuhi syarat)
competency-facet-knowledge = knowledge
competency-facet-skill = skill
competency-facet-attitude = attitude
competency-rater-supervisor = supervisor
competency-rater-employee = employee's own
competency-trend-up = up
competency-trend-same = still
competency-trend-down = down
competency-source-given = agency standard
competency-source-suggested = suggested by kind of position
competency-behaviour-below = below expectation
competency-behaviour-meets = meets expectation
competency-behaviour-above = above expectation
competency-behaviour-unrated = not rated yet
competency-behaviour-before = last period { $rating }
competency-standing = required { $required }, now { $current }: { $gap }
competency-standing-free = now { $current }, not required
competency-moved = { $trend } from { $level }
competency-still = { $trend } { $level }
competency-own = employee says { $level }
competency-looked-again = { $on } not observed
competency-evidence = { $count ->
    [0] no evidence
    [one] { $count } piece of evidence
   *[other] { $count } pieces of evidence
}
competency-count-short = { $count ->
    [0] no gaps
    [one] { $count } gap ({ $levels } levels, largest { $largest })
   *[other] { $count } gaps ({ $levels } levels, largest { $largest })
}
competency-count-met = { $count } met
competency-count-surplus = { $count } above
competency-count-unknown = { $stale ->
    [0] { $count } not known
   *[other] { $count } not known ({ $stale } too old)
}
competency-match = { $percent }, { $band } (supervisor's rating, indicative)
competency-match-part = { $compared } of { $of } competencies compared
competency-match-above = above the standard, not capped
competency-match-sum = { $attained } ÷ { $required } = { $percent }
competency-match-all = Sum of present levels ÷ sum of required levels = { $sum }
competency-match-technical = Technical: { $sum }
competency-match-general = Managerial and socio-cultural: { $sum }
competency-match-weighted = Weights of the position's grade, technical { $technical }%, managerial and socio-cultural { $general }%: { $percent }
competency-match-bands = Qualified from { $qualified }%, still qualified from { $still }%, before rounding (rules { $rules })
competency-match-left-out = Left out because nothing is known: { $count ->
    [one] { $count } competency
   *[other] { $count } competencies
}
competency-match-indicative = Supervisor's rating, indicative: no formal assessment.
competency-why-rule = Rule: the supervisor's newest level holds, for { $months } months; "not observed" does not change it
competency-why-formula = Gap = required − present = { $required } − { $current } = { $difference }: { $gap }
competency-why-no-gap = Gap = required − present: { $gap }
competency-why-required = Required: level { $level } for { $position } ({ $source }, recorded { $on })
competency-why-not-required = Required: nothing; the standard of the position does not name it, or there is none
competency-why-current = Present: level { $level } by the supervisor on { $on }, { $evidence }
competency-why-until = Counts until { $until }
competency-why-stale = Counted only until { $until }: taken as not known
competency-why-never = Present: the supervisor has not given a level yet
competency-why-not-observed = Looked again on { $on }: not observed, the level stays
competency-why-earlier = Before: level { $level } on { $on }, { $evidence }; does not count any more
competency-why-beside = Beside it, not counted: { $name } { $level }
competency-why-evidence = { $count ->
    [0] No evidence in the last { $months } months
   *[other] Evidence in the last { $months } months: { $count }
}

# Competency gaps in tables.
gaps-person = EMPLOYEE
gaps-competency = COMPETENCY
gaps-unit = UNIT
gaps-no-unit = (no unit)
gaps-short = SHORT
gaps-levels = LEVELS
gaps-largest = MAX
gaps-met-column = MET
gaps-surplus-column = ABOVE
gaps-unknown-column = UNKNOWN
gaps-match-head = MATCH
gaps-match-column = MATCH: job person match, supervisor's rating, indicative. LEVELS: levels that are missing.
gaps-match-partly = * some competencies are not known and not counted
gaps-match = Job person match: { $match }
gaps-no-standard = This position has no competency standard yet.
gaps-missing = Gaps:
gaps-unknown = Not known:
gaps-met = Meets the standard:
gaps-surplus = Above the standard, closes no gap:
gaps-not-required = Not required:

# Objections.
objection-said = “{ $text }” · { $about }
objection-about-sheet = sheet of { $day }
objection-about-evaluation = evaluation
objection-day = day { $n }
objection-late-mark = late
objection-left = { $days ->
    [one] one day left
   *[other] { $days } days left
}
objection-next-forward = forward it to your superior
objection-next-explain = explanations are awaited
objection-next-decide = the decision is awaited
objection-short-forward = forward it
objection-short-explain = explanations
objection-short-decide = decision
objection-is-decided = decided
objection-is-taken-back = taken back
objection-days = { $days } days: until { $calendar } (calendar), { $working } (working)
objection-clock-ours = a rule of bina, not of the law
objection-clock-late = late by { $calendar } calendar days, { $working } working days; taken all the same
brief-development = Development
brief-effect = ask about the effect: { $item }
