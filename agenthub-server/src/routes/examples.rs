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

pub(super) const AUDIT_EXPORT: &str = r#"{
  "format": "jsonl",
  "query": { "from": "2026-01-01T00:00:00Z", "entity_type": "agent" },
  "personal": false
}"#;

pub(super) const AUDIT_VIEW: &str = r#"{
  "name": "What agents failed at",
  "query": { "actor_type": "ai_agent", "none": [{ "outcome": "success" }] },
  "columns": ["at", "actor", "action", "entity", "error_code"],
  "shared": true
}"#;

pub(super) const ERASURE: &str = r#"{ "subject": "0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b" }"#;
pub(super) const RETENTION: &str = r#"{ "days": 3650 }"#;

pub(super) const LEGAL_HOLD: &str =
    r#"{ "name": "Acme ./. Initech", "reason": "Preservation letter of 3 March" }"#;

pub(super) const ORGANIZATION: &str = r#"{ "name": "Acme" }"#;

pub(super) const MEMBER: &str = r#"{ "role": "operator" }"#;

pub(super) const INVITATION: &str = r#"{ "email": "grace@example.com", "role": "developer" }"#;

pub(super) const ACCEPTANCE: &str = r#"{ "token": "ahi_…" }"#;

pub(super) const API_KEY: &str =
    r#"{ "name": "Nightly report", "scopes": ["agents:read", "agents:invoke"] }"#;

pub(super) const AMOUNT: &str =
    r#"{ "amount": "1234.56", "currency_code": "EUR", "include_symbol": true, "language": "de" }"#;

pub(super) const AMOUNT_TEXT: &str = r#"{ "text": "1.234,56 €", "currency_code": "EUR", "language": "de" }"#;

pub(super) const ALLOCATION: &str = r#"{ "amount": "100", "currency_code": "USD", "ratios": [1, 1, 1] }"#;

pub(super) const CONVERSION: &str = r#"{ "amount": "100", "from_currency": "USD", "to_currency": "EUR" }"#;

pub(super) const EXCHANGE_RATE: &str = r#"{
  "base": "EUR",
  "quote": "USD",
  "rate": "1.1593",
  "source": "treasury",
  "effective_at": "2026-11-20T00:00:00Z"
}"#;

pub(super) const ECB_RATES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
  <Cube>
    <Cube time="2026-11-20">
      <Cube currency="USD" rate="1.1593"/>
      <Cube currency="JPY" rate="181.54"/>
    </Cube>
  </Cube>
</gesmes:Envelope>
"#;
pub(super) const PREFERENCE: &str = r#"{ "language": "pt-BR", "time_zone": "America/Sao_Paulo" }"#;

pub(super) const TRANSLATION: &str =
    r#"{ "key": "user.welcome", "arguments": { "name": "John" }, "language": "es" }"#;

pub(super) const FORMAT: &str =
    r#"{ "kind": "date", "value": "2026-11-20", "style": "long", "language": "fr" }"#;

pub(super) const WRITTEN_NUMBER: &str = r#"{ "text": "1.234,56", "language": "de" }"#;

pub(super) const MESSAGE_OVERRIDE: &str = r#"{ "text": "Servus { $name }!" }"#;
