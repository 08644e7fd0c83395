//! Lines: their layout, what is erased, what is sealed.

use super::*;
use crate::domain::{Actor, ChangeId, ChangeKind};
use crate::store::seal::DataKey;
use proptest::prelude::*;

fn change(by: &str) -> Change {
    let by = Actor { name: by.into(), ..Actor::default() };
    let (id, at) = (ChangeId(uuid::Uuid::from_u128(7)), jiff::Timestamp::UNIX_EPOCH);
    Change { id, at, by, kind: ChangeKind::ProfileSet, about: None, ops: vec![] }
}

fn written(by: &str, seal: &Seal, erased: &[Erasure]) -> Vec<u8> {
    let mut line = vec![];
    let at = Place { entry: 1, previous: Hash::default(), salt: Hash([9; 16]), seal };
    write_line(&mut line, &at, &change(by), erased).unwrap();
    assert_eq!(line.pop(), Some(b'\n'));
    line
}

fn off() -> Seal {
    Seal::default()
}

#[test]
fn names_that_look_like_the_layout_do_not_confuse_it() {
    for name in ["", ",\"h\":\"", "\",\"h\":\"00", ",\"c\":", "a\nb", "\\", "\\\",\"c\":{}"] {
        let line = written(name, &off(), &[]);
        let read = Line::read(&line).unwrap();
        assert_eq!(read.change(&off()).unwrap().unwrap().by.name, name);
        assert!(read.follows(0, Hash::default()) && !read.follows(1, Hash::default()));
    }
}

#[test]
fn every_flipped_bit_is_found() {
    let stone = [Erasure { entry: 3, rest: None }, Erasure { entry: 4, rest: Some(Hash([5; 16])) }];
    for line in [written("sri", &off(), &[]), written("sri", &off(), &stone)] {
        for bit in 0..line.len() * 8 {
            let mut flipped = line.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(Line::read(&flipped).is_err(), "bit {bit}: {}", String::from_utf8_lossy(&flipped));
        }
    }
}

#[test]
fn the_same_content_has_another_digest_under_another_salt() {
    let mut salts = Salts::new().unwrap();
    assert_ne!(Hash::of(&[&salts.next().0, b"{}"]), Hash::of(&[&salts.next().0, b"{}"]));
}

#[test]
fn a_sealed_line_names_nobody_and_opens_only_with_its_key() {
    let key = DataKey::new().unwrap().seal().unwrap();
    let line = written("Siti Aisyah", &key, &[]);
    assert!(!String::from_utf8_lossy(&line).contains("Siti"));
    let read = Line::read(&line).unwrap();
    assert_eq!(read.change(&key).unwrap().unwrap(), change("Siti Aisyah"));
    assert_eq!(read.change(&off()), Err(BadLine::Locked));
    let other = DataKey::new().unwrap().seal().unwrap();
    assert_eq!(read.change(&other), Err(BadLine::Damaged(Damage::KeyDiffers)));
}

#[test]
fn what_is_erased_keeps_its_place_in_the_chain_and_needs_a_stone() {
    let line = written("sri", &off(), &[]);
    let whole = Line::read(&line).unwrap();
    let (bare, gone) = whole.without_content(jiff::Timestamp::UNIX_EPOCH);
    let (rest, reduced) = whole.with_rest(&change("ani"), Hash([3; 16]), &off()).unwrap();
    for (bytes, erasure, left) in [(&bare, gone, None), (&rest, reduced, Some(change("ani")))] {
        let read = Line::read(bytes).unwrap();
        assert_eq!((read.hash, read.change(&off()).unwrap()), (whole.hash, left));
        let mut stones = Stones::after(0);
        stones.follow(&read);
        assert_eq!(stones.wrong().collect::<Vec<_>>(), [1]);
        for (said, wrong) in [(Erasure { entry: 1, rest: Some(Hash([8; 16])) }, 1), (erasure, 0)] {
            let stone = written("sri", &off(), &[said]);
            stones.follow(&Line::read(&stone).unwrap());
            assert_eq!(stones.wrong().count(), wrong, "{said}");
        }
    }
    let changed = String::from_utf8(rest).unwrap().replace("ani", "ana");
    assert_eq!(Line::read(changed.as_bytes()).unwrap_err(), BadLine::Damaged(Damage::BodyChanged));
}

#[test]
fn what_was_erased_and_stands_there_again_is_noticed() {
    let whole = written("sri", &off(), &[]);
    let stone = written("sri", &off(), &[Erasure { entry: 1, rest: None }]);
    let mut stones = Stones::after(0);
    [&whole, &stone].into_iter().for_each(|line| stones.follow(&Line::read(line).unwrap()));
    assert_eq!(stones.wrong().collect::<Vec<_>>(), [1]);
    let mut later = Stones::after(1);
    later.follow(&Line::read(&stone).unwrap());
    assert_eq!(later.wrong().count(), 0, "who reads from the middle does not know");
}

#[test]
fn without_the_key_nobody_writes_for_whoever_has_it() {
    let key = DataKey::new().unwrap().seal().unwrap();
    let plain = written("sri", &off(), &[]);
    assert_eq!(Line::read(&plain).unwrap().change(&key), Err(BadLine::Damaged(Damage::KeyDiffers)));
    // A head that says more, with a hash that fits.
    let line = String::from_utf8(written("sri", &key, &[])).unwrap();
    let at = line.find(",\"h\":\"").unwrap();
    let head = format!("{},\"e\":\"3\"", &line[..at]);
    let forged = format!("{head},\"h\":\"{}\"{}", Hash::of(&[head.as_bytes()]), &line[at + HASH.len() + HEX + 1..]);
    let read = Line::read(forged.as_bytes()).unwrap();
    assert_eq!(read.erased.len(), 1);
    assert_eq!(read.change(&key), Err(BadLine::Damaged(Damage::KeyDiffers)));
}

proptest! {
    #[test]
    fn no_bytes_bring_it_down(noise in prop::collection::vec(any::<u8>(), 0..80), at in 0usize..300, cut in 0usize..300) {
        let mut line = written("sri", &off(), &[Erasure { entry: 3, rest: None }]);
        let at = at.min(line.len());
        line.splice(at..(at + cut).min(line.len()), noise);
        let _ = Line::read(&line).map(|l| l.change(&off()).is_ok());
    }

    #[test]
    fn what_a_stone_says_comes_back(said in prop::collection::vec((any::<u64>(), any::<Option<[u8; 16]>>()), 0..9)) {
        let said: Vec<Erasure> = said.into_iter().map(|(entry, rest)| Erasure { entry, rest: rest.map(Hash) }).collect();
        prop_assert_eq!(Line::read(&written("sri", &off(), &said)).unwrap().erased, said);
    }
}
