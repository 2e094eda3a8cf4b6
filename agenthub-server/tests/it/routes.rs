//! Walks every route, so that none is forgotten: as nobody, as a stranger, with too little permission, and as who may.

mod refusals;
mod stage;

use agenthub_core::{Permission, Role};
use agenthub_server::{Access, Route, openapi_json, routes};
use reqwest::{Method, StatusCode};
use serde_json::Value;

use crate::support::desk::{Answered as _, id};
use crate::support::{Server, problem};
use stage::{Stage, as_documented, nowhere, send, text};

/// The routes that cost a permission, each with it.
fn governed() -> Vec<(Route, Permission)> {
    let needs = |route: Route| match route.access {
        Access::Needs(permission) => Some((route, permission)),
        Access::Public | Access::Person | Access::Superuser => None,
    };
    routes().into_iter().filter_map(needs).collect()
}

#[tokio::test]
async fn nobody_gets_in_but_where_everybody_may() {
    let server = Server::start().await;
    for route in routes() {
        let path = route.path.replace("{part}", "index.html");
        let answer = server.request(route.method.clone(), &path).send().await.unwrap();
        if route.access == Access::Public {
            assert_ne!(answer.status(), StatusCode::UNAUTHORIZED, "{route:?}");
        } else {
            assert!(answer.headers().contains_key("www-authenticate"), "{route:?}");
            problem(answer, 401, "auth.unauthenticated").await;
        }
    }
}

/// Does the route make the thing that its path names? Everybody has every message: what a stranger says instead of
/// one, the stranger says at home.
fn names_its_thing(route: &Route) -> bool {
    route.path.ends_with("/{key}") && route.method == Method::PUT
}

#[tokio::test]
async fn a_stranger_never_sees_the_thing() {
    for server in Server::on_each_store().await {
        let stage = Stage::new(&server).await;
        let mallory = server.stranger().await;
        for (route, _) in governed().into_iter().filter(|(route, _)| !names_its_thing(route)) {
            let (path, body) = (stage.path(&route).await, stage.body(&route));
            let answer = send(&mallory, &route.method, &path, body.as_ref()).answer().await;
            let (status, text) = (answer.status(), text(answer).await);
            // A currency belongs to nobody.
            if path != route.path && !route.path.ends_with("{code}") {
                assert_eq!(status, StatusCode::NOT_FOUND, "{route:?}: {text}");
            }
            assert!(!text.contains("Hidden") && !text.contains("ada@example.org"), "{route:?}: {text}");
        }
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn what_is_nowhere_is_not_found() {
    for server in Server::on_each_store().await {
        let stage = Stage::new(&server).await;
        for (route, _) in governed().into_iter().filter(|(route, _)| !names_its_thing(route)) {
            let path = nowhere(&route);
            if path != route.path {
                let body = stage.body(&route);
                let answer = send(&stage.ada, &route.method, &path, body.as_ref()).answer().await;
                assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{route:?}");
            }
        }
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn what_only_superusers_may_do_is_closed_to_owners_and_open_to_them() {
    let document: Value = serde_json::from_str(&openapi_json()).unwrap();
    for server in Server::on_each_store().await {
        let stage = Stage::new(&server).await;
        let root = server.superuser().await;
        let key = stage.ada.key(&["organization:read"]).await;
        for route in routes().into_iter().filter(|route| route.access == Access::Superuser) {
            let body = stage.body(&route);
            let asked = async |desk| send(desk, &route.method, &route.path, body.as_ref());
            asked(&stage.ada).await.refused(403, "auth.superuser_needed").await;
            asked(&key).await.refused(401, "auth.unauthenticated").await;
            as_documented(&document, &route, asked(&root).await.answer().await).await;
        }
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn without_its_permission_a_route_is_closed_and_says_which_it_is() {
    let server = Server::start().await;
    let stage = Stage::new(&server).await;
    for (route, needed) in governed() {
        let others: Vec<_> =
            Permission::all().filter(|other| *other != needed).map(Permission::as_str).collect();
        let key = stage.ada.key(&others).await;
        let (path, body) = (stage.path(&route).await, stage.body(&route));
        let found = send(&key, &route.method, &path, body.as_ref()).refused(403, "auth.denied").await;
        assert!(found["detail"].as_str().unwrap().contains(needed.as_str()), "{route:?}: {found}");
    }
}

#[tokio::test]
async fn each_role_may_do_what_the_table_says() {
    let server = Server::start().await;
    let stage = Stage::new(&server).await;
    for role in Role::ALL {
        let member = stage.ada.member(&format!("{role}@example.org"), role.as_str()).await;
        for (route, needed) in governed() {
            let body = stage.body(&route);
            let status =
                send(&member, &route.method, &nowhere(&route), body.as_ref()).answer().await.status();
            let may = role.permissions().contains(needed);
            assert_eq!(status != StatusCode::FORBIDDEN, may, "{role} at {route:?}: {status}");
        }
    }
}

/// The records that a route leaves, newest first: action and kind of thing.
fn expected_records(route: &Route) -> &'static [(&'static str, &'static str)] {
    let path = route.path.replace("/ai-agents", "/agents");
    match (route.method.as_str(), path.strip_prefix("/api/v1").unwrap()) {
        ("GET", "/audit-logs/exports/{id}/file") => &[("download", "audit_export")],
        ("GET", _) | ("POST", "/audit-logs/query") => &[],
        ("POST", "/audit-logs/exports") => &[("create", "audit_export")],
        ("DELETE", "/audit-logs/exports/{id}") => &[("remove", "audit_export")],
        ("POST", path) if path.starts_with("/currencies/") => &[],
        ("POST", "/exchange-rates") => &[("set", "exchange_rate")],
        ("POST", "/exchange-rates/import") => &[("import", "exchange_rate")],
        ("POST", "/localization/translate" | "/localization/format" | "/localization/parse") => &[],
        ("POST", "/agents") => &[("create", "agent")],
        ("PUT", "/agents/{id}") => &[("update", "agent")],
        ("PUT", "/agents/{id}/status") => &[("set_status", "agent")],
        ("DELETE", "/agents/{id}") => &[("delete", "agent")],
        ("POST", "/agents/{id}/restore") => &[("restore", "agent")],
        ("POST", "/agents/{id}/versions/{number}/restore") => &[("restore_version", "agent")],
        ("POST", "/invoke" | "/agents/{id}/invoke") => &[("invoke", "interaction")],
        ("POST", "/agents/interactions") => &[("log", "interaction")],
        ("POST", "/audit-logs/views") => &[("create", "audit_view")],
        ("PUT", "/audit-logs/views/{id}") => &[("update", "audit_view")],
        ("DELETE", "/audit-logs/views/{id}") => &[("remove", "audit_view")],
        ("PUT", "/audit-logs/retention") => &[("set", "audit_retention")],
        ("DELETE", "/audit-logs/retention") => &[("remove", "audit_retention")],
        ("POST", "/audit-logs/legal-holds") => &[("place", "legal_hold")],
        ("DELETE", "/audit-logs/legal-holds/{id}") => &[("lift", "legal_hold")],
        ("POST", "/audit-logs") => &[("create", "invoice")],
        ("POST", "/audit-logs/erasures") => &[("erase", "subject")],
        ("POST", "/audit-logs/heads") => &[("sign", "audit_head")],
        ("PUT", "/organization") => &[("update", "organization")],
        ("PUT", "/members/{user_id}") => &[("set_role", "member")],
        ("DELETE", "/members/{user_id}") => &[("remove", "member")],
        ("POST", "/invitations") => &[("create", "invitation")],
        ("DELETE", "/invitations/{id}") => &[("remove", "invitation")],
        ("POST", "/invitations/accept") => &[("accept", "invitation")],
        ("POST", "/api-keys") => &[("create", "api_key")],
        ("DELETE", "/api-keys/{id}") => &[("revoke", "api_key")],
        ("POST", "/api-keys/{id}/rotate") => &[("rotate", "api_key"), ("revoke", "api_key")],
        ("POST", "/auth/register") => &[("login", "login"), ("register", "user"), ("create", "organization")],
        ("POST", "/auth/login") => &[("login", "login")],
        ("POST", "/auth/refresh") => &[("refresh", "login")],
        ("POST", "/auth/logout") => &[("logout", "login")],
        ("PUT", "/localization/overrides/{language}/{key}") => &[("update", "message_override")],
        ("DELETE", "/localization/overrides/{language}/{key}") => &[("remove", "message_override")],
        ("PATCH", "/auth/me") => &[("set_preference", "user")],
        ("POST", "/auth/change-password") => &[("change_password", "user")],
        _ => panic!("which records does {route:?} leave?"),
    }
}

fn assert_left(left: &[(String, String)], route: &Route) {
    let left: Vec<_> = left.iter().map(|(action, kind)| (action.as_str(), kind.as_str())).collect();
    assert_eq!(left, expected_records(route), "{route:?}");
}

#[tokio::test]
async fn its_permission_opens_a_route_that_keeps_to_the_document_and_leaves_its_record() {
    let document: Value = serde_json::from_str(&openapi_json()).unwrap();
    for server in Server::on_each_store().await {
        let stage = Stage::new(&server).await;
        for (number, (route, needed)) in governed().into_iter().enumerate() {
            // Who makes a key must have what the key is to have.
            let scopes = [needed.as_str(), "agents:read", "agents:invoke"];
            let count = if needed == Permission::ApiKeysManage { 3 } else { 1 };
            let key = stage.ada.key(&scopes[..count]).await;
            let (path, body) = (stage.path(&route).await, stage.body(&route));
            let request = format!("walk-{number}");
            let sent = send(&key, &route.method, &path, body.as_ref()).header("x-request-id", &request);
            as_documented(&document, &route, sent.answer().await).await;
            assert_left(&stage.records(stage.organization, &request).await, &route);
        }
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn what_persons_do_with_their_accounts_keeps_to_the_document_and_leaves_its_record() {
    let document: Value = serde_json::from_str(&openapi_json()).unwrap();
    let is_personal = |route: &Route| {
        matches!(route.access, Access::Public | Access::Person) && route.method != Method::GET
    };
    for server in Server::on_each_store().await {
        let stage = Stage::new(&server).await;
        for (number, route) in routes().into_iter().filter(is_personal).enumerate() {
            let (person, body) = stage.person(&route).await;
            let request = format!("person-{number}");
            let sent = send(&server.desk(&person), &route.method, &route.path, body.as_ref());
            let answer = sent.header("x-request-id", &request).answer().await;
            let value = as_documented(&document, &route, answer).await;
            let organization = match value.get("organization") {
                Some(organization) => id(organization),
                None => person.organization,
            };
            assert_left(&stage.records(organization.parse().unwrap(), &request).await, &route);
        }
        server.stop().await.unwrap();
    }
}
