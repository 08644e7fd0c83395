//! The table in Indonesian: what the tests say of a fault in other words. What the program says it says itself, in the
//! language in which it was asked.

use bina::i18n::Lang;

/// Longer ones stand before those that are a part of them.
const SAID: &[(&str, &str)] = &[
    (
        "the process is killed while it commits, opens, fills a file, rebuilds, rests, backs up, restores",
        "proses dibunuh selama menyimpan, membuka, memenuhi sebuah berkas, menyusun ulang, beristirahat, membuat cadangan, memulihkan",
    ),
    ("the process is killed while it imports", "proses dibunuh selama mengimpor"),
    ("what was not yet said to be saved; what is there is whole", "yang belum dinyatakan tersimpan; yang ada tetap utuh"),
    ("the power goes at any moment", "listrik padam kapan saja"),
    (
        "nothing, or: The journal ended in half an entry, which had never been confirmed as saved. It was put aside as torn-N-N; everything else is whole.",
        "tidak ada, atau: Jurnal berakhir dengan entri yang terpotong dan belum pernah dinyatakan tersimpan. Potongan itu disisihkan sebagai torn-N-N; selebihnya utuh.",
    ),
    ("the process is killed in the middle of a sentence", "proses dibunuh di tengah sebuah kalimat"),
    ("the sentence, in its field", "kalimat itu, di kolomnya"),
    ("at most the last second of typing", "paling banyak ketikan sedetik terakhir"),
    ("`drafts.json` cut, changed or a folder in its place", "`drafts.json` terpotong, berubah, atau diganti sebuah folder"),
    (
        "on the screens: The drafts could not be read and were put aside as drafts.bad. Saved records are whole.",
        "di layar kerja: Draf tidak dapat dibaca dan disisihkan sebagai drafts.bad. Catatan yang sudah tersimpan utuh.",
    ),
    (
        "an encrypted store: one of `KEY`, `KEY.copy` deleted or changed",
        "penyimpanan terenkripsi: salah satu dari `KEY`, `KEY.copy` dihapus atau berubah",
    ),
    ("nothing; it is written anew from the other", "tidak ada; berkas itu ditulis ulang dari yang lain"),
    ("an encrypted store: both of them deleted", "penyimpanan terenkripsi: keduanya dihapus"),
    (
        "The store is damaged: the file with the key (KEY and KEY.copy) is missing or can't be read; put it back from a backup.",
        "Penyimpanan rusak: berkas kuncinya (KEY dan KEY.copy) hilang atau tidak dapat dibaca; kembalikan dari cadangan.",
    ),
    ("nothing, once one of them is put back", "tidak ada, begitu salah satunya dikembalikan"),
    (
        "no record; entries of the journal, until the file is put back",
        "tidak satu catatan pun; entri jurnal, sampai berkasnya dikembalikan",
    ),
    ("nothing, once the file is put back", "tidak ada, begitu berkasnya dikembalikan"),
    ("nothing, once the files are put back", "tidak ada, begitu berkas-berkasnya dikembalikan"),
    ("nothing, once the folder is put back", "tidak ada, begitu foldernya dikembalikan"),
    ("nothing, once bina is newer", "tidak ada, begitu bina diperbarui"),
    ("nothing, once it is private", "tidak ada, begitu foldernya tertutup bagi orang lain"),
    ("nothing, once the right is given back", "tidak ada, begitu haknya dikembalikan"),
    (
        "what came after the copy; the hash that `verify` prints is another one",
        "yang terjadi sesudah salinan itu; hash yang dicetak `verify` lain",
    ),
    ("every file of the journal deleted", "semua berkas jurnal dihapus"),
    ("everything but `view` deleted", "semua selain `view` dihapus"),
    ("everything but the journal deleted", "semua selain jurnal dihapus"),
    ("the last file of the journal and `view` deleted", "berkas jurnal terakhir dan `view` dihapus"),
    ("a bit flipped in the journal, and `view` deleted", "satu bit jurnal terbalik, dan `view` dihapus"),
    ("everything but `view` replaced by an older copy", "semua selain `view` diganti salinan yang lebih lama"),
    ("the whole folder replaced by an older copy", "seluruh folder diganti salinan yang lebih lama"),
    ("written by a newer bina", "ditulis oleh bina yang lebih baru"),
    ("a file in place of the folder", "sebuah berkas sebagai ganti folder"),
    ("others may look into the folder", "orang lain dapat melihat isi folder"),
    ("the folder read-only, its files not", "folder hanya dapat dibaca, berkasnya tidak"),
    ("the folder unreadable (mode 000)", "folder tidak dapat dibaca (mode 000)"),
    ("everything read-only", "semuanya hanya dapat dibaca"),
    ("the disk is full, at any write", "disk penuh, pada penulisan mana pun"),
    ("another process has the store open", "proses lain membuka penyimpanan"),
    ("unreadable (mode 000)", "tidak dapat dibaca (mode 000)"),
    ("an older copy of it", "diganti salinannya yang lebih lama"),
    ("a folder in its place", "diganti sebuah folder"),
    ("a link in its place", "diganti sebuah tautan"),
    ("a file in its place", "diganti sebuah berkas"),
    ("cut in the middle", "terpotong di tengah"),
    ("zeroed in part", "sebagian menjadi nol"),
    ("a bit flipped", "satu bit terbalik"),
    ("bits flipped", "banyak bit terbalik"),
    ("emptied", "dikosongkan"),
    ("deleted", "dihapus"),
    ("what you see", "yang terlihat"),
    ("exit code of", "kode keluar"),
    ("fault", "kejadian"),
    ("…/FILE", "…/BERKAS"),
];

/// A text of a row, in the language.
pub fn said(lang: Lang, text: &str) -> String {
    match (lang, text) {
        (Lang::En, _) => text.to_owned(),
        (Lang::Id, "nothing") => "tidak ada".to_owned(),
        (Lang::Id, "lost") => "yang hilang".to_owned(),
        (Lang::Id, _) => SAID.iter().fold(text.to_owned(), |text, (english, indonesian)| text.replace(english, indonesian)),
    }
}

/// How the program says that nothing can be written.
pub fn full_disk(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "Disk penuh",
        Lang::En => "The disk is full",
    }
}

/// What is said of a store that somebody holds, without who and since when.
pub fn without_the_holder(lang: Lang, seen: &str) -> String {
    let (start, instead) = match lang {
        Lang::Id => {
            ("Penyimpanan ini sedang dibuka oleh ", "Penyimpanan ini sedang dibuka oleh NAMA (proses N, terminal, sejak …)")
        }
        Lang::En => ("has this store open (process N", "NAME has this store open (process N, terminal, since …)"),
    };
    let (_, rest) = seen.split_once(start).unwrap();
    let (_, rest) = rest.split_once(')').unwrap();
    format!("{instead}{rest}")
}

#[test]
fn nothing_of_the_table_is_left_in_english() {
    for (english, _) in SAID {
        let translated = said(Lang::Id, english);
        for word in [" the ", " a ", " of ", "nothing", "copy of", " or "] {
            assert!(!format!(" {translated} ").contains(word), "{word} in {translated}");
        }
    }
}
