# Apa yang salah pada penyimpanan: apa yang terjadi, apa yang aman, apa yang perlu dilakukan.
store-busy = Penyimpanan ini sedang dibuka oleh { $user } (proses { $pid }, { $terminal }, sejak { $since }); tidak ada yang diubah. Tunggu sampai ditutup di sana, atau lihat saja dengan --read-only.
store-damaged = Penyimpanan rusak: { $what } ({ $place }); tidak ada yang dihapus. Kembalikan berkas itu dari salinan folder, atau pindahkan folder lalu pulihkan dari cadangan dengan “bina restore”.
store-newer = Penyimpanan ini ditulis oleh bina yang lebih baru (format { $found }; versi ini mengenal sampai { $known }); tidak ada yang diubah. Perbarui bina.
store-full = Disk penuh: tidak ada yang baru tersimpan, dan semua yang sudah tersimpan sebelumnya aman. Kosongkan sebagian ruang, lalu coba lagi.
store-denied = Akses ke { $path } ditolak: { $reason }. Tidak ada yang diubah.
store-read-only = Penyimpanan dibuka untuk dibaca saja: perubahan ini tidak tersimpan. Tutup di tempat yang sedang memakainya, atau kosongkan disk, lalu buka lagi.
store-io = Sistem melaporkan galat pada { $path }: { $reason }; tidak ada yang baru tersimpan, dan semua yang sudah tersimpan sebelumnya aman. Hubungi pengelola komputer ini.

store-damage-unreadable = sebuah entri tidak dapat dibaca
store-damage-line-changed = sebuah entri berubah sesudah ditulis
store-damage-body-changed = isi sebuah entri berubah sesudah ditulis
store-damage-chain-broken = sebuah entri tidak bersambung dengan entri sebelumnya
store-damage-segment-missing = sebuah berkas jurnal hilang
store-damage-journal-short = bagian akhir jurnal hilang
store-damage-view = indeks tidak dapat dibaca
store-damage-view-differs = indeks berbeda dari jurnal

store-denial-open-to-others = orang lain dapat melihat isinya; jalankan “chmod 700” pada folder itu
store-denial-other-owner = pemiliknya orang lain; gunakan folder Anda sendiri
store-denial-not-a-file = itu bukan berkas biasa, melainkan folder, tautan, pipa, atau perangkat; periksa siapa yang menaruhnya, lalu pindahkan
store-denial-not-a-folder = itu bukan folder; pilih tempat lain
store-denial-foreign = itu bukan berkas bina dan akan hilang di sini; pindahkan ke luar folder
store-denial-not-empty = sudah ada sesuatu di sana; pilih tempat lain
store-denial-rights = Anda tidak berhak atasnya; hubungi pengelola komputer ini
store-denial-read-only-disk = disk hanya dapat dibaca; buka penyimpanan untuk dibaca saja atau pilih tempat lain

# Apa yang diperbaiki tanpa kehilangan sesuatu yang sudah tersimpan.
store-note-torn-end = Jurnal berakhir dengan sesuatu yang bukan entri utuh, biasanya sisa penyimpanan yang terputus. Sisa itu disisihkan sebagai { $aside }; semua yang sebelumnya utuh.
store-note-end-restored = { $entries ->
    [one] Entri terakhir jurnal hilang; sudah dikembalikan dari indeks.
   *[other] { $entries } entri terakhir jurnal hilang; sudah dikembalikan dari indeks.
}
store-note-view-rebuilt = Indeks disusun ulang dari jurnal. Tidak ada yang hilang.
store-note-view-rebuilt-aside = Indeks disusun ulang dari jurnal; yang lama disisihkan sebagai { $aside }. Tidak ada yang hilang.
store-note-drafts-aside = Draf tidak dapat dibaca dan disisihkan sebagai { $aside }. Catatan yang sudah tersimpan utuh.
store-busy-unnamed = Penyimpanan ini sedang dibuka oleh proses lain, yang namanya tidak terbaca dari LOCK; tidak ada yang diubah. Tunggu sampai ditutup di sana, atau lihat saja dengan --read-only.
store-denial-no-locks = sistem berkas ini tidak mengenal kunci, sehingga dua proses dapat menulis bersamaan; melihat tetap bisa, untuk menulis pindahkan penyimpanan ke disk komputer ini
store-note-key-healed = Berkas kunci { $file } hilang, rusak, atau milik penyimpanan lain; isinya ditulis ulang dari berkas yang satunya, yang utuh.
store-note-taken-back = { $doing } terputus sebelum mengubah apa pun; semuanya seperti semula. Jalankan lagi bila masih diperlukan.
store-note-finished = { $doing } terputus di tengah jalan; yang tersisa sudah diselesaikan{ $backups ->
    [0] .
   *[other] , dan { $backups } cadangan lama diganti dengan yang baru.
}
store-note-unfinished = { $doing } belum selesai: cadangan lama di { $place } tidak terjangkau dan masih memuat yang seharusnya sudah tiada. Sambungkan tempat itu; sisanya dikerjakan sendiri pada pembukaan berikutnya.
store-doing-forgetting = Penghapusan data seseorang
store-doing-retention = Penghapusan menurut masa simpan
store-doing-encrypting = Enkripsi
store-doing-decrypting = Pembukaan enkripsi
store-doing-restoring = Pemulihan
store-unreached = Penyimpanan ini sedang dibuka oleh { $user } (proses { $pid }, { $terminal }, sejak { $since }), dan perubahan ini tidak dapat diteruskan ke sana: { $reason }; tidak ada yang diubah. Tunggu sampai ditutup di sana, atau lihat saja dengan --read-only.
store-unreached-unnamed = Penyimpanan ini tadi dibuka oleh proses lain, dan perubahan ini tidak dapat diteruskan ke sana: { $reason }; tidak ada yang diubah. Coba sekali lagi.
store-unreached-other-host = proses itu berjalan di komputer lain
store-unreached-other-user = yang menunggu di sana pengguna lain
store-unreached-no-socket = tidak ada soket yang menjawab di folder penyimpanan (perintah lain yang lama, atau sistem berkas tanpa soket)
store-unreached-no-answer = tidak ada jawaban dalam dua detik (terhenti, atau sibuk), dan permintaan sudah ditarik kembali
store-unreached-other-version = versi bina di sana berbeda
store-unreached-misunderstood = permintaan ini tidak dipahami di sana
store-unreached-too-large = perubahannya terlalu besar; tutup dulu layar bina
store-changed-since = Pada saat yang sama pihak lain mengubah data yang menjadi dasarnya; tidak ada yang diubah. Jalankan sekali lagi.
store-sent-unknown = Sudah dikirim ke bina yang sedang membuka penyimpanan; hasilnya belum diketahui. Periksa dengan “bina log” sebelum menjalankannya lagi.
