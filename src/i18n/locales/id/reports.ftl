# Kapan, siapa, apa: dipakai beberapa laporan.
report-late = terlambat { $days } hari
report-past = lewat { $days } hari
report-today = hari ini
report-open = sedang berlangsung
report-open-since = terbuka { $days } hari
report-leave = cuti
report-ended = tidak bertugas
report-no-date = tanpa tanggal
report-owner-supervisor = atasan
report-owner-employee = pegawai
report-kind-dialogue = dialog kinerja
report-kind-coaching = bimbingan kinerja
report-kind-counselling = konseling kinerja
report-session-planned = direncanakan
report-session-open = sedang berlangsung
report-session-postponed = ditunda
report-session-missed = tidak terlaksana
report-answer-signed = ditandatangani
report-answer-read = sudah dibaca
report-answer-objects = keberatan

# Lembar untuk pegawai.
sheet-title-dialogue = LEMBAR DIALOG KINERJA
sheet-title-coaching = LEMBAR BIMBINGAN KINERJA
sheet-title-counselling = LEMBAR KONSELING KINERJA
sheet-employee = Pegawai
sheet-nip = NIP
sheet-rank = Golongan
sheet-position = Jabatan
sheet-unit = Unit kerja
sheet-supervisor = Atasan langsung
sheet-as = Jabatan atasan
sheet-date = Hari, tanggal
sheet-topics = Pokok pembicaraan
sheet-followed-up = Tindak lanjut kesepakatan sebelumnya
sheet-state-open = Dilanjutkan
sheet-state-done = Selesai
sheet-state-not-done = Tidak selesai
sheet-state-dropped = Dihentikan
sheet-praise = Yang sudah baik
sheet-since = Sejak sesi lalu
sheet-before = Sebelum sesi ini
sheet-improve = Yang perlu ditingkatkan
sheet-observation = Pengamatan
sheet-situation = Situasi
sheet-behaviour = Perilaku
sheet-impact = Dampak
sheet-intent = Maksud
sheet-grow = Bimbingan
sheet-goal = Hasil yang ingin dicapai
sheet-reality = Keadaan saat ini
sheet-options = Pilihan
sheet-will = Langkah
sheet-goals = Sasaran yang dibicarakan
sheet-goal-status = Status
sheet-competencies = Kompetensi yang dibicarakan
sheet-agreements = Kesepakatan
sheet-owner = Penanggung jawab
sheet-due = Batas waktu
sheet-measure = Ukuran keberhasilan
sheet-response = Tanggapan pegawai
sheet-no-response = Tidak ada tanggapan tertulis.
sheet-mood = Perasaan terhadap pekerjaan
sheet-of-five = { $n } dari 5
sheet-next = Pertemuan berikutnya
sheet-signatures = Tanda tangan
sheet-signing-means = Tanda tangan berarti isi lembar ini telah dibaca dan dibicarakan, tidak dengan sendirinya berarti disetujui.
sheet-receipt = Kode tanda terima: { $code }
sheet-addenda = Adendum
sheet-signed = Ditandatangani pegawai pada { $day }.
sheet-read = Dibaca pegawai pada { $day }.
sheet-objects = Pegawai menyatakan keberatan pada { $day }:
sheet-compiled = Sesi ini tidak menyimpan lembar. Teks di atas disusun sekarang dari catatan bersama, jadi tidak memiliki kode tanda terima.
sheet-acknowledged = Jawaban pegawai dicatat: { $answer }.

mood-1 = berat
mood-2 = agak berat
mood-3 = biasa
mood-4 = cukup baik
mood-5 = baik
statement-1 = Saya didengarkan
statement-2 = Saya dihargai
statement-3 = Saya leluasa menyampaikan pendapat
statement-4 = Pembicaraan berpijak pada fakta
statement-5 = Suasana pembicaraan positif
statement-6 = Atasan lebih banyak bertanya daripada menggurui
statement-7 = Saya terbantu menemukan jalan keluar
statement-8 = Saya tahu apa yang saya lakukan selanjutnya
statement-9 = Saya memahami tujuan pembicaraan ini

# Ringkasan satu layar.
brief-last = Sesi lalu
came-back-objection = Keberatan
came-back-objects = { $day }: “{ $text }”
came-back-words = Tanggapan
came-back-said = “{ $text }”
came-back-mood = Perasaan
came-back-mood-now = { $n } dari 5, { $word }
came-back-mine = Janji Anda
came-back-theirs = Janji pegawai
came-back-not-done = { $text } · tidak ditepati { $day }: { $reason }
came-back-dropped = { $text } · dibatalkan { $day }: { $reason }
brief-never = belum pernah
brief-nothing-since = tidak ada yang tercatat sejak { $day }
brief-days-ago = { $days ->
    [0] hari ini
    [1] kemarin
   *[other] { $days } hari lalu
}
brief-next = Berikutnya
brief-why = Mengapa
brief-promises = Janji Anda
brief-theirs = Dari pegawai
brief-agenda = Agenda
brief-carried = dibawa { $count } kali
brief-more = … dan { $count } lagi
brief-competencies = Kompetensi
brief-competencies-stale = { $count } kedaluwarsa
brief-competencies-never = { $count } belum pernah dinilai
brief-competencies-met = Semua yang disyaratkan terpenuhi
brief-goals = Sasaran
brief-evidence = Bukti
brief-no-evidence = belum ada catatan
brief-spread = Sebaran
brief-private = P
brief-shared = B
brief-praise = Pujian
brief-praise-never = Belum pernah dicatat. Cari satu contoh nyata sebelum bertemu.
brief-praise-none-since = Tidak ada yang tercatat sejak { $day }. Cari satu contoh nyata sebelum bertemu.
brief-praise-long = Terakhir { $days } hari lalu. Cari satu contoh nyata sebelum bertemu.
brief-praise-said = { $days ->
    [0] Terakhir hari ini.
    [1] Terakhir kemarin.
   *[other] Terakhir { $days } hari lalu.
}
brief-ask = Tanyakan
brief-ask-promise = Janji saya belum saya tepati. Apa akibatnya bagi pekerjaan Saudara?
brief-ask-postponed = Pertemuan kita beberapa kali tertunda. Apa yang paling perlu kita bicarakan sekarang?
brief-ask-stuck = Apa yang menghambat, dan bantuan apa yang Saudara perlukan dari saya?
brief-ask-first = Bagaimana Saudara melihat pekerjaan Saudara, dan apa yang Saudara harapkan dari saya?
brief-ask-probation = Bagian mana dari tugas ini yang sudah Saudara kuasai, dan mana yang belum?
brief-ask-proud = Hasil kerja mana yang paling Saudara banggakan sejak pertemuan terakhir?
brief-ask-self = Bagaimana Saudara menilai hasil kerja sendiri pada periode ini?
brief-ask-learn = Apa yang Saudara pelajari sejak pertemuan terakhir, dan di mana itu terpakai?
brief-ask-help = Satu hal apa yang dapat saya ubah supaya pekerjaan Saudara lebih lancar?

# Tabel dan daftar.
status-name = NAMA
status-last = SESI
status-next = BERIKUT
status-goals = SASARAN
status-gaps = KOMP
status-why = MENGAPA
status-days = { $days } hari
status-empty = Belum ada pegawai. Impor dengan: bina import people BERKAS
due-nothing = Tidak ada yang jatuh tempo dalam pekan ini.
due-objections = Keberatan atas lembar
due-goals = Sasaran
due-sessions = Sesi
due-actions = Tindak lanjut: { $owner }

# Teks satu hasil kerja, untuk e-Kinerja.
goal-text-reached = Realisasi sampai dengan { $day }:
goal-text-value = { $indicator }: { $value } pada { $day } (ukuran: { $measure }).
goal-text-described = { $indicator }, { $day }:
goal-text-no-value = { $indicator }: belum ada nilai.
goal-text-evidence = Bukti dukung: { $text }.
goal-text-notes = Umpan balik:
goal-text-praise = Pada { $day }, yang sudah baik: { $text }
goal-text-improve = Pada { $day }, yang perlu ditingkatkan: { $text }
goal-text-observation = Pada { $day }, pengamatan: { $text }

# Sasaran dengan kata-kata.
goal-status-on-track = sesuai rencana
goal-status-slipping = tersendat
goal-status-off-track = melenceng
goal-status-done = selesai
goal-status-dropped = dihentikan
goal-verdict-reached = tercapai
goal-verdict-on-pace = sesuai laju
goal-verdict-slipping = agak tertinggal
goal-verdict-behind = tertinggal
goal-class-main = utama
goal-class-additional = tambahan
goal-scope-organisation = organisasi
goal-scope-individual = individu
goal-approach-quantitative = kuantitatif
goal-approach-qualitative = kualitatif
goal-aspect-quantity = kuantitas
goal-aspect-quality = kualitas
goal-aspect-time = waktu
goal-aspect-cost = biaya
goal-perspective-service-recipient = penerima layanan
goal-perspective-business-process = proses bisnis
goal-perspective-internal-strengthening = penguatan internal
goal-perspective-budget = anggaran
goal-accrual-total = jumlah sejak awal periode
goal-accrual-level = keadaan pada hari itu
goal-kind-higher = makin besar makin baik
goal-kind-lower = makin kecil makin baik
goal-kind-within = di dalam rentang
goal-kind-yes-no = ya atau belum
goal-kind-milestones = tonggak
goal-kind-described = diuraikan dengan kata
goal-yes = ya
goal-no = belum
goal-steps-done = { $done } dari { $of } langkah
goal-target-open = target belum ditetapkan (sebelumnya { $measure })
goal-measure-up = naik dari { $from } ke { $target }
goal-measure-down = turun dari { $from } ke { $target }
goal-measure-least = paling sedikit { $target }
goal-measure-most = paling banyak { $target }
goal-measure-within = antara { $low } dan { $high }
goal-measure-steps = { $count } langkah: { $steps }
goal-measure-yes-no = ya atau belum
goal-measure-described = diuraikan dengan kata
goal-pace = { $progress } dari target saat { $passed } waktu berjalan: { $verdict }
goal-disagree = Anda menyatakan { $word }, hitungannya { $verdict }
goal-word-and-pace = { $word }, lajunya { $verdict }
goal-concern-disagrees = kata dan laju berbeda
goal-concern-late = lewat { $days } hari
goal-concern-soon = { $days ->
    [0] sampai hari ini
    [1] sampai besok
   *[other] tinggal { $days } hari
}
goal-concern-old = { $days } hari tanpa nilai
goal-word = { $word } sejak { $on } ({ $by })
goal-check-in = { $value } pada { $on } ({ $by })
goal-revision = sebelum { $on }: { $measure }; diubah oleh { $by } karena { $reason }
goal-mean-nothing = { $of ->
    [0] belum ada yang dapat diukur
   *[other] belum terukur (0 dari { $of })
}
goal-mean-single = { $progress }, dari satu ukuran saja
goal-mean-given = { $progress }: rata-rata menurut bobot, { $measured } dari { $of } terukur
goal-mean-off = { $progress }: rata-rata menurut bobot yang berjumlah { $total }, bukan 100; { $measured } dari { $of } terukur
goal-mean-equal = { $progress }: rata-rata tanpa bobot, { $measured } dari { $of } terukur
goal-mean-incomplete = { $progress }: rata-rata tanpa bobot karena tidak semua berbobot, { $measured } dari { $of } terukur
goal-part = { $title }: { $progress }
goal-part-weighed = { $title }: { $progress }, bobot { $weight }
goal-rollup-own = Capaian sendiri: { $mean }
goal-rollup-part = { $name }, { $title }: { $progress } × { $share }% (nilai { $on })
goal-rollup-dropped = { $name }, { $title }: tidak dihitung, dihentikan
goal-rollup-unmeasured = { $name }, { $title }: tidak dihitung, belum terukur
goal-no-rating = Angka ini menunjukkan kemajuan, bukan predikat kinerja.
goal-why-measure = Ukuran: { $measure }
goal-why-values = Setiap nilai: { $accrual }
goal-why-no-value = Belum ada nilai.
goal-why-target-open = Target periode ini belum ditetapkan, jadi tidak ada yang dihitung.
goal-why-progress = Capaian: { $formula }
goal-why-time = Waktu: { $days } dari { $of } hari = { $passed } pada { $on }
goal-why-pace = Laju: { $progress } ÷ { $expected } yang diharapkan = { $ratio }: { $verdict }
goal-why-pace-limit = Laju: { $passed } waktu dibanding bagian yang terpakai = { $ratio }: { $verdict }
goal-why-pace-later = Laju: baru diharapkan pada { $due }: { $verdict }
goal-why-rules = Sesuai laju mulai { $on }%, agak tertinggal mulai { $slipping }% (aturan { $rules })
formula-share = nilai ÷ target = { $value } ÷ { $target } = { $progress }
formula-way = (nilai − awal) ÷ (target − awal) = ({ $value } − { $baseline }) ÷ ({ $target } − { $baseline }) = { $progress }
formula-inverted = 2 − nilai ÷ target = 2 − { $value } ÷ { $target } = { $progress }
formula-kept-at-zero = target nol, nilai { $value }: { $progress }
formula-limit = 100% selama tidak melewati target, sesudahnya 2 − nilai ÷ target; { $value } dari { $target }: { $progress }
formula-range = 100% di dalam rentang { $low } sampai { $high }, di luarnya 1 − jarak ÷ lebar rentang; { $value }: { $progress }
formula-yes-no = ya = 100%, belum = 0%: { $progress }
formula-steps = langkah selesai ÷ langkah = { $value } ÷ { $target } = { $progress }
goal-no-word = belum dinyatakan
goals-goal = SASARAN
goals-progress = CAPAIAN
goals-pace = LAJU
goals-word = STATUS
goals-last = NILAI
goals-supports-nothing = Tidak menyebut RHK pimpinan

# Kompetensi dengan kata-kata.
competency-kind-managerial = manajerial
competency-kind-socio-cultural = sosial kultural
competency-kind-technical = teknis
competency-level = level { $level }
competency-level-text = Level { $level } · { $anchor }
competency-not-observed = tidak teramati
competency-gap-short = kurang { $levels } level
competency-gap-met = sesuai standar
competency-gap-surplus = lebih { $levels } level
competency-gap-unknown = belum diketahui
competency-gap-stale = belum diketahui (nilai kedaluwarsa)
competency-gap-not-required = tidak disyaratkan
competency-band-qualified = memenuhi syarat
competency-band-still-qualified = masih memenuhi syarat
competency-band-underqualified = kurang memenuhi syarat
competency-facet-knowledge = pengetahuan
competency-facet-skill = keterampilan
competency-facet-attitude = sikap
competency-rater-supervisor = atasan
competency-rater-employee = pegawai sendiri
competency-trend-up = naik
competency-trend-same = tetap
competency-trend-down = turun
competency-source-given = standar instansi
competency-source-suggested = usulan menurut jenis jabatan
competency-behaviour-below = di bawah ekspektasi
competency-behaviour-meets = sesuai ekspektasi
competency-behaviour-above = di atas ekspektasi
competency-behaviour-unrated = belum dinilai
competency-behaviour-before = periode lalu { $rating }
competency-standing = disyaratkan { $required }, sekarang { $current }: { $gap }
competency-standing-free = sekarang { $current }, tidak disyaratkan
competency-moved = { $trend } dari { $level }
competency-still = { $trend } { $level }
competency-own = menurut pegawai { $level }
competency-looked-again = { $on } tidak teramati
competency-evidence = { $count ->
    [0] tanpa bukti
   *[other] { $count } bukti
}
competency-count-short = { $count ->
    [0] tanpa kesenjangan
   *[other] { $count } kesenjangan ({ $levels } level, terbesar { $largest })
}
competency-count-met = { $count } sesuai
competency-count-surplus = { $count } lebih
competency-count-unknown = { $stale ->
    [0] { $count } belum diketahui
   *[other] { $count } belum diketahui ({ $stale } kedaluwarsa)
}
competency-match = { $percent }, { $band } (penilaian atasan, indikatif)
competency-match-part = { $compared } dari { $of } kompetensi terbandingkan
competency-match-above = melebihi standar, tidak dipangkas
competency-match-sum = { $attained } ÷ { $required } = { $percent }
competency-match-all = Jumlah level sekarang ÷ jumlah level yang disyaratkan = { $sum }
competency-match-technical = Teknis: { $sum }
competency-match-general = Manajerial dan sosial kultural: { $sum }
competency-match-weighted = Bobot jenjang jabatan, teknis { $technical }%, manajerial dan sosial kultural { $general }%: { $percent }
competency-match-bands = Memenuhi syarat mulai { $qualified }%, masih memenuhi syarat mulai { $still }%, sebelum dibulatkan (aturan { $rules })
competency-match-left-out = Tidak ikut dihitung karena belum diketahui: { $count } kompetensi
competency-match-indicative = Penilaian atasan, indikatif: bukan hasil uji kompetensi.
competency-why-rule = Aturan: yang berlaku ialah level terbaru dari atasan, selama { $months } bulan; "tidak teramati" tidak mengubahnya
competency-why-formula = Kesenjangan = disyaratkan − sekarang = { $required } − { $current } = { $difference }: { $gap }
competency-why-no-gap = Kesenjangan = disyaratkan − sekarang: { $gap }
competency-why-required = Disyaratkan: level { $level } untuk { $position } ({ $source }, dicatat { $on })
competency-why-not-required = Disyaratkan: tidak ada; standar jabatan tidak menyebut kompetensi ini atau belum ada
competency-why-current = Sekarang: level { $level } dari atasan pada { $on }, { $evidence }
competency-why-until = Berlaku sampai { $until }
competency-why-stale = Hanya berlaku sampai { $until }: dihitung belum diketahui
competency-why-never = Sekarang: atasan belum pernah memberi level
competency-why-not-observed = Dilihat lagi pada { $on }: tidak teramati, level tetap
competency-why-earlier = Sebelumnya: level { $level } pada { $on }, { $evidence }; tidak berlaku lagi
competency-why-beside = Di sampingnya, tidak dihitung: { $name } { $level }
competency-why-evidence = { $count ->
    [0] Tidak ada bukti dalam { $months } bulan terakhir
   *[other] Bukti dalam { $months } bulan terakhir: { $count }
}

# Kesenjangan kompetensi dalam tabel.
gaps-person = PEGAWAI
gaps-competency = KOMPETENSI
gaps-unit = UNIT
gaps-no-unit = (tanpa unit)
gaps-short = KURANG
gaps-levels = LEVEL
gaps-largest = MAKS
gaps-met-column = SESUAI
gaps-surplus-column = LEBIH
gaps-unknown-column = BELUM
gaps-match-head = COCOK
gaps-match-column = COCOK: kesesuaian jabatan, penilaian atasan, indikatif. LEVEL: jumlah level yang kurang. BELUM: belum diketahui.
gaps-match-partly = * sebagian kompetensi belum diketahui dan tidak ikut dihitung
gaps-match = Kesesuaian jabatan: { $match }
gaps-no-standard = Jabatan ini belum mempunyai standar kompetensi.
gaps-missing = Kesenjangan:
gaps-unknown = Belum diketahui:
gaps-met = Sesuai standar:
gaps-surplus = Melebihi standar, tidak menutup kesenjangan:
gaps-not-required = Tidak disyaratkan:

# Keberatan.
objection-said = “{ $text }” · { $about }
objection-about-sheet = lembar { $day }
objection-about-evaluation = evaluasi
objection-day = hari ke-{ $n }
objection-late-mark = terlambat
objection-left = { $days } hari lagi
objection-next-forward = teruskan ke atasan Anda
objection-next-explain = menunggu penjelasan
objection-next-decide = menunggu keputusan
objection-short-forward = teruskan
objection-short-explain = penjelasan
objection-short-decide = keputusan
objection-is-decided = sudah diputuskan
objection-is-taken-back = dicabut
objection-days = { $days } hari: sampai { $calendar } (kalender), { $working } (kerja)
objection-clock-ours = aturan bina, bukan peraturan
objection-clock-late = terlambat { $calendar } hari kalender, { $working } hari kerja; tetap diterima
brief-development = Pengembangan
brief-effect = tanyakan dampak: { $item }
