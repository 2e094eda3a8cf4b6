//! What a hub can be told about its limits and rhythms.

use std::time::Duration;

/// Limits and rhythms of a hub. The defaults suit a server on a small machine.
#[derive(Debug, Clone)]
pub struct HubOptions {
    /// How long a call may take where its agent says nothing.
    pub call_timeout: Duration,
    /// How many agents are tried for a routed call, when those before failed.
    pub max_attempts: usize,
    /// How many calls may be running or waiting to be written; more are refused with `journal.full`.
    pub journal_capacity: usize,
    /// How many calls are written in one transaction at most.
    pub journal_batch: usize,
    /// How many writers commit at the same time; more than one helps only where the database can commit in parallel.
    pub journal_writers: usize,
    /// The largest input or output that is kept whole with an interaction, as JSON, in bytes; of a larger one only
    /// the digest is kept.
    pub kept_bytes: usize,
    /// How often other nodes' changes are looked for.
    pub refresh_every: Duration,
    /// How often the trees over the audit logs, and their indexes, are built on: little at a time where it is often.
    pub tree_every: Duration,
    /// How often heads of trees that have grown are signed, where the hub has a key for it.
    pub heads_every: Duration,
    /// How often audit logs are looked at for records that are to leave.
    pub retention_every: Duration,
    /// How many refusals a minute go on record in an organization's audit log: so many of whom it knows, and so many of
    /// whom it does not; a quarter of them from one source. The others are counted, and their number is recorded.
    pub refusals_per_minute: u32,
    /// How often somebody looks for exports of audit logs to work on, besides when one is asked for.
    pub exports_every: Duration,
    /// How long an export is known to be worked on after it was last heard of; then another node goes on with it.
    pub export_lease: Duration,
    /// How long the file of an export is kept.
    pub export_ttl: Duration,
    /// How many bytes the file of an export may have.
    pub export_max_bytes: u64,
    /// How often a tail of an audit log looks for records that other nodes wrote.
    pub tail_every: Duration,
    /// How many tails may be open on this node.
    pub tails: usize,
    /// How many tails of one organization's log may be open on this node.
    pub tails_per_organization: usize,
    /// How often records are looked for that are to be forwarded, where there were none.
    pub forward_every: Duration,
    /// How many records are forwarded at a time at most.
    pub forward_batch: usize,
    /// How long the node that forwards to a target is waited for after it was last heard of, before another one does it.
    pub forward_lease: Duration,
    /// How often runtimes are asked for their health.
    pub health_every: Duration,
    /// After how many faults in a row an agent is left alone.
    pub breaker_faults: u32,
    /// For how long it is left alone before one call is tried on it.
    pub breaker_rest: Duration,
    /// How many passwords are hashed at a time, each on a thread and with 19 MiB of its own.
    pub password_workers: usize,
    /// How long an access token is good, so that an ended login is remembered that long.
    pub access_ttl: Duration,
    /// How long a refresh token is good.
    pub refresh_ttl: Duration,
    /// How long an invitation can be accepted.
    pub invitation_ttl: Duration,
    /// How long the answer to a request with an idempotency key is kept.
    pub idempotency_ttl: Duration,
    /// How long a request with such a key is known to run after it was last heard of. A request that runs is heard of
    /// three times as often; one of a process that died can run again after this time.
    pub idempotency_lease: Duration,
}

impl Default for HubOptions {
    fn default() -> Self {
        Self {
            call_timeout: Duration::from_secs(60),
            max_attempts: 3,
            journal_capacity: 16_384,
            journal_batch: 1_024,
            journal_writers: 1,
            kept_bytes: 256 * 1024,
            refresh_every: Duration::from_millis(500),
            tree_every: Duration::from_secs(1),
            heads_every: Duration::from_secs(10),
            retention_every: Duration::from_secs(300),
            refusals_per_minute: 60,
            exports_every: Duration::from_secs(5),
            export_lease: Duration::from_secs(30),
            export_ttl: Duration::from_secs(7 * 24 * 3600),
            export_max_bytes: 2 * 1024 * 1024 * 1024,
            tail_every: Duration::from_secs(1),
            tails: 256,
            tails_per_organization: 16,
            forward_every: Duration::from_secs(1),
            forward_batch: 500,
            forward_lease: Duration::from_secs(15),
            health_every: Duration::from_secs(5),
            breaker_faults: 5,
            breaker_rest: Duration::from_secs(10),
            password_workers: 2,
            access_ttl: Duration::from_secs(15 * 60),
            refresh_ttl: Duration::from_secs(30 * 24 * 3600),
            invitation_ttl: Duration::from_secs(7 * 24 * 3600),
            idempotency_ttl: Duration::from_secs(24 * 3600),
            idempotency_lease: Duration::from_secs(60),
        }
    }
}
