//! What is personal in an audit record, sealed while it is kept.
//!
//! Personal fields are sealed under a key of their [subject](crate::subject_key) before a record gets its leaf hash. So
//! the log, its proofs and its verifier know sealed values only, and all stays as it is when a key is destroyed. A sealed
//! value stands in the field of its plain value, as text that begins with `sealed:1:`.
//!
//! Two things are sealed, where the hub has a [`MasterKey`]:
//! - the address and the program of a request that a person sent;
//! - the values of the fields in [`PERSONAL`], old and new.
//!
//! The index of the log has none of these values in it, sealed or plain: it knows by its names only which fields
//! changed. So whoever may read personal data finds records by them in reading the records, and erasing leaves nothing
//! behind in the index.

mod open;
mod seal;

pub use open::{ERASED, UNREADABLE, WITHHELD};
pub(crate) use open::{Lens, Opened, has_sealed};
pub(crate) use seal::Sealer;

use super::Record;
use crate::identity::email;
use crate::organization::OrganizationId;
use crate::subject_key::{MasterKey, SubjectId};
use crate::user::UserId;

/// Which changed fields of a kind of thing are personal data, and whose.
#[derive(Debug, Clone, Copy)]
pub struct PersonalFields {
    /// The kind of thing.
    pub entity: &'static str,
    /// The fields.
    pub fields: &'static [&'static str],
    /// Whom they are about.
    pub whose: Whose,
}

/// Whom a personal field is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The user whose id the thing has. What has another id than a user is nobody's.
    Thing,
    /// Whoever has the mail address that is the value.
    Address,
}

/// Every changed field that is personal data.
pub const PERSONAL: &[PersonalFields] = &[
    PersonalFields { entity: "user", fields: NAMES, whose: Whose::Thing },
    PersonalFields { entity: "member", fields: NAMES, whose: Whose::Thing },
    // Who is invited need not be a user.
    PersonalFields { entity: "invitation", fields: &["email"], whose: Whose::Address },
];

const NAMES: &[&str] = &["email", "full_name", "display_name", "phone"];

/// Whose the values of a record's personal fields are.
struct Subjects<'m> {
    master: &'m MasterKey,
    organization: OrganizationId,
    /// The user that the record is about.
    thing: Option<SubjectId>,
    personal: Option<&'static PersonalFields>,
}

impl<'m> Subjects<'m> {
    fn of(record: &Record, master: &'m MasterKey, organization: OrganizationId) -> Self {
        let personal = PERSONAL.iter().find(|it| it.entity == record.entity.kind);
        let thing = personal.and_then(|_| record.entity.id.parse::<UserId>().ok()).map(SubjectId::from);
        Self { master, organization, thing, personal }
    }

    /// Whose the value of a changed field is; nobody's where it is not personal.
    fn of_value(&self, field: &str, value: &serde_json::Value) -> Option<SubjectId> {
        let personal = self.personal.filter(|it| it.fields.contains(&field))?;
        match personal.whose {
            _ if value.is_null() => None,
            Whose::Thing => self.thing,
            Whose::Address => {
                let address = email::normal(value.as_str()?);
                Some(self.master.address(self.organization, &address))
            }
        }
    }
}
