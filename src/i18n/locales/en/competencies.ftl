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
heat-rating-keys = { $direction } 1-5 level · x not observed · d direction · u undo
heat-goes-right = After a level the cursor goes right: the next competency.
heat-goes-down = After a level the cursor goes down: the next person.
heat-end = This is the last cell. Esc when done.
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
