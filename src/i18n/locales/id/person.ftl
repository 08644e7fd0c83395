# The person screen and what belongs to it.

tab-brief = Ringkasan
tab-timeline = Linimasa
tab-goals = Sasaran
tab-notes = Catatan
tab-actions = Tindak lanjut
kinds-everything = semua
kinds-sessions = sesi
kinds-feedback = catatan
kinds-actions = tindak lanjut
kinds-agenda = agenda
kinds-goals = sasaran
kinds-ratings = penilaian
person-position = { $at } dari { $of }
person-no-actions = Tidak ada tindak lanjut. Tekan a untuk mencatat satu, atau n dan tulis >> di depannya.
person-no-entries = Belum ada catatan yang cocok. Tekan n untuk menulis satu; f dan v mengubah saringan.
entry-my-promise = janji saya: { $text }
entry-their-action = { $text }
entry-carried = dibawa { $count } kali
entry-skip = dilewati saat keliling: { $reason }
entry-session-planned = { $kind } direncanakan
entry-session-open = { $kind } sedang berlangsung
entry-session-closed = { $kind } · { $feedback } umpan balik, { $actions } tindak lanjut
entry-session-postponed = sesi ditunda ke { $to }: { $reason }
entry-session-missed = sesi tidak terlaksana: { $reason }
entry-goal = { $tag }: { $text }
entry-value-of = { $value } dari { $target }
entry-check-in = nilai
entry-status = status
entry-target = target
entry-revised = { $from } menjadi { $to } ({ $reason })
reader-session = Sesi { $day }
reader-sheet = Lembar sesi
reader-no-sheet = Sesi ini tidak mempunyai lembar.
person-leave-until = cuti s.d. { $day }

## Keadaan per suatu hari
as-of-mark = keadaan per { $day } · hanya lihat
as-of-loading = Catatan sampai { $day } sedang dibaca …
as-of-nobody = Pada { $day } orang ini belum dicatat di bina; tidak ada yang dapat ditampilkan.
why-read-only = Hanya lihat: tidak ada yang dapat diubah.
why-as-of = Keadaan per { $day }: hanya lihat. Esc kembali ke hari ini.
notice-present = Kembali ke hari ini.
form-as-of = Keadaan per hari
form-as-of-help = 15 mei, 3 bulan lalu, akhir bulan lalu, 2026-05-15
reader-record = { $kind } { $day }
entry-withdrawn = ditarik
