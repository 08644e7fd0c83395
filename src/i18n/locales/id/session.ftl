# session

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
# --- end of closing ---
