//! The floor: a bare axum handler that checks the token, calls the agent, and group-commits the same rows; and bare
//! handlers with one query each.

use std::sync::Arc;

use agenthub_benches::Failure;
use agenthub_core::Agent;
use agenthub_core::agent::AiAgent as _;
use agenthub_core::audit::Actor;
use agenthub_core::store::Store;
use agenthub_server::{App, Tokens};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};
use sqlx::{PgPool, Row as _, SqlitePool};
use uuid::Uuid;

use crate::bare::{self, Echo};
use crate::bare_journal::BareJournal;

/// What the handlers share.
#[derive(Clone)]
struct Floor {
    app: App,
    agent: Arc<Agent>,
    journal: BareJournal,
    pool: Pool,
}

#[derive(Clone)]
enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// The bare server.
pub async fn router(app: &App, store: Arc<dyn Store>, agent: Agent, url: &str) -> Result<Router, Failure> {
    let pool = if url.starts_with("sqlite") {
        Pool::Sqlite(SqlitePool::connect(url).await?)
    } else {
        // The fence lets nobody see a row who does not say whose; the floor says once that it sees all.
        Pool::Postgres(PgPool::connect(&format!("{url}&options[agenthub.platform]=on")).await?)
    };
    let journal = BareJournal::start(store);
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
    let call = bare::call(&floor.agent, claims.organization, &body.capability, body.input);
    let output = Echo.invoke(call.clone()).await.map_err(|_| StatusCode::BAD_GATEWAY)?;
    let now = floor.app.hub().clock().now();
    let finished = bare::finished(&call, Actor::Human(claims.user), now, &output);
    floor.journal.write(finished).await.map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
    Ok(Json(json!({ "interaction_id": call.interaction, "output": output.value })))
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
