//! Where audit records are forwarded to.

use super::Subject;
use super::sample::{add_organization, code, moment, new_record};
use crate::audit::forwarding::{Backlog, Behind, HolderId, Lease};
use crate::error::{Code, Result};
use crate::organization::OrganizationId;

cases! { "audit_forwarding":
    a_target_has_nothing_at_first
    moves_on_from_where_it_is
    does_not_move_on_from_elsewhere
    each_target_has_its_own_place
    tells_who_is_behind_in_the_order_of_ids
    counts_what_is_behind
    a_dropped_transaction_moves_nothing
    refuses_to_move_on_for_an_unknown_organization
    of_many_that_move_it_on_at_once_one_does
    one_holds_a_lease_until_it_is_over
    a_holder_renews_its_lease
    a_lease_that_is_given_back_is_free
    of_many_that_take_a_lease_at_once_one_has_it
}

const SIEM: &str = "https://siem.example.org";
const FILE: &str = "file:///var/log/ünïcode.jsonl";

/// An organization whose log has this many records.
async fn organization_with(store: &Subject, records: i64) -> Result<OrganizationId> {
    let organization = add_organization(&**store).await?;
    let mut work = store.work(organization).await?;
    for n in 0..records {
        let mut record = new_record("act");
        record.at = moment(n);
        work.record(record).await?;
    }
    work.commit().await?;
    Ok(organization)
}

async fn advance(store: &Subject, target: &str, of: OrganizationId, from: u64, to: u64) -> Result<bool> {
    let mut platform = store.platform().await?;
    let moved = platform.audit_forwarding().advance(target, of, from, to).await?;
    platform.commit().await?;
    Ok(moved)
}

async fn behind(store: &Subject, target: &str) -> Result<Vec<Behind>> {
    store.overview().await?.audit_forwarding().behind(target, None, 100).await
}

async fn backlog(store: &Subject, target: &str) -> Result<Backlog> {
    store.overview().await?.audit_forwarding().backlog(target).await
}

async fn take(store: &Subject, holder: HolderId, now: i64, until: i64) -> Result<bool> {
    let lease = Lease { target: SIEM.to_owned(), holder, until: moment(until) };
    let mut platform = store.platform().await?;
    let taken = platform.audit_forwarding().take(&lease, moment(now)).await?;
    platform.commit().await?;
    Ok(taken)
}

async fn a_target_has_nothing_at_first(store: Subject) -> Result<()> {
    assert_eq!((behind(&store, SIEM).await?, backlog(&store, SIEM).await?), (vec![], Backlog::default()));
    let organization_id = organization_with(&store, 3).await?;
    assert_eq!(behind(&store, SIEM).await?, [Behind { organization_id, position: 0, length: 3 }]);
    Ok(())
}

async fn moves_on_from_where_it_is(store: Subject) -> Result<()> {
    let organization_id = organization_with(&store, 5).await?;
    assert!(advance(&store, SIEM, organization_id, 0, 2).await?);
    assert_eq!(behind(&store, SIEM).await?, [Behind { organization_id, position: 2, length: 5 }]);
    assert!(advance(&store, SIEM, organization_id, 2, 5).await?);
    assert_eq!(behind(&store, SIEM).await?, []);
    Ok(())
}

async fn does_not_move_on_from_elsewhere(store: Subject) -> Result<()> {
    let organization_id = organization_with(&store, 9).await?;
    assert!(!advance(&store, SIEM, organization_id, 1, 9).await?);
    assert!(advance(&store, SIEM, organization_id, 0, 4).await?);
    for from in [0, 3, 5] {
        assert!(!advance(&store, SIEM, organization_id, from, 9).await?, "from {from}");
    }
    assert_eq!(behind(&store, SIEM).await?, [Behind { organization_id, position: 4, length: 9 }]);
    Ok(())
}

async fn each_target_has_its_own_place(store: Subject) -> Result<()> {
    let organization_id = organization_with(&store, 3).await?;
    advance(&store, SIEM, organization_id, 0, 3).await?;
    advance(&store, FILE, organization_id, 0, 1).await?;
    assert_eq!(behind(&store, SIEM).await?, []);
    assert_eq!(behind(&store, FILE).await?, [Behind { organization_id, position: 1, length: 3 }]);
    Ok(())
}

async fn tells_who_is_behind_in_the_order_of_ids(store: Subject) -> Result<()> {
    let mut expected = Vec::new();
    for length in [2, 0, 7, 1, 3] {
        let organization_id = organization_with(&store, length).await?;
        let length = length.unsigned_abs();
        if length == 7 {
            advance(&store, SIEM, organization_id, 0, 7).await?;
        } else if length > 0 {
            expected.push(Behind { organization_id, position: 0, length });
        }
    }
    expected.sort_by_key(|it| it.organization_id);
    let mut overview = store.overview().await?;
    let forwarding = overview.audit_forwarding();
    assert_eq!(forwarding.behind(SIEM, None, 100).await?, expected);
    assert_eq!(forwarding.behind(SIEM, None, 2).await?, expected[..2]);
    assert_eq!(forwarding.behind(SIEM, Some(expected[0].organization_id), 1).await?, expected[1..2]);
    assert_eq!(forwarding.behind(SIEM, Some(expected[2].organization_id), 100).await?, []);
    Ok(())
}

async fn counts_what_is_behind(store: Subject) -> Result<()> {
    let (first, second) = (organization_with(&store, 5).await?, organization_with(&store, 4).await?);
    assert_eq!(backlog(&store, SIEM).await?, Backlog { records: 9, oldest: Some(moment(0)) });
    advance(&store, SIEM, first, 0, 3).await?;
    advance(&store, SIEM, second, 0, 2).await?;
    assert_eq!(backlog(&store, SIEM).await?, Backlog { records: 4, oldest: Some(moment(2)) });
    assert_eq!(backlog(&store, FILE).await?.records, 9);
    advance(&store, SIEM, first, 3, 5).await?;
    advance(&store, SIEM, second, 2, 4).await?;
    assert_eq!(backlog(&store, SIEM).await?, Backlog::default());
    Ok(())
}

async fn a_dropped_transaction_moves_nothing(store: Subject) -> Result<()> {
    let organization_id = organization_with(&store, 2).await?;
    let mut platform = store.platform().await?;
    assert!(platform.audit_forwarding().advance(SIEM, organization_id, 0, 2).await?);
    assert_eq!(platform.audit_forwarding().behind(SIEM, None, 9).await?, [], "it sees it itself");
    drop(platform);
    assert_eq!(behind(&store, SIEM).await?, [Behind { organization_id, position: 0, length: 2 }]);
    Ok(())
}

async fn refuses_to_move_on_for_an_unknown_organization(store: Subject) -> Result<()> {
    let refused = advance(&store, SIEM, OrganizationId::new(), 0, 1).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn of_many_that_move_it_on_at_once_one_does(store: Subject) -> Result<()> {
    let organization_id = organization_with(&store, 9).await?;
    for (from, to) in [(0, 4), (4, 9)] {
        let all = (0..6).map(|_| advance(&store, SIEM, organization_id, from, to));
        let moved = futures_util::future::try_join_all(all).await?;
        assert_eq!(moved.into_iter().filter(|moved| *moved).count(), 1, "from {from}");
    }
    assert_eq!(behind(&store, SIEM).await?, []);
    Ok(())
}

async fn one_holds_a_lease_until_it_is_over(store: Subject) -> Result<()> {
    let (ours, theirs) = (HolderId::new(), HolderId::new());
    assert!(take(&store, ours, 0, 10).await?);
    assert!(!take(&store, theirs, 9, 30).await?);
    assert!(take(&store, theirs, 10, 30).await?);
    assert!(!take(&store, ours, 11, 99).await?);
    Ok(())
}

async fn a_holder_renews_its_lease(store: Subject) -> Result<()> {
    let (ours, theirs) = (HolderId::new(), HolderId::new());
    for (now, until) in [(0, 10), (5, 20), (30, 40)] {
        assert!(take(&store, ours, now, until).await?, "at {now}");
    }
    assert!(!take(&store, theirs, 39, 99).await?);
    Ok(())
}

async fn a_lease_that_is_given_back_is_free(store: Subject) -> Result<()> {
    let (ours, theirs) = (HolderId::new(), HolderId::new());
    take(&store, ours, 0, 10).await?;
    let mut platform = store.platform().await?;
    assert!(!platform.audit_forwarding().release(SIEM, theirs).await?);
    assert!(!platform.audit_forwarding().release(FILE, ours).await?);
    assert!(platform.audit_forwarding().release(SIEM, ours).await?);
    platform.commit().await?;
    assert!(take(&store, theirs, 1, 10).await?);
    Ok(())
}

async fn of_many_that_take_a_lease_at_once_one_has_it(store: Subject) -> Result<()> {
    for now in [0, 100] {
        let all = (0..6).map(|_| take(&store, HolderId::new(), now, now + 10));
        let taken = futures_util::future::try_join_all(all).await?;
        assert_eq!(taken.into_iter().filter(|taken| *taken).count(), 1, "at {now}");
    }
    Ok(())
}
