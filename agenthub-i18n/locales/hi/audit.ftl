## The audit log on pages.

audit_report-title = ऑडिट लॉग
audit_report-page = पृष्ठ { $page } / { $pages }
audit_report-records = रिकॉर्ड
audit_report-filter = फ़िल्टर
audit_report-everything = सभी रिकॉर्ड
audit_report-numbers = क्रम संख्याएँ
audit_report-size = हस्ताक्षरित लॉग का आकार
audit_report-root = रूट हैश
audit_report-asked_by = किसने माँगा
audit_report-made = कब बनाया गया
audit_report-number = क्र.
audit_report-time = समय
audit_report-actor = कौन
audit_report-action = कार्रवाई
audit_report-thing = क्या
audit_report-outcome = परिणाम
audit_report-changes = परिवर्तन
audit_report-withheld = छिपाया गया
audit_report-erased = मिटाया गया
audit_report-unreadable = अपठनीय

## Kinds of actors, by their name in the API.

actor-human = व्यक्ति
actor-ai_agent = AI एजेंट
actor-api_key = API कुंजी
actor-automation = स्वचालन
actor-plugin = प्लगइन
actor-system = सिस्टम

## How much a record matters, by its name in the API.

severity-info = जानकारी
severity-warning = चेतावनी
severity-critical = गंभीर
