# The common screen and what belongs to it.

## Terminal
terminal-no-input = Layar ini dikendalikan dengan papan tombol, tetapi masukan standar bukan terminal. Jalankan bina langsung di terminal, tanpa pipa atau pengalihan.
terminal-no-output = Keluaran standar bukan terminal, sehingga layar tidak dapat ditampilkan. Jalankan bina langsung di terminal, tanpa pipa atau pengalihan.
terminal-no-screen = Terminal ini tidak dapat menampilkan layar (TERM kosong atau "dumb"). Atur TERM sesuai terminal Anda, misalnya TERM=xterm-256color, atau gunakan perintah yang mencetak baris: lihat bina --help.
terminal-system = Sistem menolak permintaan yang diperlukan untuk menampilkan layar: { $reason }.
terminal-fault = Terjadi kesalahan dalam program ({ $place }). Yang sudah tersimpan tetap aman; ketikan yang belum disimpan tersedia sebagai draf. Jalankan bina lagi, dan laporkan tempat kesalahan tersebut.
terminal-no-job-control = Program tidak dapat dijeda: tidak ada shell yang dapat melanjutkannya.
terminal-copy-too-long = Teks terlalu panjang untuk disalin melalui terminal. Gunakan ekspor ke berkas.
terminal-editor-missing = Editor tidak dapat dijalankan ({ $reason }). Periksa VISUAL atau EDITOR. Teks Anda tidak berubah.
terminal-editor-failed = Editor berakhir dengan kesalahan. Teks Anda tidak berubah.
# Data contoh: bina demo
demo-progress = Menyusun data contoh [{ $bar }] { $percent } % · { $done } orang
demo-built = Data contoh siap di { $path }. Semua nama rekaan.
demo-existing = Data contoh dari { $day } dibuka. Untuk memulai lagi: bina demo --fresh
demo-not-a-sample = Di { $path } ada sesuatu yang bukan data contoh; tidak ada yang diubah.
demo-hint-elsewhere = Pilih direktori lain dengan --store DIR, atau hapus dulu BINA_STORE.
# akhir data contoh

frame-period-short = TW { $quarter } · { $days } hari
frame-period = TW { $quarter } { $year } · { $days } hari lagi
frame-not-saved = TIDAK TERSIMPAN · u coba lagi
frame-read-only = hanya lihat
frame-too-small = Jendela terlalu kecil: perlu 40 × 10.
audience-private = pribadi
audience-shared = bersama
audience-private-long = hanya untuk Anda
audience-shared-long = akan dibaca pegawai
mark-private = P
mark-shared = B
owner-employee = pegawai
owner-supervisor = saya
feedback-praise = pujian
feedback-improve = perlu diperbaiki
feedback-observation = amatan
session-kind-dialogue = Dialog kinerja
session-kind-coaching = Bimbingan kinerja
session-kind-counselling = Konseling kinerja
answer-signed = ditandatangani
answer-read = sudah dibaca
answer-objects = keberatan
answer-none = belum ditanggapi
state-done = selesai
state-not-done = tidak selesai
state-dropped = dibatalkan
state-discussed = sudah dibahas
due-overdue = lewat { $days } hari
due-none = tanpa tanggal
days-short = { $count } hari
day-not-understood = tanggal belum terbaca
place-team = Tim
place-agenda = Agenda
place-goals = Sasaran
place-competencies = Kompetensi
place-rating = Isian kompetensi
place-grid = Isian bulan
place-person = Orang
place-session = Sesi
place-walk = Keliling
place-capture = Catatan cepat
place-check-in = Isian nilai
place-palette = Daftar perintah
place-find = Cari orang
place-help = Bantuan
place-messages = Pesan
place-form = Isian
place-assign = Bagikan
place-reader = Bacaan
place-settings = Setelan
notice-done = ✓ { $what }{ $named ->
    [0] {""}
   *[other] : { $name }
} · u urungkan
notice-from-outside = Dari baris perintah: { $what }{ $named ->
    [0] {""}
   *[other] {" "}· { $name }
}
notice-undone = Diurungkan: { $what }{ $which }{ $named ->
    [0] {""}
   *[other] : { $name }
} · ^R ulangi
notice-redone = Diulangi: { $what }{ $which }{ $named ->
    [0] {""}
   *[other] : { $name }
}
notice-said = { $text }
notice-order = Urutan: { $order }
notice-loading = Data orang ini sedang dibaca.
notice-resumed = Dilanjutkan di tempat Anda terputus. Tidak ada ketikan yang hilang.
notice-put-aside = Teks disimpan sebagai draf. Buka lagi untuk melanjutkan.
notice-how-to-quit = Tekan q untuk keluar.
notice-unsaved = Ada perubahan yang belum tersimpan. u mencoba lagi, q sekali lagi keluar tanpa menyimpannya.
notice-copy-look = Tombol yang sama tetap menyalin: { $warning }
notice-copied = Teks bersama dikirim ke papan klip terminal Anda.
why-no-draft = Tidak ada draf yang menunggu.
why-nobody = Belum ada orang yang dipilih.
why-last-person = Tidak ada orang lain di arah itu.
why-not-here = Perintah itu tidak berlaku pada baris ini.
why-not-shared = Hanya teks bersama yang dapat disalin. Baris ini pribadi.
why-no-text-field = Tidak ada kolom teks yang sedang diisi.
keys-everywhere = Di mana-mana
keys-unknown-command = Bagian [keys] menyebut perintah yang tidak ada: { $id }. Daftarnya: bina keys
keys-bad-key = Bagian [keys]: “{ $key }” pada { $id } bukan nama tombol. Contoh: ctrl-s, enter, J, f2
keys-conflict = Bagian [keys]: tombol { $key } dipakai { $first } dan { $second } sekaligus (di { $place }).
keys-lost = Bagian [keys]: tombol { $key } kini milik { $to }; { $from } tidak lagi memilikinya.
keys-lost-several = Bagian [keys]: { $count } tombol bawaan berpindah ke perintah pilihan Anda. Rinciannya: bina doctor
keys-printable = Bagian [keys]: { $id } berlaku saat mengetik, jadi tidak dapat memakai huruf { $key }.
notice-now-private = Sekarang PRIBADI: { $text }
notice-now-shared = Sekarang BERSAMA, akan dibaca pegawai: { $text }
place-log = Log
why-not-newest = Hanya perubahan terbaru yang dapat diurungkan dari sini.
place-person-rating = Menilai kompetensi pegawai
place-person-behaviour = Menilai perilaku pegawai
place-session-rating = Menilai dalam sesi

place-person-goals = Sasaran pegawai
place-person-levels = Kompetensi pegawai
place-person-behaviours = Perilaku pegawai
place-session-levels = Kompetensi dalam sesi
place-verbs = Tindakan
mode-rating = MENILAI
mode-filling = MENGISI
mode-five = Level 1 sampai 5; 0 berarti tak teramati.
mode-three = 1 di bawah, 2 sesuai, 3 di atas ekspektasi.
mode-end = { $said } Sampai di sini.
notice-undo-whose = Ini perubahan { $by }: { $what } { $about }. Tekan u sekali lagi untuk mengurungkannya.
notice-redo-whose = Ini perubahan { $by }: { $what } { $about }. Tekan ^R sekali lagi untuk mengulanginya.
notice-word-not-run = “{ $text }” datang sekaligus dan tidak dijalankan sebagai perintah.
notice-discard-asks = Buang draf yang menunggu? Tekan x sekali lagi; teksnya tidak dapat dikembalikan.
notice-discarded = Draf dibuang.
place-session-notes = Catatan dalam sesi
place-session-news = Nilai sejak sesi lalu
place-development = Pengembangan
place-person-development = Orang › pengembangan
