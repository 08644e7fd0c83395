# people: the import of lists

# A file that can't be read. Nothing was imported.
import-file-io = The file can't be opened: { $detail }.
import-file-not-a-file = That is no plain file. Name a CSV or XLSX file.
import-file-empty = The file is empty.
import-file-too-large = The file is larger than { $most } MB. Split it, or leave out columns that are not needed.
import-file-not-text = The file is neither text nor XLSX. Save the list as XLSX or CSV and import that.
import-file-old-workbook = The file is an old workbook of a kind that can't be read. Open it and save it as XLSX or CSV.
import-file-encrypted = The workbook is locked with a password. Save it without one and import again.
import-file-web-page = The file is a web page under the name of a spreadsheet. Open it and save it as XLSX.
import-file-not-xlsx = The file is an archive or another kind of spreadsheet. Save it as XLSX or CSV.
import-file-bomb = The workbook unpacks to more than is allowed. Copy the list into a new workbook and import that.
import-file-outside = The workbook names files outside of itself. Copy the list into a new workbook and import that.
import-file-memory = The file needs more memory than is allowed. Copy the list into a new workbook and import that.
import-file-time = Reading the file takes longer than is allowed. Copy the list into a new workbook and import that.
import-file-damaged = The workbook is damaged ({ $detail }). Open it, save it anew and import that.
import-file-rows = The list has more than { $most } rows. Split it.
import-file-sheets = The workbook has more than { $most } sheets. Copy the list into a new workbook and import that.
import-file-columns = Row { $row } has more than { $most } columns. Delete what stands to the right of the list.
import-file-cell = Row { $row } has a cell of more than 32 KB. Shorten it.
import-no-such-sheet = There is no sheet { $name }. There are: { $there }.
import-no-header = No header row with a column for names was found. Say which column is which: --map "column=name" --map "column=nip".
import-no-such-column = There is no column { $column } to map. Write its name as in the file, its letter or its number.
import-no-such-field = { $field } is no field. Fields: { $fields }.
import-map-form = { $given } must be written column=field, as in --map "Nama Bapak/Ibu=name".
import-refused-exists = { $path } exists already. Name a new file for the refused rows.
import-refused-unwritable = The refused rows can't be written to { $path }: { $detail }. Nothing was imported.

# The report.
import-error = refused
import-warning = note
import-finding = Row { $row }, column { $column } ({ $severity }): { $message }
import-finding-value = Row { $row }, column { $column }, “{ $value }” ({ $severity }): { $message }
import-finding-row = Row { $row }, “{ $value }” ({ $severity }): { $message }
import-unit-of-title = Unit, from the title of the list: { $unit }
import-missing = { $count ->
    [one] One person is here and not in the file; nothing was deleted:
   *[other] { $count } people are here and not in the file; nothing was deleted:
}
import-did = { $added } added, { $updated } updated, { $unchanged } unchanged, { $refused } rows refused.
import-would = Trial: { $added } would be added, { $updated } updated, { $unchanged } unchanged, { $refused } rows refused. Nothing was changed.
import-reason-column = REASON REFUSED

# Findings in rows.
import-open-quote = A quotation mark is opened and not closed. Close or delete it and import again.
import-no-person = The row has neither name nor NIP and was left out. If it is a person, fill in the name.
import-note-left-out = The line was taken for a note and left out.
import-only-a-name = The row has only a name and was taken for a note. If it is a person, fill in NIP or position.
import-name-missing = The name is missing. Fill it in and import again.
import-no-nip = No NIP: the person is found again by exactly this name. Fill in the NIP if there is one.
import-nip-length = A NIP has 18 digits, this has { $found }. Correct it and import again.
import-nip-wrong = { $reason } Correct it and import again.
import-nip-repeated = This NIP stands in row { $first } already. Keep one of the two rows.
import-name-repeated = This name without NIP stands in row { $first } already. Fill in the NIP, or tell the names apart.
import-name-ambiguous = Fill in the NIP; several people here are called { $name }
import-nip-added = { $name } was here without NIP and now has this one. If it is somebody else, undo the import.
import-nip-changed = Same name and birth date as { $name }, but another NIP: entered as a new person. If it is the same person, undo the import, correct the NIP here first and import again.
import-date-impossible = No such date, or not written in full (day-month-year). It was left out; correct it in the list.
import-born-otherwise = The NIP says born on { $born }. One of the two is wrong; check it.
import-status-unknown = This status is not known and was left out. Known are, for example, Aktif, Cuti, CLTN, Pensiun.
import-active-again = Was out of service here and is in service again by the list. Undo the import if that is wrong.
import-unit-parent-unknown = The unit above has no row of its own. Add it, or correct the code.
import-unit-loop = The unit would stand above itself; its place was left open. Correct the code of the unit above.
import-unit-ambiguous = Several units have that name; the unit was left as it was. Add the column with the unit's code.
import-two-heads = More than one person heads { $unit } by position; the head was left as it was. Correct the positions.
import-supervisor-unknown = No such supervisor in the list or here; left as it was. Write NIP or full name, or set it in the program.
import-supervisor-ambiguous = { $count } people fit that supervisor; left as it was. Write the NIP.
import-supervisor-loop = That way the person would be his or her own superior; left as it was. Correct the supervisor.

# Plans.
import-no-goals-header = No header row with a column for results (RHK) or indicators was found. Name the columns: --map "column=result" --map "column=indicator" --map "column=nip".
import-goal-reason = import of { $file }
import-goal-nobody = It does not say whose this is. Fill in NIP or name.
import-goal-nip-unknown = Nobody here has this NIP. Import the people first, or correct the NIP.
import-goal-name-unknown = Nobody here has this name. Fill in the NIP, or import the people first.
import-goal-no-title = The result (RHK) is missing. Fill it in and import again.
import-goal-no-indicator = There is a target without an indicator. Fill in the indicator.
import-goal-no-target = The target is missing. Fill it in and import again.
import-goal-target = This target is no number. Write for example 120 or 97.5; for yes or no write the direction "yes/no", for words the approach "qualitative".
import-goal-number = This is no number. Write for example 120 or 97.5.
import-goal-no-range = A range needs two ends. Write "95 - 98", or fill in the column Target Akhir.
import-goal-direction = This direction is not known. Known are: { $known }.
import-goal-no-direction = The direction is missing; taken as higher is better. Fill it in if that is wrong.
import-goal-period = This period can't be read. Write a year, or "Triwulan I 2026", or two dates with "s.d." between.
import-goal-date = There is no such date, or it is not complete (day-month-year). Correct it and import again.
import-goal-word = This is not known and was left out. Known are: { $known }.
import-goal-repeated = This indicator of the same result stands in row { $first } already. Keep one, or give them different names.
import-goal-otherwise = Differs from row { $first } of the same result; the first one counts. Make them the same if that is wrong.
import-goal-tag-taken = The tag #{ $tag } belongs to another result of this person and was left out. Choose another.
import-goal-unread = Columns that were not read: { $columns }
import-goal-missing = { $count ->
    [one] One goal is here and not in the file; nothing is deleted:
   *[other] { $count } goals are here and not in the file; nothing is deleted:
}
import-goal-revised = { $count ->
    [one] One target changed; the old one is kept.
   *[other] { $count } targets changed; the old ones are kept.
}
import-goal-did = Results: { $added } added, { $updated } updated, { $unchanged } unchanged; { $refused } rows refused.
import-goal-would = Trial, results: { $added } would be added, { $updated } updated, { $unchanged } unchanged; { $refused } rows refused. Nothing was changed.
import-goal-year = The file names no period; the year { $year } was taken.
import-goal-all-higher = There is no column for the direction: { $count } indicators were taken as higher is better.
import-goal-weights-indicators = The weights were read as weights of indicators within their result, because they total 100 there.
import-goal-guessed-level = How values count is not said: { $count } indicators were taken as standing for themselves ({ $units }). If that is wrong, fill in a column Perhitungan Nilai: jumlah (total) or keadaan (level).
import-goal-guessed-total = How values count is not said: { $count } indicators were taken as totals since the period began ({ $units }). If that is wrong, fill in a column Perhitungan Nilai: jumlah (total) or keadaan (level).

# Competency standards.
import-no-standards-header = No header row with position, competency and level was found. Name the columns: --map "column=position" --map "column=competency" --map "column=level".
import-standard-no-competency = The competency is missing. Fill it in and import again.
import-standard-unknown = The framework does not have this competency. Correct its name, or add it with: bina import framework FILE.
import-standard-unknown-near = The framework does not have this competency. Did you mean { $near }? Correct its name, or add it with: bina import framework FILE.
import-standard-kind = The framework says that this competency is { $kind }; that holds.
import-standard-no-level = The level is missing. Write a number from 1 to 5.
import-standard-level = A level is a number from 1 to 5. Correct it and import again.
import-standard-otherwise = Row { $first } requires level { $level } already for the same competency and position. Keep one.
import-standard-missing = { $count ->
    [one] { $count } requirement is here and not in the file; it stays:
   *[other] { $count } requirements are here and not in the file; they stay:
}
import-standard-did = Standards of positions: { $added } added, { $updated } updated, { $unchanged } unchanged; { $refused } rows refused.
import-standard-would = Trial, standards of positions: { $added } would be added, { $updated } updated, { $unchanged } unchanged; { $refused } rows refused. Nothing was changed.
standards-without = { $count ->
    [one] { $count } position has no standard yet:
   *[other] { $count } positions have no standard yet:
}
standards-without-one = { "  " }{ $position } ({ $people ->
    [one] { $people } person
   *[other] { $people } people
})
standards-nowhere = { $count ->
    [one] { $count } person has no position.
   *[other] { $count } people have no position.
}

# The competency framework.
import-no-framework-header = No header row with competency, level and anchor was found. Name the columns: --map "column=competency" --map "column=level" --map "column=anchor".
import-framework-levels = A new competency needs an anchor for all five levels; missing: level { $levels }.
import-framework-kind = The kind of competency is missing or not known. Known are: { $known }.
import-framework-no-anchor = The anchor is missing. Fill it in and import again.
import-framework-level-twice = This level of the same competency is there already. Keep one.
import-framework-name = This name can't become a code. Fill in a column with the code: lower-case letters, digits and dashes.
import-framework-refused = { $count ->
    [one] { $count } row was refused, so the framework was not replaced. Correct it and import again.
   *[other] { $count } rows were refused, so the framework was not replaced. Correct them and import again.
}
import-framework-same = Framework { $version } holds already; nothing changes.
import-framework-added = New: { $name } ({ $kind })
import-framework-replaced = Replaced: { $name }
import-framework-replaced-levels = Replaced: { $name }, anchors of level { $levels }
import-framework-did = Framework { $version } holds: { $added } new competencies, { $replaced } replaced, { $unchanged } unchanged.
import-framework-would = Trial, framework { $version }: { $added } new competencies, { $replaced } replaced, { $unchanged } unchanged. Nothing was changed.
import-framework-old = Framework { $version } is kept: ratings given under it are read in its words.
