## What a reader is greeted with.

user-welcome = { $name }さん、ようこそ！
user-hello = { $name }さん、こんにちは
user-last_seen = 最終アクセス：{ DATETIME($at, dateStyle: "medium") }
message-unavailable = このテキストは表示できません。

## Words on buttons and in tables.

common-yes = はい
common-no = いいえ
common-ok = OK
common-cancel = キャンセル
common-save = 保存
common-create = 作成
common-edit = 編集
common-delete = 削除
common-restore = 復元
common-search = 検索
common-close = 閉じる
common-back = 戻る
common-next = 次へ
common-retry = 再試行
common-loading = 読み込み中…
common-sign_in = サインイン
common-sign_out = サインアウト
common-all = すべて
common-none = なし
common-unknown = 不明

## The nouns of the product; they are the glossary.

noun-agent = エージェント
    .plural = エージェント
noun-capability = 機能
    .plural = 機能
noun-interaction = インタラクション
    .plural = インタラクション
noun-organization = 組織
    .plural = 組織
noun-user = ユーザー
    .plural = ユーザー
noun-member = メンバー
    .plural = メンバー
noun-invitation = 招待
    .plural = 招待
noun-role = ロール
    .plural = ロール
noun-permission = 権限
    .plural = 権限
noun-api_key = APIキー
    .plural = APIキー
noun-session = セッション
    .plural = セッション
noun-conversation = 会話
    .plural = 会話
noun-task = タスク
    .plural = タスク
noun-schedule = スケジュール
    .plural = スケジュール
noun-template = テンプレート
    .plural = テンプレート
noun-plugin = プラグイン
    .plural = プラグイン
noun-integration = 連携
    .plural = 連携
noun-event = イベント
    .plural = イベント
noun-webhook = Webhook
    .plural = Webhook
noun-audit_record = 監査記録
    .plural = 監査記録
noun-budget = 予算
    .plural = 予算
noun-subscription = サブスクリプション
    .plural = サブスクリプション
noun-runtime = ランタイム
    .plural = ランタイム
noun-token = トークン
    .plural = トークン
noun-version = バージョン
    .plural = バージョン
noun-language = 言語
    .plural = 言語
noun-currency = 通貨
    .plural = 通貨
noun-time_zone = タイムゾーン
    .plural = タイムゾーン

## Roles of a member, by their name in the API.

role-viewer = 閲覧者
role-auditor = 監査者
role-developer = 開発者
role-operator = 運用担当者
role-admin = 管理者
role-owner = オーナー

## Statuses, by their name in the API.

status-draft = 下書き
status-active = 有効
status-paused = 一時停止中
status-stopped = 停止中
status-error = エラー
status-maintenance = メンテナンス中
status-retired = 廃止済み
status-deleted = 削除済み
status-healthy = 正常
status-degraded = 性能低下
status-unhealthy = 異常
status-pending = 待機中
status-running = 実行中
status-success = 成功
status-failure = 失敗
status-cancelled = キャンセル済み

## How many there are.

count-agents = エージェント{ $count }件
count-capabilities = 機能{ $count }件
count-interactions = インタラクション{ $count }件
count-members = メンバー{ $count }人
count-tasks = タスク{ $count }件
count-tokens = { $count }トークン
count-results = { $count }件の結果
