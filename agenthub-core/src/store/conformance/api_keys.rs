//! API keys.

use super::Subject;
use super::paging;
use super::sample::{add_organization, add_user, code, hash, moment, new_api_key};
use crate::access::Permission;
use crate::api_key::{ApiKey, ApiKeyId};
use crate::error::{Code, Result};
use crate::organization::OrganizationId;

cases! { "api_keys":
    keeps_every_field
    an_unknown_key_is_not_found
    refuses_a_taken_id
    refuses_a_taken_hash
    refuses_a_hash_that_another_organization_took
    refuses_an_unknown_organization
    is_found_by_hash_with_its_organization
    changes_every_field
    a_changed_hash_is_found_and_the_old_one_is_not
    refuses_to_change_to_a_taken_hash
    notes_the_latest_use
    noting_the_use_of_an_unknown_key_does_nothing
    another_organizations_key_does_not_exist
    come_newest_first_in_pages
    live_ones_are_not_revoked
    a_dropped_work_leaves_no_key
}

async fn add(store: &Subject, organization: OrganizationId, keys: &[ApiKey]) -> Result<()> {
    let mut work = store.work(organization).await?;
    for key in keys {
        work.api_keys().add(key).await?;
    }
    work.commit().await
}

async fn get(store: &Subject, organization: OrganizationId, id: ApiKeyId) -> Result<Option<ApiKey>> {
    store.view(organization).await?.api_keys().get(id).await
}

fn full_api_key() -> ApiKey {
    ApiKey {
        prefix: String::new(),
        scopes: Permission::all().collect(),
        created_at: moment(-1),
        expires_at: Some(moment(999_999)),
        last_used_at: Some(moment(7)),
        revoked_at: Some(moment(8)),
        ..new_api_key("Robot \"R2\" ' \\ % ключ")
    }
}

async fn keeps_every_field(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let ada = add_user(&*store, "ada@example.com").await?;
    let (full, bare) = (ApiKey { created_by: Some(ada.id), ..full_api_key() }, new_api_key(""));
    add(&store, organization, &[full.clone(), bare.clone()]).await?;
    for key in [full, bare] {
        assert_eq!(get(&store, organization, key.id).await?, Some(key));
    }
    Ok(())
}

async fn an_unknown_key_is_not_found(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    assert_eq!(get(&store, organization, ApiKeyId::new()).await?, None);
    assert_eq!(store.overview().await?.organizations().api_key_by_hash(&[0; 32]).await?, None);
    Ok(())
}

async fn refuses_a_taken_id(store: Subject) -> Result<()> {
    let (organization, key) = (add_organization(&*store).await?, new_api_key("key"));
    add(&store, organization, std::slice::from_ref(&key)).await?;
    let again = ApiKey { token_hash: [9; 32], ..key };
    assert_eq!(code(add(&store, organization, &[again]).await), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn refuses_a_taken_hash(store: Subject) -> Result<()> {
    let (organization, key) = (add_organization(&*store).await?, new_api_key("key"));
    let again = ApiKey { token_hash: key.token_hash, ..new_api_key("again") };
    add(&store, organization, &[key]).await?;
    assert_eq!(code(add(&store, organization, &[again]).await), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn refuses_a_hash_that_another_organization_took(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let key = new_api_key("key");
    let again = ApiKey { token_hash: key.token_hash, ..new_api_key("again") };
    add(&store, theirs, &[key]).await?;
    assert_eq!(code(add(&store, ours, &[again]).await), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn refuses_an_unknown_organization(store: Subject) -> Result<()> {
    let refused = add(&store, OrganizationId::new(), &[new_api_key("key")]).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn is_found_by_hash_with_its_organization(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let keys = [full_api_key(), new_api_key("theirs")];
    add(&store, ours, &keys[..1]).await?;
    add(&store, theirs, &keys[1..]).await?;
    for (organization, key) in [ours, theirs].into_iter().zip(keys) {
        let found = store.overview().await?.organizations().api_key_by_hash(&key.token_hash).await?;
        assert_eq!(found, Some((organization, key)));
    }
    Ok(())
}

async fn changes_every_field(store: Subject) -> Result<()> {
    let (organization, bare) = (add_organization(&*store).await?, new_api_key("key"));
    add(&store, organization, std::slice::from_ref(&bare)).await?;
    let full = ApiKey { id: bare.id, ..full_api_key() };
    for key in [full, bare] {
        let mut work = store.work(organization).await?;
        assert!(work.api_keys().change(&key).await?);
        work.commit().await?;
        assert_eq!(get(&store, organization, key.id).await?, Some(key));
    }
    Ok(())
}

async fn a_changed_hash_is_found_and_the_old_one_is_not(store: Subject) -> Result<()> {
    let (organization, old) = (add_organization(&*store).await?, new_api_key("key"));
    add(&store, organization, std::slice::from_ref(&old)).await?;
    let new = ApiKey { token_hash: [3; 32], ..old.clone() };
    let mut work = store.work(organization).await?;
    assert!(work.api_keys().change(&new).await?);
    work.commit().await?;
    let mut platform = store.platform().await?;
    assert_eq!(platform.organizations().api_key_by_hash(&old.token_hash).await?, None);
    assert_eq!(platform.organizations().api_key_by_hash(&[3; 32]).await?, Some((organization, new)));
    Ok(())
}

async fn refuses_to_change_to_a_taken_hash(store: Subject) -> Result<()> {
    let (organization, keys) = (add_organization(&*store).await?, ["a", "b"].map(new_api_key));
    add(&store, organization, &keys).await?;
    let taken = ApiKey { token_hash: hash(keys[0].id), ..keys[1].clone() };
    let refused = store.work(organization).await?.api_keys().change(&taken).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    assert_eq!(get(&store, organization, keys[1].id).await?.as_ref(), Some(&keys[1]));
    Ok(())
}

async fn notes_the_latest_use(store: Subject) -> Result<()> {
    let (organization, key) = (add_organization(&*store).await?, new_api_key("key"));
    add(&store, organization, std::slice::from_ref(&key)).await?;
    for (at, latest) in [(5, 5), (3, 5), (9, 9), (9, 9)] {
        let mut work = store.work(organization).await?;
        work.api_keys().used(key.id, moment(at)).await?;
        work.commit().await?;
        let expected = ApiKey { last_used_at: Some(moment(latest)), ..key.clone() };
        assert_eq!(get(&store, organization, key.id).await?, Some(expected));
    }
    Ok(())
}

async fn noting_the_use_of_an_unknown_key_does_nothing(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let key = new_api_key("key");
    add(&store, theirs, std::slice::from_ref(&key)).await?;
    for organization in [ours, OrganizationId::new()] {
        let mut work = store.work(organization).await?;
        work.api_keys().used(key.id, moment(5)).await?;
        work.api_keys().used(ApiKeyId::new(), moment(5)).await?;
        work.commit().await?;
    }
    assert_eq!(get(&store, theirs, key.id).await?, Some(key));
    Ok(())
}

async fn another_organizations_key_does_not_exist(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let key = new_api_key("key");
    add(&store, theirs, std::slice::from_ref(&key)).await?;
    let mut work = store.work(ours).await?;
    assert_eq!(work.api_keys().get(key.id).await?, None);
    assert!(work.api_keys().live().await?.is_empty());
    let revoked = ApiKey { revoked_at: Some(moment(1)), ..key.clone() };
    assert!(!work.api_keys().change(&revoked).await?);
    work.commit().await?;
    paging::holds(&[], async |page| store.view(ours).await?.api_keys().list(&page).await).await?;
    assert_eq!(get(&store, theirs, key.id).await?, Some(key));
    Ok(())
}

async fn come_newest_first_in_pages(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut keys: Vec<ApiKey> = (0..11)
        .map(|n: i64| ApiKey { created_at: moment((n * 7) % 5), ..new_api_key(&n.to_string()) })
        .collect();
    keys[3].revoked_at = Some(moment(9));
    add(&store, organization, &keys).await?;
    keys.sort_by_key(|key| std::cmp::Reverse((key.created_at, key.id)));
    paging::holds(&keys, async |page| store.view(organization).await?.api_keys().list(&page).await).await
}

async fn live_ones_are_not_revoked(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut keys = ["a", "revoked", "expired", "b"].map(new_api_key).to_vec();
    keys[1].revoked_at = Some(moment(9_000_000));
    keys[2].expires_at = Some(moment(-1));
    add(&store, organization, &keys).await?;
    keys.retain(|key| key.revoked_at.is_none());
    keys.sort_by_key(|key| key.id);
    assert_eq!(store.view(organization).await?.api_keys().live().await?, keys);
    Ok(())
}

async fn a_dropped_work_leaves_no_key(store: Subject) -> Result<()> {
    let (organization, key) = (add_organization(&*store).await?, new_api_key("key"));
    let mut work = store.work(organization).await?;
    work.api_keys().add(&key).await?;
    drop(work);
    assert_eq!(get(&store, organization, key.id).await?, None);
    assert_eq!(store.overview().await?.organizations().api_key_by_hash(&key.token_hash).await?, None);
    add(&store, organization, &[key]).await
}
