## What went wrong, by the code of the error. The text says what to do; the title is the short form.

error-invalid = Parte de los datos no es válida. Corrige todos los errores indicados y vuelve a enviarlos.
    .title = Datos no válidos
error-internal = Algo ha fallado por nuestra parte. Inténtalo más tarde; si vuelve a ocurrir, comunica el ID de la solicitud.
    .title = Error interno

## Requests.

error-request-bad_json = El cuerpo no es JSON válido: { $reason }. Corrígelo y vuelve a enviarlo.
    .title = JSON mal formado
error-request-bad_body = No se puede leer el cuerpo: { $reason }. Revísalo y vuelve a enviarlo.
    .title = Cuerpo ilegible
error-request-bad_media_type = El cuerpo debe ser { $expected }. Envíalo en este formato e indícalo en el encabezado Content-Type.
    .title = Formato no admitido
error-request-bad_parameter = El parámetro «{ $name }» es incorrecto: { $reason }. Corrígelo y vuelve a intentarlo.
    .title = Parámetro no válido
error-request-body_too_large = El cuerpo supera { $max ->
        [one] { $max } byte
        [many] { $max } de bytes
       *[other] { $max } bytes
    }. Envía menos datos a la vez.
    .title = Cuerpo demasiado grande
error-request-route_not_found = No hay nada en { $path }. Comprueba la dirección.
    .title = Dirección no encontrada
error-request-method_not_allowed = { $path } no admite { $method }. Usa uno de los métodos del encabezado Allow.
    .title = Método no permitido
error-request-timeout = La solicitud tardó más de { $seconds ->
        [one] { $seconds } segundo
        [many] { $seconds } de segundos
       *[other] { $seconds } segundos
    }. Vuelve a intentarlo o pide menos a la vez.
    .title = Tiempo de espera agotado
error-request-rate_limited = Hay demasiadas solicitudes. Espera { $seconds ->
        [one] { $seconds } segundo
        [many] { $seconds } de segundos
       *[other] { $seconds } segundos
    } y vuelve a intentarlo.
    .title = Demasiadas solicitudes
error-request-precondition_failed = Hubo cambios entretanto: la versión actual es la { $actual }, no la { $expected }. Vuelve a leerla y decide después.
    .title = Modificado entretanto
error-request-idempotency_key_reused = Este Idempotency-Key ya se usó para otra solicitud. Usa uno nuevo para cada solicitud nueva.
    .title = Clave de idempotencia repetida
error-request-idempotency_key_in_flight = Una solicitud con este Idempotency-Key sigue en curso. Espera un momento y vuelve a preguntar.
    .title = Solicitud aún en curso
error-request-idempotency_answer_too_large = La solicitud con este Idempotency-Key se llevó a cabo, pero su respuesta era demasiado grande para guardarla. Comprueba qué hizo y no la envíes de nuevo con otro.
    .title = Respuesta no guardada
error-page-bad_cursor = El cursor no procede de esta lista. Empieza de nuevo sin cursor.
    .title = Cursor no válido

## Faults of a field.

error-value-required = Este campo es obligatorio.
    .title = Campo obligatorio
error-value-too_short = Este campo necesita al menos { $min ->
        [one] { $min } carácter
        [many] { $min } de caracteres
       *[other] { $min } caracteres
    }.
    .title = Demasiado corto
error-value-too_long = Este campo puede tener como máximo { $max ->
        [one] { $max } carácter
        [many] { $max } de caracteres
       *[other] { $max } caracteres
    }.
    .title = Demasiado largo
error-value-too_many = Este campo puede tener como máximo { $max ->
        [one] { $max } elemento
        [many] { $max } de elementos
       *[other] { $max } elementos
    }.
    .title = Demasiados elementos
error-value-out_of_range = Este campo debe estar entre { $min } y { $max }.
    .title = Fuera de rango
error-value-wrong_type = Este campo es de un tipo incorrecto. Se esperaba: { $expected }.
    .title = Tipo incorrecto
error-value-unknown_field = El campo «{ $name }» no existe. Campos posibles: { $allowed }.
    .title = Campo desconocido
error-value-not_one_of = Este campo debe ser uno de los siguientes: { $allowed }.
    .title = Valor no permitido
error-value-bad_format = Este campo tiene un formato incorrecto. Se esperaba: { $expected }.
    .title = Formato incorrecto
error-value-duplicate = Este valor aparece más de una vez. Elimina la repetición.
    .title = Duplicado
error-value-bad_schema = Este campo no es un JSON Schema válido: { $reason }.
    .title = Esquema no válido
error-value-breaks_schema = Este campo no cumple su esquema: { $reason }.
    .title = Esquema incumplido
error-value-too_large = Este campo puede ocupar como máximo { $max ->
        [one] { $max } byte
        [many] { $max } de bytes
       *[other] { $max } bytes
    }.
    .title = Demasiado grande
error-value-bad_query = No se puede leer esta consulta en el carácter { $position }. Ahí se esperaba: { $expected }.
    .title = Consulta ilegible
error-value-bad_table = No se puede leer esta tabla: { $reason }.
    .title = Tabla ilegible
error-value-bad_message = Este texto no es un mensaje válido. Línea { $line }: { $reason }.
    .title = Mensaje no válido
error-value-excludes = Este campo no se puede combinar con «{ $other }». Indica solo uno de los dos.
    .title = Campos incompatibles
error-password-is_email = La contraseña no puede ser el correo electrónico. Elige otra.
    .title = Contraseña igual al correo
error-password-too_common = Esta contraseña es de las primeras que prueban los atacantes. Elige otra.
    .title = Contraseña demasiado común

## Sign-in and permissions.

error-auth-unauthenticated = Primero inicia sesión o envía una clave de API.
    .title = Inicio de sesión necesario
error-auth-bad_credentials = El correo electrónico o la contraseña no son correctos. Comprueba ambos y vuelve a intentarlo.
    .title = Credenciales incorrectas
error-auth-locked = Hubo demasiados intentos fallidos. Espera { $seconds ->
        [one] { $seconds } segundo
        [many] { $seconds } de segundos
       *[other] { $seconds } segundos
    } y vuelve a intentarlo.
    .title = Demasiados intentos fallidos
error-auth-token_invalid = El token no es válido. Vuelve a iniciar sesión.
    .title = Token no válido
error-auth-token_expired = El token ha caducado. Renuévalo o vuelve a iniciar sesión.
    .title = Token caducado
error-auth-token_reused = Este token de renovación ya se usó, por lo que se cerraron todas las sesiones derivadas de él. Vuelve a iniciar sesión.
    .title = Token ya utilizado
error-auth-not_a_member = No eres miembro de esta organización. Pide a un administrador que te invite.
    .title = No eres miembro
error-auth-denied = Para esto se necesita el permiso «{ $permission }». Pídelo a un administrador.
    .title = Falta un permiso
error-auth-superuser_needed = Solo un superusuario puede hacer esto. Contacta con el operador del servidor.
    .title = Se necesita un superusuario

## Users, organizations and API keys.

error-user-email_taken = Ya existe una cuenta con este correo electrónico. Inicia sesión con ella.
    .title = Correo electrónico en uso
error-user-not_found = No hay ningún usuario { $id } en esta organización. Comprueba el ID.
    .title = Usuario no encontrado
error-organization-not_found = No hay ninguna organización { $id }. Comprueba el ID.
    .title = Organización no encontrada
error-invitation-not_found = La invitación no existe, ya se usó, ha caducado o es para otro correo electrónico. Pide una nueva.
    .title = Invitación no válida
error-member-last_owner = La organización se quedaría sin propietario. Nombra antes propietario a otro miembro.
    .title = Último propietario
error-member-role_too_high = No puedes conceder ni retirar el rol «{ $role ->
        [viewer] { role-viewer }
        [auditor] { role-auditor }
        [developer] { role-developer }
        [operator] { role-operator }
        [admin] { role-admin }
        [owner] { role-owner }
       *[other] { $role }
    }», porque está por encima del tuyo. Pídelo a alguien que lo tenga.
    .title = Rol superior al tuyo
error-member-exists = Este usuario ya es miembro de la organización.
    .title = Ya es miembro
error-api_key-not_found = No hay ninguna clave de API { $id } en esta organización. Comprueba el ID.
    .title = Clave de API no encontrada
error-api_key-ended = La clave de API «{ $name }» se revocó o ha caducado. Crea una nueva.
    .title = Clave de API ya no válida
error-api_key-too_wide = No tienes el permiso «{ $permission }», así que tu clave de API tampoco puede tenerlo. Quítalo o pídelo a un administrador.
    .title = Permisos superiores a los tuyos

## Agents.

error-agent-not_found = No hay ningún agente { $id } en esta organización. Comprueba el ID.
    .title = Agente no encontrado
error-agent-version_not_found = El agente { $id } no tiene la versión { $version }. Elige una que exista.
    .title = Versión no encontrada
error-agent-not_active = No se puede invocar el agente «{ $name }» mientras su estado sea «{ $status ->
        [draft] { status-draft }
        [paused] { status-paused }
        [stopped] { status-stopped }
        [error] { status-error }
        [maintenance] { status-maintenance }
        [retired] { status-retired }
       *[other] { $status }
    }». Usa un agente activo o activa antes este.
    .title = Agente no activo
error-agent-deleted = El agente «{ $name }» está eliminado. Restáuralo primero.
    .title = Agente eliminado
error-agent-not_deleted = El agente «{ $name }» no está eliminado, así que no se puede restaurar.
    .title = Agente no eliminado
error-agent-bad_move = { $from ->
        [retired] Un agente con el estado «retired» queda retirado para siempre. Crea un agente nuevo.
       *[other] Un agente con el estado «{ $from }» no puede pasar a «{ $to }». Posibles: { $allowed }.
    }
    .title = Cambio de estado imposible
error-agent-failed = El agente «{ $name }» ha fallado: { $reason }. Vuelve a intentarlo o avisa a su autor.
    .title = Fallo del agente
error-agent-panicked = El agente «{ $name }» se detuvo en mitad de su trabajo. Vuelve a intentarlo o avisa a su autor.
    .title = Agente detenido inesperadamente
error-agent-bad_output = El agente «{ $name }» devolvió algo que su capacidad «{ $capability }» no contempla. Avisa a su autor.
    .title = Salida del agente no válida
error-agent-timeout = El agente «{ $name }» no respondió en { $seconds ->
        [one] { $seconds } segundo
        [many] { $seconds } de segundos
       *[other] { $seconds } segundos
    }. Vuelve a intentarlo o dale más tiempo.
    .title = El agente tardó demasiado
error-agent-unhealthy = El agente «{ $name }» no responde en este momento. Vuelve a intentarlo en { $seconds ->
        [one] { $seconds } segundo
        [many] { $seconds } de segundos
       *[other] { $seconds } segundos
    }.
    .title = El agente no responde
error-agent-busy = El agente «{ $name }» ha alcanzado su límite de { $limit ->
        [one] { $limit } llamada
        [many] { $limit } de llamadas
       *[other] { $limit } llamadas
    } a la vez. Vuelve a intentarlo en un momento.
    .title = Agente ocupado
error-agent-runtime_missing = El entorno de ejecución «{ $runtime }» no existe en este servidor. Disponibles: { $known }.
    .title = Falta el entorno de ejecución
error-capability-not_offered = { $offered ->
        [none] La capacidad «{ $capability }» no se ofrece; ahora mismo no hay ninguna. Activa antes un agente.
       *[other] La capacidad «{ $capability }» no se ofrece. Disponibles: { $offered }.
    }
    .title = Capacidad no ofrecida
error-routing-no_route = Ningún agente puede atender ahora la llamada a «{ $capability }»: { $reasons }. Vuelve a intentarlo en un momento.
    .title = Ningún agente disponible
error-invocation-cancelled = Quien hizo la llamada se desconectó antes de que la respuesta estuviera lista. Repite la llamada si aún hace falta.
    .title = Llamada cancelada

## Records.

error-interaction-not_found = No hay ninguna interacción { $id } en esta organización. Comprueba el ID.
    .title = Interacción no encontrada
error-audit-not_found = No hay ningún registro de auditoría { $id } en esta organización. Comprueba el ID.
    .title = Registro de auditoría no encontrado
error-audit-head_not_found = No se firmó ningún estado del registro de auditoría con el tamaño { $size }. Elige uno de la lista.
    .title = Estado firmado no encontrado
error-audit-no_such_size = El registro de auditoría no se puede probar con el tamaño { $size }. Elige un tamaño entre { $min } y { $max }.
    .title = Tamaño inexistente
error-audit-no_key = Este servidor no tiene clave para firmar el registro de auditoría. Pide a su operador que configure una.
    .title = Sin clave de firma
error-audit-log_changed = El registro de auditoría ya no es el que se firmó con el tamaño { $size }. Avisa de inmediato al operador del servidor.
    .title = Registro de auditoría alterado
error-audit-query_too_wide = Esta consulta es demasiado amplia: tras leer { $read } de los registros, hasta el número { $sequence }, la respuesta no estaba completa. Acótala, por ejemplo por fecha.
    .title = Consulta demasiado amplia
error-audit-not_sealed = Este servidor no cifra los datos personales del registro de auditoría, así que no puede borrarlos. Pide a su operador que configure una clave para ello.
    .title = No se pueden borrar datos personales
error-audit-subject_not_found = En el registro de auditoría de esta organización no hay datos cifrados de esta persona. Comprueba el ID o la dirección de correo.
    .title = Nada que borrar
error-audit-too_many_tails = Se ha alcanzado el límite de seguimientos abiertos de registros de auditoría: { $max }. Cierra uno o vuelve a intentarlo más tarde.
    .title = Demasiados seguimientos
error-audit_view-not_found = No hay ninguna vista guardada { $id } que puedas ver. Comprueba el ID.
    .title = Vista no encontrada
error-audit_retention-not_found = El registro de auditoría no tiene política de retención: sus entradas se conservan para siempre. Define primero una política.
    .title = Sin política de retención
error-legal_hold-not_found = No hay ninguna retención legal { $id } vigente en esta organización. Comprueba el ID.
    .title = Retención legal no encontrada
error-legal_hold-stands = Hay una retención legal vigente, así que no se puede eliminar nada. Pide primero que se levante.
    .title = Retención legal vigente
error-audit_export-not_found = No hay ninguna exportación { $id } en esta organización. Comprueba el ID.
    .title = Exportación no encontrada
error-audit_export-not_ready = La exportación { $id } no tiene archivo (estado: { $status ->
        [queued] en cola
        [running] en curso
        [failed] fallida
       *[other] { $status }
    }). Consulta la exportación para ver su progreso o por qué falló.
    .title = La exportación no tiene archivo
error-audit_export-expired = El archivo de la exportación { $id } caducó y se eliminó. Pide una nueva exportación.
    .title = Exportación caducada
error-audit_export-bad_range = El archivo no tiene la parte que pediste (tamaño en bytes: { $bytes }). Pide una parte que esté dentro del archivo.
    .title = Parte inexistente
error-audit_export-too_large = La exportación sería demasiado grande (tamaño en bytes: al menos { $bytes }, permitido: { $max }). Acótala, por ejemplo por tiempo.
    .title = Exportación demasiado grande
error-audit_export-too_many_records = La exportación tiene demasiados registros para este formato (permitidos: { $max }). Acótala, por ejemplo por tiempo, o elige otro formato.
    .title = Demasiados registros
error-audit_export-too_many = La organización alcanzó su límite de exportaciones (número: { $max }). Elimina algunas primero.
    .title = Demasiadas exportaciones
error-audit_export-no_room = No hay espacio para el archivo de esta exportación (tamaño en bytes: { $bytes }, libre: { $free }). Elimina otras exportaciones o pide más espacio al operador.
    .title = Sin espacio para la exportación
error-audit_export-storage_failed = Los archivos de las exportaciones no se pueden leer ni escribir en este momento. Inténtalo más tarde o avisa al operador del servidor.
    .title = Almacenamiento no disponible
error-audit_export-not_offered = Este servidor no hace exportaciones en el formato { $format }. Elige otro formato.
    .title = Formato no disponible
error-audit_export-no_font = A este servidor le falta una fuente (sistema de escritura: { $script }). Pide a su operador que instale el paquete { $package }.
    .title = Falta una fuente

## Money.

error-money-unknown_currency = «{ $currency }» no es un código de moneda ISO 4217. Escribe tres letras mayúsculas, por ejemplo USD.
    .title = Moneda desconocida
error-money-currency_mismatch = El importe está en { $found }, no en { $expected }. Conviértelo primero.
    .title = Moneda incorrecta
error-money-overflow = El resultado no cabe en 28 cifras. Usa importes más pequeños o redondéalos.
    .title = Número demasiado grande
error-money-bad_decimal = «{ $text }» no es un número decimal. Escribe cifras con un punto, por ejemplo 12.50.
    .title = No es un número
error-money-unreadable = El texto no es un importe en este idioma: deja de tener sentido en el carácter { $place }. Corrígelo ahí.
    .title = Importe ilegible
error-money-no_currency = El texto no indica ninguna moneda. Escríbela junto al importe, por ejemplo USD.
    .title = Falta la moneda
error-money-ambiguous_currency = «{ $text }» designa varias monedas. Escribe el código en su lugar: { $currencies }.
    .title = Moneda ambigua
error-money-bad_locale = «{ $locale }» no es un código de idioma. Escribe un idioma y, si hace falta, una región, por ejemplo pt-BR.
    .title = Código de idioma no válido
error-money-bad_rate = Un tipo de cambio de { $from } a { $to } no puede ser { $rate }. Debe ser mayor que cero.
    .title = Tipo de cambio no válido
error-money-rate_loop = Estos tipos de cambio forman un círculo ({ $currencies }) y multiplican por { $rate } en el camino. Corrige uno de ellos.
    .title = Tipos de cambio contradictorios
error-money-no_rate = No hay ningún tipo de cambio de { $from } a { $to } para { $time }. Define uno, o uno a través de otra moneda.
    .title = Falta el tipo de cambio
error-money-stale_rate = El tipo de cambio de { $from } a { $to } tiene { $age } h; se permiten como máximo { $allowed } h. Importa tipos nuevos o permite otros más antiguos.
    .title = Tipo de cambio demasiado antiguo
error-money-bad_rates_file = El archivo de tipos de cambio está dañado en la línea { $line }: { $reason }. No se ha importado nada. Descárgalo de nuevo.
    .title = Archivo de tipos dañado
error-money-negative_ratio = La proporción { $place } es { $ratio }. Las proporciones no pueden ser negativas.
    .title = Proporción negativa
error-money-zero_ratios = Todas las proporciones son cero, así que no hay entre quién repartir. Indica al menos una mayor que cero.
    .title = División por cero
error-money-too_many_decimals = { $amount } tiene más decimales que { $currency } ({ $allowed }). Redondéalo o indica cómo se debe redondear.
    .title = Demasiados decimales
## Languages and messages.

error-language-not_found = No hay mensajes en el idioma «{ $language }». Disponibles: { $known }.
    .title = Idioma no disponible
error-message-not_found = No hay ningún mensaje «{ $key }». Comprueba la clave.
    .title = Mensaje no encontrado
error-message_override-not_found = La organización no tiene un texto personalizado para el mensaje «{ $key }» en el idioma «{ $language }».
    .title = Texto personalizado no encontrado
error-message_override-no_room = Los textos personalizados de la organización han alcanzado su límite (número: { $max }, tamaño total: { $size }). Elimina antes algunos.
    .title = Sin espacio para más textos personalizados

## The server and its database.

error-journal-full = Hay más llamadas pendientes de registrar de las que caben. Vuelve a intentarlo en un momento.
    .title = Servidor sobrecargado
error-server-full = Hay más conexiones abiertas de las que admite el servidor. Vuelve a intentarlo en un momento.
    .title = Demasiadas conexiones
error-hub-shutting_down = El servidor se está apagando. Inténtalo más tarde.
    .title = Servidor apagándose
error-store-unavailable = No se puede acceder a la base de datos o no puede escribir. Inténtalo más tarde.
    .title = Base de datos no disponible
error-store-conflict = Esto ya existe o hay algo más que hace referencia a ello. Comprueba lo que hay y vuelve a intentarlo.
    .title = Conflicto en la base de datos
error-store-corrupt = La base de datos contiene algo que esta versión no escribió: { $what }. Avisa al operador del servidor.
    .title = Datos dañados
error-store-too_new = La base de datos tiene el esquema { $found }, más reciente que el esquema { $known } de esta versión. Inicia la versión más reciente.
    .title = Base de datos demasiado reciente
error-store-not_migrated = La base de datos tiene el esquema { $found } de { $known }. Ejecuta las migraciones.
    .title = Migraciones pendientes
