# The heat map of the team and the grid for rating.
heat-by-person = person
heat-by-competency = competency
heat-by-unit = unit
heat-empty = Nobody here yet.
heat-nothing = There is no competency to rate here.
heat-gaps = { $count ->
    [one] { $count } gap
   *[other] { $count } gaps
}
heat-unknown = { $count } unknown
heat-positions-without = { $count ->
    [one] { $count } position without a standard
   *[other] { $count } positions without a standard
}
heat-gap = GAP
heat-sum = gaps
heat-rating = Rating
heat-rating-keys = { $direction } 1-5 level · 0 not observed · v direction · u undo
heat-goes-right = After a level the cursor goes right: the next competency.
heat-goes-down = After a level the cursor goes down: the next person.
heat-undo = Ratings are added, never deleted. u takes the last one back.
heat-filter = name, position, unit; #competency
heat-required = required { $level }
heat-suggested = suggested { $level }
heat-free = not required
heat-current = now { $level } ({ $day })
heat-current-stale = now { $level } ({ $day }, out of date)
heat-unrated = not rated
heat-looked = not observed { $day }
heat-previous = before { $level }
heat-own = self { $level }
heat-no-standard = position without a standard
heat-no-position = No position is recorded, so there is no standard.
heat-no-unit = Without a unit
heat-no-match = No level counts at present, so a job person match can't be computed.
heat-sum-rule = People whose present level is below the required one. Surplus does not make up for a gap; what is unknown is not counted.
heat-left-out = { $count ->
    [one] { $count } person is left out: the position has no standard.
   *[other] { $count } people are left out: their positions have no standard.
}
heat-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
heat-why = Why · { $of }
heat-suggestion = This position has no standard. Suggested for its kind: level { $level } for every managerial and socio-cultural competency.
heat-positions = Positions without a competency standard ({ $count })
heat-position-line = { $position }: { $people ->
    [one] { $people } person
   *[other] { $people } people
} · suggested level { $level }
heat-nowhere = { $count ->
    [one] Without a position: { $count } person
   *[other] Without a position: { $count } people
}
heat-all-standards = Every position here has a competency standard.
heat-import = Suggestions are for managerial and socio-cultural competencies; technical ones only the agency can set. To bring standards in: bina import standards FILE
heat-short-people = Who: { $names }
heat-column-name = COMPETENCY
heat-column-unit = UNIT
heat-column-people = PEOPLE
heat-column-short = SHORT
heat-column-levels = LEVELS
heat-column-surplus = MORE
heat-column-unknown = UNKNOWN
heat-column-who = WHO
heat-column-none = NO STD
heat-marks =
    { $below } below   { $above } above what is required   { $dash } unknown
    { $stale } out of date: counted as unknown
    { $idea_below } { $idea_above } { $idea_unknown } against a suggestion: no standard by the agency

# Rating competencies and work behaviour: rows, forms, the sentences below them.
rating-page = Competencies
behaviour-page = Work behaviour
rating-match = JPM { $percent }, { $band } · supervisor's rating, indicative
rating-match-unknown = { $count } unknown
rating-no-match = The match with the position can't be computed yet: no level holds.
rating-no-standard = This position has no standard of competencies yet. It can be rated all the same.
rating-column-required = needs
rating-column-before = before
rating-column-own = self
rating-column-now = now
rating-column-gap = gap
rating-column-evidence = notes
rating-anchor = Level { $level } ·
rating-levels = What one sees and hears
rating-why = Why · { $name }
rating-words-first = Level { $level }: read its words below, press again to keep it.
rating-done = { $name }: { $value }. u takes it back.
rating-asked = Next talk's agenda: ask about { $name }.
rating-question = Ask about the competency { $name }
rating-due = To be rated
rating-shows-all = All
rating-nothing-due = No competency has to be rated now. v shows all of them, Ctrl-N goes on.
rating-evidence = { $count ->
    [0] No evidence has been noted yet
   *[other] Evidence ({ $count })
}
rating-level-1 = 1
rating-level-2 = 2
rating-level-3 = 3
rating-level-4 = 4
rating-level-5 = 5
rating-level-open = not chosen
rating-level-missing = Choose the level: a digit from 1 to 5, or x if it was not observed.
rating-no-facet = not told apart
rating-rater-other = somebody else
rating-name-missing = Fill in who judged.
field-level = Level
field-evidence = Evidence
field-second-evidence = Second piece
field-third-evidence = Third piece
field-facet = Mostly
field-rater = Rated by
field-rater-name = Name of the rater
field-expectation-rating = Rating
field-note = Note
form-rate = Rating and its reason
form-rate-help = Evidence: take a note with → (^N for the next), or write the name of a document. May be empty; a rating without evidence is marked *.
form-rate-behaviour = Work behaviour
form-rate-behaviour-help = Rated against the expectation, with a note where it helps.
form-expect-behaviour = The leader's special expectation
form-expect-behaviour-help = The employee reads it too. Leave it empty to take it away.
self-check-title = Before you go on: a look at your own ratings
self-check-help = For you alone: neither stored nor sent. Enter goes back to the row, Esc goes on.
place-self-check = Self-check
behaviour-heading = Work behaviour BerAKHLAK · { $period } · apart from the competencies
behaviour-quarter = TW { $quarter } { $year }
behaviour-year = year { $year }
behaviour-column = TW { $quarter }
behaviour-expectation = Special expectation: { $text }
behaviour-history = Ratings given so far
tab-competencies = Competencies
step-competencies = Competencies
