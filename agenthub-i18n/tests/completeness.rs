//! Every language says everything, and nothing is said that nobody asks for.
#![expect(clippy::unwrap_used, reason = "a test that cannot set its stage fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use agenthub_i18n::{Localizer, languages};

/// Messages that are looked up by a name that a program has, and so stand in no source file as a whole.
const FAMILIES: &[(&str, &str)] = &[
    ("common.", "words that any page or mail may need"),
    ("noun.", "the nouns of the product, by their name in the API"),
    ("role.", "the roles, by their name in the API"),
    ("status.", "the statuses, by their name in the API"),
    ("severity.", "how much a record of the audit log matters, by its name in the API"),
    ("audit_report.", "what stands on the pages of an audit log, by the names of its parts"),
    ("count.", "counts of the nouns"),
    (
        "error.",
        "the error codes, by their name; the crate that has their table tests that each has a message",
    ),
    ("phrase.", "the words inside of errors, by their name; the same crate tests that each has a message"),
];

#[test]
fn all_ten_languages_have_all_messages_arguments_and_plural_forms() {
    let findings = Localizer::embedded().check();
    assert!(findings.is_empty(), "{}", findings.iter().map(|each| format!("{each}\n")).collect::<String>());
    let tags: BTreeSet<&str> = languages::ALL.iter().map(|language| language.tag()).collect();
    assert_eq!(tags, BTreeSet::from(["ar", "de", "en", "es", "fr", "hi", "ja", "pt", "ru", "zh"]));
    let keys = Localizer::embedded().keys();
    assert!(keys.len() > 50 && keys.iter().all(|key| key.languages.len() == 10));
}

#[test]
fn every_message_is_asked_for_somewhere() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut sources = String::new();
    collect(workspace, &mut sources);
    let unused: Vec<String> = Localizer::embedded()
        .keys()
        .into_iter()
        .map(|key| key.key)
        .filter(|key| !FAMILIES.iter().any(|(family, _)| key.starts_with(family)))
        .filter(|key| {
            let by_key = format!("\"{key}\"");
            let typed = format!("messages::{}(", key.replace('.', "_"));
            !sources.contains(&by_key) && !sources.contains(&typed)
        })
        .collect();
    assert!(unused.is_empty(), "nobody asks for {unused:?}");
}

/// Appends all source files below a directory, but those of tests: what only a test asks for is unused.
fn collect(directory: &Path, sources: &mut String) {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir()
            && !["target", "tests", "node_modules", "docs"].contains(&name.as_str())
            && !name.starts_with('.')
        {
            collect(&path, sources);
        }
        if ["rs", "js", "html"]
            .iter()
            .any(|kind| path.extension().is_some_and(|extension| extension == *kind))
        {
            sources.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn the_glossary_has_the_words_that_the_messages_use() {
    let glossary = include_str!("../../docs/src/glossary.md");
    let order = ["en", "es", "fr", "de", "zh", "ja", "ar", "hi", "pt", "ru"];
    let localizer = Localizer::embedded();
    let nouns: Vec<String> =
        localizer.keys().into_iter().map(|key| key.key).filter(|key| key.starts_with("noun.")).collect();
    assert!(nouns.len() > 20);
    for noun in nouns {
        let words = order.map(|language| localizer.translate(&noun, language, agenthub_i18n::args! {}));
        let row = format!("| {} |", words.join(" | "));
        assert!(glossary.contains(&row), "docs/src/glossary.md lacks the row\n{row}");
    }
}

#[test]
fn a_language_that_lacks_something_is_found_out() {
    let english = "a-one = { $n ->\n [one] { $n } file\n *[other] { $n } files\n }\na-two = Hi { $name }\n    .title = T\na-three = x\n";
    let russian =
        "a-one = { $n ->\n [one] { $n } файл\n *[other] { $n } файла\n }\na-two = Привет\na-four = y\n";
    let localizer =
        Localizer::builder().text("en", "en.ftl", english).text("ru", "ru.ftl", russian).build().unwrap();
    let findings: Vec<String> = localizer.check().iter().map(ToString::to_string).collect();
    assert_eq!(
        findings,
        [
            "ru: `a.four` is not in `en`",
            "ru: `a.one` lacks the plural form `few`",
            "ru: `a.one` lacks the plural form `many`",
            "ru: `a.three` is missing",
            "ru: `a.two` does not use `$name` in the text",
            "ru: `a.two` lacks `.title`",
        ]
    );
}
