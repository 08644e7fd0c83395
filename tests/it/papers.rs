//! Papers as a user gets them from the shell, of the invented office: text, and PDFs read by another library.

use crate::cli::User;

/// A user with the invented office in the store.
fn office() -> User {
    let user = User::new();
    let built = user.run(&["demo", "--build-only", "--store", "kantor", "--today", "2026-11-21"]);
    assert_eq!(built.code, 0, "{}", built.err);
    user.configure("store = \"../../kantor\"\nlang = \"id\"\n[paper]\nplace = \"Medan\"\n");
    user
}

const TODAY: &str = "--today=2026-11-21";

#[test]
fn the_sheet_of_a_talk_is_the_paper_that_was_drawn() {
    let user = office();
    let run = user.run(&[TODAY, "paper", "sheet", "hendra", "2026-11-06"]);
    assert_eq!(run.code, 0, "{}", run.err);
    // Drawn from the same records before there was a program for it; since then the employee has objected.
    let drawn = include_str!("fixtures/papers/lembar-dialog.txt");
    assert_eq!(run.out, drawn, "{}", run.out);
}

#[test]
fn papers_are_listed_and_what_is_asked_for_wrongly_is_said() {
    let user = office();
    let list = user.run(&["paper", "--list"]);
    assert!(list.out.contains("preparation") && list.out.contains("counselling"), "{}", list.out);
    for (args, code, said) in [
        (&["paper", "surat", "hendra"][..], 2, "surat"),
        (&["paper", "sheet"], 2, "sheet"),
        (&["paper", "sheet", "hendra", "2020-01-01"], 1, "2020"),
        (&["paper", "sheet", "hendra", "--markdown", "--text"], 2, "--pdf"),
    ] {
        let run = user.run(args);
        assert_eq!((run.code, run.out.as_str()), (code, ""), "{args:?} {}", run.err);
        assert!(run.err.contains(said), "{args:?} {}", run.err);
    }
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::*;
    use lopdf::{Document, Object};
    use std::os::unix::fs::PermissionsExt;
    use std::path::PathBuf;

    /// A paper as PDF with the same paper as text.
    fn set(user: &User, args: &[&str]) -> (Document, String) {
        let file = user.home().join(format!("{}.pdf", args.join("-")));
        let name = file.display().to_string();
        let mut all = vec![TODAY, "paper"];
        all.extend(args);
        let text = user.run(&all).out;
        all.extend(["--pdf", &name]);
        let run = user.run(&all);
        assert_eq!(run.code, 0, "{args:?}: {}", run.err);
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        (Document::load(&file).unwrap(), text)
    }

    fn words(pdf: &Document) -> String {
        let pages: Vec<u32> = pdf.get_pages().keys().copied().collect();
        pdf.extract_text(&pages).unwrap()
    }

    fn letters(text: &str) -> String {
        text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
    }

    #[test]
    fn a_pdf_says_what_the_text_says_on_as_many_pages_as_were_promised() {
        let user = office();
        for (args, pages) in [
            (&["sheet", "hendra"][..], 1..=1),
            (&["dialogue", "hendra"], 1..=1),
            (&["preparation", "sari"], 2..=2),
            (&["objection", "hendra"], 2..=2),
            (&["skp", "nurhayati"], 2..=3),
            (&["brief", "sari"], 1..=1),
        ] {
            let (pdf, text) = set(&user, args);
            let count = pdf.get_pages().len();
            assert!(pages.contains(&count), "{args:?} has {count} pages");
            let said = letters(&words(&pdf));
            let missing: Vec<&str> = text
                .split_whitespace()
                .filter(|word| {
                    let word = letters(word);
                    // Months are short in the columns of text and long on a set page.
                    !word.is_empty() && !said.contains(&word) && !["agu", "okt", "des"].contains(&word.as_str())
                })
                .collect();
            assert!(missing.is_empty(), "{args:?} {missing:?}\n{}", words(&pdf));
            assert!(words(&pdf).contains(&format!("Halaman 1 dari {count}")), "{args:?}");
            assert!(words(&pdf).contains("bukan dokumen resmi."), "{args:?}: a sign was swallowed");
        }
    }

    #[test]
    fn its_fonts_lie_in_it_its_letters_can_be_read_and_it_is_for_archives() {
        let user = office();
        let (pdf, _) = set(&user, &["sheet", "hendra"]);
        let name = |object: &Object| object.as_name().map(|n| String::from_utf8_lossy(n).into_owned()).unwrap_or_default();
        let fonts: Vec<_> = pdf
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|dict| dict.get(b"Type").map(name).unwrap_or_default() == "Font")
            .collect();
        let whole: Vec<_> = fonts.iter().filter(|font| font.has(b"DescendantFonts")).collect();
        assert!(!whole.is_empty());
        for font in whole {
            let base = font.get(b"BaseFont").map(name).unwrap();
            assert!(base.contains("LibertinusSerif") || base.contains("DejaVuSansMono"), "{base}");
            assert!(font.has(b"ToUnicode"), "{base}: its letters can't be read");
        }
        let embedded =
            pdf.objects.values().filter_map(|o| o.as_dict().ok()).filter(|d| d.has(b"FontFile3") || d.has(b"FontFile2"));
        assert!(embedded.count() > 0);
        let catalog = pdf.catalog().unwrap();
        assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Lang"), "tagged");
        let metadata =
            pdf.objects.values().filter_map(|o| o.as_stream().ok()).map(|s| s.get_plain_content().unwrap_or_default());
        let says =
            metadata.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).find(|t| t.contains("pdfaid")).unwrap();
        assert!(
            says.contains("<pdfaid:part>2</pdfaid:part>") && says.contains("<pdfaid:conformance>A</pdfaid:conformance>"),
            "{says}"
        );
    }

    #[test]
    fn the_paper_of_the_office_has_the_size_that_was_configured_and_the_same_bytes_every_time() {
        let user = office();
        let (a4, _) = set(&user, &["sheet", "hendra"]);
        let page = |pdf: &Document| -> Vec<f32> {
            let first = *pdf.get_pages().values().next().unwrap();
            let dict = pdf.get_dictionary(first).unwrap();
            dict.get(b"MediaBox").unwrap().as_array().unwrap().iter().map(|n| n.as_float().unwrap()).collect()
        };
        assert!((page(&a4)[2] - 595.28).abs() < 0.1 && (page(&a4)[3] - 841.89).abs() < 0.1, "{:?}", page(&a4));
        user.configure("store = \"../../kantor\"\n[paper]\nsize = \"f4\"\nplace = \"Medan\"\n");
        let bytes = || {
            let run = user.command(&[TODAY, "paper", "sheet", "hendra", "--pdf", "-"]).output().unwrap();
            assert!(run.stdout.starts_with(b"%PDF-"), "{}", String::from_utf8_lossy(&run.stderr));
            run.stdout
        };
        let (one, two) = (bytes(), bytes());
        assert!(one == two, "the same records give the same bytes");
        let f4 = Document::load_mem(&one).unwrap();
        assert!((page(&f4)[2] - 609.45).abs() < 0.1 && (page(&f4)[3] - 935.43).abs() < 0.1, "{:?}", page(&f4));
    }

    #[test]
    fn a_template_of_the_office_that_loops_or_reaches_out_is_refused_with_its_line() {
        let user = office();
        let template: PathBuf = user.home().join("kertas.typ");
        user.configure("store = \"../../kantor\"\nlang = \"id\"\n[paper]\ntemplate = \"../../kertas.typ\"\n");
        let built_in = include_str!("../../src/papers/paper.typ");
        let broken = |replaced: &str| {
            built_in.replace("#let paragraph(t) = par(said(t))", &format!("\n#let paragraph(t) = {{ {replaced} }}"))
        };
        let line = 1 + built_in.lines().position(|line| line.starts_with("#let paragraph(t)")).unwrap() + 1;
        for (replaced, said) in [
            ("while true { }", "baris"),
            ("read(\"/etc/passwd\")", "baris"),
            ("let f(n) = f(n + 1); f(0)", "baris"),
            ("panic(\"tidak boleh\")", "tidak boleh"),
            ("range(0, 90000000).map(i => str(i)).len()", "memori"),
        ] {
            std::fs::write(&template, broken(replaced)).unwrap();
            let run = user.run(&[TODAY, "paper", "sheet", "hendra", "--pdf", "x.pdf"]);
            assert_eq!(run.code, 1, "{replaced}: {}", run.err);
            assert!(run.err.contains(said) && run.err.contains("paper.template"), "{replaced}: {}", run.err);
            if said == "baris" {
                assert!(run.err.contains(&format!("baris {line}")), "{replaced}: {}", run.err);
            }
            assert!(!user.home().join("x.pdf").exists(), "{replaced}");
        }
        std::fs::write(&template, built_in).unwrap();
        assert_eq!(user.run(&[TODAY, "paper", "sheet", "hendra", "--pdf", "x.pdf"]).code, 0);
    }
}
