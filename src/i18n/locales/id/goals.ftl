# Sasaran: layar, isian nilai, dan alasan di balik angka.
goals-by-person = orang
goals-by-parent = hasil kerja pimpinan
goals-by-status = status
goals-nobody = Belum ada orang di sini.
goals-without-plan = belum ada rencana
goals-no-parent = Tidak menyebut hasil kerja pimpinan
goals-no-word = belum dinilai
goals-no-indicator = Hasil kerja ini belum memiliki indikator. Tambahkan dahulu dengan a.
goals-target-open = target kosong
goals-unmeasured = belum terukur
goals-measured = { $progress } · { $measured } dari { $of } terukur
goals-millions = { $number } jt
goals-year = Tahun { $year }
goals-checked-in = Tersimpan: { $said }. u membatalkan.
goals-why = Mengapa · { $name }
goals-earlier-values = Nilai sebelumnya
goals-evidence = { $count ->
    [0] Belum ada catatan bertanda #{ $tag }
   *[other] Catatan bertanda #{ $tag } ({ $count })
}
check-in-title = { $indicator } · { $name }
check-in-example = 84 boks 61–84 selesai @BA-12/2026 kemarin
check-in-example-yes-no = ya, @SK-4/2026
check-in-example-steps = 2 uji coba selesai di dua loket
check-in-example-described = SOP dipakai di tiga loket sejak Senin
check-in-evidence = bukti { $text }
check-in-first = nilai pertama
check-in-grammar = nilai (atau +tambahan)  catatan  @bukti  hari    dibaca juga oleh pegawai
form-goal-status = Status sasaran
form-goal-status-help = Kata Anda sendiri. Hitungan laju tetap berdiri di sampingnya.
field-goal-status = Status
goals-no-aspect = tanpa aspek
goals-left = mutasi { $day }
goals-choose-result = Pilih dahulu hasil kerjanya.
goals-choose-person = Pilih dahulu orangnya.
goals-target-first = Target periode ini belum ditetapkan. Isi targetnya dahulu, lalu nilainya.
goals-copied = { $count ->
    [0] ✓ Rencana disalin ke tahun { $year }. u membatalkan.
   *[other] ✓ Disalin ke { $year }: { $count } target menunggu (e mengisi). u membatalkan.
}
goals-nothing-waits = Tidak ada hasil kerja organisasi yang menunggu pengganti.
goals-period = { $from } – { $until }
goals-targets-open = { $count } target belum ditetapkan (e)
goals-second-part = bagian kedua, setelah mutasi { $day }
goals-plan-ended = sudah berakhir; Spasi Y menyalin ke tahun ini
goals-weights-off = bobot berjumlah { $total }, bukan 100
goals-empty-plan = Belum ada rencana. N menambah hasil kerja (RHK), W mengambil alih yang ditinggalkan pendahulu; bina import goals BERKAS memasukkan seluruh SKP.
goals-empty-copy = Belum ada rencana untuk tahun ini. Spasi Y menyalin rencana { $known } tanpa nilainya; Spasi N menambah hasil kerja (RHK) baru.
goals-supports = Mendukung: { $title }
goals-expects = Ekspektasi: { $text }
goals-weight = bobot { $weight }
goals-due = paling lambat { $day }
goals-weights-plan = { $state ->
    [whole] Bobot seluruh rencana kini 100.
    [off] Bobot seluruh rencana kini { $total }, bukan 100.
   *[missing] Bobot baru dipakai bila semua hasil kerja berbobot; { $missing } belum.
}
goals-weights-result = { $state ->
    [whole] Bobot indikator hasil kerja ini kini 100.
    [off] Bobot indikator hasil kerja ini kini { $total }, bukan 100.
   *[missing] Bobot baru dipakai bila semua indikator berbobot; { $missing } belum.
}
form-add-result = RHK baru
form-add-result-help = Cukup judulnya; yang lain sudah wajar. Sesudahnya indikator pertama langsung dapat diisi.
form-edit-result = Ubah hasil kerja
form-edit-result-help = Tab berpindah kolom, ← → memilih, ^S menyimpan.
form-add-indicator = Indikator baru
form-add-indicator-help = ← → memilih jenis ukuran; kolomnya mengikuti. Esc bila cukup.
form-edit-indicator = Ubah indikator
form-edit-indicator-help = Target yang sudah disepakati tetap tercatat bersama alasan perubahannya.
form-inherit-results = Ambil alih hasil kerja organisasi
form-inherit-results-help = Hasil kerja yang tinggal bersama jabatannya, dengan targetnya, mulai hari ini. Dari siapa?
form-tag-made = Tanda: #{ $tag }. Catatan dengan tanda ini menjadi buktinya.
form-measure-read = Tercapai bila: { $measure }
form-target-open = Target periode ini belum ditetapkan. Sebelumnya: { $measure }
form-target-was = Sebelumnya: { $measure }. Tetap tercatat bersama alasannya.
form-inherits = { $count } hasil kerja: { $titles }
form-supports-known = = hasil kerja { $name }
form-supports-title = judul saja
form-bad-number = “{ $text }” belum terbaca sebagai angka. Contoh: 120, 1,6, 12.500.000
form-number-missing = Isi angkanya dahulu.
form-nothing-left = Tidak ada hasil kerja organisasi yang ditinggalkan “{ $text }”.
form-choice-of = { $at } dari { $of }
number-not-understood = bukan angka
why-no-proposal = Tidak ada usulan untuk kolom ini.
field-title = Judul
field-class = Jenis
field-scope = Milik
field-supports = Mendukung
field-approach = Pendekatan
field-expectation = Ekspektasi
field-weight = Bobot (%)
field-result-tag = Tanda
field-aspect = Aspek
field-measure-kind = Ukuran
field-target = Target
field-baseline = Nilai awal
field-low = Batas bawah
field-high = Batas atas
field-steps = Langkah (;)
field-indicator-unit = Satuan
field-accrual = Setiap nilai
field-predecessor = Dari
assign-title = Bagikan: { $title }
assign-filter = ketik nama untuk menyaring
assign-taken = sudah memilikinya
assign-keys = { $count } dipilih · spasi pilih · * semua · huruf menyaring · angka mengisi target
assign-nobody = Belum ada yang dipilih. Spasi memilih, * memilih semua.
assign-done = ✓ Dibagikan kepada { $count } orang. u membatalkan.

# Tabel isian bulan
grid-nobody = Belum ada orang dalam daftar ini.
grid-nothing = Tidak ada indikator yang berlaku pada { $day } bagi orang dalam daftar ini. Rencana kinerja disusun di layar Sasaran.
grid-today = nilai hari ini, { $day }
grid-month = nilai per akhir bulan, { $day }
grid-part = { $from }–{ $to } dari { $of }
grid-same = Nilai itu sudah tercatat bulan ini; tidak ditulis dua kali.
grid-marks =
    ✓ tercapai   = sesuai laju   ● agak tertinggal   ◆ tertinggal   – belum terukur
    redup: nilai dari bulan lain   3/5: tiga dari lima sudah berisi nilai bulan ini
    ‹ ›: ada isian lain di kiri atau di kanan
