//! Parts of long lists: which part is wanted, and where the next one begins.

use agenthub_core::error::Result;
use agenthub_core::page::{Cursor, Listing, Page};
use axum::Json;
use axum::extract::{FromRequestParts, OriginalUri};
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use http::{HeaderName, HeaderValue, Uri, header};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::App;
use crate::parameters;
use crate::problem::Failure;

const TOTAL: HeaderName = HeaderName::from_static("x-total-count");

/// The parameters of every list.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PagingParameters {
    /// Leave out this many items.
    pub skip: Option<u32>,
    /// At most this many items; 100 where nothing is said.
    #[schema(minimum = 1, maximum = 1000)]
    pub limit: Option<u32>,
    /// Where the part before ended, from its `Link` header.
    pub cursor: Option<String>,
    /// Whether the whole list is counted, for `X-Total-Count`.
    pub count: Option<bool>,
}

impl PagingParameters {
    const NAMES: [&str; 4] = ["skip", "limit", "cursor", "count"];

    fn page(self) -> Result<Page> {
        let usual = Page::default();
        Ok(Page {
            after: self.cursor.as_deref().map(Cursor::decode).transpose()?,
            skip: self.skip.unwrap_or(usual.skip),
            limit: self.limit.unwrap_or(usual.limit),
            count: self.count.unwrap_or(usual.count),
        })
    }
}

/// Which part of a list is wanted; answers with [`Paging::answer`].
#[derive(Debug)]
pub struct Paging {
    /// The part.
    pub page: Page,
    uri: Uri,
}

impl FromRequestParts<App> for Paging {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self, Failure> {
        Ok(Self::new(parameters::pairs(parts)?, parts)?)
    }
}

/// Which part of which list: the filter `T` and the page.
#[derive(Debug)]
pub struct Filtered<T>(pub T, pub Paging);

impl<T: DeserializeOwned + ToSchema + 'static> FromRequestParts<App> for Filtered<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self, Failure> {
        let pairs = parameters::pairs(parts)?.into_iter();
        let (paging, filter) = pairs.partition(|(name, _)| PagingParameters::NAMES.contains(&name.as_str()));
        Ok(Self(parameters::typed(filter)?, Paging::new(paging, parts)?))
    }
}

impl Paging {
    fn new(pairs: Vec<(String, String)>, parts: &Parts) -> Result<Self> {
        let parameters: PagingParameters = parameters::typed(pairs)?;
        let original = parts.extensions.get::<OriginalUri>().map(|uri| uri.0.clone());
        Ok(Self { page: parameters.page()?, uri: original.unwrap_or_else(|| parts.uri.clone()) })
    }

    /// Answers with a part of the list: a bare array, where the next part begins, and how many there are.
    pub fn answer<T: Serialize>(&self, listing: Listing<T>) -> Response {
        let mut response = Json(listing.items).into_response();
        let headers = response.headers_mut();
        if let Some(total) = listing.total {
            headers.insert(TOTAL, HeaderValue::from(total));
        }
        if let Some(link) = listing.next.and_then(|next| HeaderValue::try_from(self.link(&next)).ok()) {
            headers.insert(header::LINK, link);
        }
        response
    }

    /// This request again, but from where this part ends.
    fn link(&self, next: &Cursor) -> String {
        let query = self.uri.query().unwrap_or_default().split('&');
        let mut query: Vec<_> = query
            .filter(|pair| !pair.is_empty() && !pair.starts_with("cursor=") && !pair.starts_with("skip="))
            .map(str::to_owned)
            .collect();
        query.push(format!("cursor={}", next.encode()));
        format!("<{}?{}>; rel=\"next\"", self.uri.path(), query.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use agenthub_core::error::Code;

    use super::*;

    #[test]
    fn the_names_are_those_of_the_fields() {
        let fields = crate::schema::Shape::of::<PagingParameters>().fields();
        assert_eq!(
            fields.keys().collect::<std::collections::BTreeSet<_>>(),
            PagingParameters::NAMES.map(String::from).iter().collect()
        );
    }

    #[test]
    fn bad_cursor_is_refused() {
        let parameters = PagingParameters { cursor: Some("?".to_owned()), ..PagingParameters::default() };
        assert_eq!(parameters.page().unwrap_err().code(), Code::PAGE_BAD_CURSOR);
    }
}
