//! `/api/v1/permissions`

use agenthub_core::{Permission, Role};

use crate::support::Server;
use crate::support::desk::Answered as _;

#[tokio::test]
async fn the_table_says_what_each_role_may_do() {
    let server = Server::start().await;
    let table = server.get("/api/v1/permissions").gives(200).await;
    let rows = table["permissions"].as_array().unwrap();
    assert_eq!(rows.len(), Permission::all().count());
    for row in rows {
        let permission: Permission = row["permission"].as_str().unwrap().parse().unwrap();
        for role in Role::ALL {
            let is_named = row["roles"].as_array().unwrap().iter().any(|name| name == role.as_str());
            assert_eq!(is_named, role.permissions().contains(permission), "{permission} of {role}");
        }
    }
}
