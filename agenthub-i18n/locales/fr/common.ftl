## What a reader is greeted with.

user-welcome = Bienvenue, { $name } !
user-hello = Bonjour { $name }
user-last_seen = Dernière visite : { DATETIME($at, dateStyle: "medium") }
message-unavailable = Ce texte n’est pas disponible.

## Words on buttons and in tables.

common-yes = Oui
common-no = Non
common-ok = OK
common-cancel = Annuler
common-save = Enregistrer
common-create = Créer
common-edit = Modifier
common-delete = Supprimer
common-restore = Restaurer
common-search = Rechercher
common-close = Fermer
common-back = Retour
common-next = Suivant
common-retry = Réessayer
common-loading = Chargement…
common-sign_in = Se connecter
common-sign_out = Se déconnecter
common-all = Tout
common-none = Aucun
common-unknown = Inconnu

## The nouns of the product; they are the glossary.

noun-agent = Agent
    .plural = Agents
noun-capability = Capacité
    .plural = Capacités
noun-interaction = Interaction
    .plural = Interactions
noun-organization = Organisation
    .plural = Organisations
noun-user = Utilisateur
    .plural = Utilisateurs
noun-member = Membre
    .plural = Membres
noun-invitation = Invitation
    .plural = Invitations
noun-role = Rôle
    .plural = Rôles
noun-permission = Autorisation
    .plural = Autorisations
noun-api_key = Clé d’API
    .plural = Clés d’API
noun-session = Session
    .plural = Sessions
noun-conversation = Conversation
    .plural = Conversations
noun-task = Tâche
    .plural = Tâches
noun-schedule = Planification
    .plural = Planifications
noun-template = Modèle
    .plural = Modèles
noun-plugin = Extension
    .plural = Extensions
noun-integration = Intégration
    .plural = Intégrations
noun-event = Événement
    .plural = Événements
noun-webhook = Webhook
    .plural = Webhooks
noun-audit_record = Entrée d’audit
    .plural = Entrées d’audit
noun-budget = Budget
    .plural = Budgets
noun-subscription = Abonnement
    .plural = Abonnements
noun-runtime = Environnement d’exécution
    .plural = Environnements d’exécution
noun-token = Jeton
    .plural = Jetons
noun-version = Version
    .plural = Versions
noun-language = Langue
    .plural = Langues
noun-currency = Devise
    .plural = Devises
noun-time_zone = Fuseau horaire
    .plural = Fuseaux horaires

## Roles of a member, by their name in the API.

role-viewer = Lecteur
role-auditor = Auditeur
role-developer = Développeur
role-operator = Opérateur
role-admin = Administrateur
role-owner = Propriétaire

## Statuses, by their name in the API.

status-draft = Brouillon
status-active = Actif
status-paused = En pause
status-stopped = Arrêté
status-error = En erreur
status-maintenance = En maintenance
status-retired = Retiré
status-deleted = Supprimé
status-healthy = En bon état
status-degraded = Dégradé
status-unhealthy = Hors service
status-pending = En attente
status-running = En cours
status-success = Réussi
status-failure = Échoué
status-cancelled = Annulé

## How many there are.

count-agents = { $count ->
        [one] { $count } agent
        [many] { $count } d’agents
       *[other] { $count } agents
    }
count-capabilities = { $count ->
        [one] { $count } capacité
        [many] { $count } de capacités
       *[other] { $count } capacités
    }
count-interactions = { $count ->
        [one] { $count } interaction
        [many] { $count } d’interactions
       *[other] { $count } interactions
    }
count-members = { $count ->
        [one] { $count } membre
        [many] { $count } de membres
       *[other] { $count } membres
    }
count-tasks = { $count ->
        [one] { $count } tâche
        [many] { $count } de tâches
       *[other] { $count } tâches
    }
count-tokens = { $count ->
        [one] { $count } jeton
        [many] { $count } de jetons
       *[other] { $count } jetons
    }
count-results = { $count ->
        [one] { $count } résultat
        [many] { $count } de résultats
       *[other] { $count } résultats
    }
