# Yang berlaku, dan dari mana asalnya.
settings-title = Setelan: yang berlaku, dan mengapa
settings-look = Tampilan
settings-lang = bahasa
settings-lang-id = Indonesia
settings-lang-en = Inggris
settings-colors = warna
settings-ground = latar
settings-ground-dark = gelap
settings-ground-light = terang
settings-ground-unknown = belum diketahui
settings-signs = tanda
settings-plain = polos
settings-config = konfigurasi
settings-work = Pekerjaan
settings-rules = aturan
settings-source = sumbernya
settings-rules-file = berkasnya
settings-built-in = bawaan program
settings-cadence = irama sesi
settings-every-weeks = { $count ->
    [1] setiap minggu
   *[other] setiap { $count } minggu
}
settings-every-months = { $count ->
    [1] setiap bulan
   *[other] setiap { $count } bulan
}
settings-keys = tombol sendiri
settings-store = Penyimpanan
settings-path = direktori
settings-entries = entri jurnal
settings-count = { $count }
settings-access = akses
settings-read-only = hanya lihat
settings-protection = Perlindungan
settings-hides = layar disembunyikan
settings-never = tidak dengan sendirinya
settings-after-minutes = setelah { $count } menit tanpa tombol
settings-hides-now = seketika dengan
settings-opens = tampil lagi dengan
settings-opens-key = sembarang tombol
settings-opens-passphrase = frasa sandi
settings-encrypted = terenkripsi
settings-backups = Cadangan
settings-place = tempat
settings-no-backups = tidak dibuat otomatis; buat dengan: bina backup BERKAS
settings-newest = terbaru
settings-age = { $days ->
    [0] hari ini, { $clock }
    [1] kemarin, { $clock }
   *[other] { $day }, { $clock }, { $days } hari lalu
}
settings-kept = tersimpan
settings-none = tidak ada
settings-source-built-in = bina; PermenPANRB 6/2022 meminta umpan balik berkelanjutan dan menyerahkan irama sesi kepada instansi
