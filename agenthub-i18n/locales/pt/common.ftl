## What a reader is greeted with.

user-welcome = Boas-vindas, { $name }!
user-hello = Olá, { $name }
user-last_seen = Última visita: { DATETIME($at, dateStyle: "medium") }
message-unavailable = Este texto não está disponível.

## Words on buttons and in tables.

common-yes = Sim
common-no = Não
common-ok = OK
common-cancel = Cancelar
common-save = Salvar
common-create = Criar
common-edit = Editar
common-delete = Excluir
common-restore = Restaurar
common-search = Pesquisar
common-close = Fechar
common-back = Voltar
common-next = Avançar
common-retry = Tentar novamente
common-loading = Carregando…
common-sign_in = Entrar
common-sign_out = Sair
common-all = Tudo
common-none = Nenhum
common-unknown = Desconhecido

## The nouns of the product; they are the glossary.

noun-agent = Agente
    .plural = Agentes
noun-capability = Capacidade
    .plural = Capacidades
noun-interaction = Interação
    .plural = Interações
noun-organization = Organização
    .plural = Organizações
noun-user = Usuário
    .plural = Usuários
noun-member = Membro
    .plural = Membros
noun-invitation = Convite
    .plural = Convites
noun-role = Função
    .plural = Funções
noun-permission = Permissão
    .plural = Permissões
noun-api_key = Chave de API
    .plural = Chaves de API
noun-session = Sessão
    .plural = Sessões
noun-conversation = Conversa
    .plural = Conversas
noun-task = Tarefa
    .plural = Tarefas
noun-schedule = Agendamento
    .plural = Agendamentos
noun-template = Modelo
    .plural = Modelos
noun-plugin = Plugin
    .plural = Plugins
noun-integration = Integração
    .plural = Integrações
noun-event = Evento
    .plural = Eventos
noun-webhook = Webhook
    .plural = Webhooks
noun-audit_record = Registro de auditoria
    .plural = Registros de auditoria
noun-budget = Orçamento
    .plural = Orçamentos
noun-subscription = Assinatura
    .plural = Assinaturas
noun-runtime = Ambiente de execução
    .plural = Ambientes de execução
noun-token = Token
    .plural = Tokens
noun-version = Versão
    .plural = Versões
noun-language = Idioma
    .plural = Idiomas
noun-currency = Moeda
    .plural = Moedas
noun-time_zone = Fuso horário
    .plural = Fusos horários

## Roles of a member, by their name in the API.

role-viewer = Leitor
role-auditor = Auditor
role-developer = Desenvolvedor
role-operator = Operador
role-admin = Administrador
role-owner = Proprietário

## Statuses, by their name in the API.

status-draft = Rascunho
status-active = Ativo
status-paused = Em pausa
status-stopped = Parado
status-error = Com erro
status-maintenance = Em manutenção
status-retired = Descontinuado
status-deleted = Excluído
status-healthy = Íntegro
status-degraded = Degradado
status-unhealthy = Indisponível
status-pending = Aguardando
status-running = Em execução
status-success = Concluído
status-failure = Com falha
status-cancelled = Cancelado

## How many there are.

count-agents = { $count ->
        [one] { $count } agente
        [many] { $count } de agentes
       *[other] { $count } agentes
    }
count-capabilities = { $count ->
        [one] { $count } capacidade
        [many] { $count } de capacidades
       *[other] { $count } capacidades
    }
count-interactions = { $count ->
        [one] { $count } interação
        [many] { $count } de interações
       *[other] { $count } interações
    }
count-members = { $count ->
        [one] { $count } membro
        [many] { $count } de membros
       *[other] { $count } membros
    }
count-tasks = { $count ->
        [one] { $count } tarefa
        [many] { $count } de tarefas
       *[other] { $count } tarefas
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
