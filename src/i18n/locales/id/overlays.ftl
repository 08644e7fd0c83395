# overlays

# --- capture: what a line was understood as, and what is missing ---
capture-chip-person = tentang { $name }
capture-chip-people = { $count } orang cocok
capture-chip-unknown = { $name }: tidak dikenal
capture-chip-praise = pujian
capture-chip-improve = perlu diperbaiki
capture-chip-observation = pengamatan
capture-chip-agenda = agenda sesi berikut
capture-chip-action = tindak lanjut
capture-chip-mine = janji saya
capture-chip-theirs = oleh pegawai
capture-chip-tag = #{ $tag }
capture-chip-private = pribadi
capture-chip-shared = bersama
capture-chip-on = tanggal { $day }
capture-chip-due = paling lambat { $day }
capture-no-person = Tulis dulu namanya, misalnya: sari + membantu warga.
capture-unknown-person = Tidak ada yang bernama “{ $name }”. Tulis beberapa huruf dari namanya, lalu tandanya.
capture-ambiguous = Beberapa orang cocok: { $people }. Tulis namanya lebih lengkap.
capture-no-text = Belum ada teks. Tulis apa yang terlihat atau disepakati.
capture-future-date = { $day } belum tiba. Catatan berbicara tentang yang sudah terjadi; hari mendatang ditulis di tengah kalimat.
# --- end of capture ---
