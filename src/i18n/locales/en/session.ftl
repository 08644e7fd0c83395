# session

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
# --- end of closing ---
