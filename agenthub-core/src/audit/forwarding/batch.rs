//! Records that are sent together, of one organization or of many.

use super::{Behind, ocsf};
use crate::audit::personal::Lens;
use crate::audit::reading;
use crate::error::Result;
use crate::hub::Inner;
use crate::organization::OrganizationId;

/// How many records are read at a time. Each can be large.
const CHUNK: usize = 64;

/// How many bytes are enough to be sent.
const ENOUGH: usize = 1024 * 1024;

/// What is sent together, and how far that brings each organization.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) lines: Vec<String>,
    pub(super) steps: Vec<Step>,
    bytes: usize,
    most: usize,
}

/// From which to which position an organization comes.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) organization: OrganizationId,
    pub(super) from: u64,
    pub(super) to: u64,
}

impl Batch {
    /// An empty one that takes `most` records.
    pub(super) fn new(most: usize) -> Self {
        Self { most, ..Self::default() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    pub(super) fn is_full(&self) -> bool {
        self.lines.len() >= self.most || self.bytes >= ENOUGH
    }

    /// Takes records of an organization, as many as there is room for.
    pub(super) async fn take(&mut self, inner: &Inner, of: &Behind) -> Result<()> {
        let mut view = inner.store.view(of.organization_id).await?;
        // Whoever runs the hub says where to: it is not for one of the organization's roles to see or not to see.
        let mut lens = Lens::open(inner.master_key.as_ref(), of.organization_id);
        let mut next = of.position;
        // Lines of a log that cannot be read to its end are taken back with it.
        let (mut lines, mut bytes) = (Vec::new(), 0);
        while self.lines.len() + lines.len() < self.most && self.bytes + bytes < ENOUGH {
            let limit = CHUNK.min(self.most - self.lines.len() - lines.len());
            let limit = u32::try_from(limit).unwrap_or(u32::MAX);
            let entries = reading::records(view.as_mut(), next, limit, &mut lens).await?;
            let Some(last) = entries.last() else {
                // What is not there any more is not waited for.
                next = next.max(view.audit().extent().await?.end);
                break;
            };
            next = last.sequence + 1;
            let more = entries.iter().map(|entry| ocsf::event(entry).to_string());
            let before = lines.len();
            lines.extend(more);
            bytes += lines[before..].iter().map(String::len).sum::<usize>();
        }
        self.lines.append(&mut lines);
        self.bytes += bytes;
        if next > of.position {
            self.steps.push(Step { organization: of.organization_id, from: of.position, to: next });
        }
        Ok(())
    }
}
