//! What was refused is on record too: who tried what, and why not.
//!
//! Whoever is refused can try again at no cost, so these records are bounded: an organization's log takes so many a
//! minute, and a part of them from one source. Those beyond are counted, and a record at the end of the minute says how
//! many there were. All are written behind the answer, by one task: a refusal takes no longer than before, its time tells
//! nothing of who is here, and a store that is away does not make another answer of it.

mod window;
mod write;

use std::collections::HashMap;
use std::sync::Mutex;

use chrono::{DateTime, Utc};
use tokio::sync::mpsc::{self, Receiver, Sender};

pub(crate) use write::write_refusals;

use self::window::{Suppressed, Window};
use super::{Actor, Entity, Note, Record, Request, Severity};
use crate::error::{Code, Error};
use crate::hub::Inner;
use crate::identity::token::TokenHash;
use crate::organization::OrganizationId;
use crate::sync::lock;
use crate::user::UserId;

/// How many places are kept in mind. A window without a refusal is forgotten after a minute, so that only a flood over
/// as many organizations comes here.
const PLACES: usize = 10_000;

/// One source has at most this part of what an organization's log takes.
const SHARE: u32 = 4;

/// How many records may wait to be written.
const WAITING: usize = 1_024;

/// What was refused lately, and what of it waits to be written.
#[derive(Debug)]
pub(crate) struct Refusals {
    per_minute: u32,
    queue: Sender<Refused>,
    windows: Mutex<HashMap<Place, Window>>,
}

/// A refusal that goes on record.
#[derive(Debug)]
pub(crate) struct Refused {
    place: Place,
    record: Record,
    /// Whose personal data it is where the request came from.
    requester: Option<UserId>,
    /// The key that was shown, where it is not known yet which that is.
    key: Option<TokenHash>,
}

/// Where refusals are counted together. Those of whom nobody knows are apart, so that who knocks from outside cannot hide
/// what is tried inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Place {
    organization: OrganizationId,
    is_known: bool,
}

impl Refusals {
    /// What takes note of refusals, and what is to be written of them.
    pub(crate) fn new(per_minute: u32) -> (Self, Receiver<Refused>) {
        let (queue, waiting) = mpsc::channel(WAITING);
        (Self { per_minute, queue, windows: Mutex::default() }, waiting)
    }

    /// Has a refusal written, or counts it.
    fn tell(&self, refused: Refused) {
        let (at, code) = (refused.record.at, refused.record.error_code.clone().unwrap_or_default());
        let place = refused.place;
        let mut windows = lock(&self.windows);
        if windows.len() >= PLACES && !windows.contains_key(&place) {
            return unrecorded(1);
        }
        let window = windows.entry(place).or_default();
        let (source, share) = source(&refused.record, self.per_minute);
        let is_told = window.admits(source, share, at, self.per_minute);
        if !is_told || self.queue.try_send(refused).is_err() {
            metrics::counter!("agenthub_refusals_suppressed_total").increment(1);
            window.suppress(Suppressed::one(code, at));
        }
    }

    /// Counts again what could not be written.
    fn give_back(&self, place: Place, suppressed: Suppressed) {
        lock(&self.windows).entry(place).or_default().suppress(suppressed);
    }

    /// Takes the counts of minutes that are over, or of all; forgets where nothing happened since.
    fn take(&self, is_over: impl Fn(DateTime<Utc>) -> bool) -> Vec<(Place, Suppressed)> {
        let mut windows = lock(&self.windows);
        let taken = windows.iter_mut().filter_map(|(place, it)| Some((*place, it.take(&is_over)?)));
        let taken = taken.collect();
        windows.retain(|_, window| !window.is_idle(&is_over));
        taken
    }
}

impl Inner {
    /// Takes note that something was refused, and gives back the error to answer with.
    ///
    /// Without an `organization` it is only counted: there is no log that it could be told in.
    pub(crate) fn refuse(
        &self,
        organization: Option<OrganizationId>,
        actor: Actor,
        request: &Request,
        note: Note,
        error: Error,
    ) -> Error {
        if let Some(place) = place(organization, &actor, &error) {
            let requester = note.requester(&actor);
            let record = self.refusal(actor, request, note, &error);
            self.refusals.tell(Refused { place, record, requester, key: None });
        }
        error
    }

    /// The same for a key that this node does not know as one that can be used. Which it was is looked up behind the
    /// answer.
    pub(crate) fn refuse_key(
        &self,
        organization: OrganizationId,
        (prefix, hash): (String, TokenHash),
        request: &Request,
        error: Error,
    ) -> Error {
        if let Some(place) = place(Some(organization), &Actor::System, &error) {
            let note = Note::new("access", Entity::new("api_key", prefix), super::Changes::none());
            let record = self.refusal(Actor::System, request, note, &error);
            self.refusals.tell(Refused { place, record, requester: None, key: Some(hash) });
        }
        error
    }

    fn refusal(&self, actor: Actor, request: &Request, note: Note, error: &Error) -> Record {
        let note = note.severity(Severity::Warning).failed(error);
        note.into_record(actor, request.clone(), self.clock.now())
    }
}

/// Where a refusal is told; `None` where there is no log to tell it in, or it is none: something of ours is missing or
/// broken.
fn place(organization: Option<OrganizationId>, actor: &Actor, error: &Error) -> Option<Place> {
    let code = error.code();
    let is_ours = code.as_str().starts_with("store.")
        || matches!(code, Code::INTERNAL | Code::SHUTTING_DOWN | Code::ORGANIZATION_NOT_FOUND);
    if is_ours {
        return None;
    }
    metrics::counter!("agenthub_refusals_total", "code" => code.as_str()).increment(1);
    Some(Place { organization: organization?, is_known: *actor != Actor::System })
}

/// Who is counted as one, an actor, or where nobody knows who it is, an address; and how many are told of it, where an
/// organization's log takes `most`.
///
/// Requests beyond a rate limit are counted apart, and told once: there may be any number of them, and they must not take
/// the place of what else somebody tries.
fn source(record: &Record, most: u32) -> (String, u32) {
    let who = match &record.actor {
        Actor::System => record.request.ip.clone().unwrap_or_default(),
        actor => actor.to_string(),
    };
    match record.error_code.as_deref() {
        Some(code) if code == Code::RATE_LIMITED.as_str() => (format!("{code} {who}"), most.min(1)),
        _ => (who, most.div_ceil(SHARE)),
    }
}

/// Says that refusals are on no record.
fn unrecorded(count: u64) {
    metrics::counter!("agenthub_refusals_unrecorded_total").increment(count);
    tracing::warn!(count, "refusals are not on record");
}
