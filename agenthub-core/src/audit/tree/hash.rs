//! The hashes of the tree.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

/// What a leaf's hash begins with, so that no node's data is ever a leaf's.
const LEAF: [u8; 1] = [0x00];
/// What a node's hash begins with.
const NODE: [u8; 1] = [0x01];

/// The hash of a leaf or of a subtree: SHA-256; written in hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TreeHash(pub [u8; 32]);

impl TreeHash {
    /// The root of the tree without leaves: SHA-256 over nothing.
    pub fn of_nothing() -> Self {
        Self(Sha256::digest([]).into())
    }

    /// The hash of a leaf.
    pub fn of_leaf(data: &[u8]) -> Self {
        Self(leaf_hasher().chain_update(data).finalize().into())
    }

    /// The hash of a node over two subtrees.
    pub fn of_children(left: Self, right: Self) -> Self {
        Self(Sha256::new_with_prefix(NODE).chain_update(left.0).chain_update(right.0).finalize().into())
    }
}

/// Hashes a leaf's data bit by bit.
pub(in crate::audit) fn leaf_hasher() -> Sha256 {
    Sha256::new_with_prefix(LEAF)
}

impl fmt::Display for TreeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for TreeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for TreeHash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TreeHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong = || serde::de::Error::custom("expected 64 hexadecimal digits");
        if text.len() != 64 || !text.is_ascii() {
            return Err(wrong());
        }
        let mut hash = [0; 32];
        for (byte, pair) in hash.iter_mut().zip(text.as_bytes().chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| wrong())?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| wrong())?;
        }
        Ok(Self(hash))
    }
}
