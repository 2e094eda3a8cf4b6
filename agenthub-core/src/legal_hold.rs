//! Legal holds: while one stands, nothing is removed that somebody may have to show, neither by age nor because a person
//! wants to be forgotten.

pub(crate) mod manage;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use manage::{LegalHolds, NewLegalHold};

use crate::audit::Actor;
use crate::error::{Code, Error, Result};
use crate::id::Id;
use crate::store::Rows;

/// The id of a legal hold.
pub type LegalHoldId = Id<LegalHold>;

/// A legal hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LegalHold {
    /// Its id.
    pub id: LegalHoldId,
    /// What it is called, such as the name of a lawsuit; 1 to 255 characters.
    pub name: String,
    /// Why it was placed; 1 to 4000 characters.
    pub reason: String,
    /// Who placed it.
    pub placed_by: Actor,
    /// When.
    pub placed_at: DateTime<Utc>,
    /// Who lifted it; nobody while it stands.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lifted_by: Option<Actor>,
    /// When it was lifted.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lifted_at: Option<DateTime<Utc>>,
}

impl LegalHold {
    /// Does it stand?
    pub fn stands(&self) -> bool {
        self.lifted_at.is_none()
    }
}

/// Goes on only where no legal hold of the organization stands. Until the transaction ends, none is placed: who wants to
/// place one waits.
///
/// Whatever removes something that a hold keeps asks this first, in the transaction that removes it.
///
/// # Errors
/// `legal_hold.stands`.
pub(crate) async fn refuse_while_held(rows: &mut dyn Rows) -> Result<()> {
    let holds = rows.legal_holds();
    holds.lock().await?;
    if holds.is_any().await? { Err(Error::new(Code::LEGAL_HOLD_STANDS)) } else { Ok(()) }
}
