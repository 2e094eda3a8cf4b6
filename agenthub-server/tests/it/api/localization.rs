//! `/api/v1/localization`, and the preferences that decide how people are spoken to.

use agenthub_i18n::languages;
use serde_json::{Value, json};

use crate::support::desk::{Answered as _, Desk, each, header, list};
use crate::support::{Server, faults};

const PREFER: &str = "/auth/me";

fn prefer(desk: &Desk<'_>, preference: &Value) -> reqwest::RequestBuilder {
    desk.request(reqwest::Method::PATCH, PREFER).json(preference)
}

/// How somebody is spoken to: language, origin, time zone.
async fn effective(desk: &Desk<'_>, accept_language: &str) -> (String, String, String) {
    let asked = desk.get("/localization/languages").header("accept-language", accept_language);
    let effective = asked.gives(200).await["effective"].clone();
    let text = |field: &str| effective[field].as_str().unwrap().to_owned();
    (text("language"), text("origin"), text("time_zone"))
}

fn so(language: &str, origin: &str, time_zone: &str) -> (String, String, String) {
    (language.to_owned(), origin.to_owned(), time_zone.to_owned())
}

/// The language of a problem, and its title.
async fn told(desk: &Desk<'_>, accept_language: &str) -> (String, String) {
    let asked = desk.get("/agents/0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b");
    let answer = asked.header("accept-language", accept_language).answer().await;
    let language = header(&answer, "content-language").unwrap();
    let problem: Value = answer.json().await.unwrap();
    (language, problem["title"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn the_users_preference_goes_before_the_organizations_and_that_before_the_header_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        assert_eq!(effective(&ada, "ru;q=0.5").await, so("ru", "header", "UTC"));
        assert_eq!(told(&ada, "ru").await, ("ru".to_owned(), "Агент не найден".to_owned()));

        let organization = json!({ "name": "Acme", "language": "fr", "time_zone": "Europe/Paris" });
        let changed = ada.put("/organization", &organization).gives(200).await;
        assert_eq!((&changed["language"], &changed["time_zone"]), (&json!("fr"), &json!("Europe/Paris")));
        assert_eq!(effective(&ada, "ru").await, so("fr", "organization", "Europe/Paris"));
        assert_eq!(told(&ada, "ru").await, ("fr".to_owned(), "Agent introuvable".to_owned()));

        let me = prefer(&ada, &json!({ "language": "DE_ch", "time_zone": "Europe/Zurich" })).gives(200).await;
        assert_eq!((&me["language"], &me["time_zone"]), (&json!("de-CH"), &json!("Europe/Zurich")));
        assert_eq!(effective(&ada, "ru").await, so("de-CH", "preference", "Europe/Zurich"));
        assert_eq!(told(&ada, "ru").await, ("de".to_owned(), "Agent nicht gefunden".to_owned()));
        let record = &ada.records(1).await[0];
        assert_eq!(record["changes"]["language"]["new"], "de-CH");

        // What is left out stays, null takes away.
        let me = prefer(&ada, &json!({ "language": null })).gives(200).await;
        assert_eq!((&me["language"], &me["time_zone"]), (&json!(null), &json!("Europe/Zurich")));
        assert_eq!(effective(&ada, "ru").await, so("fr", "organization", "Europe/Zurich"));
        ada.put("/organization", &json!({ "name": "Acme" })).gives(200).await;
        assert_eq!(effective(&ada, "ru").await, so("fr", "organization", "Europe/Zurich"));
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_preference_counts_for_every_fault_and_for_nobody_else() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let grace = ada.member("grace@example.org", "viewer").await;
    prefer(&grace, &json!({ "language": "ja" })).gives(200).await;
    let refused = prefer(&grace, &json!({ "language": 7, "colour": "red" })).refused(422, "invalid").await;
    assert_eq!(refused["title"], "入力エラー");
    assert!(!refused["errors"][0]["detail"].as_str().unwrap().is_ascii(), "{refused}");
    assert_eq!(told(&ada, "").await.0, "en");
    let members = list(ada.get("/members").gives(200).await);
    let grace = members.iter().find(|member| member["email"] == "grace@example.org").unwrap();
    assert_eq!(grace["language"], "ja");
}

#[tokio::test]
async fn a_service_is_spoken_to_as_its_organization_prefers() {
    let server = Server::start().await;
    let ada = server.owner().await;
    prefer(&ada, &json!({ "language": "ja" })).gives(200).await;
    ada.put("/organization", &json!({ "name": "Acme", "language": "pt-BR" })).gives(200).await;
    let key = ada.key(&["agents:read"]).await;
    assert_eq!(told(&key, "ru").await, ("pt".to_owned(), "Agente não encontrado".to_owned()));
}

#[tokio::test]
async fn a_superuser_is_spoken_to_as_at_home_wherever_that_is() {
    let server = Server::start().await;
    let acme = server.register("ada@example.org").await.organization;
    let root = agenthub_core::identity::NewUser {
        email: "root@example.org".to_owned(),
        password: crate::support::PASSWORD.into(),
        full_name: None,
        organization_name: None,
        superuser: true,
    };
    server.app.hub().identity().create_user(root).await.unwrap();
    let root = server.desk(&server.login("root@example.org").await);
    prefer(&root, &json!({ "language": "hi" })).gives(200).await;
    let asked = root.get("/localization/languages").header("x-organization-id", acme);
    assert_eq!(asked.gives(200).await["effective"]["language"], "hi");
}

#[tokio::test]
async fn a_language_that_nobody_speaks_here_is_passed_over_and_told_of() {
    let server = Server::start().await;
    let ada = server.owner().await;
    prefer(&ada, &json!({ "language": "tlh" })).gives(200).await;
    let answer = ada.get("/localization/languages").header("accept-language", "es").gives(200).await;
    assert_eq!(answer["effective"]["language"], "es");
    assert_eq!(answer["effective"]["passed_over"], json!(["tlh"]));
    assert_eq!(told(&ada, "es").await.0, "es");
}

#[tokio::test]
async fn what_is_no_language_and_no_time_zone_is_refused_with_its_place() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let bad = json!({ "language": "not a language", "time_zone": "Mars/Olympus" });
    let expected = [("/language", "value.bad_format"), ("/time_zone", "value.bad_format")]
        .map(|(place, code)| (place.to_owned(), code.to_owned()));
    let found = prefer(&ada, &bad).refused(422, "invalid").await;
    assert_eq!(faults(&found), expected);
    assert!(found["errors"][1]["detail"].as_str().unwrap().contains("Europe/Paris"), "{found}");
    let mut organization = bad;
    organization["name"] = json!("Acme");
    assert_eq!(faults(&ada.put("/organization", &organization).refused(422, "invalid").await), expected);
    assert_eq!(told(&ada, "").await.0, "en");
}

#[tokio::test]
async fn languages_have_a_direction_and_names() {
    let server = Server::start().await;
    let ada = server.owner().await;
    prefer(&ada, &json!({ "language": "fr" })).gives(200).await;
    let answer = ada.get("/localization/languages").gives(200).await;
    let all = list(answer["languages"].clone());
    assert_eq!(all.len(), languages::ALL.len());
    let arabic = all.iter().find(|one| one["language"] == "ar").unwrap();
    assert_eq!(
        *arabic,
        json!({ "language": "ar", "direction": "rtl", "own_name": "العربية", "name": "arabe" })
    );
}

#[tokio::test]
async fn messages_are_said_in_the_language_asked_for() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let say = |body: Value| ada.post("/localization/translate", &body);
    let said = say(json!({ "key": "user.welcome", "language": "es", "arguments": { "name": "John" } }));
    let expected = json!({ "text": "¡Te damos la bienvenida, John!", "language": "es", "direction": "ltr", "fell_back": false });
    assert_eq!(said.gives(200).await, expected);
    let counted = |count: Value| {
        say(json!({ "key": "count.tasks", "language": "ru", "arguments": { "count": count } }))
    };
    assert_eq!(counted(json!(22)).gives(200).await["text"], "22 задачи");
    assert_eq!(counted(json!("22")).gives(200).await["text"], "22 задачи");
    let seen = say(json!({
        "key": "user.last_seen", "language": "de", "time_zone": "Asia/Tokyo", "arguments": { "at": "2026-11-20T23:00:00Z" },
    }));
    assert_eq!(seen.gives(200).await["text"], "Zuletzt da: 21.11.2026");
    let title = say(json!({ "key": "error.agent.not_found", "attribute": "title", "language": "pt-PT" }));
    let said = title.gives(200).await;
    assert_eq!((&said["text"], &said["language"]), (&json!("Agente não encontrado"), &json!("pt-PT")));
    let arabic = say(json!({ "key": "user.hello", "language": "ar", "arguments": { "name": "Ada" } }))
        .gives(200)
        .await;
    assert_eq!(arabic["direction"], "rtl");
    assert!(arabic["text"].as_str().unwrap().contains("\u{2068}Ada\u{2069}"), "{arabic}");
}

#[tokio::test]
async fn an_unknown_language_falls_back_to_the_readers_and_the_answer_says_so() {
    let server = Server::start().await;
    let ada = server.owner().await;
    prefer(&ada, &json!({ "language": "de" })).gives(200).await;
    let said = ada
        .post("/localization/translate", &json!({ "key": "common.yes", "language": "tlh" }))
        .gives(200)
        .await;
    assert_eq!(said, json!({ "text": "Ja", "language": "de", "direction": "ltr", "fell_back": true }));
    let body = json!({ "kind": "number", "value": 1234.5, "language": "tlh" });
    let written = ada.post("/localization/format", &body).gives(200).await;
    assert_eq!((&written["text"], &written["fell_back"]), (&json!("1.234,5"), &json!(true)));
    let read =
        ada.post("/localization/parse", &json!({ "text": "1.234,5", "language": "tlh" })).gives(200).await;
    assert_eq!(read, json!({ "number": "1234.5", "language": "de", "fell_back": true }));
}

#[tokio::test]
async fn what_cannot_be_said_is_refused_by_name_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let say = |body: Value| ada.post("/localization/translate", &body);
        let found = say(json!({ "key": "user.welcom" })).refused(404, "message.not_found").await;
        assert!(found["detail"].as_str().unwrap().contains("user.welcom"), "{found}");
        let cases = [
            (json!({ "key": "user.welcome" }), "/arguments/name", "value.required"),
            (
                json!({ "key": "common.yes", "arguments": { "a/b": 1 } }),
                "/arguments/a~1b",
                "value.unknown_field",
            ),
            (
                json!({ "key": "count.tasks", "arguments": { "count": "many" } }),
                "/arguments/count",
                "value.wrong_type",
            ),
            (
                json!({ "key": "user.last_seen", "arguments": { "at": "soon" } }),
                "/arguments/at",
                "value.bad_format",
            ),
            (
                json!({ "key": "user.hello", "arguments": { "name": [] } }),
                "/arguments/name",
                "value.wrong_type",
            ),
            (json!({ "key": "error.internal", "attribute": "colour" }), "/attribute", "value.not_one_of"),
            (json!({ "key": "common.yes", "language": "¿qué?" }), "/language", "value.bad_format"),
            (json!({}), "/key", "value.required"),
        ];
        for (body, place, code) in cases {
            let found = say(body.clone()).refused(422, "invalid").await;
            assert_eq!(faults(&found), [(place.to_owned(), code.to_owned())], "{body}");
        }
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn messages_are_listed_in_pages_with_what_they_need() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let answer = ada.get("/localization/keys?prefix=count.&limit=3&count=true").answer().await;
    let total: usize = header(&answer, "x-total-count").unwrap().parse().unwrap();
    let mut next = header(&answer, "link");
    let mut seen = list(answer.json().await.unwrap());
    while let Some(link) = next {
        let path = link.split(['<', '>']).nth(1).unwrap().replace("/api/v1", "");
        let answer = ada.get(&path).answer().await;
        next = header(&answer, "link");
        seen.extend(list(answer.json().await.unwrap()));
    }
    assert_eq!(seen.len(), total);
    let keys = each(&seen, "key");
    assert!(keys.is_sorted() && keys.iter().all(|key| key.starts_with("count.")), "{keys:?}");
    let tasks = seen.iter().find(|it| it["key"] == "count.tasks").unwrap();
    assert_eq!(tasks["arguments"], json!([{ "name": "count", "kind": "number" }]));
    assert_eq!(tasks["languages"].as_array().unwrap().len(), 10);
    assert_eq!(ada.get("/localization/keys?prefix=nothing").gives(200).await, json!([]));
    ada.get("/localization/keys?cursor=x").refused(400, "page.bad_cursor").await;
}

#[tokio::test]
async fn values_are_written_as_a_language_writes_them() {
    let server = Server::start().await;
    let ada = server.owner().await;
    prefer(&ada, &json!({ "time_zone": "Europe/Berlin" })).gives(200).await;
    let cases = [
        (json!({ "kind": "number", "value": 1234.56, "language": "de" }), "1.234,56"),
        (
            json!({ "kind": "number", "value": "12345678901234567890.1", "language": "en" }),
            "12,345,678,901,234,567,890.1",
        ),
        (json!({ "kind": "number", "value": 5, "language": "en", "fraction_digits": 2 }), "5.00"),
        (json!({ "kind": "percent", "value": 0.256, "language": "en", "fraction_digits": 1 }), "25.6%"),
        (json!({ "kind": "compact", "value": 1_234_567, "language": "es" }), "1,2 millones"),
        (json!({ "kind": "compact", "value": 1_234_567, "language": "en", "width": "short" }), "1.2M"),
        (
            json!({ "kind": "date", "value": "2026-11-20", "language": "fr", "style": "long" }),
            "20 novembre 2026",
        ),
        (json!({ "kind": "time", "value": "15:04:05", "language": "de", "style": "short" }), "15:04"),
        (
            json!({ "kind": "datetime", "value": "2026-11-20T15:04:05Z", "language": "de", "style": "long" }),
            "20. November 2026 um 16:04:05 MEZ",
        ),
        (
            json!({ "kind": "datetime", "value": "2026-11-20T15:04:05", "language": "de", "style": "short" }),
            "20.11.26, 15:04",
        ),
        (json!({ "kind": "relative", "value": "2026-11-17T12:00:00Z", "language": "en" }), "3 days ago"),
        (json!({ "kind": "relative", "value": 7200, "language": "ru" }), "через 2 часа"),
        (json!({ "kind": "duration", "value": 7500, "language": "en" }), "2 hours, 5 minutes"),
        (json!({ "kind": "list", "value": ["Ana", "Iris"], "language": "es" }), "Ana e Iris"),
        (json!({ "kind": "list", "value": ["a", "b"], "language": "en", "conjunction": "or" }), "a or b"),
        (json!({ "kind": "bytes", "value": 1_536_000, "language": "en" }), "1.5 MB"),
        (json!({ "kind": "ordinal", "value": 22, "language": "en" }), "22nd"),
        (json!({ "kind": "plural", "value": 3, "language": "ru" }), "few"),
        (json!({ "kind": "ordinal_plural", "value": 3, "language": "en" }), "few"),
    ];
    for (body, text) in cases {
        assert_eq!(ada.post("/localization/format", &body).gives(200).await["text"], text, "{body}");
    }
}

#[tokio::test]
async fn a_value_that_does_not_fit_its_kind_is_refused_with_its_place() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let cases = [
        (json!({ "kind": "colour", "value": 1 }), "/kind", "value.not_one_of"),
        (json!({ "kind": "number" }), "/value", "value.required"),
        (json!({ "kind": "number", "value": "12 apples" }), "/value", "value.wrong_type"),
        (json!({ "kind": "number", "value": "9".repeat(65) }), "/value", "value.wrong_type"),
        (json!({ "kind": "number", "value": 1, "style": "long" }), "/style", "value.unknown_field"),
        (json!({ "kind": "date", "value": "20.11.2026" }), "/value", "value.bad_format"),
        (json!({ "kind": "date", "value": "15:04:05" }), "/value", "value.bad_format"),
        (json!({ "kind": "date", "value": "2026-11-20", "style": "huge" }), "/style", "value.not_one_of"),
        (json!({ "kind": "duration", "value": 1e300 }), "/value", "value.out_of_range"),
        (json!({ "kind": "list", "value": ["a", 1] }), "/value/1", "value.wrong_type"),
        (json!({ "kind": "bytes", "value": -1 }), "/value", "value.wrong_type"),
        (json!({ "kind": "ordinal", "value": 1.5 }), "/value", "value.wrong_type"),
        (
            json!({ "kind": "time", "value": "15:04", "time_zone": "Mars/Olympus" }),
            "/time_zone",
            "value.bad_format",
        ),
    ];
    for (body, place, code) in cases {
        let found = ada.post("/localization/format", &body).refused(422, "invalid").await;
        assert_eq!(faults(&found), [(place.to_owned(), code.to_owned())], "{body}");
    }
}

#[tokio::test]
async fn extreme_values_are_written_or_refused_and_break_nothing() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let numbers = ["1e32767", "-1e-32767", "1e999999", "0.0", "-0", "00012", "∞", "NaN", ""];
    let times =
        ["9999-12-31T23:59:59Z", "0000-01-01T00:00:00+14:00", "+262142-12-31", "-262143-01-01", "2026-02-30"];
    let kinds = ["number", "percent", "compact", "plural", "ordinal_plural", "bytes", "ordinal"];
    for language in ["en", "ar-EG", "hi-u-nu-deva", "ja-u-ca-japanese", "th-u-ca-buddhist"] {
        let numbers = numbers.iter().flat_map(|value| kinds.map(|kind| (kind, json!(value))));
        let wholes = [json!(i64::MIN), json!(u64::MAX), json!(1e308), json!(5e-324)];
        let wholes = wholes.iter().flat_map(|value| kinds.map(|kind| (kind, value.clone())));
        let times = times
            .iter()
            .flat_map(|value| ["date", "time", "datetime", "relative"].map(|kind| (kind, json!(value))));
        for (kind, value) in numbers.chain(wholes).chain(times) {
            let body = json!({ "kind": kind, "value": value, "language": language });
            let status = ada.post("/localization/format", &body).answer().await.status();
            assert!(matches!(status.as_u16(), 200 | 422), "{status}: {body}");
        }
    }
}

#[tokio::test]
async fn numbers_are_read_as_their_language_writes_them_and_no_other_way() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let read = |text: &str, language: &str| {
        ada.post("/localization/parse", &json!({ "text": text, "language": language }))
    };
    assert_eq!(read("1.234,56", "de").gives(200).await["number"], "1234.56");
    assert_eq!(read("١٬٢٣٤٫٥", "ar-EG").gives(200).await["number"], "1234.5");
    let found = read("1,234.56", "de").refused(422, "invalid").await;
    assert_eq!(faults(&found), [("/text".to_owned(), "value.bad_format".to_owned())]);
    let detail = found["errors"][0]["detail"].as_str().unwrap();
    assert!(detail.contains("1.234.567,89") && detail.contains("character 6"), "{detail}");
}
