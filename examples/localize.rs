//! One program, ten languages: messages, numbers, dates, and what suits a reader best.

use agenthub_i18n::{
    Language, Locale, Localizer, Preferences, Style, args, format_datetime, format_number, format_relative,
    language_name, messages,
};
use chrono::{TimeDelta, TimeZone, Utc};

fn main() -> Result<(), agenthub_i18n::Error> {
    // Text for a terminal: no isolation marks around what is put in.
    let localizer = Localizer::embedded().plain();

    for language in localizer.languages() {
        let hello = localizer.translate("user.hello", &language, args! { name: "Ana" });
        let tasks = localizer.say(messages::count_tasks(1_234), &language);
        println!(
            "{:<12} {hello}  ·  {tasks}  ·  {}",
            language_name(&language, &language),
            language.direction()
        );
    }

    // The reader's own setting goes before the organization's, and that before the browser's.
    let browser =
        Preferences { accept_language: Some("tlh, pt-BR;q=0.9, en;q=0.5"), ..Preferences::default() };
    let language = browser.choose(&localizer.languages()).unwrap_or_else(Language::english);
    let reader = Locale::of(language, chrono_tz::America::Sao_Paulo);
    println!("\n{}", localizer.say(messages::user_welcome("João"), &reader));

    let at = Utc.with_ymd_and_hms(2026, 11, 20, 15, 4, 5).single().unwrap_or_default();
    println!("{}", format_datetime(reader.local(at), &reader, Style::Full));
    println!("{}", localizer.say(messages::user_last_seen(reader.local(at)), &reader));
    println!("{}, {}", format_number(1_234_567.89, &reader), format_relative(TimeDelta::days(-3), &reader));

    // An organization may say things in its own way.
    localizer.set_override("acme", "pt", "user.hello", "E aí, { $name }?")?;
    println!("{}", localizer.within("acme").translate("user.hello", &reader, args! { name: "João" }));

    // What cannot be said is refused, or said in the next best language.
    let told = localizer.try_translate("common.yes", "tlh", args! {})?;
    println!("{} (in {}, fell back: {})", told.text, told.language, told.fell_back);
    if let Err(refused) = localizer.try_translate("user.welcome", "de", args! {}) {
        println!("{refused}");
    }
    Ok(())
}
