## What a reader is greeted with.

user-welcome = Добро пожаловать, { $name }!
user-hello = Здравствуйте, { $name }
user-last_seen = Последнее посещение: { DATETIME($at, dateStyle: "medium") }
message-unavailable = Этот текст недоступен.

## Words on buttons and in tables.

common-yes = Да
common-no = Нет
common-ok = ОК
common-cancel = Отмена
common-save = Сохранить
common-create = Создать
common-edit = Изменить
common-delete = Удалить
common-restore = Восстановить
common-search = Поиск
common-close = Закрыть
common-back = Назад
common-next = Далее
common-retry = Повторить
common-loading = Загрузка…
common-sign_in = Войти
common-sign_out = Выйти
common-all = Все
common-none = Нет
common-unknown = Неизвестно

## The nouns of the product; they are the glossary.

noun-agent = Агент
    .plural = Агенты
noun-capability = Возможность
    .plural = Возможности
noun-interaction = Взаимодействие
    .plural = Взаимодействия
noun-organization = Организация
    .plural = Организации
noun-user = Пользователь
    .plural = Пользователи
noun-member = Участник
    .plural = Участники
noun-invitation = Приглашение
    .plural = Приглашения
noun-role = Роль
    .plural = Роли
noun-permission = Разрешение
    .plural = Разрешения
noun-api_key = Ключ API
    .plural = Ключи API
noun-session = Сеанс
    .plural = Сеансы
noun-conversation = Беседа
    .plural = Беседы
noun-task = Задача
    .plural = Задачи
noun-schedule = Расписание
    .plural = Расписания
noun-template = Шаблон
    .plural = Шаблоны
noun-plugin = Плагин
    .plural = Плагины
noun-integration = Интеграция
    .plural = Интеграции
noun-event = Событие
    .plural = События
noun-webhook = Вебхук
    .plural = Вебхуки
noun-audit_record = Запись аудита
    .plural = Записи аудита
noun-budget = Бюджет
    .plural = Бюджеты
noun-subscription = Подписка
    .plural = Подписки
noun-runtime = Среда выполнения
    .plural = Среды выполнения
noun-token = Токен
    .plural = Токены
noun-version = Версия
    .plural = Версии
noun-language = Язык
    .plural = Языки
noun-currency = Валюта
    .plural = Валюты
noun-time_zone = Часовой пояс
    .plural = Часовые пояса

## Roles of a member, by their name in the API.

role-viewer = Наблюдатель
role-auditor = Аудитор
role-developer = Разработчик
role-operator = Оператор
role-admin = Администратор
role-owner = Владелец

## Statuses, by their name in the API.

status-draft = Черновик
status-active = Активен
status-paused = Приостановлен
status-stopped = Остановлен
status-error = С ошибкой
status-maintenance = На обслуживании
status-retired = Выведен из эксплуатации
status-deleted = Удалён
status-healthy = Исправен
status-degraded = Работает с перебоями
status-unhealthy = Неисправен
status-pending = Ожидает
status-running = Выполняется
status-success = Успешно
status-failure = Сбой
status-cancelled = Отменено

## How many there are.

count-agents = { $count ->
        [one] { $count } агент
        [few] { $count } агента
        [many] { $count } агентов
       *[other] { $count } агента
    }
count-capabilities = { $count ->
        [one] { $count } возможность
        [few] { $count } возможности
        [many] { $count } возможностей
       *[other] { $count } возможности
    }
count-interactions = { $count ->
        [one] { $count } взаимодействие
        [few] { $count } взаимодействия
        [many] { $count } взаимодействий
       *[other] { $count } взаимодействия
    }
count-members = { $count ->
        [one] { $count } участник
        [few] { $count } участника
        [many] { $count } участников
       *[other] { $count } участника
    }
count-tasks = { $count ->
        [one] { $count } задача
        [few] { $count } задачи
        [many] { $count } задач
       *[other] { $count } задачи
    }
count-tokens = { $count ->
        [one] { $count } токен
        [few] { $count } токена
        [many] { $count } токенов
       *[other] { $count } токена
    }
count-results = { $count ->
        [one] { $count } результат
        [few] { $count } результата
        [many] { $count } результатов
       *[other] { $count } результата
    }
