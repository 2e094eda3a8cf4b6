## What a reader is greeted with.

user-welcome = ¡Te damos la bienvenida, { $name }!
user-hello = Hola, { $name }
user-last_seen = Última visita: { DATETIME($at, dateStyle: "medium") }
message-unavailable = Este texto no está disponible.

## Words on buttons and in tables.

common-yes = Sí
common-no = No
common-ok = Aceptar
common-cancel = Cancelar
common-save = Guardar
common-create = Crear
common-edit = Editar
common-delete = Eliminar
common-restore = Restaurar
common-search = Buscar
common-close = Cerrar
common-back = Atrás
common-next = Siguiente
common-retry = Reintentar
common-loading = Cargando…
common-sign_in = Iniciar sesión
common-sign_out = Cerrar sesión
common-all = Todo
common-none = Nada
common-unknown = Desconocido

## The nouns of the product; they are the glossary.

noun-agent = Agente
    .plural = Agentes
noun-capability = Capacidad
    .plural = Capacidades
noun-interaction = Interacción
    .plural = Interacciones
noun-organization = Organización
    .plural = Organizaciones
noun-user = Usuario
    .plural = Usuarios
noun-member = Miembro
    .plural = Miembros
noun-invitation = Invitación
    .plural = Invitaciones
noun-role = Rol
    .plural = Roles
noun-permission = Permiso
    .plural = Permisos
noun-api_key = Clave de API
    .plural = Claves de API
noun-session = Sesión
    .plural = Sesiones
noun-conversation = Conversación
    .plural = Conversaciones
noun-task = Tarea
    .plural = Tareas
noun-schedule = Programación
    .plural = Programaciones
noun-template = Plantilla
    .plural = Plantillas
noun-plugin = Complemento
    .plural = Complementos
noun-integration = Integración
    .plural = Integraciones
noun-event = Evento
    .plural = Eventos
noun-webhook = Webhook
    .plural = Webhooks
noun-audit_record = Registro de auditoría
    .plural = Registros de auditoría
noun-budget = Presupuesto
    .plural = Presupuestos
noun-subscription = Suscripción
    .plural = Suscripciones
noun-runtime = Entorno de ejecución
    .plural = Entornos de ejecución
noun-token = Token
    .plural = Tokens
noun-version = Versión
    .plural = Versiones
noun-language = Idioma
    .plural = Idiomas
noun-currency = Moneda
    .plural = Monedas
noun-time_zone = Zona horaria
    .plural = Zonas horarias

## Roles of a member, by their name in the API.

role-viewer = Lector
role-auditor = Auditor
role-developer = Desarrollador
role-operator = Operador
role-admin = Administrador
role-owner = Propietario

## Statuses, by their name in the API.

status-draft = Borrador
status-active = Activo
status-paused = En pausa
status-stopped = Detenido
status-error = Con errores
status-maintenance = En mantenimiento
status-retired = Retirado
status-deleted = Eliminado
status-healthy = En buen estado
status-degraded = Con problemas
status-unhealthy = Fuera de servicio
status-pending = En espera
status-running = En curso
status-success = Correcto
status-failure = Fallido
status-cancelled = Cancelado

## How many there are.

count-agents = { $count ->
        [one] { $count } agente
        [many] { $count } de agentes
       *[other] { $count } agentes
    }
count-capabilities = { $count ->
        [one] { $count } capacidad
        [many] { $count } de capacidades
       *[other] { $count } capacidades
    }
count-interactions = { $count ->
        [one] { $count } interacción
        [many] { $count } de interacciones
       *[other] { $count } interacciones
    }
count-members = { $count ->
        [one] { $count } miembro
        [many] { $count } de miembros
       *[other] { $count } miembros
    }
count-tasks = { $count ->
        [one] { $count } tarea
        [many] { $count } de tareas
       *[other] { $count } tareas
    }
count-tokens = { $count ->
        [one] { $count } token
        [many] { $count } de tokens
       *[other] { $count } tokens
    }
count-results = { $count ->
        [one] { $count } resultado
        [many] { $count } de resultados
       *[other] { $count } resultados
    }
