//! What the server says of itself: the OpenAPI document, and the page that shows it.

use std::collections::BTreeSet;

use agenthub_server::{openapi_json, routes};
use reqwest::StatusCode;
use serde_json::Value;

use crate::support::{Server, expect, problem};

#[tokio::test]
async fn every_route_is_in_the_document() {
    let server = Server::start().await;
    let document = expect(server.get("/openapi.json").send().await.unwrap(), StatusCode::OK).await;
    assert_eq!(document["openapi"], "3.1.0");
    let mut ids = BTreeSet::new();
    for route in routes() {
        let operation = &document["paths"][&route.path][route.method.as_str().to_lowercase()];
        let id = operation["operationId"].as_str().unwrap_or_else(|| panic!("{route:?} is missing"));
        assert!(ids.insert(id.to_owned()), "{id} stands there twice");
        assert!(operation["summary"].as_str().is_some_and(|text| !text.is_empty()), "{route:?} says nothing");
    }
}

#[test]
fn every_reference_of_the_document_leads_somewhere() {
    fn check(value: &Value, document: &Value) {
        match value {
            Value::Object(fields) => {
                if let Some(Value::String(target)) = fields.get("$ref") {
                    assert!(document.pointer(&target[1..]).is_some(), "{target}");
                }
                fields.values().for_each(|field| check(field, document));
            }
            Value::Array(items) => items.iter().for_each(|item| check(item, document)),
            _ => {}
        }
    }
    let document = serde_json::from_str(&openapi_json()).unwrap();
    check(&document, &document);
}

#[tokio::test]
async fn every_route_answers_at_its_path() {
    let server = Server::start().await;
    for route in routes() {
        let path = route.path.replace("{part}", "swagger-ui.css");
        let answer = server.request(route.method.clone(), &path).send().await.unwrap();
        assert!(!matches!(answer.status().as_u16(), 404 | 405 | 500), "{route:?}: {}", answer.status());
    }
}

#[tokio::test]
async fn the_page_needs_nothing_from_elsewhere() {
    let server = Server::start().await;
    for path in ["/docs", "/docs/"] {
        let page = server.get(path).send().await.unwrap().text().await.unwrap();
        let links: Vec<_> =
            page.split(['"', '\'']).filter(|part| part.ends_with(".js") || part.ends_with(".css")).collect();
        assert!(!links.is_empty(), "{page}");
        for link in links {
            assert!(link.starts_with("/docs/"), "{link}");
            assert_eq!(server.get(link).send().await.unwrap().status(), StatusCode::OK, "{link}");
        }
    }
    problem(server.get("/docs/nothing.js").send().await.unwrap(), 404, "request.route_not_found").await;
}
