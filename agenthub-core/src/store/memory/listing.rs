//! Cutting a page out of a list.

use std::cmp::Ordering;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::error::{Code, Error, Result};
use crate::page::{Cursor, Listing, Page, cut, position};

/// How a list is sorted.
pub(super) struct Order<T> {
    /// What its cursors call it; with `-` in front, the highest comes first.
    pub(super) name: &'static str,
    /// What an item is sorted by, as text that sorts likewise, and the id that breaks ties.
    pub(super) place: fn(&T) -> (String, Uuid),
}

impl<T> Order<T> {
    fn compare(&self, left: &(String, Uuid), right: &(String, Uuid)) -> Ordering {
        if self.name.starts_with('-') { right.cmp(left) } else { left.cmp(right) }
    }
}

/// A time as text that sorts as the time does.
pub(super) fn time_key(at: DateTime<Utc>) -> String {
    let since_the_beginning = i128::from(at.timestamp_micros()) - i128::from(i64::MIN);
    format!("{since_the_beginning:020}")
}

/// Sorts `items`, and cuts out the page.
pub(super) fn sorted<'a, T: Clone + 'a>(
    items: impl Iterator<Item = &'a T>,
    page: &Page,
    order: &Order<T>,
) -> Result<Listing<T>> {
    let after = match position(page, order.name)? {
        Some(cursor) => Some((cursor.key.clone(), cursor.id.parse().map_err(bad_cursor)?)),
        None => None,
    };
    let mut items: Vec<_> = items.map(|item| ((order.place)(item), item)).collect();
    items.sort_unstable_by(|(left, _), (right, _)| order.compare(left, right));
    let total = page.count.then_some(items.len() as u64);
    let follows =
        |place: &_| after.as_ref().is_none_or(|after| order.compare(place, after) == Ordering::Greater);
    let rest = items.into_iter().filter(|(place, _)| follows(place));
    let cut = cut(rest, page, total, |((key, id), _)| Cursor {
        order: order.name.to_owned(),
        key: key.clone(),
        id: id.to_string(),
    });
    Ok(cut.map(|(_, item)| item.clone()))
}

/// The id or number that the page begins after, in a list that is sorted by nothing else.
///
/// # Errors
/// `page.bad_cursor` where it is of another order, or none.
pub(super) fn position_by_id<I>(page: &Page, order: &str) -> Result<Option<I>>
where
    I: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>,
{
    position(page, order)?.map(|cursor| cursor.id.parse().map_err(bad_cursor)).transpose()
}

/// The place of an item in a list that is sorted by its id or number.
pub(super) fn place_by_id(order: &str, id: impl ToString) -> Cursor {
    let id = id.to_string();
    Cursor { order: order.to_owned(), key: id.clone(), id }
}

fn bad_cursor(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::new(Code::PAGE_BAD_CURSOR).source(error)
}
