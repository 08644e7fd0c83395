# The agenda screen and what belongs to it.

agenda-empty =
    The agenda is empty: no session is due and no action is open.

    Press 1 to go back to the team.
agenda-objections = Objections ({ $count })
agenda-overdue = Sessions overdue ({ $count })
agenda-mine = My promises ({ $count })
agenda-soon = Sessions within 7 days ({ $count })
agenda-theirs = Actions of employees ({ $count })
agenda-goals = Goals that wait ({ $count })
agenda-postponed = Postponed or missed this month ({ $count })
agenda-done = Done this month ({ $count })
agenda-last-session = last session { $days ->
    [one] one day
   *[other] { $days } days
} ago
agenda-first-session = no session yet
agenda-postponed-to = postponed to { $to }
agenda-missed = missed
agenda-state-open = for the next session
agenda-state-discussed = talked about { $day }
agenda-state-dropped = dropped
agenda-development = Development ({ $count })
agenda-pair-ends = mentoring ends: { $topics }
agenda-licence = lapses: { $title }
