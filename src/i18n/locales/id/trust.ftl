# Enkripsi, cadangan, penghapusan, retensi: yang ditanyakan, dikatakan, dan dilakukan.
about-encrypt = Menyalakan atau mematikan enkripsi penyimpanan, atau menambah berkas kunci
about-passphrase = Mengganti frasa sandi, atau membuat kunci pemulihan baru
about-forget = Menghapus selamanya semua data tentang satu orang
about-retention = Menampilkan data yang melewati masa retensinya, dan menghapusnya jika diminta
arg-new-identity = Berkas baru yang membuka penyimpanan tanpa frasa sandi; simpan untuk Anda sendiri
arg-off = Mematikan enkripsi
arg-yes = Jangan bertanya
arg-recovery = Membuat kunci pemulihan baru
arg-apply = Menghapusnya, sesudah pratinjau
arg-identity = Berkas yang membuka penyimpanan terenkripsi tanpa frasa sandi
arg-replace = Menyisihkan penyimpanan yang ada dengan nama lain, lalu memulihkan di tempatnya

store-locked = Penyimpanan ini terenkripsi dan belum dibuka. Tidak ada yang diubah. Ketik frasa sandi atau kunci pemulihannya di terminal, atau sebutkan berkas kuncinya.
store-damage-erased-unsaid = isi sebuah entri dihilangkan tanpa entri yang menyatakannya
store-damage-key-unreadable = berkas kunci (KEY dan KEY.copy) hilang atau tidak dapat dibaca; kembalikan dari cadangan
store-damage-key-differs = sebuah entri dienkripsi dengan kunci lain
store-note-upgraded = Mulai sekarang entri ditulis dalam format { $to } (sebelumnya { $from }). Isi sebelumnya disimpan sebagai { $backup }.

passphrase-ask = Frasa sandi atau kunci pemulihan:
passphrase-new = Frasa sandi baru:
passphrase-again = Sekali lagi:
passphrase-wrong = Itu tidak membukanya.
passphrase-short = Frasa sandi paling sedikit { $count } huruf; beberapa kata lebih mudah diingat daripada tanda.
passphrase-differs = Keduanya tidak sama. Tidak ada yang diubah.
passphrase-like-key = Itu tampak seperti kunci pemulihan. Pilih kata-kata.
passphrase-done = Frasa sandi sudah diganti. Selain itu tidak ada yang ditulis ulang.
passphrase-old-backups = Cadangan yang dibuat sebelumnya masih terbuka dengan frasa sandi lama.
identity-unreadable = Berkas kunci { $path } tidak dapat dibaca: { $reason }
identity-unwritable = Berkas kunci { $path } tidak dapat ditulis: { $reason }. Tidak ada yang diubah.
identity-open-to-others = Orang lain dapat membaca berkas kunci { $path }; jalankan “chmod 600” pada berkas itu.
identity-none = Tidak ada kunci di { $path }.
identity-wrong = Berkas kunci { $path } tidak membuka penyimpanan ini.
identity-inside = { $path } berada di dalam penyimpanan dan akan hilang di sana. Sebutkan tempat lain.
identity-remark = membuka satu penyimpanan bina; siapa pun yang memiliki berkas ini dapat membacanya
cli-hint-identity = Tidak ada terminal untuk mengetik: gunakan --identity BERKAS.

encrypt-warning = Mulai sekarang setiap berkas penyimpanan hanya terbaca dengan frasa sandi Anda: nama, catatan, semuanya.
encrypt-warning-forgotten = Tidak seorang pun dapat menolong bila frasa sandi terlupa. Tanpa frasa itu dan tanpa kunci pemulihan, semua isi hilang selamanya.
encrypt-warning-backups = Salinan yang dibuat sebelumnya tetap terbaca: cadangan milik bina diganti; yang lain harus Anda hapus sendiri.
encrypt-confirm = Ketik “{ $word }” untuk mengenkripsi penyimpanan:
encrypt-off-confirm = Setiap berkas penyimpanan akan terbaca lagi. Ketik “{ $word }” untuk meneruskan:
encrypt-done = Penyimpanan sudah terenkripsi. Tidak ada lagi yang terbaca di berkas-berkasnya.
encrypt-off-done = Penyimpanan tidak lagi terenkripsi.
encrypt-is-on = Penyimpanan sudah terenkripsi.
encrypt-is-off = Penyimpanan tidak terenkripsi.
encrypt-hint-on = Ganti frasa: bina passphrase. Matikan: bina encrypt --off. Berkas kunci: bina encrypt --new-identity BERKAS. Daftar: bina encrypt --list.
encrypt-identity = { $path } membuka penyimpanan tanpa frasa sandi. Simpan di tempat yang hanya terbaca oleh Anda, dan tidak bersama cadangan.
recovery-key = Kunci pemulihan, hanya ditampilkan sekali ini:
recovery-key-keep = Catat dan simpan terkunci, jauh dari komputer ini. Kunci ini membuka penyimpanan bila frasa sandi terlupa; ketikkan di tempat frasa sandi ditanyakan.

confirm-word = ya
confirm-no = Tidak ada yang diubah.
confirm-no-terminal = Tidak ada terminal untuk menjawab; tambahkan --yes bila Anda yakin.
failure-system = Sistem melaporkan galat: { $reason }. Tidak ada yang diubah.
failure-restore-over = Sudah ada penyimpanan di { $path }. Tidak ada yang diubah.
cli-hint-restore-over = Dengan --replace, penyimpanan itu disisihkan dengan nama lain dan tetap disimpan.
restore-aside = Penyimpanan yang tadinya di sana disimpan sebagai { $path }.

backups-replaced = { $count ->
    [one] Satu cadangan lama di tempat bina sendiri diganti dengan yang baru.
   *[other] { $count } cadangan lama di tempat bina sendiri diganti dengan yang baru.
}
backups-not-replaced = Cadangan lama di { $path } tidak terganti: { $reason }
backups-put-aside = Tidak disentuh: { $path }, penyimpanan yang disisihkan ketika cadangan dipulihkan. Hapus bila tidak lagi diperlukan.
backups-elsewhere = Tidak terjangkau: salinan di tempat lain, hasil ekspor, lembar yang sudah dicetak, dan sisa berkas terhapus pada disk.
backup-failed = Cadangan otomatis tidak terbuat: { $reason }

forget-preview = Semua tentang { $name } akan dihapus selamanya:
forget-confirm = Ini tidak dapat dibatalkan. Ketik “{ $word }” untuk menghapusnya:
forget-done = Terhapus: { $records } rekaman, dari { $entries } entri jurnal. Rantainya utuh; sebuah entri bertanggal tanpa isi menyatakan bahwa ada yang dihapus.
forget-mentions = Namanya juga tertulis dalam catatan Anda tentang { $count } orang lain, dan tetap di sana: { $names }
forget-drafts = Draf yang menyebut orang ini juga sudah dihapus.
forget-yourself = Anda tidak dapat menghapus diri sendiri: penyimpanan ini milik Anda.
forget-person = data orang
forget-actions = tindak lanjut dan butir agenda
retention-notes = catatan
retention-actions = tindak lanjut dan butir agenda yang selesai
retention-sessions = sesi
retention-goals = hasil kerja dan nilainya
retention-ratings = penilaian kompetensi
retention-former-people = pegawai yang sudah keluar
retention-rule = Menurut aturan “{ $name }”, dalam bulan: { $rules }
retention-person = { $name }: { $count }
retention-nothing = Tidak ada yang melewati masa retensinya.
retention-how = Ini pratinjau; tidak ada yang diubah. Untuk menghapus: bina retention --apply
retention-confirm = Ini tidak dapat dibatalkan. Ketik “{ $word }” untuk menghapusnya:
retention-not-set = Masa retensi belum ditetapkan.
cli-hint-retention = Isi berkas aturan (namanya pada [rules] file di konfigurasi) sesuai jadwal retensi arsip, dalam bulan: tabel [retention_months], misalnya baris notes = 60 dan former_people = 24.
change-person-forgotten = data satu orang dihapus
change-retention-applied = retensi dijalankan
change-store-sealed = penyimpanan dienkripsi
change-store-unsealed = enkripsi dimatikan
change-erased = dihapus
expected-backup-days = Tulis hari sebagai bilangan bulat, dari 0 (tidak pernah) sampai 366
expected-backups-kept = Tulis bilangan bulat dari 1 sampai 999

doctor-encrypted = terenkripsi
doctor-no-backup = belum ada dari bina sendiri
store-damage-key-copy-differs = salah satu dari dua berkas kunci (KEY dan KEY.copy) rusak atau berbeda; yang utuh memperbaikinya saat penyimpanan dibuka dengan kuncinya
store-damage-copy-short = cadangan tidak utuh: barisnya berhenti sebelum akhir
passphrase-too-dear = Itu tidak membukanya. Berkas kunci meminta memori atau waktu lebih banyak daripada yang wajar; mungkin rusak atau milik penyimpanan lain.
arg-list = Menampilkan cara-cara membuka penyimpanan
arg-revoke = Mengakhiri berkas kunci dengan nama ini
arg-to = Folder tempat cadangan dibuat; beberapa yang terbaru disimpan di sana
encrypt-identity-name = Namanya { $name }; berkas kunci lain tetap berlaku. Daftar: bina encrypt --list. Mengakhirinya: bina encrypt --revoke NAMA
encrypt-way-passphrase = frasa sandi
encrypt-way-recovery = kunci pemulihan { $name }
encrypt-way-identity = berkas kunci { $name }
encrypt-no-such-way = Tidak ada berkas kunci atau kunci pemulihan bernama { $name }. Tidak ada yang diubah.
encrypt-hint-list = Nama-namanya: bina encrypt --list
encrypt-last-way = { $name } adalah satu-satunya cara membuka penyimpanan; tidak ada yang diubah. Buat cara lain dulu.
encrypt-revoked = { $name } tidak lagi membuka penyimpanan.
recovery-confirm = Ketik kelompok terakhir dari kunci itu, untuk memastikan sudah tercatat:
recovery-not-seen = Itu bukan kelompok terakhirnya. Tidak ada yang diubah: kunci pemulihan yang lama tetap berlaku, yang baru tidak.
recovery-former-ended = Kunci pemulihan yang lama tidak berlaku lagi.
recovery-former-stays = Kunci pemulihan yang lama tetap berlaku juga: tidak diketahui apakah yang baru sudah terlihat. Daftar: bina encrypt --list. Mengakhirinya: bina encrypt --revoke NAMA
backups-owed = Cadangan lama di { $count } tempat belum terganti; itu diingat, disebut setiap kali penyimpanan dibuka, dan dikerjakan begitu tempatnya terjangkau.
failure-restore-short = Cadangan { $path } kosong atau terpotong: baris akhirnya tidak ada atau tidak cocok. Tidak ada yang diubah.
cli-hint-restore-short = Pakai cadangan lain. Bila ini satu-satunya, --yes memulihkan yang masih ada di dalamnya.
failure-backup-terminal = Cadangan tidak ditulis ke terminal. Sebutkan sebuah berkas, atau salurkan: bina backup - > BERKAS
doctor-backup-ahead = cadangan { $path } bertanggal di masa depan: jam komputer ini pernah atau sedang salah
