//! The file of an export, whole or in part.

use std::ops::Range;

use agenthub_core::Session;
use agenthub_core::audit::export::{AuditExportId, Download, ExportedFile};
use agenthub_core::error::{Code, Error, Result};
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_util::stream;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};

use super::range::Wanted;
use crate::auth::Entered;
use crate::parameters::At;
use crate::problem::Failure;

/// How many bytes are read and sent at once.
const CHUNK: u64 = 256 * 1024;

const DIGEST: HeaderName = HeaderName::from_static("repr-digest");

/// Gives the file of an export, or the part of it that `Range` asks for.
pub(crate) async fn file(
    Entered(session): Entered,
    At(id): At<AuditExportId>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let export = session.audit_exports().get(id).await?;
    let file = session.audit_exports().file(id).await?;
    let etag = format!("\"{}\"", file.sha256);
    let mut response = match Wanted::read(&headers, file.bytes, &etag) {
        Wanted::Same => StatusCode::NOT_MODIFIED.into_response(),
        Wanted::Nothing => return Ok(nothing(&file)),
        Wanted::Whole => send(&session, id, &method, 0..file.bytes).await?,
        Wanted::Part(part) => {
            let place = format!("bytes {}-{}/{}", part.start, part.end - 1, file.bytes);
            let mut response = send(&session, id, &method, part).await?;
            *response.status_mut() = StatusCode::PARTIAL_CONTENT;
            set(&mut response, header::CONTENT_RANGE, &place);
            response
        }
    };
    set(&mut response, header::CONTENT_TYPE, export.request.format.media_type());
    set(&mut response, header::CONTENT_DISPOSITION, &format!("attachment; filename=\"{}\"", file.name));
    set(&mut response, header::ACCEPT_RANGES, "bytes");
    set(&mut response, header::ETAG, &etag);
    set(&mut response, DIGEST, &format!("sha-256=:{}:", STANDARD.encode(file.sha256.0)));
    Ok(response)
}

/// A part of the file; for `HEAD` only how long it is, which takes nothing.
async fn send(session: &Session, id: AuditExportId, method: &Method, part: Range<u64>) -> Result<Response> {
    let length = part.end - part.start;
    let mut response = if *method == Method::HEAD {
        Response::default()
    } else {
        let download = session.audit_exports().download(id, part).await?;
        Body::from_stream(stream::try_unfold(download, next)).into_response()
    };
    set(&mut response, header::CONTENT_LENGTH, &length.to_string());
    Ok(response)
}

async fn next(mut download: Download) -> Result<Option<(Vec<u8>, Download)>> {
    let bytes = download.next(CHUNK).await?;
    Ok(if bytes.is_empty() { None } else { Some((bytes, download)) })
}

fn nothing(file: &ExportedFile) -> Response {
    let error = Error::new(Code::AUDIT_EXPORT_BAD_RANGE).with("bytes", file.bytes);
    let mut response = Failure(error).into_response();
    set(&mut response, header::CONTENT_RANGE, &format!("bytes */{}", file.bytes));
    response
}

fn set(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::try_from(value) {
        response.headers_mut().insert(name, value);
    }
}
