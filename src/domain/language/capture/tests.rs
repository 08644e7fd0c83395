//! Tests of `capture`.

use super::*;
use crate::domain::{IdSource, Nip, Person, PersonName, PersonStatus, RosterRow, Unit, UnitId, UnitTree};
use jiff::civil::date;
use proptest::prelude::*;

mod names;

/// A Saturday.
const TODAY: Date = date(2026, 11, 21);

struct Office {
    rows: Vec<RosterRow>,
    names: Names,
    ids: Vec<PersonId>,
    tags: Vec<String>,
    results: Vec<String>,
}

fn office(list: &[&str]) -> Office {
    let mut ids = IdSource::seeded(1);
    let rows: Vec<RosterRow> = list
        .iter()
        .enumerate()
        .map(|(i, name)| {
            let person = Person {
                id: PersonId(ids.uuid(jiff::Timestamp::UNIX_EPOCH)),
                name: PersonName { front: "Drs.".into(), name: (*name).into(), back: "M.Si.".into() },
                nip: Nip::parse(&format!("19860926201505100{}", i % 9 + 1)).ok(),
                kind: crate::domain::EmploymentKind::Pns,
                rank: None,
                position: None,
                unit: None,
                supervisor: None,
                status: PersonStatus::Active,
                tags: vec![],
                cadence: None,
                probation_until: None,
                since: TODAY,
            };
            RosterRow::bare(&person)
        })
        .collect();
    Office {
        names: Names::of(&rows, &UnitTree::default()),
        ids: rows.iter().map(|r| r.id).collect(),
        tags: vec!["arsip".into()],
        results: vec!["surat".into()],
        rows,
    }
}

fn team() -> Office {
    office(&[
        "Sari Dewi Lubis",
        "Ahmad Fauzi Nasution",
        "Sari Wulandari",
        "Nur'aini Siregar",
        "Dian Hariyanto",
        "Adi",
        "Aditya Pohan",
    ])
}

impl Office {
    fn context(&self, here: Option<usize>) -> Context<'_> {
        Context {
            names: &self.names,
            here: here.map(|i| self.ids[i]),
            tags: &self.tags,
            results: &self.results,
            today: TODAY,
        }
    }
    fn read(&self, line: &str) -> Captured {
        read(line, &self.context(None))
    }
    fn here(&self, line: &str) -> Captured {
        read(line, &self.context(Some(1)))
    }
    fn one(&self, i: usize) -> Who {
        Who::One(self.ids[i])
    }
    fn many(&self, list: &[usize]) -> Who {
        Who::Many(list.iter().map(|i| self.ids[*i]).collect())
    }
}

const PRAISE: What = What::Feedback(FeedbackKind::Praise);
const IMPROVE: What = What::Feedback(FeedbackKind::Improve);
const OBSERVATION: What = What::Feedback(FeedbackKind::Observation);

#[test]
fn a_whole_line_is_understood() {
    let office = team();
    let line = "lubis + membereskan arsip 2019 dalam dua hari #orientasi kemarin";
    let got = office.read(line);
    assert_eq!((got.person.clone(), got.what, got.audience), (office.one(0), PRAISE, Audience::Private));
    assert_eq!((got.text.as_str(), got.on), ("membereskan arsip 2019 dalam dua hari", date(2026, 11, 20)));
    assert_eq!(got.tags, ["orientasi"]);
    let chips: Vec<(&str, Read)> = got.chips.iter().map(|c| (&line[c.at.clone()], c.read.clone())).collect();
    assert_eq!(
        chips,
        [
            ("lubis", Read::Person(office.ids[0])),
            ("+", Read::Feedback(FeedbackKind::Praise)),
            ("#orientasi", Read::Tag("orientasi".into())),
            ("kemarin", Read::On(date(2026, 11, 20))),
        ]
    );
    let words = Audienced::new(Audience::Private, Sbi::plain("membereskan arsip 2019 dalam dua hari"));
    let (person, on, kind) = (office.ids[0], date(2026, 11, 20), FeedbackKind::Praise);
    let intent = intent::NoteFeedback { person, on, kind, words, tags: vec!["orientasi".into()], session: None }.into();
    assert_eq!(got.to_intent(TODAY), Ok(intent));
}

#[test]
fn every_sign_makes_its_own_kind() {
    let office = team();
    for (line, what, audience) in [
        ("ahmad + rapi", PRAISE, Audience::Private),
        ("ahmad - rapi", IMPROVE, Audience::Private),
        ("ahmad = rapi", OBSERVATION, Audience::Private),
        ("ahmad rapi", OBSERVATION, Audience::Private),
        ("ahmad ! rapi", What::Agenda, Audience::Private),
        ("ahmad >> rapi", What::Action { owner: Owner::Employee, due: None }, Audience::Shared),
        ("ahmad >> saya rapi", What::Action { owner: Owner::Supervisor, due: None }, Audience::Private),
        ("ahmad +rapi @bersama", PRAISE, Audience::Shared),
        ("ahmad+ rapi @pribadi @bersama", PRAISE, Audience::Private),
        ("ahmad fauzi! rapi", What::Agenda, Audience::Private),
        ("ahmad >>rapi @PRIVATE,", What::Action { owner: Owner::Employee, due: None }, Audience::Private),
    ] {
        let got = office.read(line);
        assert_eq!(
            (got.person, got.what, got.audience, got.text.as_str()),
            (office.one(1), what, audience, "rapi"),
            "{line}"
        );
    }
}

#[test]
fn an_action_has_an_owner_and_a_due_day() {
    let office = team();
    let friday = date(2026, 11, 27);
    let got = office.here(">> kirim laporan sebelum jumat");
    assert_eq!(got.what, What::Action { owner: Owner::Employee, due: Some(friday) });
    assert_eq!((got.text.as_str(), got.on), ("kirim laporan", TODAY));
    let got = office.here(">> saya: urus izin besok");
    assert_eq!(got.what, What::Action { owner: Owner::Supervisor, due: Some(date(2026, 11, 22)) });
    assert_eq!(got.text, "urus izin");
    let got = office.read("ahmad >> me: send the form by friday #arsip");
    assert_eq!(got.what, What::Action { owner: Owner::Supervisor, due: Some(friday) });
    assert_eq!((got.text.as_str(), got.tags.as_slice()), ("send the form", &["arsip".to_owned()][..]));
    assert!(matches!(got.to_intent(TODAY), Ok(Intent::Agree(intent::Agree { owner: Owner::Supervisor, .. }))));
}

#[test]
fn agenda_lines_keep_their_days_as_words() {
    let office = team();
    let got = office.here("! tanya soal cuti senin");
    assert_eq!((got.what, got.text.as_str(), got.on), (What::Agenda, "tanya soal cuti senin", TODAY));
}

#[test]
fn a_name_is_found_by_a_few_letters_of_any_part() {
    let office = team();
    for (line, person) in [
        ("lub + x", 0),
        ("SARI d + x", 0),
        ("dewi sari + x", 0),
        ("sl + x", usize::MAX),
        ("sdl + x", 0),
        ("nuraini + x", 3),
        ("nur'aini + x", 3),
        ("pak ahmad + x", 1),
        ("drs. ahmad + x", 1),
        ("adi + x", 5),
        ("adit + x", 6),
        ("198609262015051002 + x", 1),
    ] {
        let expected = if person == usize::MAX { Who::Unknown("sl".into()) } else { office.one(person) };
        assert_eq!(office.read(line).person, expected, "{line}");
    }
}

#[test]
fn two_who_match_are_never_guessed() {
    let office = team();
    let got = office.read("sari + membantu");
    assert_eq!(got.person, office.many(&[0, 2]));
    assert_eq!(got.to_intent(TODAY), Err(CaptureProblem::Ambiguous(vec![office.ids[0], office.ids[2]])));
    assert_eq!(office.read("sari membantu").person, office.many(&[0, 2]));
    assert_eq!(office.read("bu sari + membantu").person, office.many(&[0, 2]));
    // `di` is a word here, not the beginning of Dian, and `sari wi` nobody's name.
    assert_eq!(office.read("sari di loket").person, office.many(&[0, 2]));
    assert_eq!(office.read("ahmad wulan + x").person, Who::Unknown("ahmad wulan".into()));
    assert_eq!(office.read("ahmad wulan - x").text, "x");
}

#[test]
fn a_name_without_a_sign_takes_no_word_of_the_sentence() {
    let office = team();
    for (line, person, text) in [
        ("dian hari ini membantu loket", 4, "membantu loket"),
        ("ahmad nasution membantu", 1, "membantu"),
        ("ahmad: naskah rapi", 1, "naskah rapi"),
        ("pak ahmad membantu", 1, "membantu"),
        ("wulan lupa absen", 2, "lupa absen"),
        ("wulan -> loket", 2, "-> loket"),
    ] {
        let got = office.read(line);
        assert_eq!((got.person, got.text.as_str()), (office.one(person), text), "{line}");
    }
    let got = office.read("membantu warga di loket");
    assert_eq!((got.person.clone(), got.text.as_str()), (Who::Unknown("membantu".into()), "membantu warga di loket"));
    assert_eq!(got.to_intent(TODAY), Err(CaptureProblem::UnknownPerson("membantu".into())));
}

#[test]
fn on_a_persons_screen_text_is_text() {
    let office = team();
    for (line, text) in [
        ("+ membantu", "membantu"),
        ("di loket ramai", "di loket ramai"),
        ("sari mengatakan ia cepat", "sari mengatakan ia cepat"),
        ("menaikkan nilai = 90", "menaikkan nilai = 90"),
        ("cepat - dan rapi", "cepat - dan rapi"),
        ("-5 menit dari jadwal", "-5 menit dari jadwal"),
    ] {
        let got = office.here(line);
        assert_eq!((got.person, got.text.as_str()), (office.one(1), text), "{line}");
    }
    assert_eq!(office.here("wulan + membantu").person, office.one(2));
    assert_eq!(office.here("sari siapa + membantu").person, Who::Unknown("sari siapa".into()));
}

#[test]
fn what_is_missing_is_said() {
    let office = team();
    assert_eq!(office.read("").to_intent(TODAY), Err(CaptureProblem::NoPerson));
    assert_eq!(office.read("+ bagus").to_intent(TODAY), Err(CaptureProblem::NoPerson));
    assert_eq!(office.read("ahmad +").to_intent(TODAY), Err(CaptureProblem::NoText));
    assert_eq!(office.read("ahmad + #arsip kemarin").to_intent(TODAY), Err(CaptureProblem::NoText));
    let day = date(2027, 1, 5);
    assert_eq!(office.read("ahmad + hadir 2027-01-05").to_intent(TODAY), Err(CaptureProblem::FutureDate(day)));
}

#[test]
fn tags_are_words_with_a_number_sign_anywhere() {
    let office = team();
    let got = office.read("#Loyal ahmad + juara #1 lomba #Berorientasi-Pelayanan, #arsip #arsip");
    assert_eq!((got.text.as_str(), got.person), ("juara #1 lomba", office.one(1)));
    assert_eq!(got.tags, ["arsip", "loyal", "orientasi"]);
}

#[test]
fn the_word_at_the_cursor_is_completed() {
    let office = team();
    let labels = |line: &str| -> Vec<String> {
        complete(line, line.len(), &office.context(None)).into_iter().map(|c| c.label).collect()
    };
    assert_eq!(labels("sar"), ["Drs. Sari Dewi Lubis, M.Si.", "Drs. Sari Wulandari, M.Si."]);
    assert_eq!(labels("sari "), labels("sar"));
    assert_eq!(labels("ahmad + rapi #a"), ["akuntabel", "adaptif", "arsip"]);
    assert_eq!(labels("ahmad + rapi #serv"), ["orientasi"]);
    assert_eq!(labels("ahmad + rapi #")[..2], ["surat", "orientasi"], "what somebody works on comes first");
    assert_eq!(labels("ahmad + rapi #su"), ["surat"]);
    assert_eq!(labels("ahmad + rapi @p"), ["@pribadi", "@private"]);
    assert!(labels("ahmad + sar").is_empty() && labels("").is_empty() && labels("ahmad ").is_empty());
    let first = &complete("sar", 3, &office.context(None))[0];
    assert_eq!((first.range.clone(), first.replacement.as_str()), (0..3, "Sari Dewi Lubis "));
}

#[test]
fn people_of_the_same_name_are_completed_by_their_number() {
    let office = office(&["Siti Aminah", "Siti Aminah", "Siti Aminah Lubis"]);
    let proposals = complete("siti", 4, &office.context(None));
    assert_eq!(proposals[0].replacement, "198609262015051001 ");
    for (i, proposal) in proposals.iter().enumerate() {
        assert_eq!(office.read(&format!("{}+ x", proposal.replacement)).person, office.one(i));
    }
}

#[test]
fn a_completion_never_replaces_a_sign_or_text() {
    let office = team();
    for here in [None, Some(1)] {
        let context = office.context(here);
        for line in [
            "dewi + ",
            "dewi +",
            "dewi+",
            "dewi + sari",
            "dewi +sari",
            "dewi >> ",
            "dewi - ahmad",
            "+ sari",
            "! ",
            "-> sari",
        ] {
            assert_eq!(complete(line, line.len(), &context), [], "{line}");
        }
        assert_eq!(complete("dewi + rajin", 4, &context)[0].range, 0..4, "the name before the sign");
        assert_eq!(complete("dewi + #ars", 11, &context)[0].range, 7..11);
    }
}

/// Three of one name: two of them in one unit.
fn same_names() -> Office {
    let mut office = office(&["Agus Uli", "Agus Uli", "Agus Uli", "Agus Kurnia"]);
    let mut units = UnitTree::default();
    let mut rows = office.rows.clone();
    for (i, name) in ["Kelurahan Rengas", "Kelurahan Cempaka"].into_iter().enumerate() {
        let id = UnitId(uuid::Uuid::from_u128(i as u128 + 1));
        units.insert(Unit { id, code: None, name: name.into(), parent: None, head: None, cadence: None });
        rows[i].unit = Some(id);
    }
    rows[2].unit = rows[1].unit;
    rows[0].name = PersonName::plain("Agus Uli");
    rows[1].name.back = "A.Md.".into();
    rows[2].position = Some("Pengelola Surat".into());
    office.names = Names::of(&rows, &units);
    office
}

#[test]
fn people_of_the_same_name_are_told_apart_by_title_unit_and_post() {
    let office = same_names();
    for (line, person) in [
        ("agus uli + x", office.many(&[0, 1, 2])),
        ("agus uli a.md + x", office.one(1)),
        ("agus uli, A.Md. + x", office.one(1)),
        ("agus uli amd + x", office.one(1)),
        ("agus uli rengas + x", office.one(0)),
        ("agus uli kelurahan rengas + x", office.one(0)),
        ("agus uli cempaka + x", office.many(&[1, 2])),
        ("agus uli cempaka surat + x", office.one(2)),
        ("agus uli lurah + x", Who::Unknown("agus uli lurah".into())),
        ("rengas + x", Who::Unknown("rengas".into())),
    ] {
        assert_eq!(office.read(line).person, person, "{line}");
    }
    // Without a sign the word belongs to the sentence.
    assert_eq!(office.read("agus uli surat sudah dikirim").text, "surat sudah dikirim");
    let labels: Vec<String> = complete("agus u", 6, &office.context(None)).into_iter().map(|c| c.label).collect();
    assert_eq!(labels, ["Agus Uli · Kelurahan Rengas", "Drs. Agus Uli, A.Md. · …1002", "Drs. Agus Uli, M.Si. · …1003"]);
}

/// Lines that are nearly lines, and anything else.
fn lines() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("sari".to_owned()),
        Just("ahmad".to_owned()),
        Just("bu".to_owned()),
        "[-+=!>#@]{1,3}",
        "#\\PC{1,6}",
        "[#@](orientasi|bersama|1|é|العربية|👍🏽)",
        Just("kemarin".to_owned()),
        Just("3 hari lalu".to_owned()),
        Just("saya:".to_owned()),
        "\\PC{1,12}",
        "[\u{202e}\u{200f}👩‍👩‍👧e\u{301}שלום ]{1,8}",
    ];
    prop_oneof!["\\PC{0,80}", ".{0,60}", prop::collection::vec(part, 0..10).prop_map(|parts| parts.join(" "))]
}

proptest! {
    #[test]
    fn any_line_is_read_with_sound_chips_and_without_loss(line in lines(), here in prop::option::of(0usize..7), at in 0usize..100) {
        let office = team();
        let context = office.context(here);
        let got = read(&line, &context);
        let mut end = 0;
        for chip in &got.chips {
            prop_assert!(line.get(chip.at.clone()).is_some_and(|s| !s.is_empty()), "chips lie on characters");
            prop_assert!(chip.at.start >= end, "chips don't overlap");
            end = chip.at.end;
        }
        for token in got.text.split_whitespace() {
            prop_assert!(tag(token).is_none() && audience_word(token).is_none(), "{} stayed in the text", token);
        }
        // What is in no chip is in the text.
        let mut rest = line.clone();
        for chip in got.chips.iter().rev().filter(|c| !matches!(c.read, Read::UnknownName(_))) {
            rest.replace_range(chip.at.clone(), &" ".repeat(chip.at.len()));
        }
        for word in rest.split_whitespace().filter(|w| w.chars().all(char::is_alphanumeric)) {
            let named = matches!(got.person, Who::Unknown(ref name) if name.contains(word));
            prop_assert!(named || got.text.contains(word) || got.chips.iter().any(|c| matches!(c.read, Read::Person(_) | Read::People(_))), "{} is lost", word);
        }
        let _ = got.to_intent(TODAY);
        for proposal in complete(&line, at, &context) {
            prop_assert!(line.get(proposal.range).is_some());
        }
    }

    #[test]
    fn a_completed_name_means_that_person(typed in "(s|sa|sari|dewi|lu|a|ad|adi|n|hari|po)") {
        let office = team();
        for proposal in complete(&typed, typed.len(), &office.context(None)) {
            let line = format!("{}+ x", proposal.replacement);
            let Who::One(id) = office.read(&line).person else { panic!("{line} is not clear") };
            prop_assert_eq!(office.names.full(id), Some(proposal.label.as_str()));
        }
    }
}
