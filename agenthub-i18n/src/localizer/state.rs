//! What a localizer knows at a moment. It is replaced as a whole, never changed.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::chain::Chain;
use super::organization::fitting;
use crate::cache::Cache;
use crate::catalog::{Bundle, Catalog, Layer};
use crate::{Error, Language};

#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) catalog: Arc<Catalog>,
    /// By organization.
    pub(super) overrides: HashMap<Arc<str>, Arc<Overrides>>,
    /// Whom to ask for the languages there are.
    pub(super) direct: FxHashMap<String, Chain>,
    /// Whom to ask for others that were asked for.
    pub(super) chains: Cache<Chain>,
}

/// What one organization says in its own way.
#[derive(Debug, Default)]
pub(super) struct Overrides {
    /// The texts, by language and message id.
    pub(super) texts: BTreeMap<(String, String), String>,
    /// The languages that have any, with all messages.
    pub(super) bundles: BTreeMap<String, Arc<Bundle>>,
    pub(super) chains: Cache<Chain>,
}

impl State {
    pub(super) fn read(layers: &[Layer], fallback: &Language) -> Result<Self, Error> {
        Ok(Self::of(Arc::new(Catalog::read(layers)?), HashMap::new(), fallback))
    }

    fn of(catalog: Arc<Catalog>, overrides: HashMap<Arc<str>, Arc<Overrides>>, fallback: &Language) -> Self {
        let mut state = Self { catalog, overrides, ..Self::default() };
        let tags = state.catalog.0.keys();
        state.direct = tags.map(|tag| (tag.clone(), Chain::new(tag, fallback, &state, None))).collect();
        state
    }

    /// The layers read again, with the overrides kept where their message still is.
    pub(super) fn reloaded(&self, layers: &[Layer], fallback: &Language) -> Result<Self, Error> {
        let catalog = Arc::new(Catalog::read(layers)?);
        let kept = self.overrides.iter().map(|(organization, old)| {
            let kept = Overrides::new(&catalog, fitting(&catalog, old.texts.clone()))?;
            Ok((organization.clone(), Arc::new(kept)))
        });
        let overrides = kept.collect::<Result<_, Error>>()?;
        Ok(Self::of(catalog, overrides, fallback))
    }

    pub(super) fn with_overrides(
        &self,
        organization: &str,
        overrides: Overrides,
        fallback: &Language,
    ) -> Self {
        let mut all = self.overrides.clone();
        if overrides.texts.is_empty() {
            all.remove(organization);
        } else {
            all.insert(organization.into(), Arc::new(overrides));
        }
        Self::of(self.catalog.clone(), all, fallback)
    }
}
