//! The analytics agent, asked through its trait as any caller asks it. What other programs computed from the same
//! data lies in `tests/fixtures/analytics/reference.json`, with the versions of those programs.

#![expect(clippy::unwrap_used, reason = "the helpers of a test fail it so, too")]

mod anomalies;
mod describe;
mod forecast;
mod laws;
mod refusals;
mod sales;
mod segments;
mod support;
mod work;
