## What stands inside of other messages: what is expected, and why something was refused. These are no sentences, so
## they begin in lower case and end without a full stop.

## What is expected of a value.

phrase-none = なし
phrase-text = テキスト
phrase-whole_number = 整数
phrase-number = 数値
phrase-true_or_false = trueまたはfalse
phrase-list = リスト
phrase-object = オブジェクト
phrase-object_with = 項目「{ $field }」を持つオブジェクト
phrase-list_of_texts = テキストのリスト
phrase-number_or_digits = 数値、またはテキストで書いた数字
phrase-number_as = { $example }のような数値（{ $position }文字目を確認してください）
phrase-seconds = 秒数
phrase-decimals = 小数点以下{ $max }桁以内の数値
phrase-uuid = UUID
phrase-actor_uuid = 実行者のUUID（実行者の種類：{ $kind }）
phrase-nothing_as_no_agent = 値なし（実行者がエージェントではないため）
phrase-time = { $example }のような日時
phrase-date = { $example }のような日付
phrase-future_time = 将来の日時
phrase-time_after = 「{ $field }」より後の日時
phrase-time_before_year = { $year }年より前の日時
phrase-days_before = 「{ $field }」の{ $days }日前以降の日時
phrase-email = メールアドレス
phrase-uri = URI
phrase-language_tag = { $example }のような言語タグ
phrase-time_zone = { $example }のようなIANAタイムゾーン
phrase-currency_code = { $example }のような通貨コード
phrase-no_control_characters = 制御文字を含まないテキスト
phrase-no_nul = NUL文字を含まないテキスト
phrase-program_name = a～z、0～9、_からなり、英字で始まる{ $max }文字以内の語
phrase-log_name = 空白と+を含まない名前（例：{ $example }）
phrase-pattern = パターン{ $pattern }に合うテキスト
phrase-format = 「{ $format }」形式のテキスト
phrase-visible_ascii = 表示可能なASCII文字{ $min }～{ $max }文字
phrase-etag = 応答のETag（例：{ $example }）または*
phrase-event_id = このストリームのイベントのID
phrase-other_kind = 監査ログそのもの以外の種類

## What is expected in a query.

phrase-bytes = { $max }バイト以内
phrase-end_of_query = テキストの終わり（開いている括弧がないため）
phrase-fewer_parentheses = 入れ子の括弧を減らすこと
phrase-query_field = 次のいずれかの項目：{ $names }
phrase-query_term = 項目、テキスト、または (
phrase-ordered_field = 大小を比べられる項目：{ $names }
phrase-closing_quote = 閉じ引用符
phrase-value = 値
phrase-quoted_key = 二重引用符で囲んだキー
phrase-no_and = ANDを書かないこと（すべての条件は常に満たす必要があります）

## Why a request cannot be read.

phrase-must_be = 正しい値は{ $expected }です
phrase-missing = ここには{ $expected }が必要です
phrase-at_line = { $what }（{ $line }行目、{ $column }列目）
phrase-technical = 「{ $text }」
phrase-unreadable = 内容を読み取れません
phrase-not_utf8 = 正しいUTF-8ではありません
phrase-not_a_form = 正しいフォームではありません
phrase-connection_broke = 接続が切れました
phrase-belongs_in_body = 本文がJSONの場合は、本文に含めてください
phrase-syntax = 構文が正しくありません
phrase-ends_early = 途中で終わっています
phrase-json_trailing_comma = 最後の要素の後にコンマがあります
phrase-json_trailing = 終わりの後に余分な文字があります
phrase-json_control = テキストに制御文字があります
phrase-json_escape = テキストに正しくないエスケープシーケンスがあります
phrase-json_number = 数値が正しくないか、大きすぎます
phrase-json_depth = 入れ子が深すぎます

## Which rule of a schema is broken.

phrase-lacks_field = 項目「{ $name }」がありません
phrase-surplus_field = 項目「{ $name }」は使用できません
phrase-one_of = 次のいずれかでなければなりません：{ $allowed }
phrase-at_least = { $min }以上でなければなりません
phrase-at_most = { $max }以下でなければなりません
phrase-above = { $min }より大きくなければなりません
phrase-below = { $max }より小さくなければなりません
phrase-multiple_of = { $of }の倍数でなければなりません
phrase-text_too_short = テキストが{ $min }文字未満です
phrase-text_too_long = テキストが{ $max }文字を超えています
phrase-list_too_short = リストの要素が{ $min }個未満です
phrase-list_too_long = リストの要素が{ $max }個を超えています
phrase-fields_too_few = オブジェクトの項目が{ $min }個未満です
phrase-fields_too_many = オブジェクトの項目が{ $max }個を超えています
phrase-duplicates = 重複する要素があります
phrase-forbidden = ここには何も書けません
phrase-no_known_form = 既知のどの形式にも合いません
phrase-several_forms = 複数の形式に合っていますが、合う形式は一つだけでなければなりません
phrase-breaks_rule = 規則「{ $rule }」に違反しています
phrase-reference = 存在しない{ $name }を参照しています

## Why an agent gave no answer, or was not asked.

phrase-see_log = 詳細はエージェントのログを確認してください
phrase-stream_ended = ストリームが応答なしに終了しました
phrase-refused_no_runtime = このサーバーにランタイムがない：{ $count }件
phrase-refused_unhealthy = 異常：{ $count }件
phrase-refused_breaker_open = 障害のため休止中：{ $count }件
phrase-refused_busy = 混雑中：{ $count }件
phrase-refused_too_expensive = 料金が高すぎる：{ $count }件
phrase-refused_too_slow = 遅すぎる：{ $count }件
phrase-refused_too_unreliable = 信頼性が低すぎる：{ $count }件
phrase-refused_wrong_type = 種類が異なる：{ $count }件
phrase-refused_excluded = 除外：{ $count }件
phrase-refused_not_permitted = 権限がない：{ $count }件

## Scripts that letters belong to, for which a font may be missing. They stand by themselves, behind a colon.

phrase-script_european = ラテン文字、ギリシャ文字、キリル文字
phrase-script_arabic = アラビア文字
phrase-script_devanagari = デーバナーガリー文字
phrase-script_cjk = 中国語・日本語・韓国語の文字
phrase-script_hebrew = ヘブライ文字
phrase-script_bengali = ベンガル文字
phrase-script_gurmukhi = グルムキー文字
phrase-script_gujarati = グジャラート文字
phrase-script_tamil = タミル文字
phrase-script_telugu = テルグ文字
phrase-script_kannada = カンナダ文字
phrase-script_malayalam = マラヤーラム文字
phrase-script_thai = タイ文字
phrase-script_georgian = ジョージア文字

## What is wrong with a message of an organization’s own.

phrase-message_no_default = 選択式に*で始まる既定の候補がありません
phrase-message_braces = 波括弧の対応が正しくありません
phrase-message_deep = 波括弧の入れ子が{ $max }段を超えています
phrase-message_function = 関数{ $name }はありません
phrase-message_argument = このメッセージでは{ $name }を使用できません

## What is wrong with a file of exchange rates.

phrase-rates_document_type = このファイルに文書型を含めることはできません
phrase-rates_envelope = ファイルが「Envelope」で始まっていません
phrase-rates_cube = 「Cube」には、日付とその為替レート、または通貨とその為替レートが必要です
phrase-rates_no_date = 「{ $text }」は日付ではありません
phrase-rates_twice = 「{ $text }」が重複しています
phrase-rates_outside = 日付の外に為替レートがあります
phrase-rates_currency = 「{ $text }」はISO 4217の通貨コードではありません
phrase-rates_value = 「{ $text }」は0より大きい為替レートではありません
phrase-rates_none = ファイルに為替レートがありません

## What is wrong with a table, or with what is asked of it.

phrase-table_no_rows = 表に行がありません
phrase-table_no_column = 列「{ $column }」はありません（使用できる列：{ $columns }）
phrase-table_columns = 表の列が{ $max }個を超えています
phrase-table_cells = 表のセルが{ $max }個を超えています
phrase-table_row_no_object = { $row }行目がオブジェクトではありません
phrase-table_column_no_list = 列「{ $column }」がリストではありません
phrase-table_uneven_row = { $row }行目のセルは{ $found }個ですが、見出しは{ $wanted }個です
phrase-table_uneven_column = 列「{ $column }」の値は{ $found }個ですが、最も長い列は{ $wanted }個です
phrase-table_column_twice = 見出しに列「{ $column }」が重複しています
phrase-table_no_cell = { $row }行目、列「{ $column }」：セルはテキスト、数値、true、false、nullのいずれかでなければなりません
phrase-table_no_number = { $row }行目、列「{ $column }」：{ $cell }は数値ではありません
phrase-table_large_number = { $row }行目、列「{ $column }」：数値{ $cell }が大きすぎます
phrase-table_no_date = { $row }行目、列「{ $column }」：{ $cell }は日付ではありません
phrase-table_mixed_dates = 列「{ $column }」には日が先の日付と月が先の日付が混在しています。{ $example }のように書いてください
phrase-table_open_dates = 列「{ $column }」：日と月を区別できる日付がありません。{ $example }のように書くか、{ $field }に{ $values }を指定してください
phrase-table_more = ほかに{ $count }件の誤りがあります
phrase-table_empty_column = 列「{ $column }」には、どの行にも値がありません
phrase-table_no_numbers = 分析できる数値の列がありません。{ $field }で列を指定してください
phrase-table_no_customers = 顧客の列がありません。{ $field }で列を指定するか、k-meansを使う場合は{ $other }を選んでください
phrase-table_no_dates = 日付の列がありません。{ $field }で列を指定するか、k-meansを使う場合は{ $other }を選んでください
phrase-table_no_dated_value = 日付と値の両方を持つ行がありません
phrase-table_no_purchase = 顧客、日付、値のすべてを持つ行がありません
phrase-table_name_column = 列を一つ以上指定してください
phrase-table_steps = 期間「{ $period }」では{ $from }から{ $to }までが{ $steps }ステップになり、{ $max }を超えています
phrase-table_groups = 列「{ $column }」には異なる値が{ $count }個あり、{ $max }個を超えています
phrase-table_customers = 分類する顧客が{ $count }件あり、{ $max }件を超えています
phrase-table_few_customers = { $wanted }個のクラスターには、同数以上の異なる顧客が必要です（現在：{ $found }件）
phrase-table_no_clusters = 分類するものがありません
phrase-table_few_values = 異常の検出には{ $min }個以上の値が必要ですが、足りません
phrase-table_long_seasonal = 季節性の異常を検出できる値は{ $max }個までです。別の方法を選んでください
phrase-table_short_seasonal = 季節性の異常の検出には、完全な周期が二つより多く必要です。別の方法か別の{ $field }を選んでください
phrase-table_few_periods = 予測には{ $min }個以上の完全な期間が必要です（現在：{ $found }個）
phrase-table_short_series = 系列が短すぎて予測できません
