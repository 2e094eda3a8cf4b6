## What stands inside of other messages: what is expected, and why something was refused. These are no sentences, so
## they begin in lower case and end without a full stop.

## What is expected of a value.

phrase-none = 无
phrase-text = 文本
phrase-whole_number = 整数
phrase-number = 数字
phrase-true_or_false = true 或 false
phrase-list = 列表
phrase-object = 对象
phrase-object_with = 包含字段“{ $field }”的对象
phrase-list_of_texts = 文本列表
phrase-number_or_digits = 数字，或以文本形式书写的数字
phrase-number_as = 形如 { $example } 的数字；请检查第 { $position } 个字符
phrase-seconds = 秒数
phrase-decimals = 最多 { $max } 位小数的数字
phrase-uuid = UUID
phrase-actor_uuid = 操作者的 UUID（操作者类型：{ $kind }）
phrase-nothing_as_no_agent = 留空，因为操作者不是智能体
phrase-time = 形如 { $example } 的时间
phrase-date = 形如 { $example } 的日期
phrase-future_time = 将来的时间
phrase-time_after = 晚于“{ $field }”的时间
phrase-time_before_year = { $year } 年之前的时间
phrase-days_before = 不早于“{ $field }”前 { $days } 天的时间
phrase-email = 电子邮件地址
phrase-uri = URI
phrase-language_tag = 形如 { $example } 的语言标签
phrase-time_zone = 形如 { $example } 的 IANA 时区
phrase-currency_code = 形如 { $example } 的货币代码
phrase-no_control_characters = 不含控制字符的文本
phrase-no_nul = 不含 NUL 字符的文本
phrase-program_name = 由 a–z、0–9 和 _ 组成、以字母开头且最多 { $max } 个字符的词
phrase-log_name = 不含空格和 + 的名称，例如 { $example }
phrase-pattern = 符合模式 { $pattern } 的文本
phrase-format = 格式为“{ $format }”的文本
phrase-visible_ascii = { $min } 到 { $max } 个可见的 ASCII 字符
phrase-etag = 某个响应的 ETag（例如 { $example }）或 *
phrase-event_id = 此数据流中某个事件的 ID
phrase-other_kind = 审计日志本身以外的类型

## What is expected in a query.

phrase-bytes = 最多 { $max } 字节
phrase-end_of_query = 文本结尾，因为没有未闭合的括号
phrase-fewer_parentheses = 更少的嵌套括号
phrase-query_field = 字段：{ $names }
phrase-query_term = 字段、文本或 (
phrase-ordered_field = 可比较大小的字段：{ $names }
phrase-closing_quote = 右引号
phrase-value = 值
phrase-quoted_key = 双引号中的键
phrase-no_and = 不写 AND，因为所有条件本来就必须同时成立

## Why a request cannot be read.

phrase-must_be = 应为{ $expected }
phrase-missing = 此处应为{ $expected }
phrase-at_line = { $what }（第 { $line } 行，第 { $column } 列）
phrase-technical = “{ $text }”
phrase-unreadable = 内容无法读取
phrase-not_utf8 = 不是有效的 UTF-8
phrase-not_a_form = 不是有效的表单
phrase-connection_broke = 连接中断
phrase-belongs_in_body = 正文为 JSON 时，应写在正文中
phrase-syntax = 语法有误
phrase-ends_early = 过早结束
phrase-json_trailing_comma = 最后一项之后有逗号
phrase-json_trailing = 结尾之后还有内容
phrase-json_control = 文本中有控制字符
phrase-json_escape = 文本中有无效的转义序列
phrase-json_number = 数字无效或过大
phrase-json_depth = 嵌套过深

## Which rule of a schema is broken.

phrase-lacks_field = 缺少字段“{ $name }”
phrase-surplus_field = 不允许字段“{ $name }”
phrase-one_of = 必须是以下值之一：{ $allowed }
phrase-at_least = 必须至少为 { $min }
phrase-at_most = 必须至多为 { $max }
phrase-above = 必须大于 { $min }
phrase-below = 必须小于 { $max }
phrase-multiple_of = 必须是 { $of } 的倍数
phrase-text_too_short = 文本少于 { $min } 个字符
phrase-text_too_long = 文本超过 { $max } 个字符
phrase-list_too_short = 列表少于 { $min } 项
phrase-list_too_long = 列表超过 { $max } 项
phrase-fields_too_few = 对象的字段少于 { $min } 个
phrase-fields_too_many = 对象的字段超过 { $max } 个
phrase-duplicates = 有重复的项
phrase-forbidden = 此处不能有任何内容
phrase-no_known_form = 不符合任何已知的形式
phrase-several_forms = 同时符合多种形式，而只能符合其中一种
phrase-breaks_rule = 违反规则“{ $rule }”
phrase-reference = 引用了不存在的 { $name }

## Why an agent gave no answer, or was not asked.

phrase-see_log = 请查看其日志
phrase-stream_ended = 其数据流未给出答案就结束了
phrase-refused_no_runtime = { $count } 个在此服务器上没有运行时
phrase-refused_unhealthy = { $count } 个异常
phrase-refused_breaker_open = { $count } 个因故障暂停
phrase-refused_busy = { $count } 个繁忙
phrase-refused_too_expensive = { $count } 个费用过高
phrase-refused_too_slow = { $count } 个速度过慢
phrase-refused_too_unreliable = { $count } 个不够可靠
phrase-refused_wrong_type = { $count } 个类型不同
phrase-refused_excluded = { $count } 个被排除
phrase-refused_not_permitted = { $count } 个您无权使用

## Scripts that letters belong to, for which a font may be missing. They stand by themselves, behind a colon.

phrase-script_european = 拉丁文、希腊文、西里尔文
phrase-script_arabic = 阿拉伯文
phrase-script_devanagari = 天城文
phrase-script_cjk = 中文、日文、韩文
phrase-script_hebrew = 希伯来文
phrase-script_bengali = 孟加拉文
phrase-script_gurmukhi = 果鲁穆奇文
phrase-script_gujarati = 古吉拉特文
phrase-script_tamil = 泰米尔文
phrase-script_telugu = 泰卢固文
phrase-script_kannada = 卡纳达文
phrase-script_malayalam = 马拉雅拉姆文
phrase-script_thai = 泰文
phrase-script_georgian = 格鲁吉亚文

## What is wrong with a message of an organization’s own.

phrase-message_no_default = 选择表达式缺少以 * 开头的变体
phrase-message_braces = 花括号不匹配
phrase-message_deep = 花括号嵌套超过 { $max } 层
phrase-message_function = 没有函数 { $name }
phrase-message_argument = 此消息没有参数 { $name }

## What is wrong with a file of exchange rates.

phrase-rates_document_type = 此文件中不能有文档类型
phrase-rates_envelope = 文件不是以“Envelope”开头
phrase-rates_cube = “Cube”必须包含日期及其中的汇率，或包含货币及其汇率
phrase-rates_no_date = “{ $text }”不是日期
phrase-rates_twice = “{ $text }”重复出现
phrase-rates_outside = 有汇率不在任何日期之内
phrase-rates_currency = “{ $text }”不是 ISO 4217 货币代码
phrase-rates_value = “{ $text }”不是大于零的汇率
phrase-rates_none = 文件中没有汇率

## What is wrong with a table, or with what is asked of it.

phrase-table_no_rows = 表格没有行
phrase-table_no_column = 没有列“{ $column }”；现有的列为 { $columns }
phrase-table_columns = 表格超过 { $max } 列
phrase-table_cells = 表格超过 { $max } 个单元格
phrase-table_row_no_object = 第 { $row } 行不是对象
phrase-table_column_no_list = 列“{ $column }”不是列表
phrase-table_uneven_row = 第 { $row } 行有 { $found } 个单元格，而表头有 { $wanted } 个
phrase-table_uneven_column = 列“{ $column }”有 { $found } 个值，而最长的列有 { $wanted } 个
phrase-table_column_twice = 表头重复列出了列“{ $column }”
phrase-table_no_cell = 第 { $row } 行，列“{ $column }”：单元格必须是文本、数字、true、false 或 null
phrase-table_no_number = 第 { $row } 行，列“{ $column }”：{ $cell } 不是数字
phrase-table_large_number = 第 { $row } 行，列“{ $column }”：数字 { $cell } 过大
phrase-table_no_date = 第 { $row } 行，列“{ $column }”：{ $cell } 不是日期
phrase-table_mixed_dates = 列“{ $column }”中有些日期先写日，有些先写月；请写成 { $example } 的形式
phrase-table_open_dates = 列“{ $column }”：没有一个日期能分清日和月；请写成 { $example } 的形式，或将 { $field } 设为 { $values }
phrase-table_more = 还有 { $count } 个错误未列出
phrase-table_empty_column = 列“{ $column }”在所有行中都没有值
phrase-table_no_numbers = 没有可分析的数字列；请在 { $field } 中指定一列
phrase-table_no_customers = 没有客户列；请在 { $field } 中指定一列，或为 k-means 选择 { $other }
phrase-table_no_dates = 没有日期列；请在 { $field } 中指定一列，或为 k-means 选择 { $other }
phrase-table_no_dated_value = 没有一行同时包含日期和值
phrase-table_no_purchase = 没有一行同时包含客户、日期和值
phrase-table_name_column = 请至少指定一列
phrase-table_steps = 从 { $from } 到 { $to }，以“{ $period }”为周期共有 { $steps } 步，超过 { $max }
phrase-table_groups = 列“{ $column }”有 { $count } 个不同的值，超过 { $max }
phrase-table_customers = 要聚类的客户有 { $count } 个，超过 { $max }
phrase-table_few_customers = { $wanted } 个聚类至少需要同样多的不同客户；现有 { $found } 个
phrase-table_no_clusters = 没有可聚类的内容
phrase-table_few_values = 查找异常至少需要 { $min } 个值；现有的值不足
phrase-table_long_seasonal = 最多可在 { $max } 个值中查找季节性异常；请选择其他方法
phrase-table_short_seasonal = 季节性异常需要两个以上的完整周期；请选择其他方法或其他 { $field }
phrase-table_few_periods = 预测至少需要 { $min } 个完整周期；现有 { $found } 个
phrase-table_short_series = 序列过短，无法预测
