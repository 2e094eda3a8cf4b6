//! The table of error codes: the stable name, the kind, and the English words.
//!
//! Each has a paragraph in `docs/src/errors.md` and a message in ten languages; tests see to both.

use std::fmt;

use super::ErrorKind;

/// A stable name for what went wrong, such as `agent.not_found`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Code {
    name: &'static str,
    kind: ErrorKind,
    template: &'static str,
}

impl Code {
    /// The name, as clients see it.
    pub const fn as_str(self) -> &'static str {
        self.name
    }

    /// What a caller can do about it.
    pub const fn kind(self) -> ErrorKind {
        self.kind
    }

    /// The English message, with `{name}` where a detail stands.
    pub const fn template(self) -> &'static str {
        self.template
    }

    /// The code of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name == name)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// Declares each code once: as a constant, and in [`Code::ALL`].
macro_rules! codes {
    ($($constant:ident $name:literal $kind:ident $template:literal)*) => {
        impl Code {
            $(
                #[doc = concat!("`", $name, "`: ", $template, ".")]
                pub const $constant: Code = Code { name: $name, kind: ErrorKind::$kind, template: $template };
            )*
            /// Every code, sorted as they are declared.
            pub const ALL: &'static [Code] = &[$(Code::$constant),*];
        }
    };
}

codes! {
    INVALID "invalid" Invalid "the input breaks its rules"
    BAD_JSON "request.bad_json" Invalid "the body is not JSON: {reason}"
    BAD_BODY "request.bad_body" Invalid "the body cannot be read: {reason}"
    BAD_MEDIA_TYPE "request.bad_media_type" Invalid "the body must be {expected}"
    BAD_PARAMETER "request.bad_parameter" Invalid "the parameter {name} is wrong: {reason}"
    BODY_TOO_LARGE "request.body_too_large" Invalid "the body is larger than {max} bytes"
    ROUTE_NOT_FOUND "request.route_not_found" NotFound "there is nothing at {path}"
    METHOD_NOT_ALLOWED "request.method_not_allowed" Unsupported "{path} does not take {method}"
    REQUEST_TIMEOUT "request.timeout" Timeout "the request took longer than {seconds} seconds"
    RATE_LIMITED "request.rate_limited" Exhausted "too many requests; wait {seconds} seconds"
    PRECONDITION_FAILED "request.precondition_failed" Conflict "it was changed meanwhile: it is at version {actual}, not {expected}"
    IDEMPOTENCY_KEY_REUSED "request.idempotency_key_reused" Conflict "this Idempotency-Key was used for another request"
    IDEMPOTENCY_KEY_IN_FLIGHT "request.idempotency_key_in_flight" Conflict "a request with this Idempotency-Key is still running"
    IDEMPOTENCY_ANSWER_TOO_LARGE "request.idempotency_answer_too_large" Conflict "the request with this Idempotency-Key was done, but its answer was too large to be kept"
    PAGE_BAD_CURSOR "page.bad_cursor" Invalid "the cursor is not one that this list gave"

    VALUE_REQUIRED "value.required" Invalid "is required"
    VALUE_TOO_SHORT "value.too_short" Invalid "needs at least {min} characters"
    VALUE_TOO_LONG "value.too_long" Invalid "has more than {max} characters"
    VALUE_TOO_MANY "value.too_many" Invalid "has more than {max} entries"
    VALUE_OUT_OF_RANGE "value.out_of_range" Invalid "must lie between {min} and {max}"
    VALUE_WRONG_TYPE "value.wrong_type" Invalid "must be {expected}"
    VALUE_UNKNOWN_FIELD "value.unknown_field" Invalid "the field {name} is unknown; known are {allowed}"
    VALUE_NOT_ONE_OF "value.not_one_of" Invalid "must be one of {allowed}"
    VALUE_BAD_FORMAT "value.bad_format" Invalid "must be {expected}"
    VALUE_DUPLICATE "value.duplicate" Invalid "stands here twice"
    VALUE_BAD_SCHEMA "value.bad_schema" Invalid "is not a JSON Schema: {reason}"
    VALUE_BREAKS_SCHEMA "value.breaks_schema" Invalid "breaks the schema: {reason}"
    VALUE_TOO_LARGE "value.too_large" Invalid "is larger than {max} bytes"
    VALUE_EXCLUDES "value.excludes" Invalid "cannot stand beside {other}; give one of the two"
    PASSWORD_IS_EMAIL "password.is_email" Invalid "must not be the mail address"
    PASSWORD_TOO_COMMON "password.too_common" Invalid "is one of the passwords that are tried first; choose another"
    VALUE_BAD_QUERY "value.bad_query" Invalid "cannot be read at character {position}: expected {expected}"
    VALUE_BAD_TABLE "value.bad_table" Invalid "{reason}"
    VALUE_BAD_MESSAGE "value.bad_message" Invalid "is not a message: line {line}: {reason}"

    UNAUTHENTICATED "auth.unauthenticated" Unauthenticated "sign in first, or send an API key"
    BAD_CREDENTIALS "auth.bad_credentials" Unauthenticated "the mail address or the password is wrong"
    LOCKED "auth.locked" Exhausted "too many failed attempts; wait {seconds} seconds"
    TOKEN_INVALID "auth.token_invalid" Unauthenticated "the token is not valid"
    TOKEN_EXPIRED "auth.token_expired" Unauthenticated "the token has expired; refresh it or sign in again"
    TOKEN_REUSED "auth.token_reused" Unauthenticated "this refresh token was used before; all sign-ins of its family are ended"
    NOT_A_MEMBER "auth.not_a_member" Denied "you are not a member of this organization"
    DENIED "auth.denied" Denied "this needs the permission {permission}"
    SUPERUSER_NEEDED "auth.superuser_needed" Denied "this needs a superuser"

    EMAIL_TAKEN "user.email_taken" Conflict "this mail address has an account already; sign in"
    USER_NOT_FOUND "user.not_found" NotFound "no user {id} in this organization"
    ORGANIZATION_NOT_FOUND "organization.not_found" NotFound "no organization {id}"
    INVITATION_NOT_FOUND "invitation.not_found" NotFound "the invitation does not exist, was used, has expired, or is for another mail address"
    LAST_OWNER "member.last_owner" Conflict "the organization would be left without an owner"
    ROLE_TOO_HIGH "member.role_too_high" Denied "you cannot give or take the role {role}, which is above your own"
    MEMBER_EXISTS "member.exists" Conflict "this user is a member already"
    API_KEY_NOT_FOUND "api_key.not_found" NotFound "no API key {id} in this organization"
    API_KEY_ENDED "api_key.ended" Conflict "the API key {name} was revoked or has expired; create another"
    API_KEY_TOO_WIDE "api_key.too_wide" Denied "you lack the permission {permission}, so your key cannot have it"

    AGENT_NOT_FOUND "agent.not_found" NotFound "no agent {id} in this organization"
    AGENT_VERSION_NOT_FOUND "agent.version_not_found" NotFound "the agent {id} has no version {version}"
    AGENT_NOT_ACTIVE "agent.not_active" Conflict "the agent {name} is {status}; only an active agent can be invoked"
    AGENT_DELETED "agent.deleted" Conflict "the agent {name} is deleted; restore it first"
    AGENT_NOT_DELETED "agent.not_deleted" Conflict "the agent {name} is not deleted"
    AGENT_BAD_MOVE "agent.bad_move" Conflict "an agent that is {from} cannot become {to}; it can become {allowed}"
    AGENT_FAILED "agent.failed" Fault "the agent {name} failed: {reason}"
    AGENT_PANICKED "agent.panicked" Fault "the agent {name} stopped in the middle of its work"
    AGENT_BAD_OUTPUT "agent.bad_output" Fault "the agent {name} returned what its capability {capability} does not promise"
    AGENT_TIMEOUT "agent.timeout" Timeout "the agent {name} did not answer within {seconds} seconds"
    AGENT_UNHEALTHY "agent.unhealthy" Unavailable "the agent {name} is not answering; it is tried again in {seconds} seconds"
    AGENT_BUSY "agent.busy" Exhausted "the agent {name} is at its limit of {limit} calls at a time"
    RUNTIME_MISSING "agent.runtime_missing" Unavailable "nothing here runs agents of runtime {runtime}; it runs {known}"
    CAPABILITY_NOT_OFFERED "capability.not_offered" Unsupported "the capability {capability} is not offered; offered are {offered}"
    NO_ROUTE "routing.no_route" Unavailable "no agent for {capability} can take the call: {reasons}"
    INVOCATION_CANCELLED "invocation.cancelled" Timeout "the caller went away before the answer"

    INTERACTION_NOT_FOUND "interaction.not_found" NotFound "no interaction {id} in this organization"
    AUDIT_NOT_FOUND "audit.not_found" NotFound "no audit record {id} in this organization"
    AUDIT_HEAD_NOT_FOUND "audit.head_not_found" NotFound "no head of the audit log at {size} records was signed"
    AUDIT_NO_SUCH_SIZE "audit.no_such_size" Invalid "the audit log can be proven here at {min} to {max} records, not at {size}"
    AUDIT_NO_KEY "audit.no_key" Unsupported "there is no key here that signs heads of audit logs"
    AUDIT_LOG_CHANGED "audit.log_changed" Corrupt "the first {size} records of the audit log are not those of which a head was signed"
    AUDIT_QUERY_TOO_WIDE "audit.query_too_wide" Invalid "the query read {read} records as far as number {sequence} without an end; narrow it, by time for instance"
    AUDIT_NOT_SEALED "audit.not_sealed" Unsupported "there is no key here that personal data is sealed under, so it cannot be erased"
    AUDIT_SUBJECT_NOT_FOUND "audit.subject_not_found" NotFound "nothing of this person was ever sealed in this organization's audit log"
    AUDIT_TOO_MANY_TAILS "audit.too_many_tails" Exhausted "the limit of {max} open tails of audit logs is reached; end one, or try again later"
    AUDIT_VIEW_NOT_FOUND "audit_view.not_found" NotFound "no saved view {id} that you may see"
    AUDIT_RETENTION_NOT_FOUND "audit_retention.not_found" NotFound "nothing says how long the audit log is kept, so it is kept for ever"
    LEGAL_HOLD_NOT_FOUND "legal_hold.not_found" NotFound "no legal hold {id} stands in this organization"
    LEGAL_HOLD_STANDS "legal_hold.stands" Conflict "a legal hold stands, so that nothing may be removed; lift it first"
    AUDIT_EXPORT_NOT_FOUND "audit_export.not_found" NotFound "no export {id} in this organization"
    AUDIT_EXPORT_NOT_READY "audit_export.not_ready" Conflict "the export {id} is {status} and has no file"
    AUDIT_EXPORT_EXPIRED "audit_export.expired" NotFound "the file of the export {id} was removed; ask for another one"
    AUDIT_EXPORT_BAD_RANGE "audit_export.bad_range" Invalid "the file has {bytes} bytes, and none of those that are wanted"
    AUDIT_EXPORT_TOO_LARGE "audit_export.too_large" Invalid "the export would have {bytes} bytes or more, and {max} are allowed; narrow it, by time for instance"
    AUDIT_EXPORT_TOO_MANY_RECORDS "audit_export.too_many_records" Invalid "the export would have more than {max} records, which are the most in this format; narrow it, or choose another format"
    AUDIT_EXPORT_TOO_MANY "audit_export.too_many" Conflict "an organization has {max} exports at most; remove some first"
    AUDIT_EXPORT_NO_ROOM "audit_export.no_room" Exhausted "there is no room for {bytes} bytes of an export; {free} are free"
    AUDIT_EXPORT_STORAGE_FAILED "audit_export.storage_failed" Unavailable "the files of exports cannot be read or written"
    AUDIT_EXPORT_NOT_OFFERED "audit_export.not_offered" Unsupported "exports in the format {format} are not made here"
    AUDIT_EXPORT_NO_FONT "audit_export.no_font" Unavailable "no font here has letters of the script {script}; have the package {package} installed"

    MONEY_UNKNOWN_CURRENCY "money.unknown_currency" NotFound "{currency} is not a currency code of ISO 4217"
    MONEY_CURRENCY_MISMATCH "money.currency_mismatch" Invalid "{found} is not {expected}: convert one of the amounts first"
    MONEY_OVERFLOW "money.overflow" Invalid "the result does not fit 28 digits"
    MONEY_BAD_DECIMAL "money.bad_decimal" Invalid "{text} is not a decimal number"
    MONEY_UNREADABLE "money.unreadable" Invalid "the text is no amount here: it stops making sense at character {place}"
    MONEY_NO_CURRENCY "money.no_currency" Invalid "the text names no currency"
    MONEY_AMBIGUOUS_CURRENCY "money.ambiguous_currency" Invalid "{text} stands for several currencies: {currencies}"
    MONEY_BAD_LOCALE "money.bad_locale" Invalid "{locale} is not a language tag"
    MONEY_BAD_RATE "money.bad_rate" Invalid "a rate from {from} to {to} cannot be {rate}: it must be above zero"
    MONEY_RATE_LOOP "money.rate_loop" Conflict "the rates go in a loop, {currencies}, and multiply by {rate} on the way"
    MONEY_NO_RATE "money.no_rate" NotFound "there is no rate from {from} to {to} at {time}"
    MONEY_STALE_RATE "money.stale_rate" Conflict "the rate from {from} to {to} is {age} hours old; {allowed} are allowed"
    MONEY_BAD_RATES_FILE "money.bad_rates_file" Invalid "the rates file is broken at line {line}: {reason}"
    MONEY_NEGATIVE_RATIO "money.negative_ratio" Invalid "ratio {place} is {ratio}: ratios must not be negative"
    MONEY_ZERO_RATIOS "money.zero_ratios" Invalid "there is nobody to share among: all ratios are zero"
    MONEY_TOO_MANY_DECIMALS "money.too_many_decimals" Invalid "{amount} has more decimals than {currency} ({allowed})"
    LANGUAGE_NOT_FOUND "language.not_found" NotFound "nothing is said in the language {language}; spoken are {known}"
    MESSAGE_NOT_FOUND "message.not_found" NotFound "no message {key}"
    MESSAGE_OVERRIDE_NOT_FOUND "message_override.not_found" NotFound "the message {key} has no override in the language {language}"
    MESSAGE_OVERRIDE_NO_ROOM "message_override.no_room" Conflict "an organization has room for {max} overrides of {size} in all; remove some first"

    JOURNAL_FULL "journal.full" Unavailable "more calls are waiting to be written than there is room for; try again"
    SERVER_FULL "server.full" Unavailable "more connections are open than the server takes; try again"
    SHUTTING_DOWN "hub.shutting_down" Unavailable "the hub is shutting down"
    STORE_UNAVAILABLE "store.unavailable" Unavailable "the database cannot be reached or cannot write"
    STORE_CONFLICT "store.conflict" Conflict "it exists already, or something else refers to it"
    STORE_CORRUPT "store.corrupt" Corrupt "the database holds something that was not written by this version: {what}"
    STORE_TOO_NEW "store.too_new" Unsupported "the database is at schema {found}, newer than this version's {known}; start the newer version"
    STORE_NOT_MIGRATED "store.not_migrated" Unavailable "the database is at schema {found} of {known}; run the migrations"
    INTERNAL "internal" Internal "something went wrong on our side"
}
