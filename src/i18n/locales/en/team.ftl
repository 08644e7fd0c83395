# The team screen and what belongs to it.

team-objections = { $count ->
    [one] one objection
   *[other] { $count } objections
}
team-overdue = { $count ->
    [one] one session overdue
   *[other] { $count } sessions overdue
}
team-my-promises = { $count ->
    [one] one promise overdue
   *[other] { $count } promises overdue
}
team-this-week = { $count } within 7 days
team-open-sessions = { $count ->
    [one] one session open
   *[other] { $count } sessions open
}
team-drafts = { $count ->
    [one] one draft waiting
   *[other] { $count } drafts waiting
}
team-all-well = Nothing is pressing
team-everybody = everybody: { $count } people
team-found = { $count ->
    [one] one match
   *[other] { $count } matches
}
team-unknown-key = { $key }: is no key of the filter; looked for as a word
team-empty =
    Nobody is here yet.

    Import the list of people that the office already has (XLSX or CSV):
    bina import people people.xlsx

    Or press a to add people one by one.
team-nobody = Nobody reports to you directly. Press f to see everybody.
team-no-match = Nobody matches. Esc clears the filter.
column-name = NAME
column-session = LAST
column-next = NEXT
column-goals = GOALS
column-promises = ME/THEM
column-evidence = NOTES
next-overdue = { $days }d overdue
next-objection = objection
next-open = open
next-today = today
next-leave = on leave
next-ended = ended
order-neglect = who needs you most
order-name = name
order-last-session = last session
order-next-session = next session
order-unit = unit
why-reasons = { $name }: { $reasons }.
why-nothing = { $name }: everything is in rhythm.
why-on-leave = { $name } is on leave; sessions are suspended.
why-ended = { $name } no longer serves here.
