//! `/api/v1/localization/overrides`

use agenthub_core::Caller;
use agenthub_core::message_override::NewMessageOverride;
use serde_json::{Value, json};

use crate::support::desk::{Answered as _, Desk, each, eventually, list};
use crate::support::{Server, faults, settings};

const HELLO: &str = "/localization/overrides/de/user.hello";

fn text(text: &str) -> Value {
    json!({ "text": text })
}

/// How somebody is greeted in German.
async fn hello(desk: &Desk<'_>) -> String {
    let body = json!({ "key": "user.hello", "language": "de-AT", "arguments": { "name": "Ada" } });
    desk.post("/localization/translate", &body).gives(200).await["text"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_override_is_said_at_once_and_taken_back_on_each_store() {
    for server in Server::on_each_store().await {
        let (ada, mallory) = (server.owner().await, server.stranger().await);
        assert_eq!(hello(&ada).await, "Hallo Ada");
        let set = ada.put(HELLO, &text(" Servus { $name } ")).gives(200).await;
        assert_eq!((&set["text"], &set["key"]), (&json!("Servus { $name }"), &json!("user.hello")));
        assert_eq!(hello(&ada).await, "Servus Ada");
        assert_eq!(hello(&mallory).await, "Hallo Ada");
        assert_eq!(ada.get(HELLO).gives(200).await, set);

        server.clock.advance(chrono::TimeDelta::seconds(1));
        let changed = ada.put(HELLO, &text("Moin { $name }")).gives(200).await;
        assert_eq!(changed["created_at"], set["created_at"]);
        assert_ne!(changed["updated_at"], set["updated_at"]);
        assert_eq!(hello(&ada).await, "Moin Ada");
        let record = &ada.records(1).await[0];
        assert_eq!(record["entity"], json!({ "type": "message_override", "id": "de/user.hello" }));
        assert_eq!(record["changes"]["text"], json!({ "old": "Servus { $name }", "new": "Moin { $name }" }));

        ada.delete(HELLO).gives(204).await;
        assert_eq!(hello(&ada).await, "Hallo Ada");
        ada.get(HELLO).refused(404, "message_override.not_found").await;
        ada.delete(HELLO).refused(404, "message_override.not_found").await;
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn what_the_server_says_to_the_organizations_people_is_said_in_its_words() {
    let server = Server::start().await;
    let (ada, mallory) = (server.owner().await, server.stranger().await);
    let own = text("Agent { $id } is off duty.\n.title = Off duty");
    ada.put("/localization/overrides/en/error.agent.not_found", &own).gives(200).await;
    ada.put("/localization/overrides/en/error.value.required", &text("Come on, say it.")).gives(200).await;
    let missing = "/agents/0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b";
    let found = ada.get(missing).refused(404, "agent.not_found").await;
    assert_eq!(found["title"], "Off duty");
    assert_eq!(found["detail"], "Agent 0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b is off duty.");
    let found = ada.post("/agents", &json!({})).refused(422, "invalid").await;
    assert_eq!(found["errors"][0]["detail"], "Come on, say it.");
    assert_eq!(mallory.get(missing).refused(404, "agent.not_found").await["title"], "Agent not found");
}

#[tokio::test]
async fn an_organization_without_a_change_of_its_own_words_keeps_them() {
    let server = Server::start().await;
    let ada = server.owner().await;
    ada.put(HELLO, &text("Servus { $name }")).gives(200).await;
    let records = ada.records(100).await.len();
    ada.put(HELLO, &text("Servus { $name }")).gives(200).await;
    assert_eq!(ada.records(100).await.len(), records, "the same words are no change");
    ada.agent(&json!({ "name": "A", "agent_type": "analytics" })).await;
    assert_eq!(hello(&ada).await, "Servus Ada");
}

#[tokio::test]
async fn a_text_that_cannot_stand_in_for_its_message_is_refused_whole_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        ada.put(HELLO, &text("Servus { $name }")).gives(200).await;
        let cases = [
            ("Servus { $name", 1),
            ("Servus\n{ $name ->\n[one] x }", 3),
            ("Servus\n{ $password }", 2),
            ("Servus { -brand }", 1),
            ("{ EVIL($name) }", 1),
        ];
        for (bad, line) in cases {
            let found = ada.put(HELLO, &text(bad)).refused(422, "invalid").await;
            assert_eq!(faults(&found), [("/text".to_owned(), "value.bad_message".to_owned())], "{bad}");
            let detail = found["errors"][0]["detail"].as_str().unwrap();
            assert!(detail.contains(&format!("Line {line}:")), "{bad}: {detail}");
        }
        for (bad, code) in [(String::new(), "value.too_short"), ("x".repeat(4001), "value.too_long")] {
            let found = ada.put(HELLO, &text(&bad)).refused(422, "invalid").await;
            assert_eq!(faults(&found), [("/text".to_owned(), code.to_owned())]);
        }
        ada.put(HELLO, &text("a\u{0}b")).refused(422, "invalid").await;
        ada.put(HELLO, &text(&"{".repeat(4000))).refused(422, "invalid").await;
        ada.put("/localization/overrides/de/user.nothing", &text("x"))
            .refused(404, "message.not_found")
            .await;
        let found = ada
            .put("/localization/overrides/tlh/user.hello", &text("x"))
            .refused(404, "language.not_found")
            .await;
        assert!(found["detail"].as_str().unwrap().contains("en, ar, de"), "{found}");
        let slashes = "/localization/overrides/%C2%BFqu%C3%A9/user.hello";
        ada.put(slashes, &text("x")).refused(400, "request.bad_parameter").await;
        assert_eq!(hello(&ada).await, "Servus Ada");
        assert_eq!(list(ada.get("/localization/overrides").gives(200).await).len(), 1);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn overrides_are_listed_by_language_and_key_and_those_of_others_are_not_there_on_each_store() {
    for server in Server::on_each_store().await {
        let (ada, mallory) = (server.owner().await, server.stranger().await);
        for place in ["fr/common.no", "de/common.yes", "de/common.no"] {
            ada.put(&format!("/localization/overrides/{place}"), &text("x")).gives(200).await;
        }
        let all = list(ada.get("/localization/overrides").gives(200).await);
        assert_eq!(each(&all, "language"), ["de", "de", "fr"]);
        assert_eq!(each(&all, "key"), ["common.no", "common.yes", "common.no"]);
        let german = list(ada.get("/localization/overrides?language=de&skip=1").gives(200).await);
        assert_eq!(each(&german, "key"), ["common.yes"]);
        assert_eq!(mallory.get("/localization/overrides").gives(200).await, json!([]));
        mallory.get("/localization/overrides/fr/common.no").refused(404, "message_override.not_found").await;
        mallory
            .delete("/localization/overrides/fr/common.no")
            .refused(404, "message_override.not_found")
            .await;
        mallory.put("/localization/overrides/fr/common.no", &text("mine")).gives(200).await;
        assert_eq!(ada.get("/localization/overrides/fr/common.no").gives(200).await["text"], "x");
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn an_organization_has_room_for_so_much_text_on_each_store() {
    for server in Server::on_each_store().await {
        let owner = server.register("ada@example.org").await;
        let ada = server.desk(&owner);
        let session = server.app.hub().enter(Caller::system(owner.organization.parse().unwrap()));
        // Four bytes each: sixteen such texts and some fill the room.
        let long = "𝄞".repeat(4_000);
        for number in 0..16 {
            let new = NewMessageOverride {
                language: "de".to_owned(),
                key: format!("k{number}"),
                text: long.clone(),
            };
            session.message_overrides().set(new).await.unwrap();
        }
        let found = ada.put(HELLO, &text(&long)).refused(409, "message_override.no_room").await;
        assert!(found["detail"].as_str().unwrap().contains("256 KiB"), "{found}");
        ada.put(HELLO, &text("Servus { $name }")).gives(200).await;
        // What was kept for messages that are not there is left out, and the rest is said.
        assert_eq!(hello(&ada).await, "Servus Ada");
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn two_who_set_the_same_message_at_once_both_succeed_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let put = |words: &'static str| ada.put(HELLO, &json!({ "text": words })).gives(200);
        tokio::join!(put("a { $name }"), put("b { $name }"), put("c { $name }"), put("d { $name }"));
        let set = ada.get(HELLO).gives(200).await["text"].as_str().unwrap().replace("{ $name }", "Ada");
        assert_eq!(hello(&ada).await, set);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn other_nodes_soon_say_it_and_so_does_one_that_starts_later() {
    let server = Server::on_sqlite().await;
    server.register("ada@example.org").await;
    let database = server.database.as_ref().unwrap();
    let node = async || {
        let store = std::sync::Arc::new(database.store().await.unwrap());
        Server::on(store, settings(&[]), None).await
    };
    let (one, other) = (node().await, node().await);
    let (here, there) = (one.login("ada@example.org").await, other.login("ada@example.org").await);
    let (here, there) = (one.desk(&here), other.desk(&there));
    assert_eq!(hello(&there).await, "Hallo Ada");
    here.put(HELLO, &text("Servus { $name }")).gives(200).await;
    eventually(async || (hello(&there).await == "Servus Ada").then_some(())).await;
    let later = node().await;
    let there = later.desk(&later.login("ada@example.org").await);
    assert_eq!(hello(&there).await, "Servus Ada");
}
