# Perintah: nama pendek untuk baris tombol di bawah, dan `-long` satu kalimat untuk bantuan, palet, dan `bina keys`.
# Urutannya sama dengan tabel perintah.

# Daftar
cmd-list-down = turun
cmd-list-down-long = Turun satu baris
cmd-list-up = naik
cmd-list-up-long = Naik satu baris
cmd-list-page-down = layar turun
cmd-list-page-down-long = Turun satu layar
cmd-list-page-up = layar naik
cmd-list-page-up-long = Naik satu layar
cmd-list-first = awal
cmd-list-first-long = Pindah ke baris pertama
cmd-list-last = akhir
cmd-list-last-long = Pindah ke baris terakhir

# Tim
cmd-team-open = buka
cmd-team-open-long = Buka halaman orang yang dipilih
cmd-session-start = mulai sesi
cmd-session-start-long = Mulai sesi, atau lanjutkan sesi yang masih terbuka
cmd-capture-open = catat
cmd-capture-open-long = Catat satu baris dari layar mana pun
cmd-walk-start = keliling
cmd-walk-start-long = Mulai keliling: satu per satu orang yang perlu ditemui
cmd-team-filter = saring
cmd-team-filter-long = Saring daftar tim sambil mengetik
cmd-team-order = urutan
cmd-team-order-long = Ganti urutan daftar tim
cmd-team-scope = cakupan
cmd-team-scope-long = Tampilkan bawahan langsung saja, atau semua orang
cmd-draft-resume = lanjutkan draf
cmd-draft-resume-long = Lanjutkan tulisan yang belum selesai

# Halaman orang
cmd-tab-next = tab lain
cmd-tab-next-long = Pindah ke tab berikutnya
cmd-tab-previous = tab lalu
cmd-tab-previous-long = Kembali ke tab sebelumnya
cmd-person-next = berikutnya
cmd-person-next-long = Buka orang berikutnya dalam daftar
cmd-person-previous = sebelumnya
cmd-person-previous-long = Buka orang sebelumnya dalam daftar
cmd-record-open = baca
cmd-record-open-long = Baca seluruh isi catatan atau lembar sesi
cmd-timeline-kind = jenis
cmd-timeline-kind-long = Saring linimasa menurut jenis catatan
cmd-timeline-audience = pribadi/bersama
cmd-timeline-audience-long = Saring linimasa menurut pribadi atau bersama
cmd-action-add = tindak lanjut
cmd-action-add-long = Tambahkan tindak lanjut dengan pemilik dan tanggal
cmd-shared-copy = salin
cmd-shared-copy-long = Salin teks bersama; yang pribadi tidak pernah ikut
cmd-sheet-acknowledge = jawaban
cmd-sheet-acknowledge-long = Catat jawaban pegawai dengan kode tanda terima
cmd-session-addendum = adendum
cmd-session-addendum-long = Tulis adendum untuk sesi yang sudah ditutup

# Catatan dalam daftar
cmd-action-done = selesai
cmd-action-done-long = Tandai tindak lanjut atau butir agenda selesai
cmd-action-not-done = tidak selesai
cmd-action-not-done-long = Nyatakan tindak lanjut tidak selesai, dengan alasan
cmd-action-carry = bawa
cmd-action-carry-long = Bawa butir ini ke sesi berikutnya
cmd-action-drop = batalkan
cmd-action-drop-long = Batalkan tindak lanjut atau butir agenda, dengan alasan
cmd-action-reschedule = ubah tanggal
cmd-action-reschedule-long = Ubah tanggal tindak lanjut atau sesi
cmd-record-audience = pribadi/bersama
cmd-record-audience-long = Ubah catatan ini menjadi pribadi atau bersama
cmd-record-edit = perbaiki
cmd-record-edit-long = Perbaiki catatan atau tindak lanjut yang dipilih
cmd-record-remove = hapus
cmd-record-remove-long = Hapus catatan yang dipilih; dapat diurungkan

# Sasaran
cmd-goal-check-in = isi nilai
cmd-goal-check-in-long = Isi nilai indikator yang dipilih
cmd-goal-status = status
cmd-goal-status-long = Nyatakan status sasaran: sesuai rencana, tersendat, melenceng, selesai, dihentikan
cmd-goal-person = orang
cmd-goal-person-long = Buka halaman pemilik sasaran
cmd-goals-group = susunan
cmd-goals-group-long = Susun menurut orang, hasil kerja pimpinan, atau status
cmd-goals-depth = lipat
cmd-goals-depth-long = Lipat: orang saja, hasil kerja, indikator
cmd-goals-grid = isian bulan
cmd-goals-grid-long = Isi nilai banyak orang sekaligus dalam satu tabel
cmd-goal-add = RHK baru
cmd-goal-add-long = Rencanakan hasil kerja baru
cmd-goal-add-indicator = indikator
cmd-goal-add-indicator-long = Tambahkan indikator pada hasil kerja ini
cmd-goal-assign = bagikan
cmd-goal-assign-long = Berikan hasil kerja ini juga kepada orang lain
cmd-plan-copy = salin rencana
cmd-plan-copy-long = Salin rencana ke periode berikutnya tanpa nilai
cmd-plan-inherit = ambil alih
cmd-plan-inherit-long = Ambil alih hasil kerja organisasi dari pendahulu
cmd-plan-next-year = tahun depan
cmd-plan-next-year-long = Lihat rencana tahun berikutnya
cmd-plan-previous-year = tahun lalu
cmd-plan-previous-year-long = Lihat rencana tahun sebelumnya
cmd-check-in-save = simpan
cmd-check-in-save-long = Simpan nilai ini
cmd-go-goals = sasaran
cmd-go-goals-long = Ke layar Sasaran

# Rencana sesi
cmd-session-plan = rencana
cmd-session-plan-long = Rencanakan tanggal sesi berikutnya
cmd-session-postpone = tunda
cmd-session-postpone-long = Tunda sesi ke hari lain, dengan alasan
cmd-session-miss = tak terlaksana
cmd-session-miss-long = Catat sesi tidak terlaksana, dengan alasan

# Orang
cmd-person-add = tambah orang
cmd-person-add-long = Tambahkan orang ke tim
cmd-person-correct = data orang
cmd-person-correct-long = Perbaiki data orang ini
cmd-person-move = pindah unit
cmd-person-move-long = Pindahkan orang ini ke unit atau jabatan lain
cmd-person-hand-over = alihkan atasan
cmd-person-hand-over-long = Alihkan orang ini kepada atasan lain
cmd-person-leave = cuti
cmd-person-leave-long = Catat masa cuti orang ini
cmd-person-retire = akhir tugas
cmd-person-retire-long = Catat pensiun, keluar, atau kembali bertugas
cmd-person-cadence = irama sesi
cmd-person-cadence-long = Atur irama sesi orang ini
cmd-team-cadence = irama tim
cmd-team-cadence-long = Atur irama sesi seluruh tim
cmd-profile-set = data saya
cmd-profile-set-long = Isi nama, jabatan, dan unit Anda sendiri

# Sesi
cmd-session-next-step = lanjut
cmd-session-next-step-long = Lanjut ke langkah berikutnya; tulisan tersimpan
cmd-session-previous-step = kembali
cmd-session-previous-step-long = Kembali ke langkah sebelumnya; tulisan tersimpan
cmd-field-next = bidang
cmd-field-next-long = Pindah ke bidang berikutnya
cmd-field-previous = bidang lalu
cmd-field-previous-long = Kembali ke bidang sebelumnya
cmd-line-save = simpan baris
cmd-line-save-long = Simpan baris ini dan mulai baris baru
cmd-line-audience = P/B
cmd-line-audience-long = Ubah baris ini menjadi pribadi atau bersama
cmd-line-kind = jenis
cmd-line-kind-long = Ganti jenis umpan balik atau pemilik tindak lanjut
cmd-session-close = tutup sesi
cmd-session-close-long = Periksa lembar sesi, lalu tutup sesi
cmd-session-kind = jenis sesi
cmd-session-kind-long = Ganti jenis sesi
cmd-session-discard = buang sesi
cmd-session-discard-long = Buang sesi yang masih terbuka; dapat diurungkan
cmd-text-editor = editor
cmd-text-editor-long = Sunting teks panjang dengan editor Anda

# Keliling
cmd-walk-next = lanjut
cmd-walk-next-long = Selesai dengan orang ini, lanjut ke berikutnya
cmd-walk-skip = lewati
cmd-walk-skip-long = Lewati orang ini, dengan alasan
cmd-walk-park = sisihkan
cmd-walk-park-long = Sisihkan orang ini dan kembali kepadanya nanti
cmd-walk-back = mundur
cmd-walk-back-long = Kembali ke orang sebelumnya dalam keliling
cmd-walk-open = buka
cmd-walk-open-long = Buka halaman orang ini

# Kotak di atas layar
cmd-capture-save = simpan
cmd-capture-save-long = Simpan catatan
cmd-capture-complete = lengkapi
cmd-capture-complete-long = Lengkapi nama atau tanda yang sedang diketik
cmd-capture-audience = pribadi/bersama
cmd-capture-audience-long = Ubah catatan ini menjadi pribadi atau bersama
cmd-form-next = bidang
cmd-form-next-long = Pindah ke bidang berikutnya
cmd-form-previous = bidang lalu
cmd-form-previous-long = Kembali ke bidang sebelumnya
cmd-form-enter = lanjut
cmd-form-enter-long = Pindah ke bidang berikutnya; di bidang terakhir, simpan
cmd-form-submit = simpan
cmd-form-submit-long = Simpan formulir
cmd-form-left = pilihan lalu
cmd-form-left-long = Pilih pilihan sebelumnya
cmd-form-right = pilihan lain
cmd-form-right-long = Pilih pilihan berikutnya
cmd-form-next-proposal = usulan
cmd-form-next-proposal-long = Usulan berikutnya untuk kolom ini; → menerimanya
cmd-form-previous-proposal = usulan lalu
cmd-form-previous-proposal-long = Usulan sebelumnya untuk kolom ini
cmd-assign-save = bagikan
cmd-assign-save-long = Bagikan kepada semua yang dipilih
cmd-assign-down = turun
cmd-assign-down-long = Turun satu orang
cmd-assign-up = naik
cmd-assign-up-long = Naik satu orang
cmd-assign-next-target = target lain
cmd-assign-next-target-long = Ke target indikator berikutnya
cmd-assign-previous-target = target lalu
cmd-assign-previous-target-long = Ke target indikator sebelumnya
cmd-list-choose = pilih
cmd-list-choose-long = Pilih baris ini
cmd-list-choose-down = turun
cmd-list-choose-down-long = Turun satu baris sambil mengetik
cmd-list-choose-up = naik
cmd-list-choose-up-long = Naik satu baris sambil mengetik

# Kompetensi
cmd-rating-all = semua
cmd-rating-all-long = Tampilkan semua kompetensi, atau yang perlu dinilai
cmd-rating-ask = tanya nanti
cmd-rating-ask-long = Tanyakan kompetensi ini di sesi berikut
cmd-rating-higher = level lain
cmd-rating-higher-long = Lihat uraian level di atasnya, tanpa menilai
cmd-rating-lower = level bawah
cmd-rating-lower-long = Lihat uraian level di bawahnya, tanpa menilai
cmd-rating-behaviours = perilaku
cmd-rating-behaviours-long = Buka perilaku kerja BerAKHLAK, atau kembali
cmd-behaviour-expect = ekspektasi
cmd-behaviour-expect-long = Tulis ekspektasi khusus pimpinan untuk nilai ini
cmd-self-check-revisit = tinjau
cmd-self-check-revisit-long = Kembali ke baris yang perlu dilihat lagi

# Di mana-mana
cmd-go-team = tim
cmd-go-team-long = Buka layar Tim
cmd-go-agenda = agenda
cmd-go-agenda-long = Buka layar Agenda
cmd-find-person = cari orang
cmd-find-person-long = Cari orang menurut nama dan buka halamannya
cmd-app-palette = perintah
cmd-app-palette-long = Cari dan jalankan perintah
cmd-app-messages = pesan
cmd-app-messages-long = Tampilkan pesan yang sudah lewat
cmd-app-undo = urung
cmd-app-undo-long = Urungkan perubahan terakhir; coba lagi yang gagal disimpan
cmd-app-redo = ulang
cmd-app-redo-long = Ulangi perubahan yang diurungkan
cmd-app-help = bantuan
cmd-app-help-long = Tampilkan semua tombol layar ini
cmd-app-back = kembali
cmd-app-back-long = Kembali; tulisan yang belum selesai tetap disimpan
cmd-app-quit = keluar
cmd-app-quit-long = Keluar dari bina; dari layar lain, kembali dulu
cmd-app-redraw = gambar ulang
cmd-app-redraw-long = Gambar ulang layar
cmd-app-suspend = ke shell
cmd-app-suspend-long = Tidurkan bina dan kembali ke shell
cmd-app-help-while-typing = bantuan
cmd-app-help-while-typing-long = Tampilkan semua tombol, juga sambil mengetik
