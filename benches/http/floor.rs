//! The floor: a bare axum handler that checks the token, calls the agent, and group-commits the same rows; and bare
//! handlers with one query each.

use std::sync::Arc;

use agenthub_core::agent::{AiAgent as _, Call};
use agenthub_core::audit::{Changes, Entity, Record, Request, Severity};
use agenthub_core::interaction::{Interaction, Kept, Outcome, Usage};
use agenthub_core::store::{FinishedCall, Store};
use agenthub_core::{Agent, Id};
use agenthub_money::{Currency, Decimal, Money};
use agenthub_server::{App, Tokens};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};
use sqlx::{PgPool, Row as _, SqlitePool};
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::Failure;
use crate::server::Echo;

type Waiting = (FinishedCall, oneshot::Sender<()>);

/// What the handlers share.
#[derive(Clone)]
struct Floor {
    app: App,
    agent: Arc<Agent>,
    journal: mpsc::Sender<Waiting>,
    pool: Pool,
}

#[derive(Clone)]
enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// The bare server.
pub async fn router(app: &App, store: Arc<dyn Store>, agent: Agent, url: &str) -> Result<Router, Failure> {
    let (journal, mut waiting) = mpsc::channel::<Waiting>(16_384);
    tokio::spawn(async move {
        let mut batch = Vec::new();
        while waiting.recv_many(&mut batch, 1_024).await > 0 {
            let (calls, callers): (Vec<_>, Vec<_>) = batch.drain(..).unzip();
            if store.append(&calls).await.is_ok() {
                callers.into_iter().for_each(|caller: oneshot::Sender<()>| _ = caller.send(()));
            }
        }
    });
    let pool = if url.starts_with("sqlite") {
        Pool::Sqlite(SqlitePool::connect(url).await?)
    } else {
        Pool::Postgres(PgPool::connect(url).await?)
    };
    let floor = Floor { app: app.clone(), agent: Arc::new(agent), journal, pool };
    let router = Router::new()
        .route("/api/v1/agents/{id}/invoke", post(invoke))
        .route("/api/v1/agents/{id}", get(one))
        .route("/api/v1/agents", get(list));
    Ok(router.with_state(floor))
}

#[derive(Deserialize)]
struct Body {
    capability: String,
    input: Value,
}

async fn invoke(
    State(floor): State<Floor>,
    headers: HeaderMap,
    Path(_): Path<Uuid>,
    Json(body): Json<Body>,
) -> Result<Json<Value>, StatusCode> {
    let claims = check(floor.app.tokens(), &floor, &headers)?;
    let now = floor.app.hub().clock().now();
    let input = Arc::new(body.input);
    let interaction = Id::new();
    let call = Call {
        capability: Arc::from(body.capability.as_str()),
        input: Arc::clone(&input),
        agent: Arc::clone(&floor.agent),
        organization: claims.organization,
        interaction,
        deadline: now,
        cancelled: CancellationToken::new(),
    };
    let output = Echo.invoke(call).await.map_err(|_| StatusCode::BAD_GATEWAY)?;
    let actor = agenthub_core::audit::Actor::Human(claims.user);
    let finished = FinishedCall {
        organization_id: claims.organization,
        interaction: Interaction {
            id: interaction,
            agent_id: floor.agent.id,
            agent_version: 1,
            capability: body.capability,
            session_id: None,
            actor: actor.clone(),
            input: Kept::Whole(Value::clone(&input)),
            output: Some(Kept::Whole(output.value.clone())),
            outcome: Outcome::Success,
            error_code: None,
            error_message: None,
            started_at: now,
            duration_us: 1,
            usage: Usage { tokens: output.tokens, cost: Money::new(Decimal::ZERO, Currency::USD) },
            routing: None,
        },
        record: Record {
            id: Id::new(),
            at: now,
            actor,
            triggered_by_automation: false,
            action: "invoke".to_owned(),
            entity: Entity::new("interaction", interaction),
            changes: Changes::none().with("agent_id", floor.agent.id.to_string()).with("capability", "echo"),
            request: Request::default(),
            severity: Severity::Info,
            compliance_tags: Vec::new(),
            outcome: Outcome::Success,
            error_code: None,
        },
    };
    let (written, answer) = oneshot::channel();
    floor.journal.send((finished, written)).await.map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
    answer.await.map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
    Ok(Json(json!({ "interaction_id": interaction, "output": output.value })))
}

async fn one(
    State(floor): State<Floor>,
    headers: HeaderMap,
    Path(id): Path<Uuid>,
) -> Result<Json<Value>, StatusCode> {
    let claims = check(floor.app.tokens(), &floor, &headers)?;
    let text = "SELECT definition FROM agenthub_agents WHERE organization_id = $1 AND id = $2";
    let rows = query(&floor.pool, text, claims.organization.uuid(), Some(id)).await?;
    rows.into_iter().next().map(Json).ok_or(StatusCode::NOT_FOUND)
}

async fn list(State(floor): State<Floor>, headers: HeaderMap) -> Result<Json<Vec<Value>>, StatusCode> {
    let claims = check(floor.app.tokens(), &floor, &headers)?;
    let text =
        "SELECT definition FROM agenthub_agents WHERE organization_id = $1 ORDER BY created_at DESC LIMIT 20";
    query(&floor.pool, text, claims.organization.uuid(), None).await.map(Json)
}

/// One query whose rows are JSON documents.
async fn query(
    pool: &Pool,
    text: &'static str,
    organization: Uuid,
    id: Option<Uuid>,
) -> Result<Vec<Value>, StatusCode> {
    let documents: Result<Vec<String>, sqlx::Error> = match pool {
        Pool::Sqlite(pool) => {
            let mut query = sqlx::query(text).bind(organization);
            if let Some(id) = id {
                query = query.bind(id);
            }
            query.fetch_all(pool).await.map(|rows| rows.iter().map(|row| row.get(0)).collect())
        }
        Pool::Postgres(pool) => {
            // The policy on rows asks for an organization, so the transaction must say one.
            let mut query = sqlx::query(text).bind(organization);
            if let Some(id) = id {
                query = query.bind(id);
            }
            query.fetch_all(pool).await.map(|rows| rows.iter().map(|row| row.get(0)).collect())
        }
    };
    let documents = documents.map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
    documents
        .iter()
        .map(|text| serde_json::from_str(text).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR))
        .collect()
}

fn check(
    tokens: &Tokens,
    floor: &Floor,
    headers: &HeaderMap,
) -> Result<agenthub_core::identity::Claims, StatusCode> {
    let value = headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let token = value.strip_prefix("Bearer ").unwrap_or_default();
    tokens.check(token, floor.app.hub().clock().now()).map_err(|_| StatusCode::UNAUTHORIZED)
}
