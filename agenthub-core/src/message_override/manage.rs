//! Managing what an organization says in words of its own: look, set, take back.

use super::MessageOverride;
use crate::access::Permission;
use crate::audit::{Changes, Entity, Note};
use crate::error::{Code, Error, Result, Violation, Violations, Word};
use crate::localization::check_language;
use crate::page::{Listing, Page};
use crate::session::{Change, Session};

/// What cursors of the list are called.
const ORDER: &str = "language,key";

/// What an organization says in words of its own; see [`Session::message_overrides`].
#[derive(Debug)]
pub struct MessageOverrides<'s>(&'s Session);

/// What an organization is to say from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMessageOverride {
    /// In which language, as a BCP 47 tag.
    pub language: String,
    /// Instead of which message.
    pub key: String,
    /// What is said; at most [`MessageOverride::LONGEST`] characters.
    pub text: String,
}

impl<'s> MessageOverrides<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }

    /// What is said in words of its own, in one language or in all, sorted by language and key.
    ///
    /// # Errors
    /// `auth.denied`, `page.bad_cursor`.
    pub async fn list(&self, language: Option<&str>, page: &Page) -> Result<Listing<MessageOverride>> {
        let mut all = self.0.view(Permission::LocalizationRead).await?.message_overrides().list().await?;
        all.retain(|one| language.is_none_or(|wanted| one.language == wanted));
        Listing::of_sorted(all, page, ORDER, |one| format!("{}\n{}", one.language, one.key))
    }

    /// What is said instead of one message in one language.
    ///
    /// # Errors
    /// `auth.denied`, `message_override.not_found`.
    pub async fn get(&self, language: &str, key: &str) -> Result<MessageOverride> {
        let mut view = self.0.view(Permission::LocalizationRead).await?;
        view.message_overrides().get(language, key).await?.ok_or_else(|| not_found(language, key))
    }

    /// Has the organization say a message in words of its own: at once here, and on other nodes when they next look
    /// for changes. To the words that it has, nothing is done.
    ///
    /// # Errors
    /// `auth.denied`, `invalid` with every fault, `message_override.no_room`.
    pub async fn set(&self, new: NewMessageOverride) -> Result<MessageOverride> {
        self.0.allow(Permission::LocalizationManage)?;
        check(&new)?;
        let mut change = self.open().await?;
        let old = change.message_overrides().get(&new.language, &new.key).await?;
        if let Some(same) = old.as_ref().filter(|old| old.text == new.text) {
            return Ok(same.clone());
        }
        keep_in_room(&mut change, &new).await?;
        let now = self.0.now();
        let created_at = old.as_ref().map_or(now, |old| old.created_at);
        let NewMessageOverride { language, key, text } = new;
        let set = MessageOverride { language, key, text, created_at, updated_at: now };
        let note = match &old {
            Some(old) => {
                change.message_overrides().change(&set).await?;
                Note::new("update", entity(&set.language, &set.key), Changes::between(old, &set))
            }
            None => {
                change.message_overrides().add(&set).await?;
                Note::new("create", entity(&set.language, &set.key), Changes::created(&set))
            }
        };
        change.publish(note).await?;
        Ok(set)
    }

    /// Has the organization say a message as everybody else does.
    ///
    /// # Errors
    /// `auth.denied`, `message_override.not_found`.
    pub async fn remove(&self, language: &str, key: &str) -> Result<()> {
        let mut change = self.open().await?;
        let old = change.message_overrides().get(language, key).await?;
        let old = old.ok_or_else(|| not_found(language, key))?;
        change.message_overrides().remove(language, key).await?;
        change.publish(Note::new("remove", entity(language, key), Changes::removed(&old))).await
    }

    /// Touches the organization first, so that of two who set the same message, or take the last room, the second
    /// sees what the first did.
    async fn open(&self) -> Result<Change<'s>> {
        let mut change = self.0.change(Permission::LocalizationManage).await?;
        change.touch().await?;
        Ok(change)
    }
}

fn check(new: &NewMessageOverride) -> Result<()> {
    let mut found = Violations::default();
    check_language(&mut found, "/language", &new.language);
    found.length("/key", &new.key, 1, 200);
    found.length("/text", &new.text, 1, MessageOverride::LONGEST);
    for (pointer, text) in [("/key", &new.key), ("/text", &new.text)] {
        // A text may have several lines, as Fluent wants for a choice.
        let is_plain = !text.contains(|c: char| c.is_control() && (c != '\n' || pointer == "/key"));
        found.require(is_plain, || {
            Violation::new(pointer, Code::VALUE_BAD_FORMAT).saying("expected", Word::NO_CONTROL_CHARACTERS)
        });
    }
    found.into_result()
}

/// Refuses what goes beyond the room that an organization has.
async fn keep_in_room(change: &mut Change<'_>, new: &NewMessageOverride) -> Result<()> {
    let mut all = change.message_overrides().list().await?;
    all.retain(|one| (&one.language, &one.key) != (&new.language, &new.key));
    let bytes = new.text.len() + all.iter().map(|one| one.text.len()).sum::<usize>();
    if all.len() < MessageOverride::MOST && bytes <= MessageOverride::ROOM {
        return Ok(());
    }
    let size = format!("{} KiB", MessageOverride::ROOM / 1024);
    Err(Error::new(Code::MESSAGE_OVERRIDE_NO_ROOM).with("max", MessageOverride::MOST).with("size", size))
}

fn not_found(language: &str, key: &str) -> Error {
    Error::new(Code::MESSAGE_OVERRIDE_NOT_FOUND).with("key", key).with("language", language)
}

fn entity(language: &str, key: &str) -> Entity {
    Entity::new("message_override", format!("{language}/{key}"))
}
