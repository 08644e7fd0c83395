# What holds, and where it comes from.
settings-title = Settings: what applies, and why
settings-look = Look
settings-lang = language
settings-lang-id = Indonesian
settings-lang-en = English
settings-colors = colours
settings-ground = background
settings-ground-dark = dark
settings-ground-light = light
settings-ground-unknown = not known
settings-signs = signs
settings-plain = plain
settings-config = configuration
settings-work = Work
settings-rules = rules in force
settings-source = their source
settings-rules-file = their file
settings-built-in = built in
settings-cadence = session rhythm
settings-every-weeks = { $count ->
    [one] every week
   *[other] every { $count } weeks
}
settings-every-months = { $count ->
    [one] every month
   *[other] every { $count } months
}
settings-keys = keys of your own
settings-store = Store
settings-path = directory
settings-entries = journal entries
settings-count = { $count }
settings-access = access
settings-read-only = view only
settings-protection = Protection
settings-hides = the screen hides
settings-never = never by itself
settings-after-minutes = { $count ->
    [one] after one minute without a key
   *[other] after { $count } minutes without a key
}
settings-hides-now = at once with
settings-opens = shown again by
settings-opens-key = any key
settings-opens-passphrase = the passphrase
settings-encrypted = encrypted
settings-backups = Backups
settings-place = place
settings-no-backups = not made by themselves; make one with: bina backup FILE
settings-newest = newest
settings-age = { $days ->
    [0] today, { $clock }
    [one] yesterday, { $clock }
   *[other] { $day }, { $clock }, { $days } days ago
}
settings-kept = kept
settings-none = none
settings-source-built-in = bina; PermenPANRB 6/2022 asks for ongoing feedback and leaves the rhythm to the agency
