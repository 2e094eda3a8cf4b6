## What went wrong, by the code of the error. The text says what to do; the title is the short form.

error-invalid = Une partie des données n’est pas valide. Corrigez toutes les erreurs indiquées, puis renvoyez-les.
    .title = Données non valides
error-internal = Une erreur s’est produite de notre côté. Réessayez plus tard ; si elle se reproduit, signalez-la avec l’identifiant de la requête.
    .title = Erreur interne

## Requests.

error-request-bad_json = Le corps n’est pas du JSON valide : { $reason }. Corrigez-le, puis renvoyez-le.
    .title = JSON mal formé
error-request-bad_body = Le corps ne peut pas être lu : { $reason }. Vérifiez-le, puis renvoyez-le.
    .title = Corps illisible
error-request-bad_media_type = Le corps doit être au format { $expected }. Envoyez-le ainsi et indiquez-le dans l’en-tête Content-Type.
    .title = Format non pris en charge
error-request-bad_parameter = Le paramètre « { $name } » est incorrect : { $reason }. Corrigez-le, puis réessayez.
    .title = Paramètre non valide
error-request-body_too_large = Le corps dépasse { $max ->
        [one] { $max } octet
        [many] { $max } d’octets
       *[other] { $max } octets
    }. Envoyez moins de données à la fois.
    .title = Corps trop volumineux
error-request-route_not_found = Il n’y a rien à l’adresse { $path }. Vérifiez-la.
    .title = Adresse introuvable
error-request-method_not_allowed = { $path } n’accepte pas { $method }. Utilisez l’une des méthodes de l’en-tête Allow.
    .title = Méthode non autorisée
error-request-timeout = La requête a duré plus de { $seconds ->
        [one] { $seconds } seconde
        [many] { $seconds } de secondes
       *[other] { $seconds } secondes
    }. Réessayez ou demandez moins à la fois.
    .title = Délai de la requête dépassé
error-request-rate_limited = Il y a eu trop de requêtes. Attendez { $seconds ->
        [one] { $seconds } seconde
        [many] { $seconds } de secondes
       *[other] { $seconds } secondes
    }, puis réessayez.
    .title = Trop de requêtes
error-request-precondition_failed = Une modification a eu lieu entre-temps : la version actuelle est la { $actual } et non la { $expected }. Relisez-la, puis décidez.
    .title = Modifié entre-temps
error-request-idempotency_key_reused = Cet en-tête Idempotency-Key a déjà servi pour une autre requête. Utilisez-en un nouveau pour chaque nouvelle requête.
    .title = Clé d’idempotence déjà utilisée
error-request-idempotency_key_in_flight = Une requête avec cet en-tête Idempotency-Key est encore en cours. Patientez un instant, puis redemandez.
    .title = Requête encore en cours
error-request-idempotency_answer_too_large = La requête avec cet en-tête Idempotency-Key a été exécutée, mais sa réponse était trop volumineuse pour être conservée. Vérifiez ce qu’elle a fait, et ne la renvoyez pas avec un autre en-tête.
    .title = Réponse non conservée
error-page-bad_cursor = Le curseur ne provient pas de cette liste. Recommencez sans curseur.
    .title = Curseur non valide

## Faults of a field.

error-value-required = Ce champ est obligatoire.
    .title = Champ obligatoire
error-value-too_short = Ce champ doit comporter au moins { $min ->
        [one] { $min } caractère
        [many] { $min } de caractères
       *[other] { $min } caractères
    }.
    .title = Trop court
error-value-too_long = Ce champ peut comporter au plus { $max ->
        [one] { $max } caractère
        [many] { $max } de caractères
       *[other] { $max } caractères
    }.
    .title = Trop long
error-value-too_many = Ce champ peut comporter au plus { $max ->
        [one] { $max } élément
        [many] { $max } d’éléments
       *[other] { $max } éléments
    }.
    .title = Trop d’éléments
error-value-out_of_range = Ce champ doit être compris entre { $min } et { $max }.
    .title = Hors limites
error-value-wrong_type = Ce champ n’a pas le bon type. Attendu : { $expected }.
    .title = Type incorrect
error-value-unknown_field = Le champ « { $name } » est inconnu. Champs possibles : { $allowed }.
    .title = Champ inconnu
error-value-not_one_of = Ce champ doit avoir l’une des valeurs suivantes : { $allowed }.
    .title = Valeur non autorisée
error-value-bad_format = Ce champ n’a pas le bon format. Attendu : { $expected }.
    .title = Format incorrect
error-value-duplicate = Cette valeur est indiquée plusieurs fois. Supprimez le doublon.
    .title = Doublon
error-value-bad_schema = Ce champ n’est pas un JSON Schema valide : { $reason }.
    .title = Schéma non valide
error-value-breaks_schema = Ce champ ne respecte pas son schéma : { $reason }.
    .title = Schéma non respecté
error-value-too_large = Ce champ peut occuper au plus { $max ->
        [one] { $max } octet
        [many] { $max } d’octets
       *[other] { $max } octets
    }.
    .title = Trop volumineux
error-value-bad_query = Cette requête ne peut pas être lue au caractère { $position }. Attendu à cet endroit : { $expected }.
    .title = Requête illisible
error-value-bad_table = Ce tableau ne peut pas être lu : { $reason }.
    .title = Tableau illisible
error-value-bad_message = Ce texte n’est pas un message valide. Ligne { $line } : { $reason }.
    .title = Message non valide
error-value-excludes = Ce champ ne peut pas être combiné avec « { $other } ». N’indiquez que l’un des deux.
    .title = Champs incompatibles
error-password-is_email = Le mot de passe ne doit pas être l’adresse e-mail. Choisissez-en un autre.
    .title = Mot de passe identique à l’adresse
error-password-too_common = Ce mot de passe est l’un des premiers que les attaquants essaient. Choisissez-en un autre.
    .title = Mot de passe trop courant

## Sign-in and permissions.

error-auth-unauthenticated = Connectez-vous d’abord ou envoyez une clé d’API.
    .title = Connexion requise
error-auth-bad_credentials = L’adresse e-mail ou le mot de passe est incorrect. Vérifiez les deux, puis réessayez.
    .title = Identifiants incorrects
error-auth-locked = Il y a eu trop de tentatives infructueuses. Attendez { $seconds ->
        [one] { $seconds } seconde
        [many] { $seconds } de secondes
       *[other] { $seconds } secondes
    }, puis réessayez.
    .title = Trop de tentatives infructueuses
error-auth-token_invalid = Le jeton n’est pas valide. Reconnectez-vous.
    .title = Jeton non valide
error-auth-token_expired = Le jeton a expiré. Renouvelez-le ou reconnectez-vous.
    .title = Jeton expiré
error-auth-token_reused = Ce jeton de renouvellement a déjà servi ; toutes les sessions qui en découlent ont donc été fermées. Reconnectez-vous.
    .title = Jeton déjà utilisé
error-auth-not_a_member = Vous n’êtes pas membre de cette organisation. Demandez une invitation à un administrateur.
    .title = Non membre
error-auth-denied = Cette action nécessite l’autorisation « { $permission } ». Demandez-la à un administrateur.
    .title = Autorisation manquante
error-auth-superuser_needed = Seul un superutilisateur peut faire cela. Adressez-vous à l’exploitant du serveur.
    .title = Superutilisateur requis

## Users, organizations and API keys.

error-user-email_taken = Un compte existe déjà avec cette adresse e-mail. Connectez-vous plutôt.
    .title = Adresse e-mail déjà utilisée
error-user-not_found = Il n’y a pas d’utilisateur { $id } dans cette organisation. Vérifiez l’identifiant.
    .title = Utilisateur introuvable
error-organization-not_found = Il n’y a pas d’organisation { $id }. Vérifiez l’identifiant.
    .title = Organisation introuvable
error-invitation-not_found = L’invitation n’existe pas, a déjà servi, a expiré ou est destinée à une autre adresse e-mail. Demandez-en une nouvelle.
    .title = Invitation non valide
error-member-last_owner = L’organisation n’aurait plus de propriétaire. Nommez d’abord un autre membre propriétaire.
    .title = Dernier propriétaire
error-member-role_too_high = Vous ne pouvez ni accorder ni retirer le rôle « { $role ->
        [viewer] { role-viewer }
        [auditor] { role-auditor }
        [developer] { role-developer }
        [operator] { role-operator }
        [admin] { role-admin }
        [owner] { role-owner }
       *[other] { $role }
    } », car il est au-dessus du vôtre. Adressez-vous à une personne qui l’a.
    .title = Rôle supérieur au vôtre
error-member-exists = Cet utilisateur est déjà membre de l’organisation.
    .title = Déjà membre
error-api_key-not_found = Il n’y a pas de clé d’API { $id } dans cette organisation. Vérifiez l’identifiant.
    .title = Clé d’API introuvable
error-api_key-ended = La clé d’API « { $name } » a été révoquée ou a expiré. Créez-en une nouvelle.
    .title = Clé d’API plus valide
error-api_key-too_wide = Vous n’avez pas l’autorisation « { $permission } » ; votre clé d’API ne peut donc pas l’avoir. Retirez-la ou demandez-la à un administrateur.
    .title = Autorisations supérieures aux vôtres

## Agents.

error-agent-not_found = Il n’y a pas d’agent { $id } dans cette organisation. Vérifiez l’identifiant.
    .title = Agent introuvable
error-agent-version_not_found = L’agent { $id } n’a pas de version { $version }. Choisissez-en une qui existe.
    .title = Version introuvable
error-agent-not_active = L’agent « { $name } » ne peut pas être appelé tant que son statut est « { $status ->
        [draft] { status-draft }
        [paused] { status-paused }
        [stopped] { status-stopped }
        [error] { status-error }
        [maintenance] { status-maintenance }
        [retired] { status-retired }
       *[other] { $status }
    } ». Utilisez un agent actif ou activez d’abord celui-ci.
    .title = Agent non actif
error-agent-deleted = L’agent « { $name } » est supprimé. Restaurez-le d’abord.
    .title = Agent supprimé
error-agent-not_deleted = L’agent « { $name } » n’est pas supprimé et ne peut donc pas être restauré.
    .title = Agent non supprimé
error-agent-bad_move = { $from ->
        [retired] Un agent dont le statut est « retired » est retiré définitivement. Créez un nouvel agent.
       *[other] Un agent dont le statut est « { $from } » ne peut pas passer à « { $to } ». Possibles : { $allowed }.
    }
    .title = Changement de statut impossible
error-agent-failed = L’agent « { $name } » a échoué : { $reason }. Réessayez ou prévenez son auteur.
    .title = Échec de l’agent
error-agent-panicked = L’agent « { $name } » s’est arrêté au milieu de son travail. Réessayez ou prévenez son auteur.
    .title = Arrêt inattendu de l’agent
error-agent-bad_output = L’agent « { $name } » a renvoyé un résultat que sa capacité « { $capability } » ne prévoit pas. Prévenez son auteur.
    .title = Résultat de l’agent non valide
error-agent-timeout = L’agent « { $name } » n’a pas répondu en { $seconds ->
        [one] { $seconds } seconde
        [many] { $seconds } de secondes
       *[other] { $seconds } secondes
    }. Réessayez ou laissez-lui plus de temps.
    .title = Délai de l’agent dépassé
error-agent-unhealthy = L’agent « { $name } » ne répond pas pour le moment. Réessayez dans { $seconds ->
        [one] { $seconds } seconde
        [many] { $seconds } de secondes
       *[other] { $seconds } secondes
    }.
    .title = L’agent ne répond pas
error-agent-busy = L’agent « { $name } » a atteint sa limite de { $limit ->
        [one] { $limit } appel simultané
        [many] { $limit } d’appels simultanés
       *[other] { $limit } appels simultanés
    }. Réessayez dans un instant.
    .title = Agent occupé
error-agent-runtime_missing = L’environnement d’exécution « { $runtime } » n’existe pas sur ce serveur. Disponibles : { $known }.
    .title = Environnement d’exécution manquant
error-capability-not_offered = { $offered ->
        [none] La capacité « { $capability } » n’est pas proposée ; il n’y en a aucune pour le moment. Activez d’abord un agent.
       *[other] La capacité « { $capability } » n’est pas proposée. Disponibles : { $offered }.
    }
    .title = Capacité non proposée
error-routing-no_route = Aucun agent ne peut prendre en charge l’appel à « { $capability } » pour le moment : { $reasons }. Réessayez dans un instant.
    .title = Aucun agent disponible
error-invocation-cancelled = L’appelant s’est déconnecté avant que la réponse soit prête. Refaites l’appel s’il est encore nécessaire.
    .title = Appel annulé

## Records.

error-interaction-not_found = Il n’y a pas d’interaction { $id } dans cette organisation. Vérifiez l’identifiant.
    .title = Interaction introuvable
error-audit-not_found = Il n’y a pas d’entrée d’audit { $id } dans cette organisation. Vérifiez l’identifiant.
    .title = Entrée d’audit introuvable
error-audit-head_not_found = Aucun état du journal d’audit n’a été signé à la taille { $size }. Choisissez-en un dans la liste.
    .title = État signé introuvable
error-audit-no_such_size = Le journal d’audit ne peut pas être prouvé à la taille { $size }. Choisissez une taille entre { $min } et { $max }.
    .title = Taille inexistante
error-audit-no_key = Ce serveur n’a pas de clé pour signer le journal d’audit. Demandez à son exploitant d’en configurer une.
    .title = Aucune clé de signature
error-audit-log_changed = Le journal d’audit n’est plus celui qui a été signé à la taille { $size }. Prévenez immédiatement l’exploitant du serveur.
    .title = Journal d’audit modifié
error-audit-query_too_wide = Cette requête est trop large : après lecture de { $read } des entrées, jusqu’au numéro { $sequence }, la réponse n’était pas complète. Restreignez-la, par exemple à une période.
    .title = Requête trop large
error-audit-not_sealed = Ce serveur ne chiffre pas les données personnelles du journal d’audit, il ne peut donc pas les effacer. Demandez à son exploitant de configurer une clé pour cela.
    .title = Effacement de données personnelles impossible
error-audit-subject_not_found = Le journal d’audit de cette organisation ne contient aucune donnée chiffrée de cette personne. Vérifiez l’identifiant ou l’adresse e-mail.
    .title = Rien à effacer
error-audit-too_many_tails = La limite de suivis ouverts des journaux d’audit est atteinte : { $max }. Fermez-en un ou réessayez plus tard.
    .title = Trop de suivis
error-audit_view-not_found = Il n’y a pas de vue enregistrée { $id } que vous puissiez voir. Vérifiez l’identifiant.
    .title = Vue introuvable
error-audit_retention-not_found = Le journal d’audit n’a pas de règle de conservation : ses entrées sont conservées indéfiniment. Définissez d’abord une règle.
    .title = Aucune règle de conservation
error-legal_hold-not_found = Aucune conservation légale { $id } n’est en vigueur dans cette organisation. Vérifiez l’identifiant.
    .title = Conservation légale introuvable
error-legal_hold-stands = Une conservation légale est en vigueur : rien ne peut être supprimé. Faites-la d’abord lever.
    .title = Conservation légale en vigueur
error-audit_export-not_found = Il n’y a pas d’export { $id } dans cette organisation. Vérifiez l’identifiant.
    .title = Export introuvable
error-audit_export-not_ready = L’export { $id } n’a pas de fichier (état : { $status ->
        [queued] en attente
        [running] en cours
        [failed] échoué
       *[other] { $status }
    }). Consultez l’export pour voir où il en est ou pourquoi il a échoué.
    .title = Export sans fichier
error-audit_export-expired = Le fichier de l’export { $id } a expiré et a été supprimé. Demandez un nouvel export.
    .title = Export expiré
error-audit_export-bad_range = Le fichier n’a pas la partie demandée (taille en octets : { $bytes }). Demandez une partie comprise dans le fichier.
    .title = Partie inexistante
error-audit_export-too_large = L’export serait trop volumineux (taille en octets : au moins { $bytes }, autorisée : { $max }). Restreignez-le, par exemple dans le temps.
    .title = Export trop volumineux
error-audit_export-too_many_records = L’export a trop d’enregistrements pour ce format (autorisés : { $max }). Restreignez-le, par exemple dans le temps, ou choisissez un autre format.
    .title = Trop d’enregistrements
error-audit_export-too_many = L’organisation a atteint sa limite d’exports (nombre : { $max }). Supprimez-en d’abord quelques-uns.
    .title = Trop d’exports
error-audit_export-no_room = Il n’y a pas de place pour le fichier de cet export (taille en octets : { $bytes }, libres : { $free }). Supprimez d’autres exports ou demandez plus de place à l’exploitant.
    .title = Pas de place pour l’export
error-audit_export-storage_failed = Les fichiers des exports ne peuvent être ni lus ni écrits pour le moment. Réessayez plus tard ou prévenez l’exploitant du serveur.
    .title = Stockage indisponible
error-audit_export-not_offered = Ce serveur ne fait pas d’exports au format { $format }. Choisissez un autre format.
    .title = Format non proposé
error-audit_export-no_font = Il manque une police à ce serveur (système d’écriture : { $script }). Demandez à son exploitant d’installer le paquet { $package }.
    .title = Police manquante

## Money.

error-money-unknown_currency = « { $currency } » n’est pas un code de devise ISO 4217. Écrivez trois lettres majuscules, par exemple USD.
    .title = Devise inconnue
error-money-currency_mismatch = Le montant est en { $found }, et non en { $expected }. Convertissez-le d’abord.
    .title = Mauvaise devise
error-money-overflow = Le résultat ne tient pas en 28 chiffres. Utilisez des montants plus petits ou arrondissez-les.
    .title = Nombre trop grand
error-money-bad_decimal = « { $text } » n’est pas un nombre décimal. Écrivez des chiffres avec un point, par exemple 12.50.
    .title = Nombre non valide
error-money-unreadable = Ce texte n’est pas un montant dans cette langue : il n’est plus lisible à partir du caractère { $place }. Corrigez-le à cet endroit.
    .title = Montant illisible
error-money-no_currency = Le texte ne nomme aucune devise. Écrivez-la avec le montant, par exemple USD.
    .title = Devise manquante
error-money-ambiguous_currency = « { $text } » désigne plusieurs devises. Écrivez plutôt le code : { $currencies }.
    .title = Devise ambiguë
error-money-bad_locale = « { $locale } » n’est pas un code de langue. Écrivez une langue et, au besoin, une région, par exemple pt-BR.
    .title = Code de langue non valide
error-money-bad_rate = Un taux de change de { $from } vers { $to } ne peut pas être { $rate }. Il doit être supérieur à zéro.
    .title = Taux de change non valide
error-money-rate_loop = Ces taux de change tournent en rond ({ $currencies }) et multiplient par { $rate } au passage. Corrigez l’un d’eux.
    .title = Taux de change contradictoires
error-money-no_rate = Il n’y a pas de taux de change de { $from } vers { $to } pour { $time }. Définissez-en un, ou un taux passant par une autre devise.
    .title = Taux de change manquant
error-money-stale_rate = Le taux de change de { $from } vers { $to } date de { $age } h ; { $allowed } h au plus sont autorisées. Importez de nouveaux taux ou acceptez-en de plus anciens.
    .title = Taux de change trop ancien
error-money-bad_rates_file = Le fichier de taux de change est endommagé à la ligne { $line } : { $reason }. Rien n’a été importé. Téléchargez-le à nouveau.
    .title = Fichier de taux endommagé
error-money-negative_ratio = Le ratio { $place } est { $ratio }. Les ratios ne peuvent pas être négatifs.
    .title = Ratio négatif
error-money-zero_ratios = Tous les ratios sont nuls : il n’y a personne entre qui partager. Indiquez au moins un ratio supérieur à zéro.
    .title = Division par zéro
error-money-too_many_decimals = { $amount } a plus de décimales que { $currency } ({ $allowed }). Arrondissez le montant ou indiquez comment l’arrondir.
    .title = Trop de décimales
## Languages and messages.

error-language-not_found = Il n’y a pas de messages dans la langue « { $language } ». Langues disponibles : { $known }.
    .title = Langue non disponible
error-message-not_found = Il n’y a pas de message « { $key } ». Vérifiez la clé.
    .title = Message introuvable
error-message_override-not_found = L’organisation n’a pas de texte personnalisé pour le message « { $key } » dans la langue « { $language } ».
    .title = Texte personnalisé introuvable
error-message_override-no_room = Les textes personnalisés de l’organisation ont atteint leur limite (nombre : { $max }, taille totale : { $size }). Supprimez-en d’abord quelques-uns.
    .title = Plus de place pour d’autres textes personnalisés

## The server and its database.

error-journal-full = Trop d’appels attendent d’être enregistrés. Réessayez dans un instant.
    .title = Serveur surchargé
error-server-full = Trop de connexions sont ouvertes sur le serveur. Réessayez dans un instant.
    .title = Trop de connexions
error-hub-shutting_down = Le serveur est en cours d’arrêt. Réessayez plus tard.
    .title = Serveur en cours d’arrêt
error-store-unavailable = La base de données est inaccessible ou ne peut pas écrire. Réessayez plus tard.
    .title = Base de données indisponible
error-store-conflict = Cet élément existe déjà, ou un autre y fait référence. Vérifiez l’existant, puis réessayez.
    .title = Conflit dans la base de données
error-store-corrupt = La base de données contient un élément que cette version n’a pas écrit : { $what }. Prévenez l’exploitant du serveur.
    .title = Données endommagées
error-store-too_new = La base de données a le schéma { $found }, plus récent que le schéma { $known } de cette version. Démarrez la version plus récente.
    .title = Base de données trop récente
error-store-not_migrated = La base de données a le schéma { $found } sur { $known }. Exécutez les migrations.
    .title = Migrations en attente
