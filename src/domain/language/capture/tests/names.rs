//! Whom a name means, over every office that can be made of the names that go wrong.

use super::*;

/// Each a part of a name, never a title that may be left out.
#[test]
fn a_name_that_was_written_is_never_shortened() {
    let office = office(&[
        "Rahman",
        "Abd. Rahman",
        "Yusuf",
        "Muh. Yusuf",
        "Moh. Yusuf",
        "St. Aminah",
        "Aminah",
        "Syf. Nurhaliza",
        "M. Yusuf",
    ]);
    for (line, person) in [
        ("Abd. Rahman + membantu loket", office.one(1)),
        ("abd rahman + membantu loket", office.one(1)),
        ("Rahman + membantu loket", office.one(0)),
        ("pak rahman + membantu loket", office.one(0)),
        ("Muh. Yusuf = datang terlambat", office.one(3)),
        ("moh yusuf = datang terlambat", office.one(4)),
        ("M. Yusuf = datang terlambat", office.one(8)),
        ("Yusuf = datang terlambat", office.one(2)),
        ("St. Aminah - lupa absen", office.one(5)),
        ("Aminah - lupa absen", office.one(6)),
        ("Syf. Nurhaliza + rapi", office.one(7)),
        ("nurhaliza + rapi", office.one(7)),
        ("Brr. Rahman + rapi", Who::Unknown("Brr. Rahman".into())),
        ("Drs. Rahman + rapi", office.one(0)),
        ("Abd. Rahman membantu loket", office.one(1)),
        ("Rahman membantu loket", office.one(0)),
    ] {
        assert_eq!(office.read(line).person, person, "{line}");
    }
    assert_eq!(office.read("Abd. Rahman membantu loket").text, "membantu loket");
    // A title that nobody bears is not dropped in front of somebody: it is asked.
    let office = super::office(&["Rahman", "Abd. Rahman"]);
    assert_eq!(office.read("Prof. Rahman + rapi").person, office.many(&[0, 1]));
}

/// Offices with the names that go wrong: parts that look like titles, initials, one name inside another.
fn offices() -> impl Strategy<Value = Vec<PersonName>> {
    let first = prop::sample::select(vec!["", "Abd.", "Muh.", "Moh.", "M.", "St.", "Syf.", "H.", "Nur", "Siti", "Abdul"]);
    let middle = prop::sample::select(vec!["Rahman", "Yusuf", "Aminah", "Sari", "Nur'aini", "Ali", "Rahmania"]);
    let last = prop::sample::select(vec!["", "", "Lubis", "Hasan", "Yusuf", "Ali", "S.", "II"]);
    let front = prop::sample::select(vec!["", "", "Drs.", "H.", "Hj.", "Dr.", "Ir. H."]);
    let back = prop::sample::select(vec!["", "", "S.H.", "M.Si.", "A.Md.", "S.E., M.M."]);
    let name = (front, first, middle, last, back).prop_map(|(front, first, middle, last, back)| {
        let name = [first, middle, last].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        PersonName { front: front.into(), name, back: back.into() }
    });
    prop::collection::vec(name, 1..9)
}

proptest! {
    #[test]
    fn a_name_finds_its_bearer_or_asks_and_never_somebody_else(list in offices()) {
        let plain: Vec<&str> = list.iter().map(|name| name.name.as_str()).collect();
        let mut office = office(&plain);
        for (row, name) in office.rows.iter_mut().zip(&list) {
            row.name = name.clone();
            row.nip = None;
        }
        office.names = Names::of(&office.rows, &UnitTree::default());
        let words = |name: &str| -> Vec<String> {
            clean::fold(name).replace('\'', "").split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
        };
        for (i, name) in list.iter().enumerate() {
            let doors = |typed: &str| {
                let line = match office.read(&format!("{typed} + membantu")).person {
                    Who::One(id) => vec![id],
                    Who::Many(ids) => ids,
                    Who::Nobody | Who::Unknown(_) => vec![],
                };
                [line, office.names.narrow(typed), office.names.meant(typed)]
            };
            let titled = name.full();
            for typed in [name.name.clone(), name.name.to_lowercase(), titled.clone(), titled.replace(',', "")] {
                if typed.split_whitespace().count() > 5 {
                    continue;
                }
                for found in doors(&typed) {
                    prop_assert!(found.contains(&office.ids[i]), "{} of {:?}: {:?}", typed, plain, found);
                }
            }
            for part in words(&name.name) {
                let bearers: Vec<usize> =
                    (0..list.len()).filter(|n| words(&list[*n].name).iter().any(|word| word.starts_with(&part))).collect();
                let found = office.names.meant(&part);
                if bearers == [i] && part.len() > 1 {
                    prop_assert_eq!(&found, &vec![office.ids[i]], "{} is only in {}", part, name.name);
                }
                if let [one] = found.as_slice() {
                    let n = office.ids.iter().position(|id| id == one).unwrap();
                    let whole = words(&list[n].name) == [part.clone()];
                    prop_assert!(bearers == [n] || whole || bearers.is_empty(), "{} means {}", part, list[n].name);
                }
            }
        }
    }
}
