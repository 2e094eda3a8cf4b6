//! Which record is which event, as data.

use self::Class::{AccountChange, ApiActivity, Authentication, UserAccess};
use crate::audit::Record;

/// A class of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Authentication,
    AccountChange,
    UserAccess,
    ApiActivity,
}

/// What was done, in the terms of the class.
#[derive(Debug, Clone, Copy)]
pub(super) struct Activity {
    pub(super) id: u8,
    /// What the schema calls it; it has no word for what is `OTHER`.
    pub(super) name: Option<&'static str>,
}

const fn is(id: u8, name: &'static str) -> Activity {
    Activity { id, name: Some(name) }
}

const OTHER: Activity = Activity { id: 99, name: None };

const CREATE: Activity = is(1, "Create");
const READ: Activity = is(2, "Read");
const UPDATE: Activity = is(3, "Update");
const DELETE: Activity = is(4, "Delete");

impl Class {
    pub(super) fn uid(self) -> u32 {
        match self {
            AccountChange => 3001,
            Authentication => 3002,
            UserAccess => 3005,
            ApiActivity => 6003,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            AccountChange => "Account Change",
            Authentication => "Authentication",
            UserAccess => "User Access Management",
            ApiActivity => "API Activity",
        }
    }

    pub(super) fn category(self) -> &'static str {
        match self {
            AccountChange | Authentication | UserAccess => "Identity & Access Management",
            ApiActivity => "Application Activity",
        }
    }
}

/// By kind of thing and action: what concerns accounts.
const OF_ACCOUNTS: &[(&str, &str, Class, Activity)] = &[
    ("login", "login", Authentication, is(1, "Logon")),
    // A sign-in that failed is told of the user whose address it was.
    ("user", "login", Authentication, is(1, "Logon")),
    ("login", "logout", Authentication, is(2, "Logoff")),
    ("login", "refresh", Authentication, OTHER),
    ("user", "register", AccountChange, is(1, "Create")),
    ("user", "create", AccountChange, is(1, "Create")),
    ("user", "change_password", AccountChange, is(3, "Password Change")),
    ("user", "set_preference", AccountChange, OTHER),
    ("api_key", "create", AccountChange, is(1, "Create")),
    ("api_key", "rotate", AccountChange, OTHER),
    ("api_key", "revoke", AccountChange, is(5, "Disable")),
    ("invitation", "accept", UserAccess, is(1, "Assign Privileges")),
    ("member", "set_role", UserAccess, is(1, "Assign Privileges")),
    ("member", "remove", UserAccess, is(2, "Revoke Privileges")),
];

/// By action: everything else.
const OF_THINGS: &[(&str, Activity)] = &[
    ("create", CREATE),
    ("import", CREATE),
    ("log", CREATE),
    ("set", CREATE),
    ("sign", CREATE),
    ("read", READ),
    ("export", READ),
    ("download", READ),
    ("update", UPDATE),
    ("set_status", UPDATE),
    ("restore", UPDATE),
    ("restore_version", UPDATE),
    ("delete", DELETE),
    ("remove", DELETE),
];

/// Which event a record is.
pub(super) fn classify(record: &Record) -> (Class, Activity) {
    let (kind, action) = (record.entity.kind.as_str(), record.action.as_str());
    let account = OF_ACCOUNTS.iter().find(|(of, done, ..)| (*of, *done) == (kind, action));
    if let Some((_, _, class, activity)) = account {
        return (*class, *activity);
    }
    let thing = OF_THINGS.iter().find(|(done, _)| *done == action);
    (ApiActivity, thing.map_or(OTHER, |(_, activity)| *activity))
}
