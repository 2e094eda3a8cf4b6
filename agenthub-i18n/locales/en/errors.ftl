## What went wrong, by the code of the error. The text says what to do; the title is the short form.

error-invalid = Some of the input is not valid. Correct every fault that is listed, then send it again.
    .title = Invalid input
error-internal = Something went wrong on our side. Try again later; if it happens again, report the request ID.
    .title = Internal error

## Requests.

error-request-bad_json = The body is not valid JSON: { $reason }. Correct it, then send it again.
    .title = Malformed JSON
error-request-bad_body = The body cannot be read: { $reason }. Check it, then send it again.
    .title = Unreadable body
error-request-bad_media_type = The body must be { $expected }. Send it in this format and set the Content-Type header to match.
    .title = Unsupported media type
error-request-bad_parameter = The parameter “{ $name }” is wrong: { $reason }. Correct it, then try again.
    .title = Invalid parameter
error-request-body_too_large = The body is larger than { $max ->
        [one] { $max } byte
       *[other] { $max } bytes
    }. Send less at once.
    .title = Body too large
error-request-route_not_found = There is nothing at { $path }. Check the address.
    .title = Address not found
error-request-method_not_allowed = { $path } does not accept { $method }. Use one of the methods in the Allow header.
    .title = Method not allowed
error-request-timeout = The request took longer than { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }. Try again, or ask for less at once.
    .title = Request timed out
error-request-rate_limited = There were too many requests. Wait { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }, then try again.
    .title = Too many requests
error-request-precondition_failed = This was changed in the meantime: it is at version { $actual }, not { $expected }. Read it again, then decide.
    .title = Changed in the meantime
error-request-idempotency_key_reused = This Idempotency-Key was already used for another request. Use a new one for each new request.
    .title = Idempotency key reused
error-request-idempotency_key_in_flight = A request with this Idempotency-Key is still running. Wait a moment, then ask again.
    .title = Request still running
error-request-idempotency_answer_too_large = The request with this Idempotency-Key was carried out, but its answer was too large to be kept. Look at what it did; do not send it again with another key.
    .title = Answer not kept
error-page-bad_cursor = The cursor does not come from this list. Start again without a cursor.
    .title = Invalid cursor

## Faults of a field.

error-value-required = This field is required.
    .title = Required field
error-value-too_short = This field needs at least { $min ->
        [one] { $min } character
       *[other] { $min } characters
    }.
    .title = Too short
error-value-too_long = This field may have at most { $max ->
        [one] { $max } character
       *[other] { $max } characters
    }.
    .title = Too long
error-value-too_many = This field may have at most { $max ->
        [one] { $max } entry
       *[other] { $max } entries
    }.
    .title = Too many entries
error-value-out_of_range = This field must be between { $min } and { $max }.
    .title = Out of range
error-value-wrong_type = This field has the wrong type. Expected: { $expected }.
    .title = Wrong type
error-value-unknown_field = The field “{ $name }” is unknown. Known fields: { $allowed }.
    .title = Unknown field
error-value-not_one_of = This field must be one of the following: { $allowed }.
    .title = Value not allowed
error-value-bad_format = This field has the wrong format. Expected: { $expected }.
    .title = Wrong format
error-value-duplicate = This value is given more than once. Remove the duplicate.
    .title = Duplicate
error-value-bad_schema = This field is not a valid JSON Schema: { $reason }.
    .title = Invalid schema
error-value-breaks_schema = This field does not match its schema: { $reason }.
    .title = Schema mismatch
error-value-too_large = This field may have at most { $max ->
        [one] { $max } byte
       *[other] { $max } bytes
    }.
    .title = Too large
error-value-bad_query = This query cannot be read at character { $position }. Expected there: { $expected }.
    .title = Unreadable query
error-value-bad_table = This table cannot be read: { $reason }.
    .title = Unreadable table
error-value-bad_message = This text is not a valid message. Line { $line }: { $reason }.
    .title = Invalid message
error-value-excludes = This field cannot be combined with “{ $other }”. Give only one of the two.
    .title = Fields exclude each other
error-password-is_email = The password must not be the email address. Choose another.
    .title = Password is the email address
error-password-too_common = This password is one of those that attackers try first. Choose another.
    .title = Password too common

## Sign-in and permissions.

error-auth-unauthenticated = Sign in first, or send an API key.
    .title = Sign-in required
error-auth-bad_credentials = The email address or the password is wrong. Check both, then try again.
    .title = Wrong credentials
error-auth-locked = There were too many failed attempts. Wait { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }, then try again.
    .title = Too many failed attempts
error-auth-token_invalid = The token is not valid. Sign in again.
    .title = Invalid token
error-auth-token_expired = The token has expired. Refresh it, or sign in again.
    .title = Token expired
error-auth-token_reused = This refresh token was already used, so every session that came from it was ended. Sign in again.
    .title = Token already used
error-auth-not_a_member = You are not a member of this organization. Ask an administrator to invite you.
    .title = Not a member
error-auth-denied = This needs the permission “{ $permission }”. Ask an administrator for it.
    .title = Permission missing
error-auth-superuser_needed = Only a superuser may do this. Ask the operator of the server.
    .title = Superuser required

## Users, organizations and API keys.

error-user-email_taken = There is already an account with this email address. Sign in instead.
    .title = Email address taken
error-user-not_found = There is no user { $id } in this organization. Check the ID.
    .title = User not found
error-organization-not_found = There is no organization { $id }. Check the ID.
    .title = Organization not found
error-invitation-not_found = The invitation does not exist, was already used, has expired, or is for another email address. Ask for a new one.
    .title = Invitation not valid
error-member-last_owner = The organization would be left without an owner. Make another member an owner first.
    .title = Last owner
error-member-role_too_high = You cannot grant or revoke the role “{ $role ->
        [viewer] { role-viewer }
        [auditor] { role-auditor }
        [developer] { role-developer }
        [operator] { role-operator }
        [admin] { role-admin }
        [owner] { role-owner }
       *[other] { $role }
    }”, because it is above your own. Ask somebody who has it.
    .title = Role above your own
error-member-exists = This user is already a member of the organization.
    .title = Already a member
error-api_key-not_found = There is no API key { $id } in this organization. Check the ID.
    .title = API key not found
error-api_key-ended = The API key “{ $name }” was revoked or has expired. Create a new one.
    .title = API key ended
error-api_key-too_wide = You do not have the permission “{ $permission }”, so your API key cannot have it either. Leave it out, or ask an administrator for it.
    .title = Permissions beyond your own

## Agents.

error-agent-not_found = There is no agent { $id } in this organization. Check the ID.
    .title = Agent not found
error-agent-version_not_found = The agent { $id } has no version { $version }. Choose one that exists.
    .title = Version not found
error-agent-not_active = The agent “{ $name }” cannot be invoked while its status is “{ $status ->
        [draft] { status-draft }
        [paused] { status-paused }
        [stopped] { status-stopped }
        [error] { status-error }
        [maintenance] { status-maintenance }
        [retired] { status-retired }
       *[other] { $status }
    }”. Use an active agent, or activate this one first.
    .title = Agent not active
error-agent-deleted = The agent “{ $name }” is deleted. Restore it first.
    .title = Agent deleted
error-agent-not_deleted = The agent “{ $name }” is not deleted, so it cannot be restored.
    .title = Agent not deleted
error-agent-bad_move = { $from ->
        [retired] An agent with the status “retired” stays retired. Create a new agent.
       *[other] An agent with the status “{ $from }” cannot change to “{ $to }”. Possible: { $allowed }.
    }
    .title = Status change not possible
error-agent-failed = The agent “{ $name }” failed: { $reason }. Try again, or tell its author.
    .title = Agent failed
error-agent-panicked = The agent “{ $name }” stopped in the middle of its work. Try again, or tell its author.
    .title = Agent stopped unexpectedly
error-agent-bad_output = The agent “{ $name }” returned something that its capability “{ $capability }” does not promise. Tell its author.
    .title = Invalid agent output
error-agent-timeout = The agent “{ $name }” did not answer within { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }. Try again, or allow more time.
    .title = Agent timed out
error-agent-unhealthy = The agent “{ $name }” is not answering at the moment. Try again in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.
    .title = Agent not answering
error-agent-busy = The agent “{ $name }” is at its limit of { $limit ->
        [one] { $limit } call
       *[other] { $limit } calls
    } at a time. Try again in a moment.
    .title = Agent busy
error-agent-runtime_missing = The runtime “{ $runtime }” does not exist on this server. Available: { $known }.
    .title = Runtime missing
error-capability-not_offered = { $offered ->
        [none] The capability “{ $capability }” is not offered; at the moment there is none at all. Activate an agent first.
       *[other] The capability “{ $capability }” is not offered. Available: { $offered }.
    }
    .title = Capability not offered
error-routing-no_route = No agent can take the call for “{ $capability }” at the moment: { $reasons }. Try again in a moment.
    .title = No agent available
error-invocation-cancelled = The caller left before the answer was ready. Make the call again if it is still needed.
    .title = Call cancelled

## Records.

error-interaction-not_found = There is no interaction { $id } in this organization. Check the ID.
    .title = Interaction not found
error-audit-not_found = There is no audit record { $id } in this organization. Check the ID.
    .title = Audit record not found
error-audit-head_not_found = No head of the audit log was signed at size { $size }. Choose one from the list of heads.
    .title = Signed head not found
error-audit-no_such_size = The audit log cannot be proven at size { $size }. Choose a size between { $min } and { $max }.
    .title = No such log size
error-audit-no_key = This server has no key to sign the audit log with. Ask its operator to set one up.
    .title = No signing key
error-audit-log_changed = The audit log is no longer the one that was signed at size { $size }. Tell the operator of the server at once.
    .title = Audit log was changed
error-audit-query_too_wide = This query is too wide: after reading { $read } of the records, up to number { $sequence }, its answer was not complete. Narrow it, for example by time.
    .title = Query too wide
error-audit-not_sealed = This server does not encrypt personal data in the audit log, so it cannot erase it. Ask its operator to set up a key for it.
    .title = Personal data cannot be erased
error-audit-subject_not_found = There is no encrypted data of this person in this organization’s audit log. Check the ID or the email address.
    .title = Nothing to erase
error-audit-too_many_tails = The limit of open tails of audit logs is reached: { $max }. End one, or try again later.
    .title = Too many tails
error-audit_view-not_found = There is no saved view { $id } that you may see. Check the ID.
    .title = View not found
error-audit_retention-not_found = The audit log has no retention policy: its records are kept forever. Set a policy first.
    .title = No retention policy
error-legal_hold-not_found = No legal hold { $id } stands in this organization. Check the ID.
    .title = Legal hold not found
error-legal_hold-stands = A legal hold stands, so nothing may be removed. Have it lifted first.
    .title = Legal hold stands
error-audit_export-not_found = There is no export { $id } in this organization. Check the ID.
    .title = Export not found
error-audit_export-not_ready = The export { $id } has no file (status: { $status ->
        [queued] queued
        [running] running
        [failed] failed
       *[other] { $status }
    }). Look at the export to see how far it is, or why it failed.
    .title = Export has no file
error-audit_export-expired = The file of the export { $id } has expired and was removed. Ask for a new export.
    .title = Export expired
error-audit_export-bad_range = The file does not have the part that you asked for (size in bytes: { $bytes }). Ask for a part within the file.
    .title = No such part
error-audit_export-too_large = The export would become too large (size in bytes: at least { $bytes }, allowed: { $max }). Narrow it, for example by time.
    .title = Export too large
error-audit_export-too_many_records = The export has too many records for this format (allowed: { $max }). Narrow it, for example by time, or choose another format.
    .title = Too many records
error-audit_export-too_many = The organization has reached its limit of exports (number: { $max }). Remove some first.
    .title = Too many exports
error-audit_export-no_room = There is no room for the file of this export (size in bytes: { $bytes }, free: { $free }). Remove other exports, or ask the operator for more room.
    .title = No room for the export
error-audit_export-storage_failed = The files of exports cannot be read or written at the moment. Try again later, or tell the operator of the server.
    .title = Export storage unavailable
error-audit_export-not_offered = This server makes no exports in the format { $format }. Choose another format.
    .title = Format not offered
error-audit_export-no_font = This server lacks a font (script: { $script }). Ask its operator to install the package { $package }.
    .title = Font missing

## Money.

error-money-unknown_currency = “{ $currency }” is not a currency code of ISO 4217. Write three capital letters, such as USD.
    .title = Unknown currency
error-money-currency_mismatch = The amount is in { $found }, not in { $expected }. Convert it first.
    .title = Wrong currency
error-money-overflow = The result does not fit 28 digits. Use smaller amounts, or round them.
    .title = Number too large
error-money-bad_decimal = “{ $text }” is not a decimal number. Write digits with a point, such as 12.50.
    .title = Not a number
error-money-unreadable = The text is not an amount in this language: it stops making sense at character { $place }. Correct it there.
    .title = Unreadable amount
error-money-no_currency = The text names no currency. Write it with the amount, such as USD.
    .title = Currency missing
error-money-ambiguous_currency = “{ $text }” stands for several currencies. Write the code instead: { $currencies }.
    .title = Ambiguous currency
error-money-bad_locale = “{ $locale }” is not a language tag. Write a language and perhaps a region, such as pt-BR.
    .title = Invalid language tag
error-money-bad_rate = An exchange rate from { $from } to { $to } cannot be { $rate }. It must be above zero.
    .title = Invalid exchange rate
error-money-rate_loop = These exchange rates lead in a circle ({ $currencies }) and multiply by { $rate } on the way. Correct one of them.
    .title = Contradictory exchange rates
error-money-no_rate = There is no exchange rate from { $from } to { $to } for { $time }. Set one, or one through another currency.
    .title = Exchange rate missing
error-money-stale_rate = The exchange rate from { $from } to { $to } is { $age } h old; at most { $allowed } h are allowed. Import new rates, or allow older ones.
    .title = Exchange rate too old
error-money-bad_rates_file = The file of exchange rates is damaged at line { $line }: { $reason }. Nothing was imported. Fetch it again.
    .title = Damaged file of rates
error-money-negative_ratio = Ratio { $place } is { $ratio }. Ratios must not be negative.
    .title = Negative ratio
error-money-zero_ratios = All ratios are zero, so there is nobody to share among. Give at least one above zero.
    .title = Nothing to divide by
error-money-too_many_decimals = { $amount } has more decimals than { $currency } ({ $allowed }). Round it, or say how it is to be rounded.
    .title = Too many decimals
## Languages and messages.

error-language-not_found = There are no messages in the language “{ $language }”. Available: { $known }.
    .title = Language not available
error-message-not_found = There is no message “{ $key }”. Check the key.
    .title = Message not found
error-message_override-not_found = The organization has no custom text for the message “{ $key }” in the language “{ $language }”.
    .title = Custom text not found
error-message_override-no_room = The organization’s custom texts have reached their limit (number: { $max }, total size: { $size }). Remove some first.
    .title = No room for more custom texts

## The server and its database.

error-journal-full = More calls are waiting to be recorded than there is room for. Try again in a moment.
    .title = Server overloaded
error-server-full = More connections are open than the server takes. Try again in a moment.
    .title = Too many connections
error-hub-shutting_down = The server is shutting down. Try again later.
    .title = Server shutting down
error-store-unavailable = The database cannot be reached or cannot write. Try again later.
    .title = Database unavailable
error-store-conflict = This already exists, or something else refers to it. Check what is there, then try again.
    .title = Conflict in the database
error-store-corrupt = The database holds something that this version did not write: { $what }. Tell the operator of the server.
    .title = Damaged data
error-store-too_new = The database is at schema { $found }, which is newer than schema { $known } of this version. Start the newer version.
    .title = Database too new
error-store-not_migrated = The database is at schema { $found } of { $known }. Run the migrations.
    .title = Migrations pending
