//! The tree over the audit log, and its signed heads.

use super::Subject;
use super::paging;
use super::sample::{add_organization, add_organization_with_agent, code, moment, new_call, new_record};
use crate::audit::SignedHead;
use crate::audit::index::IndexStep;
use crate::audit::tree::{Edge, Growth, Tile, TilePlace, TreeHash};
use crate::error::{Code, Result};
use crate::organization::OrganizationId;
use crate::store::TreeProgress;

cases! { "audit_tree":
    is_empty_at_first
    keeps_what_it_gains
    a_tile_grows_in_its_place
    keeps_the_largest_places
    does_not_grow_from_another_size
    of_many_that_grow_it_at_once_one_does
    a_dropped_work_leaves_no_growth
    grows_within_a_platform
    another_organizations_tree_is_not_touched
    refuses_to_grow_for_an_unknown_organization
    gives_the_leaves_of_the_log_in_order
    gives_leaves_that_are_not_committed_yet
    keeps_every_field_of_a_head
    keeps_one_head_of_a_size
    heads_come_largest_first_in_pages
    refuses_a_head_of_an_unknown_organization
    another_organizations_heads_do_not_exist
    tells_how_far_the_trees_have_come
}

fn leaves(from: u64, to: u64) -> Vec<TreeHash> {
    (from..to).map(|n| TreeHash::of_leaf(&n.to_be_bytes())).collect()
}

/// What a tree gains that grows from nothing to this size.
fn growth(size: u64) -> Growth {
    Edge::default().grow(&leaves(0, size))
}

async fn grow(store: &Subject, organization: OrganizationId, growth: &Growth) -> Result<bool> {
    let mut work = store.work(organization).await?;
    let grown = work.audit_tree().grow(growth).await?;
    work.commit().await?;
    Ok(grown)
}

async fn size(store: &Subject, organization: OrganizationId) -> Result<u64> {
    store.view(organization).await?.audit_tree().size().await
}

async fn tile(store: &Subject, organization: OrganizationId, place: TilePlace) -> Result<Vec<TreeHash>> {
    store.view(organization).await?.audit_tree().tile(place).await
}

const FIRST: TilePlace = TilePlace { level: 0, index: 0 };

fn new_head(size: u64) -> SignedHead {
    SignedHead {
        size,
        root: TreeHash::of_leaf(&size.to_be_bytes()),
        made_at: moment((size % 1_000) as i64),
        vkey: format!("hub.example.org/{size}+01020304+AQ=="),
        note: format!("hub.example.org/ключ\n{size}\n\n— hub.example.org aGVhZA==\n"),
    }
}

async fn add_heads(store: &Subject, organization: OrganizationId, heads: &[SignedHead]) -> Result<Vec<bool>> {
    let mut work = store.work(organization).await?;
    let mut added = Vec::new();
    for head in heads {
        added.push(work.audit_tree().add_head(head).await?);
    }
    work.commit().await?;
    Ok(added)
}

async fn is_empty_at_first(store: Subject) -> Result<()> {
    for organization in [add_organization(&*store).await?, OrganizationId::new()] {
        assert_eq!(size(&store, organization).await?, 0);
        assert_eq!(tile(&store, organization, FIRST).await?, []);
        assert_eq!(store.view(organization).await?.audit_tree().head(0).await?, None);
    }
    Ok(())
}

async fn keeps_what_it_gains(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let gained = growth(70_000);
    assert!(grow(&store, organization, &gained).await?);
    assert_eq!(size(&store, organization).await?, 70_000);
    let mut view = store.view(organization).await?;
    for expected in gained.tiles {
        assert_eq!(view.audit_tree().tile(expected.place).await?, expected.hashes, "{:?}", expected.place);
    }
    assert_eq!(view.audit_tree().tile(TilePlace { level: 0, index: 274 }).await?, []);
    assert_eq!(view.audit_tree().tile_count().await?, 274 + 2 + 1);
    Ok(())
}

async fn a_tile_grows_in_its_place(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut edge = Edge::default();
    for (from, to) in [(0, 1), (1, 3), (3, 256), (256, 300)] {
        assert!(grow(&store, organization, &edge.grow(&leaves(from, to))).await?);
        assert_eq!(tile(&store, organization, FIRST).await?, leaves(0, to.min(256)));
    }
    assert_eq!(tile(&store, organization, TilePlace { level: 0, index: 1 }).await?, leaves(256, 300));
    assert_eq!(tile(&store, organization, TilePlace { level: 1, index: 0 }).await?.len(), 1);
    Ok(())
}

async fn keeps_the_largest_places(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let largest = Tile { place: TilePlace { level: 7, index: i64::MAX as u64 }, hashes: leaves(0, 2) };
    let growth = Growth { from: 0, to: i64::MAX as u64, tiles: vec![largest.clone()] };
    assert!(grow(&store, organization, &growth).await?);
    assert_eq!(size(&store, organization).await?, i64::MAX as u64);
    assert_eq!(tile(&store, organization, largest.place).await?, largest.hashes);
    assert_eq!(store.view(organization).await?.audit_tree().leaves(u64::MAX, 10).await?, []);
    assert_eq!(store.view(organization).await?.audit_tree().head(u64::MAX).await?, None);
    Ok(())
}

async fn does_not_grow_from_another_size(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    grow(&store, organization, &growth(3)).await?;
    let other = Tile { place: FIRST, hashes: leaves(7, 12) };
    for from in [0, 2, 4] {
        let stale = Growth { from, to: 5, tiles: vec![other.clone()] };
        assert!(!grow(&store, organization, &stale).await?, "from {from}");
    }
    assert_eq!(size(&store, organization).await?, 3);
    assert_eq!(tile(&store, organization, FIRST).await?, leaves(0, 3));
    Ok(())
}

async fn of_many_that_grow_it_at_once_one_does(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    for (from, to) in [(0, 5), (5, 9)] {
        let mut edge = Edge::default();
        edge.grow(&leaves(0, from));
        let growth = edge.grow(&leaves(from, to));
        let all = futures_util::future::try_join_all((0..6).map(|_| grow(&store, organization, &growth)));
        assert_eq!(all.await?.into_iter().filter(|grown| *grown).count(), 1);
        assert_eq!(size(&store, organization).await?, to);
    }
    assert_eq!(tile(&store, organization, FIRST).await?, leaves(0, 9));
    Ok(())
}

async fn a_dropped_work_leaves_no_growth(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut work = store.work(organization).await?;
    assert!(work.audit_tree().grow(&growth(3)).await?);
    assert!(work.audit_tree().add_head(&new_head(3)).await?);
    assert_eq!(work.audit_tree().size().await?, 3, "the work itself sees it");
    drop(work);
    assert_eq!(size(&store, organization).await?, 0);
    assert_eq!(tile(&store, organization, FIRST).await?, []);
    assert_eq!(store.view(organization).await?.audit_tree().head(3).await?, None);
    Ok(())
}

async fn grows_within_a_platform(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let mut platform = store.platform().await?;
    for (organization, to) in [(ours, 2), (theirs, 5)] {
        assert!(platform.within(organization).await?.audit_tree().grow(&growth(to)).await?);
    }
    platform.commit().await?;
    assert_eq!((size(&store, ours).await?, size(&store, theirs).await?), (2, 5));
    Ok(())
}

async fn another_organizations_tree_is_not_touched(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    grow(&store, theirs, &growth(300)).await?;
    assert_eq!((size(&store, ours).await?, tile(&store, ours, FIRST).await?), (0, Vec::new()));
    grow(&store, ours, &growth(2)).await?;
    assert_eq!((size(&store, theirs).await?, tile(&store, theirs, FIRST).await?), (300, leaves(0, 256)));
    Ok(())
}

async fn refuses_to_grow_for_an_unknown_organization(store: Subject) -> Result<()> {
    let nowhere = OrganizationId::new();
    assert_eq!(code(grow(&store, nowhere, &growth(2)).await), Some(Code::STORE_CONFLICT));
    assert_eq!(size(&store, nowhere).await?, 0);
    Ok(())
}

async fn gives_the_leaves_of_the_log_in_order(store: Subject) -> Result<()> {
    let (ours, our_agent) = add_organization_with_agent(&*store).await?;
    let (theirs, their_agent) = add_organization_with_agent(&*store).await?;
    let calls: Vec<_> =
        (0..9).flat_map(|_| [new_call(ours, our_agent), new_call(theirs, their_agent)]).collect();
    store.append(&calls).await?;
    let mut view = store.view(ours).await?;
    let entries = view.audit().range(0, 100).await?;
    let expected: Vec<_> = entries.iter().map(|entry| entry.leaf_hash).collect();
    assert_eq!(expected.len(), 9);
    for (from, limit) in [(0, 100), (0, 9), (3, 4), (8, 9), (9, 1), (2, 0), (u64::MAX, 3)] {
        let wanted = expected.iter().skip(from as usize).take(limit).copied().collect::<Vec<_>>();
        assert_eq!(view.audit_tree().leaves(from, limit as u32).await?, wanted, "{limit} from {from}");
    }
    Ok(())
}

async fn gives_leaves_that_are_not_committed_yet(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut work = store.work(organization).await?;
    let entry = work.record(new_record("act")).await?;
    assert_eq!(work.audit_tree().leaves(0, 10).await?, [entry.leaf_hash]);
    drop(work);
    assert_eq!(store.view(organization).await?.audit_tree().leaves(0, 10).await?, []);
    Ok(())
}

async fn keeps_every_field_of_a_head(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let heads = [new_head(1), new_head(7), SignedHead { note: String::new(), ..new_head(i64::MAX as u64) }];
    assert_eq!(add_heads(&store, organization, &heads).await?, [true; 3]);
    for head in heads {
        let kept = store.view(organization).await?.audit_tree().head(head.size).await?;
        assert_eq!(kept, Some(head));
    }
    Ok(())
}

async fn keeps_one_head_of_a_size(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let other = SignedHead { root: TreeHash::of_nothing(), ..new_head(4) };
    assert_eq!(add_heads(&store, organization, &[new_head(4), other.clone()]).await?, [true, false]);
    assert_eq!(add_heads(&store, organization, &[other]).await?, [false]);
    assert_eq!(store.view(organization).await?.audit_tree().head(4).await?, Some(new_head(4)));
    Ok(())
}

async fn heads_come_largest_first_in_pages(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut heads: Vec<_> = [5, 900, 1, 77, 78, 10_000_000_000, 12].map(new_head).into();
    add_heads(&store, organization, &heads).await?;
    heads.sort_by_key(|head| std::cmp::Reverse(head.size));
    paging::holds(&heads, async |page| store.view(organization).await?.audit_tree().heads(&page).await).await
}

async fn refuses_a_head_of_an_unknown_organization(store: Subject) -> Result<()> {
    let refused = add_heads(&store, OrganizationId::new(), &[new_head(1)]).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn another_organizations_heads_do_not_exist(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    add_heads(&store, theirs, &[new_head(3)]).await?;
    assert_eq!(store.view(ours).await?.audit_tree().head(3).await?, None);
    paging::holds(&[], async |page| store.view(ours).await?.audit_tree().heads(&page).await).await?;
    let own = SignedHead { vkey: "ours".to_owned(), ..new_head(3) };
    assert_eq!(add_heads(&store, ours, &[own]).await?, [true]);
    assert_eq!(store.view(theirs).await?.audit_tree().head(3).await?, Some(new_head(3)));
    Ok(())
}

async fn tells_how_far_the_trees_have_come(store: Subject) -> Result<()> {
    let mut expected = Vec::new();
    for (log, tree, heads) in [(0, 0, [].as_slice()), (3, 0, &[]), (4, 2, &[1]), (5, 5, &[2, 5, 3])] {
        let (organization_id, agent) = add_organization_with_agent(&*store).await?;
        let calls: Vec<_> = (0..log).map(|_| new_call(organization_id, agent)).collect();
        store.append(&calls).await?;
        if tree > 0 {
            grow(&store, organization_id, &growth(tree)).await?;
        }
        add_heads(&store, organization_id, &heads.iter().copied().map(new_head).collect::<Vec<_>>()).await?;
        let head = heads.iter().copied().max().unwrap_or_default();
        let index = log / 2;
        let step = IndexStep { length: index, ..IndexStep::default() };
        let mut work = store.work(organization_id).await?;
        assert!(work.audit_index().advance(0, &step).await?);
        work.commit().await?;
        expected.push(TreeProgress { organization_id, log, tree, index, head });
    }
    expected.sort_by_key(|it| it.organization_id);
    let mut overview = store.overview().await?;
    assert_eq!(overview.audit_trees().progress(None, 100).await?, expected);
    assert_eq!(overview.audit_trees().progress(None, 2).await?, expected[..2]);
    let after = Some(expected[1].organization_id);
    assert_eq!(overview.audit_trees().progress(after, 100).await?, expected[2..]);
    let end = Some(expected[3].organization_id);
    assert_eq!(overview.audit_trees().progress(end, 100).await?, []);
    Ok(())
}
