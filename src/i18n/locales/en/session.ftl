# The session screen and what belongs to it.

# --- closing: worth a second look before a session is closed ---
closing-private-phrase = “{ $word }” also stands in your private notes.
closing-other-person = { $word } is named on the sheet of this employee.
closing-person-word = “{ $word }” judges the person, not the act. What was seen?
closing-health-or-family = “{ $word }”: health and family had better not stand on the sheet.
closing-nothing-shared = The employee would receive an empty sheet: nothing is shared yet.
closing-only-corrections = { $count ->
    [one] There is only one correction and no praise yet.
   *[other] There are only corrections ({ $count }) and no praise yet.
}
closing-no-next-step = There is no next step yet: no action has a date.
closing-no-next-date = There is no day for the next talk yet.
closing-recent-evidence = All { $count } pieces of evidence of this year are from the last { $days } days.
closing-goals-unspoken = { $count ->
    [1] Not spoken of: the goal “{ $word }”, which is not on track.
   *[other] Not spoken of: { $count } goals that are not on track, “{ $word }” among them.
}
# --- end of closing ---

step-prepare = Prepare
step-follow-up = Follow up
step-goals = Goals
step-feedback = Feedback
step-agreements = Agreements
step-response = Response
step-close = Close
session-since = begun { $time }
prepare-brief = Brief
follow-up-nothing = There is nothing to follow up from before. ^N goes on.
came-back-heading = What came back from the session of { $day }
follow-up-mine = My promises
follow-up-theirs = Actions of the employee
follow-up-agenda = Prepared agenda
entry-new = New line
entry-editing = Correcting
entry-opened = From a note
feedback-in-session = In this session ({ $count })
notes-since-last = Notes since the last session ({ $count })
notes-older = { $count } shared notes from before the last session; Enter unfolds
notes-older-open = { $count } shared notes from before the last session; Enter folds
news-since-last = Values and competencies since the last session ({ $count })
note-went = lifted already
note-printed = goes on the sheet
note-left-out = not on the sheet
notice-not-on-sheet = This will not be printed: it is private, or part of the session already.
note-lifted = lifted into a session
note-opened = opened in a session
note-will-be-read = { $name } will read: “{ $text }”
notice-look-before-sharing = Read it word for word; p again shares and lifts it.
agreements-in-session = Agreed in this session ({ $count })
field-purpose = Purpose
field-agenda = Agenda
field-goal = Goal
field-reality = Reality
field-options = Options
field-will = Will
field-words = Words
field-mood = Mood
field-next-talk = Next talk
prompt-purpose = What is this talk for? What should come of it?
prompt-agenda = One thing to talk about; Enter saves it
prompt-situation = When and where?
prompt-behaviour = What was seen or heard? #tag
prompt-impact = What came of it for citizens, team or target?
prompt-intent = Ask: what was meant to be achieved?
prompt-goal = What result, before the next talk?
prompt-reality = What was tried, what is in the way?
prompt-options = Which options are there? Who can help?
prompt-will = Which step, by whom, when, what shows it?
prompt-action = Who does what? ^G changes the owner
prompt-due = tomorrow, friday, end of month, 15/12
prompt-measure = How will we know that it is done?
prompt-words = The employee’s own words, as they are
prompt-next = empty means: not agreed yet
statements-heading = About this talk, 1 not at all – 5 fully (optional)
close-receives = What the employee receives, word for word
close-asked-twice = !! { $what ->
    [private] private words
    [empty] an empty sheet
   *[both] private words and an empty sheet
}: ^D twice · ! only said · Enter goes there{ $more ->
    [0] {""}
   *[other] {" "}· { $more } more
}
close-only-said = ! only said, ^D closes · Enter goes there{ $more ->
    [0] {""}
   *[other] {" "}· { $more } more
}
close-more = { $count ->
    [one] one more line
   *[other] { $count } more lines
}
tally-praise = + { $count } praise
tally-improve = - { $count } to improve
tally-goals = { $count ->
    [1] { $count } goal
   *[other] { $count } goals
}
session-no-plan = No results are planned for this period yet. ^N goes on.
session-goal-due = until { $day }
tally-actions = { $count ->
    [one] 1 agreement
   *[other] { $count } agreements
}
notice-closed = Session closed. Code of the sheet: { $receipt } · { $name } · u opens it again
notice-session-kept = The session stays open; s goes on at the same place.
notice-unfinished-line = There is text here that is no line yet. ^S saves it.
notice-agenda-returns = This line comes back in the next session.
notice-close-anyway = Look at the warnings above first. ^D once more closes all the same.
notice-session-kind = Kind of session: { $kind }
follow-up-effects = Effects to be asked about
agreements-development = Development: proposed from this talk and from needs
effect-question = Seen? { $expect }
propose-step = plan: { $topic }
propose-from-talk = from this talk
propose-from-need = a need
ask-wish = What do you want to learn? Note the wish
