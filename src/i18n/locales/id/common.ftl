# common

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
