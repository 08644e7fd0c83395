# Refusals: a rule said no.
refusal-empty-text = Belum ada teks. Tulis sesuatu dulu.
refusal-empty-name = Nama belum diisi.
refusal-reason-missing = Tulis alasannya dulu.
refusal-no-such-person = Orang itu tidak ada di sini.
refusal-no-such-record = Catatan itu sudah tidak ada.
refusal-not-active = Orang ini sudah tidak bertugas di sini.
refusal-session-already-open = Sesi dengan orang ini masih terbuka.
refusal-session-closed = Sesi sudah ditutup. Tulis adendum untuk meralat.
refusal-session-not-open = Sesi tidak sedang terbuka.
refusal-session-not-closed = Sesi belum ditutup.
refusal-date-in-past = Tanggalnya sudah lewat.
refusal-date-in-future = Tanggalnya belum tiba.
refusal-already-settled = Itu sudah diselesaikan.
refusal-supervisor-loop = Seseorang tidak dapat menjadi atasan dirinya sendiri, juga tidak lewat orang lain.
refusal-nip-taken = NIP itu sudah dipakai: { $detail }
refusal-unknown-receipt = Tidak ada lembar sesi orang ini dengan kode itu.
refusal-target-senseless = Target itu tidak dapat dijadikan ukuran. Isi lebih dari nol, atau beri nilai awal di bawah target.
refusal-baseline-not-below = Nilai awal harus di bawah target.
refusal-baseline-not-above = Nilai awal harus di atas target, karena di sini makin kecil makin baik.
refusal-limit-with-baseline = Jumlah yang tidak boleh melewati target tidak memakai nilai awal. Kosongkan, atau jadikan setiap nilai berdiri sendiri.
refusal-range-empty = Batas bawah rentang harus lebih kecil daripada batas atasnya.
refusal-steps-missing = Tonggak memerlukan langkah, masing-masing dengan nama.
refusal-value-missing = Mulai dengan nilainya, misalnya 84 atau +24.
refusal-value-not-yes-no = Isilah ya atau belum.
refusal-value-no-step = Isilah banyaknya langkah yang selesai, 0 sampai { $detail }.
refusal-value-not-asked = Indikator ini tidak memakai angka. Tuliskan apa yang dicapai.
refusal-period-backwards = Hari terakhir mendahului hari pertama.
refusal-weight-outside = Bobot harus lebih dari 0 dan paling banyak 100.
refusal-has-check-ins = Sudah ada nilainya, jadi tidak dapat dihapus. Hentikan dengan Spasi S dan alasannya.
refusal-other-plan = Pada hari itu sasaran yang sama punya rencana lain ({ $detail }, yang pertama rencana ini). Pilih sasaran pada rencana itu, atau hari lain.
refusal-before-period = Hari itu sebelum periode sasaran ini: { $detail }.
refusal-unit-ambiguous = Beberapa unit bernama sama. Tulis bersama unit di atasnya: { $detail }.
refusal-goal-settled = Sasaran ini sudah dihentikan atau ditinggalkan karena mutasi; nilainya tidak dapat ditambah.
refusal-no-plan = Tidak ada rencana yang dapat diambil.
refusal-plan-exists = Semua orang itu sudah memiliki hasil kerja ini pada periode tersebut.
refusal-tag-taken = Hasil kerja lain dalam rencana ini sudah memakai tanda #{ $detail }.
refusal-already-acknowledged = Pegawai sudah memberi jawaban atas lembar itu.
refusal-changed-since = Tidak dapat diurungkan: catatan yang sama sudah diubah sesudahnya.
refusal-nothing-to-undo = Tidak ada yang dapat diurungkan.
refusal-withdrawn-already = Ini sudah ditarik.
refusal-not-withdrawable = Rekaman jenis ini tidak ditarik dengan cara ini.
refusal-addendum-missing = Ini tercantum di lembar yang sudah diserahkan: tulis adendum yang akan dibaca pegawai.
refusal-lifted-already = Catatan ini sudah diangkat ke sesi.
refusal-nothing-to-redo = Tidak ada yang dapat diulangi.
refusal-nothing-changed = Tidak ada yang berubah.
refusal-level-outside = Level adalah angka 1 sampai 5.
refusal-unknown-competency = Kamus kompetensi tidak memuat ini: { $detail }
refusal-position-missing = Standar memerlukan nama jabatan.
refusal-version-taken = Kamus versi { $detail } sudah ada dengan isi lain. Beri nama versi baru.
refusal-framework-empty = Kamus itu kosong atau tidak menyebut versinya.
refusal-period-in-future = Periode itu belum dimulai.

framework-syntax = baris { $line }: { $detail }
framework-no-version = Berkas tidak menyebut versi. Tulis version = "…" di awal.
framework-same-version = Versi { $detail } adalah kamus yang sedang dipakai. Beri nama versi baru.
framework-bad-id = "{ $detail }" tidak dapat menjadi kode kompetensi. Pakai huruf kecil, angka, dan tanda hubung.
framework-twice = { $detail } tertulis dua kali.
framework-missing = { $detail }: bagian { $field } tidak ada atau belum lengkap.

# For the rater alone, before a round of ratings is finished: advice.
self-check-same-across-row = level { $level } untuk semua { $count } kompetensi
self-check-same-for-most = level { $level } untuk { $count } dari { $of } orang
self-check-narrow-spread = level { $level } untuk { $count } dari { $of } nilai
self-check-same-as-last-time = semua { $count } nilai sama dengan yang lalu
self-check-only-recent = semua bukti ({ $count }) dari { $days } hari terakhir
self-check-no-evidence = { $count } nilai tanpa satu bukti pun

nip-length = NIP harus 18 angka.
nip-not-digits = NIP hanya boleh berisi angka.
nip-rounded = NIP dibulatkan oleh lembar kerja; angkanya hilang. Ubah kolom NIP menjadi teks, isi ulang, lalu impor lagi.
nip-birth-date = Angka 1–8 NIP bukan tanggal lahir.
nip-start = Angka 9–14 NIP bukan TMT atau tahun kontrak.
nip-sex = Angka ke-15 NIP harus 1 atau 2.

# Why somebody is on top of the list.
reason-objection = { $days ->
    [0] pegawai keberatan atas lembar, hari ini
   *[other] pegawai keberatan atas lembar, { $days } hari lalu
}
reason-not-met-yet = belum pernah ada sesi
reason-session-overdue = sesi terlambat { $days } hari
reason-never-met = belum pernah ada sesi dalam { $days } hari
reason-my-promises-overdue = { $count ->
    [one] satu janji Anda lewat waktu
   *[other] { $count } janji Anda lewat waktu
}
reason-session-open = { $days ->
    [0] sesi dimulai hari ini, belum ditutup
   *[other] sesi dimulai { $days } hari lalu, belum ditutup
}
reason-planned-far = sesi berikut baru direncanakan { $days } hari lagi
reason-nothing-on-record = tidak ada sesi yang tercatat dalam { $days } hari
reason-postponed-often = sesi ditunda { $count } kali
reason-missed = { $count ->
    [one] satu sesi tidak terlaksana
   *[other] { $count } sesi tidak terlaksana
}
reason-their-actions-overdue = { $count ->
    [one] satu tindak lanjutnya lewat waktu
   *[other] { $count } tindak lanjutnya lewat waktu
}
reason-no-praise = belum ada pujian { $days } hari
reason-never-praised = belum pernah dipuji
reason-no-praise-on-record = tidak ada pujian yang tercatat dalam { $days } hari
reason-recent-only = { $recent } dari { $of } bukti berasal dari { $days } hari terakhir
reason-probation = masa percobaan, sisa { $days } hari
reason-goals-behind = { $count ->
    [one] satu sasaran melenceng
   *[other] { $count } sasaran melenceng
}
reason-goals-late = { $count ->
    [one] satu sasaran lewat tenggat
   *[other] { $count } sasaran lewat tenggat
}
reason-goals-due = { $count ->
    [one] satu sasaran segera jatuh tempo
   *[other] { $count } sasaran segera jatuh tempo
}
reason-check-ins-old = { $count ->
    [one] satu sasaran tanpa nilai baru { $days } hari
   *[other] { $count } sasaran tanpa nilai baru hingga { $days } hari
}
reason-targets-open = { $count ->
    [one] satu target belum ditetapkan
   *[other] { $count } target belum ditetapkan
}
reason-session-today = sesi hari ini
reason-ratings-old = nilai kompetensi terbaru sudah { $days } hari
reason-session-soon = sesi { $days } hari lagi

# What a change did; named by undo, redo and the log.
change-profile-set = pengaturan pengguna
change-people-imported = impor pegawai
change-person-added = penambahan orang
change-person-corrected = perbaikan data orang
change-person-moved = perpindahan
change-person-handed-over = pengalihan atasan
change-person-retired = akhir masa tugas
change-person-returned = kembali bertugas
change-leave-set = cuti
change-cadence-set = irama sesi
change-feedback-noted = catatan
change-feedback-corrected = perbaikan catatan
change-feedback-removed = penghapusan catatan
change-feedback-lifted = catatan diangkat ke sesi
change-feedback-opened = catatan diuraikan dalam sesi
change-feedback-put-back = catatan dikembalikan dari sesi
change-withdrawn = penarikan
change-left-off-sheet = tidak dicetak di lembar
change-put-on-sheet = dicetak di lembar lagi
change-audience-changed = pribadi/bersama
change-agenda-noted = butir agenda
change-agenda-settled = hasil butir agenda
change-action-agreed = tindak lanjut
change-action-corrected = perbaikan tindak lanjut
change-action-settled = hasil tindak lanjut
change-action-rescheduled = tanggal tindak lanjut
change-session-planned = rencana sesi
change-session-started = awal sesi
change-session-edited = isi sesi
change-session-closed = penutupan sesi
change-session-postponed = penundaan sesi
change-session-missed = sesi tidak terlaksana
change-session-discarded = pembatalan sesi
change-addendum-written = adendum
change-sheet-acknowledged = jawaban atas lembar sesi
change-person-skipped = lewati dalam keliling
change-result-planned = rencana hasil kerja
change-result-assigned = hasil kerja dibagikan
change-result-corrected = perbaikan hasil kerja
change-result-removed = penghapusan hasil kerja
change-indicator-added = indikator baru
change-indicator-corrected = perbaikan indikator
change-indicator-removed = penghapusan indikator
change-target-revised = penetapan target
change-checked-in = check-in
change-status-said = status sasaran
change-plan-copied = salinan rencana
change-results-inherited = pengambilalihan hasil kerja
change-goals-imported = impor sasaran
change-rated = nilai kompetensi
change-behaviour-rated = nilai perilaku kerja
change-behaviour-expected = ekspektasi khusus
change-standards-set = standar kompetensi
change-framework-set = kamus kompetensi
change-sample-built = data contoh
change-undone = urung
change-redone = ulang
refusal-text-too-long = Teksnya lebih dari { $detail } karakter; tidak ada yang disimpan. Pendekkan, atau bagi menjadi beberapa.
