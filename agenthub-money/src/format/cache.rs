//! What has been learnt is kept: templates in a formatter, formatters in the program.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, OnceLock, PoisonError, RwLock};

use super::template::Template;
use super::{FormatOptions, MoneyFormatter, Style};
use crate::{Currency, Error};

/// One row of currencies for each style with and without the symbol.
const ROWS: usize = Style::ALL.len() * 2;

type Row = Box<[OnceLock<Box<Template>>]>;

/// A template for each currency and style, made when first asked for and read without a lock.
///
/// Bounded by nature: there are only so many currencies and styles.
#[derive(Default)]
pub(super) struct Templates {
    rows: [OnceLock<Row>; ROWS],
}

impl Templates {
    pub(super) fn get(
        &self,
        currency: Currency,
        options: FormatOptions,
        load: impl FnOnce() -> Result<Template, Error>,
    ) -> Result<&Template, Error> {
        let row = self.rows[options.style as usize * 2 + usize::from(options.symbol)]
            .get_or_init(|| Currency::all().map(|_| OnceLock::new()).collect());
        let slot = &row[currency.index()];
        if let Some(template) = slot.get() {
            return Ok(template);
        }
        let template = Box::new(load()?);
        Ok(slot.get_or_init(|| template))
    }
}

/// More locales than any program speaks; whoever asks for made-up ones does not fill the memory.
const MOST_LOCALES: usize = 64;

static SHARED: LazyLock<RwLock<HashMap<String, Arc<MoneyFormatter>>>> = LazyLock::new(RwLock::default);

impl MoneyFormatter {
    /// The formatter of a locale that the whole program shares.
    ///
    /// The last 64 or fewer locales are kept; beyond that the kept ones are forgotten and made anew when asked for.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn shared(locale: &str) -> Result<Arc<Self>, Error> {
        if let Some(found) = SHARED.read().unwrap_or_else(PoisonError::into_inner).get(locale) {
            return Ok(Arc::clone(found));
        }
        let formatter = Arc::new(Self::new(locale)?);
        let mut shared = SHARED.write().unwrap_or_else(PoisonError::into_inner);
        if shared.len() >= MOST_LOCALES {
            shared.clear();
        }
        Ok(Arc::clone(shared.entry(locale.to_owned()).or_insert(formatter)))
    }
}
