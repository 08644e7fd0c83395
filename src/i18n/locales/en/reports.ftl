# When, who, what: used by several reports.
report-late = { $days ->
    [one] one day late
   *[other] { $days } days late
}
report-past = { $days ->
    [one] one day over
   *[other] { $days } days over
}
report-today = today
report-open = in progress
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
mood-2 = rather heavy
mood-3 = neutral
mood-4 = fairly good
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
brief-never = never yet
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
brief-evidence = Evidence
brief-no-evidence = nothing noted yet
brief-spread = Spread
brief-private = P
brief-shared = S
brief-praise = Praise
brief-praise-never = None noted yet. Look for one real example before you meet.
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
status-why = WHY
status-days = { $days ->
    [one] one day
   *[other] { $days } days
}
status-empty = No people yet. Import them with: bina import people FILE
due-nothing = Nothing is due this week.
due-objections = Objections to the sheet
due-sessions = Sessions
due-actions = Actions: { $owner }
