//! What a reader is told, in their language or the next best one.
#![expect(clippy::unwrap_used, reason = "a test that cannot set its stage fails")]

use agenthub_i18n::{Error, Language, Localizer, Miss, Value, args, messages};
use chrono::{NaiveDate, TimeZone, Utc};

fn shop() -> Localizer {
    let english = "
-brand = Shop
cart-empty = The cart is empty.
cart-total = { $count ->
    [0] Nothing
    [one] { $count } thing
   *[other] { $count } things
 } for { NUMBER($amount, minimumFractionDigits: 2) } at { -brand }
    .title = Total
place = { NUMBER($n, type: \"ordinal\") ->
    [one] { $n }st
    [two] { $n }nd
    [few] { $n }rd
   *[other] { $n }th
 }
since = Since { DATETIME($day, dateStyle: \"long\") }
mood = { $mood ->
    [good] Fine
   *[other] Bad
 }
only-english = Only here
";
    let french = "
cart-total = { $count ->
    [one] { $count } chose
    [many] { $count } de choses
   *[other] { $count } choses
 } pour { NUMBER($amount, minimumFractionDigits: 2) }
    .title = Total
place = { NUMBER($n, type: \"ordinal\") ->
    [one] { $n }er
   *[other] { $n }e
 }
since = Depuis le { DATETIME($day, dateStyle: \"long\") }
mood = { $mood ->
    [good] Bien
   *[other] Mal
 }
cart-empty = Le panier est vide.
";
    let canada = "cart-empty = Le panier est vide, eh.\n";
    let built = Localizer::builder().text("en", "en.ftl", english).text("fr", "fr.ftl", french);
    built.text("fr-CA", "ca.ftl", canada).build().unwrap().plain()
}

#[test]
fn plural_forms_are_those_of_todays_cldr_even_where_fluents_own_are_older() {
    let shop = shop();
    let say =
        |count: i64, language| shop.translate("cart.total", language, args! { count: count, amount: 2 });
    assert_eq!(say(0, "en"), "Nothing for 2.00 at Shop");
    assert_eq!(say(1, "en"), "1 thing for 2.00 at Shop");
    assert_eq!(say(1_000_000, "fr"), "1\u{202f}000\u{202f}000 de choses pour 2,00");
    assert_eq!(say(0, "fr"), "0 chose pour 2,00");
}

#[test]
fn ordinals_selects_attributes_and_dates_work() {
    let shop = shop();
    assert_eq!(shop.translate("place", "en", args! { n: 22 }), "22nd");
    assert_eq!(shop.translate("place", "fr", args! { n: 1 }), "1er");
    assert_eq!(shop.translate("mood", "fr", args! { mood: "good" }), "Bien");
    assert_eq!(shop.translate("mood", "fr", args! { mood: "odd" }), "Mal");
    let title = shop.translate_attribute("cart.total", "title", "fr", args! {});
    assert_eq!(title, "Total");
    let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    assert_eq!(shop.translate("since", "fr", args! { day: day }), "Depuis le 20 novembre 2026");
    assert_eq!(shop.translate("since", "en", args! { day: day }), "Since November 20, 2026");
}

#[test]
fn exact_numbers_lose_nothing_on_their_way() {
    let english = "n = { NUMBER($n, maximumFractionDigits: 20) }";
    let exact = Localizer::builder().text("en", "en.ftl", english).build().unwrap();
    let n: agenthub_i18n::Number = "12345678901234567890.123456789".parse().unwrap();
    assert_eq!(exact.translate("n", "en", args! { n: n }), "12,345,678,901,234,567,890.123456789");
}

#[test]
fn a_readers_region_decides_how_numbers_in_a_message_look() {
    let german =
        Localizer::builder().text("de", "de.ftl", "n = Zahl: { $n }").fallback("de").build().unwrap().plain();
    assert_eq!(german.translate("n", "de", args! { n: 1234.5 }), "Zahl: 1.234,5");
    assert_eq!(german.translate("n", "de-CH", args! { n: 1234.5 }), "Zahl: 1'234.5");
}

#[test]
fn each_message_falls_back_by_itself() {
    let shop = shop();
    assert_eq!(shop.translate("cart.empty", "fr-CA", args! {}), "Le panier est vide, eh.");
    assert_eq!(shop.translate("cart.empty", "fr-BE", args! {}), "Le panier est vide.");
    assert_eq!(shop.translate("mood", "fr-CA", args! { mood: "good" }), "Bien");
    assert_eq!(shop.translate("only.english", "fr-CA", args! {}), "Only here");

    let told = shop.try_translate("only.english", "fr-CA", args! {}).unwrap();
    assert_eq!((told.language.as_str(), told.fell_back), ("en", true));
    let told = shop.try_translate("mood", "fr-CA", args! { mood: "good" }).unwrap();
    assert_eq!((told.language.as_str(), told.fell_back), ("fr", false));
}

#[test]
fn chinese_in_other_characters_goes_before_english() {
    assert_eq!(Localizer::embedded().translate("common.yes", "zh-TW", args! {}), "是");
}

#[test]
fn date_and_time_may_have_styles_of_their_own() {
    let text = "at = { DATETIME($at, dateStyle: \"full\", timeStyle: \"short\") }";
    let german = Localizer::builder().text("de", "de.ftl", text).fallback("de").build().unwrap();
    let at = Utc.with_ymd_and_hms(2026, 11, 20, 15, 4, 5).unwrap();
    assert_eq!(german.translate("at", "de", args! { at: at }), "Freitag, 20. November 2026 um 15:04");
}

#[test]
fn a_miss_is_reported_once() {
    let shop = shop();
    for _ in 0..3 {
        let _ = shop.translate("only.english", "fr", args! {});
        let _ = shop.translate("cart.empty", "ja", args! {});
    }
    let misses = shop.misses();
    assert_eq!(misses.len(), 2, "{misses:?}");
    assert!(misses.contains(&Miss::Translation { key: "only.english".into(), language: "fr".into() }));
    assert!(misses.contains(&Miss::Language { language: "ja".into() }));
}

#[test]
fn an_unknown_language_falls_back_and_says_so() {
    let told = Localizer::embedded().try_translate("common.yes", "tlh", args! {}).unwrap();
    assert_eq!((told.text.as_str(), told.language.as_str(), told.fell_back), ("Yes", "en", true));
    let refused = Localizer::embedded().try_translate("common.yes", "¿qué?", args! {});
    assert_eq!(refused.unwrap_err(), Error::BadLanguage { tag: "¿qué?".into() });
    assert_eq!(Localizer::embedded().translate("common.yes", "¿qué?", args! {}), "Yes");
}

#[test]
fn an_unknown_key_is_refused_and_never_shown_to_a_reader() {
    let localizer = Localizer::embedded();
    let refused = localizer.try_translate("user.welcom", "es", args! {});
    assert_eq!(refused.unwrap_err(), Error::UnknownKey { key: "user.welcom".into(), language: "es".into() });
    assert_eq!(localizer.translate("user.welcom", "es", args! {}), "Este texto no está disponible.");
    let refused = localizer.try_translate_attribute("noun.agent", "title", "es", args! {});
    let attribute = "title".into();
    assert_eq!(refused.unwrap_err(), Error::UnknownAttribute { key: "noun.agent".into(), attribute });
    let endless = "x".repeat(1_000_000);
    assert_eq!(localizer.translate("common.yes", &endless, args! {}), "Yes");
    assert_eq!(agenthub_i18n::format_number(1234.5, &endless), "1,234.5");
    assert_eq!(localizer.translate(&endless, "de", args! {}), "Dieser Text ist nicht verfügbar.");
}

#[test]
fn a_missing_argument_is_refused_and_a_reader_gets_no_raw_name() {
    let localizer = Localizer::embedded().plain();
    let refused = localizer.try_translate("user.welcome", "de", args! { nam: "Ana" });
    let missing = vec!["name".to_owned()];
    assert_eq!(refused.unwrap_err(), Error::MissingArguments { key: "user.welcome".into(), missing });
    assert_eq!(localizer.translate("user.welcome", "de", args! {}), "Willkommen, …!");
}

#[test]
fn arguments_are_isolated_unless_plain_text_is_asked_for() {
    let localizer = Localizer::embedded();
    let arabic = localizer.translate("user.welcome", "ar", args! { name: "Ana (2)" });
    assert!(arabic.contains("\u{2068}Ana (2)\u{2069}"), "{arabic}");
    let plain = localizer.plain().translate("user.welcome", "ar", args! { name: "Ana (2)" });
    assert_eq!(plain, arabic.replace(['\u{2068}', '\u{2069}'], ""));
}

#[test]
fn typed_messages_say_the_same_as_their_keys() {
    let localizer = Localizer::embedded();
    let typed = localizer.say(messages::count_tasks(5), "ru");
    assert_eq!(typed, localizer.translate("count.tasks", "ru", args! { count: 5 }));
    assert_eq!(localizer.plain().say(messages::count_tasks(5), "ru"), "5 задач");
    assert_eq!(messages::count_tasks(5).key(), "count.tasks");
    assert_eq!(localizer.say(messages::noun_agent().attribute("plural"), "fr"), "Agents");
    let at = Utc.with_ymd_and_hms(2026, 11, 20, 15, 4, 5).unwrap();
    let said = localizer.plain().say(messages::user_last_seen(at), "de");
    assert_eq!(said, "Zuletzt da: 20.11.2026");
}

#[test]
fn arabic_has_all_six_plural_forms() {
    let localizer = Localizer::embedded().plain();
    let say = |count: u32| localizer.say(messages::count_agents(count), "ar");
    let said: Vec<String> = [0, 1, 2, 3, 11, 100].map(say).into();
    assert_eq!(said, ["لا وكلاء", "وكيل واحد", "وكيلان", "3 وكلاء", "11 وكيلًا", "100 وكيل"]);
    let eastern = localizer.say(messages::count_agents(11), "ar-EG");
    assert_eq!(eastern, "١١ وكيلًا");
}

#[test]
fn an_error_says_how_long_to_wait_in_the_readers_plural_form() {
    let localizer = Localizer::embedded().plain();
    let say = |seconds: u32, language| localizer.say(messages::error_request_rate_limited(seconds), language);
    assert_eq!(say(1, "en"), "There were too many requests. Wait 1 second, then try again.");
    assert_eq!(say(5, "de"), "Es waren zu viele Anfragen. Warte 5 Sekunden und versuche es dann erneut.");
    assert_eq!(say(22, "ru"), "Слишком много запросов. Подождите 22 секунды и повторите попытку.");
    assert_eq!(say(2, "ar"), "عدد الطلبات كبير جدًا. انتظر ثانيتين ثم حاول مرة أخرى.");
    assert_eq!(
        say(1_000_000, "ja"),
        "リクエストが多すぎます。1,000,000秒待ってから、もう一度お試しください。"
    );
}

#[test]
fn an_error_names_statuses_and_roles_in_the_readers_words_and_keeps_unknown_ones() {
    let localizer = Localizer::embedded().plain();
    let say = |status: &'static str| localizer.say(messages::error_agent_not_active("Ada", status), "de");
    assert!(
        say("paused").starts_with("Der Agent „Ada“ kann beim Status „Pausiert“ nicht aufgerufen werden.")
    );
    assert!(say("asleep").contains("„asleep“"));
    let role = localizer.say(messages::error_member_role_too_high("owner"), "fr");
    assert!(role.contains("«\u{a0}Propriétaire\u{a0}»"), "{role}");
}

#[test]
fn pseudo_languages_show_what_is_not_translated() {
    let localizer = Localizer::embedded().plain();
    assert_eq!(localizer.translate("common.save", "en-XA", args! {}), "Šååvéé");
    let mirrored = localizer.translate("user.welcome", "ar-XB", args! { name: "Ana" });
    assert_eq!(mirrored, "\u{202e}Welcome,\u{202c} Ana\u{202e}!\u{202c}");
    assert_eq!("ar-XB".parse::<Language>().unwrap().direction().as_str(), "rtl");
}

#[test]
fn a_localizer_is_shared_between_threads() {
    fn shareable<T: Send + Sync + Clone>(_: &T) {}
    let localizer = Localizer::embedded().plain();
    shareable(&localizer);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for count in 0..100 {
                    let said = localizer.translate("count.tasks", "hi", args! { count: count });
                    assert_eq!(said, format!("{count} कार्य"));
                }
            });
        }
    });
}

#[test]
fn text_that_looks_like_a_message_is_only_text() {
    let localizer = Localizer::embedded().plain();
    let name = Value::from("{ $name } { -brand }");
    assert_eq!(localizer.translate("user.hello", "en", args! { name: name }), "Hello, { $name } { -brand }");
}
