//! `/api/v1/auth`

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::desk::{Answered as _, header};
use crate::support::{PASSWORD, Server, User, expect, faults, problem};

#[tokio::test]
async fn who_registers_is_the_owner_of_an_organization() {
    for server in Server::on_each_store().await {
        let body = json!({
            "email": "Ada@Example.org", "password": PASSWORD, "full_name": "Ada", "organization_name": "Analytical Engines",
        });
        let answer = server.post("/api/v1/auth/register", &body).send().await.unwrap();
        assert_eq!(answer.headers()["cache-control"], "no-store");
        let tokens = expect(answer, StatusCode::CREATED).await;
        assert_eq!(tokens["token_type"], "bearer");
        assert_eq!(tokens["expires_in"], 900);
        assert_eq!(tokens["role"], "owner");
        assert_eq!(tokens["user"]["email"], "ada@example.org");
        assert_eq!(tokens["organization"]["name"], "Analytical Engines");
        assert!(!tokens.to_string().contains("password"), "{tokens}");

        let me = expect(server.me(tokens["access_token"].as_str().unwrap()).await, StatusCode::OK).await;
        assert_eq!(me["id"], tokens["user"]["id"]);
        assert_eq!(me["organizations"][0]["role"], "owner");
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_mail_address_registers_once() {
    for server in Server::on_each_store().await {
        server.register("ada@example.org").await;
        let body = json!({ "email": "ADA@example.org", "password": PASSWORD });
        problem(server.post("/api/v1/auth/register", &body).send().await.unwrap(), 409, "user.email_taken")
            .await;
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_weak_password_and_a_bad_address_are_told_together() {
    let server = Server::start().await;
    let body = json!({ "email": "nobody", "password": "1" });
    let found =
        problem(server.post("/api/v1/auth/register", &body).send().await.unwrap(), 422, "invalid").await;
    let places: Vec<_> = faults(&found).into_iter().map(|(place, _)| place).collect();
    assert_eq!(places, ["/email", "/password"]);
}

#[tokio::test]
async fn one_signs_in_by_json_and_by_an_oauth2_form() {
    let server = Server::start().await;
    server.register("ada@example.org").await;
    server.login("ada@example.org").await;
    let by_username = json!({ "username": "ada@example.org", "password": PASSWORD });
    expect(server.post("/api/v1/auth/login", &by_username).send().await.unwrap(), StatusCode::OK).await;
    let form =
        [("grant_type", "password"), ("username", "ada@example.org"), ("password", PASSWORD), ("scope", "")];
    let request = server
        .request(Method::POST, "/api/v1/auth/login")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(serde_urlencoded::to_string(form).unwrap());
    let tokens = expect(request.send().await.unwrap(), StatusCode::OK).await;
    expect(server.me(tokens["access_token"].as_str().unwrap()).await, StatusCode::OK).await;
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_look_the_same() {
    for server in Server::on_each_store().await {
        server.register("ada@example.org").await;
        let attempt = async |email: &str, password: &str| {
            let body = json!({ "email": email, "password": password });
            let answer = server.post("/api/v1/auth/login", &body).send().await.unwrap();
            problem(answer, 401, "auth.bad_credentials").await["detail"].clone()
        };
        assert_eq!(attempt("ada@example.org", "wrong").await, attempt("eve@example.org", PASSWORD).await);
        server.stop().await.unwrap();
    }
}

/// What is told of an attempt that fails: status, code, words, when to come again.
async fn failed(server: &Server, email: &str) -> [String; 4] {
    let body = json!({ "email": email, "password": "the wrong sentence" });
    let answer = server.post("/api/v1/auth/login", &body).send().await.unwrap();
    let (status, wait) = (answer.status().to_string(), header(&answer, "retry-after").unwrap_or_default());
    let problem: Value = answer.json().await.unwrap();
    [status, problem["code"].to_string(), problem["detail"].to_string(), wait]
}

#[tokio::test]
async fn an_unknown_address_is_locked_as_a_known_one_is_on_each_store() {
    for server in Server::on_each_store().await {
        server.register("ada@example.org").await;
        for attempt in 1..=7 {
            let known = failed(&server, "ada@example.org").await;
            assert_eq!(failed(&server, "eve@example.org").await, known);
            let code = if attempt <= 5 { "\"auth.bad_credentials\"" } else { "\"auth.locked\"" };
            assert_eq!(known[1], code, "at attempt {attempt}");
            assert_eq!(known[3].is_empty(), attempt <= 5, "{known:?}");
        }
        let right = json!({ "email": "ada@example.org", "password": PASSWORD });
        server.post("/api/v1/auth/login", &right).refused(429, "auth.locked").await;
        server.clock.advance(chrono::TimeDelta::seconds(1));
        assert_eq!(failed(&server, "eve@example.org").await[1], "\"auth.bad_credentials\"");
        server.post("/api/v1/auth/login", &right).gives(200).await;
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_login_names_somebody() {
    let server = Server::start().await;
    let found = problem(
        server.post("/api/v1/auth/login", &json!({ "password": PASSWORD })).send().await.unwrap(),
        422,
        "invalid",
    );
    assert_eq!(faults(&found.await), [("/email".to_owned(), "value.required".to_owned())]);
}

async fn refresh(server: &Server, token: &str) -> reqwest::Response {
    server.post("/api/v1/auth/refresh", &json!({ "refresh_token": token })).send().await.unwrap()
}

#[tokio::test]
async fn a_refresh_token_is_good_once_and_its_reuse_ends_the_login() {
    for server in Server::on_each_store().await {
        let first = server.register("ada@example.org").await;
        let second = expect(refresh(&server, &first.refresh).await, StatusCode::OK).await;
        let second = User::of("ada@example.org", &second);
        expect(server.me(&second.access).await, StatusCode::OK).await;

        problem(refresh(&server, &first.refresh).await, 401, "auth.token_reused").await;
        assert_eq!(refresh(&server, &second.refresh).await.status(), StatusCode::UNAUTHORIZED);
        assert_eq!(server.me(&second.access).await.status(), StatusCode::UNAUTHORIZED);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn what_is_no_refresh_token_refreshes_nothing() {
    let server = Server::start().await;
    let ada = server.register("ada@example.org").await;
    for token in ["", "ahr_x", ada.access.as_str()] {
        problem(refresh(&server, token).await, 401, "auth.token_invalid").await;
    }
}

#[tokio::test]
async fn after_logout_the_tokens_are_worth_nothing() {
    for server in Server::on_each_store().await {
        let ada = server.register("ada@example.org").await;
        let other = server.login("ada@example.org").await;
        let logout = server.request(Method::POST, "/api/v1/auth/logout").bearer_auth(&ada.access);
        assert_eq!(logout.send().await.unwrap().status(), StatusCode::NO_CONTENT);

        assert_eq!(server.me(&ada.access).await.status(), StatusCode::UNAUTHORIZED);
        assert_eq!(refresh(&server, &ada.refresh).await.status(), StatusCode::UNAUTHORIZED);
        expect(server.me(&other.access).await, StatusCode::OK).await;
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_changed_password_ends_the_other_logins() {
    for server in Server::on_each_store().await {
        let ada = server.register("ada@example.org").await;
        let other = server.login("ada@example.org").await;
        let change = async |current: &str| {
            let body = json!({ "current_password": current, "new_password": "another long enough sentence" });
            let request = server.post("/api/v1/auth/change-password", &body).bearer_auth(&ada.access);
            request.send().await.unwrap()
        };
        assert_eq!(change("wrong").await.status(), StatusCode::UNAUTHORIZED);
        assert_eq!(change(PASSWORD).await.status(), StatusCode::NO_CONTENT);

        expect(server.me(&ada.access).await, StatusCode::OK).await;
        assert_eq!(server.me(&other.access).await.status(), StatusCode::UNAUTHORIZED);
        let old = json!({ "email": ada.email, "password": PASSWORD });
        let answer = server.post("/api/v1/auth/login", &old).send().await.unwrap();
        problem(answer, 401, "auth.bad_credentials").await;
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn another_organization_cannot_be_entered() {
    let server = Server::start().await;
    let (ada, eve) = (server.register("ada@example.org").await, server.register("eve@example.org").await);
    let enter = async |organization: &str| {
        let request = server.get("/api/v1/auth/me").bearer_auth(&eve.access);
        let answer = request.header("x-organization-id", organization).send().await.unwrap();
        expect(answer, StatusCode::OK).await["organization_id"].clone()
    };
    // Who somebody is does not depend on the organization.
    assert_eq!(enter(&ada.organization).await, Value::String(eve.organization.clone()));
}
