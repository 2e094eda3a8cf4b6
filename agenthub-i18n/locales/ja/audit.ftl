## The audit log on pages.

audit_report-title = 監査ログ
audit_report-page = { $page } / { $pages } ページ
audit_report-records = 記録
audit_report-filter = フィルター
audit_report-everything = すべての記録
audit_report-numbers = 連番
audit_report-size = 署名済みログのサイズ
audit_report-root = ルートハッシュ
audit_report-asked_by = 依頼者
audit_report-made = 作成日時
audit_report-number = 番号
audit_report-time = 時刻
audit_report-actor = 実行者
audit_report-action = 操作
audit_report-thing = 対象
audit_report-outcome = 結果
audit_report-changes = 変更内容
audit_report-withheld = 非表示
audit_report-erased = 消去済み
audit_report-unreadable = 読み取り不可

## Kinds of actors, by their name in the API.

actor-human = 人
actor-ai_agent = AIエージェント
actor-api_key = APIキー
actor-automation = 自動化
actor-plugin = プラグイン
actor-system = システム

## How much a record matters, by its name in the API.

severity-info = 情報
severity-warning = 警告
severity-critical = 重大
