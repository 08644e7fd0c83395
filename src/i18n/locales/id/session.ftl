# The session screen and what belongs to it.

# --- closing: worth a second look before a session is closed ---
closing-private-phrase = “{ $word }” juga ada di catatan pribadi Anda.
closing-other-person = Nama { $word } tertulis di lembar pegawai ini.
closing-person-word = “{ $word }” menilai orangnya, bukan tindakannya. Apa yang terlihat?
closing-health-or-family = “{ $word }”: kesehatan dan keluarga sebaiknya tidak tertulis di lembar.
closing-nothing-shared = Pegawai akan menerima lembar kosong: belum ada yang dibagikan.
closing-only-corrections = { $count ->
    [1] Hanya ada satu perbaikan, belum ada pujian.
   *[other] Hanya ada { $count } perbaikan, belum ada pujian.
}
closing-no-next-step = Belum ada langkah berikut: tidak ada tindak lanjut yang bertanggal.
closing-no-next-date = Tanggal pertemuan berikut belum ada.
closing-recent-evidence = Semua { $count } bukti tahun ini berasal dari { $days } hari terakhir.
closing-goals-unspoken = { $count ->
    [1] Belum dibicarakan: sasaran “{ $word }” yang tidak sesuai rencana.
   *[other] Belum dibicarakan: { $count } sasaran yang tidak sesuai rencana, di antaranya “{ $word }”.
}
# --- end of closing ---

step-prepare = Siapkan
step-follow-up = Tindak lanjut
step-goals = Sasaran
step-feedback = Umpan balik
step-agreements = Kesepakatan
step-response = Tanggapan
step-close = Tutup
session-since = dimulai { $time }
prepare-brief = Ringkasan
follow-up-nothing = Tidak ada yang perlu ditindaklanjuti dari sesi sebelumnya. ^N melanjutkan.
came-back-heading = Yang kembali dari sesi { $day }
follow-up-mine = Janji saya
follow-up-theirs = Tindak lanjut pegawai
follow-up-agenda = Agenda yang disiapkan
entry-new = Baris baru
entry-editing = Ralat
entry-opened = Dari catatan
feedback-in-session = Dalam sesi ini ({ $count })
notes-since-last = Catatan sejak sesi lalu ({ $count })
notes-older = { $count } catatan bersama dari sebelum sesi lalu; Enter membukanya
notes-older-open = { $count } catatan bersama dari sebelum sesi lalu; Enter menutupnya
news-since-last = Nilai dan kompetensi sejak sesi lalu ({ $count })
note-went = sudah diangkat
note-printed = ikut dicetak
note-left-out = tidak dicetak
notice-not-on-sheet = Ini tidak akan dicetak: pribadi, atau sudah bagian dari sesi.
note-lifted = diangkat ke sesi
note-opened = diuraikan dalam sesi
note-will-be-read = Akan dibaca { $name }: “{ $text }”
notice-look-before-sharing = Bacalah kata demi kata; p lagi membagikan dan mengangkatnya.
agreements-in-session = Disepakati dalam sesi ini ({ $count })
field-purpose = Tujuan
field-agenda = Agenda
field-goal = Sasaran
field-reality = Kenyataan
field-options = Pilihan
field-will = Langkah
field-words = Ucapan
field-mood = Perasaan
field-next-talk = Berikutnya
prompt-purpose = Untuk apa pertemuan ini? Apa yang ingin dicapai?
prompt-agenda = Satu hal yang akan dibahas; Enter menyimpan
prompt-situation = Kapan dan di mana?
prompt-behaviour = Apa yang terlihat atau terdengar? #tanda
prompt-impact = Apa akibatnya bagi warga, tim, atau target?
prompt-intent = Tanyakan: apa yang ingin dicapai saat itu?
prompt-goal = Hasil apa yang ingin dicapai sebelum pertemuan berikut?
prompt-reality = Apa yang sudah dicoba, apa hambatannya?
prompt-options = Pilihan apa saja? Siapa yang dapat membantu?
prompt-will = Langkah apa, oleh siapa, kapan, apa buktinya?
prompt-action = Siapa melakukan apa? ^G menukar pemilik
prompt-due = besok, jumat, akhir bulan, 15/12
prompt-measure = Bagaimana kita tahu bahwa itu selesai?
prompt-words = Kata-kata pegawai sendiri, apa adanya
prompt-next = kosong berarti belum disepakati
statements-heading = Tentang percakapan ini, 1 tidak – 5 sepenuhnya (opsional)
close-receives = Yang diterima pegawai, kata demi kata
close-asked-twice = !! { $what ->
    [private] kata pribadi
    [empty] lembar kosong
   *[both] kata pribadi dan lembar kosong
}: ^D dua kali · ! cukup dilihat · Enter ke tempatnya{ $more ->
    [0] {""}
   *[other] {" "}· { $more } lagi
}
close-only-said = ! cukup dilihat, ^D menutup · Enter ke tempatnya{ $more ->
    [0] {""}
   *[other] {" "}· { $more } lagi
}
close-more = { $count } baris lagi
tally-praise = + { $count } pujian
tally-improve = - { $count } perbaikan
tally-actions = { $count } kesepakatan
tally-goals = { $count } sasaran
session-no-plan = Belum ada rencana hasil kerja untuk periode ini. ^N melanjutkan.
session-goal-due = sampai { $day }
notice-closed = Sesi ditutup. Kode lembar: { $receipt } · { $name } · u membukanya kembali
notice-session-kept = Sesi tetap terbuka; s melanjutkan di tempat yang sama.
notice-unfinished-line = Masih ada teks di sini yang belum menjadi baris. ^S menyimpannya.
notice-agenda-returns = Butir ini muncul lagi di sesi berikut.
notice-close-anyway = Lihat peringatan di atas dulu. ^D sekali lagi tetap menutup sesi.
notice-session-kind = Jenis sesi: { $kind }
follow-up-effects = Dampak yang ditanyakan
agreements-development = Pengembangan: usul dari pembicaraan ini dan kebutuhan
effect-question = Terlihat? { $expect }
propose-step = rencanakan: { $topic }
propose-from-talk = dari pembicaraan ini
propose-from-need = kebutuhan
ask-wish = Apa yang ingin dipelajari? Catat keinginannya
