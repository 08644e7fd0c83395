# common

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
