# The walk screen and what belongs to it.

walk-left = { $at } of { $of } · { $left } left · about { $hours }
stop-waiting = waiting
stop-finished = finished
stop-skipped = skipped
stop-parked = parked
notice-walk-over = The walk is over: { $count ->
    [one] one person
   *[other] { $count } people
} seen to.
why-nobody-to-walk = Nobody needs a visit. Filter with / to choose for yourself.
notice-walk-resumed = The walk goes on at the same person.
notice-walk-kept = The walk is kept; w goes on with it.
