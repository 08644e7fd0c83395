# The walk screen and what belongs to it.

walk-left = { $at } dari { $of } · tinggal { $left } · ±{ $hours }
stop-waiting = menunggu
stop-finished = selesai
stop-skipped = dilewati
stop-parked = diparkir
notice-walk-over = Keliling selesai: { $count } orang ditangani.
why-nobody-to-walk = Tidak ada yang perlu didatangi. Saring dulu dengan / untuk memilih sendiri.
notice-walk-resumed = Keliling dilanjutkan di orang yang sama.
notice-walk-kept = Keliling disimpan; w melanjutkannya.
