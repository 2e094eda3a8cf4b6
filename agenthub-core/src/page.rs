//! A part of a long list: from where, how much, and where the next part begins.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, Result};

/// Which part of a list is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Begin after this place; what [`Listing::next`] of the part before said.
    pub after: Option<Cursor>,
    /// Then leave out this many.
    pub skip: u32,
    /// And take at most this many; see [`Page::MAX`].
    pub limit: u32,
    /// Whether [`Listing::total`] is wanted, which costs a count.
    pub count: bool,
}

impl Page {
    /// The most items that one page holds.
    pub const MAX: u32 = 1000;

    /// The first `limit` items.
    pub fn first(limit: u32) -> Self {
        Self { limit, ..Self::default() }
    }
}

impl Default for Page {
    fn default() -> Self {
        Self { after: None, skip: 0, limit: 100, count: false }
    }
}

/// A place in a sorted list: the sort key and the id of the item that stands there.
///
/// It travels as opaque text, and stays right while items come and go around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// The order that the list was in; a cursor of one order is refused by another.
    pub order: String,
    /// The sort key as text.
    pub key: String,
    /// The id or number that breaks ties.
    pub id: String,
}

impl Cursor {
    /// The opaque text.
    pub fn encode(&self) -> String {
        // A struct of strings always serializes.
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default())
    }

    /// Reads what [`Cursor::encode`] wrote.
    ///
    /// # Errors
    /// `page.bad_cursor` where the text is anything else.
    pub fn decode(text: &str) -> Result<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|e| Error::new(Code::PAGE_BAD_CURSOR).source(e))?;
        serde_json::from_slice(&bytes).map_err(|e| Error::new(Code::PAGE_BAD_CURSOR).source(e))
    }
}

/// One part of a list.
///
/// `next` is there only where at least one more item follows, and never for a limit of 0. `total` counts the whole
/// list, whatever the page's place, skip and limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing<T> {
    /// The items, in the order asked for.
    pub items: Vec<T>,
    /// Where the next part begins; `None` at the end.
    pub next: Option<Cursor>,
    /// How many there are in all, where [`Page::count`] asked.
    pub total: Option<u64>,
}

impl<T> Listing<T> {
    /// Cuts the page out of a short list that is there as a whole, sorted by the text that `place` gives of an item; no
    /// two items have the same. At most [`Page::MAX`] items.
    ///
    /// # Errors
    /// `page.bad_cursor` where the cursor is of another order.
    pub fn of_sorted(items: Vec<T>, page: &Page, order: &str, place: impl Fn(&T) -> String) -> Result<Self> {
        let after = position(page, order)?;
        let total = page.count.then_some(items.len() as u64);
        let rest = items.into_iter().filter(|item| after.is_none_or(|after| place(item) > after.key));
        let page = Page { limit: page.limit.min(Page::MAX), ..page.clone() };
        Ok(cut(rest, &page, total, |last| Cursor {
            order: order.to_owned(),
            key: place(last),
            id: String::new(),
        }))
    }

    /// Turns every item into something else.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Listing<U> {
        Listing { items: self.items.into_iter().map(change).collect(), next: self.next, total: self.total }
    }
}

/// Cuts the page out of `rest`: items in order, beginning after the page's cursor.
pub(crate) fn cut<T>(
    rest: impl Iterator<Item = T>,
    page: &Page,
    total: Option<u64>,
    place: impl Fn(&T) -> Cursor,
) -> Listing<T> {
    let mut rest = rest.skip(page.skip as usize);
    let items: Vec<T> = rest.by_ref().take(page.limit as usize).collect();
    let next = items.last().filter(|_| rest.next().is_some()).map(place);
    Listing { items, next, total }
}

/// The cursor that the page begins after.
///
/// # Errors
/// `page.bad_cursor` where it is of another order.
pub(crate) fn position<'a>(page: &'a Page, order: &str) -> Result<Option<&'a Cursor>> {
    match &page.after {
        Some(cursor) if cursor.order != order => Err(Error::new(Code::PAGE_BAD_CURSOR)),
        after => Ok(after.as_ref()),
    }
}
