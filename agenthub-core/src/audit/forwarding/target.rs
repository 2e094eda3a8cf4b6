//! A target, and what is known of it.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};

use super::{Backlog, Forwarder, ForwardingStatus};
use crate::sync::lock;

/// A target, what takes records there, and how it is.
#[derive(Debug)]
pub(crate) struct Target {
    pub(super) name: String,
    pub(super) forwarder: Box<dyn Forwarder>,
    status: Mutex<ForwardingStatus>,
}

impl Target {
    pub(crate) fn new(name: String, forwarder: Box<dyn Forwarder>) -> Arc<Self> {
        let status = ForwardingStatus { target: name.clone(), ..ForwardingStatus::default() };
        Arc::new(Self { name, forwarder, status: Mutex::new(status) })
    }

    pub(crate) fn status(&self) -> ForwardingStatus {
        lock(&self.status).clone()
    }

    /// Says whether it is this node that forwards to it. Of a target of another node nothing is known to be wrong.
    pub(super) fn is_here(&self, is_here: bool) {
        let mut status = lock(&self.status);
        status.is_here = is_here;
        if !is_here {
            status.fault = None;
        }
    }

    /// Says what went wrong the last time; nothing where that went well.
    pub(super) fn went(&self, fault: Option<String>) {
        lock(&self.status).fault = fault;
    }

    /// Says what it does not have yet.
    pub(super) fn lacks(&self, backlog: Backlog, now: DateTime<Utc>) {
        lock(&self.status).backlog = backlog;
        let age = backlog.oldest.map_or(0.0, |oldest| (now - oldest).as_seconds_f64().max(0.0));
        let records = f64::from(u32::try_from(backlog.records).unwrap_or(u32::MAX));
        metrics::gauge!("agenthub_audit_forwarding_records", "target" => self.name.clone()).set(records);
        metrics::gauge!("agenthub_audit_forwarding_seconds", "target" => self.name.clone()).set(age);
    }

    pub(super) fn count_sent(&self, records: usize) {
        metrics::counter!("agenthub_audit_forwarded_total", "target" => self.name.clone())
            .increment(records as u64);
    }

    pub(super) fn count_failure(&self, kind: &'static str) {
        let name = self.name.clone();
        metrics::counter!("agenthub_audit_forwarding_failures_total", "target" => name, "kind" => kind)
            .increment(1);
    }
}
