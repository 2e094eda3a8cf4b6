use agenthub_core::audit::tree::{ConsistencyProof, InclusionProof, TreeHash};
use agenthub_core::audit::{Checkpoint, Entry, SignedHead, VerifierKey};
use reqwest::header;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::support::Server;
use crate::support::desk::{Answered as _, Desk, header as header_of, id, list};

fn read<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

async fn sign(desk: &Desk<'_>) -> SignedHead {
    read(desk.post("/audit-logs/heads", &json!({})).gives(201).await)
}

async fn present_key(desk: &Desk<'_>) -> VerifierKey {
    let keys = desk.get("/audit-logs/keys").gives(200).await;
    keys["present"].as_str().unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_record_is_proven_to_who_has_the_key() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        for n in 0..5 {
            ada.agent(&json!({ "name": format!("Agent {n}"), "agent_type": "analytics" })).await;
        }
        let (head, key) = (sign(&ada).await, present_key(&ada).await);
        let checkpoint = Checkpoint::open(&head.note, &[key]).unwrap();
        for record in list(ada.get("/audit-logs").gives(200).await) {
            let entry: Entry = read(record);
            let path = format!("/audit-logs/{}/proof?size={}", entry.record.id, head.size);
            if entry.sequence >= head.size {
                ada.get(&path).refused(422, "audit.no_such_size").await;
                continue;
            }
            let proven = ada.get(&path).gives(200).await;
            assert_eq!(read::<SignedHead>(proven["head"].clone()), head);
            let kept: Entry = read(proven["entry"].clone());
            assert_eq!((kept.record.id, kept.sequence), (entry.record.id, entry.sequence));
            let proof: InclusionProof = read(proven);
            assert!(proof.holds(kept.leaf_hash_of(), checkpoint.root), "{}", entry.sequence);
        }
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn the_log_is_proven_to_have_only_grown() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let (from, to) = (sign(&ada).await, sign(&ada).await);
    let path = format!("/audit-logs/consistency?from={}&to={}", from.size, to.size);
    let proven = ada.get(&path).gives(200).await;
    assert_eq!(read::<TreeHash>(proven["from_root"].clone()), from.root);
    assert!(read::<ConsistencyProof>(proven).holds(from.root, to.root));
    for wrong in ["from=3&to=2", "to=99999", "from=99999"] {
        let problem =
            ada.get(&format!("/audit-logs/consistency?{wrong}")).refused(422, "audit.no_such_size").await;
        assert!(!problem["detail"].as_str().unwrap().is_empty());
    }
    ada.get("/audit-logs/consistency?from=-1").refused(422, "invalid").await;
    ada.get("/audit-logs/consistency?from=0&until=2").refused(422, "invalid").await;
}

#[tokio::test]
async fn heads_are_listed_and_shown_as_checkpoints() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let mut heads = Vec::new();
    for _ in 0..3 {
        heads.insert(0, sign(&ada).await);
    }
    let answer = ada.get("/audit-logs/heads?limit=2&count=true").answer().await;
    assert_eq!(header_of(&answer, "x-total-count").as_deref(), Some("3"));
    assert!(header_of(&answer, "link").is_some());
    assert_eq!(read::<Vec<SignedHead>>(answer.json().await.unwrap()), heads[..2]);
    let path = format!("/audit-logs/heads/{}", heads[2].size);
    assert_eq!(read::<SignedHead>(ada.get(&path).gives(200).await), heads[2]);
    let text = ada.get(&path).header(header::ACCEPT, "text/plain").answer().await;
    assert_eq!(header_of(&text, "content-type").as_deref(), Some("text/plain; charset=utf-8"));
    assert_eq!(text.text().await.unwrap(), heads[2].note);
    ada.get("/audit-logs/heads/99999").refused(404, "audit.head_not_found").await;
    ada.get("/audit-logs/heads/-1").refused(400, "request.bad_parameter").await;
}

#[tokio::test]
async fn an_auditor_may_have_a_head_signed_and_a_developer_may_not() {
    let server = Server::start().await;
    let ada = server.owner().await;
    sign(&ada.member("auditor@example.org", "auditor").await).await;
    let developer = ada.member("developer@example.org", "developer").await;
    developer.post("/audit-logs/heads", &json!({})).refused(403, "auth.denied").await;
}

#[tokio::test]
async fn the_heads_and_proofs_of_another_organization_are_not_there() {
    let server = Server::start().await;
    let (ada, mallory) = (server.owner().await, server.stranger().await);
    let head = sign(&ada).await;
    let entry = &ada.records(1).await[0];
    mallory.get(&format!("/audit-logs/{}/proof", id(entry))).refused(404, "audit.not_found").await;
    mallory.get(&format!("/audit-logs/heads/{}", head.size)).refused(404, "audit.head_not_found").await;
    assert_eq!(mallory.get("/audit-logs/heads").gives(200).await, json!([]));
    assert!(head.open(&[present_key(&mallory).await]).is_err());
}
