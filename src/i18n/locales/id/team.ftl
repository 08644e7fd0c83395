# The team screen and what belongs to it.

team-objections = { $count } keberatan
team-overdue = { $count } sesi terlambat
team-my-promises = { $count } janji saya lewat
team-this-week = { $count } dalam 7 hari
team-open-sessions = { $count } sesi terbuka
team-drafts = { $count } draf menunggu
team-all-well = Tidak ada yang mendesak
team-everybody = semua: { $count } orang
team-found = { $count } cocok
team-unknown-key = { $key }: bukan kunci saringan; dicari sebagai kata
team-empty =
    Belum ada orang di sini.

    Impor daftar pegawai yang sudah ada di kantor (XLSX atau CSV):
    bina import people daftar-pegawai.xlsx

    Atau tekan a untuk menambah orang satu per satu.
team-nobody = Tidak ada yang menjadi bawahan langsung Anda. Tekan f untuk melihat semua orang.
team-no-match = Tidak ada yang cocok. Esc menghapus saringan.
column-name = NAMA
column-session = SESI
column-next = BERIKUT
column-goals = SASARAN
column-promises = SAYA/DIA
column-evidence = CATATAN
next-overdue = terlambat { $days }h
next-objection = keberatan
next-open = terbuka
next-today = hari ini
next-leave = cuti
next-ended = tidak bertugas
order-neglect = yang paling perlu Anda
order-name = nama
order-last-session = sesi terakhir
order-next-session = sesi berikut
order-unit = unit
why-reasons = { $name }: { $reasons }.
why-nothing = { $name }: semua berjalan sesuai irama.
why-on-leave = { $name } sedang cuti; sesi ditangguhkan.
why-ended = { $name } tidak lagi bertugas di sini.
