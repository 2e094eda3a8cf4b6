## What went wrong, by the code of the error. The text says what to do; the title is the short form.

error-invalid = Parte dos dados não é válida. Corrija todos os erros indicados e envie-os novamente.
    .title = Dados inválidos
error-internal = Algo deu errado do nosso lado. Tente novamente mais tarde; se acontecer de novo, informe o ID da solicitação.
    .title = Erro interno

## Requests.

error-request-bad_json = O corpo não é um JSON válido: { $reason }. Corrija-o e envie-o novamente.
    .title = JSON malformado
error-request-bad_body = Não é possível ler o corpo: { $reason }. Verifique-o e envie-o novamente.
    .title = Corpo ilegível
error-request-bad_media_type = O corpo deve ser { $expected }. Envie-o nesse formato e indique-o no cabeçalho Content-Type.
    .title = Formato não aceito
error-request-bad_parameter = O parâmetro “{ $name }” está incorreto: { $reason }. Corrija-o e tente novamente.
    .title = Parâmetro inválido
error-request-body_too_large = O corpo é maior que { $max ->
        [one] { $max } byte
        [many] { $max } de bytes
       *[other] { $max } bytes
    }. Envie menos dados de cada vez.
    .title = Corpo grande demais
error-request-route_not_found = Não há nada em { $path }. Verifique o endereço.
    .title = Endereço não encontrado
error-request-method_not_allowed = { $path } não aceita { $method }. Use um dos métodos do cabeçalho Allow.
    .title = Método não permitido
error-request-timeout = A solicitação demorou mais de { $seconds ->
        [one] { $seconds } segundo
        [many] { $seconds } de segundos
       *[other] { $seconds } segundos
    }. Tente novamente ou peça menos de cada vez.
    .title = Tempo da solicitação esgotado
error-request-rate_limited = Houve solicitações demais. Aguarde { $seconds ->
        [one] { $seconds } segundo
        [many] { $seconds } de segundos
       *[other] { $seconds } segundos
    } e tente novamente.
    .title = Solicitações demais
error-request-precondition_failed = Houve uma alteração nesse meio-tempo: a versão atual é a { $actual }, não a { $expected }. Leia-a novamente e depois decida.
    .title = Alterado nesse meio-tempo
error-request-idempotency_key_reused = Este Idempotency-Key já foi usado em outra solicitação. Use um novo para cada nova solicitação.
    .title = Chave de idempotência repetida
error-request-idempotency_key_in_flight = Uma solicitação com este Idempotency-Key ainda está em execução. Aguarde um momento e pergunte novamente.
    .title = Solicitação ainda em execução
error-request-idempotency_answer_too_large = A solicitação com este Idempotency-Key foi executada, mas a resposta era grande demais para ser guardada. Verifique o que ela fez e não a envie de novo com outro.
    .title = Resposta não guardada
error-page-bad_cursor = O cursor não vem desta lista. Comece de novo sem cursor.
    .title = Cursor inválido

## Faults of a field.

error-value-required = Este campo é obrigatório.
    .title = Campo obrigatório
error-value-too_short = Este campo precisa de pelo menos { $min ->
        [one] { $min } caractere
        [many] { $min } de caracteres
       *[other] { $min } caracteres
    }.
    .title = Curto demais
error-value-too_long = Este campo pode ter no máximo { $max ->
        [one] { $max } caractere
        [many] { $max } de caracteres
       *[other] { $max } caracteres
    }.
    .title = Longo demais
error-value-too_many = Este campo pode ter no máximo { $max ->
        [one] { $max } item
        [many] { $max } de itens
       *[other] { $max } itens
    }.
    .title = Itens demais
error-value-out_of_range = Este campo deve estar entre { $min } e { $max }.
    .title = Fora do intervalo
error-value-wrong_type = Este campo é do tipo errado. Esperado: { $expected }.
    .title = Tipo errado
error-value-unknown_field = O campo “{ $name }” não existe. Campos possíveis: { $allowed }.
    .title = Campo desconhecido
error-value-not_one_of = Este campo deve ter um dos seguintes valores: { $allowed }.
    .title = Valor não permitido
error-value-bad_format = Este campo tem o formato errado. Esperado: { $expected }.
    .title = Formato errado
error-value-duplicate = Este valor aparece mais de uma vez. Remova a repetição.
    .title = Duplicado
error-value-bad_schema = Este campo não é um JSON Schema válido: { $reason }.
    .title = Esquema inválido
error-value-breaks_schema = Este campo não corresponde ao seu esquema: { $reason }.
    .title = Esquema não atendido
error-value-too_large = Este campo pode ocupar no máximo { $max ->
        [one] { $max } byte
        [many] { $max } de bytes
       *[other] { $max } bytes
    }.
    .title = Grande demais
error-value-bad_query = Não é possível ler esta consulta no caractere { $position }. Esperado ali: { $expected }.
    .title = Consulta ilegível
error-value-bad_table = Não é possível ler esta tabela: { $reason }.
    .title = Tabela ilegível
error-value-bad_message = Este texto não é uma mensagem válida. Linha { $line }: { $reason }.
    .title = Mensagem inválida
error-value-excludes = Este campo não pode ser combinado com “{ $other }”. Informe apenas um dos dois.
    .title = Campos incompatíveis
error-password-is_email = A senha não pode ser o endereço de e-mail. Escolha outra.
    .title = Senha igual ao e-mail
error-password-too_common = Esta senha é uma das primeiras que invasores tentam. Escolha outra.
    .title = Senha comum demais

## Sign-in and permissions.

error-auth-unauthenticated = Entre primeiro ou envie uma chave de API.
    .title = É necessário entrar
error-auth-bad_credentials = O endereço de e-mail ou a senha está incorreto. Verifique os dois e tente novamente.
    .title = Credenciais incorretas
error-auth-locked = Houve tentativas malsucedidas demais. Aguarde { $seconds ->
        [one] { $seconds } segundo
        [many] { $seconds } de segundos
       *[other] { $seconds } segundos
    } e tente novamente.
    .title = Tentativas malsucedidas demais
error-auth-token_invalid = O token não é válido. Entre novamente.
    .title = Token inválido
error-auth-token_expired = O token expirou. Renove-o ou entre novamente.
    .title = Token expirado
error-auth-token_reused = Este token de renovação já foi usado; por isso, todas as sessões originadas dele foram encerradas. Entre novamente.
    .title = Token já usado
error-auth-not_a_member = Você não é membro desta organização. Peça um convite a um administrador.
    .title = Você não é membro
error-auth-denied = Isto requer a permissão “{ $permission }”. Peça-a a um administrador.
    .title = Falta uma permissão
error-auth-superuser_needed = Somente um superusuário pode fazer isto. Fale com o operador do servidor.
    .title = Superusuário necessário

## Users, organizations and API keys.

error-user-email_taken = Já existe uma conta com este endereço de e-mail. Entre com ela.
    .title = E-mail já em uso
error-user-not_found = Não há nenhum usuário { $id } nesta organização. Verifique o ID.
    .title = Usuário não encontrado
error-organization-not_found = Não há nenhuma organização { $id }. Verifique o ID.
    .title = Organização não encontrada
error-invitation-not_found = O convite não existe, já foi usado, expirou ou é para outro endereço de e-mail. Peça um novo.
    .title = Convite inválido
error-member-last_owner = A organização ficaria sem proprietário. Torne antes outro membro proprietário.
    .title = Último proprietário
error-member-role_too_high = Você não pode conceder nem retirar a função “{ $role ->
        [viewer] { role-viewer }
        [auditor] { role-auditor }
        [developer] { role-developer }
        [operator] { role-operator }
        [admin] { role-admin }
        [owner] { role-owner }
       *[other] { $role }
    }”, pois ela está acima da sua. Fale com alguém que a tenha.
    .title = Função acima da sua
error-member-exists = Este usuário já é membro da organização.
    .title = Já é membro
error-api_key-not_found = Não há nenhuma chave de API { $id } nesta organização. Verifique o ID.
    .title = Chave de API não encontrada
error-api_key-ended = A chave de API “{ $name }” foi revogada ou expirou. Crie uma nova.
    .title = Chave de API não mais válida
error-api_key-too_wide = Você não tem a permissão “{ $permission }”, então sua chave de API também não pode tê-la. Retire-a ou peça-a a um administrador.
    .title = Permissões além das suas

## Agents.

error-agent-not_found = Não há nenhum agente { $id } nesta organização. Verifique o ID.
    .title = Agente não encontrado
error-agent-version_not_found = O agente { $id } não tem a versão { $version }. Escolha uma que exista.
    .title = Versão não encontrada
error-agent-not_active = O agente “{ $name }” não pode ser invocado enquanto seu status for “{ $status ->
        [draft] { status-draft }
        [paused] { status-paused }
        [stopped] { status-stopped }
        [error] { status-error }
        [maintenance] { status-maintenance }
        [retired] { status-retired }
       *[other] { $status }
    }”. Use um agente ativo ou ative este antes.
    .title = Agente não ativo
error-agent-deleted = O agente “{ $name }” está excluído. Restaure-o primeiro.
    .title = Agente excluído
error-agent-not_deleted = O agente “{ $name }” não está excluído, portanto não pode ser restaurado.
    .title = Agente não excluído
error-agent-bad_move = { $from ->
        [retired] Um agente com o status “retired” fica descontinuado para sempre. Crie um novo agente.
       *[other] Um agente com o status “{ $from }” não pode mudar para “{ $to }”. Possíveis: { $allowed }.
    }
    .title = Mudança de status impossível
error-agent-failed = O agente “{ $name }” falhou: { $reason }. Tente novamente ou avise o autor dele.
    .title = Falha do agente
error-agent-panicked = O agente “{ $name }” parou no meio do trabalho. Tente novamente ou avise o autor dele.
    .title = Agente parou inesperadamente
error-agent-bad_output = O agente “{ $name }” retornou algo que sua capacidade “{ $capability }” não prevê. Avise o autor dele.
    .title = Saída do agente inválida
error-agent-timeout = O agente “{ $name }” não respondeu em { $seconds ->
        [one] { $seconds } segundo
        [many] { $seconds } de segundos
       *[other] { $seconds } segundos
    }. Tente novamente ou dê mais tempo a ele.
    .title = Tempo do agente esgotado
error-agent-unhealthy = O agente “{ $name }” não está respondendo no momento. Tente novamente em { $seconds ->
        [one] { $seconds } segundo
        [many] { $seconds } de segundos
       *[other] { $seconds } segundos
    }.
    .title = Agente não responde
error-agent-busy = O agente “{ $name }” atingiu seu limite de { $limit ->
        [one] { $limit } chamada
        [many] { $limit } de chamadas
       *[other] { $limit } chamadas
    } ao mesmo tempo. Tente novamente em instantes.
    .title = Agente ocupado
error-agent-runtime_missing = O ambiente de execução “{ $runtime }” não existe neste servidor. Disponíveis: { $known }.
    .title = Falta o ambiente de execução
error-capability-not_offered = { $offered ->
        [none] A capacidade “{ $capability }” não é oferecida; no momento não há nenhuma. Ative um agente primeiro.
       *[other] A capacidade “{ $capability }” não é oferecida. Disponíveis: { $offered }.
    }
    .title = Capacidade não oferecida
error-routing-no_route = Nenhum agente pode atender à chamada de “{ $capability }” no momento: { $reasons }. Tente novamente em instantes.
    .title = Nenhum agente disponível
error-invocation-cancelled = Quem fez a chamada se desconectou antes de a resposta ficar pronta. Repita a chamada se ela ainda for necessária.
    .title = Chamada cancelada

## Records.

error-interaction-not_found = Não há nenhuma interação { $id } nesta organização. Verifique o ID.
    .title = Interação não encontrada
error-audit-not_found = Não há nenhum registro de auditoria { $id } nesta organização. Verifique o ID.
    .title = Registro de auditoria não encontrado
error-audit-head_not_found = Nenhum estado do registro de auditoria foi assinado no tamanho { $size }. Escolha um da lista.
    .title = Estado assinado não encontrado
error-audit-no_such_size = O registro de auditoria não pode ser provado no tamanho { $size }. Escolha um tamanho entre { $min } e { $max }.
    .title = Tamanho inexistente
error-audit-no_key = Este servidor não tem chave para assinar o registro de auditoria. Peça ao operador que configure uma.
    .title = Sem chave de assinatura
error-audit-log_changed = O registro de auditoria não é mais o que foi assinado no tamanho { $size }. Avise o operador do servidor imediatamente.
    .title = Registro de auditoria alterado
error-audit-query_too_wide = Esta consulta é ampla demais: depois de ler { $read } dos registros, até o número { $sequence }, a resposta não estava completa. Restrinja-a, por exemplo, por período.
    .title = Consulta ampla demais
error-audit-not_sealed = Este servidor não criptografa os dados pessoais do registro de auditoria, por isso não pode apagá-los. Peça ao operador que configure uma chave para isso.
    .title = Dados pessoais não podem ser apagados
error-audit-subject_not_found = No registro de auditoria desta organização não há dados criptografados desta pessoa. Verifique o ID ou o endereço de e-mail.
    .title = Nada a apagar
error-audit-too_many_tails = O limite de acompanhamentos abertos de registros de auditoria foi atingido: { $max }. Feche um ou tente novamente mais tarde.
    .title = Acompanhamentos demais
error-audit_view-not_found = Não há nenhuma visualização salva { $id } que você possa ver. Verifique o ID.
    .title = Visualização não encontrada
error-audit_retention-not_found = O registro de auditoria não tem política de retenção: as entradas são mantidas para sempre. Defina primeiro uma política.
    .title = Sem política de retenção
error-legal_hold-not_found = Não há nenhuma retenção legal { $id } em vigor nesta organização. Verifique o ID.
    .title = Retenção legal não encontrada
error-legal_hold-stands = Há uma retenção legal em vigor, por isso nada pode ser removido. Peça primeiro que seja suspensa.
    .title = Retenção legal em vigor
error-audit_export-not_found = Não há nenhuma exportação { $id } nesta organização. Verifique o ID.
    .title = Exportação não encontrada
error-audit_export-not_ready = A exportação { $id } não tem arquivo (estado: { $status ->
        [queued] na fila
        [running] em andamento
        [failed] com falha
       *[other] { $status }
    }). Consulte a exportação para ver o andamento ou por que falhou.
    .title = Exportação sem arquivo
error-audit_export-expired = O arquivo da exportação { $id } expirou e foi removido. Peça uma nova exportação.
    .title = Exportação expirada
error-audit_export-bad_range = O arquivo não tem a parte pedida (tamanho em bytes: { $bytes }). Peça uma parte dentro do arquivo.
    .title = Parte inexistente
error-audit_export-too_large = A exportação ficaria grande demais (tamanho em bytes: pelo menos { $bytes }, permitido: { $max }). Restrinja-a, por exemplo por período.
    .title = Exportação grande demais
error-audit_export-too_many_records = A exportação tem registros demais para este formato (permitidos: { $max }). Restrinja-a, por exemplo por período, ou escolha outro formato.
    .title = Registros demais
error-audit_export-too_many = A organização atingiu o limite de exportações (número: { $max }). Remova algumas primeiro.
    .title = Exportações demais
error-audit_export-no_room = Não há espaço para o arquivo desta exportação (tamanho em bytes: { $bytes }, livre: { $free }). Remova outras exportações ou peça mais espaço ao operador.
    .title = Sem espaço para a exportação
error-audit_export-storage_failed = Os arquivos das exportações não podem ser lidos nem gravados no momento. Tente mais tarde ou avise o operador do servidor.
    .title = Armazenamento indisponível
error-audit_export-not_offered = Este servidor não faz exportações no formato { $format }. Escolha outro formato.
    .title = Formato não oferecido
error-audit_export-no_font = Falta uma fonte a este servidor (sistema de escrita: { $script }). Peça ao operador que instale o pacote { $package }.
    .title = Fonte ausente

## Money.

error-money-unknown_currency = “{ $currency }” não é um código de moeda ISO 4217. Escreva três letras maiúsculas, por exemplo USD.
    .title = Moeda desconhecida
error-money-currency_mismatch = O valor está em { $found }, não em { $expected }. Converta-o primeiro.
    .title = Moeda incorreta
error-money-overflow = O resultado não cabe em 28 dígitos. Use valores menores ou arredonde-os.
    .title = Número grande demais
error-money-bad_decimal = “{ $text }” não é um número decimal. Escreva dígitos com um ponto, por exemplo 12.50.
    .title = Não é um número
error-money-unreadable = O texto não é um valor neste idioma: ele deixa de fazer sentido no caractere { $place }. Corrija-o ali.
    .title = Valor ilegível
error-money-no_currency = O texto não indica nenhuma moeda. Escreva-a junto do valor, por exemplo USD.
    .title = Moeda ausente
error-money-ambiguous_currency = “{ $text }” designa várias moedas. Escreva o código no lugar: { $currencies }.
    .title = Moeda ambígua
error-money-bad_locale = “{ $locale }” não é um código de idioma. Escreva um idioma e, se preciso, uma região, por exemplo pt-BR.
    .title = Código de idioma inválido
error-money-bad_rate = Uma taxa de câmbio de { $from } para { $to } não pode ser { $rate }. Ela deve ser maior que zero.
    .title = Taxa de câmbio inválida
error-money-rate_loop = Estas taxas de câmbio formam um círculo ({ $currencies }) e multiplicam por { $rate } no caminho. Corrija uma delas.
    .title = Taxas de câmbio contraditórias
error-money-no_rate = Não há taxa de câmbio de { $from } para { $to } em { $time }. Defina uma, ou uma por meio de outra moeda.
    .title = Taxa de câmbio ausente
error-money-stale_rate = A taxa de câmbio de { $from } para { $to } tem { $age } h; são permitidas no máximo { $allowed } h. Importe taxas novas ou permita taxas mais antigas.
    .title = Taxa de câmbio antiga demais
error-money-bad_rates_file = O arquivo de taxas de câmbio está danificado na linha { $line }: { $reason }. Nada foi importado. Baixe-o de novo.
    .title = Arquivo de taxas danificado
error-money-negative_ratio = A proporção { $place } é { $ratio }. As proporções não podem ser negativas.
    .title = Proporção negativa
error-money-zero_ratios = Todas as proporções são zero, então não há entre quem dividir. Informe pelo menos uma maior que zero.
    .title = Divisão por zero
error-money-too_many_decimals = { $amount } tem mais casas decimais que { $currency } ({ $allowed }). Arredonde o valor ou diga como ele deve ser arredondado.
    .title = Casas decimais demais
## Languages and messages.

error-language-not_found = Não há mensagens no idioma “{ $language }”. Disponíveis: { $known }.
    .title = Idioma indisponível
error-message-not_found = Não há nenhuma mensagem “{ $key }”. Verifique a chave.
    .title = Mensagem não encontrada
error-message_override-not_found = A organização não tem um texto personalizado para a mensagem “{ $key }” no idioma “{ $language }”.
    .title = Texto personalizado não encontrado
error-message_override-no_room = Os textos personalizados da organização atingiram o limite (quantidade: { $max }, tamanho total: { $size }). Remova alguns antes.
    .title = Sem espaço para mais textos personalizados

## The server and its database.

error-journal-full = Há mais chamadas à espera de registro do que cabem. Tente novamente em instantes.
    .title = Servidor sobrecarregado
error-server-full = Há mais conexões abertas do que o servidor aceita. Tente novamente em instantes.
    .title = Conexões demais
error-hub-shutting_down = O servidor está sendo desligado. Tente novamente mais tarde.
    .title = Servidor sendo desligado
error-store-unavailable = O banco de dados está inacessível ou não consegue gravar. Tente novamente mais tarde.
    .title = Banco de dados indisponível
error-store-conflict = Isto já existe ou há algo que faz referência a ele. Verifique o que existe e tente novamente.
    .title = Conflito no banco de dados
error-store-corrupt = O banco de dados contém algo que esta versão não gravou: { $what }. Avise o operador do servidor.
    .title = Dados danificados
error-store-too_new = O banco de dados está no esquema { $found }, mais novo que o esquema { $known } desta versão. Inicie a versão mais nova.
    .title = Banco de dados novo demais
error-store-not_migrated = O banco de dados está no esquema { $found } de { $known }. Execute as migrações.
    .title = Migrações pendentes
