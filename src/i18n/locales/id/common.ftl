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
