//! The API's table of contents: every route with its method, its path, its handler, and what it takes and gives.

mod examples;
mod route;

use agenthub_core::Permission::*;
use agenthub_core::agent::{Agent, AgentVersion, Definition, OfferedCapability, VersionDiff};
use agenthub_core::api_key::ApiKey;
use agenthub_core::audit::export::{AuditExport, ExportManifest};
use agenthub_core::audit::retention::Retention;
use agenthub_core::audit::view::AuditView;
use agenthub_core::audit::{
    AuditFilter, AuditQuery, AuditSummary, Consistency, Entry, Erasure, Inclusion, SignedHead,
};
use agenthub_core::exchange_rate::{ExchangeRate, Import};
use agenthub_core::interaction::{Interaction, Statistics};
use agenthub_core::invocation;
use agenthub_core::legal_hold::LegalHold;
use agenthub_core::message_override::MessageOverride;
use agenthub_core::organization::{Invitation, MemberProfile, Organization};
use http::StatusCode;

use crate::api::{
    agents, api_keys, audit, audit_erasures, audit_exports, audit_retention, audit_tail, audit_tree,
    audit_views, auth, capabilities, currencies, docs, exchange_rates, health, interactions, invitations,
    invocations, legal_holds, localization, members, message_overrides, metrics, organizations, permissions,
};
pub(crate) use route::Answer;
pub use route::{Access, Route};

/// Every route. The router serves them, the OpenAPI document describes them, tests walk them.
pub fn routes() -> Vec<Route> {
    let table = table();
    let others: Vec<_> =
        table.iter().filter_map(|route| route.also_at("/api/v1/agents", "/api/v1/ai-agents")).collect();
    table.into_iter().chain(others).collect()
}

/// Each route under its first name.
fn table() -> Vec<Route> {
    vec![
        // Signing in
        Route::post("/api/v1/auth/register", auth::register)
            .says("Registers a user, with an organization of the user's own or by an invitation")
            .takes::<auth::Registration>()
            .such_as(examples::REGISTRATION)
            .answers::<auth::Tokens>(StatusCode::CREATED),
        Route::post("/api/v1/auth/login", auth::login)
            .says("Signs in with mail address and password")
            .takes::<auth::Login>()
            .such_as(examples::LOGIN)
            .takes_forms()
            .gives::<auth::Tokens>(),
        Route::post("/api/v1/auth/refresh", auth::refresh)
            .says("Changes a refresh token into a new one, with a new access token")
            .takes::<auth::Refresh>()
            .such_as(examples::REFRESH)
            .gives::<auth::Tokens>(),
        Route::post("/api/v1/auth/logout", auth::logout)
            .says("Ends the login; its tokens are worth nothing afterwards")
            .for_persons(),
        Route::get("/api/v1/auth/me", auth::me)
            .says("Who is signed in, and where that user is a member")
            .for_persons()
            .gives::<auth::Me>(),
        Route::patch("/api/v1/auth/me", auth::prefer)
            .says("Changes the language and the time zone that you prefer")
            .for_persons()
            .takes::<auth::PreferenceBody>()
            .such_as(examples::PREFERENCE)
            .gives::<auth::Me>(),
        Route::post("/api/v1/auth/change-password", auth::change_password)
            .says("Changes the password; every other login of the user ends")
            .for_persons()
            .takes::<auth::NewPassword>()
            .such_as(examples::NEW_PASSWORD),
        // Agents
        Route::get("/api/v1/agents", agents::list)
            .says("Lists agents")
            .needs(AgentsRead)
            .filters::<agents::AgentQuery>()
            .lists::<Agent>(),
        Route::post("/api/v1/agents", agents::create)
            .says("Creates an agent; it is active at once, unless `status` says otherwise")
            .needs(AgentsWrite)
            .takes::<Definition>()
            .such_as(examples::AGENT)
            .answers::<Agent>(StatusCode::CREATED)
            .versioned(),
        Route::get("/api/v1/agents/{id}", agents::get)
            .says("Shows an agent, also where it is deleted")
            .needs(AgentsRead)
            .gives::<Agent>()
            .versioned(),
        Route::put("/api/v1/agents/{id}", agents::update)
            .says("Puts another definition in the place of the present one, as a new version")
            .needs(AgentsWrite)
            .takes::<Definition>()
            .such_as(examples::AGENT)
            .gives::<Agent>()
            .versioned(),
        Route::delete("/api/v1/agents/{id}", agents::delete)
            .says("Deletes an agent; its history stays, and it can be restored")
            .needs(AgentsDelete)
            .versioned(),
        Route::put("/api/v1/agents/{id}/status", agents::set_status)
            .says("Moves an agent to another status")
            .needs(AgentsWrite)
            .takes::<agents::StatusBody>()
            .such_as(examples::STATUS)
            .gives::<Agent>()
            .versioned(),
        Route::post("/api/v1/agents/{id}/restore", agents::restore)
            .says("Restores a deleted agent, in the status that it had")
            .needs(AgentsDelete)
            .gives::<Agent>(),
        Route::get("/api/v1/agents/{id}/versions", agents::versions)
            .says("Lists the versions of an agent, newest first")
            .needs(AgentsRead)
            .lists::<AgentVersion>(),
        Route::get("/api/v1/agents/{id}/versions/{number}", agents::version)
            .says("Shows one version of an agent")
            .needs(AgentsRead)
            .gives::<AgentVersion>(),
        Route::get("/api/v1/agents/{id}/versions/{number}/diff", agents::diff)
            .says("Shows what is different in a version from another, place by place")
            .needs(AgentsRead)
            .filters::<agents::DiffQuery>()
            .gives::<VersionDiff>(),
        Route::post("/api/v1/agents/{id}/versions/{number}/restore", agents::restore_version)
            .says("Makes the definition of an earlier version the present one again, as a new version")
            .needs(AgentsWrite)
            .gives::<Agent>()
            .versioned(),
        // Calling them
        Route::get("/api/v1/capabilities", capabilities::list)
            .says("Lists what the active agents offer, by name")
            .needs(AgentsRead)
            .lists::<OfferedCapability>(),
        Route::post("/api/v1/invoke", invocations::invoke)
            .says("Invokes the best agent for a capability")
            .needs(AgentsInvoke)
            .calls()
            .filters::<invocations::InvokeQuery>()
            .takes::<invocations::InvokeBody>()
            .such_as(examples::CALL)
            .gives::<invocation::Answer>(),
        Route::post("/api/v1/agents/{id}/invoke", invocations::invoke_on)
            .says("Invokes this agent")
            .needs(AgentsInvoke)
            .calls()
            .filters::<invocations::InvokeQuery>()
            .takes::<invocations::InvokeBody>()
            .such_as(examples::CALL)
            .gives::<invocation::Answer>(),
        // What came of it
        Route::get("/api/v1/agents/interactions", interactions::list)
            .says("Lists interactions, newest first")
            .needs(InteractionsRead)
            .filters::<interactions::InteractionQuery>()
            .lists::<Interaction>(),
        Route::post("/api/v1/agents/interactions", interactions::log)
            .says("Logs an interaction that happened elsewhere")
            .needs(InteractionsWrite)
            .takes::<interactions::InteractionBody>()
            .such_as(examples::INTERACTION)
            .answers::<Interaction>(StatusCode::CREATED),
        Route::get("/api/v1/agents/interactions/{id}", interactions::get)
            .says("Shows an interaction")
            .needs(InteractionsRead)
            .gives::<Interaction>(),
        Route::get("/api/v1/agents/statistics", interactions::statistics)
            .says("Counts interactions: in total, and by agent")
            .needs(InteractionsRead)
            .filters::<interactions::StatisticsParameters>()
            .gives::<Statistics>(),
        // Who did what
        Route::get("/api/v1/audit-logs", audit::list)
            .says("Lists audit records, newest first unless `order` says otherwise")
            .needs(AuditRead)
            .filters::<AuditFilter>()
            .lists::<Entry>(),
        Route::post("/api/v1/audit-logs", audit::add)
            .says("Adds a record of something that happened elsewhere")
            .needs(AuditWrite)
            .takes::<audit::AuditBody>()
            .such_as(examples::AUDIT_RECORD)
            .answers::<Entry>(StatusCode::CREATED),
        Route::post("/api/v1/audit-logs/query", audit::query)
            .says("Lists the audit records that a query wants: fields, groups of them, or text")
            .needs(AuditRead)
            .takes::<AuditQuery>()
            .such_as(examples::AUDIT_QUERY)
            .lists::<Entry>(),
        Route::get("/api/v1/audit-logs/tail", audit_tail::tail)
            .says("Tells audit records as they are committed: `record` events whose ids are sequence numbers")
            .needs(AuditRead)
            .filters::<audit_tail::TailParameters>()
            .gives_text("text/event-stream"),
        Route::get("/api/v1/audit-logs/statistics/summary", audit::summary)
            .says("Counts the audit records of a window: by kind of actor, action, severity, outcome and day")
            .needs(AuditRead)
            .filters::<audit::SummaryParameters>()
            .gives::<AuditSummary>(),
        Route::get("/api/v1/audit-logs/views", audit_views::list)
            .says("Lists your saved views and those that are shared, newest first")
            .needs(AuditRead)
            .lists::<AuditView>(),
        Route::post("/api/v1/audit-logs/views", audit_views::create)
            .says("Saves a query under a name, with the columns to show")
            .needs(AuditRead)
            .takes::<audit_views::AuditViewBody>()
            .such_as(examples::AUDIT_VIEW)
            .answers::<AuditView>(StatusCode::CREATED),
        Route::get("/api/v1/audit-logs/views/{id}", audit_views::get)
            .says("Shows a saved view")
            .needs(AuditRead)
            .gives::<AuditView>(),
        Route::put("/api/v1/audit-logs/views/{id}", audit_views::update)
            .says("Puts another view in the place of one that you see")
            .needs(AuditRead)
            .takes::<audit_views::AuditViewBody>()
            .such_as(examples::AUDIT_VIEW)
            .gives::<AuditView>(),
        Route::delete("/api/v1/audit-logs/views/{id}", audit_views::remove)
            .says("Removes a saved view that you see")
            .needs(AuditRead),
        Route::get("/api/v1/audit-logs/views/{id}/records", audit_views::records)
            .says("Lists the records that a saved view shows")
            .needs(AuditRead)
            .lists::<Entry>(),
        Route::get("/api/v1/audit-logs/exports", audit_exports::list)
            .says("Lists exports of the audit log, newest first")
            .needs(AuditExport)
            .lists::<AuditExport>(),
        Route::post("/api/v1/audit-logs/exports", audit_exports::request)
            .says("Asks for a file of the audit log, which is made in the background")
            .needs(AuditExport)
            .takes::<audit_exports::AuditExportBody>()
            .such_as(examples::AUDIT_EXPORT)
            .answers::<AuditExport>(StatusCode::ACCEPTED),
        Route::get("/api/v1/audit-logs/exports/{id}", audit_exports::get)
            .says("Shows an export of the audit log, and how far it is")
            .needs(AuditExport)
            .gives::<AuditExport>(),
        Route::delete("/api/v1/audit-logs/exports/{id}", audit_exports::remove)
            .says("Removes an export of the audit log with its file")
            .needs(AuditExport),
        Route::get("/api/v1/audit-logs/exports/{id}/file", audit_exports::file)
            .says("Gives the file of an export, or the part of it that `Range` asks for")
            .needs(AuditExport)
            .gives_file(),
        Route::get("/api/v1/audit-logs/exports/{id}/manifest", audit_exports::manifest)
            .says("Shows what an export has, signed, so that its file can be checked")
            .needs(AuditExport)
            .gives::<ExportManifest>(),
        Route::get("/api/v1/audit-logs/{id}", audit::get)
            .says("Shows an audit record")
            .needs(AuditRead)
            .gives::<Entry>(),
        Route::post("/api/v1/audit-logs/erasures", audit_erasures::erase)
            .says("Erases a person's data from the audit log, by destroying the keys that it is sealed under")
            .needs(AuditManage)
            .takes::<audit_erasures::ErasureBody>()
            .such_as(examples::ERASURE)
            .gives::<Erasure>(),
        // And that it is so
        Route::get("/api/v1/audit-logs/heads", audit_tree::heads)
            .says("Lists the signed heads of the audit log, the largest first")
            .needs(AuditRead)
            .lists::<SignedHead>(),
        Route::post("/api/v1/audit-logs/heads", audit_tree::sign)
            .says("Signs a head of the whole audit log")
            .needs(AuditRead)
            .answers::<SignedHead>(StatusCode::CREATED),
        Route::get("/api/v1/audit-logs/heads/{size}", audit_tree::head)
            .says("Shows a signed head; as a bare checkpoint where `Accept` is `text/plain`")
            .needs(AuditRead)
            .gives::<SignedHead>(),
        Route::get("/api/v1/audit-logs/keys", audit_tree::keys)
            .says("Shows the public keys of the audit log's heads")
            .needs(AuditRead)
            .gives::<audit_tree::HeadKeys>(),
        Route::get("/api/v1/audit-logs/consistency", audit_tree::consistency)
            .says("Proves that the audit log of one size is the beginning of that of another")
            .needs(AuditRead)
            .filters::<audit_tree::ConsistencyQuery>()
            .gives::<Consistency>(),
        Route::get("/api/v1/audit-logs/{id}/proof", audit_tree::proof)
            .says("Proves that a record stands in the audit log")
            .needs(AuditRead)
            .filters::<audit_tree::ProofQuery>()
            .gives::<Inclusion>(),
        Route::get("/api/v1/audit-logs/inclusion", audit_tree::inclusion)
            .says("Proves that a record stood in the audit log, by its sequence number, also where it has left")
            .needs(AuditRead)
            .filters::<audit_tree::InclusionQuery>()
            .gives::<Inclusion>(),
        // How long it is kept
        Route::get("/api/v1/audit-logs/retention", audit_retention::get)
            .says("Shows how long audit records are kept, with which one the log begins, and whether a hold stands")
            .needs(AuditRead)
            .gives::<Retention>(),
        Route::put("/api/v1/audit-logs/retention", audit_retention::set)
            .says("Says for how many days audit records are kept; older ones leave, the hashes of their leaves stay")
            .needs(AuditManage)
            .takes::<audit_retention::RetentionBody>()
            .such_as(examples::RETENTION)
            .gives::<Retention>(),
        Route::delete("/api/v1/audit-logs/retention", audit_retention::remove)
            .says("Has audit records kept for ever")
            .needs(AuditManage),
        Route::get("/api/v1/audit-logs/legal-holds", legal_holds::list)
            .says("Lists legal holds, also those that were lifted, newest first")
            .needs(AuditRead)
            .lists::<LegalHold>(),
        Route::post("/api/v1/audit-logs/legal-holds", legal_holds::place)
            .says("Places a legal hold: while one stands, no audit record leaves, and nobody's data is erased")
            .needs(AuditManage)
            .takes::<legal_holds::LegalHoldBody>()
            .such_as(examples::LEGAL_HOLD)
            .answers::<LegalHold>(StatusCode::CREATED),
        Route::delete("/api/v1/audit-logs/legal-holds/{id}", legal_holds::lift)
            .says("Lifts a legal hold, which stays in the list")
            .needs(AuditManage)
            .gives::<LegalHold>(),
        // The organizations, its people and its keys
        Route::get("/api/v1/organization", organizations::get)
            .says("Shows the organization that you act in")
            .needs(OrganizationRead)
            .gives::<Organization>(),
        Route::put("/api/v1/organization", organizations::update)
            .says("Changes the organization's name, and the language and time zone of those who prefer none")
            .needs(OrganizationManage)
            .takes::<organizations::OrganizationBody>()
            .such_as(examples::ORGANIZATION)
            .gives::<Organization>(),
        Route::get("/api/v1/organizations", organizations::list)
            .says("Lists every organization, oldest first")
            .for_superusers()
            .lists::<Organization>(),
        Route::get("/api/v1/members", members::list)
            .says("Lists the members, first come first")
            .needs(MembersRead)
            .lists::<MemberProfile>(),
        Route::get("/api/v1/members/{user_id}", members::get)
            .says("Shows a member")
            .needs(MembersRead)
            .gives::<MemberProfile>(),
        Route::put("/api/v1/members/{user_id}", members::set_role)
            .says("Gives a member another role, from the next request on")
            .needs(MembersManage)
            .takes::<members::MemberBody>()
            .such_as(examples::MEMBER)
            .gives::<MemberProfile>(),
        Route::delete("/api/v1/members/{user_id}", members::remove)
            .says("Removes a member, whose logins here end at once")
            .needs(MembersManage),
        Route::get("/api/v1/invitations", invitations::list)
            .says("Lists invitations, newest first")
            .needs(MembersRead)
            .lists::<Invitation>(),
        Route::post("/api/v1/invitations", invitations::create)
            .says("Invites somebody; the token is shown this once")
            .needs(MembersManage)
            .takes::<invitations::InvitationBody>()
            .such_as(examples::INVITATION)
            .answers::<invitations::NewInvitation>(StatusCode::CREATED),
        Route::post("/api/v1/invitations/accept", invitations::accept)
            .says("Accepts an invitation, for who has an account already; others register with the token")
            .for_persons()
            .takes::<invitations::AcceptBody>()
            .such_as(examples::ACCEPTANCE)
            .gives::<invitations::Membership>(),
        Route::delete("/api/v1/invitations/{id}", invitations::remove)
            .says("Takes an invitation back")
            .needs(MembersManage),
        Route::get("/api/v1/api-keys", api_keys::list)
            .says("Lists API keys, newest first; never their texts")
            .needs(ApiKeysRead)
            .lists::<ApiKey>(),
        Route::post("/api/v1/api-keys", api_keys::create)
            .says("Makes an API key; its text is shown this once")
            .needs(ApiKeysManage)
            .takes::<api_keys::ApiKeyBody>()
            .such_as(examples::API_KEY)
            .answers::<api_keys::ShownApiKey>(StatusCode::CREATED),
        Route::get("/api/v1/api-keys/{id}", api_keys::get)
            .says("Shows an API key; never its text")
            .needs(ApiKeysRead)
            .gives::<ApiKey>(),
        Route::delete("/api/v1/api-keys/{id}", api_keys::revoke)
            .says("Revokes an API key, on every node within a second")
            .needs(ApiKeysManage)
            .gives::<ApiKey>(),
        Route::post("/api/v1/api-keys/{id}/rotate", api_keys::rotate)
            .says("Makes a new key with the same scopes in the place of this one, which ends at once")
            .needs(ApiKeysManage)
            .answers::<api_keys::ShownApiKey>(StatusCode::CREATED),
        Route::get("/api/v1/permissions", permissions::show)
            .says("Shows which role may do what")
            .gives::<permissions::Policy>(),
        // Money
        Route::get("/api/v1/currencies", currencies::list)
            .says("Lists the currencies of ISO 4217 by code, with their names in your language")
            .needs(ExchangeRatesRead)
            .filters::<currencies::CurrencyQuery>()
            .lists::<currencies::ShownCurrency>(),
        Route::get("/api/v1/currencies/{code}", currencies::get)
            .says("Shows a currency")
            .needs(ExchangeRatesRead)
            .gives::<currencies::ShownCurrency>(),
        Route::post("/api/v1/currencies/format", currencies::format)
            .says("Writes an amount as people of a language write it")
            .needs(ExchangeRatesRead)
            .takes::<currencies::AmountBody>()
            .such_as(examples::AMOUNT)
            .gives::<currencies::FormattedAmount>(),
        Route::post("/api/v1/currencies/parse", currencies::parse)
            .says("Reads an amount from what people of a language write")
            .needs(ExchangeRatesRead)
            .takes::<currencies::AmountTextBody>()
            .such_as(examples::AMOUNT_TEXT)
            .gives::<currencies::ParsedAmount>(),
        Route::post("/api/v1/currencies/allocate", currencies::allocate)
            .says("Shares an amount out, so that nothing of it is lost")
            .needs(ExchangeRatesRead)
            .takes::<currencies::AllocateBody>()
            .such_as(examples::ALLOCATION)
            .gives::<currencies::Allocated>(),
        Route::post("/api/v1/currencies/convert", currencies::convert)
            .says("Converts an amount with the organization's exchange rates, and gives a receipt")
            .needs(ExchangeRatesRead)
            .takes::<currencies::ConvertBody>()
            .such_as(examples::CONVERSION)
            .gives::<currencies::Converted>(),
        Route::get("/api/v1/exchange-rates", exchange_rates::list)
            .says("Lists the exchange rates that were ever set, last effective first, or those that held at a time")
            .needs(ExchangeRatesRead)
            .filters::<exchange_rates::ExchangeRateQuery>()
            .lists::<ExchangeRate>(),
        Route::post("/api/v1/exchange-rates", exchange_rates::set)
            .says("Sets an exchange rate; those set before stay in the history")
            .needs(ExchangeRatesManage)
            .takes::<exchange_rates::ExchangeRateBody>()
            .such_as(examples::EXCHANGE_RATE)
            .answers::<ExchangeRate>(StatusCode::CREATED),
        Route::post("/api/v1/exchange-rates/import", exchange_rates::import)
            .says("Imports a file of reference rates of the European Central Bank, of a day or of ninety; whole or not at all")
            .needs(ExchangeRatesManage)
            .takes_text("application/xml", examples::ECB_RATES)
            .gives::<Import>(),
        // How people are spoken to
        Route::get("/api/v1/localization/languages", localization::languages)
            .says("Shows the languages, and which of them you are spoken to in, and why")
            .needs(LocalizationRead)
            .gives::<localization::Languages>(),
        Route::get("/api/v1/localization/keys", localization::keys)
            .says("Lists the messages: their keys, languages and arguments")
            .needs(LocalizationRead)
            .filters::<localization::MessageQuery>()
            .lists::<localization::MessageKey>(),
        Route::post("/api/v1/localization/translate", localization::translate)
            .says("Says a message in a language, in the organization's own words where it has some")
            .needs(LocalizationRead)
            .takes::<localization::TranslateBody>()
            .such_as(examples::TRANSLATION)
            .gives::<localization::Said>(),
        Route::post("/api/v1/localization/format", localization::format)
            .says("Writes a number, a time or a list as a language writes it")
            .needs(LocalizationRead)
            .takes::<localization::FormatBody>()
            .such_as(examples::FORMAT)
            .gives::<localization::Said>(),
        Route::post("/api/v1/localization/parse", localization::parse)
            .says("Reads a number as a language writes it")
            .needs(LocalizationRead)
            .takes::<localization::ParseBody>()
            .such_as(examples::WRITTEN_NUMBER)
            .gives::<localization::Parsed>(),
        Route::get("/api/v1/localization/overrides", message_overrides::list)
            .says("Lists the messages that the organization says in words of its own")
            .needs(LocalizationRead)
            .filters::<message_overrides::MessageOverrideQuery>()
            .lists::<MessageOverride>(),
        Route::get("/api/v1/localization/overrides/{language}/{key}", message_overrides::get)
            .says("Shows what is said instead of a message")
            .needs(LocalizationRead)
            .gives::<MessageOverride>(),
        Route::put("/api/v1/localization/overrides/{language}/{key}", message_overrides::set)
            .says("Has the organization say a message in words of its own, on every node within a second")
            .needs(LocalizationManage)
            .takes::<message_overrides::MessageOverrideBody>()
            .such_as(examples::MESSAGE_OVERRIDE)
            .gives::<MessageOverride>(),
        Route::delete("/api/v1/localization/overrides/{language}/{key}", message_overrides::remove)
            .says("Has the organization say a message as everybody else does")
            .needs(LocalizationManage),
        // Operating
        Route::get("/health", health::health)
            .says("How the server and all that it needs are")
            .gives::<health::Report>(),
        Route::get("/health/live", health::live).says("Whether the process runs at all"),
        Route::get("/health/ready", health::ready)
            .says("Whether calls can be taken now")
            .gives::<health::Check>(),
        Route::get("/metrics", metrics::metrics)
            .says("What is counted, for Prometheus")
            .gives_text("text/plain"),
        // Documentation
        Route::get("/openapi.json", docs::document).says("This document").gives_text("application/json"),
        Route::get("/docs", docs::page)
            .says("This document, to look at with a browser")
            .gives_text("text/html"),
        Route::get("/docs/{part}", docs::part).says("What that page needs").gives_text("text/html"),
    ]
}
