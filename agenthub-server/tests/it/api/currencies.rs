//! `/api/v1/currencies`

use agenthub_money::exchange::Conversion;
use chrono::TimeDelta;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::support::desk::{Answered as _, Desk, each, list};
use crate::support::{Server, faults};

fn read_by(request: RequestBuilder, language: &str) -> RequestBuilder {
    request.header("accept-language", language)
}

fn fault(place: &str, code: &str) -> (String, String) {
    (place.to_owned(), code.to_owned())
}

#[tokio::test]
async fn a_currency_is_called_what_the_reader_calls_it() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let expected = json!({ "code": "CAD", "number": "124", "minor_units": 2, "symbol": "CA$", "narrow_symbol": "$",
        "name": "Canadian Dollar", "historic": false, "withdrawn": null });
    assert_eq!(ada.get("/currencies/CAD").gives(200).await, expected);
    let francs = read_by(ada.get("/currencies/CHF"), "de-CH, en;q=0.5").gives(200).await;
    assert_eq!(francs["name"], "Schweizer Franken");
    let mark = ada.get("/currencies/DEM").gives(200).await;
    assert_eq!((&mark["historic"], &mark["withdrawn"]), (&json!(true), &json!("2002-03")));
    let gold = ada.get("/currencies/XAU").gives(200).await;
    assert_eq!((&gold["number"], &gold["minor_units"]), (&json!("959"), &json!(null)));
    for unknown in ["usd", "EURO", "XXQ"] {
        let found = read_by(ada.get(&format!("/currencies/{unknown}")), "es");
        let found = found.refused(404, "money.unknown_currency").await;
        assert_eq!(found["title"], "Moneda desconocida");
    }
}

#[tokio::test]
async fn currencies_are_listed_by_code_filtered_and_paged() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let codes =
        async |query: &str| each(&list(ada.get(&format!("/currencies?{query}")).gives(200).await), "code");
    let all = codes("limit=1000").await;
    assert!(all.is_sorted() && all.len() > 250, "{}", all.len());
    let (old, new) = (codes("limit=1000&historic=true").await, codes("limit=1000&historic=false").await);
    assert_eq!(old.len() + new.len(), all.len());
    assert!(old.contains(&"DEM".to_owned()) && new.contains(&"EUR".to_owned()));
    assert_eq!(codes("search=canad&historic=false").await, ["CAD"]);
    assert_eq!(codes("search=usd&limit=1").await, ["USD"]);
    let found = read_by(ada.get("/currencies?search=schweizer&historic=false"), "de").gives(200).await;
    assert_eq!(each(&list(found), "code"), ["CHE", "CHF", "CHW"].map(str::to_owned)[1..2]);

    let mut seen = Vec::new();
    let mut next = Some("/currencies?limit=100".to_owned());
    while let Some(path) = next {
        let answer = ada.get(&path).answer().await;
        let link = answer.headers().get("link").map(|link| link.to_str().unwrap().to_owned());
        next = link.map(|link| link.trim_start_matches("</api/v1").split('>').next().unwrap().to_owned());
        seen.extend(each(&list(answer.json().await.unwrap()), "code"));
    }
    assert_eq!(seen, all);
}

#[tokio::test]
async fn the_amount_of_the_example_is_written_as_it_stands() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let body = json!({ "amount": 1234.56, "currency_code": "EUR", "include_symbol": true });
    for (language, text) in [("en", "€1,234.56"), ("de", "1.234,56\u{a0}€"), ("fr", "1\u{202f}234,56\u{a0}€")]
    {
        let written = read_by(ada.post("/currencies/format", &body), language).gives(200).await;
        assert_eq!(written, json!({ "text": text, "language": language }));
    }
    let bare = json!({ "amount": 1234.56, "currency_code": "EUR", "include_symbol": false });
    assert_eq!(ada.post("/currencies/format", &bare).gives(200).await["text"], "1,234.56");
}

#[tokio::test]
async fn every_style_is_offered() {
    let server = Server::start().await;
    let ada = server.owner().await;
    for (style, text) in [
        ("standard", "-CA$1,234.50"),
        ("narrow", "-$1,234.50"),
        ("code", "-CAD\u{a0}1,234.50"),
        ("name", "-1,234.50 Canadian dollars"),
        ("accounting", "(CA$1,234.50)"),
        ("compact", "-CA$1.2K"),
    ] {
        let body = json!({ "amount": "-1234.5", "currency_code": "CAD", "style": style });
        assert_eq!(ada.post("/currencies/format", &body).gives(200).await["text"], text);
    }
    let body = json!({ "amount": "1", "currency_code": "CAD", "style": "loud" });
    let found = ada.post("/currencies/format", &body).refused(422, "invalid").await;
    assert_eq!(faults(&found), [fault("/style", "value.not_one_of")]);
}

#[tokio::test]
async fn an_amount_keeps_every_digit_on_its_way_in() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let request = ada.request(Method::POST, "/currencies/format").header("content-type", "application/json");
    let body = r#"{ "amount": 12345678901234567890.12, "currency_code": "USD" }"#;
    let written = request.body(body).gives(200).await;
    assert_eq!(written["text"], "$12,345,678,901,234,567,890.12", "no float has that many");
}

#[tokio::test]
async fn the_language_can_be_chosen_and_an_unknown_one_falls_back_and_says_so() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let body = |language: &str| json!({ "amount": "1234.5", "currency_code": "CHF", "language": language });
    let written = ada.post("/currencies/format", &body("de-CH")).gives(200).await;
    assert_eq!((&written["text"], &written["language"]), (&json!("CHF\u{a0}1'234.50"), &json!("de-CH")));
    let written = read_by(ada.post("/currencies/format", &body("tlh")), "fr").gives(200).await;
    assert_eq!(written["language"], "fr");
    for bad in ["no language", "x", "e\u{301}n"] {
        let found = ada.post("/currencies/format", &body(bad)).refused(422, "invalid").await;
        assert_eq!(faults(&found), [fault("/language", "money.bad_locale")], "{bad}");
    }
}

#[tokio::test]
async fn more_decimals_than_the_currency_has_are_refused_or_rounded_as_asked() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let mut body = json!({ "amount": "0.125", "currency_code": "USD" });
    let found = ada.post("/currencies/format", &body).refused(422, "invalid").await;
    assert_eq!(faults(&found), [fault("/amount", "money.too_many_decimals")]);
    for (rounding, text) in [("half_even", "$0.12"), ("half_up", "$0.13"), ("down", "$0.12"), ("up", "$0.13")]
    {
        body["rounding"] = json!(rounding);
        assert_eq!(ada.post("/currencies/format", &body).gives(200).await["text"], text);
    }
    let mut body = json!({ "text": "¥1.5", "currency_code": "JPY" });
    let found = ada.post("/currencies/parse", &body).refused(422, "invalid").await;
    assert_eq!(faults(&found), [fault("/text", "money.too_many_decimals")]);
    body["rounding"] = json!("ceiling");
    assert_eq!(ada.post("/currencies/parse", &body).gives(200).await["amount"], "2");
}

#[tokio::test]
async fn what_people_write_is_read_back() {
    let server = Server::start().await;
    let ada = server.owner().await;
    for (language, text, amount, code) in [
        ("en", "$1,234.50", "1234.50", "USD"),
        ("de", "1.234,50 €", "1234.50", "EUR"),
        ("hi", "₹1,23,456.50", "123456.50", "INR"),
        ("ja", "1,234円", "1234", "JPY"),
    ] {
        let read =
            read_by(ada.post("/currencies/parse", &json!({ "text": text })), language).gives(200).await;
        assert_eq!(read, json!({ "amount": amount, "currency_code": code, "language": language }));
    }
}

#[tokio::test]
async fn text_of_another_language_is_refused_with_the_place() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let parse = |body: Value, language| read_by(ada.post("/currencies/parse", &body), language);
    let german = json!({ "text": "1.234,50", "currency_code": "EUR" });
    let found = parse(german.clone(), "en").refused(422, "invalid").await;
    assert_eq!(faults(&found), [fault("/text", "money.unreadable")]);
    let detail =
        "The text is not an amount in this language: it stops making sense at character 6. Correct it there.";
    assert_eq!(found["errors"][0]["detail"], detail);
    assert_eq!(parse(german, "de").gives(200).await["amount"], "1234.50");
    for (body, place, code) in [
        (json!({ "text": "5" }), "/text", "money.no_currency"),
        (json!({ "text": "kr 5" }), "/text", "money.ambiguous_currency"),
        (json!({ "text": "€5", "currency_code": "USD" }), "/text", "money.currency_mismatch"),
        (json!({ "text": "5", "currency_code": "XXQ" }), "/currency_code", "money.unknown_currency"),
        (json!({ "text": "9".repeat(40), "currency_code": "USD" }), "/text", "money.overflow"),
        (json!({ "text": "9".repeat(201), "currency_code": "USD" }), "/text", "value.too_long"),
    ] {
        let found = parse(body.clone(), "en").refused(422, "invalid").await;
        assert_eq!(faults(&found), [fault(place, code)], "{body}");
    }
}

#[tokio::test]
async fn an_amount_is_shared_out_without_losing_anything() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let share = |ratios: Value| json!({ "amount": 100, "currency_code": "USD", "ratios": ratios });
    let shared = ada.post("/currencies/allocate", &share(json!([1, "1", 1]))).gives(200).await;
    assert_eq!(shared, json!({ "shares": ["33.34", "33.33", "33.33"], "currency_code": "USD" }));
    let shared = ada.post("/currencies/allocate", &share(json!([0.5, "0.25", 0]))).gives(200).await;
    assert_eq!(shared["shares"], json!(["66.67", "33.33", "0.00"]));
    for (ratios, place, code) in [
        (json!([0, "0.00"]), "/ratios", "money.zero_ratios"),
        (json!([1, -1]), "/ratios", "money.negative_ratio"),
        (json!([1, "one"]), "/ratios/1", "money.bad_decimal"),
        (json!([]), "/ratios", "money.zero_ratios"),
    ] {
        let found = ada.post("/currencies/allocate", &share(ratios.clone())).refused(422, "invalid").await;
        assert_eq!(faults(&found), [fault(place, code)], "{ratios}");
    }
}

fn order(amount: Value, from: &str, to: &str) -> Value {
    json!({ "amount": amount, "from_currency": from, "to_currency": to })
}

async fn set(desk: &Desk<'_>, base: &str, quote: &str, rate: &str, since: &str) {
    let body = json!({ "base": base, "quote": quote, "rate": rate, "source": "bank", "effective_at": since });
    desk.post("/exchange-rates", &body).gives(201).await;
}

#[tokio::test]
async fn a_conversion_comes_with_a_receipt_that_is_good_years_later_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        set(&ada, "EUR", "USD", "1.25", "2026-11-19T00:00:00Z").await;
        set(&ada, "EUR", "JPY", "160", "2026-11-20T00:00:00Z").await;

        let converted = ada.post("/currencies/convert", &order(json!(100), "USD", "EUR")).gives(200).await;
        assert_eq!((&converted["amount"], &converted["currency_code"]), (&json!("80.00"), &json!("EUR")));

        let converted = ada.post("/currencies/convert", &order(json!("10"), "USD", "JPY")).gives(200).await;
        let receipt: Conversion = serde_json::from_value(converted["receipt"].clone()).unwrap();
        assert_eq!(
            (receipt.to.to_string().as_str(), receipt.path.to_string().as_str()),
            ("1280 JPY", "USD → EUR → JPY")
        );
        let sources: Vec<_> = receipt.path.steps().iter().map(|step| step.rate.source()).collect();
        assert_eq!(sources, ["bank", "bank"]);
        receipt.verify().unwrap();

        server.clock.advance(TimeDelta::days(3 * 365));
        let ada = server.desk(&server.login("ada@example.org").await);
        set(&ada, "EUR", "USD", "1.5", "2029-11-01T00:00:00Z").await;
        set(&ada, "USD", "JPY", "100", "2029-11-01T00:00:00Z").await;
        let mut again = order(json!("10"), "USD", "JPY");
        assert_eq!(ada.post("/currencies/convert", &again).gives(200).await["amount"], "1000");
        again["at"] = converted["receipt"]["at"].clone();
        assert_eq!(ada.post("/currencies/convert", &again).gives(200).await, converted);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_conversion_is_rounded_as_asked_and_goes_through_the_currency_that_is_asked_for() {
    let server = Server::start().await;
    let ada = server.owner().await;
    set(&ada, "USD", "CAD", "1.4", "2026-11-20T00:00:00Z").await;
    set(&ada, "USD", "MXN", "18.35", "2026-11-20T00:00:00Z").await;
    let mut asked = order(json!("10"), "CAD", "MXN");
    ada.post("/currencies/convert", &asked).refused(404, "money.no_rate").await;
    asked["via"] = json!("USD");
    assert_eq!(ada.post("/currencies/convert", &asked).gives(200).await["amount"], "131.07");
    asked["rounding"] = json!("up");
    asked["decimals"] = json!(4);
    assert_eq!(ada.post("/currencies/convert", &asked).gives(200).await["amount"], "131.0715");
    let same = ada.post("/currencies/convert", &order(json!("1.005"), "USD", "USD")).gives(200).await;
    assert_eq!((&same["amount"], &same["receipt"]["path"]), (&json!("1.00"), &json!([])));
}

#[tokio::test]
async fn a_conversion_that_cannot_be_is_refused_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        set(&ada, "EUR", "USD", "1.25", "2026-11-15T00:00:00Z").await;
        let mut aged = order(json!("1"), "EUR", "USD");
        aged["max_age_hours"] = json!(96);
        let stale = ada.post("/currencies/convert", &aged);
        let found = read_by(stale, "de").refused(409, "money.stale_rate").await;
        let detail = "Der Wechselkurs von EUR zu USD ist 132 h alt; erlaubt sind höchstens 96 h. \
                      Importiere neue Kurse oder lass ältere zu.";
        assert_eq!(found["detail"], detail);
        aged["max_age_hours"] = json!(132);
        ada.post("/currencies/convert", &aged).gives(200).await;
        aged["at"] = json!("2026-11-14T23:59:59Z");
        ada.post("/currencies/convert", &aged).refused(404, "money.no_rate").await;
        ada.post("/currencies/convert", &order(json!("1"), "EUR", "CHF")).refused(404, "money.no_rate").await;
        let most = order(json!("79228162514264337593543950335"), "EUR", "USD");
        ada.post("/currencies/convert", &most).refused(422, "money.overflow").await;

        let found = ada
            .post("/currencies/convert", &order(json!("1.0.0"), "EURO", "xyz"))
            .refused(422, "invalid")
            .await;
        let expected = [
            fault("/amount", "money.bad_decimal"),
            fault("/from_currency", "money.unknown_currency"),
            fault("/to_currency", "money.unknown_currency"),
        ];
        assert_eq!(faults(&found), expected);
        server.stop().await.unwrap();
    }
}
