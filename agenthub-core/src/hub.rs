//! The hub: what is wired together.

mod options;

use std::fmt;
use std::sync::Arc;

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub use options::HubOptions;

use crate::access::Caller;
use crate::agent::directory::{self, Directory};
use crate::agent::registry::{self, Registry};
use crate::agent::{AiAgent, Health};
use crate::audit::export::work::{Exports, make_exports};
use crate::audit::export::{ExportFiles, ExportPrinter, MemoryFiles};
use crate::audit::follow::{GrownLogs, follow_logs};
use crate::audit::forwarding::{Forwarder, ForwardingStatus, Target, forward_records};
use crate::audit::refusal::{Refusals, write_refusals};
use crate::audit::retention::keep::keep_to_policies;
use crate::audit::signing::{Heads, sign_heads};
use crate::audit::witness::Listener;
use crate::audit::{HeadSigner, Witness};
use crate::builtin;
use crate::clock::{Clock, SystemClock};
use crate::error::Result;
use crate::housekeeping;
use crate::identity::Identity;
use crate::identity::password::Passwords;
use crate::journal::Journal;
use crate::notices::{self, Notices};
use crate::session::Session;
use crate::store::Store;
use crate::subject_key::MasterKey;

/// Runs agents as governed services, over one store. Cheap to clone; all clones are the same hub.
///
/// Made inside a Tokio runtime, on which it does its work in the background: writing the journal, asking runtimes for
/// their health, learning of other nodes' changes. [`Hub::close`] ends that.
#[derive(Clone)]
pub struct Hub(Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) options: HubOptions,
    pub(crate) runtimes: Registry,
    pub(crate) directory: Directory,
    pub(crate) journal: Journal,
    pub(crate) notices: Option<Arc<dyn Notices>>,
    pub(crate) passwords: Passwords,
    pub(crate) master_key: Option<Arc<MasterKey>>,
    pub(crate) refusals: Refusals,
    pub(crate) grown_logs: Arc<GrownLogs>,
    pub(crate) heads: Heads,
    pub(crate) exports: Arc<Exports>,
    pub(crate) tasks: TaskTracker,
    pub(crate) stop: CancellationToken,
    forwarding: Vec<Arc<Target>>,
}

impl Hub {
    /// Begins a hub over `store`.
    pub fn builder(store: impl Store) -> HubBuilder {
        HubBuilder::new(Arc::new(store))
    }

    /// Begins a hub over a store that is shared with other code.
    pub fn builder_on(store: Arc<dyn Store>) -> HubBuilder {
        HubBuilder::new(store)
    }

    /// A hub over `store` with the built-in runtimes and nothing changed.
    pub fn new(store: impl Store) -> Self {
        Self::builder(store).build()
    }

    /// Enters an organization as `caller`. What the session then does, it does with the caller's permissions.
    pub fn enter(&self, caller: Caller) -> Session {
        Session::new(self.clone(), caller)
    }

    /// Registration, sign-in, and what else happens before there is a caller.
    pub fn identity(&self) -> Identity<'_> {
        Identity::new(self)
    }

    /// What runs agents here.
    pub fn runtimes(&self) -> &Registry {
        &self.0.runtimes
    }

    /// Is the store there, and can it write?
    ///
    /// # Errors
    /// `store.unavailable` where it is not.
    pub async fn ping(&self) -> Result<()> {
        self.0.store.ping().await
    }

    /// How full the journal is, in waiting and running calls.
    pub fn journal_load(&self) -> (usize, usize) {
        self.0.journal.load()
    }

    /// How many agents can be called, of the organizations in use on this node.
    pub fn active_agents(&self) -> usize {
        self.0.directory.agents()
    }

    /// How the notices between nodes are; `None` where there are none.
    pub fn notices_health(&self) -> Option<Health> {
        self.0.notices.as_ref().map(|notices| notices.health())
    }

    /// How far each target of [`HubBuilder::forward`] is behind, and what is wrong with it.
    pub fn audit_forwarding(&self) -> Vec<ForwardingStatus> {
        self.0.forwarding.iter().map(|target| target.status()).collect()
    }

    /// The clock that the hub goes by.
    pub fn clock(&self) -> &dyn Clock {
        self.0.clock.as_ref()
    }

    /// Takes no more calls, waits until those that run are answered and written, and ends the work in the background.
    pub async fn close(&self) {
        self.0.journal.close();
        self.0.stop.cancel();
        self.0.tasks.close();
        self.0.tasks.wait().await;
    }

    pub(crate) fn inner(&self) -> &Arc<Inner> {
        &self.0
    }
}

impl fmt::Debug for Hub {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hub").field("store", &self.0.store).finish_non_exhaustive()
    }
}

/// Sets up a [`Hub`].
#[must_use = "a builder does nothing until it is built"]
pub struct HubBuilder {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    options: HubOptions,
    runtimes: Registry,
    head_signer: Option<HeadSigner>,
    master_key: Option<MasterKey>,
    witnesses: Vec<Arc<Listener>>,
    export_files: Arc<dyn ExportFiles>,
    export_printer: Option<Arc<dyn ExportPrinter>>,
    forwarding: Vec<Arc<Target>>,
    notices: Option<Arc<dyn Notices>>,
}

impl HubBuilder {
    fn new(store: Arc<dyn Store>) -> Self {
        let runtimes = Registry::default();
        builtin::register(&runtimes);
        Self {
            store,
            clock: Arc::new(SystemClock),
            options: HubOptions::default(),
            runtimes,
            head_signer: None,
            master_key: None,
            witnesses: Vec::new(),
            export_files: Arc::new(MemoryFiles::default()),
            export_printer: None,
            forwarding: Vec::new(),
            notices: None,
        }
    }

    /// Goes by this clock instead of the machine's.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Sets the options.
    pub fn options(mut self, options: HubOptions) -> Self {
        self.options = options;
        self
    }

    /// Adds a runtime: agents whose `runtime` (or else `agent_type`) is `name` are run by it.
    pub fn runtime(self, name: &str, runtime: impl AiAgent) -> Self {
        self.runtimes.register(name, runtime);
        self
    }

    /// Signs heads of the audit logs with this key, so that anybody can check the logs who has the public half. Without
    /// one, nothing is signed.
    pub fn head_signer(mut self, signer: HeadSigner) -> Self {
        self.head_signer = Some(signer);
        self
    }

    /// Seals what is [personal](crate::audit::personal) in the audit logs, under keys of the persons that this key wraps.
    /// Without one, it is kept in clear, whoever may read the audit log reads it, and nothing of it can be erased.
    pub fn master_key(mut self, key: MasterKey) -> Self {
        self.master_key = Some(key);
        self
    }

    /// Tells a witness of every head that is signed.
    pub fn witness(mut self, witness: impl Witness) -> Self {
        self.witnesses.push(Listener::new(Box::new(witness)));
        self
    }

    /// Keeps the files of exports of the audit logs here. Without, they are kept in memory, at most 64 MiB of them.
    pub fn export_files(mut self, files: impl ExportFiles) -> Self {
        self.export_files = Arc::new(files);
        self
    }

    /// Sets exports for people on pages with this. Without, there are none.
    pub fn export_printer(mut self, printer: impl ExportPrinter) -> Self {
        self.export_printer = Some(Arc::new(printer));
        self
    }

    /// Hands the records of all organizations on to a target, as OCSF events, from the first record on. How far it has
    /// come is kept in the database under `name`, which is to be of this target alone: under another name it begins
    /// again.
    pub fn forward(mut self, name: impl Into<String>, forwarder: impl Forwarder) -> Self {
        self.forwarding.push(Target::new(name.into(), Box::new(forwarder)));
        self
    }

    /// Lets nodes on one database tell each other at once what changed. Without, each finds out by looking, every
    /// [`HubOptions::refresh_every`].
    pub fn notices(mut self, notices: impl Notices) -> Self {
        self.notices = Some(Arc::new(notices));
        self
    }

    /// Makes the hub and starts its work in the background.
    ///
    /// # Panics
    /// Outside of a Tokio runtime.
    pub fn build(self) -> Hub {
        let tasks = TaskTracker::new();
        let stop = CancellationToken::new();
        let grown_logs = Arc::new(GrownLogs::default());
        let journal = Journal::start(Arc::clone(&self.store), Arc::clone(&grown_logs), &self.options, &tasks);
        let (refusals, refused) = Refusals::new(self.options.refusals_per_minute);
        let (files, printer) = (self.export_files, self.export_printer);
        let exports = Arc::new(Exports::new(files, printer, self.options.export_max_bytes));
        let inner = Arc::new(Inner {
            store: self.store,
            clock: self.clock,
            runtimes: self.runtimes,
            directory: Directory::default(),
            journal,
            notices: self.notices,
            passwords: Passwords::new(self.options.password_workers),
            master_key: self.master_key.map(Arc::new),
            grown_logs,
            refusals,
            heads: Heads::new(self.head_signer, self.witnesses.clone()),
            exports,
            options: self.options,
            tasks,
            stop,
            forwarding: self.forwarding,
        });
        inner.tasks.spawn(registry::watch_health(Arc::downgrade(&inner), inner.stop.clone()));
        inner.tasks.spawn(housekeeping::forget_what_is_over(Arc::downgrade(&inner), inner.stop.clone()));
        inner.tasks.spawn(directory::watch_changes(Arc::downgrade(&inner), inner.stop.clone()));
        inner.tasks.spawn(follow_logs(Arc::downgrade(&inner), inner.stop.clone()));
        inner.tasks.spawn(keep_to_policies(Arc::downgrade(&inner), inner.stop.clone()));
        inner.tasks.spawn(write_refusals(Arc::downgrade(&inner), refused, inner.stop.clone()));
        if inner.heads.signer().is_ok() {
            inner.tasks.spawn(sign_heads(Arc::downgrade(&inner), inner.stop.clone()));
            inner.tasks.spawn(make_exports(Arc::downgrade(&inner), inner.stop.clone()));
        }
        for witness in self.witnesses {
            inner.tasks.spawn(witness.listen(Arc::downgrade(&inner), inner.stop.clone()));
        }
        for target in &inner.forwarding {
            let forwarding = forward_records(Arc::downgrade(&inner), Arc::clone(target), inner.stop.clone());
            inner.tasks.spawn(forwarding);
        }
        if let Some(notices) = &inner.notices {
            let listening = notices::listen(Arc::downgrade(&inner), Arc::clone(notices), inner.stop.clone());
            inner.tasks.spawn(listening);
        }
        Hub(inner)
    }
}
