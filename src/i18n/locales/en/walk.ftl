# The walk screen and what belongs to it.

walk-left = { $at } of { $of } · { $left } left · about { $hours } h
stop-waiting = waiting
stop-finished = finished
stop-skipped = skipped
stop-parked = parked
notice-walk-over = The walk is over: { $count ->
    [one] one person
   *[other] { $count } people
} seen to.
why-nobody-to-walk = Nobody needs a visit. Filter with / to choose for yourself.
