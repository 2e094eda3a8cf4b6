//! Which HTTP status an error has.

use agenthub_core::error::{Code, Error, ErrorKind};
use http::{HeaderValue, StatusCode};

/// The status of an error: by its kind, but for the codes that HTTP has a status of its own for.
pub fn status(error: &Error) -> StatusCode {
    match error.code() {
        Code::BAD_JSON | Code::BAD_BODY | Code::BAD_PARAMETER | Code::PAGE_BAD_CURSOR => {
            StatusCode::BAD_REQUEST
        }
        Code::BAD_MEDIA_TYPE => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Code::BODY_TOO_LARGE => StatusCode::PAYLOAD_TOO_LARGE,
        Code::METHOD_NOT_ALLOWED => StatusCode::METHOD_NOT_ALLOWED,
        Code::PRECONDITION_FAILED => StatusCode::PRECONDITION_FAILED,
        Code::AUDIT_EXPORT_EXPIRED => StatusCode::GONE,
        Code::AUDIT_EXPORT_BAD_RANGE => StatusCode::RANGE_NOT_SATISFIABLE,
        Code::AUDIT_EXPORT_NO_ROOM => StatusCode::INSUFFICIENT_STORAGE,
        Code::CAPABILITY_NOT_OFFERED | Code::AUDIT_EXPORT_NOT_OFFERED => StatusCode::UNPROCESSABLE_ENTITY,
        _ => of_kind(error.kind()),
    }
}

fn of_kind(kind: ErrorKind) -> StatusCode {
    match kind {
        ErrorKind::NotFound => StatusCode::NOT_FOUND,
        ErrorKind::Conflict => StatusCode::CONFLICT,
        ErrorKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        ErrorKind::Denied => StatusCode::FORBIDDEN,
        ErrorKind::Unauthenticated => StatusCode::UNAUTHORIZED,
        ErrorKind::Exhausted => StatusCode::TOO_MANY_REQUESTS,
        ErrorKind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        ErrorKind::Timeout => StatusCode::GATEWAY_TIMEOUT,
        ErrorKind::Unsupported => StatusCode::NOT_IMPLEMENTED,
        ErrorKind::Fault => StatusCode::BAD_GATEWAY,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// How to sign in, for `WWW-Authenticate` (RFC 6750).
pub(super) fn challenge(code: Code) -> HeaderValue {
    HeaderValue::from_static(match code {
        Code::TOKEN_EXPIRED => {
            r#"Bearer realm="agenthub", error="invalid_token", error_description="expired""#
        }
        Code::TOKEN_INVALID | Code::TOKEN_REUSED => r#"Bearer realm="agenthub", error="invalid_token""#,
        _ => r#"Bearer realm="agenthub""#,
    })
}
