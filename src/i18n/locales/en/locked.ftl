# The hidden screen.
locked-since = The screen is hidden since { $clock }.
locked-since-day = The screen is hidden since { $day }, { $clock }.
locked-any-key = Press any key to show it.
locked-passphrase = Passphrase:
locked-checking = Checking …
locked-wrong = Wrong passphrase.
locked-keys = Enter opens. ^C leaves; what was typed is kept.
