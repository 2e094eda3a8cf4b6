## What a reader is greeted with.

user-welcome = Willkommen, { $name }!
user-hello = Hallo { $name }
user-last_seen = Zuletzt da: { DATETIME($at, dateStyle: "medium") }
message-unavailable = Dieser Text ist nicht verfügbar.

## Words on buttons and in tables.

common-yes = Ja
common-no = Nein
common-ok = OK
common-cancel = Abbrechen
common-save = Speichern
common-create = Erstellen
common-edit = Bearbeiten
common-delete = Löschen
common-restore = Wiederherstellen
common-search = Suchen
common-close = Schließen
common-back = Zurück
common-next = Weiter
common-retry = Erneut versuchen
common-loading = Wird geladen …
common-sign_in = Anmelden
common-sign_out = Abmelden
common-all = Alle
common-none = Keine
common-unknown = Unbekannt

## The nouns of the product; they are the glossary.

noun-agent = Agent
    .plural = Agenten
noun-capability = Fähigkeit
    .plural = Fähigkeiten
noun-interaction = Interaktion
    .plural = Interaktionen
noun-organization = Organisation
    .plural = Organisationen
noun-user = Benutzer
    .plural = Benutzer
noun-member = Mitglied
    .plural = Mitglieder
noun-invitation = Einladung
    .plural = Einladungen
noun-role = Rolle
    .plural = Rollen
noun-permission = Berechtigung
    .plural = Berechtigungen
noun-api_key = API-Schlüssel
    .plural = API-Schlüssel
noun-session = Sitzung
    .plural = Sitzungen
noun-conversation = Unterhaltung
    .plural = Unterhaltungen
noun-task = Aufgabe
    .plural = Aufgaben
noun-schedule = Zeitplan
    .plural = Zeitpläne
noun-template = Vorlage
    .plural = Vorlagen
noun-plugin = Plugin
    .plural = Plugins
noun-integration = Integration
    .plural = Integrationen
noun-event = Ereignis
    .plural = Ereignisse
noun-webhook = Webhook
    .plural = Webhooks
noun-audit_record = Audit-Eintrag
    .plural = Audit-Einträge
noun-budget = Budget
    .plural = Budgets
noun-subscription = Abonnement
    .plural = Abonnements
noun-runtime = Laufzeitumgebung
    .plural = Laufzeitumgebungen
noun-token = Token
    .plural = Tokens
noun-version = Version
    .plural = Versionen
noun-language = Sprache
    .plural = Sprachen
noun-currency = Währung
    .plural = Währungen
noun-time_zone = Zeitzone
    .plural = Zeitzonen

## Roles of a member, by their name in the API.

role-viewer = Betrachter
role-auditor = Prüfer
role-developer = Entwickler
role-operator = Betreiber
role-admin = Administrator
role-owner = Inhaber

## Statuses, by their name in the API.

status-draft = Entwurf
status-active = Aktiv
status-paused = Pausiert
status-stopped = Angehalten
status-error = Fehlerhaft
status-maintenance = In Wartung
status-retired = Stillgelegt
status-deleted = Gelöscht
status-healthy = In Ordnung
status-degraded = Beeinträchtigt
status-unhealthy = Gestört
status-pending = Wartet
status-running = Läuft
status-success = Erfolgreich
status-failure = Fehlgeschlagen
status-cancelled = Abgebrochen

## How many there are.

count-agents = { $count ->
        [one] { $count } Agent
       *[other] { $count } Agenten
    }
count-capabilities = { $count ->
        [one] { $count } Fähigkeit
       *[other] { $count } Fähigkeiten
    }
count-interactions = { $count ->
        [one] { $count } Interaktion
       *[other] { $count } Interaktionen
    }
count-members = { $count ->
        [one] { $count } Mitglied
       *[other] { $count } Mitglieder
    }
count-tasks = { $count ->
        [one] { $count } Aufgabe
       *[other] { $count } Aufgaben
    }
count-tokens = { $count ->
        [one] { $count } Token
       *[other] { $count } Tokens
    }
count-results = { $count ->
        [one] { $count } Ergebnis
       *[other] { $count } Ergebnisse
    }
