//! No refusal has English words in another language.

use std::collections::BTreeSet;

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::support::Server;
use crate::support::desk::{Answered as _, Desk};

/// What is the same in every language: names of the API, of standards, and what was sent.
const NAMES: &str = "ASCII Allow Content CSV Cube ETag Envelope Europe IANA ISO Id Idempotency If JSON Key Match NAME NUL
    Organization Paris Schema T Type URI UTF UUID X Z a action actor ai_agent api_key application at automated automation
    b cancelled capability changes csv customer date date_order day dmy entity error failure false features field form
    from hour human id json k language mdy means month name null outcome path plugin pt quarter request rows columns secret
    sequence severity success system table tag text true type until urlencoded value week www x year z zz BR AND USD SHOUT
    nothing nowhere common yes _";

/// Words that only English has, and that any English fragment is likely to have.
const ENGLISH: &str =
    "the it is must be to of and or with that which whole number expected such as there than more fewer
    least before after days given wrong invalid between following not does exist";

fn raw(desk: &Desk<'_>, method: Method, path: &str, media: &str, body: &str) -> RequestBuilder {
    desk.request(method, path).header("content-type", media).body(body.to_owned())
}

/// Requests that are refused, each for another reason.
async fn refusals(ada: &Desk<'_>) -> Vec<RequestBuilder> {
    let table = |table: Value| json!({ "capability": "sales_analysis", "input": { "table": table } });
    let csv = |text: &str| table(json!({ "csv": text }));
    let capabilities = json!({ "sales_analysis": true, "customer_segmentation": true });
    let analyst = json!({ "name": "Ada", "agent_type": "analytics", "capabilities": capabilities });
    ada.agent(&analyst).await;
    let mut all = Vec::new();
    let broken = [
        "{\"a\": }",
        "{",
        "[1,]",
        "{a: 1}",
        "{} x",
        "[1 2]",
        "{\"a\" 1}",
        "[01]",
        "[\"\\x\"]",
        "[\"\u{1}\"]",
    ];
    all.extend(broken.map(|text| raw(ada, Method::POST, "/agents", "application/json", text)));
    all.push(raw(ada, Method::POST, "/agents", "text/plain", "{}"));
    all.push(raw(ada, Method::POST, "/auth/login", "text/plain", "{}"));
    all.push(ada.post("/auth/register", &json!({ "email": 7, "full_name": ["Ada"], "password": true })));
    all.push(
        ada.post("/auth/register", &json!({ "email": "nobody", "full_name": "a\u{7}", "password": "x" })),
    );
    all.push(ada.get("/agents/7"));
    all.push(ada.get("/agents/0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b/versions/x"));
    all.push(ada.get("/agents?limit=many&deleted=perhaps"));
    all.push(ada.get("/agents").header("x-organization-id", "acme"));
    all.push(ada.post("/agents", &json!({ "name": "A" })).header("idempotency-key", "short"));
    let one = "/agents/0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b";
    all.push(ada.put(one, &json!({ "name": "A" })).header("if-match", "2"));
    all.extend(
        [
            json!({ "name": "a\u{7}", "agent_type": "No Word", "base_price": "0.1234567891" }),
            json!({ "name": "A", "currency": "XXX1", "base_price": true }),
            json!({ "name": "A", "currency": "XXX1" }),
            json!({ "name": "A", "base_price": "much" }),
            json!({ "name": "A", "goals": "all", "config": [], "priority": "x" }),
            json!({ "name": "A", "capabilities": { "ask": { "input_schema": { "type": "x", "minLength": -1 } } } }),
            json!({ "name": "A", "capabilities": { "ask": { "input_schema": { "$ref": "#/nowhere" } } } }),
        ]
        .map(|body| ada.post("/agents", &body)),
    );
    let queries = [
        "colour:red",
        "action:a (action:b",
        "action:a )",
        "action:",
        "-",
        "a AND b",
        "outcome:maybe",
        "at>yesterday",
        "action>5",
        "\"open",
        "sequence:x",
        "automated:x",
    ];
    all.extend(queries.map(|q| ada.post("/audit-logs/query", &json!({ "q": q }))));
    let deep = format!("{}x{}", "(".repeat(40), ")".repeat(40));
    all.push(ada.post("/audit-logs/query", &json!({ "q": deep })));
    let windows = [
        "time_zone=Mars/Olympus",
        "from=2026-11-20T12:00:00Z&until=2026-11-20T12:00:00Z",
        "from=1026-11-20T12:00:00Z",
        "from=yesterday",
    ];
    all.extend(windows.map(|query| ada.get(&format!("/audit-logs/statistics/summary?{query}"))));
    let record = |more: Value| {
        let mut body = json!({ "entity_type": "order", "entity_id": "1", "action": "pay" });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ada.post("/audit-logs", &body)
    };
    all.push(record(json!({ "entity_id": true })));
    all.push(record(json!({ "actor_type": "user", "actor_id": "x" })));
    let agent = "0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b";
    all.push(record(json!({ "actor_type": "user", "ai_agent_id": agent })));
    all.extend(
        [
            json!({ "kind": "number", "value": "12 apples" }),
            json!({ "kind": "date", "value": "20.11.2026" }),
            json!({ "kind": "list", "value": ["a", 1] }),
            json!({ "kind": "list", "value": 1 }),
            json!({ "kind": "bytes", "value": -1 }),
            json!({ "kind": "duration", "value": "x" }),
            json!({ "kind": "time", "value": "15:04", "time_zone": "Mars/Olympus", "language": "¿qué?" }),
        ]
        .map(|body| ada.post("/localization/format", &body)),
    );
    all.push(ada.post("/localization/parse", &json!({ "text": "12,,3" })));
    all.push(
        ada.post("/localization/translate", &json!({ "key": "user.hello", "arguments": { "name": [] } })),
    );
    all.push(ada.post("/localization/translate", &json!({ "key": "common.yes", "arguments": { "zz": 1 } })));
    let texts = [
        "Hey { $name",
        "Hey { $secret }",
        "Hey { -nothing }",
        "Hey }",
        "{ SHOUT($name) }",
        "{ $name -> [a] b }",
        "{ \"a",
        "{ common-yes -> *[a] b }",
        "a\u{7}",
    ];
    all.extend(texts.map(|text| ada.put("/localization/overrides/de/user.hello", &json!({ "text": text }))));
    all.push(ada.put("/localization/overrides/%C2%BFqu%C3%A9/user.hello", &json!({ "text": "x" })));
    let files = [
        "",
        "<a/>",
        "<Envelope><Cube>",
        "<Envelope></Envelope>",
        "<Envelope><Cube time='x'></Cube></Envelope>",
        "<a",
    ];
    all.extend(files.map(|file| raw(ada, Method::POST, "/exchange-rates/import", "application/xml", file)));
    all.push(
        ada.post("/api-keys", &json!({ "name": "K", "scopes": [], "expires_at": "2020-01-01T00:00:00Z" })),
    );
    all.push(ada.post("/invoke?capability=a", &json!({ "capability": "a" })));
    let tables = [
        csv("date,revenue\n"),
        csv(
            "date,revenue\n2026-01-01,many\n2026-01-02,2\n2026-01-03,2\n2026-01-04,2\n2026-01-05,2\n2026-01-06,2",
        ),
        csv("date,revenue\n2026-01-01\n"),
        csv("date,date\n2026-01-01,1\n"),
        csv("name,b\nAda,x\n"),
        csv("date,revenue\n13/12/2026,1\n12/13/2026,2\n"),
        csv("date,revenue\n1/2/2026,1\n2/1/2026,2\n"),
        table(json!({ "rows": [1, { "a": [] }] })),
        table(json!({ "columns": { "a": 1 } })),
        table(json!({ "columns": { "a": [1], "b": [1, 2] } })),
        table(json!({ "csv": 1 })),
        json!({ "capability": "sales_analysis", "input": { "table": { "csv": "a\n1" }, "value": "b" } }),
        json!({ "capability": "sales_analysis", "input": { "table": { "csv": "a\n1" }, "value": 1, "period": "aeon" } }),
        json!({ "capability": "sales_analysis", "input": [] }),
        json!({ "capability": "customer_segmentation", "input": { "table": { "csv": "a\n1" } } }),
    ];
    all.extend(tables.map(|call| ada.post("/invoke", &call)));
    all
}

/// Everything that a problem says.
fn told(problem: &Value) -> Vec<String> {
    let faults = problem["errors"].as_array().into_iter().flatten();
    let details = faults.map(|fault| &fault["detail"]).chain([&problem["title"], &problem["detail"]]);
    details.map(|detail| detail.as_str().unwrap().to_owned()).collect()
}

/// Runs of letters for which this holds.
fn words(text: &str, is_letter: fn(char) -> bool) -> impl Iterator<Item = &str> {
    text.split(move |c: char| !is_letter(c) && c != '_').filter(|word| !word.is_empty())
}

async fn refused(ada: &Desk<'_>, language: &str) -> Vec<String> {
    let mut all = Vec::new();
    for request in refusals(ada).await {
        let answer = request.header("accept-language", language).answer().await;
        let (url, status) = (answer.url().clone(), answer.status());
        assert!(status.is_client_error(), "{url} is answered with {status}");
        assert_eq!(answer.headers()["content-language"], language, "{url}");
        all.extend(told(&answer.json().await.unwrap()));
    }
    all
}

#[tokio::test]
async fn in_other_scripts_nothing_but_names_is_left_in_latin_letters() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let names: BTreeSet<&str> = NAMES.split_whitespace().collect();
    for language in ["ja", "ar"] {
        let told = refused(&ada, language).await;
        let left: Vec<_> = told
            .iter()
            .filter_map(|text| {
                let left: Vec<_> =
                    words(text, |c| c.is_ascii_alphabetic()).filter(|word| !names.contains(word)).collect();
                (!left.is_empty()).then(|| format!("{left:?} in {text}"))
            })
            .collect();
        assert!(left.is_empty(), "{language}:\n{}", left.join("\n"));
    }
}

#[tokio::test]
async fn a_german_reads_no_english_fragments() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let english: BTreeSet<&str> = ENGLISH.split_whitespace().collect();
    let told = refused(&ada, "de").await;
    let left: Vec<_> = told
        .iter()
        .filter(|text| words(text, char::is_alphabetic).any(|word| english.contains(word)))
        .collect();
    assert!(left.is_empty(), "{left:#?}");
    let expected = [
        "Dieses Feld hat den falschen Typ. Erwartet: Text.",
        "Dieses Feld hat den falschen Typ. Erwartet: eine ganze Zahl.",
        "Der Parameter „id“ ist falsch: erwartet wird eine UUID. Korrigiere ihn und versuche es erneut.",
    ];
    for text in expected {
        assert!(told.iter().any(|one| one == text), "{text} is not in {told:#?}");
    }
}
