//! Message files of one's own, overrides of an organization, and reloading.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot set its stage fails")]

use std::fs;

use agenthub_i18n::{Error, Fault, Kind, Localizer, Override, Reason, args, languages};

fn fault(file: &str, line: usize, reason: Reason) -> Fault {
    Fault { file: file.into(), line, reason }
}

fn nothing(id: Option<&str>, name: &str) -> Reason {
    Reason::Reference { id: id.map(str::to_owned), name: name.into() }
}

fn argument(name: &str) -> Reason {
    Reason::Argument { name: name.into() }
}

fn faults(result: Result<Localizer, Error>) -> Vec<Fault> {
    match result {
        Err(Error::Faults(faults)) => faults,
        other => panic!("expected faults, got {other:?}"),
    }
}

#[test]
fn a_broken_file_is_refused_with_every_fault_and_its_line() {
    let broken = "good = Good\nbad = { $n ->\n  [one] x\n }\nalso-good = Good\nworse = {\n";
    let found = faults(Localizer::builder().text("en", "broken.ftl", broken).build());
    let lines: Vec<_> = found.iter().map(|fault| (fault.file.as_str(), fault.line)).collect();
    assert_eq!(lines, [("broken.ftl", 4), ("broken.ftl", 7)], "{found:?}");
}

#[test]
fn duplicates_unknown_functions_and_references_to_nothing_are_refused() {
    let text = "a = A\na = B\nb = { SHOUT($x) }\n";
    let found = faults(Localizer::builder().text("en", "x.ftl", text).build());
    assert_eq!(
        found,
        [
            fault("x.ftl", 2, Reason::Twice { id: "a".into(), place: "line 1".into() }),
            fault("x.ftl", 3, Reason::Function { id: "b".into(), name: "SHOUT".into() }),
        ]
    );
    let found = faults(Localizer::builder().text("en", "x.ftl", "a = A\nb = { c } { -d }\n").build());
    assert_eq!(
        found,
        [fault("x.ftl", 2, nothing(Some("b"), "c")), fault("x.ftl", 2, nothing(Some("b"), "-d")),]
    );
}

#[test]
fn later_files_go_before_earlier_ones() {
    let own = "user-welcome = Come in, { $name }!\n";
    let localizer =
        Localizer::builder().languages([&languages::EN]).text("en", "own.ftl", own).build().unwrap().plain();
    assert_eq!(localizer.translate("user.welcome", "en", args! { name: "Ana" }), "Come in, Ana!");
    assert_eq!(localizer.translate("common.yes", "en", args! {}), "Yes");
    assert_eq!(localizer.languages().len(), 1);
}

#[test]
fn the_fallback_language_must_be_there() {
    let built = Localizer::builder().languages([&languages::DE]).build();
    assert_eq!(built.unwrap_err(), Error::UnknownLanguage { language: "en".into() });
    let german = Localizer::builder().languages([&languages::DE]).fallback("de").build().unwrap();
    assert_eq!(german.translate("common.yes", "fr", args! {}), "Ja");
}

#[test]
fn a_directory_is_read_again_and_a_broken_file_leaves_the_last_good_one() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("en")).unwrap();
    let file = root.path().join("en/shop.ftl");
    fs::write(&file, "open = Open\n").unwrap();
    let localizer = Localizer::builder().directory(root.path()).build().unwrap();
    let clone = localizer.clone();
    assert_eq!(clone.translate("open", "en", args! {}), "Open");

    fs::write(&file, "open = Come in\n").unwrap();
    assert_eq!(clone.translate("open", "en", args! {}), "Open");
    localizer.reload().unwrap();
    assert_eq!(clone.translate("open", "en", args! {}), "Come in");

    fs::write(&file, "open = Changed\n\nbroken = {\n").unwrap();
    let Err(Error::Faults(found)) = localizer.reload() else { panic!("a broken file was taken") };
    assert_eq!(found.len(), 1);
    assert!(found[0].file.ends_with("en/shop.ftl"));
    assert_eq!(found[0].line, 4, "{found:?}");
    assert_eq!(clone.translate("open", "en", args! {}), "Come in");
}

#[test]
fn a_directory_that_is_not_a_language_is_refused() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("not a language")).unwrap();
    let found = faults(Localizer::builder().directory(root.path()).build());
    assert!(found[0].reason.to_string().contains("not a language tag"), "{found:?}");
    let found = faults(Localizer::builder().directory(root.path().join("nothing")).build());
    assert_eq!(found.len(), 1);
}

fn own() -> Localizer {
    Localizer::builder().languages(languages::ALL).build().unwrap().plain()
}

#[test]
fn an_organization_says_a_message_in_its_own_way_and_others_do_not_notice() {
    let localizer = own();
    let acme = localizer.within("acme");
    let hello =
        |localizer: &Localizer, language| localizer.translate("user.hello", language, args! { name: "Ana" });
    assert_eq!(hello(&acme, "de"), "Hallo Ana");

    localizer.set_override("acme", "de", "user.hello", "Servus { $name }").unwrap();
    assert_eq!(hello(&acme, "de"), "Servus Ana");
    assert_eq!(hello(&acme, "de-AT"), "Servus Ana");
    assert_eq!(hello(&acme, "fr"), "Bonjour Ana");
    assert_eq!(hello(&localizer, "de"), "Hallo Ana");
    assert_eq!(hello(&localizer.within("other"), "de"), "Hallo Ana");
    assert_eq!(acme.translate("common.yes", "de", args! {}), "Ja");
    let one = Override { language: "de".into(), key: "user.hello".into(), text: "Servus { $name }".into() };
    assert_eq!(localizer.overrides("acme"), [one]);

    localizer.reload().unwrap();
    assert_eq!(hello(&acme, "de"), "Servus Ana");
    assert!(localizer.remove_override("acme", "de", "user.hello").unwrap());
    assert!(!localizer.remove_override("acme", "de", "user.hello").unwrap());
    assert_eq!(hello(&acme, "de"), "Hallo Ana");
}

#[test]
fn an_override_may_choose_by_number_and_set_attributes() {
    let localizer = own();
    let text = "{ $count ->\n    [one] { $count } робот\n    [few] { $count } робота\n   *[other] { $count } роботов\n}";
    localizer.set_override("acme", "ru", "count.agents", text).unwrap();
    let acme = localizer.within("acme");
    assert_eq!(acme.translate("count.agents", "ru", args! { count: 22 }), "22 робота");
    localizer.set_override("acme", "en", "noun.agent", "Robot\n.plural = Robots").unwrap();
    assert_eq!(acme.translate_attribute("noun.agent", "plural", "en", args! {}), "Robots");
    localizer.set_override("acme", "en", "noun.agent", "Bot").unwrap();
    assert_eq!(acme.translate_attribute("noun.agent", "plural", "en", args! {}), "Agents");
}

#[test]
fn a_wrong_override_is_refused_and_what_was_there_stays() {
    let localizer = own();
    localizer.set_override("acme", "en", "user.hello", "Hey { $name }").unwrap();
    let refused = |language: &str, key: &str, text: &str| {
        localizer.set_override("acme", language, key, text).unwrap_err()
    };
    let name = "override of `user.hello` in `en`";
    assert!(
        matches!(refused("en", "user.hello", "Hey { $name"), Error::Faults(found) if found[0].file == name)
    );
    let surplus = fault(name, 1, argument("secret"));
    assert_eq!(refused("en", "user.hello", "Hey { $secret }"), Error::Faults(vec![surplus]));
    let dangling = fault(name, 1, nothing(None, "-nothing"));
    assert_eq!(refused("en", "user.hello", "Hey { -nothing }"), Error::Faults(vec![dangling]));
    assert_eq!(refused("tlh", "user.hello", "x"), Error::UnknownLanguage { language: "tlh".into() });
    let unknown = Error::UnknownKey { key: "user.nothing".into(), language: "en".into() };
    assert_eq!(refused("en", "user.nothing", "x"), unknown);
    let hey = localizer.within("acme").translate("user.hello", "en", args! { name: "Ana" });
    assert_eq!(hey, "Hey Ana");
}

#[test]
fn overrides_that_are_kept_elsewhere_go_along_with_a_localizer_and_those_that_fit_nothing_are_left_out() {
    let localizer = own();
    let one = |key: &str, text: &str| Override { language: "DE".into(), key: key.into(), text: text.into() };
    let kept =
        [one("user.hello", "Servus { $name }"), one("user.gone", "x"), one("common.yes", "{ $secret }")];
    let acme = localizer.with_overrides(kept);
    assert_eq!(acme.translate("user.hello", "de-AT", args! { name: "Ana" }), "Servus Ana");
    assert_eq!(acme.translate("common.yes", "de", args! {}), "Ja");
    assert_eq!(localizer.translate("user.hello", "de", args! { name: "Ana" }), "Hallo Ana");
    assert_eq!(acme.with_overrides([]).translate("user.hello", "de", args! { name: "Ana" }), "Hallo Ana");
}

#[test]
fn an_override_is_checked_without_being_set() {
    let localizer = own();
    let check = |key: &str, text: &str| {
        localizer.check_override(&Override { language: "en".into(), key: key.into(), text: text.into() })
    };
    assert_eq!(check("user.hello", "Hey { $name }"), Ok(()));
    let name = "override of `user.hello` in `en`";
    let surplus = fault(name, 2, argument("secret"));
    assert_eq!(check("user.hello", "Hey\n{ $secret }"), Err(Error::Faults(vec![surplus])));
    assert!(localizer.overrides("acme").is_empty());
}

#[test]
fn an_override_of_nothing_but_braces_is_refused_and_exhausts_no_stack() {
    let localizer = own();
    for text in ["{".repeat(1_000_000), "{ A(".repeat(300_000)] {
        let refused = localizer.set_override("acme", "en", "user.hello", &text).unwrap_err();
        assert!(refused.to_string().contains("more than 32 deep"), "{refused}");
    }
    let frowning = "Hey { $name } ".to_owned() + &":(".repeat(100);
    localizer.set_override("acme", "en", "user.hello", &frowning).unwrap();
}

#[test]
fn an_override_that_goes_in_circles_gives_way_to_the_message() {
    let localizer = own();
    localizer.set_override("acme", "en", "common.yes", "{ common-yes }").unwrap();
    let acme = localizer.within("acme");
    assert_eq!(acme.translate("common.yes", "en", args! {}), "Yes");
}

#[test]
fn a_reload_drops_an_override_whose_message_is_gone_and_keeps_the_others() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("en")).unwrap();
    let file = root.path().join("en/shop.ftl");
    fs::write(&file, "open = Open\nshut = Shut\n").unwrap();
    let localizer = Localizer::builder().directory(root.path()).build().unwrap();
    localizer.set_override("acme", "en", "open", "Come in").unwrap();
    localizer.set_override("acme", "en", "shut", "Go away").unwrap();
    fs::write(&file, "open = Open\n").unwrap();
    localizer.reload().unwrap();
    assert_eq!(localizer.within("acme").translate("open", "en", args! {}), "Come in");
    assert_eq!(localizer.overrides("acme").len(), 1);
}

#[test]
fn an_override_cannot_smuggle_in_another_message() {
    let localizer = own();
    localizer.set_override("acme", "en", "user.hello", "Hi\ncommon-yes = No").unwrap();
    let acme = localizer.within("acme");
    assert_eq!(acme.translate("common.yes", "en", args! {}), "Yes");
    assert_eq!(acme.translate("user.hello", "en", args! {}), "Hi\ncommon-yes = No");
}

#[test]
fn keys_tell_what_a_message_needs_and_its_source_can_be_shown() {
    let localizer = own();
    let keys = localizer.keys();
    let welcome = keys.iter().find(|key| key.key == "user.welcome").unwrap();
    assert_eq!(welcome.languages.len(), 10);
    assert_eq!(welcome.arguments[0].name, "name");
    let members = keys.iter().find(|key| key.key == "count.members").unwrap();
    assert_eq!(members.arguments[0].kind, Kind::Number, "Chinese only shows it, but Russian counts");
    assert_eq!(localizer.source("user.welcome", "de").as_deref(), Some("Willkommen, { $name }!"));
    let source = localizer.source("count.agents", "de").unwrap();
    localizer.set_override("acme", "de", "count.agents", &source).unwrap();
    assert_eq!(localizer.source("user.nothing", "de"), None);
}
