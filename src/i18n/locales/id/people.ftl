# people: the import of lists

# A file that can't be read. Nothing was imported.
import-file-io = Berkas tidak dapat dibuka: { $detail }.
import-file-not-a-file = Itu bukan berkas biasa. Sebutkan berkas CSV atau XLSX.
import-file-empty = Berkas kosong.
import-file-too-large = Berkas lebih besar dari { $most } MB. Bagi berkasnya atau buang kolom yang tidak diperlukan.
import-file-not-text = Berkas bukan teks dan bukan XLSX. Simpan daftar sebagai XLSX atau CSV, lalu impor.
import-file-old-workbook = Berkas ini buku kerja lama dari jenis yang tidak dapat dibaca. Buka lalu simpan sebagai XLSX atau CSV.
import-file-encrypted = Buku kerja dikunci dengan kata sandi. Simpan tanpa kata sandi, lalu impor lagi.
import-file-web-page = Berkas ini halaman web yang dinamai lembar kerja. Buka lalu simpan sebagai XLSX.
import-file-not-xlsx = Berkas ini arsip atau jenis lembar kerja lain. Simpan sebagai XLSX atau CSV.
import-file-bomb = Isi buku kerja lebih besar dari yang diizinkan. Salin daftarnya ke buku kerja baru, lalu impor.
import-file-outside = Buku kerja menyebut berkas di luar dirinya. Salin daftarnya ke buku kerja baru, lalu impor.
import-file-memory = Berkas memerlukan memori lebih dari yang diizinkan. Salin daftarnya ke buku kerja baru, lalu impor.
import-file-time = Berkas terlalu lama dibaca. Salin daftarnya ke buku kerja baru, lalu impor.
import-file-damaged = Buku kerja rusak ({ $detail }). Buka, simpan kembali, lalu impor.
import-file-rows = Daftar memiliki lebih dari { $most } baris. Bagi daftarnya.
import-file-sheets = Buku kerja memiliki lebih dari { $most } lembar. Salin daftarnya ke buku kerja baru, lalu impor.
import-file-columns = Baris { $row } memiliki lebih dari { $most } kolom. Hapus isi di sebelah kanan daftar.
import-file-cell = Baris { $row } memiliki sel lebih dari 32 KB. Pendekkan isinya.
import-no-such-sheet = Tidak ada lembar { $name }. Yang ada: { $there }.
import-no-header = Baris judul kolom dengan kolom nama tidak ditemukan. Sebutkan kolomnya: --map "kolom=nama" --map "kolom=nip".
import-no-such-column = Tidak ada kolom { $column } untuk dipetakan. Tulis namanya seperti di berkas, hurufnya, atau nomornya.
import-no-such-field = { $field } bukan nama isian. Yang ada: { $fields }.
import-map-form = { $given } harus ditulis kolom=isian, misalnya --map "Nama Bapak/Ibu=nama".
import-refused-exists = { $path } sudah ada. Sebutkan berkas baru untuk baris yang ditolak.
import-refused-unwritable = Baris yang ditolak tidak dapat ditulis ke { $path }: { $detail }. Tidak ada yang diimpor.

# The report.
import-error = ditolak
import-warning = catatan
import-finding = Baris { $row }, kolom { $column } ({ $severity }): { $message }
import-finding-value = Baris { $row }, kolom { $column }, “{ $value }” ({ $severity }): { $message }
import-finding-row = Baris { $row }, “{ $value }” ({ $severity }): { $message }
import-unit-of-title = Unit, dari judul daftar: { $unit }
import-missing = { $count ->
    [one] Satu orang ada di sini tetapi tidak ada di berkas; tidak ada yang dihapus:
   *[other] { $count } orang ada di sini tetapi tidak ada di berkas; tidak ada yang dihapus:
}
import-did = { $added } ditambahkan, { $updated } diperbarui, { $unchanged } tetap, { $refused } baris ditolak.
import-would = Uji coba: { $added } akan ditambahkan, { $updated } diperbarui, { $unchanged } tetap, { $refused } baris ditolak. Tidak ada yang diubah.
import-reason-column = ALASAN DITOLAK

# Findings in rows.
import-open-quote = Tanda kutip dibuka tetapi tidak ditutup. Tutup atau hapus, lalu impor lagi.
import-no-person = Baris tanpa nama dan tanpa NIP dilewati. Jika ini pegawai, isi namanya.
import-note-left-out = Baris dianggap keterangan dan dilewati.
import-only-a-name = Baris hanya berisi nama dan dianggap keterangan. Jika ini pegawai, isi NIP atau jabatannya.
import-name-missing = Nama belum diisi. Isi lalu impor lagi.
import-no-nip = Tanpa NIP: orang ini dikenali kembali dari nama yang persis sama. Isi NIP jika ada.
import-nip-length = NIP harus 18 angka, ini { $found }. Perbaiki lalu impor lagi.
import-nip-wrong = { $reason } Perbaiki lalu impor lagi.
import-nip-repeated = NIP ini sudah ada di baris { $first }. Sisakan satu dari kedua baris itu.
import-name-repeated = Nama tanpa NIP ini sudah ada di baris { $first }. Isi NIP atau bedakan namanya.
import-name-ambiguous = Ada beberapa orang bernama { $name } di sini. Isi NIP-nya.
import-nip-added = { $name } tercatat tanpa NIP dan kini diberi NIP ini. Jika orangnya lain, urungkan impor.
import-nip-changed = Nama dan tanggal lahir sama dengan { $name }, tetapi NIP berbeda: dicatat sebagai orang baru. Jika orangnya sama, urungkan impor, perbaiki NIP di sini dahulu, lalu impor lagi.
import-date-impossible = Tanggal itu tidak ada atau tidak ditulis lengkap (hari-bulan-tahun). Dilewati; perbaiki di daftar.
import-born-otherwise = Menurut NIP lahir { $born }. Salah satunya keliru; periksa.
import-status-unknown = Status ini tidak dikenal dan dilewati. Yang dikenal misalnya Aktif, Cuti, CLTN, Pensiun.
import-active-again = Di sini sudah tidak bertugas, menurut daftar bertugas kembali. Urungkan impor jika keliru.
import-unit-parent-unknown = Unit atasannya tidak punya baris sendiri. Tambahkan atau perbaiki kodenya.
import-unit-loop = Unit ini akan membawahi dirinya sendiri; tempatnya dibiarkan kosong. Perbaiki kode unit atasannya.
import-unit-ambiguous = Ada beberapa unit dengan nama itu; unit dibiarkan seperti semula. Tambahkan kolom kode unit.
import-two-heads = Menurut jabatan lebih dari satu orang mengepalai { $unit }; kepala unit dibiarkan seperti semula. Perbaiki jabatannya.
import-supervisor-unknown = Atasan itu tidak ada di daftar maupun di sini; dibiarkan seperti semula. Tulis NIP atau nama lengkap, atau atur di program.
import-supervisor-ambiguous = Ada { $count } orang yang cocok dengan atasan itu; dibiarkan seperti semula. Tulis NIP-nya.
import-supervisor-loop = Dengan begitu orang ini menjadi atasan dirinya sendiri; dibiarkan seperti semula. Perbaiki atasannya.

# Plans.
import-no-goals-header = Baris judul kolom dengan kolom RHK atau indikator tidak ditemukan. Sebutkan kolomnya: --map "kolom=rhk" --map "kolom=indikator" --map "kolom=nip".
import-goal-reason = impor { $file }
import-goal-nobody = Tidak disebut milik siapa. Isi NIP atau nama.
import-goal-nip-unknown = NIP ini tidak ada di sini. Impor dahulu pegawainya, atau perbaiki NIP-nya.
import-goal-name-unknown = Nama ini tidak ada di sini. Isi NIP-nya, atau impor dahulu pegawainya.
import-goal-no-title = RHK belum diisi. Isi lalu impor lagi.
import-goal-no-indicator = Ada target tanpa indikator. Isi indikatornya.
import-goal-no-target = Target belum diisi. Isi lalu impor lagi.
import-goal-target = Target ini bukan angka. Tulis misalnya 120 atau 97,5; untuk ya atau belum isi arah “ya/tidak”, untuk uraian isi pendekatan “kualitatif”.
import-goal-number = Ini bukan angka. Tulis misalnya 120 atau 97,5.
import-goal-no-range = Rentang memerlukan dua batas. Tulis “95 - 98”, atau isi kolom Target Akhir.
import-goal-direction = Arah ini tidak dikenal. Yang dikenal: { $known }.
import-goal-no-direction = Arah belum diisi; dianggap naik (makin besar makin baik). Isi jika keliru.
import-goal-period = Periode ini tidak dapat dibaca. Tulis tahun, atau “Triwulan I 2026”, atau dua tanggal dengan “s.d.”.
import-goal-date = Tanggal itu tidak ada atau tidak ditulis lengkap (hari-bulan-tahun). Perbaiki lalu impor lagi.
import-goal-word = Isi ini tidak dikenal dan dilewati. Yang dikenal: { $known }.
import-goal-repeated = Indikator ini sudah ada untuk RHK yang sama di baris { $first }. Sisakan satu, atau bedakan namanya.
import-goal-otherwise = Berbeda dari baris { $first } untuk RHK yang sama; yang pertama berlaku. Samakan jika keliru.
import-goal-tag-taken = Tanda #{ $tag } sudah dipakai RHK lain orang ini dan dilewati. Pilih tanda lain.
import-goal-unread = Kolom yang tidak dibaca: { $columns }
import-goal-missing = { $count ->
    [one] Satu sasaran ada di sini tetapi tidak ada di berkas; tidak ada yang dihapus:
   *[other] { $count } sasaran ada di sini tetapi tidak ada di berkas; tidak ada yang dihapus:
}
import-goal-revised = { $count ->
    [one] Satu target berubah; yang lama tetap tercatat.
   *[other] { $count } target berubah; yang lama tetap tercatat.
}
import-goal-did = Hasil kerja: { $added } ditambahkan, { $updated } diperbarui, { $unchanged } tetap; { $refused } baris ditolak.
import-goal-would = Uji coba, hasil kerja: { $added } akan ditambahkan, { $updated } diperbarui, { $unchanged } tetap; { $refused } baris ditolak. Tidak ada yang diubah.
import-goal-year = Periode tidak disebut di berkas; dianggap tahun { $year }.
import-goal-all-higher = Tidak ada kolom arah: { $count } indikator dianggap naik (makin besar makin baik).
import-goal-weights-indicators = Kolom bobot dibaca sebagai bobot indikator di dalam RHK, karena di sana berjumlah 100.
import-goal-guessed-level = Cara menghitung nilai tidak disebut: { $count } indikator dianggap keadaan pada hari itu ({ $units }). Jika keliru, isi kolom Perhitungan Nilai: jumlah atau keadaan.
import-goal-guessed-total = Cara menghitung nilai tidak disebut: { $count } indikator dianggap jumlah sejak awal periode ({ $units }). Jika keliru, isi kolom Perhitungan Nilai: jumlah atau keadaan.

# Standar kompetensi.
import-no-standards-header = Baris judul kolom dengan jabatan, kompetensi, dan level tidak ditemukan. Sebutkan kolomnya: --map "kolom=jabatan" --map "kolom=kompetensi" --map "kolom=level".
import-standard-no-competency = Kompetensi belum diisi. Isi lalu impor lagi.
import-standard-unknown = Kamus kompetensi tidak memuat ini. Perbaiki namanya, atau tambahkan dengan: bina import framework BERKAS.
import-standard-unknown-near = Kamus kompetensi tidak memuat ini. Mungkin maksudnya { $near }? Perbaiki namanya, atau tambahkan dengan: bina import framework BERKAS.
import-standard-kind = Menurut kamus, jenis kompetensi ini { $kind }; itu yang berlaku.
import-standard-no-level = Level belum diisi. Tulis angka 1 sampai 5.
import-standard-level = Level harus angka 1 sampai 5. Perbaiki lalu impor lagi.
import-standard-otherwise = Baris { $first } sudah mensyaratkan level { $level } untuk kompetensi dan jabatan yang sama. Sisakan satu.
import-standard-missing = { $count ->
   *[other] { $count } syarat ada di sini tetapi tidak ada di berkas; tetap berlaku:
}
import-standard-did = Standar jabatan: { $added } ditambahkan, { $updated } diperbarui, { $unchanged } tetap; { $refused } baris ditolak.
import-standard-would = Uji coba, standar jabatan: { $added } akan ditambahkan, { $updated } diperbarui, { $unchanged } tetap; { $refused } baris ditolak. Tidak ada yang diubah.
standards-without = { $count ->
   *[other] { $count } jabatan belum mempunyai standar:
}
standards-without-one = { "  " }{ $position } ({ $people } orang)
standards-nowhere = { $count ->
   *[other] { $count } orang belum mempunyai jabatan.
}

# Kamus kompetensi.
import-no-framework-header = Baris judul kolom dengan kompetensi, level, dan perilaku tidak ditemukan. Sebutkan kolomnya: --map "kolom=kompetensi" --map "kolom=level" --map "kolom=perilaku".
import-framework-levels = Kompetensi baru memerlukan perilaku untuk kelima level; yang belum ada: level { $levels }.
import-framework-kind = Jenis kompetensi tidak disebut atau tidak dikenal. Yang dikenal: { $known }.
import-framework-no-anchor = Perilaku belum diisi. Isi lalu impor lagi.
import-framework-level-twice = Level ini sudah diisi untuk kompetensi yang sama. Sisakan satu.
import-framework-name = Nama ini tidak dapat menjadi kode kompetensi. Isi kolom kode dengan huruf kecil, angka, dan tanda hubung.
import-framework-refused = { $count } baris ditolak, maka kamus tidak diganti. Perbaiki lalu impor lagi.
import-framework-same = Kamus { $version } sudah berlaku; tidak ada yang berubah.
import-framework-added = Baru: { $name } ({ $kind })
import-framework-replaced = Diganti: { $name }
import-framework-replaced-levels = Diganti: { $name }, perilaku level { $levels }
import-framework-did = Kamus { $version } berlaku: { $added } kompetensi baru, { $replaced } diganti, { $unchanged } tetap.
import-framework-would = Uji coba, kamus { $version }: { $added } kompetensi baru, { $replaced } diganti, { $unchanged } tetap. Tidak ada yang diubah.
import-framework-old = Kamus { $version } tetap disimpan: nilai yang diberikan menurut kamus itu dibaca dengan kata-katanya.
