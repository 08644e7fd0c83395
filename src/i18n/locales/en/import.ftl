# Whatever the list: sheets, heads, cells and formats that are not used, or not simply so.

import-skip = left out
import-finding-file = File ({ $severity }): { $message }
import-finding-sheet = Sheet { $sheet } ({ $severity }): { $message }
import-finding-bare = Row { $row } ({ $severity }): { $message }
import-other-kind = This file is { $kind }. Import it with: bina import { $word } FILE
import-other-kind-none = This file is { $kind }; no import reads it.
import-kind-people = a list of people
import-kind-goals = a plan (SKP)
import-kind-standards = a list of competency standards
import-kind-framework = a competency framework
import-kind-ratings = an export of competency ratings
import-kind-evaluations = a list of evaluations
import-kind-ekinerja = a report of e-Kinerja
import-kind-holidays = a list of holidays
import-kind-distribution = a distribution of predikat
import-kind-learning = a learning history
import-kind-plans = a list of development plans (IDP)
import-kind-proposals = a list of development proposals
import-kind-courses = a catalogue of courses
import-kind-budget = a budget
import-kind-wishes = a list of learning wishes
import-kind-mentoring = a list of mentoring pairs
import-sheet-read-hidden = this sheet is hidden, and was read because no other holds a list.
import-sheet-also = this sheet holds a list, too, and was not read. Import it as well, with --sheet.
import-sheet-also-hidden = this hidden sheet holds a list, too, and was not read. Import it with --sheet if it is meant.
import-sheet-left = this sheet was not read: it has no header row of such a list.
import-sheet-left-hidden = this hidden sheet was not read: it has no header row of such a list.
import-old-workbook = an old .xls workbook does not tell which rows are hidden and how numbers are shown; fractions are refused. Save it as XLSX if in doubt.
import-column-twice = This column name stands twice; column { $letter } was not read. Give it another name, such as Supervisor and Supervisor NIP.
import-head-again = The header stands here again.
import-second-list = Another list begins here; { $count } rows from here on were not read. Move it to a sheet of its own and import that.
import-total-row = A total, left out.
import-merged-across = Cells are merged sideways: what they say was read for this column only (rows: { $count }).
import-formula-unsaved = The formula in this cell has no saved value. Open the file in the spreadsheet, save it, and import it again.
import-formula-failed = The formula in this cell failed; it was left out. Correct it and import again.
import-number-rounded = The cell shows a number rounded from { $kept }; what it shows was taken.
import-number-format = The number format ({ $format }) can't be read, so it is not certain what the cell shows. Make it a plain number and import again.
import-serial-days = Numbers without a date format were read as days (rows: { $count }).
import-rows-hidden = { $count ->
    [one] One row is hidden or filtered and was read all the same: row { $rows }.
   *[other] { $count } rows are hidden or filtered and were read all the same: rows { $rows }.
}
import-column-hidden = This column is hidden and was read all the same.
import-retires-later = Retires on { $day }; in service until then.
import-leaving-open = Leaves the team: { $name }. Still open: your promises { $mine }, theirs { $theirs }, agenda { $agenda }. Your promises stay until settled.
import-leaving-session = Leaves the team: { $name }. A session is not closed; still open: your promises { $mine }, theirs { $theirs }, agenda { $agenda }.
import-leaving-nothing = Leaves the team: { $name }. Nothing is open.

# What cells say, for all lists whose rows stand for themselves.

import-cell-missing = Nothing stands here. Fill it in and import again.
import-word-unknown = This is not known. Known: { $known }.
import-end-before-start = It ends before it begins ({ $start }). Correct it and import again.
import-already-there = The same as row { $first }; the first one counts.
import-name-differs = This NIP is { $name }'s; the NIP was used.
import-found-by-name = No NIP; only one person has this name.
import-unit-unknown = There is no such unit here. Write its name as in the list of people.
import-unit-several = Several units have that name. Write its full name.
import-count-wrong = This is no whole number from 0 upwards.
import-sum-differs = The sum is { $sum }, not what is written. Correct one of them.
import-organisation-not-set = What the organisation reached is not set yet.
import-not-assessed = Not assessed; kept as such.
import-year-wrong = This is no year.
import-quarter-wrong = This is no quarter from I to IV.
import-money-wrong = This is no amount of rupiah. Write it like 2.500.000.
import-money-negative = A cost can't be negative.
import-ceiling-zero = A ceiling of 0: any proposal that costs anything will exceed it.
import-spent-over = More was spent than the ceiling.
import-hours-wrong = JP must be a number from 0 to 2000.
import-hours-missing = No JP; it is filled in from the certificate.
import-hours-zero = JP 0: kept, adds nothing.
import-competency-unknown = The framework has no such competency; kept without a link.
import-topic-missing = No topic is given.
import-no-wish = This is no topic; kept as an answer without a wish.
import-several-topics = { $count } topics in one answer; each is kept.
import-self-pair = Mentor and mentee are the same person.
import-reason-missing = Ended early without a reason. Give it.
import-no-talk-yet = No meeting yet.
import-month-only = Only the month is named; kept as that month.
import-other-year = The year { $year } differs from the title of the file; it goes to the proposals of that year.
import-set-before-filed = Decided before it was filed ({ $day }). Check it.
import-year-differs = Ended { $day }; that year counts.
import-issued-early = The certificate was issued before the activity ended ({ $day }). Check it.
