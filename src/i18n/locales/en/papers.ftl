# What stands on several papers.
paper-foot = Prepared with bina on { $day }; not an official document.
paper-page = Page
paper-of = of
paper-employee = Employee
paper-supervisor = Direct supervisor
paper-name = Name
paper-rank = Rank
paper-position = Position
paper-unit = Unit
paper-receipt = Receipt code
paper-target-open = not set yet
paper-col-number = No
paper-col-result = Planned result
paper-col-indicator = Indicator
paper-col-target = Target
paper-col-reached = Reached

# The sheet of a session.
paper-file-sheet = session sheet
paper-confidential = This sheet is confidential. It is for the employee and the direct supervisor only, and is passed on to nobody without the employee's consent.
paper-earlier = Earlier agreements
paper-state-open = goes on
paper-state-done = done
paper-state-not-done = not done
paper-state-dropped = dropped
paper-results = Results talked about
paper-evidence = evidence: { $text }
paper-feedback = Feedback
paper-praise = Done well
paper-improve = To be improved
paper-observation = Observation
paper-col-what = What will be done
paper-col-by = By
paper-col-due = Due
paper-col-measure = Measure of success
paper-own-hand = Additions in the employee's own hand, may stay empty
paper-next = Next meeting: { $day }.
paper-tick-read = read
paper-tick-agree = I agree
paper-tick-object = I object, reasons follow in writing
paper-objects = The employee objected on { $day }:

# The dialogue form.
paper-file-dialogue = dialogue form
paper-dialogue-title = Performance dialogue form
paper-dialogue-on = Dialogue on { $day }; the session is closed
paper-joined = Joined on
paper-in-unit = Time in this unit
paper-years-months = { $years } { $years ->
        [one] year
       *[other] years
    } { $months } { $months ->
        [one] month
       *[other] months
    }
paper-dialogue-situation = Performance, situation or problem
paper-dialogue-results = Results of the dialogue
paper-dialogue-a = A. Performance (SKP)
paper-dialogue-b = B. Competency gaps
paper-dialogue-c = C. Work behaviour
paper-dialogue-d1 = D.1 Career aspirations, short term (1-2 years)
paper-dialogue-d2 = D.2 Career aspirations, medium term (3-5 years)
paper-dialogue-employee-does = What the employee will do
paper-dialogue-supervisor-does = What the supervisor will do
paper-col-outcome = Outcome
paper-col-competency = Competency developed
paper-col-method = Development method
paper-col-when = When
paper-validated-employee = Validated by the employee
paper-validated-supervisor = Validated by the direct supervisor
paper-dated = on: { $day }

# The preparation sheet.
paper-file-preparation = preparation sheet
paper-preparation-title = Employee's preparation sheet
paper-preparation-for = for the performance dialogue on { $day }
paper-preparation-foot = This sheet is yours. Prepared with bina on { $day }; not an official document.
paper-preparation-code = Sheet code
paper-preparation-yours = This sheet is yours. It needs no signature; fill in what you need.
paper-preparation-talked = Talk
paper-preparation-with = with { $name }
paper-preparation-results = My results
paper-preparation-results-hint = Write a value if you have a newer one; tick how you see it: Above, Meets or Below the target.
paper-col-recorded = Recorded
paper-col-mine = Mine
paper-col-above = A
paper-col-meets = M
paper-col-below = B
paper-preparation-levels = My levels as I see them
paper-preparation-levels-hint = Circle one number; what one does at that level stands next to it.
paper-preparation-required = required { $level }
paper-preparation-never = never did this
paper-preparation-example = A real example for one of the levels (when, what you did)
paper-preparation-talk = Our last talk
paper-preparation-talk-hint = 1 I disagree, 5 I agree
paper-preparation-only = Only your direct supervisor reads these answers; they are passed on to nobody.
paper-preparation-agreements = Earlier agreements
paper-preparation-agreements-hint = [d]one, [n]ot yet, [p]artly
paper-choice-done = done
paper-choice-partly = partly
paper-choice-not-yet = not yet
paper-preparation-wishes = What I want to develop
paper-preparation-wishes-hint = urgency 1, 2 or 3
paper-preparation-urgent = urgency
paper-preparation-topic = One thing I want to talk about
paper-preparation-help = Help that I need from my supervisor
paper-preparation-typing = For whoever types it in: open the sheet by its code { $code } and fill in by the keys at the left margin. Enter leaves out what is empty.

# An objection to the sheet of a session.
paper-file-objection = objection
paper-objection-title = Objection to a session sheet
paper-objection-to = To: { $whom }
paper-objection-as = as the superior of the direct supervisor
paper-objection-here = at the office
paper-objection-signed = I, the undersigned:
paper-objection-about = object to the following session sheet, prepared by { $who }:
paper-objection-talk = Session
paper-objection-reasons = Reasons and evidence
paper-objection-write = Written by the employee
paper-objection-asks = What is asked for
paper-objection-answer = To be filled in by the superior of the direct supervisor
paper-objection-answer-how = Both the direct supervisor and the employee are asked to explain before this is decided. The decision changes no sheet that was handed over; a corrected sheet is made anew.
paper-objection-received = Received on
paper-objection-says-supervisor = Explanation of the direct supervisor
paper-objection-says-employee = Explanation of the employee
paper-objection-decision = Decision
paper-objection-stays = the sheet stands
paper-objection-changes = the sheet is corrected
paper-objection-why = Reasons for the decision
paper-objection-above = Superior of the direct supervisor

# The plan of a year; a form of the law, whose words stay Indonesian.
paper-file-skp = skp
paper-skp-title = Sasaran kinerja pegawai
paper-skp-quantitative = Pendekatan hasil kerja kuantitatif
paper-skp-qualitative = Pendekatan hasil kerja kualitatif
paper-skp-whose = bagi pejabat administrasi dan pejabat fungsional
paper-skp-period = Periode penilaian: { $from } s.d. { $until }
paper-skp-employee = Pegawai yang dinilai
paper-skp-assessor = Pejabat penilai kinerja
paper-skp-results = Hasil kerja
paper-skp-main = A. Utama
paper-skp-additional = B. Tambahan
paper-col-supports = RHK pimpinan yang diintervensi
paper-col-aspect = Aspek
paper-col-iki = IKI
paper-col-success = Ukuran keberhasilan/IKI dan target
paper-skp-behaviour = Perilaku kerja
paper-skp-expected = Ekspektasi khusus
paper-skp-note-results = RHK pimpinan: bila hasil kerja yang didukung adalah hasil kerja pimpinan unit, indikatornya ditulis pula.
paper-skp-note-behaviour = Ekspektasi khusus: pimpinan dapat menambahkan ekspektasi untuk satu atau beberapa perilaku.
paper-skp-annex = Lampiran sasaran kinerja pegawai
paper-skp-resources = Dukungan sumber daya
paper-skp-accountability = Skema pertanggungjawaban
paper-skp-consequences = Konsekuensi

# The brief before a session.
paper-file-brief = brief
paper-brief-title = Brief before the session
paper-brief-own = For the supervisor only; holds private notes

# The command bina paper.
paper-kind-sheet = the sheet of a closed session
paper-kind-dialogue = the dialogue form of a closed session
paper-kind-counselling = the counselling sheet, with its line on confidentiality
paper-kind-preparation = the employee's preparation sheet, filled in by hand before a session
paper-kind-objection = the employee's objection to a session sheet
paper-kind-skp = the plan of a year (SKP) with its annex, in Indonesian
paper-kind-brief = the brief before a session; for the supervisor only
paper-unknown = There is no paper called { $kind }.
paper-hint-list = They are listed by: bina paper --list
paper-name-missing = Whose? The paper { $kind } is about one person.
paper-no-session = { $name } has no closed session yet.
paper-no-session-on = { $name } has no session that was closed on { $day }.
paper-no-plan = { $name } has no performance plan at that time.
paper-no-counselling = { $name } has no closed counselling session.
paper-written = Written to { $file }.
paper-exists = { $file } is there already and is not written over.
paper-hint-exists = Give another name, or remove that file first.
paper-unwritable = { $file } can't be written: { $reason }
expected-paper-size = It can be "a4" or "f4"
expected-paper-text = Write a text that is not empty, in quotation marks
expected-signing-room = Write the room for signatures in millimetres, from 16 to 40
arg-paper = Which paper; they are listed by: bina paper --list
arg-as-text = As text of 72 columns; so it is if nothing is said
arg-in-pages = As text in numbered pages for a printer
arg-output = Write into this file, which only its owner can read
arg-overwrite = Write over a file that is there
about-paper = Print a paper: text of 72 columns, or Markdown
paper-no-period = The paper { $kind } takes no --period. Give the DATE of a session, or nothing.
arg-paper-list = List the papers there are
arg-as-markdown = As Markdown
example-paper =
    bina paper sheet evi --output sheet-evi.txt
    bina paper preparation evi --pages | lp
    bina paper skp evi --period 2026
    bina paper --list
