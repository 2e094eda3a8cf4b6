## What a reader is greeted with.

user-welcome = Welcome, { $name }!
user-hello = Hello, { $name }
user-last_seen = Last seen { DATETIME($at, dateStyle: "medium") }
message-unavailable = This text is not available.

## Words on buttons and in tables.

common-yes = Yes
common-no = No
common-ok = OK
common-cancel = Cancel
common-save = Save
common-create = Create
common-edit = Edit
common-delete = Delete
common-restore = Restore
common-search = Search
common-close = Close
common-back = Back
common-next = Next
common-retry = Try again
common-loading = Loading…
common-sign_in = Sign in
common-sign_out = Sign out
common-all = All
common-none = None
common-unknown = Unknown

## The nouns of the product; they are the glossary.

noun-agent = Agent
    .plural = Agents
noun-capability = Capability
    .plural = Capabilities
noun-interaction = Interaction
    .plural = Interactions
noun-organization = Organization
    .plural = Organizations
noun-user = User
    .plural = Users
noun-member = Member
    .plural = Members
noun-invitation = Invitation
    .plural = Invitations
noun-role = Role
    .plural = Roles
noun-permission = Permission
    .plural = Permissions
noun-api_key = API key
    .plural = API keys
noun-session = Session
    .plural = Sessions
noun-conversation = Conversation
    .plural = Conversations
noun-task = Task
    .plural = Tasks
noun-schedule = Schedule
    .plural = Schedules
noun-template = Template
    .plural = Templates
noun-plugin = Plugin
    .plural = Plugins
noun-integration = Integration
    .plural = Integrations
noun-event = Event
    .plural = Events
noun-webhook = Webhook
    .plural = Webhooks
noun-audit_record = Audit record
    .plural = Audit records
noun-budget = Budget
    .plural = Budgets
noun-subscription = Subscription
    .plural = Subscriptions
noun-runtime = Runtime
    .plural = Runtimes
noun-token = Token
    .plural = Tokens
noun-version = Version
    .plural = Versions
noun-language = Language
    .plural = Languages
noun-currency = Currency
    .plural = Currencies
noun-time_zone = Time zone
    .plural = Time zones

## Roles of a member, by their name in the API.

role-viewer = Viewer
role-auditor = Auditor
role-developer = Developer
role-operator = Operator
role-admin = Administrator
role-owner = Owner

## Statuses, by their name in the API.

status-draft = Draft
status-active = Active
status-paused = Paused
status-stopped = Stopped
status-error = Faulty
status-maintenance = In maintenance
status-retired = Retired
status-deleted = Deleted
status-healthy = Healthy
status-degraded = Degraded
status-unhealthy = Unhealthy
status-pending = Waiting
status-running = Running
status-success = Succeeded
status-failure = Failed
status-cancelled = Cancelled

## How many there are.

count-agents = { $count ->
        [one] { $count } agent
       *[other] { $count } agents
    }
count-capabilities = { $count ->
        [one] { $count } capability
       *[other] { $count } capabilities
    }
count-interactions = { $count ->
        [one] { $count } interaction
       *[other] { $count } interactions
    }
count-members = { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
count-tasks = { $count ->
        [one] { $count } task
       *[other] { $count } tasks
    }
count-tokens = { $count ->
        [one] { $count } token
       *[other] { $count } tokens
    }
count-results = { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
