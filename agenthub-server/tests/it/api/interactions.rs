//! `/api/v1/agents/interactions` and `/api/v1/agents/statistics`

use serde_json::{Value, json};

use super::agents::example as analyst;
use crate::support::desk::{Answered as _, Desk, each, id, list};
use crate::support::moody::moody;
use crate::support::{Server, faults};

async fn log(ada: &Desk<'_>, agent: &str, more: Value) -> Value {
    let mut body = json!({ "agent_id": agent, "capability": "ask" });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ada.post("/ai-agents/interactions/", &body).gives(201).await
}

#[tokio::test]
async fn what_happened_elsewhere_is_logged_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let agent = ada.agent(&analyst()).await;
        let said = json!({
            "session_id": "s-1", "input": { "q": 1 }, "output": "a", "duration_ms": 840, "cost": 0.0125, "currency": "EUR",
            "tokens": { "input": 12 }, "started_at": "2026-11-19T08:30:00+01:00",
        });
        let logged = log(&ada, &agent, said).await;
        assert_eq!((&logged["duration_us"], &logged["outcome"]), (&json!(840_000), &json!("success")));
        assert_eq!(logged["usage"]["cost"], json!({ "amount": "0.0125", "currency": "EUR" }));
        assert_eq!(logged["usage"]["tokens"], json!({ "input": 12, "output": 0 }));
        assert_eq!(logged["started_at"], "2026-11-19T07:30:00Z");
        assert_eq!(ada.get(&format!("/agents/interactions/{}", id(&logged))).gives(200).await, logged);
        assert_eq!(ada.get("/ai-agents/interactions").gives(200).await, json!([logged]));
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn each_filter_keeps_what_it_says_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let (one, two) = (ada.agent(&analyst()).await, ada.agent(&analyst()).await);
        let day = |day: u8| format!("2026-11-{day:02}T00:00:00Z");
        log(&ada, &one, json!({ "session_id": "a", "started_at": day(1) })).await;
        log(&ada, &one, json!({ "capability": "look", "started_at": day(2), "outcome": "failure", "error_message": "no" })).await;
        log(&ada, &two, json!({ "session_id": "c", "started_at": day(3) })).await;
        let cases = [
            (String::new(), vec![3, 2, 1]),
            (format!("agent_id={one}"), vec![2, 1]),
            ("capability=look".to_owned(), vec![2]),
            ("session_id=a".to_owned(), vec![1]),
            ("outcome=failure".to_owned(), vec![2]),
            (format!("from={}", day(2)), vec![3, 2]),
            (format!("until={}", day(2)), vec![1]),
            (format!("from={}&until={}&agent_id={one}", day(2), day(3)), vec![2]),
            ("limit=1&skip=1".to_owned(), vec![2]),
        ];
        for (query, days) in cases {
            let found = list(ada.get(&format!("/agents/interactions?{query}")).gives(200).await);
            assert_eq!(each(&found, "started_at"), days.into_iter().map(day).collect::<Vec<_>>(), "{query}");
        }
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn statistics_count_calls_in_total_and_by_agent() {
    for server in Server::on_each_store().await {
        let _hangs = server.be_moody();
        let ada = server.owner().await;
        let (busy, idle) = (ada.agent(&moody()).await, ada.agent(&analyst()).await);
        for (duration, cost) in [(10, "0.1"), (20, "0.2"), (30, "0.3")] {
            log(&ada, &busy, json!({ "duration_ms": duration, "cost": cost })).await;
        }
        log(&ada, &busy, json!({ "duration_ms": 40, "outcome": "failure" })).await;
        log(&ada, &idle, json!({ "duration_ms": 5, "cost": "1", "currency": "EUR", "tokens": { "input": 7, "output": 1 } })).await;

        let found = ada.get("/agents/statistics").gives(200).await;
        let total = &found["total"];
        assert_eq!(
            (&total["calls"], &total["succeeded"], &total["failed"]),
            (&json!(5), &json!(4), &json!(1))
        );
        assert_eq!(total["success_rate"], 0.8);
        assert_eq!(
            (&total["mean_ms"], &total["p50_ms"], &total["p99_ms"]),
            (&json!(21.0), &json!(20.0), &json!(40.0))
        );
        assert_eq!(
            total["cost"],
            json!([{ "amount": "1.00", "currency": "EUR" }, { "amount": "0.60", "currency": "USD" }])
        );
        assert_eq!(each(found["agents"].as_array().unwrap(), "agent_id"), [busy.clone(), idle]);

        let only = ada.get(&format!("/ai-agents/statistics?agent_id={busy}")).gives(200).await;
        assert_eq!((&only["total"]["calls"], only["agents"].as_array().unwrap().len()), (&json!(4), 1));
        let by_type = ada.get("/agents/statistics?agent_type=analytics").gives(200).await;
        assert_eq!(by_type["total"]["tokens"], json!({ "input": 7, "output": 1 }));
        let later = ada.get("/agents/statistics?from=2030-01-01T00:00:00Z").gives(200).await;
        assert_eq!((&later["total"]["calls"], &later["total"]["success_rate"]), (&json!(0), &json!(null)));
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn faults_of_a_logged_interaction_are_told_with_their_places() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let agent = ada.agent(&analyst()).await;
    let cases = [
        (json!({ "capability": "" }), "/capability", "value.required"),
        (json!({ "outcome": "so-so" }), "/outcome", "value.not_one_of"),
        (json!({ "duration_ms": -1 }), "/duration_ms", "value.out_of_range"),
        (json!({ "cost": "-1" }), "/cost", "value.out_of_range"),
        (json!({ "cost": "much" }), "/cost", "value.breaks_schema"),
        (json!({ "tokens": { "inputs": 1 } }), "/tokens/inputs", "value.unknown_field"),
        (json!({ "started_at": "yesterday" }), "/started_at", "value.bad_format"),
        (json!({ "id": "x" }), "/id", "value.unknown_field"),
        (json!({ "actor": "x" }), "/actor", "value.unknown_field"),
    ];
    for (more, place, code) in cases {
        let mut body = json!({ "agent_id": agent, "capability": "ask" });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let found = ada.post("/agents/interactions", &body).refused(422, "invalid").await;
        assert_eq!(faults(&found), [(place.to_owned(), code.to_owned())], "{body}");
    }
    assert_eq!(ada.get("/agents/interactions").gives(200).await, json!([]));
}

#[tokio::test]
async fn interactions_of_another_organization_are_not_there() {
    let server = Server::start().await;
    let (ada, mallory) = (server.owner().await, server.stranger().await);
    let agent = ada.agent(&analyst()).await;
    let logged = log(&ada, &agent, json!({})).await;
    mallory.get(&format!("/agents/interactions/{}", id(&logged))).refused(404, "interaction.not_found").await;
    assert_eq!(mallory.get("/agents/interactions").gives(200).await, json!([]));
    assert_eq!(
        mallory.get(&format!("/agents/statistics?agent_id={agent}")).gives(200).await["total"]["calls"],
        0
    );
    let body = json!({ "agent_id": agent, "capability": "ask" });
    mallory.post("/agents/interactions", &body).refused(404, "agent.not_found").await;
}
