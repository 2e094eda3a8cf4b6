## The audit log on pages.

audit_report-title = Journal d’audit
audit_report-page = Page { $page } sur { $pages }
audit_report-records = Enregistrements
audit_report-filter = Filtre
audit_report-everything = tous les enregistrements
audit_report-numbers = Numéros de séquence
audit_report-size = Taille du journal signé
audit_report-root = Hachage racine
audit_report-asked_by = Demandé par
audit_report-made = Créé
audit_report-number = N°
audit_report-time = Heure
audit_report-actor = Qui
audit_report-action = Action
audit_report-thing = Quoi
audit_report-outcome = Résultat
audit_report-changes = Modifications
audit_report-withheld = non communiqué
audit_report-erased = effacé
audit_report-unreadable = illisible

## Kinds of actors, by their name in the API.

actor-human = Personne
actor-ai_agent = Agent IA
actor-api_key = Clé d’API
actor-automation = Automatisation
actor-plugin = Extension
actor-system = Système

## How much a record matters, by its name in the API.

severity-info = Info
severity-warning = Avertissement
severity-critical = Critique
