## The audit log on pages.

audit_report-title = Registro de auditoría
audit_report-page = Página { $page } de { $pages }
audit_report-records = Registros
audit_report-filter = Filtro
audit_report-everything = todos los registros
audit_report-numbers = Números de secuencia
audit_report-size = Tamaño del registro firmado
audit_report-root = Hash raíz
audit_report-asked_by = Solicitado por
audit_report-made = Creado
audit_report-number = N.º
audit_report-time = Hora
audit_report-actor = Quién
audit_report-action = Acción
audit_report-thing = Qué
audit_report-outcome = Resultado
audit_report-changes = Cambios
audit_report-withheld = no mostrado
audit_report-erased = borrado
audit_report-unreadable = ilegible

## Kinds of actors, by their name in the API.

actor-human = Persona
actor-ai_agent = Agente de IA
actor-api_key = Clave de API
actor-automation = Automatización
actor-plugin = Complemento
actor-system = Sistema

## How much a record matters, by its name in the API.

severity-info = Información
severity-warning = Advertencia
severity-critical = Crítico
