//! A call as it is sent: JSON, or a table in CSV.

use std::time::Duration;

use agenthub_core::agent::AgentId;
use agenthub_core::error::{Code, Error, Result, Violation, Word};
use agenthub_core::invocation::Invocation;
use agenthub_core::routing::RoutingCriteria;
use axum::extract::{FromRequest as _, Request};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::app::App;
use crate::body::{self, Body};
use crate::problem::Failure;

const CSV: &str = "text/csv";

/// A call.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct InvokeBody {
    /// What is asked for.
    capability: String,
    /// The input; must fit the capability's schema.
    #[serde(default)]
    input: Value,
    /// Your name for a row of calls that belong together.
    #[schema(max_length = 255)]
    session_id: Option<String>,
    /// How long everything may take, where that is less than the agent's own limit.
    #[schema(minimum = 1, maximum = 3600)]
    timeout_seconds: Option<u32>,
    /// What a good agent is, where the best one is to be found.
    criteria: Option<RoutingCriteria>,
}

/// What stands in the query where the body is a table in CSV.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct InvokeQuery {
    /// What is asked for; for a body in CSV.
    capability: Option<String>,
    /// Your name for a row of calls that belong together; for a body in CSV.
    #[schema(max_length = 255)]
    session_id: Option<String>,
    /// How long everything may take; for a body in CSV.
    #[schema(minimum = 1, maximum = 3600)]
    timeout_seconds: Option<u32>,
}

impl InvokeBody {
    /// Reads the call: as JSON, or as a table whose purpose stands in the query.
    pub(super) async fn read(app: &App, query: InvokeQuery, request: Request) -> Result<Self, Failure> {
        if body::media_type(request.headers()).as_deref() == Some(CSV) {
            let call = query.table()?;
            let csv = body::text(request, app).await?;
            return Ok(Self { input: json!({ "table": { "csv": csv } }), ..call });
        }
        query.refuse()?;
        let Body(call) = Body::from_request(request, app).await?;
        Ok(call)
    }

    pub(super) fn invocation(self, agent: Option<AgentId>) -> Invocation {
        let mut invocation = Invocation::new(self.capability, self.input);
        if let Some(agent) = agent {
            invocation = invocation.on(agent);
        }
        if let Some(id) = self.session_id {
            invocation = invocation.session(id);
        }
        if let Some(seconds) = self.timeout_seconds {
            invocation = invocation.timeout(Duration::from_secs(seconds.into()));
        }
        invocation.criteria(self.criteria.unwrap_or_default())
    }
}

impl InvokeQuery {
    /// The call that is to be made with a table.
    fn table(self) -> Result<InvokeBody> {
        let missing =
            || Error::new(Code::INVALID).violating(vec![Violation::new("/capability", Code::VALUE_REQUIRED)]);
        Ok(InvokeBody {
            capability: self.capability.ok_or_else(missing)?,
            input: Value::Null,
            session_id: self.session_id,
            timeout_seconds: self.timeout_seconds,
            criteria: None,
        })
    }

    /// JSON says all this itself, so that saying it here as well would be a mistake.
    fn refuse(&self) -> Result<()> {
        let said = [
            ("capability", self.capability.is_some()),
            ("session_id", self.session_id.is_some()),
            ("timeout_seconds", self.timeout_seconds.is_some()),
        ];
        match said.into_iter().find(|(_, is_said)| *is_said) {
            Some((name, _)) => {
                let error = Error::new(Code::BAD_PARAMETER).with("name", name);
                Err(error.saying("reason", Word::BELONGS_IN_BODY))
            }
            None => Ok(()),
        }
    }
}
