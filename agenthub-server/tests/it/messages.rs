//! Errors are told in the reader's language.

mod refusals;

use std::collections::BTreeSet;

use agenthub_core::audit::export::ExportStatus;
use agenthub_core::error::{Code, Word};
use agenthub_i18n::{Key, Locale, Localizer};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::support::{Server, problem};

const REGISTER: &str = "/api/v1/auth/register";

fn key(code: &Code) -> String {
    format!("error.{}", code.as_str())
}

fn phrase(word: &Word) -> String {
    format!("phrase.{}", word.as_str())
}

fn family(name: &str) -> Vec<Key> {
    Localizer::embedded().keys().into_iter().filter(|message| message.key.starts_with(name)).collect()
}

fn errors() -> Vec<Key> {
    family("error.")
}

/// The names between the braces of a template.
fn places(template: &str) -> BTreeSet<String> {
    let after = template.split('{').skip(1);
    after.map(|rest| rest.split('}').next().unwrap().to_owned()).collect()
}

#[test]
fn every_code_has_a_text_and_a_title_in_ten_languages_with_the_arguments_of_its_template() {
    let messages = errors();
    for code in Code::ALL {
        let message = messages.iter().find(|message| message.key == key(code));
        let message = message.unwrap_or_else(|| panic!("{code:?} has no message"));
        assert_eq!(message.languages.len(), 10, "{code:?} is said in {:?}", message.languages);
        assert_eq!(message.attributes, ["title"], "{code:?}");
        let arguments: BTreeSet<_> = message.arguments.iter().map(|argument| argument.name.clone()).collect();
        assert_eq!(arguments, places(code.template()), "{code:?}");
    }
}

#[test]
fn every_word_has_a_text_in_ten_languages_with_the_arguments_of_its_template() {
    let messages = family("phrase.");
    for word in Word::ALL {
        let message = messages.iter().find(|message| message.key == phrase(word));
        let message = message.unwrap_or_else(|| panic!("{word:?} has no message"));
        assert_eq!(message.languages.len(), 10, "{word:?} is said in {:?}", message.languages);
        let arguments: BTreeSet<_> = message.arguments.iter().map(|argument| argument.name.clone()).collect();
        assert_eq!(arguments, places(word.template()), "{word:?}");
    }
    let words: BTreeSet<_> = Word::ALL.iter().map(phrase).collect();
    let messages: BTreeSet<_> = messages.into_iter().map(|message| message.key).collect();
    assert_eq!(messages, words);
}

#[test]
fn how_far_an_export_is_has_words_in_every_language_and_is_not_told_by_its_name_in_the_api() {
    let localizer = Localizer::embedded();
    for language in localizer.languages() {
        let locale = Locale::of(language.clone(), Locale::default().time_zone());
        for status in [ExportStatus::Queued, ExportStatus::Running, ExportStatus::Failed] {
            let args = [("id", "7"), ("status", status.as_str())];
            let text =
                localizer.translate(&key(&Code::AUDIT_EXPORT_NOT_READY), &locale, args.into_iter().collect());
            assert_eq!(text.contains(status.as_str()), language.code() == "en", "{text}");
        }
    }
}

#[test]
fn every_message_of_an_error_has_a_code() {
    let codes: BTreeSet<_> = Code::ALL.iter().map(key).collect();
    let messages: BTreeSet<_> = errors().into_iter().map(|message| message.key).collect();
    assert_eq!(messages, codes);
}

/// Asks for what is not there, and gives back the language of the answer and the answer.
async fn ask(server: &Server, accept_language: Option<&str>) -> (String, Value) {
    let mut request = server.get("/api/v1/nowhere");
    if let Some(wishes) = accept_language {
        request = request.header("accept-language", wishes);
    }
    let answer = request.send().await.unwrap();
    let language = answer.headers()["content-language"].to_str().unwrap().to_owned();
    (language, problem(answer, 404, "request.route_not_found").await)
}

#[tokio::test]
async fn a_german_reader_is_answered_in_german() {
    let server = Server::start().await;
    let (language, found) = ask(&server, Some("tlh, de-AT;q=0.9, en;q=0.8")).await;
    assert_eq!(language, "de");
    assert_eq!(found["title"], "Adresse nicht gefunden");
    assert_eq!(found["detail"], "Unter /api/v1/nowhere gibt es nichts. Prüfe die Adresse.");
}

#[tokio::test]
async fn a_reader_who_asks_for_any_language_or_for_none_that_we_speak_is_answered_in_english() {
    let server = Server::start().await;
    for wishes in [None, Some("*"), Some("tlh"), Some(""), Some(";;,q=")] {
        let (language, found) = ask(&server, wishes).await;
        assert_eq!(language, "en", "{wishes:?}");
        assert_eq!(found["detail"], "There is nothing at /api/v1/nowhere. Check the address.");
    }
}

#[tokio::test]
async fn a_path_cannot_turn_an_arabic_sentence_around() {
    let server = Server::start().await;
    let (language, found) = ask(&server, Some("ar")).await;
    assert_eq!(language, "ar");
    assert_eq!(found["detail"], "لا يوجد شيء في \u{2068}/api/v1/nowhere\u{2069}. تحقق من العنوان.");
}

#[tokio::test]
async fn every_fault_of_a_body_is_told_in_the_readers_language() {
    let server = Server::start().await;
    let body = json!({ "email": "ada@example.org" });
    let request = server.post(REGISTER, &body).header("accept-language", "fr");
    let found = problem(request.send().await.unwrap(), 422, "invalid").await;
    assert_eq!(found["title"], "Données non valides");
    assert_eq!(found["errors"][0]["pointer"], "/password");
    assert_eq!(found["errors"][0]["detail"], "Ce champ est obligatoire.");
}

#[tokio::test]
async fn numbers_have_the_readers_plural_form_and_marks() {
    let server = Server::with(&[("AGENTHUB_MAX_BODY_KIB", "1")]).await;
    let request = server.request(Method::POST, REGISTER).header("content-type", "application/json");
    let request = request.header("accept-language", "ru").body("x".repeat(2048));
    let found = problem(request.send().await.unwrap(), 413, "request.body_too_large").await;
    let detail = "Тело запроса больше 1024 байт. Отправляйте меньше данных за один раз.";
    assert_eq!(found["detail"].as_str().unwrap().replace('\u{a0}', ""), detail);
}

/// Sends so many bytes of languages over a socket of its own; gives the status, where there is an answer.
async fn send_languages(server: &Server, bytes: usize) -> Option<u16> {
    let (mut answer, mut request) = TcpStream::connect(server.address).await.unwrap().into_split();
    let wishes = "tlh;q=0.9, ".repeat(bytes / 11);
    let text = format!(
        "GET /api/v1/nowhere HTTP/1.1\r\nhost: x\r\nconnection: close\r\naccept-language: {wishes}de\r\n\r\n"
    );
    let mut read = Vec::new();
    // Who is refused early can no longer write, and may find the answer lost with the connection.
    let (_, _) = tokio::join!(request.write_all(text.as_bytes()), answer.read_to_end(&mut read));
    let line = String::from_utf8_lossy(&read);
    line.split(' ').nth(1).and_then(|status| status.parse().ok())
}

#[tokio::test]
async fn ten_megabytes_of_languages_are_refused_and_do_no_harm() {
    let server = Server::start().await;
    assert_eq!(
        send_languages(&server, 100_000).await,
        Some(404),
        "much more than is read, but not too much to take"
    );
    let status = send_languages(&server, 10_000_000).await;
    assert!(matches!(status, None | Some(431)), "{status:?}");
    let (language, _) = ask(&server, Some("de")).await;
    assert_eq!(language, "de");
}

#[tokio::test]
async fn a_header_may_come_in_several_lines() {
    let server = Server::start().await;
    let request =
        server.get("/api/v1/nowhere").header("accept-language", "tlh").header("accept-language", "ja;q=0.5");
    let answer = request.send().await.unwrap();
    assert_eq!(answer.headers()["content-language"], "ja");
}
