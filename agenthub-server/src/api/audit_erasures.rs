//! `/audit-logs/erasures`: a person's data that is to be gone from the audit log.

use agenthub_core::audit::{Erasure, Person};
use agenthub_core::error::{Code, Error, Result, Violation};
use agenthub_core::user::UserId;
use axum::Json;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::auth::Entered;
use crate::body::Body;
use crate::problem::Failure;

/// Whose data is to be erased: one of the two says it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ErasureBody {
    /// A user, also one who is no member any more.
    #[schema(value_type = Option<String>, format = Uuid)]
    subject: Option<UserId>,
    /// A mail address: somebody who was invited, and need not be a user.
    email: Option<String>,
}

impl ErasureBody {
    fn person(self) -> Result<Person> {
        let fault = match (self.subject, self.email) {
            (Some(user), None) => return Ok(Person::User(user)),
            (None, Some(email)) => return Ok(Person::Email(email)),
            (None, None) => Violation::new("/subject", Code::VALUE_REQUIRED),
            (Some(_), Some(_)) => Violation::new("/email", Code::VALUE_EXCLUDES).with("other", "subject"),
        };
        Err(Error::new(Code::INVALID).violating(vec![fault]))
    }
}

/// Erases a person's data.
pub(crate) async fn erase(
    Entered(session): Entered,
    Body(body): Body<ErasureBody>,
) -> std::result::Result<Json<Erasure>, Failure> {
    Ok(Json(session.audit().erase(&body.person()?).await?))
}
