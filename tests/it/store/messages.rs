//! Whatever can go wrong is said in both languages.

use bina::i18n::{Arg, Lang, Words};
use bina::store::{Damage, Denial, Note, StoreError, Unreached};

#[test]
fn every_error_and_note_has_its_words() {
    let errors = [
        StoreError::Busy { holder: Box::default() },
        StoreError::Unreached { holder: Box::default(), reason: Unreached::NoSocket },
        StoreError::ChangedSince,
        StoreError::SentUnknown,
        StoreError::damaged(Damage::View, ""),
        StoreError::Newer { found: 2, known: 1 },
        StoreError::Full,
        StoreError::Denied { path: "/".into(), reason: Denial::Rights },
        StoreError::ReadOnly,
        StoreError::Locked,
        StoreError::Io { path: "/".into(), source: std::io::ErrorKind::Other.into() },
    ];
    let notes = [
        Note::TornEnd { bytes: 1, aside: String::new() },
        Note::EndRestored { entries: 1 },
        Note::ViewRebuilt { aside: None },
        Note::ViewRebuilt { aside: Some(String::new()) },
        Note::DraftsAside { aside: String::new() },
        Note::Upgraded { from: 1, to: 2, backup: String::new() },
    ];
    let mut ids: Vec<&str> = errors.iter().map(StoreError::message_id).chain(notes.iter().map(Note::message_id)).collect();
    ids.extend(Damage::ALL.iter().map(|d| d.message_id()));
    ids.extend(Unreached::ALL.iter().map(|d| d.message_id()));
    ids.extend(Denial::ALL.iter().map(|d| d.message_id()));
    let args: Vec<(&'static str, Arg)> = [
        "user", "pid", "since", "terminal", "what", "place", "path", "reason", "aside", "found", "known", "from", "to",
        "backup",
    ]
    .map(|name| (name, Arg::Word(format!("<{name}>"))))
    .into_iter()
    .chain([("entries", Arg::Number(3))])
    .collect();
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        for id in &ids {
            assert!(words.has(id), "{lang:?} {id}");
            assert!(!words.with(id, &args).contains('{'), "{lang:?} {id}: {}", words.with(id, &args));
        }
        assert!(words.with("store-busy", &args).contains("<user>"));
    }
}
