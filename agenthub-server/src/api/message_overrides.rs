//! `/localization/overrides`: what the organization says in words of its own.

use agenthub_core::Permission;
use agenthub_core::error::{Code, Error, Phrase, Result, Violation, Word};
use agenthub_core::message_override::{MessageOverride, NewMessageOverride};
use agenthub_i18n::{Error as Refusal, Language, Localizer, Override, Reason};
use axum::Json;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use super::localization::no_message;
use crate::auth::Entered;
use crate::body::Body;
use crate::locale::spoken;
use crate::paging::Filtered;
use crate::parameters::At;
use crate::problem::Failure;

/// Which overrides are wanted.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct MessageOverrideQuery {
    /// Those in this language.
    #[schema(value_type = Option<String>, format = "language")]
    language: Option<Language>,
}

/// What is said instead of a message.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MessageOverrideBody {
    /// The text, as a Fluent pattern: `Hello, { $name }!`. It may use what the message is given, and nothing else.
    #[schema(min_length = 1, max_length = 4000)]
    text: String,
}

/// Lists what the organization says in words of its own, by language and key.
pub(crate) async fn list(
    Entered(session): Entered,
    Filtered(query, paging): Filtered<MessageOverrideQuery>,
) -> Result<Response, Failure> {
    let language = query.language.as_ref().map(Language::as_str);
    Ok(paging.answer(session.message_overrides().list(language, &paging.page).await?))
}

/// Shows what is said instead of a message.
pub(crate) async fn get(
    Entered(session): Entered,
    At((language, key)): At<(Language, String)>,
) -> Result<Json<MessageOverride>, Failure> {
    Ok(Json(session.message_overrides().get(language.as_str(), &key).await?))
}

/// Has the organization say a message in words of its own.
pub(crate) async fn set(
    Entered(session): Entered,
    At((language, key)): At<(Language, String)>,
    Body(body): Body<MessageOverrideBody>,
) -> Result<Json<MessageOverride>, Failure> {
    session.allow(Permission::LocalizationManage)?;
    let new = checked(&language, key, &body.text)?;
    Ok(Json(session.message_overrides().set(new).await?))
}

/// Has the organization say a message as everybody else does.
pub(crate) async fn remove(
    Entered(session): Entered,
    At((language, key)): At<(Language, String)>,
) -> Result<StatusCode, Failure> {
    session.message_overrides().remove(language.as_str(), &key).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The override, if there is such a message and the text can stand in for it.
fn checked(language: &Language, key: String, text: &str) -> Result<NewMessageOverride> {
    // Fluent writes `user-welcome`; here it has one name.
    if key.contains('-') {
        return Err(no_message(&key));
    }
    let text = text.trim().replace("\r\n", "\n");
    let one = Override { language: language.to_string(), key, text };
    Localizer::embedded().check_override(&one).map_err(|refusal| refused(refusal, &one))?;
    Ok(NewMessageOverride { language: one.language, key: one.key, text: one.text })
}

/// What is wrong with a text, in words of ours.
fn why(reason: Reason) -> Phrase {
    match reason {
        Reason::Expected(token) => Word::MISSING.with("expected", format_args!("`{token}`")),
        Reason::OpenQuote => Word::MISSING.saying("expected", Word::CLOSING_QUOTE),
        Reason::Braces => Word::MESSAGE_BRACES.into(),
        Reason::NoDefault => Word::MESSAGE_NO_DEFAULT.into(),
        Reason::Deep(max) => Word::MESSAGE_DEEP.with("max", max),
        Reason::Function { name, .. } => Word::MESSAGE_FUNCTION.with("name", name),
        Reason::Argument { name } => Word::MESSAGE_ARGUMENT.with("name", format_args!("${name}")),
        Reason::Reference { name, .. } => Word::REFERENCE.with("name", name),
        _ => Word::SYNTAX.into(),
    }
}

fn refused(refusal: Refusal, one: &Override) -> Error {
    match refusal {
        Refusal::UnknownLanguage { language } => {
            let known: Vec<_> = spoken().iter().map(Language::as_str).collect();
            Error::new(Code::LANGUAGE_NOT_FOUND).with("language", language).with("known", known.join(", "))
        }
        Refusal::UnknownKey { .. } => no_message(&one.key),
        Refusal::Faults(faults) => {
            let fault = |fault: agenthub_i18n::Fault| {
                let violation = Violation::new("/text", Code::VALUE_BAD_MESSAGE);
                violation.with("line", fault.line).saying("reason", why(fault.reason))
            };
            Error::new(Code::INVALID).violating(faults.into_iter().map(fault).collect())
        }
        other => Error::internal("an override cannot be checked").source(other),
    }
}
