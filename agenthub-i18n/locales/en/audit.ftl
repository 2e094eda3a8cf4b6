## The audit log on pages.

audit_report-title = Audit log
audit_report-page = Page { $page } of { $pages }
audit_report-records = Records
audit_report-filter = Filter
audit_report-everything = all records
audit_report-numbers = Sequence numbers
audit_report-size = Size of the signed log
audit_report-root = Root hash
audit_report-asked_by = Asked for by
audit_report-made = Made
audit_report-number = No.
audit_report-time = Time
audit_report-actor = Who
audit_report-action = Action
audit_report-thing = What
audit_report-outcome = Outcome
audit_report-changes = Changes
audit_report-withheld = withheld
audit_report-erased = erased
audit_report-unreadable = unreadable

## Kinds of actors, by their name in the API.

actor-human = Person
actor-ai_agent = AI agent
actor-api_key = API key
actor-automation = Automation
actor-plugin = Plugin
actor-system = System

## How much a record matters, by its name in the API.

severity-info = Info
severity-warning = Warning
severity-critical = Critical
