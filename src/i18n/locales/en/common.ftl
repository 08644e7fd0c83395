# common

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
about-demo = Open an entirely invented sample office, in a store of its own
arg-people = Number of people; more than 14 add a town around the section
arg-years = How many years the records go back
arg-seed = Starting number; the same number gives the same contents
arg-build-only = Build the sample only, without opening the screens
arg-fresh = Throw the existing sample away and build a new one
demo-progress = Building the sample [{ $bar }] { $percent } % · { $done } people
demo-built = The sample is ready in { $path }. All names are invented.
demo-existing = Opened the sample of { $day }. To start again: bina demo --fresh
demo-not-a-sample = { $path } holds something that is no sample; nothing was changed.
demo-hint-elsewhere = Choose another directory with --store DIR, or unset BINA_STORE first.
# end of sample data
