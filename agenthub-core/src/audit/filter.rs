//! What a client asks of the audit log: fields that must hold, groups of them, and the same as text.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::query::{Condition, Query, text};
use super::{ActorKind, Severity};
use crate::error::{Code, Result, Violation, Violations};
use crate::interaction::Outcome;

/// How many groups and conditions one query may have, and how deep groups may stand in groups.
const MAX_PARTS: usize = 200;
const MAX_DEPTH: usize = 8;

/// Which audit records are wanted. Every filter that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct AuditFilter {
    /// By an actor of this kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_type: Option<ActorKind>,
    /// By this actor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_id: Option<String>,
    /// With this action.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// To a thing of this kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity_type: Option<String>,
    /// To this thing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity_id: Option<String>,
    /// At least this severe.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_severity: Option<Severity>,
    /// With this compliance tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compliance_tag: Option<String>,
    /// With this outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// With this error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    /// Set off by an automation, or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub triggered_by_automation: Option<bool>,
    /// Of this request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// Of requests with this method and path.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_path: Option<String>,
    /// That changed this field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_field: Option<String>,
    /// With this text in what was done, to what, or in what changed, in whatever case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// At this time or later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<DateTime<Utc>>,
    /// Before this time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<DateTime<Utc>>,
    /// In the text language: `actor.type:ai_agent -outcome:ok changes.total>1000`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// Which come first; the newest where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<AuditOrder>,
}

/// Which records come first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AuditOrder {
    /// The highest sequence number.
    #[default]
    Newest,
    /// The lowest sequence number.
    Oldest,
}

impl AuditOrder {
    /// What cursors of this order call it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Newest => "-sequence",
            Self::Oldest => "sequence",
        }
    }
}

/// A filter with groups of others: its own fields, all of `all`, one of `any` and none of `none` must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct AuditQuery {
    /// Its own fields.
    #[serde(flatten)]
    pub filter: AuditFilter,
    /// All of these must hold.
    #[cfg_attr(feature = "openapi", schema(no_recursion))]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub all: Vec<AuditQuery>,
    /// At least one of these must hold, where there are any.
    #[cfg_attr(feature = "openapi", schema(no_recursion))]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub any: Vec<AuditQuery>,
    /// None of these may hold.
    #[cfg_attr(feature = "openapi", schema(no_recursion))]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub none: Vec<AuditQuery>,
}

impl From<AuditFilter> for AuditQuery {
    fn from(filter: AuditFilter) -> Self {
        Self { filter, ..Self::default() }
    }
}

impl AuditQuery {
    /// Which records come first.
    pub fn order(&self) -> AuditOrder {
        self.filter.order.unwrap_or_default()
    }

    /// What must hold of a record.
    ///
    /// # Errors
    /// `invalid` with every fault: text that cannot be read, an order inside of a group, too many groups.
    pub fn query(&self) -> Result<Query> {
        let mut found = Violations::default();
        let query = self.read("", &mut found);
        found.into_result()?;
        Ok(query)
    }

    /// Makes the query that stands at `place`, and adds what is wrong with it.
    pub(super) fn read(&self, place: &str, found: &mut Violations) -> Query {
        Reading { found, parts: 0 }.group(self, place, 0)
    }
}

/// Makes the query, and collects what is wrong.
struct Reading<'f> {
    found: &'f mut Violations,
    parts: usize,
}

impl Reading<'_> {
    fn group(&mut self, asked: &AuditQuery, place: &str, depth: usize) -> Query {
        self.parts += 1;
        if self.parts > MAX_PARTS || depth > MAX_DEPTH {
            let max = if depth > MAX_DEPTH { MAX_DEPTH } else { MAX_PARTS };
            self.found.push(Violation::new(place, Code::VALUE_TOO_MANY).with("max", max));
            return Query::everything();
        }
        if depth > 0 && asked.filter.order.is_some() {
            let fault = Violation::new(format!("{place}/order"), Code::VALUE_EXCLUDES);
            self.found.push(fault.with("other", place));
        }
        let mut all = conditions(&asked.filter);
        if let Some(written) = &asked.filter.q {
            match text::read(written) {
                Ok(query) => all.push(query),
                Err(fault) => self.found.push(fault.at(&format!("{place}/q"))),
            }
        }
        let mut groups = |name: &str, groups: &[AuditQuery]| -> Vec<Query> {
            let numbered = groups.iter().enumerate();
            numbered.map(|(i, group)| self.group(group, &format!("{place}/{name}/{i}"), depth + 1)).collect()
        };
        all.extend(groups("all", &asked.all));
        if !asked.any.is_empty() {
            all.push(Query::Any(groups("any", &asked.any)));
        }
        all.extend(groups("none", &asked.none).into_iter().map(Query::not));
        Query::All(all)
    }
}

/// The filter's fields, each as a condition.
fn conditions(filter: &AuditFilter) -> Vec<Query> {
    let text = |field: &Option<String>, condition: fn(String) -> Condition| field.clone().map(condition);
    [
        filter.actor_type.map(Condition::ActorType),
        text(&filter.actor_id, Condition::ActorId),
        text(&filter.action, Condition::Action),
        text(&filter.entity_type, Condition::EntityType),
        text(&filter.entity_id, Condition::EntityId),
        filter.min_severity.map(Condition::MinSeverity),
        text(&filter.compliance_tag, Condition::Tag),
        filter.outcome.map(Condition::Outcome),
        text(&filter.error_code, Condition::ErrorCode),
        filter.triggered_by_automation.map(Condition::Automated),
        text(&filter.request_id, Condition::RequestId),
        text(&filter.request_path, Condition::RequestPath),
        text(&filter.changed_field, Condition::ChangedField),
        filter.text.as_deref().map(Condition::text),
        filter.from.map(Condition::From),
        filter.until.map(Condition::Until),
    ]
    .into_iter()
    .flatten()
    .map(Query::Is)
    .collect()
}
