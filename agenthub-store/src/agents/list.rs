//! Lists of agents: one filter, six orders.

use agenthub_core::Result;
use agenthub_core::agent::{Agent, AgentFilter, AgentOrder};
use agenthub_core::error::{Code, Error};
use agenthub_core::page::{Listing, Page};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::row::{Row, select};
use crate::paging;
use crate::scope::Scope;
use crate::sql::Query;
use crate::statement::Statement;

/// What the filter asks for; the organization is `$1`. Without a text in it, `$8` is found in nothing and `$7` is no.
macro_rules! wanted {
    () => {
        "(CAST($2 AS TEXT) IS NULL OR agent_type = $2)
         AND (CAST($3 AS TEXT) IS NULL OR status = $3)
         AND (CAST($4 AS TEXT) IS NULL OR business_domain = $4)
         AND (CAST($5 AS TEXT) IS NULL OR owner = $5)
         AND (CAST($6 AS TEXT) IS NULL OR id IN (
             SELECT agent_id FROM agenthub_agent_capabilities WHERE organization_id = $1 AND capability = $6))
         AND (CAST($7 AS TEXT) IS NULL OR REPLACE(text_folded, $7, '') <> text_folded)
         AND (deleted_at IS NOT NULL) = $8"
    };
}

/// The agents beyond `($9, $10)`, sorted by a column and then by id.
macro_rules! sorted {
    ($column:literal, $after:literal, $direction:literal) => {
        Statement::new(select!(
            wanted!(),
            " AND (",
            $column,
            ", id) ",
            $after,
            " ($9, $10) ORDER BY ",
            $column,
            $direction,
            ", id",
            $direction,
            " LIMIT $11 OFFSET $12"
        ))
    };
}

pub(super) const BY_NAME: Statement = sorted!("name_folded", ">=", "");
pub(super) const BY_NAME_DESCENDING: Statement = sorted!("name_folded", "<", " DESC");
pub(super) const BY_CREATION: Statement = sorted!("created_at", ">", "");
pub(super) const BY_CREATION_DESCENDING: Statement = sorted!("created_at", "<", " DESC");
pub(super) const BY_CHANGE: Statement = sorted!("updated_at", ">", "");
pub(super) const BY_CHANGE_DESCENDING: Statement = sorted!("updated_at", "<", " DESC");
pub(super) const COUNT: Statement = Statement::new(concat!(
    "SELECT COUNT(*) FROM agenthub_agents WHERE organization_id = $1 AND ",
    wanted!()
));

/// The place after which a part begins.
enum Place {
    Name(String, Uuid),
    Time(DateTime<Utc>, Uuid),
}

pub(super) async fn list(scope: &mut Scope, filter: &AgentFilter, page: &Page) -> Result<Listing<Agent>> {
    let order = filter.order.as_str();
    let place = place(filter.order, page)?;
    let query = bind(scope.sql(statement(filter.order)), filter);
    let query = match place {
        Place::Name(name, id) => query.bind(name).bind(id),
        Place::Time(at, id) => query.time(at).bind(id),
    };
    let rows: Vec<Row> = query.bind(paging::fetch(page)).bind(i64::from(page.skip)).all().await?;
    let total = if page.count { Some(bind(scope.sql(COUNT), filter).count().await?) } else { None };
    let items = rows.into_iter().map(Row::agent).collect::<Result<Vec<_>>>()?;
    Ok(paging::listing(items, page, total, |last| match filter.order {
        AgentOrder::Name | AgentOrder::NameDescending => {
            paging::cursor(order, last.definition.name.to_lowercase(), last.id)
        }
        AgentOrder::Created | AgentOrder::CreatedDescending => {
            paging::time_cursor(order, last.created_at, last.id)
        }
        AgentOrder::Updated | AgentOrder::UpdatedDescending => {
            paging::time_cursor(order, last.updated_at, last.id)
        }
    }))
}

fn statement(order: AgentOrder) -> Statement {
    match order {
        AgentOrder::Name => BY_NAME,
        AgentOrder::NameDescending => BY_NAME_DESCENDING,
        AgentOrder::Created => BY_CREATION,
        AgentOrder::CreatedDescending => BY_CREATION_DESCENDING,
        AgentOrder::Updated => BY_CHANGE,
        AgentOrder::UpdatedDescending => BY_CHANGE_DESCENDING,
    }
}

fn bind<'t>(query: Query<'t>, filter: &AgentFilter) -> Query<'t> {
    let text = filter.text.as_ref().filter(|text| !text.is_empty()).map(|text| text.to_lowercase());
    query
        .bind(filter.agent_type.clone())
        .bind(filter.status.map(|status| status.as_str()))
        .bind(filter.business_domain.clone())
        .bind(filter.owner.clone())
        .bind(filter.capability.clone())
        .bind(text)
        .bind(filter.deleted)
}

fn place(order: AgentOrder, page: &Page) -> Result<Place> {
    let name = order.as_str();
    Ok(match order {
        AgentOrder::Name => match paging::after(page, name)? {
            Some((key, id)) => behind(key, uuid(id)?),
            None => Place::Name(String::new(), Uuid::nil()),
        },
        AgentOrder::NameDescending => match paging::after(page, name)? {
            Some((key, id)) => Place::Name(key.to_owned(), uuid(id)?),
            // After every name: none is longer than 255 characters, and no character is greater.
            None => Place::Name(char::MAX.to_string().repeat(256), Uuid::max()),
        },
        AgentOrder::Created | AgentOrder::Updated => {
            let (at, id) = paging::after_time(page, name)?;
            Place::Time(at, id)
        }
        AgentOrder::CreatedDescending | AgentOrder::UpdatedDescending => {
            let (at, id) = paging::before_time(page, name)?;
            Place::Time(at, id)
        }
    })
}

/// The first place behind this one, as nothing is before the empty name from which the list begins.
fn behind(name: &str, id: Uuid) -> Place {
    match id.as_u128().checked_add(1) {
        Some(next) => Place::Name(name.to_owned(), Uuid::from_u128(next)),
        // Of the names that are greater, none is less: no text holds the character 0.
        None => Place::Name(format!("{name}\u{1}"), Uuid::nil()),
    }
}

fn uuid(text: &str) -> Result<Uuid> {
    text.parse().map_err(|error: uuid::Error| Error::new(Code::PAGE_BAD_CURSOR).source(error))
}
