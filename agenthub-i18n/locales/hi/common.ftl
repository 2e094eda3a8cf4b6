## What a reader is greeted with.

user-welcome = { $name }, आपका स्वागत है!
user-hello = नमस्ते { $name }
user-last_seen = पिछली बार देखा गया: { DATETIME($at, dateStyle: "medium") }
message-unavailable = यह पाठ उपलब्ध नहीं है।

## Words on buttons and in tables.

common-yes = हाँ
common-no = नहीं
common-ok = ठीक है
common-cancel = रद्द करें
common-save = सहेजें
common-create = बनाएँ
common-edit = संपादित करें
common-delete = हटाएँ
common-restore = पुनर्स्थापित करें
common-search = खोजें
common-close = बंद करें
common-back = वापस
common-next = आगे
common-retry = फिर से कोशिश करें
common-loading = लोड हो रहा है…
common-sign_in = साइन इन करें
common-sign_out = साइन आउट करें
common-all = सभी
common-none = कोई नहीं
common-unknown = अज्ञात

## The nouns of the product; they are the glossary.

noun-agent = एजेंट
    .plural = एजेंट
noun-capability = क्षमता
    .plural = क्षमताएँ
noun-interaction = इंटरैक्शन
    .plural = इंटरैक्शन
noun-organization = संगठन
    .plural = संगठन
noun-user = उपयोगकर्ता
    .plural = उपयोगकर्ता
noun-member = सदस्य
    .plural = सदस्य
noun-invitation = आमंत्रण
    .plural = आमंत्रण
noun-role = भूमिका
    .plural = भूमिकाएँ
noun-permission = अनुमति
    .plural = अनुमतियाँ
noun-api_key = API कुंजी
    .plural = API कुंजियाँ
noun-session = सत्र
    .plural = सत्र
noun-conversation = बातचीत
    .plural = बातचीत
noun-task = कार्य
    .plural = कार्य
noun-schedule = समय-सारणी
    .plural = समय-सारणियाँ
noun-template = टेम्पलेट
    .plural = टेम्पलेट
noun-plugin = प्लगइन
    .plural = प्लगइन
noun-integration = एकीकरण
    .plural = एकीकरण
noun-event = घटना
    .plural = घटनाएँ
noun-webhook = वेबहुक
    .plural = वेबहुक
noun-audit_record = ऑडिट रिकॉर्ड
    .plural = ऑडिट रिकॉर्ड
noun-budget = बजट
    .plural = बजट
noun-subscription = सदस्यता
    .plural = सदस्यताएँ
noun-runtime = रनटाइम
    .plural = रनटाइम
noun-token = टोकन
    .plural = टोकन
noun-version = संस्करण
    .plural = संस्करण
noun-language = भाषा
    .plural = भाषाएँ
noun-currency = मुद्रा
    .plural = मुद्राएँ
noun-time_zone = समय क्षेत्र
    .plural = समय क्षेत्र

## Roles of a member, by their name in the API.

role-viewer = दर्शक
role-auditor = लेखा परीक्षक
role-developer = डेवलपर
role-operator = ऑपरेटर
role-admin = व्यवस्थापक
role-owner = स्वामी

## Statuses, by their name in the API.

status-draft = ड्राफ़्ट
status-active = सक्रिय
status-paused = रुका हुआ
status-stopped = बंद
status-error = त्रुटिपूर्ण
status-maintenance = रखरखाव में
status-retired = सेवा से हटाया गया
status-deleted = हटाया गया
status-healthy = ठीक
status-degraded = आंशिक रूप से बाधित
status-unhealthy = ख़राब
status-pending = प्रतीक्षा में
status-running = चल रहा है
status-success = सफल
status-failure = विफल
status-cancelled = रद्द किया गया

## How many there are.

count-agents = { $count ->
        [one] { $count } एजेंट
       *[other] { $count } एजेंट
    }
count-capabilities = { $count ->
        [one] { $count } क्षमता
       *[other] { $count } क्षमताएँ
    }
count-interactions = { $count ->
        [one] { $count } इंटरैक्शन
       *[other] { $count } इंटरैक्शन
    }
count-members = { $count ->
        [one] { $count } सदस्य
       *[other] { $count } सदस्य
    }
count-tasks = { $count ->
        [one] { $count } कार्य
       *[other] { $count } कार्य
    }
count-tokens = { $count ->
        [one] { $count } टोकन
       *[other] { $count } टोकन
    }
count-results = { $count ->
        [one] { $count } परिणाम
       *[other] { $count } परिणाम
    }
