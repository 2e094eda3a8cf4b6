//! Overrides of messages.

use super::Subject;
use super::sample::{add_organization, code, moment, new_message_override};
use crate::error::{Code, Result};
use crate::message_override::MessageOverride;
use crate::organization::OrganizationId;

cases! { "message_overrides":
    keeps_every_field
    an_unknown_one_is_not_found
    refuses_one_twice
    refuses_an_unknown_organization
    is_changed
    is_removed_once_and_may_come_back
    another_organizations_override_does_not_exist
    come_sorted_by_the_bytes_of_language_and_key
    a_dropped_work_leaves_no_override
}

async fn add(store: &Subject, organization: OrganizationId, all: &[MessageOverride]) -> Result<()> {
    let mut work = store.work(organization).await?;
    for one in all {
        work.message_overrides().add(one).await?;
    }
    work.commit().await
}

async fn list(store: &Subject, organization: OrganizationId) -> Result<Vec<MessageOverride>> {
    store.view(organization).await?.message_overrides().list().await
}

async fn keeps_every_field(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let texts = ["", "Servus { $name }\n\n  .title = „Ünïcode“ \\ % _ '", &"字".repeat(4_000)];
    for (key, text) in ["a.b", "c-d_e", &"k".repeat(200)].into_iter().zip(texts) {
        let one = MessageOverride {
            created_at: moment(-1),
            updated_at: moment(999_999),
            ..new_message_override("zh-Hant-TW", key, text)
        };
        add(&store, organization, std::slice::from_ref(&one)).await?;
        let found = store.view(organization).await?.message_overrides().get("zh-Hant-TW", key).await?;
        assert_eq!(found, Some(one));
    }
    Ok(())
}

async fn an_unknown_one_is_not_found(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    add(&store, organization, &[new_message_override("de", "user.hello", "Servus")]).await?;
    let mut work = store.work(organization).await?;
    for (language, key) in [("de", "user.hell"), ("d", "user.hello"), ("DE", "user.hello"), ("de", "")] {
        assert_eq!(work.message_overrides().get(language, key).await?, None, "{language} {key}");
        assert!(!work.message_overrides().remove(language, key).await?);
        assert!(!work.message_overrides().change(&new_message_override(language, key, "x")).await?);
    }
    work.commit().await?;
    assert_eq!(list(&store, organization).await?.len(), 1);
    Ok(())
}

async fn refuses_one_twice(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let [first, second] = ["Servus", "Moin"].map(|text| new_message_override("de", "user.hello", text));
    add(&store, organization, std::slice::from_ref(&first)).await?;
    assert_eq!(code(add(&store, organization, &[second]).await), Some(Code::STORE_CONFLICT));
    assert_eq!(list(&store, organization).await?, [first]);
    Ok(())
}

async fn refuses_an_unknown_organization(store: Subject) -> Result<()> {
    let refused = add(&store, OrganizationId::new(), &[new_message_override("de", "a", "x")]).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn is_changed(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let others =
        [("de", "user.hi"), ("fr", "user.hello")].map(|(tag, key)| new_message_override(tag, key, "x"));
    add(&store, organization, &others).await?;
    add(&store, organization, &[new_message_override("de", "user.hello", "Servus")]).await?;
    let changed =
        MessageOverride { updated_at: moment(7), ..new_message_override("de", "user.hello", "Moin") };
    let mut work = store.work(organization).await?;
    assert!(work.message_overrides().change(&changed).await?);
    let inside = work.message_overrides().get("de", "user.hello").await?;
    assert_eq!(inside.as_ref(), Some(&changed), "seen in its own work");
    work.commit().await?;
    let [first, last] = others;
    assert_eq!(list(&store, organization).await?, [changed, first, last]);
    Ok(())
}

async fn is_removed_once_and_may_come_back(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let one = new_message_override("de", "user.hello", "Servus");
    add(&store, organization, std::slice::from_ref(&one)).await?;
    let mut work = store.work(organization).await?;
    assert!(work.message_overrides().remove("de", "user.hello").await?);
    assert!(!work.message_overrides().remove("de", "user.hello").await?);
    work.commit().await?;
    assert!(list(&store, organization).await?.is_empty());
    add(&store, organization, std::slice::from_ref(&one)).await?;
    assert_eq!(list(&store, organization).await?, [one]);
    Ok(())
}

async fn another_organizations_override_does_not_exist(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let one = new_message_override("de", "user.hello", "Servus");
    add(&store, theirs, std::slice::from_ref(&one)).await?;
    let mut work = store.work(ours).await?;
    assert_eq!(work.message_overrides().get("de", "user.hello").await?, None);
    assert!(!work.message_overrides().change(&new_message_override("de", "user.hello", "x")).await?);
    assert!(!work.message_overrides().remove("de", "user.hello").await?);
    work.message_overrides().add(&new_message_override("de", "user.hello", "Moin")).await?;
    work.commit().await?;
    assert_eq!(list(&store, ours).await?.len(), 1);
    assert_eq!(list(&store, theirs).await?, [one]);
    Ok(())
}

async fn come_sorted_by_the_bytes_of_language_and_key(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let places =
        [("pt-BR", "b"), ("pt", "z"), ("de", "a.b"), ("de", "a_b"), ("de", "aB"), ("de", "ab"), ("de", "é")];
    let mut all = places.map(|(language, key)| new_message_override(language, key, "x"));
    add(&store, organization, &all).await?;
    all.sort_by(|a, b| (&a.language, &a.key).cmp(&(&b.language, &b.key)));
    assert_eq!(list(&store, organization).await?, all);
    Ok(())
}

async fn a_dropped_work_leaves_no_override(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut work = store.work(organization).await?;
    work.message_overrides().add(&new_message_override("de", "user.hello", "Servus")).await?;
    drop(work);
    assert!(list(&store, organization).await?.is_empty());
    Ok(())
}
