//! What organizations say in words of their own, ready to be said.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use agenthub_core::message_override::MessageOverride;
use agenthub_core::organization::OrganizationId;
use agenthub_i18n::{Localizer, Override};

/// The localizers of the organizations that say something in words of their own.
///
/// They are made of what the directory keeps in mind, when something is first said after that changed; so they are as
/// new as it is, and nothing is read from the database for them.
#[derive(Debug, Default)]
pub(crate) struct Voices(RwLock<HashMap<OrganizationId, Voice>>);

#[derive(Debug)]
struct Voice {
    /// What it is made of.
    overrides: Arc<[MessageOverride]>,
    localizer: Localizer,
}

impl Voices {
    /// The localizer that speaks as an organization does.
    pub(crate) fn of(&self, organization: OrganizationId, overrides: &Arc<[MessageOverride]>) -> Localizer {
        if overrides.is_empty() {
            self.forget(organization);
            return Localizer::embedded();
        }
        let voices = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(voice) = voices.get(&organization).filter(|it| Arc::ptr_eq(&it.overrides, overrides)) {
            return voice.localizer.clone();
        }
        drop(voices);
        let localizer = Localizer::embedded().with_overrides(overrides.iter().map(as_localizer_takes_it));
        let voice = Voice { overrides: Arc::clone(overrides), localizer: localizer.clone() };
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(organization, voice);
        localizer
    }

    fn forget(&self, organization: OrganizationId) {
        let is_known = self.0.read().unwrap_or_else(PoisonError::into_inner).contains_key(&organization);
        if is_known {
            self.0.write().unwrap_or_else(PoisonError::into_inner).remove(&organization);
        }
    }
}

fn as_localizer_takes_it(one: &MessageOverride) -> Override {
    Override { language: one.language.clone(), key: one.key.clone(), text: one.text.clone() }
}
