# Sasaran: layar, isian nilai, dan alasan di balik angka.
goals-by-person = orang
goals-by-parent = hasil kerja pimpinan
goals-by-status = status
goals-empty = Belum ada orang di sini.
goals-no-plan = belum ada rencana
goals-no-parent = Tidak menyebut hasil kerja pimpinan
goals-no-word = belum dinilai
goals-no-indicator = Hasil kerja ini belum memiliki indikator. Tambahkan dahulu dengan I.
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
