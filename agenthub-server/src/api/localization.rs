//! `/localization`: the languages, what is said in them, and formats for clients that have no library for them.

mod format;
mod languages;
mod messages;
mod parse;

use agenthub_core::Permission;
use agenthub_i18n::{Direction, Language};
use axum::Json;
use axum::extract::{Extension, State};
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::Entered;
use crate::body::Body;
use crate::locale::{Asked, Choice};
use crate::paging::Filtered;
use crate::problem::{Failure, Reader};
use crate::request::Facts;

pub(crate) use format::FormatBody;
pub(crate) use languages::Languages;
pub(super) use messages::no_message;
pub(crate) use messages::{MessageKey, MessageQuery, TranslateBody};
pub(crate) use parse::{ParseBody, Parsed};

/// A text in a language.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Said {
    /// The text.
    text: String,
    /// The language that it is in.
    #[schema(value_type = String, example = "es")]
    language: Language,
    /// Which way that is written.
    #[schema(value_type = String, example = "ltr")]
    direction: Direction,
    /// Whether it is in another language than the one that was asked for, as that is not spoken here.
    fell_back: bool,
}

impl Said {
    fn new(text: String, language: Language, fell_back: bool) -> Self {
        Self { text, direction: language.direction(), language, fell_back }
    }
}

/// Shows the languages, and which of them is the caller's, and why.
pub(crate) async fn languages(
    Extension(facts): Extension<Facts>,
    Entered(session): Entered,
) -> Result<Json<Languages>, Failure> {
    session.allow(Permission::LocalizationRead)?;
    Ok(Json(Languages::told_to(facts.choice())))
}

/// Lists the messages that there are.
pub(crate) async fn keys(
    Entered(session): Entered,
    Filtered(query, paging): Filtered<MessageQuery>,
) -> Result<Response, Failure> {
    session.allow(Permission::LocalizationRead)?;
    Ok(paging.answer(query.list(&paging.page)?))
}

/// Says a message, in the words of the organization where it has some.
pub(crate) async fn translate(
    State(app): State<App>,
    Extension(facts): Extension<Facts>,
    Entered(session): Entered,
    Body(body): Body<TranslateBody>,
) -> Result<Json<Said>, Failure> {
    session.allow(Permission::LocalizationRead)?;
    let choice = facts.choice_for(body.asked());
    let reader = Reader::speaking(choice.locale.clone(), &app, &facts);
    Ok(Json(body.say(&reader, fell_back(&choice, body.asked()))?))
}

/// Writes a value as a language writes it.
pub(crate) async fn format(
    State(app): State<App>,
    Extension(facts): Extension<Facts>,
    Entered(session): Entered,
    Body(body): Body<FormatBody>,
) -> Result<Json<Said>, Failure> {
    session.allow(Permission::LocalizationRead)?;
    let choice = facts.choice_for(body.asked());
    let text = body.text(&choice.locale, app.hub().clock().now())?;
    let fell_back = fell_back(&choice, body.asked());
    Ok(Json(Said::new(text, choice.locale.language().clone(), fell_back)))
}

/// Reads a number as a language writes it.
pub(crate) async fn parse(
    Extension(facts): Extension<Facts>,
    Entered(session): Entered,
    Body(body): Body<ParseBody>,
) -> Result<Json<Parsed>, Failure> {
    session.allow(Permission::LocalizationRead)?;
    let choice = facts.choice_for(body.asked());
    Ok(Json(body.parse(choice.locale.language(), fell_back(&choice, body.asked()))?))
}

/// Was another language taken than the one that was asked for?
fn fell_back(choice: &Choice, asked: Asked<'_>) -> bool {
    asked.language.is_some_and(|asked| asked.code() != choice.locale.language().code())
}
