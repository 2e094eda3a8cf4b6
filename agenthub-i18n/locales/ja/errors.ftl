## What went wrong, by the code of the error. The text says what to do; the title is the short form.

error-invalid = 入力の一部が正しくありません。表示されたエラーをすべて修正して、もう一度送信してください。
    .title = 入力エラー
error-internal = こちら側で問題が発生しました。しばらくしてからもう一度お試しください。再び発生する場合は、リクエストIDをお知らせください。
    .title = 内部エラー

## Requests.

error-request-bad_json = 本文が正しいJSONではありません：{ $reason }。修正して、もう一度送信してください。
    .title = JSONの形式エラー
error-request-bad_body = 本文を読み取れません：{ $reason }。確認して、もう一度送信してください。
    .title = 本文の読み取りエラー
error-request-bad_media_type = 本文は{ $expected }でなければなりません。この形式で送信し、Content-Typeヘッダーもそれに合わせてください。
    .title = 対応していない形式
error-request-bad_parameter = パラメーター「{ $name }」が正しくありません：{ $reason }。修正して、もう一度お試しください。
    .title = 無効なパラメーター
error-request-body_too_large = 本文が{ $max }バイトを超えています。一度に送信する量を減らしてください。
    .title = 本文が大きすぎます
error-request-route_not_found = { $path }には何もありません。アドレスを確認してください。
    .title = アドレスが見つかりません
error-request-method_not_allowed = { $path }では{ $method }を使用できません。Allowヘッダーにあるメソッドを使用してください。
    .title = 使用できないメソッド
error-request-timeout = リクエストに{ $seconds }秒以上かかりました。もう一度試すか、一度に要求する量を減らしてください。
    .title = リクエストのタイムアウト
error-request-rate_limited = リクエストが多すぎます。{ $seconds }秒待ってから、もう一度お試しください。
    .title = リクエストが多すぎます
error-request-precondition_failed = その間に変更されました。現在のバージョンは{ $expected }ではなく{ $actual }です。読み込み直してから判断してください。
    .title = その間に変更されました
error-request-idempotency_key_reused = このIdempotency-Keyは、すでに別のリクエストで使用されています。新しいリクエストごとに新しいキーを使用してください。
    .title = 冪等キーは使用済みです
error-request-idempotency_key_in_flight = このIdempotency-Keyのリクエストはまだ実行中です。少し待ってから、もう一度お試しください。
    .title = リクエストは実行中です
error-request-idempotency_answer_too_large = このIdempotency-Keyのリクエストは実行されましたが、応答が大きすぎるため保存されませんでした。実行結果を確認してください。別のキーで再送信しないでください。
    .title = 応答は保存されていません
error-page-bad_cursor = このカーソルは、この一覧のものではありません。カーソルなしで最初からやり直してください。
    .title = 無効なカーソル

## Faults of a field.

error-value-required = この項目は必須です。
    .title = 必須項目
error-value-too_short = この項目は{ $min }文字以上で入力してください。
    .title = 短すぎます
error-value-too_long = この項目は{ $max }文字以内で入力してください。
    .title = 長すぎます
error-value-too_many = この項目の要素は{ $max }個以内にしてください。
    .title = 要素が多すぎます
error-value-out_of_range = この項目は{ $min }から{ $max }の間でなければなりません。
    .title = 範囲外の値
error-value-wrong_type = この項目の型が正しくありません。正しい型：{ $expected }。
    .title = 型の誤り
error-value-unknown_field = 「{ $name }」という項目はありません。使用できる項目：{ $allowed }。
    .title = 不明な項目
error-value-not_one_of = この項目は次のいずれかでなければなりません：{ $allowed }。
    .title = 使用できない値
error-value-bad_format = この項目の形式が正しくありません。正しい形式：{ $expected }。
    .title = 形式の誤り
error-value-duplicate = この値は重複しています。重複を削除してください。
    .title = 重複
error-value-bad_schema = この項目は正しいJSON Schemaではありません：{ $reason }。
    .title = 無効なスキーマ
error-value-breaks_schema = この項目はスキーマに合っていません：{ $reason }。
    .title = スキーマ違反
error-value-too_large = この項目は{ $max }バイト以内にしてください。
    .title = 大きすぎます
error-value-bad_query = この検索式は{ $position }文字目で読み取れません。そこに必要なもの：{ $expected }。
    .title = 検索式の読み取りエラー
error-value-bad_table = この表を読み取れません：{ $reason }。
    .title = 表の読み取りエラー
error-value-bad_message = このテキストは正しいメッセージではありません。{ $line }行目：{ $reason }。
    .title = 無効なメッセージ
error-value-excludes = この項目は「{ $other }」と同時に指定できません。どちらか一方だけを指定してください。
    .title = 同時に指定できない項目
error-password-is_email = パスワードをメールアドレスと同じにすることはできません。別のものを選んでください。
    .title = メールアドレスと同じパスワード
error-password-too_common = このパスワードは、攻撃者が最初に試すものの一つです。別のものを選んでください。
    .title = ありふれたパスワード

## Sign-in and permissions.

error-auth-unauthenticated = 先にサインインするか、APIキーを送信してください。
    .title = サインインが必要です
error-auth-bad_credentials = メールアドレスまたはパスワードが正しくありません。両方を確認して、もう一度お試しください。
    .title = 認証情報の誤り
error-auth-locked = 失敗した試行が多すぎます。{ $seconds }秒待ってから、もう一度お試しください。
    .title = 失敗が多すぎます
error-auth-token_invalid = トークンが無効です。もう一度サインインしてください。
    .title = 無効なトークン
error-auth-token_expired = トークンの有効期限が切れています。更新するか、もう一度サインインしてください。
    .title = トークンの期限切れ
error-auth-token_reused = このリフレッシュトークンはすでに使用されているため、関連するすべてのセッションを終了しました。もう一度サインインしてください。
    .title = 使用済みのトークン
error-auth-not_a_member = あなたはこの組織のメンバーではありません。管理者に招待を依頼してください。
    .title = メンバーではありません
error-auth-denied = この操作には権限「{ $permission }」が必要です。管理者に依頼してください。
    .title = 権限がありません
error-auth-superuser_needed = この操作はスーパーユーザーだけが行えます。サーバーの運用担当者に依頼してください。
    .title = スーパーユーザーが必要です

## Users, organizations and API keys.

error-user-email_taken = このメールアドレスのアカウントはすでにあります。サインインしてください。
    .title = 使用済みのメールアドレス
error-user-not_found = この組織にユーザー{ $id }は存在しません。IDを確認してください。
    .title = ユーザーが見つかりません
error-organization-not_found = 組織{ $id }は存在しません。IDを確認してください。
    .title = 組織が見つかりません
error-invitation-not_found = この招待は、存在しないか、使用済みか、期限切れか、別のメールアドレス宛てです。新しい招待を依頼してください。
    .title = 無効な招待
error-member-last_owner = このままでは組織にオーナーがいなくなります。先に別のメンバーをオーナーにしてください。
    .title = 最後のオーナー
error-member-role_too_high = ロール「{ $role ->
        [viewer] { role-viewer }
        [auditor] { role-auditor }
        [developer] { role-developer }
        [operator] { role-operator }
        [admin] { role-admin }
        [owner] { role-owner }
       *[other] { $role }
    }」はあなたのロールより上位のため、付与も取り消しもできません。そのロールを持つ人に依頼してください。
    .title = 自分より上位のロール
error-member-exists = このユーザーはすでに組織のメンバーです。
    .title = すでにメンバーです
error-api_key-not_found = この組織にAPIキー{ $id }は存在しません。IDを確認してください。
    .title = APIキーが見つかりません
error-api_key-ended = APIキー「{ $name }」は取り消されたか、期限切れです。新しいキーを作成してください。
    .title = APIキーは無効です
error-api_key-too_wide = あなたには権限「{ $permission }」がないため、あなたのAPIキーにも付けられません。外すか、管理者に権限を依頼してください。
    .title = 自分の権限を超えています

## Agents.

error-agent-not_found = この組織にエージェント{ $id }は存在しません。IDを確認してください。
    .title = エージェントが見つかりません
error-agent-version_not_found = エージェント{ $id }にバージョン{ $version }はありません。存在するバージョンを選んでください。
    .title = バージョンが見つかりません
error-agent-not_active = エージェント「{ $name }」のステータスは「{ $status ->
        [draft] { status-draft }
        [paused] { status-paused }
        [stopped] { status-stopped }
        [error] { status-error }
        [maintenance] { status-maintenance }
        [retired] { status-retired }
       *[other] { $status }
    }」のため、呼び出せません。有効なエージェントを使うか、先にこのエージェントを有効にしてください。
    .title = エージェントは有効ではありません
error-agent-deleted = エージェント「{ $name }」は削除されています。先に復元してください。
    .title = 削除済みのエージェント
error-agent-not_deleted = エージェント「{ $name }」は削除されていないため、復元できません。
    .title = 削除されていないエージェント
error-agent-bad_move = { $from ->
        [retired] ステータスが「retired」のエージェントは、廃止されたままです。新しいエージェントを作成してください。
       *[other] エージェントのステータスを「{ $from }」から「{ $to }」に変更することはできません。変更できる先：{ $allowed }。
    }
    .title = ステータスを変更できません
error-agent-failed = エージェント「{ $name }」が失敗しました：{ $reason }。もう一度試すか、作成者に知らせてください。
    .title = エージェントの失敗
error-agent-panicked = エージェント「{ $name }」が処理の途中で停止しました。もう一度試すか、作成者に知らせてください。
    .title = エージェントの異常停止
error-agent-bad_output = エージェント「{ $name }」が、機能「{ $capability }」の定義と異なる結果を返しました。作成者に知らせてください。
    .title = エージェントの不正な出力
error-agent-timeout = エージェント「{ $name }」が{ $seconds }秒以内に応答しませんでした。もう一度試すか、時間の上限を延ばしてください。
    .title = エージェントのタイムアウト
error-agent-unhealthy = エージェント「{ $name }」は現在応答していません。{ $seconds }秒後にもう一度お試しください。
    .title = エージェントの応答がありません
error-agent-busy = エージェント「{ $name }」は同時呼び出しの上限（{ $limit }件）に達しています。少し待ってから、もう一度お試しください。
    .title = エージェントは処理中です
error-agent-runtime_missing = このサーバーにランタイム「{ $runtime }」はありません。使用できるもの：{ $known }。
    .title = ランタイムがありません
error-capability-not_offered = { $offered ->
        [none] 機能「{ $capability }」は提供されていません。現在、提供されている機能はありません。先にエージェントを有効にしてください。
       *[other] 機能「{ $capability }」は提供されていません。使用できるもの：{ $offered }。
    }
    .title = 提供されていない機能
error-routing-no_route = 現在、「{ $capability }」の呼び出しを受けられるエージェントがありません：{ $reasons }。少し待ってから、もう一度お試しください。
    .title = 使用できるエージェントがありません
error-invocation-cancelled = 応答が完了する前に、呼び出し元が接続を切りました。まだ必要な場合は、もう一度呼び出してください。
    .title = 呼び出しのキャンセル

## Records.

error-interaction-not_found = この組織にインタラクション{ $id }は存在しません。IDを確認してください。
    .title = インタラクションが見つかりません
error-audit-not_found = この組織に監査記録{ $id }は存在しません。IDを確認してください。
    .title = 監査記録が見つかりません
error-audit-head_not_found = サイズ{ $size }の監査ログには署名がありません。一覧から選んでください。
    .title = 署名済みの状態が見つかりません
error-audit-no_such_size = サイズ{ $size }では監査ログを証明できません。{ $min }から{ $max }までのサイズを選んでください。
    .title = 存在しないサイズ
error-audit-no_key = このサーバーには監査ログに署名する鍵がありません。運用担当者に設定を依頼してください。
    .title = 署名鍵がありません
error-audit-log_changed = 監査ログが、サイズ{ $size }で署名されたものと異なっています。ただちにサーバーの運用担当者に知らせてください。
    .title = 監査ログの改変
error-audit-query_too_wide = この検索は範囲が広すぎます。番号{ $sequence }まで記録を{ $read }件読み取りましたが、結果がそろいませんでした。期間などで絞り込んでください。
    .title = 検索範囲が広すぎます
error-audit-not_sealed = このサーバーは監査ログの個人データを暗号化していないため、消去できません。運用担当者に専用の鍵の設定を依頼してください。
    .title = 個人データを消去できません
error-audit-subject_not_found = この組織の監査ログには、この人物の暗号化されたデータがありません。IDまたはメールアドレスを確認してください。
    .title = 消去するデータがありません
error-audit-too_many_tails = 監査ログを同時に追跡できる数の上限（{ $max }）に達しました。どれかを終了するか、後でもう一度お試しください。
    .title = 追跡が多すぎます
error-audit_view-not_found = 閲覧できる保存済みビュー{ $id }はありません。IDを確認してください。
    .title = ビューが見つかりません
error-audit_retention-not_found = 監査ログに保持期間が設定されていないため、記録は無期限に保持されます。先に保持期間を設定してください。
    .title = 保持期間が未設定
error-legal_hold-not_found = この組織で有効なリーガルホールド{ $id }はありません。IDを確認してください。
    .title = リーガルホールドが見つかりません
error-legal_hold-stands = リーガルホールドが有効なため、何も削除できません。先に解除を依頼してください。
    .title = リーガルホールドが有効です
error-audit_export-not_found = この組織にエクスポート{ $id }はありません。IDを確認してください。
    .title = エクスポートが見つかりません
error-audit_export-not_ready = エクスポート{ $id }にはファイルがありません（状態：{ $status ->
        [queued] 待機中
        [running] 実行中
        [failed] 失敗
       *[other] { $status }
    }）。進み具合や失敗の理由はエクスポートを参照してください。
    .title = ファイルがありません
error-audit_export-expired = エクスポート{ $id }のファイルは期限が切れ、削除されました。新しいエクスポートを依頼してください。
    .title = エクスポートの期限切れ
error-audit_export-bad_range = 指定された部分はファイルにありません（サイズ（バイト）：{ $bytes }）。ファイル内の部分を指定してください。
    .title = 該当する部分がありません
error-audit_export-too_large = エクスポートが大きすぎます（サイズ（バイト）：{ $bytes }以上、上限：{ $max }）。期間などで絞り込んでください。
    .title = エクスポートが大きすぎます
error-audit_export-too_many_records = この形式には記録が多すぎます（上限：{ $max }）。期間などで絞り込むか、別の形式を選んでください。
    .title = 記録が多すぎます
error-audit_export-too_many = 組織のエクスポート数が上限に達しました（数：{ $max }）。先にいくつか削除してください。
    .title = エクスポートが多すぎます
error-audit_export-no_room = このエクスポートのファイルを置く空きがありません（サイズ（バイト）：{ $bytes }、空き：{ $free }）。ほかのエクスポートを削除するか、運用担当者に空きを増やすよう依頼してください。
    .title = 空きがありません
error-audit_export-storage_failed = 現在、エクスポートのファイルを読み書きできません。後でもう一度試すか、サーバーの運用担当者に知らせてください。
    .title = 保存先を利用できません
error-audit_export-not_offered = このサーバーは形式{ $format }のエクスポートを作成しません。別の形式を選んでください。
    .title = 提供していない形式
error-audit_export-no_font = このサーバーには必要なフォントがありません（文字体系：{ $script }）。パッケージ{ $package }のインストールを運用担当者に依頼してください。
    .title = フォントがありません

## Money.

error-money-unknown_currency = 「{ $currency }」はISO 4217の通貨コードではありません。USDのように大文字3文字で指定してください。
    .title = 不明な通貨
error-money-currency_mismatch = 金額の通貨は{ $expected }ではなく{ $found }です。先に換算してください。
    .title = 通貨の不一致
error-money-overflow = 結果が28桁に収まりません。小さい金額を使うか、丸めてください。
    .title = 大きすぎる数値
error-money-bad_decimal = 「{ $text }」は10進数ではありません。12.50のように数字と小数点で指定してください。
    .title = 数値ではありません
error-money-unreadable = このテキストは、この言語の金額として読めません：{ $place }文字目で意味が通らなくなります。その位置を修正してください。
    .title = 読み取れない金額
error-money-no_currency = テキストに通貨がありません。USDのように金額とともに指定してください。
    .title = 通貨の指定なし
error-money-ambiguous_currency = 「{ $text }」は複数の通貨を表します。代わりにコードで指定してください：{ $currencies }。
    .title = あいまいな通貨
error-money-bad_locale = 「{ $locale }」は言語タグではありません。pt-BRのように言語と、必要であれば地域を指定してください。
    .title = 無効な言語タグ
error-money-bad_rate = { $from }から{ $to }への為替レートを{ $rate }にすることはできません。0より大きい値が必要です。
    .title = 無効な為替レート
error-money-rate_loop = これらの為替レートは循環しており（{ $currencies }）、一巡すると{ $rate }倍になります。いずれかを修正してください。
    .title = 矛盾する為替レート
error-money-no_rate = { $time }時点の{ $from }から{ $to }への為替レートがありません。設定するか、別の通貨を経由するレートを設定してください。
    .title = 為替レートなし
error-money-stale_rate = { $from }から{ $to }への為替レートは{ $age }時間前のものです。許容されるのは{ $allowed }時間までです。新しいレートをインポートするか、古いレートを許可してください。
    .title = 古すぎる為替レート
error-money-bad_rates_file = 為替レートのファイルは{ $line }行目で壊れています：{ $reason }。何もインポートされていません。もう一度取得してください。
    .title = 壊れたレートファイル
error-money-negative_ratio = { $place }番目の比率は{ $ratio }です。負の比率は指定できません。
    .title = 負の比率
error-money-zero_ratios = 比率がすべて0のため、配分できません。0より大きい比率を1つ以上指定してください。
    .title = 0による除算
error-money-too_many_decimals = { $amount }の小数桁数は{ $currency }の桁数（{ $allowed }）を超えています。丸めるか、丸め方を指定してください。
    .title = 多すぎる小数桁
## Languages and messages.

error-language-not_found = 言語「{ $language }」のメッセージはありません。使用できる言語：{ $known }。
    .title = 使用できない言語
error-message-not_found = メッセージ「{ $key }」は存在しません。キーを確認してください。
    .title = メッセージが見つかりません
error-message_override-not_found = この組織には、メッセージ「{ $key }」の言語「{ $language }」でのカスタムテキストがありません。
    .title = カスタムテキストが見つかりません
error-message_override-no_room = この組織のカスタムテキストが上限に達しました（件数：{ $max }、合計サイズ：{ $size }）。先にいくつか削除してください。
    .title = カスタムテキストが上限に達しました

## The server and its database.

error-journal-full = 記録を待っている呼び出しが多すぎます。少し待ってから、もう一度お試しください。
    .title = サーバーの過負荷
error-server-full = サーバーが受け付けられる数を超える接続が開かれています。少し待ってから、もう一度お試しください。
    .title = 接続数の超過
error-hub-shutting_down = サーバーを停止しています。しばらくしてからもう一度お試しください。
    .title = サーバーの停止中
error-store-unavailable = データベースに接続できないか、書き込めません。しばらくしてからもう一度お試しください。
    .title = データベースを使用できません
error-store-conflict = すでに存在するか、ほかのものから参照されています。既存のものを確認して、もう一度お試しください。
    .title = データベースの競合
error-store-corrupt = このバージョンが書き込んだものではないデータがデータベースにあります：{ $what }。サーバーの運用担当者に知らせてください。
    .title = データの破損
error-store-too_new = データベースのスキーマは{ $found }で、このバージョンのスキーマ{ $known }より新しいものです。新しいバージョンを起動してください。
    .title = データベースが新しすぎます
error-store-not_migrated = データベースのスキーマは{ $found }で、必要なのは{ $known }です。マイグレーションを実行してください。
    .title = マイグレーションが必要です
