//! `/api/v1/audit-logs/erasures`, and who sees what is personal.

use agenthub_core::audit::Entry;
use agenthub_core::audit::tree::{InclusionProof, TreeHash};
use serde_json::{Value, json};

use crate::support::desk::{Answered as _, Desk, id, list};
use crate::support::{Server, faults};

const ERASURES: &str = "/audit-logs/erasures";

async fn user_id(desk: &Desk<'_>) -> String {
    id(&desk.get("/auth/me").gives(200).await)
}

/// The newest record of an action on a kind of thing.
async fn record(desk: &Desk<'_>, action: &str, kind: &str) -> Value {
    let path = format!("/audit-logs?action={action}&entity_type={kind}&limit=1");
    list(desk.get(&path).gives(200).await).swap_remove(0)
}

async fn make_agent(desk: &Desk<'_>, browser: &str) {
    let agent = json!({ "name": "Analyst", "agent_type": "analytics" });
    desk.post("/agents", &agent).header("user-agent", browser).gives(201).await;
}

/// The record with its proof, which must hold.
async fn proven(desk: &Desk<'_>, record: &str, size: u64) -> Value {
    let proven = desk.get(&format!("/audit-logs/{record}/proof?size={size}")).gives(200).await;
    let entry: Entry = serde_json::from_value(proven["entry"].clone()).unwrap();
    let root: TreeHash = serde_json::from_value(proven["root"].clone()).unwrap();
    let proof: InclusionProof = serde_json::from_value(proven.clone()).unwrap();
    assert!(proof.holds(entry.leaf_hash_of(), root));
    proven
}

#[tokio::test]
async fn a_person_is_erased_and_all_proofs_hold() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let grace = ada.member("grace@example.org", "operator").await;
        let person = user_id(&grace).await;
        make_agent(&grace, "Grace/1").await;
        let made = record(&ada, "create", "agent").await;
        assert_eq!(
            (&made["request"]["user_agent"], &made["request"]["ip"]),
            (&json!("Grace/1"), &json!("127.0.0.1"))
        );
        let registered = record(&ada, "register", "user").await;
        assert_eq!(registered["changes"]["email"]["new"], "grace@example.org");
        let size = ada.post("/audit-logs/heads", &json!({})).gives(201).await["size"].as_u64().unwrap();
        let before = proven(&ada, &id(&made), size).await;
        assert!(!before.to_string().contains("Grace/1"), "a proof is of what is kept: {before}");

        let erased = ada.post(ERASURES, &json!({ "subject": person })).gives(200).await;
        assert_eq!(erased, json!({ "erased_at": "2026-11-20T12:00:00Z", "keys": 2 }));

        assert_eq!(proven(&ada, &id(&made), size).await, before);
        let made = record(&ada, "create", "agent").await;
        assert_eq!(
            (&made["request"]["user_agent"], &made["request"]["ip"]),
            (&json!("[erased]"), &json!("[erased]"))
        );
        let registered = record(&ada, "register", "user").await;
        assert_eq!(registered["changes"]["email"]["new"], "[erased]");
        assert_eq!(record(&ada, "create", "invitation").await["changes"]["email"]["new"], "[erased]");
        let told = record(&ada, "erase", "subject").await;
        assert_eq!((&told["entity"]["id"], &told["request"]["ip"]), (&json!(person), &json!("127.0.0.1")));
        assert!(!told.to_string().contains("grace@"));
        let again = ada.post(ERASURES, &json!({ "subject": person })).gives(200).await;
        assert_eq!(again, json!({ "erased_at": "2026-11-20T12:00:00Z", "keys": 0 }));
        assert_eq!(record(&ada, "erase", "subject").await, told, "it is recorded once");
        make_agent(&grace, "Grace/2").await;
        assert_eq!(record(&ada, "create", "agent").await["request"]["user_agent"], "Grace/2");
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn who_was_invited_is_erased_by_address() {
    let server = Server::start().await;
    let ada = server.owner().await;
    ada.post("/invitations", &json!({ "email": "Grace@example.org", "role": "viewer" })).gives(201).await;
    let email = async || record(&ada, "create", "invitation").await["changes"]["email"]["new"].clone();
    assert_eq!(email().await, "grace@example.org");
    let erased = ada.post(ERASURES, &json!({ "email": "grace@EXAMPLE.org" })).gives(200).await;
    assert_eq!(erased["keys"], 1);
    assert_eq!(email().await, "[erased]");
}

#[tokio::test]
async fn personal_fields_are_withheld_from_who_may_only_read_the_log() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        make_agent(&ada, "Ada/1").await;
        let reader = ada.key(&["audit:read"]).await;
        let insider = ada.key(&["audit:read", "audit:read_personal"]).await;
        let auditor = ada.member("auditor@example.org", "auditor").await;
        for (desk, browser, address) in [
            (&reader, "[withheld]", "[withheld]"),
            (&insider, "Ada/1", "ada@example.org"),
            (&auditor, "Ada/1", "ada@example.org"),
        ] {
            let made = record(desk, "create", "agent").await;
            assert_eq!(made["request"]["user_agent"], browser);
            let found = list(desk.get("/audit-logs?action=register&entity_type=user").gives(200).await);
            assert_eq!(found.last().unwrap()["changes"]["email"]["new"], address);
            assert_eq!(desk.get(&format!("/audit-logs/{}", id(&made))).gives(200).await, made);
            let asked = desk.post("/audit-logs/query", &json!({ "q": "changes.email:ada@example.org" }));
            let sees = usize::from(address != "[withheld]");
            assert_eq!(list(asked.gives(200).await).len(), sees);
            let view = json!({ "name": "Who", "query": { "q": "ada@example.org" } });
            let view = id(&desk.post("/audit-logs/views", &view).gives(201).await);
            let seen = list(desk.get(&format!("/audit-logs/views/{view}/records")).gives(200).await);
            let about_her = seen.iter().filter(|it| it["entity"]["type"] == "user").count();
            assert_eq!(about_her, sees, "{seen:?}");
        }
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn what_cannot_be_erased_is_refused() {
    let server = Server::start().await;
    let (ada, mallory) = (server.owner().await, server.stranger().await);
    let (owner, stranger) = (user_id(&ada).await, user_id(&mallory).await);
    for person in [
        json!({ "subject": stranger }),
        json!({ "subject": "0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b" }),
        json!({ "email": "mallory@example.net" }),
        json!({ "email": "" }),
    ] {
        ada.post(ERASURES, &person).refused(404, "audit.subject_not_found").await;
    }
    let fault = |pointer: &str, code: &str| vec![(pointer.to_owned(), code.to_owned())];
    for (body, expected) in [
        (json!({}), fault("/subject", "value.required")),
        (json!({ "subject": owner, "email": "ada@example.org" }), fault("/email", "value.excludes")),
    ] {
        assert_eq!(faults(&ada.post(ERASURES, &body).refused(422, "invalid").await), expected);
    }
    ada.post(ERASURES, &json!({ "subject": "ada" })).refused(422, "invalid").await;
    let auditor = ada.member("auditor@example.org", "auditor").await;
    auditor.post(ERASURES, &json!({ "subject": owner })).refused(403, "auth.denied").await;
    assert_eq!(record(&mallory, "register", "user").await["changes"]["email"]["new"], "mallory@example.net");
}
