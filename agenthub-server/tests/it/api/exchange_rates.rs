//! `/api/v1/exchange-rates`

use chrono::TimeDelta;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::support::desk::{Answered as _, Desk, each, list};
use crate::support::{Server, faults};

/// Files in the bank's form; the numbers are made up.
const DAILY: &str = include_str!("../../../../agenthub-money/tests/data/eurofxref-daily.xml");
const NINETY_DAYS: &str = include_str!("../../../../agenthub-money/tests/data/eurofxref-hist-90d.xml");

fn import(desk: &Desk<'_>, file: impl Into<String>) -> RequestBuilder {
    let request = desk.request(Method::POST, "/exchange-rates/import");
    request.header("content-type", "application/xml").body(file.into())
}

fn dollars(rate: &str, since: &str) -> Value {
    json!({ "base": "EUR", "quote": "USD", "rate": rate, "source": "treasury", "effective_at": since })
}

async fn kept(desk: &Desk<'_>, query: &str) -> Vec<String> {
    each(&list(desk.get(&format!("/exchange-rates?{query}")).gives(200).await), "rate")
}

#[tokio::test]
async fn a_rate_is_kept_digit_by_digit_with_who_set_it_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let me = ada.get("/auth/me").gives(200).await;
        let exact = "0.1234567890123456789012345678";
        let written = format!(r#"{{ "base": "JPY", "quote": "BTN", "rate": {exact} }}"#);
        let request = ada.request(Method::POST, "/exchange-rates").header("content-type", "application/json");
        let set = request.body(written).gives(201).await;
        assert_eq!(set["rate"], exact, "a number without quotes is read as it is written");
        assert_eq!(
            (&set["source"], &set["effective_at"]),
            (&json!("manual"), &json!("2026-11-20T12:00:00Z"))
        );
        assert_eq!(set["created_by"]["id"], me["id"]);
        assert_eq!(list(ada.get("/exchange-rates").gives(200).await), std::slice::from_ref(&set));

        let record = &ada.records(1).await[0];
        assert_eq!((&record["action"], &record["entity"]["id"]), (&json!("set"), &set["id"]));
        assert_eq!(record["changes"]["rate"]["new"], exact);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn what_held_at_a_time_is_found_years_later_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        for (rate, since) in [
            ("1.1", "2026-01-01T00:00:00Z"),
            ("1.2", "2026-06-01T00:00:00Z"),
            ("1.25", "2026-06-01T00:00:00Z"),
        ] {
            ada.post("/exchange-rates", &dollars(rate, since)).gives(201).await;
        }
        server.clock.advance(TimeDelta::days(5 * 365));
        let ada = server.desk(&server.login("ada@example.org").await);
        ada.post("/exchange-rates", &dollars("1.4", "2031-01-01T00:00:00Z")).gives(201).await;
        for (at, held) in [
            ("2025-12-31T23:59:59Z", vec![]),
            ("2026-05-31T23:59:59Z", vec!["1.1"]),
            ("2026-06-01T00:00:00Z", vec!["1.25"]),
            ("2031-05-01T00:00:00Z", vec!["1.4"]),
        ] {
            assert_eq!(kept(&ada, &format!("at={at}")).await, held, "{at}");
        }
        assert_eq!(kept(&ada, "base=EUR").await, ["1.4", "1.25", "1.2", "1.1"], "nothing is forgotten");
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn lists_are_filtered_and_paged() {
    let server = Server::start().await;
    let ada = server.owner().await;
    import(&ada, NINETY_DAYS).gives(200).await;
    assert_eq!(kept(&ada, "quote=JPY").await, ["181.54", "181.02", "180.77"]);
    assert_eq!(
        kept(&ada, "quote=USD&from=2026-11-14T00:00:00Z&until=2026-11-20T00:00:00Z").await,
        ["1.1571"]
    );
    assert_eq!(kept(&ada, "source=ECB&limit=1&skip=5").await.len(), 1);
    assert_eq!(kept(&ada, "base=USD").await.len(), 0);
    assert_eq!(kept(&ada, "at=2026-11-19T09:00:00Z").await, ["181.02", "1.1571"], "by pair");
    assert_eq!(kept(&ada, "at=2026-11-19T09:00:00Z&quote=USD").await, ["1.1571"]);

    let first = ada.get("/exchange-rates?at=2026-11-19T09:00:00Z&limit=1&count=true").answer().await;
    assert_eq!(first.headers()["x-total-count"], "2");
    let link = first.headers()["link"].to_str().unwrap().to_owned();
    let next = link.trim_start_matches("</api/v1").split('>').next().unwrap();
    assert_eq!(each(&list(ada.get(next).gives(200).await), "quote"), ["USD"]);
    let cursor = next.split("cursor=").nth(1).unwrap();
    ada.get(&format!("/exchange-rates?cursor={cursor}")).refused(400, "page.bad_cursor").await;

    let found = ada.get("/exchange-rates?at=2026-11-19T09:00:00Z&source=ECB").refused(422, "invalid").await;
    assert_eq!(faults(&found), [("/source".to_owned(), "value.excludes".to_owned())]);
    let found = ada.get("/exchange-rates?base=EURO&quote=usd").refused(422, "invalid").await;
    let unknown = |place: &str| (place.to_owned(), "money.unknown_currency".to_owned());
    assert_eq!(faults(&found), [unknown("/base"), unknown("/quote")]);
}

#[tokio::test]
async fn a_file_of_the_bank_is_kept_once_with_one_record_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let done = import(&ada, DAILY).gives(200).await;
        let expected = json!({ "source": "ECB", "rates": 6, "added": 6,
            "first": "2026-11-20T00:00:00Z", "last": "2026-11-20T00:00:00Z" });
        assert_eq!(done, expected);
        let record = &ada.records(1).await[0];
        assert_eq!((&record["action"], &record["entity"]["id"]), (&json!("import"), &json!("ECB")));
        assert_eq!(record["changes"]["added"]["new"], 6);

        ada.post("/exchange-rates", &dollars("1.2", "2026-11-20T00:00:00Z")).gives(201).await;
        let overlapping = import(&ada, NINETY_DAYS).gives(200).await;
        assert_eq!((&overlapping["rates"], &overlapping["added"]), (&json!(6), &json!(4)));
        assert_eq!(import(&ada, NINETY_DAYS).gives(200).await["added"], 0);
        let held = kept(&ada, "at=2026-11-20T12:00:00Z&quote=USD").await;
        assert_eq!(held, ["1.2"], "what was set by hand stays");
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_file_that_is_cut_or_broken_is_refused_whole_with_the_line_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let cut = &DAILY[..DAILY.find("<Cube currency=\"CHF\"").unwrap() + 12];
        let found = import(&ada, cut).refused(422, "money.bad_rates_file").await;
        assert!(found["detail"].as_str().unwrap().contains("line 13"), "{found}");
        let zero = DAILY.replace("0.8812", "0");
        let found = import(&ada, zero).refused(422, "money.bad_rates_file").await;
        assert!(found["detail"].as_str().unwrap().contains("line 12"), "{found}");
        import(&ada, "").refused(422, "money.bad_rates_file").await;
        assert!(kept(&ada, "").await.is_empty(), "nothing of them was kept");
        server.stop().await.unwrap();
    }
}

/// A file with so many days of the one rate.
fn days(count: i64) -> String {
    let first = chrono::NaiveDate::from_ymd_opt(2000, 1, 1).unwrap();
    let day = |n| {
        format!("<Cube time=\"{}\"><Cube currency=\"USD\" rate=\"1.1\"/></Cube>", first + TimeDelta::days(n))
    };
    format!("<Envelope><Cube>{}</Cube></Envelope>", (0..count).map(day).collect::<String>())
}

#[tokio::test]
async fn an_import_is_as_large_as_it_may_be_and_no_larger_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let found = import(&ada, days(5_001)).refused(422, "invalid").await;
        assert_eq!(faults(&found), [(String::new(), "value.too_many".to_owned())]);
        assert!(kept(&ada, "").await.is_empty());
        assert_eq!(import(&ada, days(5_000)).gives(200).await["added"], 5_000);
        assert_eq!(import(&ada, days(5_000)).gives(200).await["added"], 0);
        server.stop().await.unwrap();
    }
    let server = Server::with(&[("AGENTHUB_MAX_BODY_KIB", "1")]).await;
    import(&server.owner().await, days(100)).refused(413, "request.body_too_large").await;
}

#[tokio::test]
async fn only_xml_is_imported() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let request = ada.post("/exchange-rates/import", &json!({ "file": DAILY }));
    request.refused(415, "request.bad_media_type").await;
    let request =
        ada.request(Method::POST, "/exchange-rates/import").header("content-type", "text/xml; charset=utf-8");
    request.body(DAILY).gives(200).await;
    let request = ada.request(Method::POST, "/exchange-rates/import").header("content-type", "text/xml");
    request.body(b"\xff\xfe<".to_vec()).refused(400, "request.bad_body").await;
}

#[tokio::test]
async fn a_rate_that_cannot_be_is_refused_with_every_fault_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let with = |field: &str, value: Value| {
            let mut body = dollars("1.1", "2026-11-20T00:00:00Z");
            body[field] = value;
            body
        };
        for (body, place, code) in [
            (with("rate", json!("0")), "/rate", "money.bad_rate"),
            (with("rate", json!(0)), "/rate", "money.bad_rate"),
            (with("rate", json!("-1.1")), "/rate", "money.bad_rate"),
            (with("rate", json!("1,1")), "/rate", "money.bad_decimal"),
            (with("rate", json!("1e3")), "/rate", "money.bad_decimal"),
            (with("rate", json!(1e30)), "/rate", "money.bad_decimal"),
            (with("rate", json!("1".repeat(40))), "/rate", "money.overflow"),
            (with("rate", json!(true)), "/rate", "value.wrong_type"),
            (with("quote", json!("EUR")), "/quote", "money.rate_loop"),
            (with("quote", json!("usd")), "/quote", "money.unknown_currency"),
            (with("source", json!(" ")), "/source", "value.required"),
            (with("source", json!("a\u{0}b")), "/source", "value.bad_format"),
            (with("source", json!("x".repeat(256))), "/source", "value.too_long"),
            (with("effective_at", json!("9999-12-31T23:59:59-12:00")), "/effective_at", "value.bad_format"),
            (with("effective_at", json!("yesterday")), "/effective_at", "value.bad_format"),
        ] {
            let found = ada.post("/exchange-rates", &body).refused(422, "invalid").await;
            assert_eq!(faults(&found), [(place.to_owned(), code.to_owned())], "{body}");
        }
        let all = json!({ "base": "X", "quote": "Y", "rate": "Z" });
        let found = ada.post("/exchange-rates", &all).refused(422, "invalid").await;
        assert_eq!(faults(&found).len(), 3, "{found}");
        assert!(kept(&ada, "").await.is_empty());
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn rates_that_contradict_each_other_are_refused_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        ada.post("/exchange-rates", &dollars("1.25", "2026-11-20T00:00:00Z")).gives(201).await;
        let back = |rate: &str, source: &str| json!({ "base": "USD", "quote": "EUR", "rate": rate, "source": source, "effective_at": "2026-11-20T00:00:00Z" });
        let found =
            ada.post("/exchange-rates", &back("1.25", "treasury")).refused(409, "money.rate_loop").await;
        assert!(found["detail"].as_str().unwrap().contains("1.5625"), "{found}");
        ada.post("/exchange-rates", &back("0.79", "treasury")).gives(201).await;
        assert_eq!(kept(&ada, "").await.len(), 2, "a spread is no contradiction");

        let upside_down = json!({ "base": "USD", "quote": "EUR", "rate": "1.1593", "source": "ECB",
            "effective_at": "2026-11-20T00:00:00Z" });
        ada.post("/exchange-rates", &upside_down).gives(201).await;
        import(&ada, DAILY).refused(409, "money.rate_loop").await;
        assert_eq!(kept(&ada, "source=ECB&base=EUR").await.len(), 0, "nothing of the file was kept");
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn another_organizations_rates_do_not_exist_on_each_store() {
    for server in Server::on_each_store().await {
        let (ada, mallory) = (server.owner().await, server.stranger().await);
        import(&ada, DAILY).gives(200).await;
        assert!(kept(&mallory, "").await.is_empty());
        assert!(kept(&mallory, "at=2026-11-20T12:00:00Z").await.is_empty());
        let order = json!({ "amount": "1", "from_currency": "EUR", "to_currency": "USD" });
        mallory.post("/currencies/convert", &order).refused(404, "money.no_rate").await;
        mallory.post("/exchange-rates", &dollars("9", "2026-11-20T00:00:00Z")).gives(201).await;
        assert_eq!(kept(&ada, "at=2026-11-20T12:00:00Z&quote=USD").await, ["1.1593"]);
        server.stop().await.unwrap();
    }
}
