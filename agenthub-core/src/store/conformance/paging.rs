//! Every way to take a list in parts.

use std::fmt::Debug;

use super::sample::code;
use crate::error::{Code, Result};
use crate::page::{Cursor, Listing, Page};

/// Takes the list `list` whole, in parts of every size and from every place, and holds the parts to `expected`.
pub(super) async fn holds<T, L>(expected: &[T], list: L) -> Result<()>
where
    T: PartialEq + Debug,
    L: AsyncFn(Page) -> Result<Listing<T>>,
{
    let whole = list(Page::first(Page::MAX)).await?;
    assert_eq!(whole.items, expected, "the whole list");
    assert_eq!((whole.next, whole.total), (None, None), "the end of the whole list");
    for limit in 1..=expected.len() as u32 + 1 {
        cursors_lead_through(expected, &list, limit).await?;
    }
    skips_lead_through(expected, &list, 3).await?;
    takes_the_edges(expected, &list).await?;
    refuses_foreign_cursors(&list).await
}

/// From page to page by cursor, which travels as text.
async fn cursors_lead_through<T, L>(expected: &[T], list: &L, limit: u32) -> Result<()>
where
    T: PartialEq + Debug,
    L: AsyncFn(Page) -> Result<Listing<T>>,
{
    let mut page = Page { limit, count: true, ..Page::default() };
    let mut seen = 0;
    loop {
        let part = list(page.clone()).await?;
        let end = expected.len().min(seen + limit as usize);
        assert_eq!(part.items, expected[seen..end], "items from {seen}, by cursor, at most {limit}");
        assert_eq!(part.total, Some(expected.len() as u64), "the total does not heed the cursor");
        assert_eq!(part.next.is_some(), end < expected.len(), "is there more after {end}?");
        seen = end;
        match part.next {
            Some(next) => page.after = Some(Cursor::decode(&next.encode())?),
            None => return Ok(()),
        }
    }
}

/// From page to page by number, at first and behind a cursor.
async fn skips_lead_through<T, L>(expected: &[T], list: &L, limit: u32) -> Result<()>
where
    T: PartialEq + Debug,
    L: AsyncFn(Page) -> Result<Listing<T>>,
{
    let first = list(Page::first(1)).await?.next;
    for skip in 0..=expected.len() as u32 + 1 {
        for (after, passed) in [(None, 0), (first.clone(), 1)] {
            if passed == 1 && after.is_none() {
                continue;
            }
            let part = list(Page { after, skip, limit, count: true }).await?;
            let start = expected.len().min(skip as usize + passed);
            let end = expected.len().min(start + limit as usize);
            assert_eq!(part.items, expected[start..end], "items {start} to {end}, by skipping {skip}");
            assert_eq!(part.total, Some(expected.len() as u64), "the total does not heed skip and limit");
            assert_eq!(part.next.is_some(), end < expected.len(), "is there more after {end}?");
        }
    }
    Ok(())
}

async fn takes_the_edges<T, L>(expected: &[T], list: &L) -> Result<()>
where
    T: PartialEq + Debug,
    L: AsyncFn(Page) -> Result<Listing<T>>,
{
    let total = Some(expected.len() as u64);
    let nothing = list(Page { limit: 0, count: true, ..Page::default() }).await?;
    assert_eq!((nothing.items.len(), nothing.next, nothing.total), (0, None, total), "a limit of 0");
    let past = list(Page { skip: u32::MAX, count: true, ..Page::default() }).await?;
    assert_eq!((past.items.len(), past.next, past.total), (0, None, total), "past the end");
    let all = list(Page::first(u32::MAX)).await?;
    assert_eq!((all.items.len(), all.next), (expected.len(), None), "no limit to speak of");
    Ok(())
}

async fn refuses_foreign_cursors<T, L>(list: &L) -> Result<()>
where
    T: PartialEq + Debug,
    L: AsyncFn(Page) -> Result<Listing<T>>,
{
    let Some(own) = list(Page::first(1)).await?.next else {
        return Ok(());
    };
    let foreign =
        [Cursor { order: "another".to_owned(), ..own.clone() }, Cursor { id: "no id".to_owned(), ..own }];
    for cursor in foreign {
        let page = Page { after: Some(cursor.clone()), ..Page::default() };
        assert_eq!(code(list(page).await), Some(Code::PAGE_BAD_CURSOR), "{cursor:?}");
    }
    Ok(())
}
