//! What the store does beyond the conformance suite.

