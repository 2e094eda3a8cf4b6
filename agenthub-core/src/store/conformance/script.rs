//! Random scripts: the same steps on the store under test and on [`Memory`], which must answer alike.
//!
//! Everything that a script does follows from its seed, so a failing seed fails again.

/// Does the same to both sides, and holds the two answers against each other; tells whether they were no errors.
macro_rules! both {
    ($pair:ident, $what:literal, $side:ident => $call:expr) => {
        both!($pair, $what, $side => $call, std::convert::identity)
    };
    ($pair:ident, $what:literal, $side:ident => $call:expr, $shown:expr) => {{
        let $side = &mut *$pair.tested;
        let tested = $call.await;
        let $side = &mut *$pair.oracle;
        let oracle = $call.await;
        $pair.place.same($what, tested.map($shown), oracle.map($shown))
    }};
}

/// Leads through the pages of both sides, each by its own cursors.
macro_rules! both_pages {
    ($pair:ident, $what:literal, $page:expr, $side:ident, $at:ident => $call:expr) => {{
        let mut pages = ($page.clone(), $page);
        loop {
            let ($side, $at) = (&mut *$pair.tested, &pages.0);
            let tested = $call.await;
            let ($side, $at) = (&mut *$pair.oracle, &pages.1);
            let oracle = $call.await;
            match $pair.place.same_part($what, tested, oracle) {
                Some((tested, oracle)) => {
                    pages.0 = Page { after: Some(tested), skip: 0, ..pages.0 };
                    pages.1 = Page { after: Some(oracle), skip: 0, ..pages.1 };
                }
                None => break,
            }
        }
    }};
}

mod change;
mod dice;
mod platform;
mod view;

use std::fmt::Debug;
use std::sync::Arc;

pub(super) use self::dice::Dice;
pub(super) use self::view::audit_query;
use super::Subject;
use crate::error::Result;
use crate::page::{Cursor, Listing};
use crate::store::memory::Memory;
use crate::store::{Platform, Rows, Store, View, Work};

cases! { "script":
    seed_1
    seed_2
    seed_3
    seed_4
    seed_5
    seed_6
    seed_7
    seed_8
}

/// How many steps the scripts among the cases have.
const STEPS: usize = 120;

/// Plays the script of a seed on a fresh, empty store.
///
/// [`cases`](super::cases) holds a few short scripts; play more and longer ones where there is time.
///
/// # Errors
/// Any that the store gives when a view or a transaction is opened or committed.
///
/// # Panics
/// Where the store answers otherwise than [`Memory`] does; the message names the step.
pub async fn play(store: Arc<dyn Store>, seed: u64, steps: usize) -> Result<()> {
    let (oracle, mut dice) = (Memory::new(), Dice::new(seed));
    platform::begin(&*store, &oracle).await?;
    for step in 0..steps {
        take(Place { seed, step }, &*store, &oracle, &mut dice).await?;
    }
    compare_everything(Place { seed, step: steps }, &*store, &oracle).await
}

/// Takes one step: a work, a platform transaction, an append, or a look.
async fn take(place: Place, store: &dyn Store, oracle: &Memory, dice: &mut Dice) -> Result<()> {
    match dice.below(10) {
        0..=3 => {
            let organization = dice.organization();
            let mut tested: Box<dyn Work> = store.work(organization).await?;
            let mut oracle = oracle.work(organization).await?;
            let mut pair: Pair<dyn Rows> = Pair { place, tested: &mut *tested, oracle: &mut *oracle };
            if change::some(&mut pair, organization, dice).await && dice.chance(80) {
                tested.commit().await?;
                oracle.commit().await?;
            }
        }
        4 | 5 => {
            let (mut tested, mut oracle) = (store.platform().await?, oracle.platform().await?);
            let mut pair: Pair<dyn Platform> = Pair { place, tested: &mut *tested, oracle: &mut *oracle };
            if platform::some(&mut pair, dice).await && dice.chance(80) {
                tested.commit().await?;
                oracle.commit().await?;
            }
        }
        6 | 7 => {
            let calls = dice.calls();
            place.same("append", store.append(&calls).await, oracle.append(&calls).await);
        }
        _ => {
            let organization = dice.organization();
            let (mut tested, mut oracle) =
                (store.view(organization).await?, oracle.view(organization).await?);
            let mut pair: Pair<dyn View> = Pair { place, tested: &mut *tested, oracle: &mut *oracle };
            view::some(&mut pair, dice).await;
        }
    }
    Ok(())
}

async fn compare_everything(place: Place, store: &dyn Store, oracle: &Memory) -> Result<()> {
    for organization in dice::organizations() {
        let (mut tested, mut oracle) = (store.view(organization).await?, oracle.view(organization).await?);
        view::all(&mut Pair { place, tested: &mut *tested, oracle: &mut *oracle }).await;
    }
    let (mut tested, mut oracle) = (store.platform().await?, oracle.platform().await?);
    platform::all(&mut Pair { place, tested: &mut *tested, oracle: &mut *oracle }).await;
    Ok(())
}

/// The same door of both stores.
struct Pair<'a, D: ?Sized> {
    place: Place,
    tested: &'a mut D,
    oracle: &'a mut D,
}

/// Where in which script.
#[derive(Clone, Copy)]
struct Place {
    seed: u64,
    step: usize,
}

impl Place {
    /// Holds two answers against each other; tells whether they were no errors.
    #[track_caller]
    fn same<T: PartialEq + Debug>(self, what: &str, tested: Result<T>, oracle: Result<T>) -> bool {
        let (tested, oracle) = (tested.map_err(|error| error.code()), oracle.map_err(|error| error.code()));
        assert_eq!(tested, oracle, "{what}, in step {} of seed {}", self.step, self.seed);
        oracle.is_ok()
    }

    /// Holds two parts of a list against each other; gives both sides' cursors to the next.
    #[track_caller]
    fn same_part<T: PartialEq + Debug>(
        self,
        what: &str,
        tested: Result<Listing<T>>,
        oracle: Result<Listing<T>>,
    ) -> Option<(Cursor, Cursor)> {
        let next = |part: &Result<Listing<T>>| part.as_ref().ok().and_then(|part| part.next.clone());
        let cursors = (next(&tested), next(&oracle));
        // What a cursor says is a store's own affair.
        let shown = |part: Listing<T>| (part.items, part.next.is_some(), part.total);
        self.same(what, tested.map(shown), oracle.map(shown));
        cursors.0.zip(cursors.1)
    }
}

async fn seed_1(store: Subject) -> Result<()> {
    play(store, 1, STEPS).await
}
async fn seed_2(store: Subject) -> Result<()> {
    play(store, 2, STEPS).await
}
async fn seed_3(store: Subject) -> Result<()> {
    play(store, 3, STEPS).await
}
async fn seed_4(store: Subject) -> Result<()> {
    play(store, 4, STEPS).await
}
async fn seed_5(store: Subject) -> Result<()> {
    play(store, 5, STEPS).await
}
async fn seed_6(store: Subject) -> Result<()> {
    play(store, 6, STEPS).await
}
async fn seed_7(store: Subject) -> Result<()> {
    play(store, 7, STEPS).await
}
async fn seed_8(store: Subject) -> Result<()> {
    play(store, 8, STEPS).await
}
