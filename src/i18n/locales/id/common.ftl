# common

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
about-demo = Membuka kantor contoh yang sepenuhnya rekaan, di penyimpanan tersendiri
arg-people = Jumlah pegawai; lebih dari 14 menambah satu kota di sekelilingnya
arg-years = Berapa tahun catatan ke belakang
arg-seed = Angka awal; angka yang sama memberi isi yang sama
arg-build-only = Hanya menyusun data contoh, tanpa membuka layar
arg-fresh = Membuang data contoh yang ada dan menyusun yang baru
demo-progress = Menyusun data contoh [{ $bar }] { $percent } % · { $done } orang
demo-built = Data contoh siap di { $path }. Semua nama rekaan.
demo-existing = Data contoh dari { $day } dibuka. Untuk memulai lagi: bina demo --fresh
demo-not-a-sample = Di { $path } ada sesuatu yang bukan data contoh; tidak ada yang diubah.
demo-hint-elsewhere = Pilih direktori lain dengan --store DIR, atau hapus dulu BINA_STORE.
# akhir data contoh
