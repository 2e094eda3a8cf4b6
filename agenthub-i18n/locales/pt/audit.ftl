## The audit log on pages.

audit_report-title = Registro de auditoria
audit_report-page = Página { $page } de { $pages }
audit_report-records = Registros
audit_report-filter = Filtro
audit_report-everything = todos os registros
audit_report-numbers = Números de sequência
audit_report-size = Tamanho do registro assinado
audit_report-root = Hash raiz
audit_report-asked_by = Solicitado por
audit_report-made = Criado em
audit_report-number = N.º
audit_report-time = Hora
audit_report-actor = Quem
audit_report-action = Ação
audit_report-thing = O quê
audit_report-outcome = Resultado
audit_report-changes = Alterações
audit_report-withheld = não mostrado
audit_report-erased = apagado
audit_report-unreadable = ilegível

## Kinds of actors, by their name in the API.

actor-human = Pessoa
actor-ai_agent = Agente de IA
actor-api_key = Chave de API
actor-automation = Automação
actor-plugin = Plugin
actor-system = Sistema

## How much a record matters, by its name in the API.

severity-info = Informação
severity-warning = Aviso
severity-critical = Crítico
