//! The program's own source as tokens, for tests that compare the code with something else. Comments and unit tests
//! are left out.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    Word(String),
    /// The inside of a string literal, escapes as written.
    Literal(String),
    Sign(char),
}

pub struct SourceFile {
    /// From the root of the project, with `/`.
    pub path: String,
    pub tokens: Vec<Token>,
}

/// Every file of `src` that is part of the program.
pub fn program() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    walk(&root.join("src"), &mut paths);
    paths.sort();
    let mut only_tests = BTreeSet::new();
    let mut files = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let tokens = without_tests(tokens(&text), &path, &mut only_tests);
        files.push((path, tokens));
    }
    files.retain(|(path, _)| !only_tests.iter().any(|test| path.starts_with(test) || *path == test.with_extension("rs")));
    let named = |path: &Path| path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    files.into_iter().map(|(path, tokens)| SourceFile { path: named(&path), tokens }).collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// Cuts test modules out; a test module in a file of its own is remembered by its path without extension.
fn without_tests(tokens: Vec<Token>, path: &Path, only_tests: &mut BTreeSet<PathBuf>) -> Vec<Token> {
    let mark: Vec<Token> = self::tokens("#[cfg(test)]");
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !tokens[at..].starts_with(&mark) {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        // To the `;` or the closing brace of what the attribute stands before.
        let rest = &tokens[at + mark.len()..];
        let end = rest.iter().position(|t| matches!(t, Token::Sign(';' | '{'))).unwrap_or(rest.len() - 1);
        if let (Some(Token::Word(last)), Token::Sign(';')) = (end.checked_sub(1).map(|i| &rest[i]), &rest[end])
            && rest[..end].contains(&Token::Word("mod".to_owned()))
        {
            let stem = path.file_stem().unwrap();
            let own = ["mod", "lib", "main"].iter().any(|name| stem == *name);
            let folder = if own { path.parent().unwrap().to_owned() } else { path.with_extension("") };
            only_tests.insert(folder.join(last));
        }
        at += mark.len() + if rest[end] == Token::Sign(';') { end + 1 } else { end + block(&rest[end..]).len() };
    }
    kept
}

/// The tokens from an opening sign to its closing one, both included.
pub fn block(tokens: &[Token]) -> &[Token] {
    let mut depth = 0_usize;
    for (i, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &tokens[..=i];
        }
    }
    tokens
}

pub fn literals(tokens: &[Token]) -> impl Iterator<Item = &str> {
    tokens.iter().filter_map(|token| match token {
        Token::Literal(text) => Some(text.as_str()),
        _ => None,
    })
}

/// The names of variants that a type has by `#[strum(serialize_all = "…", prefix = "…")]`.
pub struct Derived<'a> {
    pub of: &'a str,
    pub prefix: &'a str,
    /// With the prefix.
    pub names: Vec<String>,
}

pub fn derived(file: &SourceFile) -> Vec<Derived<'_>> {
    let mark = tokens("#[strum(serialize_all");
    let starts = (0..file.tokens.len()).filter(|i| file.tokens[*i..].starts_with(&mark));
    starts.map(|start| names_of_variants(&file.tokens[start..])).collect()
}

/// From the attribute on.
fn names_of_variants(tokens: &[Token]) -> Derived<'_> {
    let said: Vec<&str> = literals(block(&tokens[1..])).collect();
    let (style, prefix) = (said[0], said.get(1).copied().unwrap_or_default());
    let at = tokens.iter().position(|t| *t == Token::Word("enum".to_owned())).unwrap();
    let Token::Word(of) = &tokens[at + 1] else { panic!("an enum without a name") };
    let mut rest = &block(&tokens[at + 2..])[1..];
    let (mut names, mut own) = (Vec::new(), None);
    while let [first, after @ ..] = rest {
        match first {
            Token::Sign('#') => {
                let attribute = block(after);
                if attribute.contains(&Token::Word("serialize".to_owned())) {
                    own = literals(attribute).next().map(str::to_owned);
                } else if attribute.contains(&Token::Word("transparent".to_owned())) {
                    own = Some(String::new());
                }
                rest = &after[attribute.len()..];
            }
            Token::Word(variant) => {
                let name = own.take().unwrap_or_else(|| in_style(variant, style));
                names.extend((!name.is_empty()).then(|| format!("{prefix}{name}")));
                let fields = matches!(after[0], Token::Sign('(' | '{')).then(|| block(after).len());
                rest = &after[fields.unwrap_or(0)..];
            }
            _ => rest = after,
        }
    }
    Derived { of, prefix, names }
}

fn in_style(variant: &str, style: &str) -> String {
    let between = if style == "snake_case" { "_" } else { "-" };
    let mut name = String::new();
    for c in variant.chars() {
        if c.is_uppercase() && !name.is_empty() {
            name.push_str(between);
        }
        name.extend(c.to_lowercase());
    }
    name
}

/// As much of Rust's lexical rules as a reader of literals needs.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |i| i + 2)
        } else if let Some(length) = raw_string(rest) {
            let inside = rest[..length].trim_start_matches(['b', 'r']).trim_matches('#').trim_matches('"');
            found.push(Token::Literal(inside.to_owned()));
            length
        } else if c == '"' {
            let length = quoted(rest);
            found.push(Token::Literal(rest[1..length - 1].to_owned()));
            length
        } else if c == '\'' {
            character_or_lifetime(rest)
        } else if c.is_alphanumeric() || c == '_' {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            found.push(Token::Word(rest[..length].to_owned()));
            length
        } else {
            if !c.is_whitespace() {
                found.push(Token::Sign(c));
            }
            c.len_utf8()
        };
        rest = &rest[length..];
    }
    found
}

fn raw_string(text: &str) -> Option<usize> {
    let after = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    let inside = after[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(text.len() - inside.len() + inside.find(&end)? + end.len())
}

/// Length of a string literal with its quotes.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (i, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return i + 1,
            _ => {}
        }
    }
    text.len()
}

fn character_or_lifetime(text: &str) -> usize {
    let mut after = text.char_indices().skip(1);
    match (after.next(), after.next()) {
        (Some((_, '\\')), Some((i, c))) => {
            let escape = i + c.len_utf8();
            escape + text[escape..].find('\'').map_or(0, |i| i + 1)
        }
        (_, Some((i, '\''))) => i + 1,
        _ => 1,
    }
}

#[test]
fn literals_are_found_and_comments_and_tests_are_not() {
    let source = r####"
        // "comment"
        fn f<'a>(c: char) -> &'a str { if c == '"' || c == '\'' { "one \" two" } else { r#"raw "x""# } }
        #[cfg(test)] mod tests { fn g() { "hidden" } }
        const AFTER: &str = "after";
    "####;
    let found = without_tests(tokens(source), Path::new("src/x.rs"), &mut BTreeSet::new());
    assert_eq!(literals(&found).collect::<Vec<_>>(), ["one \\\" two", "raw \"x", "after"]);
}
