# Yang ada pada beberapa kertas.
paper-foot = Disiapkan dengan bina pada { $day }; bukan dokumen resmi.
paper-page = Halaman
paper-of = dari
paper-employee = Pegawai
paper-supervisor = Atasan langsung
paper-name = Nama
paper-rank = Pangkat/gol.
paper-position = Jabatan
paper-unit = Unit kerja
paper-receipt = Kode tanda terima
paper-target-open = belum ditetapkan
paper-col-number = No
paper-col-result = Rencana hasil kerja
paper-col-indicator = Indikator
paper-col-target = Target
paper-col-reached = Realisasi

# Lembar sesi.
paper-file-sheet = lembar dialog
paper-confidential = Isi lembar ini rahasia. Lembar ini hanya untuk pegawai dan atasan langsungnya, dan tidak diteruskan kepada orang lain tanpa persetujuan pegawai.
paper-earlier = Kesepakatan yang lalu
paper-state-open = dilanjutkan
paper-state-done = selesai
paper-state-not-done = tidak selesai
paper-state-dropped = dihentikan
paper-results = Hasil kerja yang dibicarakan
paper-evidence = bukti dukung: { $text }
paper-feedback = Umpan balik
paper-praise = Sudah baik
paper-improve = Perlu ditingkatkan
paper-observation = Pengamatan
paper-col-what = Yang dilakukan
paper-col-by = Oleh
paper-col-due = Batas waktu
paper-col-measure = Ukuran keberhasilan
paper-own-hand = Tambahan tulisan tangan pegawai, boleh dikosongkan
paper-next = Pertemuan berikutnya: { $day }.
paper-tick-read = dibaca
paper-tick-agree = setuju
paper-tick-object = keberatan, alasan menyusul tertulis
paper-objects = Pegawai menyatakan keberatan pada { $day }:

# Formulir dialog.
paper-file-dialogue = formulir dialog
paper-dialogue-title = Formulir dialog kinerja
paper-dialogue-on = Dialog pada { $day }; sesi sudah ditutup
paper-joined = Tanggal bergabung
paper-in-unit = Masa kerja di unit ini
paper-years-months = { $years } tahun { $months } bulan
paper-dialogue-situation = Uraian kinerja, keadaan, atau masalah
paper-dialogue-results = Hasil dialog
paper-dialogue-a = A. Evaluasi kinerja (SKP)
paper-dialogue-b = B. Evaluasi gap kompetensi
paper-dialogue-c = C. Evaluasi perilaku
paper-dialogue-d1 = D.1 Aspirasi karier, jangka pendek (1-2 tahun)
paper-dialogue-d2 = D.2 Aspirasi karier, jangka menengah (3-5 tahun)
paper-dialogue-employee-does = Tanggung jawab pegawai
paper-dialogue-supervisor-does = Tanggung jawab atasan
paper-col-outcome = Hasil dialog
paper-col-competency = Kompetensi dikembangkan
paper-col-method = Metode pengembangan
paper-col-when = Waktu
paper-validated-employee = Divalidasi pegawai
paper-validated-supervisor = Divalidasi atasan langsung
paper-dated = tanggal: { $day }

# Lembar persiapan.
paper-file-preparation = lembar persiapan
paper-preparation-title = Lembar persiapan pegawai
paper-preparation-for = untuk dialog kinerja pada { $day }
paper-preparation-foot = Lembar ini milik Saudara. Disiapkan dengan bina pada { $day }; bukan dokumen resmi.
paper-preparation-code = Kode lembar
paper-preparation-yours = Lembar ini milik Saudara. Tidak perlu ditandatangani; isi yang perlu.
paper-preparation-talked = Dibicarakan
paper-preparation-with = dengan { $name }
paper-preparation-results = Hasil kerja saya
paper-preparation-results-hint = Tulis nilai bila Saudara mempunyai yang lebih baru; beri tanda pada pandangan Saudara: di Atas, Sesuai, atau di Bawah target.
paper-col-recorded = Tercatat
paper-col-mine = Saya
paper-col-above = A
paper-col-meets = S
paper-col-below = B
paper-preparation-levels = Level saya menurut saya sendiri
paper-preparation-levels-hint = Lingkari satu angka; contoh perbuatannya tertulis di dekatnya.
paper-preparation-required = disyaratkan { $level }
paper-preparation-never = belum pernah melakukan
paper-preparation-example = Contoh nyata untuk salah satu level (kapan, apa yang dilakukan)
paper-preparation-talk = Pembicaraan kita yang lalu
paper-preparation-talk-hint = 1 tidak setuju, 5 setuju
paper-preparation-only = Isian ini hanya dibaca atasan langsung Saudara dan tidak diteruskan kepada siapa pun.
paper-preparation-agreements = Kesepakatan yang lalu
paper-preparation-agreements-hint = [s]udah, [b]elum, s[e]bagian
paper-choice-done = sudah
paper-choice-partly = sebagian
paper-choice-not-yet = belum
paper-preparation-wishes = Yang ingin saya kembangkan
paper-preparation-wishes-hint = mendesak 1, 2, atau 3
paper-preparation-urgent = mendesak
paper-preparation-topic = Satu hal yang ingin saya bicarakan
paper-preparation-help = Bantuan yang saya perlukan dari atasan
paper-preparation-typing = Bagi yang mengetik: buka lembar dengan kode { $code }, lalu isi menurut urutan kode di tepi kiri. Yang kosong dilewati dengan Enter.

# Keberatan atas lembar sesi.
paper-file-objection = keberatan
paper-objection-title = Keberatan atas lembar sesi
paper-objection-to = Yth. { $whom }
paper-objection-as = selaku atasan dari atasan langsung
paper-objection-here = di tempat
paper-objection-signed = Saya yang bertanda tangan di bawah ini:
paper-objection-about = menyampaikan keberatan atas lembar sesi berikut, yang disusun oleh { $who }:
paper-objection-talk = Sesi
paper-objection-reasons = Alasan dan bukti
paper-objection-write = Ditulis oleh pegawai
paper-objection-asks = Yang dimohon
paper-objection-answer = Diisi atasan dari atasan langsung
paper-objection-answer-how = Atasan langsung dan pegawai dimintai penjelasan sebelum diputuskan. Keputusan ini tidak mengubah lembar yang sudah diterima; lembar yang diperbaiki dibuat tersendiri.
paper-objection-received = Diterima tanggal
paper-objection-says-supervisor = Penjelasan atasan langsung
paper-objection-says-employee = Penjelasan pegawai
paper-objection-decision = Keputusan
paper-objection-stays = lembar tetap
paper-objection-changes = lembar diperbaiki
paper-objection-why = Alasan keputusan
paper-objection-above = Atasan dari atasan langsung

# Sasaran kinerja pegawai.
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

# Ringkasan sebelum sesi.
paper-file-brief = ringkasan
paper-brief-title = Ringkasan sebelum sesi
paper-brief-own = Hanya untuk atasan; memuat catatan pribadi

# Perintah bina paper.
paper-kind-sheet = lembar sesi yang sudah ditutup
paper-kind-dialogue = formulir dialog dari sesi yang sudah ditutup
paper-kind-counselling = lembar konseling, dengan baris kerahasiaan
paper-kind-preparation = lembar persiapan pegawai, diisi dengan tangan sebelum sesi
paper-kind-objection = keberatan pegawai atas lembar sesi
paper-kind-skp = sasaran kinerja pegawai (SKP) dengan lampirannya
paper-kind-brief = ringkasan sebelum sesi; hanya untuk atasan
paper-unknown = Tidak ada kertas bernama { $kind }.
paper-hint-list = Daftarnya: bina paper --list
paper-name-missing = Nama siapa? Kertas { $kind } adalah tentang satu orang.
paper-no-session = { $name } belum mempunyai sesi yang sudah ditutup.
paper-no-session-on = { $name } tidak mempunyai sesi yang ditutup pada { $day }.
paper-no-plan = { $name } tidak mempunyai sasaran kinerja pada waktu itu.
paper-no-counselling = { $name } tidak mempunyai sesi konseling yang sudah ditutup.
paper-written = Ditulis ke { $file }.
paper-exists = { $file } sudah ada dan tidak ditimpa.
paper-hint-exists = Berikan nama lain, atau hapus dulu berkas itu.
paper-unwritable = { $file } tidak dapat ditulis: { $reason }
expected-paper-size = Yang dapat ditulis: "a4" atau "f4"
expected-paper-text = Tulis sebuah teks yang tidak kosong dalam tanda kutip
expected-signing-room = Tulis jarak tanda tangan dalam milimeter, dari 16 sampai 40
arg-paper = Kertas yang mana; daftarnya: bina paper --list
arg-as-text = Sebagai teks 72 kolom; demikian juga bila tidak disebut
arg-in-pages = Sebagai teks dalam halaman untuk pencetak, dengan nomor halaman
arg-output = Tulis ke berkas ini, yang hanya dapat dibaca pemiliknya
arg-overwrite = Timpa berkas yang sudah ada
about-paper = Mencetak sebuah kertas: teks 72 kolom atau Markdown
paper-no-period = Kertas { $kind } tidak memakai --period. Sebutkan TANGGAL sesi, atau tidak sama sekali.
arg-paper-list = Daftar kertas yang ada
arg-as-markdown = Sebagai Markdown
example-paper =
    bina paper sheet evi --output lembar-evi.txt
    bina paper preparation evi --pages | lp
    bina paper skp evi --period 2026
    bina paper --list
