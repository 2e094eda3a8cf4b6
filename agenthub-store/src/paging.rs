//! Parts of long lists. A part begins after a place in the sort order, so it costs the same however deep it lies.

use agenthub_core::Result;
use agenthub_core::error::{Code, Error};
use agenthub_core::page::{Cursor, Listing, Page};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::sql::time_text;

/// Earlier and later than every time that is kept.
pub(crate) const FIRST: DateTime<Utc> = DateTime::from_timestamp_micros(-62_135_596_800_000_000).unwrap();
pub(crate) const LAST: DateTime<Utc> = DateTime::from_timestamp_micros(253_402_300_799_999_999).unwrap();

/// How many rows to fetch: one more than wanted, to know whether there is a next part.
pub(crate) fn fetch(page: &Page) -> i64 {
    i64::from(page.limit.min(Page::MAX)) + 1
}

/// Makes a part of what was fetched.
pub(crate) fn listing<T>(
    mut items: Vec<T>,
    page: &Page,
    total: Option<u64>,
    cursor: impl FnOnce(&T) -> Cursor,
) -> Listing<T> {
    let limit = page.limit.min(Page::MAX) as usize;
    let more = items.len() > limit;
    items.truncate(limit);
    let next = items.last().filter(|_| more).map(cursor);
    Listing { items, next, total }
}

/// A cursor at this place.
pub(crate) fn cursor(order: &str, key: impl Into<String>, id: impl ToString) -> Cursor {
    Cursor { order: order.to_owned(), key: key.into(), id: id.to_string() }
}

/// A cursor at this time.
pub(crate) fn time_cursor(order: &str, at: DateTime<Utc>, id: impl ToString) -> Cursor {
    cursor(order, time_text(at), id)
}

/// The key and the id that the page begins after, where it does.
pub(crate) fn after<'p>(page: &'p Page, order: &str) -> Result<Option<(&'p str, &'p str)>> {
    match &page.after {
        Some(cursor) if cursor.order == order => Ok(Some((&cursor.key, &cursor.id))),
        Some(_) => Err(Error::new(Code::PAGE_BAD_CURSOR)),
        None => Ok(None),
    }
}

/// The id that a list with the greatest first begins at.
pub(crate) fn from_id(page: &Page, order: &str) -> Result<Uuid> {
    let Some((_, id)) = after(page, order)? else { return Ok(Uuid::max()) };
    let id: Uuid = parse(id)?;
    Ok(Uuid::from_u128(id.as_u128().saturating_sub(1)))
}

/// The number that the page begins before; larger than every number where it begins at the start.
pub(crate) fn before_number(page: &Page, order: &str) -> Result<i64> {
    after(page, order)?.map_or(Ok(i64::MAX), |(_, id)| parse(id))
}

/// The time and id that a list with the oldest first begins after.
pub(crate) fn after_time(page: &Page, order: &str) -> Result<(DateTime<Utc>, Uuid)> {
    after(page, order)?.map_or(Ok((FIRST, Uuid::nil())), |(key, id)| Ok((parse(key)?, parse(id)?)))
}

/// The time and id that a list with the newest first begins after.
pub(crate) fn before_time(page: &Page, order: &str) -> Result<(DateTime<Utc>, Uuid)> {
    after(page, order)?.map_or(Ok((LAST, Uuid::max())), |(key, id)| Ok((parse(key)?, parse(id)?)))
}

fn parse<T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>>(text: &str) -> Result<T> {
    text.parse().map_err(|error: T::Err| Error::new(Code::PAGE_BAD_CURSOR).source(error))
}
