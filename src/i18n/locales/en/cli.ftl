# Help: headings.
cli-help-usage = Usage:
cli-help-commands = Commands
cli-help-command = COMMAND
cli-help-arguments = Arguments
cli-help-options = Options
cli-help-global = Options of every command
cli-help-examples = Examples
cli-help-any-options = OPTIONS
cli-help-default = { $help } (otherwise { $value })
cli-help-env = { $help } (variable { $name })

# Help: what the commands are for.
cli-group-begin = To begin
cli-group-look = To look
cli-group-talk = Notes and sessions
cli-group-goals = Goals and competencies
cli-group-judge = Evaluation
cli-group-develop = Development
cli-group-out = To take out and to look back
cli-group-keep = Backups and the state of the store
cli-group-protect = Encrypting and erasing
cli-group-program = About the program

# Help: topics.
help-topics = Topics of bina help
help-topics-next = bina help TOPIC shows one of them, bina help COMMAND how a command is typed.
help-no-topic = There is no topic and no command "{ $topic }"
cli-hint-topics = All topics: bina help

# Help: values.
placeholder-code = CODE
placeholder-column = COLUMN
placeholder-competency = COMPETENCY
placeholder-course = COURSE
placeholder-date = DATE
placeholder-day = DAY
placeholder-dir = DIR
placeholder-example = EXAMPLE
placeholder-field = FIELD
placeholder-file = FILE
placeholder-goal = GOAL
placeholder-item = ITEM
placeholder-kind = KIND
placeholder-level = LEVEL
placeholder-line = LINE
placeholder-mentor = MENTOR
placeholder-month = MONTH
placeholder-n = N
placeholder-name = NAME
placeholder-nip = NIP
placeholder-no = NUMBER
placeholder-note = NOTE
placeholder-other = OTHER
placeholder-period = PERIOD
placeholder-points = POINTS
placeholder-position = POSITION
placeholder-reason = REASON
placeholder-result = RESULT
placeholder-rupiah = RUPIAH
placeholder-s = S
placeholder-shell = SHELL
placeholder-state = STATE
placeholder-text = TEXT
placeholder-title = TITLE
placeholder-topic = TOPIC
placeholder-unit = UNIT
placeholder-value = VALUE
placeholder-what = LIST
placeholder-who = WHO
placeholder-why = WHY
placeholder-y = Y
placeholder-year = YEAR

# Help: examples.
example-bina =
    bina demo
    bina import people staff.csv --dry-run
    bina note "sari + cleared the 2019 archive yesterday"
    bina help
example-init =
    bina init --me 197406191994092501
    bina init --name "Siti Aisyah Sinaga" --position "Kepala Seksi"
example-import =
    bina import people staff.csv --dry-run
    bina import people staff.xlsx --sheet 2 --map "Nama Bapak/Ibu=name"
    bina import goals skp-2026.csv --refused refused.csv
example-demo =
    bina demo
    bina demo --fresh --people 50 --years 5
example-note =
    bina note "sari + cleared the 2019 archive #onboarding yesterday"
    bina note "yusuf >> draw up the timetable next friday"
example-due =
    bina due
    bina due --json
example-status =
    bina status
    bina status --all --json
example-brief =
    bina brief sari
    bina brief sari --as-of 2026-05-15
example-goals =
    bina goals
    bina goals evi --text
    bina goals --by result --year 2026
example-checkin =
    bina checkin evi arsip 84 "boxes 61-84 done"
    bina checkin evi arsip +24 --on yesterday
example-rate =
    bina rate evi integritas 3 "files always complete"
    bina rate evi integritas x
example-gaps =
    bina gaps
    bina gaps --by competency --csv > gaps.csv
example-standards =
    bina standards
    bina standards --missing
example-evaluate =
    bina evaluate sari --period 2026-Q4 --results meets --behaviour above
    bina evaluate yusuf --period 2026 --not-assessed leave
example-evaluations =
    bina evaluations
    bina evaluations sari --period 2026
example-guard =
    bina guard --period 2026-Q4
    bina guard --period 2026 --organisation good --others 2,9,1,0,0
example-credit =
    bina credit rina
    bina credit rina --before 25
example-deadline =
    bina deadline 2026-12-14 --days 14
example-needs =
    bina needs
    bina needs --by unit --csv > needs.csv
example-develop =
    bina develop sari "Filing" --kind coaching --expect "Files by the scheme"
example-development =
    bina development
    bina development sari
example-learned =
    bina learned sari "Bimtek on archives" --jp 16 --until 2026-11-20
example-effect =
    bina effect sari 1 partly "The new files are in order"
    bina effect --course "Bimtek on archives"
example-wish =
    bina wish sari "Writing letters" --why "To draft without corrections"
example-mentor =
    bina mentor sari evi "Archives" --until 2027-05-31
    bina mentor sari --talk 2026-12-03
example-proposal =
    bina proposal --year 2027
    bina proposal --year 2027 --budget 25000000
example-readiness =
    bina readiness sari
    bina readiness sari --for "Kepala Seksi"
example-plan =
    bina plan evi 2026-12-15
    bina plan evi "next monday"
example-sheet =
    bina sheet evi > sheet.txt
    bina sheet evi --receipt BSGVC-XY2FJ --signed
    bina sheet evi --receipt BSGVC-XY2FJ --objects "The date is wrong"
example-addendum =
    bina addendum evi "The figure was 48, not 84." --shared
example-export =
    bina export > everything.json
    bina export evi --shared > for-evi.json
    bina export goals --year 2026 > goals.csv
example-log =
    bina log
    bina log evi --since 2026-11-01 --count 50
example-keys =
    bina keys
    bina keys --json
example-doctor =
    bina doctor
    bina doctor --link
example-verify =
    bina verify
    bina verify --checkpoint /media/usb/bina.json
    bina verify --against /media/usb/bina.json
example-rebuild =
    bina rebuild
example-backup =
    bina backup
    bina backup /media/usb/bina-2026-11-21.jsonl
example-restore =
    bina restore /media/usb/bina-2026-11-21.jsonl
    bina restore /media/usb/bina-2026-11-21.jsonl --replace
example-encrypt =
    bina encrypt
    bina encrypt --new-identity ~/.config/bina/key
example-passphrase =
    bina passphrase
    bina passphrase --recovery
example-forget =
    bina forget "Yusuf Azhari"
example-retention =
    bina retention
    bina retention --apply
example-help =
    bina help
    bina help keys
    bina help restore
example-completions =
    bina completions bash > ~/.local/share/bash-completion/completions/bina
example-man =
    bina man > bina.1
    bina man | man -l -

# Exit codes.
exit-done = Done; also if the reader of the output has gone
exit-refused = Refused: a rule or the system said no; a row of an import was refused
exit-usage = The command line can't be understood; the screens were asked for where no terminal is
exit-configuration = The configuration is wrong; file, line and the nearest known key are named
exit-busy = Another process has the store open; it is named. What only looks works all the same
exit-damaged = The store is damaged, or written by a newer bina
exit-fault = A mistake in bina itself

# The manual page.
man-title = User commands
man-name = Name
man-name-line = bina - looks after people: periodic talks, notes, agreements
man-synopsis = Synopsis
man-description = Description
man-description-more = For supervisors in Indonesian government offices. The guide is in the program: bina help. Every command works without a terminal, says what it found on standard output and what went wrong on standard error.
man-files = Files
man-file-config = The configuration; it need not exist
man-file-store = The store: a journal, its index and drafts
man-file-backups = Backups that bina makes by itself
man-file-demo = The store of the demo
man-environment = Environment
man-env-xdg = Where configuration and data lie instead of ~/.config and ~/.local/share
man-env-lang = The language, where neither option nor configuration says one
man-env-no-color = If set: no colours
man-env-editor = The editor for long texts
man-env-pager = Shows the pages of bina help on a terminal, if set
man-exit = Exit codes
man-see-also = See also
man-see-also-line = bina help, bina help shell, bina help configuration

# Help: commands.
about-bina = Looks after people: periodic talks, notes, agreements. Without a command, the screens open.
about-init = Say who uses bina
about-note = Note one line: whom, a sign, what, when
about-due = Show sessions and actions that are due
about-status = Show everybody, who needs you most first
about-brief = Show one screen about somebody
about-plan = Set the day of the next session
about-sheet = Print the sheet of a closed session, or record the employee's answer
about-addendum = Add an addendum to a closed session
about-export = Write everything, or all about one person, as JSON; a list as CSV
about-log = Show what was done
about-keys = Show the table of keys, with every command of the screens
about-help = Show a page of the guide, or how a command is typed
arg-topic = A topic or a command; without one, the list of topics
about-verify = Check the store
about-rebuild = Make the index anew from the journal
about-backup = Write a backup to a file
about-restore = Restore from a backup
about-completions = Write completions for a shell
about-man = Write the manual page

# Help: arguments.
arg-help = Show this help
arg-version = Show the version
arg-store = Directory of the store
arg-today = Take DATE (YYYY-MM-DD) for today
arg-lang = Language
arg-json = Output for machines, where something is listed
arg-read-only = Only look; works also while another process has the store
arg-plain = No colours, no drawn marks
arg-config = Configuration file
arg-me = The user's NIP, if already in the store
arg-full-name = Your full name with titles, if not yet in the store
arg-name = A name, a part of it, or a NIP
arg-nip = NIP
arg-position = Position
arg-unit = Work unit
arg-acting = Acting for a vacant post (plt) or for the day (plh)
arg-line =
    A name, a sign, text, #tags and a day. The signs:
      +      praise
      -      to improve
      =      observation, also without a sign
      !      a line for the next session
      >>     an action of the employee; a day at its end is the due day
      >> me  your own promise
    @shared: the employee may see it; @private: only you
    A line - alone reads it from standard input, so that it stands neither in the list of processes nor in the history of the shell.
arg-all = Everybody in the store, not only the own team
arg-day = A date (YYYY-MM-DD), or words: tomorrow, "next monday", "in 2 weeks"
arg-date = A date, YYYY-MM-DD
arg-markdown = As Markdown; the text of a sheet is Markdown already
arg-receipt = The receipt code of the sheet
arg-signed = The employee signed the sheet
arg-read = The employee read the sheet
arg-objects = The employee objects, with the reason
arg-text = Text; - reads it from standard input, so that it stands neither in the list of processes nor in the history of the shell
arg-on-sheet = Printed with the employee's sheet; without it, for you only
arg-shared = Only what the employees may see; to hand it to somebody, give the name as well
arg-of = Only about this person; without a name, about everybody in the store; with goals or ratings in front: goals or competency ratings of these people as CSV; standards: standards of positions as CSV
arg-count = How many, the newest
arg-file = File
arg-shell = bash, zsh, fish, elvish or powershell

# A command line that can't be understood.
usage-command = There is no command "{ $name }"
usage-unknown = There is no option "{ $arg }"
usage-missing = Still missing: { $arg }
usage-conflict = { $arg } can't be used with { $other }
usage-no-value = { $arg } needs a value
usage-value = "{ $value }" is no value for { $arg }
usage-other = { $reason }
usage-date = { $arg }: "{ $value }" is no date; write it like 2026-11-24
usage-name-empty = The name is missing
usage-init = Say your name or your NIP
cli-hint-help = See: bina --help
cli-hint-possible = Perhaps: { $words }
cli-hint-init = For example: bina init --me 198609262015051001, or bina init --name "Full Name" --position "Kepala Seksi"

# What did not work.
failure-output = The output can't be written: { $reason }
failure-input = Standard input can't be read: { $reason }
failure-panic = A mistake of bina itself; what was saved is unchanged
cli-hint-panic = Please report this place: { $place }
failure-no-home = The home directory is not known
cli-hint-no-home = Set HOME, or give --store and --config.
failure-no-store = There is no store at { $path } yet
cli-hint-first-steps = Begin with: bina init, bina import people FILE, or bina demo
cli-hint-import-first = Import the people first: bina import people FILE
failure-nobody = Nobody fits "{ $name }"
cli-hint-names = A part of the name or of the NIP is enough. All names: bina status --all
failure-several = "{ $name }" fits { $count } people; write more of it
cli-candidate = { $name } · { $nip } · { $unit }
cli-candidates-more = … and { $count } more
failure-no-session = There is no closed session of { $name } on that day
cli-session = { $day }  { $caption }

# Configuration.
config-unreadable = { $file } can't be read: { $reason }
config-syntax = { $file }, line { $line }: { $reason }
config-unknown-key = { $file }, line { $line }: unknown key "{ $key }"
config-wrong-value = { $file }, line { $line }: { $key } can't be { $found }
config-nearest = Perhaps it should be: { $key }
expected-lang = May be: "id" or "en"
expected-background = May be: "auto", "dark" or "light"
expected-color = May be: "auto", "never" or "always"
expected-cadence = Write a rhythm like "2w" (two weeks) or "1m" (one month)
expected-minutes = Write whole minutes, from 0 (never) to 1440
expected-flag = Write true or false
expected-path = Write a path in quotes
expected-table = Write it as a table, for example [keys]
expected-words = Write one key or a list of keys, for example ["ctrl-s"]
expected-days = Write a list of dates, for example [2026-03-20, 2026-03-23]

# What worked.
init-done = You are on record: { $name } · the store is at { $path }
plan-done = A session with { $name } is planned for { $day }.
plan-not-working = That is no working day; the next one is { $day }.
addendum-done-private = The addendum was added to the session of { $name }, { $day }; for you only.
guarded-look = Look at this first: others will read it. Nothing was written.
guarded-warning = { $name }: { $warning }
guarded-hint-yes = With --yes it is written all the same.
addendum-look = Look at this first: the employee reads the addendum. Nothing was written.
addendum-hint-yes = With --yes it is written all the same.
plan-far = That is { $days } days away; the rhythm is { $rhythm }. From { $day } on the session counts as late.
addendum-done-shared = The addendum was added to the session of { $name }, { $day }; it is printed with the sheet.
note-done = Noted: { $what }. { $text }
note-same-name = Several people have this name; write the NIP instead
note-ambiguous = Several people fit; write more of the name

import-reading = Reading …
import-checking = Checking { $count } rows …
import-plans-split = { $count ->
    [one] One plan was split, because its owner is in another unit now; targets that go on have to be agreed anew.
   *[other] { $count } plans were split, because their owners are in another unit now; targets that go on have to be agreed anew.
}
import-saving = Saving { $count } records …
import-next = Next: bina
import-next-init = Next, say who you are: bina init --me NIP
store-chain = Chain hash: { $hash }
failure-backup-exists = { $path } is there already; a backup never overwrites one
cli-hint-new-file = Name a file that is not there yet.
about-import = Import a list from CSV or XLSX: people, goals, standards, evaluations, learning and others
about-demo = Open an invented office in a store of its own
arg-what = What the file lists: people, goals, standards (of positions), or framework (of competencies; also TOML)
arg-map = What a column says, for example --map "Nama Bapak/Ibu=name"
arg-dry-run = Report only, change nothing
arg-refused = Write refused rows with the reason to a new CSV file
arg-sheet = The sheet of a workbook, by name or number
arg-people = How many people
arg-years = How many years of history
arg-seed = Where to start; the same number gives the same contents
arg-build-only = Only build, don't open the screens
arg-fresh = Throw the sample that is there away first
verify-all = The store is intact: { $entries } entries (journal files: { $segments }) match the index.
verify-journal = The journal is intact: { $entries } entries (files: { $segments }); the index was not compared.
verify-damaged = { $count ->
    [one] The store is damaged in one place.
   *[other] The store is damaged in { $count } places.
}
cli-hint-damaged = Put the named file back from a copy of the folder, or move the folder away and restore a backup with: bina restore
cli-hint-index = Make the index anew with: bina rebuild
rebuild-done = The index was made anew from { $entries } entries.
backup-done = The backup is in { $path }: { $entries } entries.
restore-done = Restored to { $path }: { $entries } entries.

# bina doctor
about-doctor = Show what was found here and decided from it, without any record
arg-link = Also ask the terminal and time its answer
arg-log = Write a log to FILE, without any record
failure-log = the log { $path } can't be written: { $reason }
failure-log-other = { $path } is no log of bina; nothing was changed
doctor-terminal = Terminal
doctor-decided = Decided from it
doctor-store = Store
doctor-term = TERM
doctor-colorterm = COLORTERM
doctor-size = size
doctor-input = input
doctor-output = output
doctor-between = between
doctor-link = there and back
doctor-colors = colours
doctor-signs = signs
doctor-lang = language
doctor-config = configuration
doctor-rules = rules in force
doctor-keys = keys
doctor-now = clock
doctor-path = directory
doctor-state = state
doctor-owner = owner, rights
doctor-file-system = file system
doctor-bytes = size on the disk
doctor-held = opened by
doctor-entries = entries
doctor-people = people
doctor-waiting = drafts waiting
doctor-backup = last backup
doctor-sync = time of a sync
doctor-unset = not set
doctor-is-terminal = a terminal
doctor-is-none = no terminal
doctor-nothing-seen = nothing seen
doctor-no-answer = no answer within 2 seconds
doctor-yes = yes
doctor-no = no
doctor-because = { $what } ({ $reason })
doctor-by-plain = --plain
doctor-by-config = configuration
doctor-by-option = option
doctor-by-no-color = NO_COLOR
doctor-by-nothing = nobody objects
doctor-by-console = TERM=linux
doctor-by-variable = { $name }={ $value }
doctor-by-answer = the terminal says so
doctor-by-memory = as last time in such a terminal
doctor-by-no-locale = LC_ALL and LANG say nothing
doctor-config-read = { $path } (read)
doctor-config-none = { $path } (not there)
doctor-keys-own = { $count ->
    [0] as built in
    [one] 1 command with keys of its own
   *[other] { $count } commands with keys of their own
}
doctor-clock-real = { $now } { $zone }
doctor-clock-replayed = { $now } { $zone } (--today, not the real day)
doctor-no-store = there is none yet
doctor-owner-you = you
doctor-unknown = unknown
doctor-kib = { $count } KiB
doctor-count = { $count }
doctor-nobody = nobody else
doctor-holder = { $user }, process { $pid } on { $terminal }, { $host }
doctor-not-measured = not measured
doctor-broken = Broken: { $what }
doctor-doubtful = Look after: { $what }
doctor-well = Nothing is broken.
doctor-network = the store lies on a network file system or FUSE ({ $kind }); there locks and syncs may not hold what they promise. Move it to a disk of this machine.
doctor-no-sync = nothing can be written to the directory of the store: { $reason }
doctor-clock = the newest entry is later than the clock of this machine; check the clock
doctor-drafts = the drafts can't be read; the screens will put them aside at the next start
doctor-link-silent = the terminal did not answer within 2 seconds; bina never waits for answers, but keys will take long too

# Goals.
about-goals = Show goals: progress, pace, status and last value
about-checkin = Note the value of a goal
arg-by = Arranged by person, by the leader's result (result) or by status
arg-year = Year of the plan; the one in effect today otherwise
arg-pasted = The text of each result for pasting into e-Kinerja: values and shared notes
arg-goal = Tag of the goal, or words from the titles of its result and indicator
arg-value = The value, for example 84; +24 for so much more; yes or no; the text where success is described
arg-note = Note, shared with the employee; - reads it from standard input, so that it stands neither in the list of processes nor in the history of the shell
arg-evidence = Evidence: number of a letter or a link; for competency ratings also the identifier of a record
arg-on = Day of the value (YYYY-MM-DD), or in words: yesterday, "12/11"
checkin-done = Saved: { $name } · { $title }: { $line }
checkin-nothing = No goal fits "{ $goal }"; write for example:
checkin-several = "{ $goal }" fits { $count } indicators; write one of:
checkin-candidate = { $goal }  → { $indicator } ({ $result })
goals-no-plan = { $name } has no plan for that time
goals-hint-import = Import the plan: bina import goals FILE
goals-empty = No goals yet. Import them with: bina import goals FILE
export-no-goals = There are no goals of { $year }
export-year-alone = --year is only for: bina export goals

about-rate = Rate a competency
about-gaps = Show competency gaps: what is required against what is there
about-standards = Show the standards of positions, suggestions, and positions without one
arg-competency = Name of a competency, its short name, or the beginnings of its words
arg-level = Level 1 to 5; x or - if not observed
arg-reason = Reason; - reads it from standard input, so that it stands neither in the list of processes nor in the history of the shell
arg-own = The employee's own rating
arg-rater = The rating of somebody else, by name
arg-facet = The side that is rated: knowledge, skill or attitude
arg-gaps-by = By person, by competency, or by unit
arg-xlsx = As an XLSX workbook in a new file; an existing one is never overwritten
arg-csv = As CSV for a spreadsheet
arg-missing = Only positions without a standard
rate-done = Saved: { $name } · { $competency } ({ $rater }): { $said }
rate-no-evidence = This rating has no evidence; add some with --evidence if there is any.
rate-nothing = No competency fits "{ $competency }". Perhaps:
rate-several = { $count } competencies fit "{ $competency }". Name one of them:
rate-candidate = { $short } · { $name }
standards-none = No standards of positions yet. Import them with: bina import standards FILE
standards-hint-import = Import standards: bina import standards FILE
standards-complete = All positions have a standard.
standards-missing = { $position }: no standard yet ({ $people ->
    [one] { $people } person
   *[other] { $people } people
})
standards-suggestion = Suggested by kind of position, not in force:
export-ratings-shared = Ratings are the supervisor's own; --shared does not apply to bina export ratings.

# Log, checkpoints, and what was known on a day
arg-since = Since that day, like 2026-11-01 or yesterday
arg-kind = Only that kind, like feedback-noted
arg-as-of = As it stood at the end of that day
arg-checkpoint = Write where the chain ends to a new FILE, to be kept elsewhere
arg-against = Compare with a checkpoint or a backup
log-unknown-kind = There is no kind of change called { $kind }
log-hint-kinds = The kind of each change stands in the field kind of: bina log --json
as-of-title = As of { $day }
as-of-unknown = On { $day } this person was not in the store yet.
export-as-of-alone = --as-of needs the name of one person
verify-checkpoint = Checkpoint written to { $path }: entry { $entry }. Keep it outside of this computer.
verify-contained = The store contains what { $path } holds unchanged: up to entry { $entry }.
verify-rewritten = Entry { $entry } ({ $place }) has another hash: history up to this entry was changed.
verify-differs = Entry { $entry } ({ $place }) differs from line { $line } of { $path }: history was changed from this entry on.
verify-shorter = The store ends with entry { $newest }: entries { $from } to { $until } are missing.
verify-against-failed = The store does not fit { $path }
cli-hint-rewritten = Delete nothing. Keep both, and compare with an older backup: bina verify --against FILE
failure-checkpoint-exists = { $path } is there already; a checkpoint is never written over anything
failure-against-missing = { $path } is no file that can be read
failure-against-unreadable = { $path } is neither a checkpoint nor a backup of bina: line { $line } can't be read
failure-output-changed = The change was made and is saved, but the output can't be written: { $reason }
failure-clock = The clock of this machine shows a time before 1970 or after 9999. Nothing was read or changed.
cli-hint-clock = Set the clock, then try again.
zone-misspelt = TZ={ $zone } names no time zone; UTC is taken. Write for example TZ=Asia/Jakarta.
config-no-file = { $file } is no ordinary file but a pipe or a device; name a file.
config-too-large = { $file } is larger than { $most } MiB, more than a configuration can hold.
config-no-text = { $file } is no UTF-8 text; save it anew as UTF-8.
note-several-lines = There are { $count } lines; a note is one line. Nothing was saved. Send them one by one.
checkin-note-shared = The note on a value is shared with the employee; what is only for you goes to a note with the tag of the goal.
arg-take-over = Go on here if another bina of yours has the store open: it keeps what was typed, and goes
usage-take-over = --take-over is for the screens; commands that write are handed over by themselves
take-over-held = Your bina is open already: process { $pid } on { $terminal }, since { $since }{ $known ->
    [0] .
   *[other] , last key { $key }.
}
take-over-stopped = It is stopped (Ctrl-Z): “fg” in its shell brings it back there.
take-over-tmux = It runs in tmux: “tmux attach” brings it back as it is.
take-over-screen = It runs in screen: “screen -r” brings it back as it is.
take-over-mosh = It runs under mosh, whose window can't be attached again: take over.
take-over-take =   t  take over: what was typed is kept, and you go on here
take-over-look =   l  only look
take-over-leave =   q  leave
take-over-taken = Taken over at { $time } from { $terminal }. What was typed is kept there.
take-over-ended = The other bina did not answer and was ended. Everything saved is safe; { $known ->
    [0] nothing typed there had been kept.
   *[other] what was typed after { $time } could not be kept.
}
table-exists = { $path } is there already and is not overwritten. Choose another name.
table-unwritable = { $path } can't be written: { $detail }
table-written = Written to { $path }
