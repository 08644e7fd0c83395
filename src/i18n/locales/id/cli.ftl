# Bantuan: judul.
cli-help-usage = Pemakaian:
cli-help-commands = Perintah
cli-help-command = PERINTAH
cli-help-arguments = Argumen
cli-help-options = Pilihan
cli-help-global = Pilihan umum
cli-help-examples = Contoh
cli-help-any-options = PILIHAN
cli-help-default = { $help } (jika tidak disebut: { $value })
cli-help-env = { $help } (variabel { $name })

# Bantuan: guna perintah.
cli-group-begin = Untuk memulai
cli-group-look = Melihat keadaan
cli-group-talk = Catatan dan sesi
cli-group-goals = Sasaran dan kompetensi
cli-group-judge = Evaluasi kinerja
cli-group-develop = Pengembangan
cli-group-out = Mengeluarkan data dan melihat riwayat
cli-group-keep = Cadangan dan keutuhan penyimpanan
cli-group-protect = Enkripsi dan penghapusan
cli-group-program = Tentang program

# Bantuan: topik.
help-topics = Topik bina help
help-topics-next = bina help TOPIK menampilkan salah satunya, bina help PERINTAH cara mengetik sebuah perintah.
help-no-topic = Tidak ada topik atau perintah "{ $topic }"
cli-hint-topics = Semua topik: bina help

# Bantuan: nilai.
placeholder-code = KODE
placeholder-column = KOLOM
placeholder-competency = KOMPETENSI
placeholder-course = KURSUS
placeholder-date = TANGGAL
placeholder-day = HARI
placeholder-dir = DIREKTORI
placeholder-example = CONTOH
placeholder-field = ISI
placeholder-file = BERKAS
placeholder-goal = SASARAN
placeholder-item = BUTIR
placeholder-kind = JENIS
placeholder-level = LEVEL
placeholder-line = BARIS
placeholder-mentor = MENTOR
placeholder-month = BULAN
placeholder-n = N
placeholder-name = NAMA
placeholder-nip = NIP
placeholder-no = NOMOR
placeholder-note = KETERANGAN
placeholder-other = PENILAI
placeholder-period = PERIODE
placeholder-points = ANGKA
placeholder-position = JABATAN
placeholder-reason = ALASAN
placeholder-result = CAPAIAN
placeholder-rupiah = RUPIAH
placeholder-s = S
placeholder-shell = SHELL
placeholder-state = KEADAAN
placeholder-text = TEKS
placeholder-title = JUDUL
placeholder-topic = TOPIK
placeholder-unit = UNIT
placeholder-value = NILAI
placeholder-what = DAFTAR
placeholder-who = SIAPA
placeholder-why = SEBAB
placeholder-y = Y
placeholder-year = TAHUN

# Bantuan: contoh.
example-bina =
    bina demo
    bina import people daftar-pegawai.csv --dry-run
    bina note "sari + membereskan arsip 2019 kemarin"
    bina help
example-init =
    bina init --me 197406191994092501
    bina init --name "Siti Aisyah Sinaga" --position "Kepala Seksi"
example-import =
    bina import people daftar-pegawai.csv --dry-run
    bina import people pegawai.xlsx --sheet 2 --map "Nama Bapak/Ibu=nama"
    bina import goals skp-2026.csv --refused ditolak.csv
example-demo =
    bina demo
    bina demo --fresh --people 50 --years 5
example-note =
    bina note "sari + membereskan arsip 2019 dalam dua hari #orientasi kemarin"
    bina note "yusuf >> menyusun jadwal jumat depan"
example-due =
    bina due
    bina due --json
example-status =
    bina status
    bina status --all --json
example-brief =
    bina brief sari
    bina brief sari --as-of 2026-05-15
example-goals =
    bina goals
    bina goals evi --text
    bina goals --by result --year 2026
example-checkin =
    bina checkin evi arsip 84 "boks 61-84 selesai"
    bina checkin evi arsip +24 --on kemarin
example-rate =
    bina rate evi integritas 3 "berkas selalu lengkap"
    bina rate evi integritas x
example-gaps =
    bina gaps
    bina gaps --by competency --csv > kesenjangan.csv
example-standards =
    bina standards
    bina standards --missing
example-evaluate =
    bina evaluate sari --period 2026-Q4 --results sesuai --behaviour diatas
    bina evaluate yusuf --period 2026 --not-assessed cuti
example-evaluations =
    bina evaluations
    bina evaluations sari --period 2026
example-guard =
    bina guard --period 2026-Q4
    bina guard --period 2026 --organisation good --others 2,9,1,0,0
example-credit =
    bina credit rina
    bina credit rina --before 25
example-deadline =
    bina deadline 2026-12-14 --days 14
example-needs =
    bina needs
    bina needs --by unit --csv > kebutuhan.csv
example-develop =
    bina develop sari "Kearsipan" --kind coaching --expect "Arsip tertata"
example-development =
    bina development
    bina development sari
example-learned =
    bina learned sari "Bimtek kearsipan" --jp 16 --until 2026-11-20
example-effect =
    bina effect sari 1 partly "Berkas yang baru sudah tertata"
    bina effect --course "Bimtek kearsipan"
example-wish =
    bina wish sari "Menulis naskah dinas" --why "Agar konsep tidak dikoreksi"
example-mentor =
    bina mentor sari evi "Kearsipan" --until 2027-05-31
    bina mentor sari --talk 2026-12-03
example-proposal =
    bina proposal --year 2027
    bina proposal --year 2027 --budget 25000000
example-readiness =
    bina readiness sari
    bina readiness sari --for "Kepala Seksi"
example-plan =
    bina plan evi 2026-12-15
    bina plan evi "senin depan"
example-sheet =
    bina sheet evi > lembar.txt
    bina sheet evi --receipt BSGVC-XY2FJ --signed
    bina sheet evi --receipt BSGVC-XY2FJ --objects "Tanggal tidak sesuai"
example-addendum =
    bina addendum evi "Angkanya 48, bukan 84." --shared
example-export =
    bina export > semua.json
    bina export evi --shared > untuk-evi.json
    bina export goals --year 2026 > sasaran.csv
example-log =
    bina log
    bina log evi --since 2026-11-01 --count 50
example-keys =
    bina keys
    bina keys --json
example-doctor =
    bina doctor
    bina doctor --link
example-verify =
    bina verify
    bina verify --checkpoint /media/usb/bina.json
    bina verify --against /media/usb/bina.json
example-rebuild =
    bina rebuild
example-backup =
    bina backup
    bina backup /media/usb/bina-2026-11-21.jsonl
example-restore =
    bina restore /media/usb/bina-2026-11-21.jsonl
    bina restore /media/usb/bina-2026-11-21.jsonl --replace
example-encrypt =
    bina encrypt
    bina encrypt --new-identity ~/.config/bina/key
example-passphrase =
    bina passphrase
    bina passphrase --recovery
example-forget =
    bina forget "Yusuf Azhari"
example-retention =
    bina retention
    bina retention --apply
example-help =
    bina help
    bina help tombol
    bina help restore
example-completions =
    bina completions bash > ~/.local/share/bash-completion/completions/bina
example-man =
    bina man > bina.1
    bina man | man -l -

# Kode keluar.
exit-done = Selesai; juga jika pembaca keluarannya sudah pergi
exit-refused = Ditolak oleh aturan atau oleh sistem; atau ada baris impor yang ditolak
exit-usage = Baris perintah tidak dapat dipahami; atau layar kerja diminta di tempat yang bukan terminal
exit-configuration = Konfigurasi keliru; berkas, baris, dan kunci terdekat yang dikenal disebutkan
exit-busy = Penyimpanan sedang dibuka proses lain, yang disebutkan; yang hanya melihat tetap berjalan
exit-damaged = Penyimpanan rusak, atau ditulis oleh bina yang lebih baru
exit-fault = Kesalahan pada bina sendiri

# Halaman manual.
man-title = Perintah pengguna
man-name = Nama
man-name-line = bina - mendampingi pegawai: dialog berkala, catatan, kesepakatan
man-synopsis = Ringkasan
man-description = Uraian
man-description-more = Untuk atasan di instansi pemerintah Indonesia. Panduannya ada di dalam program: bina help. Setiap perintah dapat dijalankan tanpa terminal, menulis hasilnya ke keluaran standar dan kesalahan ke galat standar.
man-files = Berkas
man-file-config = Konfigurasi; tidak harus ada
man-file-store = Penyimpanan: jurnal, indeksnya, dan draf
man-file-backups = Cadangan yang dibuat sendiri oleh bina
man-file-demo = Penyimpanan contoh
man-environment = Lingkungan
man-env-xdg = Tempat konfigurasi dan data sebagai ganti ~/.config dan ~/.local/share
man-env-lang = Bahasa, jika tidak disebut oleh pilihan atau konfigurasi
man-env-no-color = Jika diisi: tanpa warna
man-env-editor = Editor untuk teks panjang
man-env-pager = Menampilkan halaman bina help di terminal, jika diisi
man-exit = Kode keluar
man-see-also = Lihat juga
man-see-also-line = bina help, bina help perintah, bina help konfigurasi

# Bantuan: perintah.
about-bina = Mendampingi pegawai: dialog berkala, catatan, kesepakatan. Tanpa perintah, layar kerja dibuka.
about-init = Menyatakan siapa pengguna bina
about-note = Mencatat satu baris: siapa, tanda, apa, kapan
about-due = Menampilkan sesi dan tindak lanjut yang jatuh tempo
about-status = Menampilkan semua pegawai, yang paling perlu Anda lebih dulu
about-brief = Menampilkan ringkasan satu layar tentang seseorang
about-plan = Menetapkan hari sesi berikutnya
about-sheet = Mencetak lembar sesi yang sudah ditutup, atau mencatat jawaban pegawai
about-addendum = Menambah adendum pada sesi yang sudah ditutup
about-export = Menulis data semua orang, atau satu orang, sebagai JSON; satu daftar sebagai CSV
about-log = Menampilkan apa saja yang telah dilakukan
about-keys = Menampilkan tabel tombol, dengan semua perintah layar kerja
about-help = Menampilkan halaman panduan, atau cara mengetik sebuah perintah
arg-topic = Topik atau perintah; tanpa ini, daftar topik
about-verify = Memeriksa keutuhan penyimpanan
about-rebuild = Menyusun ulang indeks dari jurnal
about-backup = Menyimpan cadangan ke sebuah berkas
about-restore = Memulihkan dari sebuah cadangan
about-completions = Menulis pelengkapan untuk shell
about-man = Menulis halaman manual

# Bantuan: argumen.
arg-help = Menampilkan bantuan ini
arg-version = Menampilkan versi
arg-store = Direktori penyimpanan
arg-today = Anggap hari ini TANGGAL (TTTT-BB-HH)
arg-lang = Bahasa
arg-json = Keluaran untuk mesin, jika perintah menampilkan daftar
arg-read-only = Hanya melihat; berlaku juga selama penyimpanan dipakai proses lain
arg-plain = Tanpa warna dan tanda gambar
arg-config = Berkas konfigurasi
arg-me = NIP pengguna, jika sudah ada di penyimpanan
arg-full-name = Nama lengkap Anda dengan gelar, jika belum ada di penyimpanan
arg-name = Nama, sebagian nama, atau NIP
arg-nip = NIP
arg-position = Jabatan
arg-unit = Unit kerja
arg-acting = Bertindak sebagai pelaksana tugas (plt) atau pelaksana harian (plh)
arg-line =
    Nama, tanda, teks, #label, dan hari. Tandanya:
      +        pujian
      -        perlu ditingkatkan
      =        amatan, juga tanpa tanda
      !        pokok untuk sesi berikutnya
      >>       tindak lanjut pegawai; hari di akhir adalah batas waktunya
      >> saya  janji Anda sendiri
    @bersama: pegawai boleh melihat; @pribadi: hanya Anda
    Baris - saja membacanya dari masukan standar, sehingga tidak terlihat di daftar proses dan tidak tersimpan di riwayat shell.
arg-all = Semua orang di penyimpanan, bukan hanya tim sendiri
arg-day = Tanggal (TTTT-BB-HH), atau kata: besok, "senin depan", "2 minggu lagi"
arg-date = Tanggal, TTTT-BB-HH
arg-markdown = Sebagai Markdown; teks lembar memang sudah Markdown
arg-receipt = Kode tanda terima dari lembar
arg-signed = Pegawai menandatangani lembar
arg-read = Pegawai sudah membaca lembar
arg-objects = Pegawai keberatan, dengan alasannya
arg-text = Teks; - membacanya dari masukan standar, sehingga tidak terlihat di daftar proses dan tidak tersimpan di riwayat shell
arg-on-sheet = Ikut tercetak pada lembar pegawai; tanpa ini, hanya untuk Anda
arg-shared = Hanya yang boleh dilihat pegawai; untuk diserahkan kepada seseorang, sebutkan juga namanya
arg-of = Hanya tentang orang ini; tanpa nama, tentang semua orang di penyimpanan; dengan goals atau ratings di depan: sasaran atau nilai kompetensi orang-orang ini sebagai CSV; standards: standar jabatan sebagai CSV
arg-count = Banyaknya, yang terbaru
arg-file = Berkas
arg-shell = bash, zsh, fish, elvish, atau powershell

# Baris perintah yang tidak dapat dipahami.
usage-command = Perintah "{ $name }" tidak dikenal
usage-unknown = Pilihan "{ $arg }" tidak dikenal
usage-missing = Yang belum ditulis: { $arg }
usage-conflict = { $arg } tidak dapat dipakai bersama { $other }
usage-no-value = { $arg } memerlukan nilai
usage-value = "{ $value }" tidak dapat dipakai untuk { $arg }
usage-other = { $reason }
usage-date = { $arg }: "{ $value }" bukan tanggal; tulis seperti 2026-11-24
usage-name-empty = Nama belum ditulis
usage-init = Sebutkan nama atau NIP Anda
cli-hint-help = Lihat: bina --help
cli-hint-possible = Mungkin: { $words }
cli-hint-init = Contoh: bina init --me 198609262015051001, atau bina init --name "Nama Lengkap" --position "Kepala Seksi"

# Yang tidak berhasil.
failure-output = Keluaran tidak dapat ditulis: { $reason }
failure-input = Masukan standar tidak dapat dibaca: { $reason }
failure-panic = Kesalahan pada bina sendiri; data yang sudah tersimpan tidak berubah
cli-hint-panic = Mohon laporkan tempat ini: { $place }
failure-no-home = Direktori rumah tidak diketahui
cli-hint-no-home = Isi HOME, atau sebutkan --store dan --config.
failure-no-store = Belum ada penyimpanan di { $path }
cli-hint-first-steps = Mulai dengan: bina init, bina import people BERKAS, atau bina demo
cli-hint-import-first = Impor dulu data pegawai: bina import people BERKAS
failure-nobody = Tidak ada orang yang cocok dengan "{ $name }"
cli-hint-names = Cukup sebagian nama atau NIP. Semua nama: bina status --all
failure-several = "{ $name }" cocok dengan { $count } orang; tulis lebih lengkap
cli-candidate = { $name } · { $nip } · { $unit }
cli-candidates-more = … dan { $count } lagi
failure-no-session = Tidak ada sesi tertutup { $name } pada hari itu
cli-session = { $day }  { $caption }

# Konfigurasi.
config-unreadable = { $file } tidak dapat dibaca: { $reason }
config-syntax = { $file }, baris { $line }: { $reason }
config-unknown-key = { $file }, baris { $line }: kunci "{ $key }" tidak dikenal
config-wrong-value = { $file }, baris { $line }: { $key } tidak dapat bernilai { $found }
config-nearest = Mungkin maksudnya: { $key }
expected-lang = Yang dapat ditulis: "id" atau "en"
expected-background = Yang dapat ditulis: "auto", "dark", atau "light"
expected-color = Yang dapat ditulis: "auto", "never", atau "always"
expected-cadence = Tulis irama seperti "2w" (dua pekan) atau "1m" (satu bulan)
expected-minutes = Tulis menit sebagai bilangan bulat, dari 0 (tidak pernah) sampai 1440
expected-flag = Tulis true atau false
expected-path = Tulis sebuah jalur berkas dalam tanda kutip
expected-table = Tulis sebagai tabel, misalnya [keys]
expected-words = Tulis satu tombol atau daftar tombol, misalnya ["ctrl-s"]
expected-days = Tulis daftar tanggal, misalnya [2026-03-20, 2026-03-23]

# Yang berhasil.
init-done = Anda tercatat: { $name } · data disimpan di { $path }
plan-done = Sesi dengan { $name } direncanakan pada { $day }.
plan-not-working = Itu bukan hari kerja; hari kerja berikutnya { $day }.
addendum-done-private = Adendum ditambahkan pada sesi { $name }, { $day }; hanya untuk Anda.
guarded-look = Periksa dulu: ini dibaca orang lain. Belum ada yang ditulis.
guarded-warning = { $name }: { $warning }
guarded-hint-yes = Dengan --yes tetap ditulis.
addendum-look = Periksa dulu: adendum ini dibaca pegawai. Belum ada yang ditulis.
addendum-hint-yes = Dengan --yes adendum tetap ditulis.
plan-far = Itu { $days } hari lagi; irama sesi { $rhythm }. Mulai { $day } sesi dihitung terlambat.
addendum-done-shared = Adendum ditambahkan pada sesi { $name }, { $day }; ikut tercetak pada lembar pegawai.
note-done = Tercatat: { $what }. { $text }
note-same-name = Beberapa orang bernama sama; tulis NIP-nya
note-ambiguous = Beberapa orang cocok; tulis namanya lebih lengkap

import-reading = Membaca …
import-checking = Memeriksa { $count } baris …
import-plans-split = { $count } rencana dipecah karena pegawainya kini di unit lain; target yang berlanjut perlu disepakati lagi.
import-saving = Menyimpan { $count } catatan …
import-next = Berikutnya: bina
import-next-init = Berikutnya, nyatakan siapa Anda: bina init --me NIP
store-chain = Sidik rantai: { $hash }
failure-backup-exists = { $path } sudah ada; cadangan tidak pernah ditulis di atasnya
cli-hint-new-file = Sebutkan nama berkas yang belum ada.
about-import = Mengimpor daftar dari CSV atau XLSX: pegawai, sasaran, standar, evaluasi, riwayat belajar, dan lainnya
about-demo = Membuka contoh kantor rekaan dalam penyimpanannya sendiri
arg-what = Isi berkas: people (pegawai), goals (sasaran), standards (standar kompetensi), atau framework (kamus kompetensi; juga TOML)
arg-map = Arti sebuah kolom, misalnya --map "Nama Bapak/Ibu=name"
arg-dry-run = Hanya melaporkan, tidak mengubah apa pun
arg-refused = Tulis baris yang ditolak beserta alasannya ke berkas CSV baru
arg-sheet = Lembar kerja, menurut nama atau nomor
arg-people = Jumlah orang
arg-years = Jumlah tahun riwayat
arg-seed = Angka awal; angka yang sama memberi isi yang sama
arg-build-only = Hanya menyusun, tanpa membuka layar
arg-fresh = Buang dulu contoh yang sudah ada
verify-all = Penyimpanan utuh: { $entries } entri dalam { $segments } berkas jurnal cocok dengan indeks.
verify-journal = { $entries } entri jurnal utuh (berkas: { $segments }); indeks tidak dibandingkan.
verify-damaged = Penyimpanan rusak di { $count } tempat.
cli-hint-damaged = Kembalikan berkas yang disebut dari salinan folder, atau pindahkan folder lalu pulihkan dari cadangan dengan: bina restore
cli-hint-index = Susun ulang indeks dengan: bina rebuild
rebuild-done = Indeks disusun ulang dari { $entries } entri.
backup-done = Cadangan ditulis ke { $path }: { $entries } entri.
restore-done = Dipulihkan ke { $path }: { $entries } entri.

# bina doctor
about-doctor = Menampilkan apa yang ditemukan di sini dan diputuskan karenanya, tanpa isi catatan
arg-link = Tanyai juga terminal dan ukur lama jawabannya
arg-log = Tulis log ke BERKAS, tanpa isi catatan
failure-log = log { $path } tidak dapat ditulis: { $reason }
failure-log-other = { $path } bukan log bina; tidak ada yang diubah
doctor-terminal = Terminal
doctor-decided = Keputusan
doctor-store = Penyimpanan
doctor-term = TERM
doctor-colorterm = COLORTERM
doctor-size = ukuran
doctor-input = masukan
doctor-output = keluaran
doctor-between = perantara
doctor-link = pulang pergi
doctor-colors = warna
doctor-signs = tanda
doctor-lang = bahasa
doctor-config = konfigurasi
doctor-rules = aturan yang berlaku
doctor-keys = tombol
doctor-now = jam
doctor-path = direktori
doctor-state = keadaan
doctor-owner = pemilik, hak
doctor-file-system = sistem berkas
doctor-bytes = ukuran di disk
doctor-held = dibuka oleh
doctor-entries = entri
doctor-people = orang
doctor-waiting = draf menunggu
doctor-backup = cadangan terakhir
doctor-sync = lama sinkronisasi
doctor-unset = tidak diisi
doctor-is-terminal = terminal
doctor-is-none = bukan terminal
doctor-nothing-seen = tidak terlihat
doctor-no-answer = tidak ada jawaban dalam 2 detik
doctor-yes = ya
doctor-no = tidak
doctor-because = { $what } ({ $reason })
doctor-by-plain = --plain
doctor-by-config = konfigurasi
doctor-by-option = pilihan
doctor-by-no-color = NO_COLOR
doctor-by-nothing = tidak ada yang melarang
doctor-by-console = TERM=linux
doctor-by-variable = { $name }={ $value }
doctor-by-answer = jawaban terminal
doctor-by-memory = seperti terakhir kali di terminal seperti ini
doctor-by-no-locale = LC_ALL dan LANG tidak diisi
doctor-config-read = { $path } (dibaca)
doctor-config-none = { $path } (tidak ada)
doctor-keys-own = { $count ->
    [0] seperti bawaan
   *[other] { $count } perintah dengan tombol sendiri
}
doctor-clock-real = { $now } { $zone }
doctor-clock-replayed = { $now } { $zone } (--today, bukan hari sebenarnya)
doctor-no-store = belum ada
doctor-owner-you = Anda
doctor-unknown = tidak diketahui
doctor-kib = { $count } KiB
doctor-count = { $count }
doctor-nobody = tidak ada yang lain
doctor-holder = { $user }, proses { $pid } di { $terminal }, { $host }
doctor-not-measured = tidak diukur
doctor-broken = Rusak: { $what }
doctor-doubtful = Perlu diperiksa: { $what }
doctor-well = Tidak ada yang rusak.
doctor-network = penyimpanan berada di sistem berkas jaringan atau FUSE ({ $kind }); di sana kunci dan sinkronisasi mungkin tidak dapat diandalkan. Pindahkan ke disk komputer ini.
doctor-no-sync = direktori penyimpanan tidak dapat ditulisi: { $reason }
doctor-clock = entri terbaru bertanggal lebih kemudian daripada jam komputer ini; periksa jamnya
doctor-drafts = draf tidak dapat dibaca; layar kerja akan menyisihkannya saat dibuka berikutnya
doctor-link-silent = terminal tidak menjawab dalam 2 detik; bina tidak pernah menunggu jawaban, tetapi tombol pun akan terasa lambat

# Sasaran.
about-goals = Menampilkan sasaran: capaian, laju, status, dan nilai terakhir
about-checkin = Mencatat nilai sebuah sasaran
arg-by = Disusun per orang (person), per RHK pimpinan (result), atau per status (status)
arg-year = Tahun rencana; tanpa ini, yang berlaku hari ini
arg-pasted = Teks setiap hasil kerja untuk ditempel di e-Kinerja: nilai dan catatan bersama
arg-goal = Tanda sasaran, atau kata dari judul hasil kerja dan indikatornya
arg-value = Nilai, misalnya 84; +24 berarti bertambah 24; ya atau belum; untuk uraian, teksnya
arg-note = Keterangan, dibaca juga oleh pegawai; - membacanya dari masukan standar, sehingga tidak terlihat di daftar proses dan tidak tersimpan di riwayat shell
arg-evidence = Bukti dukung: nomor surat atau tautan; untuk nilai kompetensi juga kode sebuah catatan
arg-on = Hari nilai itu (TTTT-BB-HH), atau kata: kemarin, "12/11"
checkin-done = Tersimpan: { $name } · { $title }: { $line }
checkin-nothing = Tidak ada sasaran yang cocok dengan "{ $goal }"; tulis misalnya:
checkin-several = "{ $goal }" cocok dengan { $count } indikator; tulis salah satu:
checkin-candidate = { $goal }  → { $indicator } ({ $result })
goals-no-plan = { $name } belum memiliki rencana hasil kerja untuk waktu itu
goals-hint-import = Impor rencana: bina import goals BERKAS
goals-empty = Belum ada sasaran. Impor dengan: bina import goals BERKAS
export-no-goals = Tidak ada sasaran tahun { $year }
export-year-alone = --year hanya berlaku untuk: bina export goals

about-rate = Menilai kompetensi
about-gaps = Menampilkan kesenjangan kompetensi: disyaratkan dibanding sekarang
about-standards = Menampilkan standar kompetensi jabatan, usulan, dan jabatan tanpa standar
arg-competency = Nama kompetensi, singkatannya, atau awal kata-katanya
arg-level = Level 1 sampai 5; x atau - jika tidak teramati
arg-reason = Alasan; - membacanya dari masukan standar, sehingga tidak terlihat di daftar proses dan tidak tersimpan di riwayat shell
arg-own = Penilaian pegawai sendiri
arg-rater = Penilaian orang lain, dengan namanya
arg-facet = Sisi yang dinilai: pengetahuan (knowledge), keterampilan (skill), atau sikap (attitude)
arg-gaps-by = Disusun per orang (person), per kompetensi (competency), atau per unit (unit)
arg-xlsx = Sebagai buku kerja XLSX di berkas baru; yang sudah ada tidak ditimpa
arg-csv = Sebagai CSV untuk lembar kerja
arg-missing = Hanya jabatan yang belum mempunyai standar
rate-done = Tersimpan: { $name } · { $competency } ({ $rater }): { $said }
rate-no-evidence = Penilaian ini tanpa bukti; tambahkan dengan --evidence bila ada.
rate-nothing = Tidak ada kompetensi yang cocok dengan "{ $competency }". Mungkin:
rate-several = Ada { $count } kompetensi yang cocok dengan "{ $competency }". Sebutkan salah satu:
rate-candidate = { $short } · { $name }
standards-none = Belum ada standar jabatan. Impor dengan: bina import standards BERKAS
standards-hint-import = Impor standar: bina import standards BERKAS
standards-complete = Semua jabatan sudah mempunyai standar.
standards-missing = { $position }: belum ada standar ({ $people } orang)
standards-suggestion = Usulan menurut jenis jabatan, belum berlaku:
export-ratings-shared = Nilai kompetensi adalah catatan atasan; --shared tidak berlaku untuk bina export ratings.

# Log, titik periksa, dan keadaan pada suatu hari
arg-since = Sejak hari itu, misalnya 2026-11-01 atau kemarin
arg-kind = Hanya jenis itu, misalnya feedback-noted
arg-as-of = Seperti yang diketahui pada akhir hari itu
arg-checkpoint = Tulis ujung rantai ke BERKAS baru, untuk disimpan di tempat lain
arg-against = Bandingkan dengan titik periksa atau cadangan
log-unknown-kind = Tidak ada jenis perubahan { $kind }
log-hint-kinds = Jenis setiap perubahan tertulis pada kolom kind dari: bina log --json
as-of-title = Keadaan per { $day }
as-of-unknown = Pada { $day } orang ini belum ada di dalam penyimpanan.
export-as-of-alone = --as-of memerlukan satu nama orang
verify-checkpoint = Titik periksa ditulis ke { $path }: entri { $entry }. Simpan di luar komputer ini.
verify-contained = Penyimpanan memuat isi { $path } tanpa perubahan: sampai entri { $entry }.
verify-rewritten = Entri { $entry } ({ $place }) mempunyai hash lain: riwayat sampai entri itu telah diubah.
verify-differs = Entri { $entry } ({ $place }) berbeda dari { $path } baris { $line }: riwayat mulai entri itu telah diubah.
verify-shorter = Penyimpanan berakhir pada entri { $newest }: entri { $from } sampai { $until } tidak ada.
verify-against-failed = Penyimpanan tidak sesuai dengan { $path }
cli-hint-rewritten = Jangan hapus apa pun. Simpan kedua berkas, lalu bandingkan dengan cadangan yang lebih lama: bina verify --against BERKAS
failure-checkpoint-exists = { $path } sudah ada; titik periksa tidak pernah ditulis di atasnya
failure-against-missing = { $path } bukan berkas yang dapat dibaca
failure-against-unreadable = { $path } bukan titik periksa dan bukan cadangan bina: baris { $line } tidak dapat dibaca
failure-output-changed = Perubahan sudah dilakukan dan tersimpan, tetapi keluarannya tidak dapat ditulis: { $reason }
failure-clock = Jam komputer ini menunjukkan waktu sebelum 1970 atau sesudah 9999. Tidak ada yang dibaca atau diubah.
cli-hint-clock = Setel jamnya, lalu coba lagi.
zone-misspelt = TZ={ $zone } bukan nama zona waktu; yang dipakai UTC. Tulis misalnya TZ=Asia/Jakarta.
config-no-file = { $file } bukan berkas biasa melainkan pipa atau perangkat; sebutkan sebuah berkas.
config-too-large = { $file } lebih besar daripada { $most } MiB, lebih dari yang dapat dimuat sebuah konfigurasi.
config-no-text = { $file } bukan teks UTF-8; simpan ulang sebagai UTF-8.
note-several-lines = Ada { $count } baris; satu catatan satu baris. Tidak ada yang disimpan. Kirim baris demi baris.
checkin-note-shared = Keterangan nilai dibaca juga oleh pegawai; yang hanya untuk Anda ditulis sebagai catatan dengan tagar sasaran itu.
arg-take-over = Teruskan di sini bila bina Anda yang lain sedang membuka penyimpanan: ketikannya disimpan, lalu ia keluar
usage-take-over = --take-over hanya untuk layar; perintah yang menulis sudah diteruskan dengan sendirinya
take-over-held = bina Anda sudah terbuka: proses { $pid } di { $terminal }, sejak { $since }{ $known ->
    [0] .
   *[other] , tombol terakhir { $key }.
}
take-over-stopped = Proses itu terhenti (Ctrl-Z): “fg” di shell-nya melanjutkannya di sana.
take-over-tmux = Berjalan di dalam tmux: “tmux attach” menampilkannya lagi seperti semula.
take-over-screen = Berjalan di dalam screen: “screen -r” menampilkannya lagi seperti semula.
take-over-mosh = Berjalan lewat mosh, yang jendelanya tidak dapat disambung lagi: teruskan saja di sini.
take-over-take =   t  teruskan di sini: yang sudah diketik tetap tersimpan
take-over-look =   l  lihat saja
take-over-leave =   q  keluar
take-over-taken = Diteruskan pukul { $time } di { $terminal }. Yang sudah diketik tersimpan di sana.
take-over-ended = bina yang lain tidak menjawab dan diakhiri. Semua yang sudah disimpan aman; { $known ->
    [0] belum ada ketikan yang sempat tersimpan di sana.
   *[other] yang diketik setelah pukul { $time } tidak sempat tersimpan.
}
table-exists = { $path } sudah ada dan tidak ditimpa. Pilih nama lain.
table-unwritable = { $path } tidak dapat ditulis: { $detail }
table-written = Ditulis ke { $path }
