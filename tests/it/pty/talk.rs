//! A whole session from the team to the signed sheet and the next session after it.

use super::office::{Office, Screens};

/// What the screens say in one language.
struct Said {
    lang: &'static str,
    shared: char,
    prepare: &'static str,
    follow_up: &'static str,
    feedback: &'static str,
    agreements: &'static str,
    response: &'static str,
    done: &'static str,
    not_done: &'static str,
    carried: &'static str,
    returns: &'static str,
    end_of_month: &'static str,
    receives: &'static str,
    more: &'static str,
    private_phrase: &'static str,
    close: &'static str,
    closed: &'static str,
    code_field: &'static str,
    signed: &'static str,
}

const INDONESIAN: Said = Said {
    lang: "id",
    shared: 'B',
    prepare: "▸ 1 Siapkan",
    follow_up: "▸ 2 Tindak lanjut",
    feedback: "▸ 4 Umpan balik",
    agreements: "▸ 6 Kesepakatan",
    response: "▸ 7 Tanggapan",
    done: "selesai",
    not_done: "tidak selesai",
    carried: "dibawa 1 kali",
    returns: "sesi berikut",
    end_of_month: "akhir bulan",
    more: " baris lagi",
    receives: "Yang diterima pegawai",
    private_phrase: "catatan pribadi Anda.",
    close: "▸ 8 Tutup",
    closed: "Kode lembar: ",
    code_field: "Kode lembar",
    signed: "ditandatangani",
};

const ENGLISH: Said = Said {
    lang: "en",
    shared: 'S',
    prepare: "▸ 1 Prepare",
    follow_up: "▸ 2 Follow up",
    feedback: "▸ 4 Feedback",
    agreements: "▸ 6 Agreements",
    response: "▸ 7 Response",
    done: "done",
    not_done: "not done",
    carried: "carried once",
    returns: "next session",
    end_of_month: "end of month",
    more: " more line",
    receives: "What the employee receives",
    private_phrase: "in your private notes.",
    close: "▸ 8 Close",
    closed: "Code of the sheet: ",
    code_field: "Code on the sheet",
    signed: "signed",
};

const PURPOSE: &str = "Sesi bulanan, bekal masa percobaan";
const AGENDA: &str = "Rencana cuti akhir tahun";
const OBSTACLE: &str = "ruang kelas belum ada";
const PRAISED: &str = "menyapa warga lebih dulu";
const PRIVATE: &str = "menunda laporan bulanan sampai tanggal sepuluh";
const TOO_NEAR: &str = "Tidak menunda laporan bulanan sampai tanggal sepuluh";
const AGREED: &str = "Menyetor laporan bulanan tepat waktu";
/// Two weeks later while on probation.
const PROPOSED: &str = "2026-12-07";
const WORDS: &str = "Saya minta waktu belajar lagi";

#[test]
fn a_whole_session_from_the_team_to_the_signed_sheet_in_indonesian() {
    whole_session(&INDONESIAN);
}

#[test]
fn a_whole_session_from_the_team_to_the_signed_sheet_in_english() {
    whole_session(&ENGLISH);
}

fn whole_session(said: &Said) {
    let mut office = Office::sample(said.lang);
    let mut screens = office.open();
    begin(&mut screens, said);
    let unfinished = follow_up(&mut screens, said);
    write_feedback(&mut screens, said);
    agree(&mut screens, said);
    respond(&mut screens, said);
    heed_the_warning(&mut screens, said);
    let receipt = close(&mut screens, said);
    sign(&mut screens, said, &receipt);
    screens.press("q");
    screens.quit();
    printed(&office, &receipt);
    office.today = "2026-12-23";
    next_talk(&office, said, &unfinished);
}

fn begin(screens: &mut Screens, said: &Said) {
    screens.see("Sari Dewi Lubis").press("g").text("rizki").press("enter").see("Rizki Ananda Siregar, A.Md.Kom.");
    screens.press("s").see(said.prepare);
    screens.text(PURPOSE).press("tab").text(AGENDA).press("enter").see(&format!("│ P {AGENDA}"));
    screens.press("ctrl-n").see(said.follow_up);
}

/// One done, one not, one carried on; the agenda stays open. Gives the beginning of what is carried on.
fn follow_up(screens: &mut Screens, said: &Said) -> String {
    let rows: Vec<String> =
        screens.rows_with("┃ ").iter().filter_map(|row| Some(row.split_once("┃ ")?.1[2..22].to_owned())).collect();
    assert_eq!(rows.len(), 3, "{rows:?}");
    screens.press("d").see(said.done);
    screens.press("t").text(OBSTACLE).press("enter").see(said.not_done);
    screens.press("space C").press("enter").see(&format!("▌│ P {AGENDA}"));
    screens.press("space C").see(said.returns);
    screens.press("ctrl-n ctrl-n").see(said.feedback);
    rows[2].clone()
}

fn write_feedback(screens: &mut Screens, said: &Said) {
    screens.text("Loket 2, Senin pagi").press("tab").text(&format!("{PRAISED} #layanan"));
    screens.press("tab").text("antrean tetap tenang").press("tab").text("agar warga merasa diterima").press("enter");
    screens.see(&format!("┃ {} + Loket 2, Senin pagi: {}", said.shared, beginning(PRAISED)));
    screens.press("ctrl-g ctrl-t tab").text(PRIVATE).press("ctrl-s").see(&format!("│ P - {}", beginning(PRIVATE)));
    screens.press("ctrl-n ctrl-n").see(said.agreements);
}

fn agree(screens: &mut Screens, said: &Said) {
    screens.press("ctrl-g").text(TOO_NEAR).press("tab");
    screens
        .text(said.end_of_month)
        .see("30 November 2026")
        .press("tab")
        .text("laporan masuk sebelum tanggal lima")
        .press("enter");
    screens.see("(1)").press("ctrl-n").see(said.response);
}

fn respond(screens: &mut Screens, said: &Said) {
    screens.text(WORDS).press("tab 4 5 4 3").press("ctrl-n").see(said.close).see(said.receives);
}

/// The agreement repeats a private note word for word: it is named, and said otherwise.
fn heed_the_warning(screens: &mut Screens, said: &Said) {
    screens.see(said.private_phrase).press("alt-6 tab tab tab").press("e").see(TOO_NEAR);
    screens.press("ctrl-u").text(AGREED).press("ctrl-s").see(&format!(": {}", beginning(AGREED)));
    screens.press("alt-8").see(said.receives).see_no_more(said.private_phrase);
}

/// Reads the sheet on the screen to its end, and closes. Gives the receipt code.
fn close(screens: &mut Screens, said: &Said) -> String {
    let mut sheet = screens.screen();
    while let Some(left) = lines_left(&sheet, said) {
        screens.press("pagedown").see_no_more(&left);
        sheet.push_str(&screens.screen());
    }
    for shared in [PRAISED, AGREED, WORDS] {
        assert!(sheet.contains(shared), "{shared} is not on\n{sheet}");
    }
    for private in [PRIVATE, AGENDA] {
        assert!(!sheet.contains(private), "{private} is on\n{sheet}");
    }
    screens.press("ctrl-d").see(said.closed);
    let screen = screens.screen();
    let code: String = screen.split(said.closed).nth(1).unwrap().chars().take(11).collect();
    assert!(
        code.chars().filter(|c| *c != '-').all(|c| c.is_ascii_alphanumeric()) && code.chars().nth(5) == Some('-'),
        "{code}"
    );
    code
}

/// Enough of a text to know it in a row that cuts it.
fn beginning(text: &str) -> &str {
    &text[..18]
}

/// "45 more lines" at the end of the last screen, if there are any.
fn lines_left(screens: &str, said: &Said) -> Option<String> {
    let last = screens.trim_end().lines().rev().take(3).find(|line| line.contains(said.more))?;
    Some(last.split_whitespace().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join(" "))
}

/// The sheet came back signed: its code is typed on the timeline of the person.
fn sign(screens: &mut Screens, said: &Said, receipt: &str) {
    screens.press("tab").see_row(&["23 Nov   »"]).see_row(&["23 Nov   x", said.not_done]);
    assert!(!screens.rows_with("23 Nov   »")[0].contains(said.signed));
    screens.press("space T").see(said.code_field).text(&receipt.to_lowercase().replace('-', " ")).press("ctrl-s");
    screens.see_row(&["23 Nov   »", said.signed]);
}

/// What the shell says of it afterwards.
fn printed(office: &Office, receipt: &str) {
    let sheet = office.run(&["sheet", "rizki"]);
    assert_eq!(sheet.code, 0, "{}", sheet.err);
    assert!(sheet.out.contains(receipt), "{}", sheet.out);
    for shared in [PRAISED, AGREED, WORDS] {
        assert!(sheet.out.contains(shared), "{shared} is not on\n{}", sheet.out);
    }
    for private in [PRIVATE, AGENDA, TOO_NEAR] {
        assert!(!sheet.out.contains(private), "{private} is on\n{}", sheet.out);
    }
    let status = office.json(&["status", "--json"]);
    let row = status.as_array().unwrap().iter().find(|row| row["name"].as_str().unwrap().starts_with("Rizki")).unwrap();
    assert_eq!(row["last_session"], "2026-11-23");
    assert_eq!(row["next_due"], PROPOSED);
    assert_eq!(row["open_actions"], 2);
}

/// A month later: what was not finished is there again.
fn next_talk(office: &Office, said: &Said, unfinished: &str) {
    let mut screens = office.open();
    screens.see("Rizki Ananda Siregar").press("g").text("rizki").press("enter s").see(said.prepare).see(AGENDA);
    screens.press("ctrl-n").see(said.follow_up).see(unfinished).see(beginning(AGREED)).see(AGENDA).see(said.carried);
    screens.press("q q");
    screens.quit();
}
