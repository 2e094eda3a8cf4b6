//! `/exchange-rates`: what the organization knows of what currencies are worth in others.

mod body;
mod query;

use agenthub_core::exchange_rate::{ExchangeRate, Import};
use axum::Json;
use axum::response::Response;
use http::StatusCode;

use crate::auth::Entered;
use crate::body::{Exact, Xml};
use crate::paging::Filtered;
use crate::problem::Failure;

pub(crate) use body::ExchangeRateBody;
pub(crate) use query::ExchangeRateQuery;

/// Lists rates: all that were ever set, or those that held at a time.
pub(crate) async fn list(
    Entered(session): Entered,
    Filtered(query, paging): Filtered<ExchangeRateQuery>,
) -> Result<Response, Failure> {
    let (at, filter) = query.filter()?;
    let rates = session.exchange_rates();
    let listing = match at {
        Some(at) => rates.in_force(filter.base, filter.quote, at, &paging.page).await?,
        None => rates.list(&filter, &paging.page).await?,
    };
    Ok(paging.answer(listing))
}

/// Sets a rate.
pub(crate) async fn set(
    Entered(session): Entered,
    Exact(body): Exact<ExchangeRateBody>,
) -> Result<(StatusCode, Json<ExchangeRate>), Failure> {
    Ok((StatusCode::CREATED, Json(session.exchange_rates().set(body.new_rate()?).await?)))
}

/// Imports a file of the European Central Bank's.
pub(crate) async fn import(Entered(session): Entered, Xml(file): Xml) -> Result<Json<Import>, Failure> {
    Ok(Json(session.exchange_rates().import_ecb(&file).await?))
}
