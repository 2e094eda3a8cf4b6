//! Which role may do what: one table, shown whole in `docs/src/permissions.md`.

use super::Permission::{self, *};
use super::Role::{self, *};

/// A row of the policy: a permission, its name, and the roles that have it.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The permission.
    pub permission: Permission,
    /// Its name.
    pub name: &'static str,
    /// Who has it.
    pub roles: &'static [Role],
}

const EVERYBODY: &[Role] = &[Viewer, Auditor, Developer, Operator, Admin, Owner];
const BUILDERS: &[Role] = &[Developer, Operator, Admin, Owner];
const RUNNERS: &[Role] = &[Operator, Admin, Owner];
const KEEPERS: &[Role] = &[Admin, Owner];
const OVERSEERS: &[Role] = &[Auditor, Admin, Owner];

/// The whole policy. What is not here is not allowed.
pub const POLICY: &[Row] = &[
    Row { permission: OrganizationRead, name: "organization:read", roles: EVERYBODY },
    Row { permission: OrganizationManage, name: "organization:manage", roles: &[Owner] },
    Row { permission: MembersRead, name: "members:read", roles: &[Auditor, Operator, Admin, Owner] },
    Row { permission: MembersManage, name: "members:manage", roles: KEEPERS },
    Row { permission: ApiKeysRead, name: "api_keys:read", roles: OVERSEERS },
    Row { permission: ApiKeysManage, name: "api_keys:manage", roles: KEEPERS },
    Row { permission: AgentsRead, name: "agents:read", roles: EVERYBODY },
    Row { permission: AgentsWrite, name: "agents:write", roles: BUILDERS },
    Row { permission: AgentsDelete, name: "agents:delete", roles: RUNNERS },
    Row { permission: AgentsInvoke, name: "agents:invoke", roles: BUILDERS },
    Row { permission: InteractionsRead, name: "interactions:read", roles: EVERYBODY },
    Row { permission: InteractionsWrite, name: "interactions:write", roles: BUILDERS },
    Row { permission: AuditRead, name: "audit:read", roles: OVERSEERS },
    Row { permission: AuditWrite, name: "audit:write", roles: BUILDERS },
    Row { permission: AuditReadPersonal, name: "audit:read_personal", roles: OVERSEERS },
    Row { permission: AuditManage, name: "audit:manage", roles: KEEPERS },
    Row { permission: AuditExport, name: "audit:export", roles: OVERSEERS },
    Row { permission: ExchangeRatesRead, name: "exchange_rates:read", roles: EVERYBODY },
    Row { permission: ExchangeRatesManage, name: "exchange_rates:manage", roles: KEEPERS },
    Row { permission: LocalizationRead, name: "localization:read", roles: EVERYBODY },
    Row { permission: LocalizationManage, name: "localization:manage", roles: KEEPERS },
];

/// The row of a permission.
pub(super) fn row(permission: Permission) -> &'static Row {
    // The table is in the order of the enum, which a test holds.
    &POLICY[permission as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_permissions() {
        for (place, row) in POLICY.iter().enumerate() {
            assert_eq!(row.permission as usize, place, "{}", row.name);
        }
    }

    #[test]
    fn an_owner_may_do_everything() {
        assert!(POLICY.iter().all(|row| row.roles.contains(&Owner)));
    }
}
