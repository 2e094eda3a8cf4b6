//! Lists of the audit log: pages and filters.

use super::super::Subject;
use super::super::paging;
use super::super::sample::{add_organization, moment, new_record};
use super::{full_record, record};
use crate::audit::personal::Lens;
use crate::audit::search::search;
use crate::audit::{Actor, ActorKind, AuditFilter, AuditQuery, Changes, Entity, Entry, Record, Severity};
use crate::error::Result;
use crate::interaction::Outcome;
use crate::organization::OrganizationId;
use crate::page::{Listing, Page};

cases! { "audit":
    comes_newest_first_in_pages
    an_empty_log_has_pages_too
    filters_by_each_field
    every_filter_must_hold
    filters_by_least_severity
    filters_by_time_from_and_until
    takes_wildcards_literally
    a_filtered_log_has_pages
}

/// A page of the records that a filter wants.
async fn list(
    store: &Subject,
    organization: OrganizationId,
    filter: &AuditFilter,
    page: &Page,
) -> Result<Listing<Entry>> {
    let query = AuditQuery::from(filter.clone());
    let lens = &mut Lens::none();
    search(store.view(organization).await?.as_mut(), &query.query()?, query.order(), page, lens).await
}

async fn sequences(store: &Subject, organization: OrganizationId, filter: &AuditFilter) -> Result<Vec<u64>> {
    let listing = list(store, organization, filter, &Page::first(Page::MAX)).await?;
    Ok(listing.items.iter().map(|entry| entry.sequence).collect())
}

async fn comes_newest_first_in_pages(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let mut entries = Vec::new();
    for n in 0..12 {
        record(&store, theirs, new_record("theirs")).await?;
        // The clock may go back; the order is that of the log.
        entries.push(record(&store, ours, Record { at: moment(-n), ..new_record("ours") }).await?);
    }
    entries.reverse();
    let filter = AuditFilter::default();
    paging::holds(&entries, async |page| list(&store, ours, &filter, &page).await).await
}

async fn an_empty_log_has_pages_too(store: Subject) -> Result<()> {
    let filter = AuditFilter::default();
    for organization in [add_organization(&*store).await?, OrganizationId::new()] {
        paging::holds(&[] as &[Entry], async |page| list(&store, organization, &filter, &page).await).await?;
    }
    Ok(())
}

/// The filters that want [`full_record`] and not a plain one, each with one field set, and a value that nothing has.
fn single_filters(wanted: &Record) -> Vec<(AuditFilter, AuditFilter)> {
    let text = |text: &str| Some(text.to_owned());
    let none = AuditFilter::default;
    vec![
        (
            AuditFilter { actor_type: Some(ActorKind::Human), ..none() },
            AuditFilter { actor_type: Some(ActorKind::Plugin), ..none() },
        ),
        (AuditFilter { actor_id: wanted.actor.id(), ..none() }, AuditFilter { actor_id: text(""), ..none() }),
        (
            AuditFilter { action: text(&wanted.action), ..none() },
            AuditFilter { action: text("do"), ..none() },
        ),
        (
            AuditFilter { entity_type: text(&wanted.entity.kind), ..none() },
            AuditFilter { entity_type: text("Agent"), ..none() },
        ),
        (
            AuditFilter { entity_id: text(&wanted.entity.id), ..none() },
            AuditFilter { entity_id: text("70"), ..none() },
        ),
        (
            AuditFilter { compliance_tag: text("gdpr"), ..none() },
            AuditFilter { compliance_tag: text("gdp"), ..none() },
        ),
        (
            AuditFilter { compliance_tag: text("a, \"b\""), ..none() },
            AuditFilter { compliance_tag: text("\"b\""), ..none() },
        ),
        (
            AuditFilter { outcome: Some(Outcome::Failure), ..none() },
            AuditFilter { outcome: Some(Outcome::Cancelled), ..none() },
        ),
        (AuditFilter { request_id: text("req-1"), ..none() }, AuditFilter { request_id: text(""), ..none() }),
        (
            AuditFilter { changed_field: text("name"), ..none() },
            AuditFilter { changed_field: text("new"), ..none() },
        ),
    ]
}

async fn filters_by_each_field(store: Subject) -> Result<()> {
    let (organization, wanted) = (add_organization(&*store).await?, full_record());
    record(&store, organization, new_record("create")).await?;
    let sequence = record(&store, organization, wanted.clone()).await?.sequence;
    record(&store, organization, new_record("create")).await?;
    for (fits, fits_nothing) in single_filters(&wanted) {
        assert_eq!(sequences(&store, organization, &fits).await?, [sequence], "{fits:?}");
        assert!(sequences(&store, organization, &fits_nothing).await?.is_empty(), "{fits_nothing:?}");
    }
    for (triggered, expected) in [(true, vec![1]), (false, vec![2, 0])] {
        let filter = AuditFilter { triggered_by_automation: Some(triggered), ..AuditFilter::default() };
        assert_eq!(sequences(&store, organization, &filter).await?, expected);
    }
    Ok(())
}

async fn every_filter_must_hold(store: Subject) -> Result<()> {
    let (organization, wanted) = (add_organization(&*store).await?, full_record());
    let breaks: [fn(&mut Record); 12] = [
        |it| it.actor = Actor::System,
        |it| it.action = "other".to_owned(),
        |it| it.entity = Entity::new("other", &it.entity.id),
        |it| it.entity = Entity::new(&it.entity.kind, "other"),
        |it| it.severity = Severity::Info,
        |it| it.compliance_tags.clear(),
        |it| it.outcome = Outcome::Success,
        |it| it.triggered_by_automation = false,
        |it| it.request.id = None,
        |it| it.changes = Changes::none(),
        |it| it.at = moment(999_998),
        |it| it.at = moment(1_000_000),
    ];
    for break_one in breaks {
        let mut broken = Record { id: crate::audit::EntryId::new(), ..wanted.clone() };
        break_one(&mut broken);
        record(&store, organization, broken).await?;
    }
    let sequence = record(&store, organization, wanted.clone()).await?.sequence;
    let filter = AuditFilter {
        actor_type: Some(ActorKind::Human),
        actor_id: wanted.actor.id(),
        action: Some(wanted.action),
        entity_type: Some(wanted.entity.kind),
        entity_id: Some(wanted.entity.id),
        min_severity: Some(Severity::Warning),
        compliance_tag: Some("gdpr".to_owned()),
        outcome: Some(Outcome::Failure),
        triggered_by_automation: Some(true),
        request_id: wanted.request.id,
        changed_field: Some("name".to_owned()),
        from: Some(moment(999_999)),
        until: Some(moment(1_000_000)),
        ..AuditFilter::default()
    };
    assert_eq!(sequences(&store, organization, &filter).await?, [sequence]);
    Ok(())
}

async fn filters_by_least_severity(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    for severity in Severity::ALL {
        record(&store, organization, Record { severity, ..new_record("act") }).await?;
    }
    for (least, expected) in Severity::ALL.into_iter().zip([vec![2, 1, 0], vec![2, 1], vec![2]]) {
        let filter = AuditFilter { min_severity: Some(least), ..AuditFilter::default() };
        assert_eq!(sequences(&store, organization, &filter).await?, expected, "{least:?}");
    }
    Ok(())
}

async fn filters_by_time_from_and_until(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    for n in 0..4 {
        record(&store, organization, Record { at: moment(n), ..new_record("act") }).await?;
    }
    let windows = [
        (Some(1), Some(3), vec![2, 1]),
        (Some(2), None, vec![3, 2]),
        (None, Some(2), vec![1, 0]),
        (Some(2), Some(2), vec![]),
        (Some(3), Some(1), vec![]),
    ];
    for (from, until, expected) in windows {
        let filter =
            AuditFilter { from: from.map(moment), until: until.map(moment), ..AuditFilter::default() };
        assert_eq!(sequences(&store, organization, &filter).await?, expected, "{from:?} to {until:?}");
    }
    Ok(())
}

async fn takes_wildcards_literally(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let plain = Record {
        compliance_tags: vec!["gdpr".to_owned()],
        changes: Changes::none().with("name", 1),
        ..new_record("create")
    };
    let odd = Record {
        compliance_tags: vec!["%".to_owned()],
        changes: Changes::none().with("na.me", 1).with("$[0]\"'", 2),
        ..new_record("%")
    };
    record(&store, organization, plain).await?;
    record(&store, organization, odd).await?;
    let text = |text: &str| Some(text.to_owned());
    let none = AuditFilter::default;
    let filters = [
        AuditFilter { action: text("%"), ..none() },
        AuditFilter { compliance_tag: text("%"), ..none() },
        AuditFilter { changed_field: text("na.me"), ..none() },
        AuditFilter { changed_field: text("$[0]\"'"), ..none() },
    ];
    for filter in filters {
        assert_eq!(sequences(&store, organization, &filter).await?, [1], "{filter:?}");
    }
    for filter in [
        AuditFilter { changed_field: text("$"), ..none() },
        AuditFilter { changed_field: text("na_me"), ..none() },
        AuditFilter { action: text("creat_"), ..none() },
    ] {
        assert!(sequences(&store, organization, &filter).await?.is_empty(), "{filter:?}");
    }
    Ok(())
}

async fn a_filtered_log_has_pages(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut wanted = Vec::new();
    for n in 0..20 {
        let action = if n % 3 == 0 { "update" } else { "create" };
        let entry = record(&store, organization, new_record(action)).await?;
        if n % 3 == 0 {
            wanted.insert(0, entry);
        }
    }
    let filter = AuditFilter { action: Some("update".to_owned()), ..AuditFilter::default() };
    paging::holds(&wanted, async |page| list(&store, organization, &filter, &page).await).await
}
