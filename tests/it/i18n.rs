//! The message files against each other and against the code: nothing is missing, nothing is left over.

use crate::source::{self, SourceFile, Token};
use bina::desk::command::COMMANDS;
use bina::i18n::{Lang, Words, sources};
use fluent_bundle::FluentResource;
use std::collections::{BTreeMap, BTreeSet};

/// Identifiers that are put together at run time: how they begin, and what can follow.
const BUILT: &[(&str, Endings)] = &[
    ("about-", Endings::CommandLine),
    ("answer-", Endings::IdsOf("Acknowledgement")),
    ("arg-", Endings::CommandLine),
    ("career-", Endings::IdsOf("CareerWord")),
    ("change-", Endings::IdsOf("ChangeKind")),
    ("cmd-", Endings::Commands),
    ("competency-behaviour-", Endings::IdsOf("ExpectationRating")),
    ("competency-facet-", Endings::IdsOf("Facet")),
    ("competency-source-", Endings::IdsOf("StandardSource")),
    ("effect-why-", Endings::IdsOf("Why")),
    ("example-", Endings::CommandLine),
    ("fact-", Endings::IdsOf("FactState")),
    ("feedback-", Endings::IdsOf("FeedbackKind")),
    ("form-", Endings::IdsOf("Purpose")),
    ("formula-", Endings::IdsOf("Formula")),
    ("goal-accrual-", Endings::IdsOf("Accrual")),
    ("goal-approach-", Endings::IdsOf("Approach")),
    ("goal-aspect-", Endings::IdsOf("Aspect")),
    ("goal-class-", Endings::IdsOf("ResultClass")),
    ("goal-kind-", Endings::IdsOf("Measure")),
    ("goal-perspective-", Endings::IdsOf("Perspective")),
    ("goal-scope-", Endings::IdsOf("ResultScope")),
    ("goal-status-", Endings::IdsOf("GoalStatus")),
    ("goal-verdict-", Endings::IdsOf("Verdict")),
    ("item-state-", Endings::IdsOf("ItemState")),
    ("mood-", Endings::UpTo(5)),
    ("paper-kind-", Endings::IdsOf("PaperKind")),
    ("pair-state-", Endings::IdsOf("PairState")),
    ("place-", Endings::Screens),
    ("proposal-state-", Endings::IdsOf("ProposalState")),
    ("readiness-", Endings::IdsOf("Grounds")),
    ("placeholder-", Endings::CommandLine),
    ("reason-", Endings::IdsOf("Reason")),
    ("report-answer-", Endings::IdsOf("Acknowledgement")),
    ("report-kind-", Endings::IdsOf("SessionKind")),
    ("report-session-", Endings::IdsOf("SessionState")),
    ("seen-", Endings::IdsOf("Seen")),
    ("session-kind-", Endings::IdsOf("SessionKind")),
    ("sheet-title-", Endings::IdsOf("SessionKind")),
    ("statement-", Endings::UpTo(9)),
    ("topic-state-", Endings::IdsOf("TopicState")),
    ("urgency-", Endings::IdsOf("Urgency")),
    ("verified-", Endings::IdsOf("Verification")),
];

/// Built identifiers that the code never comes to.
const NEVER_BUILT: &[&str] = &["report-session-closed"];

/// Files whose literals with dashes are other things: names of keys, words of the filter, tags.
const NO_MESSAGES_IN: &[&str] = &[
    "src/desk/command.rs",
    "src/desk/key.rs",
    "src/desk/keymap.rs",
    "src/domain/language/capture/",
    "src/domain/language/clean.rs",
    "src/domain/language/dates.rs",
    "src/domain/people/name",
    "src/domain/language/query.rs",
    "src/domain/ruleset.rs",
    "src/demo",
    "src/help/",
    "src/i18n/",
    "src/interchange/competencies/framework.rs",
    "src/interchange/competencies/standards/columns.rs",
    "src/interchange/goals/columns.rs",
    "src/interchange/people/columns.rs",
    "src/interchange/sheet/vocabulary.rs",
];

/// Literals with dashes elsewhere that are no messages.
const NOT_MESSAGES: &[&str] = &[
    "berorientasi-pelayanan",
    "bina-checkpoint-1",
    "bina-demo",
    "bina-text",
    "boolean-value",
    "cost-of",
    "covered-table-cell",
    "date-value",
    "e-",
    "journal-",
    "kebab-case",
    "line-break",
    "mentee-nip",
    "mentor-nip",
    "needs-improvement",
    "no-chance",
    "non-aktif",
    "non-asn",
    "not-yet",
    "number-columns-repeated",
    "number-columns-spanned",
    "number-rows-repeated",
    "number-rows-spanned",
    "orientasi-pelayanan",
    "other-way",
    "tak-ada-kesempatan",
    "service-oriented",
    "socio-cultural",
    "store-damage-",
    "style-name",
    "table-cell",
    "table-column",
    "table-properties",
    "table-row",
    "unit-result",
    "value-type",
    "very-good",
    "very-poor",
];

#[derive(Clone, Copy)]
enum Endings {
    /// What `id()` of the type can return.
    IdsOf(&'static str),
    UpTo(u8),
    Commands,
    Screens,
    /// Names of commands and arguments of the shell; the tests of `cli::help` ask for each of them.
    CommandLine,
}

struct Message {
    area: &'static str,
    args: BTreeSet<String>,
    /// Other messages that it is made of.
    parts: BTreeSet<String>,
}

/// The messages of a language by identifier; those that stand twice are named too.
fn messages(lang: Lang) -> (BTreeMap<String, Message>, Vec<String>) {
    let mut found: BTreeMap<String, Message> = BTreeMap::new();
    let mut twice = Vec::new();
    for (area, text) in sources(lang) {
        let mut current = None;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_ascii_alphabetic())
                && let Some((id, _)) = line.split_once('=')
            {
                let id = id.trim().to_owned();
                let message = Message { area, args: BTreeSet::new(), parts: BTreeSet::new() };
                if let Some(first) = found.insert(id.clone(), message) {
                    twice.push(format!("{id} ({} and {area})", first.area));
                }
                current = Some(id);
            }
            if let Some(message) = current.as_ref().and_then(|id| found.get_mut(id)) {
                read_placeables(line, message);
            }
        }
    }
    (found, twice)
}

/// `{ $count }` names an argument, `{ other-message }` another message.
fn read_placeables(line: &str, message: &mut Message) {
    let name = |text: &str| -> String {
        text.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
    };
    for after in line.split('$').skip(1) {
        message.args.insert(name(after));
    }
    for after in line.split('{').skip(1) {
        let part = name(after.trim_start());
        if is_identifier(&part) {
            message.parts.insert(part);
        }
    }
}

/// Lower-case words with dashes between, at least two.
fn is_identifier(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let word =
        |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    parts.len() > 1 && parts.iter().all(word) && text.starts_with(|c: char| c.is_ascii_lowercase())
}

/// What a built literal begins with: `form-{}-help` is of `form-`.
fn beginning(literal: &str) -> Option<&str> {
    let at = literal.find('{').unwrap_or(literal.len());
    let (start, rest) = literal.split_at(at);
    let end = rest.split_once('}').map_or("", |(_, end)| end);
    let plain = is_identifier(&format!("{start}x{end}")) && start.ends_with('-') && !end.contains('{');
    plain.then_some(start)
}

/// Identifiers that stand in the code, with the file that says them.
fn written(program: &[SourceFile]) -> BTreeMap<String, String> {
    let endings: BTreeSet<String> = BUILT.iter().flat_map(|(_, endings)| all_endings(*endings, program)).collect();
    let mut found = BTreeMap::new();
    for file in program {
        for derived in source::derived(file).into_iter().filter(|derived| !derived.prefix.is_empty()) {
            found.extend(derived.names.into_iter().map(|name| (name, file.path.clone())));
        }
        let skipped = NO_MESSAGES_IN.iter().any(|start| file.path.starts_with(start));
        for literal in source::literals(&file.tokens).filter(|l| is_identifier(l) && !skipped) {
            if !endings.contains(literal) && !NOT_MESSAGES.contains(&literal) {
                found.entry(literal.to_owned()).or_insert_with(|| file.path.clone());
            }
        }
        for call in calls(file).filter(|call| is_identifier(call.id)) {
            found.entry(call.id.to_owned()).or_insert_with(|| file.path.clone());
        }
    }
    found
}

/// Identifiers that the code builds, with the literal that they are built from.
fn built(program: &[SourceFile]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for spec in COMMANDS {
        found.insert(spec.message(), "the table of commands".to_owned());
        found.insert(spec.long_message(), "the table of commands".to_owned());
    }
    for literal in program.iter().flat_map(|file| source::literals(&file.tokens)) {
        let Some(start) = beginning(literal) else { continue };
        let Some((_, endings)) = BUILT.iter().find(|(known, _)| *known == start) else { continue };
        let end = literal.split_once('}').map_or("", |(_, end)| end);
        for ending in all_endings(*endings, program) {
            let id = format!("{start}{ending}{end}");
            if !NEVER_BUILT.contains(&id.as_str()) {
                found.insert(id, format!("{literal:?}"));
            }
        }
    }
    found
}

fn all_endings(endings: Endings, program: &[SourceFile]) -> Vec<String> {
    match endings {
        Endings::IdsOf(name) => ids_of(name, program),
        Endings::UpTo(last) => (1..=last).map(|n| n.to_string()).collect(),
        Endings::Commands => COMMANDS.iter().map(|spec| spec.id.replace(['.', '_'], "-")).collect(),
        Endings::CommandLine => vec![],
        Endings::Screens => {
            let places = COMMANDS.iter().flat_map(|spec| spec.places);
            places.map(|place| place.id().to_owned()).collect()
        }
    }
}

/// What `fn id` of a type can answer: the names of its variants, or the literals that stand in it.
fn ids_of(name: &str, program: &[SourceFile]) -> Vec<String> {
    if let Some(derived) = program.iter().flat_map(source::derived).find(|derived| derived.of == name) {
        return derived.names;
    }
    let header = source::tokens(&format!("impl {name} {{"));
    let function = source::tokens("fn id(");
    for tokens in program.iter().map(|file| &file.tokens) {
        let bodies = (0..tokens.len()).filter(|i| tokens[*i..].starts_with(&header));
        for body in bodies.map(|i| source::block(&tokens[i + header.len() - 1..])) {
            if let Some(at) = (0..body.len()).find(|i| body[*i..].starts_with(&function)) {
                let open = body[at..].iter().position(|t| *t == Token::Sign('{')).unwrap();
                return source::literals(source::block(&body[at + open..])).map(str::to_owned).collect();
            }
        }
    }
    panic!("no type {name} with a function `id`");
}

/// A call that says a message by its identifier.
struct Call<'a> {
    id: &'a str,
    /// The names of the arguments, unless some come in a variable.
    args: Option<BTreeSet<&'a str>>,
}

fn calls(file: &SourceFile) -> impl Iterator<Item = Call<'_>> {
    file.tokens.windows(3).enumerate().filter_map(|(i, window)| match window {
        [Token::Word(word), Token::Sign('('), Token::Literal(id)] if matches!(word.as_str(), "say" | "plain" | "with") => {
            let inside = &source::block(&file.tokens[i + 1..])[2..];
            let args = if word == "with" { named_args(inside) } else { Some(BTreeSet::new()) };
            Some(Call { id, args })
        }
        _ => None,
    })
}

/// The names in `[("name", value), …]`.
fn named_args(tokens: &[Token]) -> Option<BTreeSet<&str>> {
    let start = tokens.iter().position(|t| *t == Token::Sign('['))?;
    let mut list = &source::block(&tokens[start..])[1..];
    let mut names = BTreeSet::new();
    loop {
        match list {
            [Token::Sign(']'), ..] => return Some(names),
            [Token::Sign(','), ..] => list = &list[1..],
            [Token::Sign('('), Token::Literal(name), ..] => {
                names.insert(name.as_str());
                list = &list[source::block(list).len()..];
            }
            _ => return None,
        }
    }
}

#[track_caller]
fn none(what: &str, found: Vec<String>) {
    assert!(found.is_empty(), "{what} ({}):\n  {}", found.len(), found.join("\n  "));
}

#[test]
fn every_message_file_can_be_read() {
    for lang in [Lang::Id, Lang::En] {
        let errors = sources(lang).iter().filter_map(|(area, text)| {
            let (_, errors) = FluentResource::try_new((*text).to_owned()).err()?;
            Some(format!("{}/{area}.ftl: {errors:?}", lang.code()))
        });
        none("not Fluent", errors.collect());
    }
}

#[test]
fn no_message_stands_twice_in_a_language() {
    for lang in [Lang::Id, Lang::En] {
        none(lang.code(), messages(lang).1);
    }
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_arguments() {
    let (id, en) = (messages(Lang::Id).0, messages(Lang::En).0);
    let mut differing = Vec::new();
    for name in id.keys().chain(en.keys()).collect::<BTreeSet<_>>() {
        match (id.get(name), en.get(name)) {
            (Some(a), Some(b)) if a.args != b.args => {
                differing.push(format!("{name}: id has {:?}, en has {:?}", a.args, b.args));
            }
            (Some(a), Some(b)) if a.area != b.area => {
                differing.push(format!("{name}: in id/{}.ftl and en/{}.ftl", a.area, b.area));
            }
            (Some(_), Some(_)) => {}
            (a, _) => differing.push(format!("{name}: only in {}", if a.is_some() { "id" } else { "en" })),
        }
    }
    none("different in the two languages", differing);
}

#[test]
fn every_message_that_the_code_says_exists() {
    let program = source::program();
    let known = messages(Lang::Id).0;
    let said = written(&program).into_iter().chain(built(&program));
    let missing: BTreeSet<String> =
        said.filter(|(id, _)| !known.contains_key(id)).map(|(id, place)| format!("{id} ({place})")).collect();
    none("no such message", missing.into_iter().collect());
}

#[test]
fn every_way_to_build_an_identifier_is_known_here() {
    let program = source::program();
    let mut unknown = BTreeSet::new();
    for file in &program {
        if NO_MESSAGES_IN.iter().any(|start| file.path.starts_with(start)) {
            continue;
        }
        let prefixes: Vec<&str> = source::derived(file).into_iter().map(|derived| derived.prefix).collect();
        let open = |l: &&str| l.contains('{') || l.ends_with('-') && !prefixes.contains(l);
        for literal in source::literals(&file.tokens).filter(open) {
            if let Some(start) = beginning(literal).filter(|_| !NOT_MESSAGES.contains(&literal))
                && !BUILT.iter().any(|(known, _)| *known == start)
            {
                unknown.insert(format!("{literal:?} in {}", file.path));
            }
        }
    }
    none("add to BUILT", unknown.into_iter().collect());
}

#[test]
fn every_message_is_said_somewhere() {
    let program = source::program();
    let known = messages(Lang::Id).0;
    let mut said: BTreeSet<String> = written(&program).into_keys().chain(built(&program).into_keys()).collect();
    said.extend(known.values().flat_map(|message| message.parts.iter().cloned()));
    // A whole literal says its message, also where it is the ending of another one.
    let open = program.iter().filter(|file| !NO_MESSAGES_IN.iter().any(|start| file.path.starts_with(start)));
    said.extend(open.flat_map(|file| source::literals(&file.tokens)).map(str::to_owned));
    let on_the_command_line =
        |id: &str| BUILT.iter().any(|(start, endings)| matches!(endings, Endings::CommandLine) && id.starts_with(start));
    let unused = known
        .iter()
        .filter(|(id, _)| !said.contains(*id) && !on_the_command_line(id))
        .map(|(id, m)| format!("{id} ({}.ftl)", m.area));
    none("said nowhere", unused.collect());
}

#[test]
fn messages_get_the_arguments_that_they_name() {
    let program = source::program();
    let known = messages(Lang::Id).0;
    let mut wrong = BTreeSet::new();
    for file in &program {
        for call in calls(file) {
            let (Some(message), Some(args)) = (known.get(call.id), call.args) else { continue };
            let missing: Vec<&String> = message.args.iter().filter(|name| !args.contains(name.as_str())).collect();
            if !missing.is_empty() {
                wrong.insert(format!("{} in {}: no {missing:?}", call.id, file.path));
            }
        }
    }
    none("an argument is not given", wrong.into_iter().collect());
}

#[test]
fn the_words_of_a_command_fit_where_they_stand() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut wrong = Vec::new();
        for spec in COMMANDS {
            let (short, long) = (words.say(&spec.message()), words.say(&spec.long_message()));
            if short.chars().count() > 16 || short.split(' ').count() > 2 {
                wrong.push(format!("{}: {short:?} is long for the line of keys", spec.id));
            }
            if long.chars().count() > 60 || long.ends_with('.') || !long.starts_with(char::is_uppercase) {
                wrong.push(format!("{}: {long:?} is not one short sentence without its full stop", spec.id));
            }
        }
        none(lang.code(), wrong);
    }
}
