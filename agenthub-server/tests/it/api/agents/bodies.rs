//! What is sent to create an agent, and what is wrong with it.

use serde_json::{Value, json};

use crate::support::desk::Answered as _;
use crate::support::{Server, faults};

/// As the documentation shows it.
pub(crate) fn first_example() -> Value {
    json!({
        "name": "Analytics Agent",
        "agent_type": "analytics",
        "description": "Provides business analytics and insights",
        "version": "1.0.0",
        "capabilities": { "sales_analysis": true, "customer_segmentation": true, "predictive_analytics": false },
    })
}

fn full_example() -> Value {
    json!({
        "name": "Invoice Clerk",
        "short_description": "Reads invoices",
        "business_domain": "finance",
        "status": "draft",
        "personas": ["accountant"],
        "problem_statement": "Invoices are typed by hand",
        "goals": ["no typing"],
        "in_scope": ["invoices"],
        "out_of_scope": ["payments"],
        "operational_details": "Runs at night",
        "inputs": ["PDF"],
        "outputs": ["rows"],
        "tools": [{ "name": "ocr", "description": "Reads pictures" }],
        "security_controls": ["four eyes"],
        "kpis": [{ "name": "error rate", "target": "below 1 %" }, { "name": "time", "target": "1 s", "current": "2 s" }],
        "owner": "finance team",
        "version": "2.1",
    })
}

#[tokio::test]
async fn everything_that_can_be_said_of_an_agent_is_kept() {
    let server = Server::start().await;
    let agent = server.owner().await.post("/agents", &full_example()).gives(201).await;
    for (field, said) in full_example().as_object().unwrap() {
        assert_eq!(agent[field], *said, "{field}");
    }
}

#[tokio::test]
async fn prices_are_text_or_numbers_and_stay_exact() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let body = json!({
        "name": "Priced", "base_price": 0.1, "token_rate": "0.000002", "currency": "EUR",
        "capabilities": { "ask": { "price": 2, "description": "Asks" }, "look": { "enabled": false, "price": "1.10" } },
    });
    let agent = ada.post("/agents", &body).gives(201).await;
    assert_eq!((&agent["base_price"], &agent["token_rate"]), (&json!("0.1"), &json!("0.000002")));
    assert_eq!(agent["capabilities"]["ask"]["price"], "2");
    assert_eq!(agent["capabilities"]["look"]["price"], "1.10");
    assert_eq!(agent["currency"], "EUR");
}

#[tokio::test]
async fn every_fault_of_an_agent_is_told_with_its_place() {
    let cases = [
        (json!({}), "/name", "value.required"),
        (json!({ "name": " " }), "/name", "value.required"),
        (json!({ "name": "x".repeat(256) }), "/name", "value.too_long"),
        (json!({ "name": 7 }), "/name", "value.wrong_type"),
        (json!({ "name": "A", "agent_type": "No Word" }), "/agent_type", "value.bad_format"),
        (json!({ "name": "A", "status": "asleep" }), "/status", "value.not_one_of"),
        (json!({ "name": "A", "id": "x" }), "/id", "value.unknown_field"),
        (json!({ "name": "A", "version_number": 7 }), "/version_number", "value.unknown_field"),
        (json!({ "name": "A", "priority": 101 }), "/priority", "value.out_of_range"),
        (json!({ "name": "A", "timeout_seconds": 0 }), "/timeout_seconds", "value.out_of_range"),
        (json!({ "name": "A", "base_price": true }), "/base_price", "value.wrong_type"),
        (json!({ "name": "A", "base_price": "-1" }), "/base_price", "value.out_of_range"),
        (json!({ "name": "A", "currency": "XXX1" }), "/currency", "value.breaks_schema"),
        (json!({ "name": "A", "goals": "all" }), "/goals", "value.wrong_type"),
        (json!({ "name": "A", "tools": [{ "name": "t" }] }), "/tools/0/description", "value.required"),
        (
            json!({ "name": "A", "kpis": [{ "name": "k", "target": "t", "x": 1 }] }),
            "/kpis/0/x",
            "value.unknown_field",
        ),
        (json!({ "name": "A", "capabilities": { "ask": "yes" } }), "/capabilities/ask", "value.wrong_type"),
        (
            json!({ "name": "A", "capabilities": { "ask": { "on": true } } }),
            "/capabilities/ask/on",
            "value.unknown_field",
        ),
        (
            json!({ "name": "A", "capabilities": { "ask": { "input_schema": { "type": "x" } } } }),
            "/capabilities/ask/input_schema/type",
            "value.bad_schema",
        ),
        (
            json!({ "name": "A", "agent_type": "analytics", "capabilities": { "cook": true } }),
            "/capabilities/cook",
            "value.not_one_of",
        ),
        (
            json!({ "name": "A", "required_permissions": ["agents:fly"] }),
            "/required_permissions/0",
            "value.not_one_of",
        ),
    ];
    let server = Server::start().await;
    let ada = server.owner().await;
    for (body, place, code) in cases {
        let found = ada.post("/agents", &body).refused(422, "invalid").await;
        assert_eq!(faults(&found), [(place.to_owned(), code.to_owned())], "{body}");
    }
    assert_eq!(ada.get("/agents").gives(200).await, json!([]));
}

#[tokio::test]
async fn an_unknown_field_is_refused_by_name_beside_those_that_are_known() {
    let server = Server::start().await;
    let found = server
        .owner()
        .await
        .post("/agents", &json!({ "name": "A", "nmae": "B" }))
        .refused(422, "invalid")
        .await;
    let detail = found["errors"][0]["detail"].as_str().unwrap();
    assert!(detail.contains("nmae") && detail.contains("business_domain"), "{detail}");
}
