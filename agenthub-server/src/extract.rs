//! What handlers take and answer with. A program that adds routes of its own to [`App`](crate::App) takes these too,
//! and so has the same sign-in, the same checks and the same problems.

pub use crate::auth::{Entered, Person};
pub use crate::body::{Body, Decimals, Exact, JsonOrForm, Xml};
pub use crate::etag::{ETag, IfMatch};
pub use crate::paging::{Filtered, Paging, PagingParameters};
pub use crate::parameters::{At, Parameters};
pub use crate::problem::Failure;
