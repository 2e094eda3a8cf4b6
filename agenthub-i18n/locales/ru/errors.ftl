## What went wrong, by the code of the error. The text says what to do; the title is the short form.

error-invalid = Часть данных некорректна. Исправьте все перечисленные ошибки и отправьте данные снова.
    .title = Некорректные данные
error-internal = Произошла ошибка на нашей стороне. Повторите попытку позже; если ошибка повторится, сообщите идентификатор запроса.
    .title = Внутренняя ошибка

## Requests.

error-request-bad_json = Тело запроса не является корректным JSON: { $reason }. Исправьте его и отправьте снова.
    .title = Некорректный JSON
error-request-bad_body = Не удаётся прочитать тело запроса: { $reason }. Проверьте его и отправьте снова.
    .title = Тело запроса не читается
error-request-bad_media_type = Тело запроса должно быть в формате { $expected }. Отправьте его в этом формате и укажите формат в заголовке Content-Type.
    .title = Формат не поддерживается
error-request-bad_parameter = Неверный параметр «{ $name }»: { $reason }. Исправьте его и повторите попытку.
    .title = Неверный параметр
error-request-body_too_large = Тело запроса больше { $max ->
        [one] { $max } байта
        [few] { $max } байт
        [many] { $max } байт
       *[other] { $max } байта
    }. Отправляйте меньше данных за один раз.
    .title = Слишком большое тело запроса
error-request-route_not_found = По адресу { $path } ничего нет. Проверьте адрес.
    .title = Адрес не найден
error-request-method_not_allowed = { $path } не поддерживает { $method }. Используйте один из методов, указанных в заголовке Allow.
    .title = Метод не поддерживается
error-request-timeout = Запрос выполнялся дольше { $seconds ->
        [one] { $seconds } секунды
        [few] { $seconds } секунд
        [many] { $seconds } секунд
       *[other] { $seconds } секунды
    }. Повторите попытку или запросите меньше данных.
    .title = Время запроса истекло
error-request-rate_limited = Слишком много запросов. Подождите { $seconds ->
        [one] { $seconds } секунду
        [few] { $seconds } секунды
        [many] { $seconds } секунд
       *[other] { $seconds } секунды
    } и повторите попытку.
    .title = Слишком много запросов
error-request-precondition_failed = Данные успели измениться: текущая версия — { $actual }, а не { $expected }. Прочитайте их снова и примите решение.
    .title = Данные успели измениться
error-request-idempotency_key_reused = Этот Idempotency-Key уже использован для другого запроса. Для каждого нового запроса используйте новый.
    .title = Ключ идемпотентности уже использован
error-request-idempotency_key_in_flight = Запрос с этим Idempotency-Key ещё выполняется. Подождите немного и повторите запрос.
    .title = Запрос ещё выполняется
error-page-bad_cursor = Этот курсор получен не из этого списка. Начните сначала, без курсора.
    .title = Неверный курсор

## Faults of a field.

error-value-required = Это поле обязательно.
    .title = Обязательное поле
error-value-too_short = В этом поле должно быть не менее { $min ->
        [one] { $min } символа
        [few] { $min } символов
        [many] { $min } символов
       *[other] { $min } символа
    }.
    .title = Слишком коротко
error-value-too_long = В этом поле должно быть не более { $max ->
        [one] { $max } символа
        [few] { $max } символов
        [many] { $max } символов
       *[other] { $max } символа
    }.
    .title = Слишком длинно
error-value-too_many = В этом поле должно быть не более { $max ->
        [one] { $max } элемента
        [few] { $max } элементов
        [many] { $max } элементов
       *[other] { $max } элемента
    }.
    .title = Слишком много элементов
error-value-out_of_range = Значение этого поля должно быть от { $min } до { $max }.
    .title = Вне допустимого диапазона
error-value-wrong_type = У этого поля неверный тип. Ожидается: { $expected }.
    .title = Неверный тип
error-value-unknown_field = Поле «{ $name }» неизвестно. Известные поля: { $allowed }.
    .title = Неизвестное поле
error-value-not_one_of = Это поле должно иметь одно из следующих значений: { $allowed }.
    .title = Недопустимое значение
error-value-bad_format = У этого поля неверный формат. Ожидается: { $expected }.
    .title = Неверный формат
error-value-duplicate = Это значение указано несколько раз. Удалите повтор.
    .title = Повтор
error-value-bad_schema = Это поле не является корректной схемой JSON Schema: { $reason }.
    .title = Некорректная схема
error-value-breaks_schema = Это поле не соответствует своей схеме: { $reason }.
    .title = Несоответствие схеме
error-value-too_large = Это поле должно занимать не более { $max ->
        [one] { $max } байта
        [few] { $max } байт
        [many] { $max } байт
       *[other] { $max } байта
    }.
    .title = Слишком большой размер
error-value-bad_query = Не удаётся прочитать запрос на символе { $position }. Там ожидается: { $expected }.
    .title = Запрос не читается
error-value-bad_table = Не удаётся прочитать эту таблицу: { $reason }.
    .title = Таблица не читается
error-value-excludes = Это поле нельзя указывать вместе с «{ $other }». Оставьте только одно из них.
    .title = Несовместимые поля
error-password-is_email = Пароль не должен совпадать с адресом электронной почты. Выберите другой.
    .title = Пароль совпадает с адресом
error-password-too_common = Этот пароль злоумышленники пробуют одним из первых. Выберите другой.
    .title = Слишком распространённый пароль

## Sign-in and permissions.

error-auth-unauthenticated = Сначала войдите или отправьте ключ API.
    .title = Требуется вход
error-auth-bad_credentials = Неверный адрес электронной почты или пароль. Проверьте их и повторите попытку.
    .title = Неверные учётные данные
error-auth-locked = Слишком много неудачных попыток. Подождите { $seconds ->
        [one] { $seconds } секунду
        [few] { $seconds } секунды
        [many] { $seconds } секунд
       *[other] { $seconds } секунды
    } и повторите попытку.
    .title = Слишком много неудачных попыток
error-auth-token_invalid = Токен недействителен. Войдите снова.
    .title = Недействительный токен
error-auth-token_expired = Срок действия токена истёк. Обновите его или войдите снова.
    .title = Срок токена истёк
error-auth-token_reused = Этот токен обновления уже был использован, поэтому все связанные с ним сеансы завершены. Войдите снова.
    .title = Токен уже использован
error-auth-not_a_member = Вы не участник этой организации. Попросите администратора пригласить вас.
    .title = Вы не участник
error-auth-denied = Для этого нужно разрешение «{ $permission }». Обратитесь за ним к администратору.
    .title = Нет разрешения
error-auth-superuser_needed = Это может сделать только суперпользователь. Обратитесь к оператору сервера.
    .title = Нужен суперпользователь

## Users, organizations and API keys.

error-user-email_taken = Учётная запись с этим адресом электронной почты уже существует. Войдите в неё.
    .title = Адрес уже занят
error-user-not_found = В этой организации нет пользователя { $id }. Проверьте идентификатор.
    .title = Пользователь не найден
error-organization-not_found = Организации { $id } не существует. Проверьте идентификатор.
    .title = Организация не найдена
error-invitation-not_found = Приглашение не существует, уже использовано, просрочено или предназначено для другого адреса электронной почты. Попросите новое.
    .title = Приглашение недействительно
error-member-last_owner = Организация останется без владельца. Сначала сделайте владельцем другого участника.
    .title = Последний владелец
error-member-role_too_high = Вы не можете назначить или отозвать роль «{ $role ->
        [viewer] { role-viewer }
        [auditor] { role-auditor }
        [developer] { role-developer }
        [operator] { role-operator }
        [admin] { role-admin }
        [owner] { role-owner }
       *[other] { $role }
    }», потому что она выше вашей. Обратитесь к тому, у кого она есть.
    .title = Роль выше вашей
error-member-exists = Этот пользователь уже участник организации.
    .title = Уже участник
error-api_key-not_found = В этой организации нет ключа API { $id }. Проверьте идентификатор.
    .title = Ключ API не найден
error-api_key-ended = Ключ API «{ $name }» отозван или просрочен. Создайте новый.
    .title = Ключ API больше не действует
error-api_key-too_wide = У вас нет разрешения «{ $permission }», поэтому его не может быть и у вашего ключа API. Уберите его или обратитесь за ним к администратору.
    .title = Разрешения шире ваших

## Agents.

error-agent-not_found = В этой организации нет агента { $id }. Проверьте идентификатор.
    .title = Агент не найден
error-agent-version_not_found = У агента { $id } нет версии { $version }. Выберите существующую.
    .title = Версия не найдена
error-agent-not_active = Агента «{ $name }» нельзя вызвать, пока его статус — «{ $status ->
        [draft] { status-draft }
        [paused] { status-paused }
        [stopped] { status-stopped }
        [error] { status-error }
        [maintenance] { status-maintenance }
        [retired] { status-retired }
       *[other] { $status }
    }». Используйте активного агента или сначала активируйте этого.
    .title = Агент не активен
error-agent-deleted = Агент «{ $name }» удалён. Сначала восстановите его.
    .title = Агент удалён
error-agent-not_deleted = Агент «{ $name }» не удалён, поэтому его нельзя восстановить.
    .title = Агент не удалён
error-agent-bad_move = { $from ->
        [retired] Агент со статусом «retired» окончательно выведен из эксплуатации. Создайте нового агента.
       *[other] Статус агента нельзя изменить с «{ $from }» на «{ $to }». Возможно: { $allowed }.
    }
    .title = Смена статуса невозможна
error-agent-failed = Сбой агента «{ $name }»: { $reason }. Повторите попытку или сообщите автору агента.
    .title = Сбой агента
error-agent-panicked = Агент «{ $name }» прервал работу на середине. Повторите попытку или сообщите автору агента.
    .title = Агент неожиданно остановился
error-agent-bad_output = Агент «{ $name }» вернул то, что не предусмотрено его возможностью «{ $capability }». Сообщите автору агента.
    .title = Некорректный ответ агента
error-agent-timeout = Агент «{ $name }» не ответил за { $seconds ->
        [one] { $seconds } секунду
        [few] { $seconds } секунды
        [many] { $seconds } секунд
       *[other] { $seconds } секунды
    }. Повторите попытку или дайте ему больше времени.
    .title = Агент не ответил вовремя
error-agent-unhealthy = Агент «{ $name }» сейчас не отвечает. Повторите попытку через { $seconds ->
        [one] { $seconds } секунду
        [few] { $seconds } секунды
        [many] { $seconds } секунд
       *[other] { $seconds } секунды
    }.
    .title = Агент не отвечает
error-agent-busy = Агент «{ $name }» достиг предела в { $limit ->
        [one] { $limit } одновременный вызов
        [few] { $limit } одновременных вызова
        [many] { $limit } одновременных вызовов
       *[other] { $limit } одновременного вызова
    }. Повторите попытку через некоторое время.
    .title = Агент занят
error-agent-runtime_missing = Среды выполнения «{ $runtime }» на этом сервере нет. Доступны: { $known }.
    .title = Нет среды выполнения
error-capability-not_offered = { $offered ->
        [none] Возможность «{ $capability }» не предлагается; сейчас нет ни одной. Сначала активируйте агента.
       *[other] Возможность «{ $capability }» не предлагается. Доступны: { $offered }.
    }
    .title = Возможность не предлагается
error-routing-no_route = Сейчас ни один агент не может принять вызов «{ $capability }»: { $reasons }. Повторите попытку через некоторое время.
    .title = Нет доступных агентов
error-invocation-cancelled = Вызывающая сторона отключилась до получения ответа. Повторите вызов, если он ещё нужен.
    .title = Вызов отменён

## Records.

error-interaction-not_found = В этой организации нет взаимодействия { $id }. Проверьте идентификатор.
    .title = Взаимодействие не найдено
error-audit-not_found = В этой организации нет записи аудита { $id }. Проверьте идентификатор.
    .title = Запись аудита не найдена
error-audit-query_too_wide = Запрос слишком широк: прочитано записей: { $read }, до номера { $sequence }, но ответ ещё не полон. Сузьте запрос, например по времени.
    .title = Слишком широкий запрос
error-audit_view-not_found = Сохранённое представление { $id } не найдено среди доступных вам. Проверьте идентификатор.
    .title = Представление не найдено

## The server and its database.

error-journal-full = Записи ожидает больше вызовов, чем может поместиться. Повторите попытку через некоторое время.
    .title = Сервер перегружен
error-hub-shutting_down = Сервер завершает работу. Повторите попытку позже.
    .title = Сервер завершает работу
error-store-unavailable = База данных недоступна или не может выполнить запись. Повторите попытку позже.
    .title = База данных недоступна
error-store-conflict = Такой объект уже существует, или на него что-то ссылается. Проверьте, что уже есть, и повторите попытку.
    .title = Конфликт в базе данных
error-store-corrupt = В базе данных есть то, чего эта версия не записывала: { $what }. Сообщите оператору сервера.
    .title = Повреждённые данные
error-store-too_new = Схема базы данных — { $found }, она новее схемы { $known } этой версии. Запустите более новую версию.
    .title = Слишком новая база данных
error-store-not_migrated = Схема базы данных — { $found } из { $known }. Выполните миграции.
    .title = Миграции не выполнены
