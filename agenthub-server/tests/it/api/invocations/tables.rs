//! A body in CSV is a table.

use reqwest::{Method, RequestBuilder};
use serde_json::json;

use super::super::agents::example as analyst;
use crate::support::desk::{Answered as _, Desk};
use crate::support::{Server, faults};

const TABLE: &str = "month,revenue\n2026-01-01,100\n2026-02-01,120\n2026-03-01,90\n";

fn send(ada: &Desk<'_>, path: &str, table: impl Into<reqwest::Body>) -> RequestBuilder {
    ada.request(Method::POST, path).header("content-type", "text/csv; charset=utf-8").body(table)
}

#[tokio::test]
async fn a_table_is_analysed_as_it_comes() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let agent = ada.agent(&analyst()).await;
    let path = format!("/agents/{agent}/invoke?capability=sales_analysis&session_id=s-1");
    let by_csv = send(&ada, &path, TABLE).gives(200).await;
    let call = json!({ "capability": "sales_analysis", "input": { "table": { "csv": TABLE } } });
    assert_eq!(by_csv["output"], ada.post("/invoke", &call).gives(200).await["output"]);
    let kept = ada.get("/agents/interactions?session_id=s-1").gives(200).await;
    assert_eq!(kept[0]["id"], by_csv["interaction_id"]);
}

#[tokio::test]
async fn a_table_without_a_purpose_and_a_table_that_is_no_text_are_refused() {
    let server = Server::start().await;
    let ada = server.owner().await;
    ada.agent(&analyst()).await;
    let found = send(&ada, "/invoke", TABLE).refused(422, "invalid").await;
    assert_eq!(faults(&found), [("/capability".to_owned(), "value.required".to_owned())]);
    let path = "/invoke?capability=sales_analysis";
    send(&ada, path, vec![0xff, 0xfe]).refused(400, "request.bad_body").await;
    let found = send(&ada, path, "month,revenue\n").refused(422, "invalid").await;
    assert!(faults(&found)[0].0.starts_with("/input"), "{found}");
}

#[tokio::test]
async fn a_call_may_be_larger_than_other_bodies_but_not_without_end() {
    let server = Server::with(&[("AGENTHUB_MAX_INVOKE_BODY_MIB", "2"), ("AGENTHUB_MAX_BODY_KIB", "1")]).await;
    let ada = server.owner().await;
    ada.agent(&analyst()).await;
    let rows = |count: usize| format!("note,revenue\n{}", format!("{},1\n", "x".repeat(1000)).repeat(count));
    let path = "/invoke?capability=sales_analysis";
    let answer = send(&ada, path, rows(1500)).gives(200).await;
    assert_eq!(answer["capability"], "sales_analysis");
    send(&ada, path, rows(2500)).refused(413, "request.body_too_large").await;
    let large = json!({ "name": "x", "description": "x".repeat(2000) });
    ada.post("/agents", &large).refused(413, "request.body_too_large").await;
}
