# Pengembangan kompetensi: kebutuhan, rencana, riwayat belajar, dampak, usulan, karier.
refusal-subject-missing = Yang akan dipelajari belum disebut.
refusal-expectation-missing = Perilaku yang diharapkan perlu ditulis dalam satu kalimat: itulah yang nanti diperiksa.
refusal-kind-unknown = Cara belajar “{ $detail }” tidak dikenal.
refusal-jp-outside = JP harus 0 sampai { $detail }.
refusal-certificate-taken = Sertifikat nomor { $detail } sudah tercatat untuk pegawai ini.
refusal-money-negative = Biaya tidak boleh negatif.
refusal-not-finished = Kegiatan itu belum selesai, jadi dampaknya belum dapat ditanyakan.
refusal-wished-already = Keinginan ini sudah tercatat: { $detail }.
refusal-pair-with-self = Mentor dan peserta orang yang sama.
refusal-pair-there = Pasangan ini sudah berjalan.
refusal-support-running = Rencana dukungan untuk pegawai ini masih berjalan.
