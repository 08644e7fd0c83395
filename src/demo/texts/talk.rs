//! What surrounds the feedback in a session: purposes, agenda lines, agreements, promises, answers, reasons.

/// What a talk is for.
pub const PURPOSES: &[&str] = &[
    "Meninjau hasil bulan ini dan menyepakati langkah sampai pertemuan berikut.",
    "Membahas beban loket sesudah pembagian baru.",
    "Menyiapkan laporan triwulan dan membagi bagiannya.",
    "Mendengar kesulitan di lapangan dan mencari dukungan yang perlu.",
    "Melihat kemajuan pekerjaan triwulan ini dan jadwalnya.",
    "Membicarakan hasil kotak saran dan apa yang dapat diubah.",
    "Meninjau janji pertemuan lalu, termasuk janji saya.",
    "Menyusun rencana belajar untuk enam bulan ke depan.",
    "Membahas bukti dukung e-Kinerja triwulan ini.",
    "Menyamakan pengertian tentang janji waktu layanan.",
    "Membahas ritme laporan bulanan dan titik macetnya.",
    "Menyiapkan pelayanan keliling bulan depan.",
    "Membahas cara bekerja sama dengan seksi lain.",
    "Menilai percobaan alur baru sesudah satu bulan.",
    "Membicarakan pembagian tugas selama rekan cuti.",
    "Melihat hasil survei kepuasan dan memilih satu perbaikan.",
    "Membahas tugas tambahan dan apakah masih wajar.",
    "Menyiapkan bahan musrenbang dan peran masing-masing.",
    "Mendalami satu keluhan warga dari awal sampai akhir.",
    "Menyepakati ukuran hasil yang dapat dilihat bersama.",
    "Meninjau pelatihan yang sudah diikuti: apa yang sudah dipakai?",
    "Membicarakan peran sebagai pendamping pegawai baru.",
    "Membahas keamanan data dan kebiasaan di loket.",
    "Menyiapkan audit internal dan bukti yang masih kurang.",
    "Membicarakan tujuan karier dan langkah kecil pertama.",
    "Membahas serah terima tugas dan catatan yang perlu ditulis.",
    "Meninjau mutu naskah dan contoh surat yang dipakai.",
];

/// What the first talk of a month is for where the year itself says it.
pub fn purpose_of(month: i8) -> Option<&'static str> {
    match month {
        1 => Some("Mengawali tahun: ekspektasi dan kesepakatan cara kerja."),
        6 => Some("Melihat tengah tahun: yang sudah jalan, yang perlu digeser."),
        12 => Some("Menutup tahun: hasil, pelajaran, dan harapan."),
        _ => None,
    }
}

/// Noted for the next talk.
pub const AGENDA: &[&str] = &[
    "tanyakan perkembangan serah terima loket",
    "bahas giliran pelayanan keliling",
    "minta pendapat tentang selebaran syarat yang baru",
    "lihat bersama buku berkas minggu lalu",
    "bicarakan jadwal cuti akhir tahun",
    "tanyakan apakah kursi dan layar sudah nyaman",
    "tinjau isian progres harian e-Kinerja",
    "bahas undangan bimbingan teknis dari BKPSDM",
    "sampaikan ucapan terima kasih warga dari kotak saran",
    "tanyakan kesulitan dengan aplikasi yang baru",
    "bahas pembagian tugas selama dua rekan cuti",
    "lihat contoh sepuluh berkas bersama",
    "tanyakan rencana ujian dinas",
    "bahas cara mengabari bila laporan akan terlambat",
    "minta usul untuk ruang tunggu",
    "bahas hasil survei kepuasan per loket",
    "tinjau rencana belajar dan jam pelajaran",
    "tanyakan kesan bekerja dengan pegawai magang",
    "bahas permintaan data dari kelurahan",
    "bicarakan siapa pengganti bila sakit",
    "lihat kemajuan label arsip",
    "bahas bahan musrenbang kelurahan",
    "tanyakan apa yang sebaiknya saya hentikan atau mulai",
    "bahas piket apel bulan depan",
];

/// What the employee undertakes without a correction before it: text, how both will know.
pub const STEPS: &[(&str, &str)] = &[
    ("Menulis petunjuk satu halaman tentang cara kerja di mejanya", "Petunjuk dicoba oleh satu rekan"),
    ("Mendampingi satu rekan memakai lembar rekap", "Rekan mengisi sendiri pada minggu ketiga"),
    ("Mencatat waktu layanan lima warga setiap hari selama dua minggu", "Tabel waktu dibahas pada pertemuan berikut"),
    ("Mengumpulkan bukti dukung triwulan ini dalam satu map", "Map lengkap sebelum akhir bulan"),
    ("Mengusulkan satu perubahan kecil pada alur layanan", "Usul tertulis setengah halaman"),
    ("Menyiapkan daftar periksa pelayanan keliling", "Daftar dipakai pada pelayanan berikut"),
    ("Mengikuti pelatihan daring tentang pengelolaan pengaduan", "Sertifikat dan tiga hal yang dipakai"),
    ("Memimpin satu rapat staf", "Notulen selesai pada hari yang sama"),
    ("Menghubungi tiga kelurahan tentang data yang belum masuk", "Data ketiganya diterima"),
    ("Memeriksa contoh 20 berkas bersama rekan", "Hasil pemeriksaan tercatat"),
    ("Merapikan folder bersama menurut pola nama", "Folder bulan ini rapi"),
    ("Menyusun tabel tanya jawab warga yang paling sering", "Sepuluh pertanyaan beserta jawabannya"),
    ("Mencoba alur tanda tangan elektronik untuk surat biasa", "Sepuluh surat selesai tanpa cetak"),
    ("Membagikan pengetahuan dari bimbingan teknis pada rapat staf", "Rekan dapat menyebut dua hal"),
    ("Bertukar tempat dengan petugas lain selama satu hari", "Catatan pendek tentang yang dipelajari"),
    ("Menata ulang papan informasi", "Foto papan dan tanggal periksa"),
    ("Menyelesaikan sisa input permohonan", "Tidak ada berkas menunggu input"),
    ("Membuat jadwal pengganti bila berhalangan", "Jadwal disepakati dua rekan"),
];

/// What the supervisor promises: text, how both will know.
pub const PROMISES: &[(&str, &str)] = &[
    ("Mengusulkan penggantian kursi loket ke Subbagian Umum", "Nota dinas terkirim"),
    ("Menyediakan dua jam tetap tanpa tugas loket setiap minggu", "Jadwal loket yang baru"),
    ("Menanyakan proses kenaikan pangkat ke BKPSDM", "Jawaban disampaikan"),
    ("Meminta contoh naskah terbaru dari Bagian Organisasi", "Contoh ada di folder bersama"),
    ("Mencarikan tempat pada bimbingan teknis berikutnya", "Nama terdaftar"),
    ("Mendampingi satu kali pelayanan keliling", "Catatan pengamatan dibahas"),
    ("Membicarakan pembagian loket dengan Sekretaris Camat", "Hasil pembicaraan disampaikan"),
    ("Mengatur pertemuan dengan Disdukcapil tentang berkas yang ditolak", "Tanggal pertemuan"),
    ("Memberi tanggapan atas konsep dalam satu hari kerja", "Konsep kembali dengan catatan"),
    ("Mengusulkan pembelian printer label", "Usulan masuk rencana belanja"),
    ("Memperkenalkan kepada pendamping yang lebih senior", "Pertemuan pertama berlangsung"),
    ("Menyampaikan hasil kerja ini kepada Camat", "Disampaikan pada rapat pimpinan"),
    ("Meninjau kembali jadwal piket apel", "Jadwal baru ditempel"),
    ("Mengurangi tugas tambahan sampai laporan selesai", "Surat tugas disesuaikan"),
];

/// The employee's own words where nothing in particular asks for an answer.
pub const REPLIES: &[&str] = &[
    "Saya merasa lebih jelas sekarang mana yang harus didahulukan.",
    "Saya setuju. Mohon diingatkan bila minggu kedua belum terlihat hasilnya.",
    "Terima kasih sudah menyebut contohnya. Kalau hanya umum, saya sulit memperbaiki.",
    "Yang paling membantu saya adalah jadwal yang tetap.",
    "Saya ingin mencoba dulu dua minggu, lalu kita lihat bersama.",
    "Beban bulan ini berat, tetapi masih bisa saya atur.",
    "Saya senang hasilnya terlihat. Biasanya pekerjaan di belakang tidak disebut.",
    "Ada satu hal yang belum sempat saya sampaikan: pengganti saya belum paham alurnya.",
    "Saya akan tulis langkahnya supaya rekan juga bisa.",
    "Kalau boleh, pertemuan berikut kita mulai dari pertanyaan saya.",
    "Saya paham maksudnya. Caranya akan saya cari dengan teman satu loket.",
    "Tidak ada tambahan. Kesepakatannya sudah sesuai.",
    "Saya masih ragu soal waktunya, tetapi akan saya coba.",
    "Saya merasa didengar hari ini.",
    "Mohon dukungan untuk komputer; tanpa itu target input sulit.",
    "Saya bersedia mendampingi pegawai baru asal jam loket disesuaikan.",
    "Saya lebih suka dikoreksi langsung seperti ini daripada lewat pesan.",
    "Bulan depan saya ingin menunjukkan hasil catatan waktunya.",
    "Saya minta maaf atas yang terlambat. Penyebabnya sudah saya jelaskan.",
    "Saya jadi tahu bahwa pekerjaan saya dipakai sampai ke Camat.",
];

/// Why a talk was moved.
pub const POSTPONED: &[&str] = &[
    "dipanggil rapat mendadak oleh Camat",
    "pelayanan keliling dimajukan ke hari ini",
    "loket kekurangan petugas, dua orang sakit",
    "kunjungan Inspektorat",
    "pegawai mengikuti bimbingan teknis",
    "gangguan aplikasi, antrean tidak dapat ditinggal",
    "rapat koordinasi di kantor wali kota",
    "anak pegawai sakit, pulang lebih awal",
];

/// Why a talk did not take place.
pub const MISSED: &[&str] = &[
    "saya bertugas luar dan lupa memindahkan jadwal",
    "pegawai sakit, tidak sempat dijadwalkan lagi bulan itu",
    "penutupan laporan akhir bulan, tidak ada waktu tersisa",
    "siaga banjir, semua turun ke lapangan",
    "bertepatan dengan libur bersama",
];

/// Why something agreed was not done, or was given up.
pub const NOT_DONE: &[&str] = &[
    "tersita penutupan laporan",
    "baru berjalan sebagian, akan diteruskan",
    "belum sempat karena loket kekurangan petugas",
    "lupa, diingatkan kembali",
    "rekan yang diperlukan sedang cuti",
];
pub const DROPPED: &[&str] = &[
    "tidak perlu lagi sesudah alur berubah",
    "sudah menjadi kebiasaan",
    "tercakup dalam kesepakatan lain",
    "diganti langkah yang lebih sederhana",
];

/// What was objected to, after the sheet had been read.
pub const OBJECTIONS: &[&str] = &[
    "jumlah berkas yang disebut tidak sesuai dengan buku berkas",
    "keterlambatan terjadi karena data kelurahan, mohon dicatat juga",
];

/// Written after a closed talk.
pub const ADDENDA: &[&str] = &[
    "Ralat: jumlah berkas yang diperiksa 20, bukan 30.",
    "Tambahan: pegawai menyerahkan bukti catatan waktu dua hari sesudah pertemuan.",
    "Ralat: tanggal pelayanan keliling yang dibahas maju satu minggu dari yang tertulis.",
];

/// Goal, reality, options, will of a coaching talk.
pub const COACHING: &[[&str; 4]] = &[
    [
        "Menyampaikan paparan lima menit tanpa membaca teks",
        "Sudah dua kali paparan; lancar di tim sendiri, kaku di depan lurah",
        "Berlatih dengan rekan; memakai tiga kartu kecil; membuka dengan kesimpulan",
        "Latihan dua kali, lalu membuka rapat staf minggu ketiga",
    ],
    [
        "Waktu layanan rata-rata enam menit tanpa mengurangi kejelasan",
        "Rata-rata delapan menit; paling lama pada penjelasan syarat",
        "Selebaran per layanan; memeriksa lampiran lebih dulu; berbagi tugas dengan loket informasi",
        "Mencoba selebaran selama dua minggu dan mencatat waktunya",
    ],
    [
        "Rekap bulanan selesai tanggal 3 tanpa lembur",
        "Data kelurahan baru lengkap tanggal 2; rumus sering rusak",
        "Menagih tanggal 27; mengunci rumus; membagi rekap menjadi mingguan",
        "Mulai rekap mingguan bulan ini, rumus dikunci bersama Pranata Komputer",
    ],
    [
        "Lebih sering menyampaikan pendapat dalam rapat",
        "Pendapat ada, tetapi disampaikan sesudah rapat",
        "Menulis satu kalimat sebelum rapat; meminta giliran lebih awal; menyampaikan berdua",
        "Satu pendapat tertulis pada dua rapat berikut",
    ],
];
