use std::sync::Arc;
use std::time::Duration;

use agenthub_core::audit::tree::{CompactRange, Growth, Tile, TilePlace, TreeHash};
use agenthub_core::audit::{HeadSigner, NoteFault};
use agenthub_core::error::Code;
use agenthub_core::page::Page;
use agenthub_core::store::Store;
use agenthub_core::store::memory::Memory;
use agenthub_core::{Caller, Hub, HubOptions, Permissions};

use crate::identity::{code, eventually};
use crate::support::{Echo, World, hello};

const OFTEN: Duration = Duration::from_millis(1);
const NEVER: Duration = Duration::from_secs(3600);

fn signer(seed: u8) -> HeadSigner {
    HeadSigner::new("hub.example.org", &[seed; 32]).unwrap()
}

/// A hub that signs, over this store; by itself only where it is to do so often.
fn hub(store: &Memory, every: Duration) -> Hub {
    let options = HubOptions { tree_every: every, heads_every: every, ..HubOptions::default() };
    Hub::builder(store.clone()).options(options).runtime("echo", Echo).head_signer(signer(1)).build()
}

async fn world(every: Duration) -> (World, Memory) {
    let store = Memory::new();
    let hub = hub(&store, every);
    // What the hub does at its start it does now, while there is nothing to be done for.
    for _ in 0..10 {
        tokio::task::yield_now().await;
    }
    (World::of(hub).await, store)
}

impl World {
    /// Has this many calls recorded.
    async fn calls(&self, count: usize) {
        let agent = self.echo().await;
        for _ in 0..count {
            self.session().invoke_on(agent.id, "echo", hello()).await.unwrap();
        }
    }

    /// The root over the whole log, hashed anew.
    async fn root(&self, store: &Memory) -> (u64, TreeHash) {
        let mut tree = CompactRange::default();
        let entries = store.view(self.organization).await.unwrap().audit().range(0, u32::MAX).await.unwrap();
        entries.iter().for_each(|entry| tree.append(entry.leaf_hash_of()));
        (tree.size(), tree.root())
    }
}

#[tokio::test]
async fn the_tree_follows_the_log_and_is_signed_by_itself() {
    let (world, store) = world(OFTEN).await;
    world.calls(20).await;
    let (size, root) = world.root(&store).await;
    eventually(async || world.session().audit().head(Some(size)).await.is_ok()).await;
    let head = world.session().audit().head(None).await.unwrap();
    assert_eq!((head.size, head.root), (size, root));
    assert!(head.open(&world.session().audit().keys().unwrap()).is_ok());
}

#[tokio::test]
async fn a_log_that_a_killed_node_left_behind_is_found() {
    let store = Memory::new();
    let left = World::of(hub(&store, NEVER)).await;
    left.calls(5).await;
    let (size, root) = left.root(&store).await;
    let _other = hub(&store, OFTEN);
    eventually(async || {
        store.view(left.organization).await.unwrap().audit_tree().size().await.unwrap() == size
    })
    .await;
    eventually(async || left.session().audit().head(None).await.is_ok_and(|head| head.root == root)).await;
}

#[tokio::test]
async fn several_nodes_build_one_tree() {
    let store = Memory::new();
    let world = World::of(hub(&store, OFTEN)).await;
    let others = [hub(&store, OFTEN), hub(&store, OFTEN)];
    let agent = world.echo().await;
    for n in 0..600 {
        let session = others[n % 2].enter(Caller::system(world.organization));
        session.invoke_on(agent.id, "echo", hello()).await.unwrap();
    }
    let (size, root) = world.root(&store).await;
    let consistency = world.session().audit().consistency(0, None).await.unwrap();
    assert_eq!((consistency.proof.to, consistency.to_root), (size, root));
}

#[tokio::test]
async fn a_record_is_proven_by_the_head_that_was_signed() {
    let (world, _) = world(NEVER).await;
    world.calls(300).await;
    let head = world.session().audit().sign_head().await.unwrap();
    for entry in world.audit().await.iter().skip(1) {
        let proven = world.session().audit().prove(entry.record.id, None).await.unwrap();
        assert_eq!(proven.head.as_ref(), Some(&head));
        assert!(proven.proof.holds(entry.leaf_hash_of(), head.root), "{}", entry.sequence);
    }
}

#[tokio::test]
async fn a_record_that_is_newer_than_every_head_is_proven_too() {
    let (world, store) = world(NEVER).await;
    world.session().audit().sign_head().await.unwrap();
    world.calls(3).await;
    let entry = &world.audit().await[0];
    let proven = world.session().audit().prove(entry.record.id, None).await.unwrap();
    assert_eq!((proven.proof.size, proven.root), world.root(&store).await);
    assert_eq!(proven.head, None);
    assert!(proven.proof.holds(entry.leaf_hash_of(), proven.root));
}

#[tokio::test]
async fn every_head_is_the_beginning_of_those_that_follow() {
    let (world, _) = world(NEVER).await;
    let mut heads = Vec::new();
    for _ in 0..12 {
        world.calls(2).await;
        heads.push(world.session().audit().sign_head().await.unwrap());
    }
    let page = Page { count: true, ..Page::first(100) };
    let mut listed = world.session().audit().heads(&page).await.unwrap();
    listed.items.reverse();
    assert_eq!((&listed.items, listed.total), (&heads, Some(12)));
    for (place, from) in heads.iter().enumerate() {
        for to in &heads[place..] {
            let shown = world.session().audit().consistency(from.size, Some(to.size)).await.unwrap();
            assert!(shown.proof.holds(from.root, to.root), "{} to {}", from.size, to.size);
        }
    }
}

#[tokio::test]
async fn who_has_a_head_signed_is_recorded_behind_it() {
    let (world, _) = world(NEVER).await;
    let head = world.session().audit().sign_head().await.unwrap();
    let entry = &world.audit().await[0];
    assert_eq!((entry.record.action.as_str(), entry.sequence), ("sign", head.size));
    assert_eq!(entry.record.entity.id, head.size.to_string());
}

#[tokio::test]
async fn a_head_of_the_same_records_is_given_again() {
    let (world, _) = world(OFTEN).await;
    world.calls(1).await;
    let entries = world.audit().await;
    let size = entries[0].sequence + 1;
    eventually(async || world.session().audit().head(Some(size)).await.is_ok()).await;
    let head = world.session().audit().head(None).await.unwrap();
    assert_eq!(world.session().audit().sign_head().await.unwrap(), head);
    assert_eq!(world.audit().await, entries, "nothing was recorded");
}

#[tokio::test]
async fn a_size_that_the_log_never_had_is_refused() {
    let (world, store) = world(NEVER).await;
    world.calls(3).await;
    let (size, _) = world.root(&store).await;
    let audit = world.session();
    let audit = audit.audit();
    let (newest, oldest) = (world.audit().await[0].clone(), world.audit().await.pop().unwrap());
    for (id, wrong) in [(oldest.record.id, 0), (newest.record.id, size - 1), (newest.record.id, size + 1)] {
        let error = audit.prove(id, Some(wrong)).await.unwrap_err();
        assert_eq!(error.code(), Code::AUDIT_NO_SUCH_SIZE);
        assert!(error.to_string().contains(&size.to_string()), "{error}");
    }
    for (from, to) in [(0, Some(size + 1)), (size + 1, None), (3, Some(2)), (u64::MAX, Some(u64::MAX))] {
        assert_eq!(code(audit.consistency(from, to).await), Code::AUDIT_NO_SUCH_SIZE, "{from} to {to:?}");
    }
    assert_eq!(code(audit.head(None).await), Code::AUDIT_HEAD_NOT_FOUND);
    assert_eq!(code(audit.head(Some(7)).await), Code::AUDIT_HEAD_NOT_FOUND);
}

#[tokio::test]
async fn nothing_is_signed_or_proven_for_who_may_not_read_the_log() {
    let (world, _) = world(NEVER).await;
    let id = world.audit().await[0].record.id;
    let nobody = Caller { permissions: Permissions::default(), ..Caller::system(world.organization) };
    let session = world.hub.enter(nobody);
    let audit = session.audit();
    assert_eq!(code(audit.prove(id, None).await), Code::DENIED);
    assert_eq!(code(audit.consistency(0, None).await), Code::DENIED);
    assert_eq!(code(audit.sign_head().await), Code::DENIED);
    assert_eq!(code(audit.head(None).await), Code::DENIED);
    assert_eq!(code(audit.heads(&Page::default()).await), Code::DENIED);
    assert_eq!(code(audit.keys()), Code::DENIED);
}

#[tokio::test]
async fn a_hub_without_a_key_says_so() {
    let world = World::new().await;
    assert_eq!(code(world.session().audit().sign_head().await), Code::AUDIT_NO_KEY);
    assert_eq!(code(world.session().audit().keys()), Code::AUDIT_NO_KEY);
    let id = world.audit().await[0].record.id;
    assert!(world.session().audit().prove(id, None).await.is_ok(), "proofs need none");
}

#[tokio::test]
async fn another_organizations_heads_are_not_ours() {
    let (world, _) = world(NEVER).await;
    let head = world.session().audit().sign_head().await.unwrap();
    let other = world.hub.create_organization("Other").await.unwrap();
    let stranger = world.hub.enter(Caller::system(other.id));
    assert_eq!(code(stranger.audit().head(Some(head.size)).await), Code::AUDIT_HEAD_NOT_FOUND);
    assert_eq!(head.open(&stranger.audit().keys().unwrap()), Err(NoteFault::UnknownKey));
    let id = world.audit().await[0].record.id;
    assert_eq!(code(stranger.audit().prove(id, None).await), Code::AUDIT_NOT_FOUND);
}

/// Replaces the first hash of the tree, as somebody could who can write every table.
async fn change_the_tree(world: &World, store: &Memory) {
    let mut work = store.work(world.organization).await.unwrap();
    let size = work.audit_tree().size().await.unwrap();
    let place = TilePlace { level: 0, index: 0 };
    let mut hashes = work.audit_tree().tile(place).await.unwrap();
    hashes[0] = TreeHash::of_leaf(b"forged");
    let tiles = vec![Tile { place, hashes }];
    assert!(work.audit_tree().grow(&Growth { from: size, to: size, tiles }).await.unwrap());
    work.commit().await.unwrap();
}

#[tokio::test]
async fn nothing_is_signed_that_contradicts_the_last_head() {
    let (world, store) = world(NEVER).await;
    world.calls(3).await;
    let head = world.session().audit().sign_head().await.unwrap();
    change_the_tree(&world, &store).await;
    let error = world.session().audit().sign_head().await.unwrap_err();
    assert_eq!(error.code(), Code::AUDIT_LOG_CHANGED);
    assert!(error.to_string().contains(&head.size.to_string()), "{error}");
    assert_eq!(
        code(hub(&store, NEVER).enter(Caller::system(world.organization)).audit().sign_head().await),
        Code::AUDIT_LOG_CHANGED
    );
    assert_eq!(world.session().audit().head(None).await.unwrap(), head, "the last one is the last one");
}

#[tokio::test]
async fn a_key_that_was_changed_leaves_the_old_heads_good() {
    let (world, store) = world(NEVER).await;
    let old = world.session().audit().sign_head().await.unwrap();
    let signer = signer(2).after(&[1; 32]);
    let rotated = Hub::builder_on(Arc::new(store)).head_signer(signer).build();
    let session = rotated.enter(Caller::system(world.organization));
    let new = session.audit().sign_head().await.unwrap();
    let keys = session.audit().keys().unwrap();
    assert_eq!(
        keys.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [new.vkey.clone(), old.vkey.clone()]
    );
    assert!(new.open(&keys).is_ok() && old.open(&keys).is_ok());
    assert_eq!(new.open(&keys[1..]), Err(NoteFault::UnknownKey));
}
