# Layar yang disembunyikan.
locked-since = Layar disembunyikan sejak pukul { $clock }.
locked-since-day = Layar disembunyikan sejak { $day } pukul { $clock }.
locked-any-key = Tekan sembarang tombol untuk menampilkannya.
locked-passphrase = Frasa sandi:
locked-checking = Memeriksa …
locked-wrong = Frasa sandi salah.
locked-keys = Enter membuka. ^C keluar; yang sudah diketik tetap tersimpan.
