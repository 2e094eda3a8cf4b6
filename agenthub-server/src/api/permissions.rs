//! `/permissions`: which role may do what.

use agenthub_core::Permission;
use agenthub_core::access::{POLICY, Role};
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

/// Which role may do what.
#[derive(Serialize, ToSchema)]
pub(crate) struct Policy {
    /// Every permission.
    permissions: Vec<PermissionRow>,
}

/// A permission, and who has it.
#[derive(Serialize, ToSchema)]
pub(crate) struct PermissionRow {
    /// The permission.
    permission: Permission,
    /// The roles that have it, least first.
    #[schema(value_type = Vec<Role>)]
    roles: &'static [Role],
}

/// Shows the whole table.
pub(crate) async fn show() -> Json<Policy> {
    let rows = POLICY.iter().map(|row| PermissionRow { permission: row.permission, roles: row.roles });
    Json(Policy { permissions: rows.collect() })
}
