//! Bodies that the OpenAPI document shows. Tests send each of them.

pub(super) const REGISTRATION: &str = r#"{
  "email": "ada@example.com",
  "password": "correct horse battery",
  "full_name": "Ada",
  "organization_name": "Acme"
}"#;

pub(super) const LOGIN: &str = r#"{ "email": "ada@example.com", "password": "correct horse battery" }"#;

pub(super) const REFRESH: &str = r#"{ "refresh_token": "ahr_…" }"#;

pub(super) const NEW_PASSWORD: &str =
    r#"{ "current_password": "correct horse battery", "new_password": "staple of another kind" }"#;

pub(super) const AGENT: &str = r#"{
  "name": "Analytics Agent",
  "agent_type": "analytics",
  "description": "Provides business analytics and insights",
  "version": "1.0.0",
  "capabilities": {
    "sales_analysis": true,
    "customer_segmentation": true,
    "predictive_analytics": false
  }
}"#;

pub(super) const STATUS: &str = r#"{ "status": "paused" }"#;

pub(super) const CALL: &str = r#"{
  "capability": "sales_analysis",
  "input": { "table": { "csv": "month,revenue\n2026-01-01,100\n2026-02-01,120\n2026-03-01,90\n" } },
  "session_id": "monday-report"
}"#;

pub(super) const INTERACTION: &str = r#"{
  "agent_id": "0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b",
  "capability": "sales_analysis",
  "session_id": "monday-report",
  "input": { "question": "How was March?" },
  "output": { "text": "Better than February." },
  "duration_ms": 840,
  "tokens": { "input": 120, "output": 18 },
  "cost": "0.0125",
  "currency": "USD"
}"#;

pub(super) const AUDIT_RECORD: &str = r#"{
  "entity_type": "invoice",
  "entity_id": 456,
  "action": "create",
  "actor_type": "ai_agent",
  "ai_agent_id": "0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b",
  "triggered_by_automation": true,
  "changes": { "total": 1000, "status": "draft" }
}"#;

pub(super) const AUDIT_QUERY: &str = r#"{
  "from": "2026-01-01T00:00:00Z",
  "any": [{ "action": "invoke", "outcome": "failure" }, { "min_severity": "critical" }],
  "none": [{ "q": "actor.type:automation OR tag:test" }]
}"#;

pub(super) const AUDIT_VIEW: &str = r#"{
  "name": "What agents failed at",
  "query": { "actor_type": "ai_agent", "none": [{ "outcome": "success" }] },
  "columns": ["at", "actor", "action", "entity", "error_code"],
  "shared": true
}"#;

pub(super) const ORGANIZATION: &str = r#"{ "name": "Acme" }"#;

pub(super) const MEMBER: &str = r#"{ "role": "operator" }"#;

pub(super) const INVITATION: &str = r#"{ "email": "grace@example.com", "role": "developer" }"#;

pub(super) const ACCEPTANCE: &str = r#"{ "token": "ahi_…" }"#;

pub(super) const API_KEY: &str =
    r#"{ "name": "Nightly report", "scopes": ["agents:read", "agents:invoke"] }"#;
