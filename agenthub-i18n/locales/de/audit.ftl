## The audit log on pages.

audit_report-title = Audit-Protokoll
audit_report-page = Seite { $page } von { $pages }
audit_report-records = Einträge
audit_report-filter = Filter
audit_report-everything = alle Einträge
audit_report-numbers = Laufende Nummern
audit_report-size = Größe des signierten Protokolls
audit_report-root = Wurzel-Hash
audit_report-asked_by = Angefordert von
audit_report-made = Erstellt
audit_report-number = Nr.
audit_report-time = Zeit
audit_report-actor = Wer
audit_report-action = Aktion
audit_report-thing = Was
audit_report-outcome = Ergebnis
audit_report-changes = Änderungen
audit_report-withheld = zurückgehalten
audit_report-erased = gelöscht
audit_report-unreadable = unlesbar

## Kinds of actors, by their name in the API.

actor-human = Person
actor-ai_agent = KI-Agent
actor-api_key = API-Schlüssel
actor-automation = Automatisierung
actor-plugin = Plugin
actor-system = System

## How much a record matters, by its name in the API.

severity-info = Info
severity-warning = Warnung
severity-critical = Kritisch
