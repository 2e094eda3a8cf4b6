//! Where an agent stands in its life, and which moves are lawful.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Where an agent stands in its life.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Being written; not invocable yet.
    Draft,
    /// Can be invoked.
    #[default]
    Active,
    /// Held back for a while.
    Paused,
    /// Taken out of service.
    Stopped,
    /// Found broken.
    Error,
    /// Being mended.
    Maintenance,
    /// Gone for good; kept for its history.
    Retired,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::Active,
        Self::Paused,
        Self::Stopped,
        Self::Error,
        Self::Maintenance,
        Self::Retired,
    ];

    /// Where an agent may go from here.
    pub fn moves(self) -> &'static [Self] {
        use Status::{Active, Error, Maintenance, Paused, Retired, Stopped};
        match self {
            Self::Draft => &[Active, Retired],
            Self::Active => &[Paused, Stopped, Error, Maintenance, Retired],
            Self::Paused => &[Active, Stopped, Maintenance, Retired],
            Self::Stopped => &[Active, Maintenance, Retired],
            Self::Error => &[Active, Stopped, Maintenance, Retired],
            Self::Maintenance => &[Active, Paused, Stopped, Retired],
            Self::Retired => &[],
        }
    }

    /// The name, as JSON writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Stopped => "stopped",
            Self::Error => "error",
            Self::Maintenance => "maintenance",
            Self::Retired => "retired",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Status {
    type Err = String;
    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|status| status.as_str() == name)
            .ok_or_else(|| format!("no status is called {name:?}"))
    }
}
