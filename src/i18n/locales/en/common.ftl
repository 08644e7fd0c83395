# The common screen and what belongs to it.

## Terminal
terminal-no-input = This screen is driven by the keyboard, but standard input is not a terminal. Start bina directly in a terminal, without a pipe or a redirection.
terminal-no-output = Standard output is not a terminal, so that the screen can't be shown. Start bina directly in a terminal, without a pipe or a redirection.
terminal-no-screen = This terminal can't show a screen (TERM is unset or "dumb"). Set TERM to what your terminal is, for example TERM=xterm-256color, or use the commands that print lines: see bina --help.
terminal-system = The system refused something that the screen needs: { $reason }.
terminal-fault = A fault of the program ({ $place }). What was saved is safe; what was typed and not saved is kept as a draft. Start bina again, and report that place.
terminal-no-job-control = The program can't be suspended: there is no shell that could continue it.
terminal-copy-too-long = The text is too long to be copied through the terminal. Use an export to a file.
terminal-editor-missing = The editor could not be started ({ $reason }). Check VISUAL or EDITOR. Your text is unchanged.
terminal-editor-failed = The editor ended with an error. Your text is unchanged.
# Sample data: bina demo
demo-progress = Building the sample [{ $bar }] { $percent } % · { $done } people
demo-built = The sample is ready in { $path }. All names are invented.
demo-existing = Opened the sample of { $day }. To start again: bina demo --fresh
demo-not-a-sample = { $path } holds something that is no sample; nothing was changed.
demo-hint-elsewhere = Choose another directory with --store DIR, or unset BINA_STORE first.
# end of sample data

frame-period-short = Q{ $quarter } · { $days } days
frame-period = Q{ $quarter } { $year } · { $days } days left
frame-not-saved = NOT SAVED · u tries again
frame-read-only = view only
frame-too-small = The window is too small: 40 × 10 is needed.
audience-private = private
audience-shared = shared
audience-private-long = for you only
audience-shared-long = the employee will read it
mark-private = P
mark-shared = S
owner-employee = employee
owner-supervisor = me
feedback-praise = praise
feedback-improve = to improve
feedback-observation = observation
session-kind-dialogue = Performance dialogue
session-kind-coaching = Coaching
session-kind-counselling = Counselling
answer-signed = signed
answer-read = read
answer-objects = objects
answer-none = no answer yet
state-done = done
state-not-done = not done
state-dropped = dropped
state-discussed = talked about
due-overdue = { $days ->
    [one] one day late
   *[other] { $days } days late
}
due-none = no date
days-short = { $count ->
    [one] 1 day
   *[other] { $count } days
}
day-not-understood = date not understood
place-team = Team
place-agenda = Agenda
place-goals = Goals
place-competencies = Competencies
place-rating = Rating grid
place-grid = Month's values
place-person = Person
place-session = Session
place-walk = Walk
place-capture = Quick capture
place-check-in = Value
place-palette = Palette
place-find = Find
place-help = Help
place-messages = Messages
place-form = Form
place-assign = Give to others
place-reader = Reader
place-settings = Settings
notice-done = ✓ { $what }{ $named ->
    [0] {""}
   *[other] : { $name }
} · u undoes it
notice-from-outside = From the shell: { $what }{ $named ->
    [0] {""}
   *[other] {" "}· { $name }
}
notice-undone = Undone: { $what }{ $which }{ $named ->
    [0] {""}
   *[other] : { $name }
} · ^R does it again
notice-redone = Done again: { $what }{ $which }{ $named ->
    [0] {""}
   *[other] : { $name }
}
notice-said = { $text }
notice-order = Order: { $order }
notice-loading = This person is being read.
notice-resumed = Back where you were interrupted. Nothing that you typed is lost.
notice-put-aside = The text is kept as a draft. Open it again to go on.
notice-how-to-quit = Press q to leave.
notice-unsaved = A change is not saved. u tries again, q once more leaves without it.
notice-copy-look = The same key copies all the same: { $warning }
notice-copied = The shared text was sent to your terminal’s clipboard.
why-no-draft = No draft is waiting.
why-nobody = Nobody is selected.
why-last-person = There is nobody else in that direction.
why-not-here = That does not apply to this line.
why-not-shared = Only shared text can be copied. This line is private.
why-no-text-field = No text field is being filled in.
keys-everywhere = Everywhere
keys-unknown-command = [keys] names a command that does not exist: { $id }. The list: bina keys
keys-bad-key = [keys]: “{ $key }” of { $id } is no key. Examples: ctrl-s, enter, J, f2
keys-conflict = [keys]: the key { $key } would mean both { $first } and { $second } (in { $place }).
keys-lost = [keys]: the key { $key } is now that of { $to }; { $from } no longer has it.
keys-lost-several = [keys]: { $count } keys of the table went to the commands you chose. Which ones: bina doctor
keys-printable = [keys]: { $id } works while typing, so it can’t take the letter { $key }.
notice-now-private = Now PRIVATE: { $text }
notice-now-shared = Now SHARED, the employee will read it: { $text }
place-log = Log
why-not-newest = Only the newest change can be taken back from here.
place-person-rating = Rating a person’s competencies
place-person-behaviour = Rating a person’s behaviours
place-session-rating = Rating in a session

place-person-goals = Person’s goals
place-person-levels = Person’s competencies
place-person-behaviours = Person’s behaviours
place-session-levels = Session’s competencies
place-verbs = Verbs
mode-rating = RATING
mode-filling = FILLING IN
mode-five = Levels go from 1 to 5; 0 is not observed.
mode-three = 1 below, 2 meets, 3 above expectations.
mode-end = { $said } That was the last one.
notice-undo-whose = This is a change of { $by }: { $what } { $about }. Press u again to undo it.
notice-redo-whose = This is a change of { $by }: { $what } { $about }. Press ^R again to do it again.
notice-word-not-run = “{ $text }” came all at once and was not run as commands.
notice-discard-asks = Throw away the draft that waits? Press x again; its text can’t be brought back.
notice-discarded = The draft is thrown away.
place-session-notes = Session’s notes
place-session-news = Session’s news
place-development = Development
place-person-development = Person › development
