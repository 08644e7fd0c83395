# The agenda screen and what belongs to it.

agenda-empty =
    Agenda kosong: tidak ada sesi yang jatuh tempo dan tidak ada tindak lanjut terbuka.

    Tekan 1 untuk kembali ke tim.
agenda-objections = Keberatan ({ $count })
agenda-overdue = Sesi terlambat ({ $count })
agenda-mine = Janji saya ({ $count })
agenda-soon = Sesi 7 hari ke depan ({ $count })
agenda-theirs = Tindak lanjut pegawai ({ $count })
agenda-goals = Sasaran yang menunggu ({ $count })
agenda-postponed = Ditunda atau tidak terlaksana bulan ini ({ $count })
agenda-done = Terlaksana bulan ini ({ $count })
agenda-last-session = sesi terakhir { $days } hari lalu
agenda-first-session = belum pernah ada sesi
agenda-postponed-to = ditunda ke { $to }
agenda-missed = tidak terlaksana
agenda-state-open = untuk sesi berikut
agenda-state-discussed = dibahas { $day }
agenda-state-dropped = dibatalkan
agenda-development = Pengembangan ({ $count })
agenda-pair-ends = pendampingan berakhir: { $topics }
agenda-licence = habis berlaku: { $title }
