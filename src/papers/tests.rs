//! What holds for every paper: width, signs, nothing private, nothing lost, pages.

use super::document::{Block, Cell, Paper, Row, Writing};
use super::{Facts, Made, Office, PaperKind, PaperSize, make};
use crate::domain::language::clean::width;
use crate::domain::{
    Acknowledgement, Action, ActionId, ActionState, Audience, Audienced, Dossier, Feedback, FeedbackId, Owner, Roster,
    RuleSet, Sbi, SessionKind, SessionState,
};
use crate::i18n::{Lang, Words};
use crate::reports::sample;
use jiff::civil::date;
use jiff::tz::TimeZone;

/// Everything about one person that a paper of a talk can be made of.
pub(crate) fn office() -> (Roster, Dossier) {
    let (roster, _) = sample::office();
    let mut dossier = sample::planned();
    let last = dossier.sessions.last_mut().unwrap();
    last.state = SessionState::Closed {
        at: "2026-11-21T03:00:00Z".parse().unwrap(),
        sheet: None,
        receipt: Some("E9E6N-5WEA4".into()),
    };
    let (id, on) = (last.id, last.on);
    dossier.check_ins[0].session = Some(id);
    dossier.check_ins[0].on = on;
    (roster, dossier)
}

fn with<T>(lang: Lang, office: &Office, (roster, dossier): &(Roster, Dossier), told: impl FnOnce(&Facts<'_>) -> T) -> T {
    let (words, rules, zone) = (Words::new(lang), RuleSet::default(), TimeZone::fixed(jiff::tz::offset(7)));
    let (today, day) = (sample::TODAY, None);
    told(&Facts { dossier, roster, rules: &rules, office, words: &words, today, zone: &zone, day, period: None })
}

fn made(kind: PaperKind, lang: Lang, office: &Office, of: &(Roster, Dossier)) -> Option<Made> {
    with(lang, office, of, |facts| make(kind, facts).ok())
}

/// Every paper that can be made of the sample, in both languages.
fn all(of: &(Roster, Dossier)) -> Vec<(PaperKind, Lang, Made)> {
    let office = Office { place: Some("Medan".into()), ..Office::default() };
    let mut of = of.clone();
    let mut out = Vec::new();
    for kind in PaperKind::ALL {
        of.1.sessions.last_mut().unwrap().kind =
            if kind == PaperKind::Counselling { SessionKind::Counselling } else { SessionKind::Dialogue };
        for lang in [Lang::Id, Lang::En] {
            out.push((kind, lang, made(kind, lang, &office, &of).unwrap_or_else(|| panic!("{kind:?} can be made"))));
        }
    }
    out
}

/// Every text on a paper, whatever block it stands in.
fn texts<W: Writing>(paper: &Paper<W>) -> Vec<String> {
    let mut out =
        vec![paper.head.title.get().to_uppercase(), paper.head.agency.get().to_uppercase(), paper.head.unit.get().into()];
    paper.blocks.iter().for_each(|block| of_block(block, &mut out));
    out.retain(|text| !text.trim().is_empty());
    out
}

fn of_block<W: Writing>(block: &Block<W>, out: &mut Vec<String>) {
    let mut add = |text: &W| out.push(text.get().to_owned());
    match block {
        Block::Title | Block::Break => {}
        Block::Section(section) => add(&section.title),
        Block::Paragraph(t) | Block::Remark(t) | Block::Quote(t) => add(t),
        Block::Parties(l, r) => l.rows.iter().chain(&r.rows).for_each(|(_, value)| add(value)),
        Block::Fields { rows, .. } => rows.iter().for_each(|(label, value)| {
            add(label);
            add(value);
        }),
        Block::Noted { caption, rows } => {
            add(caption);
            rows.iter().for_each(|(_, value)| add(value));
        }
        Block::Outcomes(rows) => rows.iter().for_each(|row| {
            add(&row.state);
            add(&row.text);
            add(&row.whose);
        }),
        Block::Numbered(rows) => rows.iter().for_each(add),
        Block::Table(table) => {
            table.columns.iter().for_each(|column| add(&column.head));
            for row in &table.rows {
                match row {
                    Row::Heading(said) => add(said),
                    Row::Cells(cells) => cells.iter().for_each(|cell| {
                        if let Cell::Text(said) = cell {
                            add(said);
                        }
                    }),
                }
            }
        }
        Block::Ink { key, label, .. } => key.iter().chain(label).for_each(add),
        Block::Ticks { label, choices } => label.iter().chain(choices).for_each(add),
        Block::Blank { label, before } => [label, before].into_iter().for_each(add),
        Block::Levels(levels) => [&levels.name, &levels.never].into_iter().chain(&levels.anchors).for_each(add),
        Block::Scale(rows) | Block::Checks { rows, .. } => rows.iter().for_each(|(key, said)| {
            add(key);
            add(said);
        }),
        Block::Wishes { keys, .. } => keys.iter().for_each(add),
        Block::Letter { place_and_day, address } => std::iter::once(place_and_day).chain(address).for_each(add),
        Block::Code { label, code } => [label, code].into_iter().for_each(add),
        Block::Together(blocks) => blocks.iter().for_each(|inner| of_block(inner, out)),
        Block::Signatures(s) => {
            s.place_and_day.iter().for_each(&mut add);
            for signer in s.left.iter().chain([&s.right]) {
                add(&signer.name);
                add(&signer.number);
            }
        }
    }
}

/// The words of a text in any order of lines: columns stand side by side.
fn letters(text: &str) -> String {
    super::ascii::plain(text).to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Every word of a text stands in a rendering.
fn has(rendering: &str, text: &str) -> bool {
    let plain = letters(rendering);
    text.split_whitespace().map(letters).all(|word| plain.contains(&word))
}

#[test]
fn every_paper_is_72_columns_of_plain_signs_without_blanks_at_the_end() {
    for (kind, lang, made) in all(&office()) {
        for text in [made.text(), made.pages()] {
            // The form feed between two pages takes no column.
            for line in text.lines().map(|line| line.trim_start_matches('\u{c}')) {
                assert!(width(line) <= 72, "{kind:?} {lang:?}: {line}");
                assert_eq!(line.trim_end(), line, "{kind:?} {lang:?}");
                assert!(line.bytes().all(|b| (0x20..=0x7e).contains(&b)), "{kind:?} {lang:?}: {line}");
            }
        }
    }
}

#[test]
fn everything_on_a_paper_stands_in_its_text_and_in_its_markdown() {
    for (kind, lang, made) in all(&office()) {
        let texts = match &made {
            Made::Shared(paper) => texts(paper),
            Made::Own(paper) => texts(paper),
        };
        assert!(texts.len() > 5, "{kind:?}");
        for text in texts {
            assert!(has(&made.text(), &text), "{kind:?} {lang:?} text: {text}");
            assert!(has(&made.markdown(), &text), "{kind:?} {lang:?} markdown: {text}");
        }
    }
}

#[test]
fn nothing_private_stands_on_a_paper_but_on_the_supervisors_own() {
    for (kind, lang, made) in all(&office()) {
        let private = made.audience() == Audience::Private;
        assert_eq!(private, kind == PaperKind::Brief);
        for rendering in [made.text(), made.pages(), made.markdown()] {
            assert_eq!(rendering.contains(sample::SECRET), private, "{kind:?} {lang:?}");
        }
    }
}

#[test]
fn moods_and_the_nine_answers_stand_on_no_signed_paper() {
    for (kind, lang, made) in all(&office()) {
        let words = Words::new(lang);
        let text = made.text();
        assert!(!text.contains(&words.say("sheet-mood")), "{kind:?}");
        assert_eq!(text.contains(&words.say("statement-1")), kind == PaperKind::Preparation, "{kind:?}: asked, never told");
    }
}

#[test]
fn an_office_that_prints_no_numbers_prints_none_anywhere() {
    for kind in PaperKind::ALL {
        let mut of = office();
        if kind == PaperKind::Counselling {
            of.1.sessions.last_mut().unwrap().kind = SessionKind::Counselling;
        }
        let number = of.1.person.nip.as_ref().unwrap().grouped();
        let text = |nip| made(kind, Lang::Id, &Office { nip, ..Office::default() }, &of).unwrap().text();
        assert!(!text(false).contains(&number), "{kind:?}");
        assert_eq!(text(true).contains(&number), kind != PaperKind::Brief, "{kind:?}");
    }
}

/// Seven agreements, each as long as a paragraph, and a long answer.
fn long() -> (Roster, Dossier) {
    let (roster, mut dossier) = office();
    let talk = dossier.sessions.last().unwrap().id;
    let first =
        dossier.actions.iter().find(|a| a.session == Some(talk) && a.text.audience() == Audience::Shared).unwrap().clone();
    for n in 0..7u128 {
        dossier.actions.push(Action {
            id: ActionId(uuid::Uuid::from_u128(900 + n)),
            owner: Owner::Employee,
            state: ActionState::Open,
            text: Audienced::new(Audience::Shared, format!("nomor{n} {}", "menyusun daftar arsip # * _ $ @ < ".repeat(9))),
            ..first.clone()
        });
    }
    (roster, dossier)
}

#[test]
fn long_texts_are_never_cut_and_signatures_never_stand_alone_on_a_page() {
    let of = long();
    for size in [PaperSize::A4, PaperSize::F4] {
        let office = Office { size, ..Office::default() };
        let made = made(PaperKind::Sheet, Lang::Id, &office, &of).unwrap();
        let text = made.text();
        assert!(!text.contains('…'), "nothing is cut");
        for n in 0..7 {
            assert!(text.contains(&format!("nomor{n}")));
        }
        assert!(text.matches("menyusun").count() >= 7 * 9, "every word of them");
        let paged = made.pages();
        let pages: Vec<&str> = paged.split('\u{c}').collect();
        assert!(pages.len() > 1);
        for (n, page) in pages.iter().enumerate() {
            assert_eq!(page.lines().count(), size.lines(), "page {}", n + 1);
            assert!(page.trim_end().ends_with(&format!("Halaman {} dari {}", n + 1, pages.len())));
        }
        let signed: Vec<_> = pages.iter().filter(|page| page.contains("Tanda tangan berarti")).collect();
        assert_eq!(signed.len(), 1);
        assert!(
            signed[0].contains("[ ] dibaca") && signed[0].matches("Sari Dewi Lubis, S.E.").count() >= 1,
            "all of it together"
        );
    }
}

#[test]
fn an_objection_has_the_employees_own_words_or_lines_for_them() {
    let mut of = office();
    let empty = made(PaperKind::Objection, Lang::Id, &Office::default(), &of).unwrap().text();
    assert!(empty.contains("Ditulis oleh pegawai:") && !empty.contains("Rating"), "{empty}");
    let reason = "angka 62 tidak sesuai buku berkas";
    of.1.sessions.last_mut().unwrap().acknowledgement =
        Some(Acknowledgement::Objects { on: date(2026, 11, 23), reason: reason.into() });
    let stated = made(PaperKind::Objection, Lang::Id, &Office::default(), &of).unwrap().text();
    assert!(stated.contains(reason) && stated.contains("23 November 2026"), "{stated}");
    let sheet = made(PaperKind::Sheet, Lang::Id, &Office::default(), &of).unwrap().text();
    assert!(sheet.contains("Pegawai menyatakan keberatan pada 23 November 2026:"), "{sheet}");
    assert!(sheet.find("[ ] dibaca") < sheet.find(reason), "below the ticks");
}

#[test]
fn the_same_preparation_sheet_has_the_same_code_and_another_one_another() {
    let code = |of: &(Roster, Dossier)| {
        let text = made(PaperKind::Preparation, Lang::Id, &Office::default(), of).unwrap().text();
        let at = text.find("PS-").unwrap();
        text[at..at + 8].to_owned()
    };
    let (one, mut other) = (office(), office());
    assert_eq!(code(&one), code(&one.clone()));
    other.1.results[0].indicators.pop();
    assert_ne!(code(&one), code(&other));
    assert!(code(&one)[3..].chars().all(|c| c.is_ascii_alphanumeric()), "no part of a number");
}

#[test]
fn a_name_for_the_file_is_proposed() {
    let made = made(PaperKind::Sheet, Lang::Id, &Office::default(), &office()).unwrap();
    assert_eq!(made.file_name(super::Form::Text), "lembar-dialog-sari-dewi-lubis-2026-11-21.txt");
}

#[test]
fn a_rank_is_written_out_and_an_unknown_one_stays() {
    use super::parts::rank;
    use crate::domain::EmploymentKind::{Pns, Pppk};
    assert_eq!(rank(Some("III/c"), Pns).as_deref(), Some("Penata (III/c)"));
    assert_eq!(rank(Some("iii / d"), Pns).as_deref(), Some("Penata Tk. I (III/d)"));
    assert_eq!(rank(Some("IX"), Pppk).as_deref(), Some("IX"));
    assert_eq!((rank(None, Pppk).as_deref(), rank(None, Pns)), (Some("-"), None));
}

#[test]
fn the_code_stands_on_the_sheet_and_is_no_part_of_what_it_is_a_digest_of() {
    let of = office();
    let kept = with(Lang::Id, &Office::default(), &of, |facts| super::closing_text(facts, of.1.sessions.last().unwrap()));
    let printed = made(PaperKind::Sheet, Lang::Id, &Office::default(), &of).unwrap().text();
    assert!(!kept.get().contains("E9E6N-5WEA4"));
    assert_eq!(printed.replace("Kode tanda terima: E9E6N-5WEA4\n\n", ""), *kept.get(), "the code and nothing else is added");
}

#[test]
fn an_old_sheet_printed_again_says_what_was_known_at_its_closing() {
    let mut of = office();
    let promise = of.1.actions.iter_mut().find(|a| a.text.for_supervisor() == "izin pelatihan kearsipan").unwrap();
    promise.state = ActionState::Done { on: date(2026, 12, 3), note: String::new() };
    let text = made(PaperKind::Sheet, Lang::Id, &Office::default(), &of).unwrap().text();
    assert!(text.contains("dilanjutkan: izin pelatihan kearsipan (atasan, 19 November 2026)"), "{text}");
}

#[test]
fn what_was_shared_between_two_talks_stands_on_the_next_sheet_and_nothing_that_came_after_its_closing() {
    let mut of = office();
    let note = of.1.feedback.iter().find(|note| note.words.shared().is_some()).unwrap().clone();
    let noted = |id: u128, said: &str, written: &str| {
        let mut note = Feedback { id: FeedbackId(uuid::Uuid::from_u128(id)), session: None, went: None, ..note.clone() };
        note.words = Audienced::new(Audience::Shared, Sbi { behaviour: said.to_owned(), ..Sbi::default() });
        (note.on, note.written) = (date(2026, 11, 20), written.parse().unwrap());
        note
    };
    of.1.feedback.push(noted(801, "membantu loket pagi itu", "2026-11-20T03:00:00Z"));
    of.1.feedback.push(noted(802, "terlambat dicatat di sini", "2026-11-22T03:00:00Z"));
    let text = made(PaperKind::Sheet, Lang::Id, &Office::default(), &of).unwrap().text();
    assert!(text.contains("Sejak sesi lalu") && text.contains("membantu loket pagi itu"), "{text}");
    assert!(!text.contains("terlambat dicatat"), "{text}");
}
