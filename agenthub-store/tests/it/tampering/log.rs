//! The logs that are damaged.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use agenthub_core::audit::verify::Fault;
use agenthub_core::audit::{Actor, Request, SignedHead};
use agenthub_core::organization::OrganizationId;
use agenthub_core::user::UserId;
use agenthub_core::{Caller, Hub, HubOptions, ManualClock, Role, Session};
use agenthub_store::SqlStore;
use agenthub_store::testing::TestDatabase;
use chrono::TimeDelta;
use libtest_mimic::Failed;

use super::attack::Attacker;
use super::damage::{self, Damage, Dice, Rehash};
use crate::Outcome;
use crate::audit_tree::{busy_hub, check, record, signer};
use crate::sample::NOW;

/// A log that is signed to its end, and the last head as a witness keeps it.
pub(super) struct Log {
    store: SqlStore,
    organization: OrganizationId,
    /// The sequence numbers of the records that are there.
    pub(super) extent: Range<u64>,
    /// The sizes of some heads.
    pub(super) heads: [u64; 2],
    /// The record that says that others were to leave, where some have.
    pub(super) retain: u64,
    last: SignedHead,
    attacker: Attacker,
}

/// A person, so that every record has something sealed in it.
fn person(hub: &Hub, organization: OrganizationId) -> Session {
    let person = Caller::new(organization, Actor::Human(UserId::new()), Role::Owner);
    let (ip, user_agent) = (Some("10.0.0.7".to_owned()), Some("Browser/7".to_owned()));
    hub.enter(person.with_request(Request { ip, user_agent, ..Request::default() }))
}

/// Waits until a head of this size is signed.
async fn signed(session: &Session, size: u64) {
    while session.audit().head(Some(size)).await.is_err() {
        tokio::task::yield_now().await;
    }
}

impl Log {
    pub(super) async fn new(database: &TestDatabase, records: u64) -> Result<Self, Failed> {
        let hub = busy_hub(database.store().await?)?;
        let organization = hub.create_organization("Acme").await?.id;
        let session = person(&hub, organization);
        // A head is signed now and then on the way, and one at the end.
        for number in 1..records {
            record(&session, number as usize).await?;
            if number == 4 || number == records - 1 {
                signed(&session, number + 1).await;
            }
        }
        Self::of(database, &hub, &session, [5, records], 0).await
    }

    /// A log of which the first five records have left by a policy.
    pub(super) async fn cut(database: &TestDatabase) -> Result<Self, Failed> {
        let clock = Arc::new(ManualClock::starting_at(NOW));
        let often = Duration::from_millis(1);
        let options = HubOptions {
            tree_every: often,
            heads_every: often,
            retention_every: often,
            ..HubOptions::default()
        };
        let builder = Hub::builder(database.store().await?).options(options).clock(clock.clone());
        let hub = builder.head_signer(signer()?).build();
        let organization = hub.create_organization("Acme").await?.id;
        let session = person(&hub, organization);
        for number in 1..5 {
            record(&session, number).await?;
        }
        signed(&session, 5).await;
        clock.advance(TimeDelta::days(40));
        session.audit_retention().set(30).await?;
        while session.audit_retention().get().await?.begins_at < 5 {
            tokio::task::yield_now().await;
        }
        for number in 7..13 {
            record(&session, number).await?;
        }
        signed(&session, 13).await;
        Self::of(database, &hub, &session, [5, 13], 6).await
    }

    async fn of(
        database: &TestDatabase,
        hub: &Hub,
        session: &Session,
        heads: [u64; 2],
        retain: u64,
    ) -> Result<Self, Failed> {
        let organization = session.caller().organization;
        let last = session.audit().head(None).await?;
        hub.close().await;
        assert_eq!(last.size, heads[1]);
        let extent = session.audit_retention().get().await?.begins_at..last.size;
        let attacker = Attacker::new(database, organization).await?;
        Ok(Self { store: database.store().await?, organization, extent, heads, retain, last, attacker })
    }

    async fn fault(&self) -> Result<Option<Fault>, Failed> {
        Ok(check(&self.store, self.organization, vec![self.last.note.clone()]).await?.fault)
    }

    /// What is found after this damage.
    pub(super) async fn after(&mut self, damage: Damage, rehash: Rehash) -> Result<Fault, Failed> {
        self.attacker.inflict(&self.store, &(damage, rehash)).await?;
        let found = self.fault().await?.ok_or("nothing was found")?;
        self.attacker.restore().await?;
        Ok(found)
    }

    /// Damages the log in this many ways, one after the other; each must be found.
    pub(super) async fn withstands(&mut self, seed: u64, ways: usize) -> Outcome {
        let mut dice = Dice::new(seed);
        assert_eq!(self.fault().await?, None, "as it was written");
        for way in 0..ways {
            let damage = damage::any(&mut dice, self);
            self.attacker
                .inflict(&self.store, &damage)
                .await
                .map_err(|error| format!("{damage:?}: {error:?}"))?;
            let found = self.fault().await?;
            assert!(found.is_some(), "not found: {damage:?}, number {way} of seed {seed}");
            self.attacker.restore().await?;
        }
        assert_eq!(self.fault().await?, None, "as it was before");
        Ok(())
    }
}
