# overlays

# --- capture: what a line was understood as, and what is missing ---
capture-chip-person = about { $name }
capture-chip-people = { $count } people match
capture-chip-unknown = { $name }: nobody known
capture-chip-praise = praise
capture-chip-improve = to improve
capture-chip-observation = observation
capture-chip-agenda = agenda of the next session
capture-chip-action = action
capture-chip-mine = my promise
capture-chip-theirs = by the employee
capture-chip-tag = #{ $tag }
capture-chip-private = private
capture-chip-shared = shared
capture-chip-on = on { $day }
capture-chip-due = due { $day }
capture-no-person = Write the name first, for example: sari + helped a visitor.
capture-unknown-person = Nobody is called “{ $name }”. Write a few letters of the name, then the sign.
capture-ambiguous = Several people match: { $people }. Write more of the name.
capture-no-text = There is no text yet. Write what was seen or agreed.
capture-future-date = { $day } has not come yet. A note speaks of what has happened; put a coming day in the middle of the sentence.
# --- end of capture ---
