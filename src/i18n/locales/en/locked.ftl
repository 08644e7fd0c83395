# The hidden screen.
locked-since = The screen has been hidden since { $clock }.
locked-since-day = The screen has been hidden since { $day }, { $clock }.
locked-any-key = Press any key to show it.
locked-passphrase = Passphrase:
locked-checking = Checking …
locked-wrong = Wrong passphrase.
locked-keys = Enter opens. ^C leaves; what was typed is kept.
