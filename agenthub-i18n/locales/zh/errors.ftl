## What went wrong, by the code of the error. The text says what to do; the title is the short form.

error-invalid = 部分输入无效。请更正列出的所有错误，然后重新提交。
    .title = 输入无效
error-internal = 我们这边出了问题。请稍后重试；如果再次发生，请报告请求 ID。
    .title = 内部错误

## Requests.

error-request-bad_json = 请求正文不是有效的 JSON：{ $reason }。请更正后重新发送。
    .title = JSON 格式错误
error-request-bad_body = 无法读取请求正文：{ $reason }。请检查后重新发送。
    .title = 正文无法读取
error-request-bad_media_type = 请求正文必须是 { $expected }。请以此格式发送，并相应设置 Content-Type 标头。
    .title = 不支持的格式
error-request-bad_parameter = 参数“{ $name }”有误：{ $reason }。请更正后重试。
    .title = 参数无效
error-request-body_too_large = 请求正文超过 { $max } 字节。请减少单次发送的数据。
    .title = 正文过大
error-request-route_not_found = { $path } 处没有任何内容。请检查地址。
    .title = 地址不存在
error-request-method_not_allowed = { $path } 不接受 { $method }。请使用 Allow 标头中列出的方法。
    .title = 方法不允许
error-request-timeout = 请求耗时超过 { $seconds } 秒。请重试，或减少单次请求的内容。
    .title = 请求超时
error-request-rate_limited = 请求过多。请等待 { $seconds } 秒后重试。
    .title = 请求过多
error-request-precondition_failed = 内容在此期间已被修改：当前版本是 { $actual }，而不是 { $expected }。请重新读取后再决定。
    .title = 内容已被修改
error-request-idempotency_key_reused = 此 Idempotency-Key 已用于另一个请求。请为每个新请求使用新的键。
    .title = 幂等键已被使用
error-request-idempotency_key_in_flight = 使用此 Idempotency-Key 的请求仍在处理中。请稍候再试。
    .title = 请求仍在处理中
error-request-idempotency_answer_too_large = 使用此 Idempotency-Key 的请求已执行，但其响应过大，未能保存。请查看执行结果，不要换用其他键重新发送。
    .title = 响应未保存
error-page-bad_cursor = 此游标不属于该列表。请不带游标重新开始。
    .title = 游标无效

## Faults of a field.

error-value-required = 此字段为必填项。
    .title = 必填字段
error-value-too_short = 此字段至少需要 { $min } 个字符。
    .title = 过短
error-value-too_long = 此字段最多可包含 { $max } 个字符。
    .title = 过长
error-value-too_many = 此字段最多可包含 { $max } 项。
    .title = 项数过多
error-value-out_of_range = 此字段必须介于 { $min } 和 { $max } 之间。
    .title = 超出范围
error-value-wrong_type = 此字段的类型有误。应为：{ $expected }。
    .title = 类型错误
error-value-unknown_field = 字段“{ $name }”未知。已知字段：{ $allowed }。
    .title = 未知字段
error-value-not_one_of = 此字段必须是以下值之一：{ $allowed }。
    .title = 值不允许
error-value-bad_format = 此字段的格式有误。应为：{ $expected }。
    .title = 格式错误
error-value-duplicate = 此值重复出现。请删除重复项。
    .title = 重复
error-value-bad_schema = 此字段不是有效的 JSON Schema：{ $reason }。
    .title = 架构无效
error-value-breaks_schema = 此字段不符合其架构：{ $reason }。
    .title = 不符合架构
error-value-too_large = 此字段最多可包含 { $max } 字节。
    .title = 过大
error-value-bad_query = 无法读取此查询的第 { $position } 个字符。此处应为：{ $expected }。
    .title = 查询无法读取
error-value-bad_table = 无法读取此表格：{ $reason }。
    .title = 表格无法读取
error-value-bad_message = 此文本不是有效的消息。第 { $line } 行：{ $reason }。
    .title = 消息无效
error-value-excludes = 此字段不能与“{ $other }”同时使用。请只填写其中之一。
    .title = 字段互斥
error-password-is_email = 密码不能与电子邮件地址相同。请另选一个。
    .title = 密码与邮箱相同
error-password-too_common = 此密码是攻击者最先尝试的密码之一。请另选一个。
    .title = 密码过于常见

## Sign-in and permissions.

error-auth-unauthenticated = 请先登录，或发送 API 密钥。
    .title = 需要登录
error-auth-bad_credentials = 电子邮件地址或密码错误。请检查后重试。
    .title = 凭据错误
error-auth-locked = 失败次数过多。请等待 { $seconds } 秒后重试。
    .title = 失败次数过多
error-auth-token_invalid = 令牌无效。请重新登录。
    .title = 令牌无效
error-auth-token_expired = 令牌已过期。请刷新令牌或重新登录。
    .title = 令牌已过期
error-auth-token_reused = 此刷新令牌已被使用过，因此由它产生的所有会话均已结束。请重新登录。
    .title = 令牌已被使用
error-auth-not_a_member = 您不是此组织的成员。请联系管理员邀请您。
    .title = 不是成员
error-auth-denied = 此操作需要权限“{ $permission }”。请向管理员申请。
    .title = 缺少权限
error-auth-superuser_needed = 只有超级用户才能执行此操作。请联系服务器的运维人员。
    .title = 需要超级用户

## Users, organizations and API keys.

error-user-email_taken = 此电子邮件地址已有账户。请直接登录。
    .title = 电子邮件地址已被使用
error-user-not_found = 此组织中没有用户 { $id }。请检查 ID。
    .title = 未找到用户
error-organization-not_found = 没有组织 { $id }。请检查 ID。
    .title = 未找到组织
error-invitation-not_found = 此邀请不存在、已被使用、已过期，或属于另一个电子邮件地址。请索取新的邀请。
    .title = 邀请无效
error-member-last_owner = 这样组织将没有所有者。请先将另一名成员设为所有者。
    .title = 最后一名所有者
error-member-role_too_high = 您不能授予或撤销角色“{ $role ->
        [viewer] { role-viewer }
        [auditor] { role-auditor }
        [developer] { role-developer }
        [operator] { role-operator }
        [admin] { role-admin }
        [owner] { role-owner }
       *[other] { $role }
    }”，因为它高于您自己的角色。请联系拥有该角色的人。
    .title = 角色高于您的角色
error-member-exists = 此用户已是该组织的成员。
    .title = 已是成员
error-api_key-not_found = 此组织中没有 API 密钥 { $id }。请检查 ID。
    .title = 未找到 API 密钥
error-api_key-ended = API 密钥“{ $name }”已被撤销或已过期。请创建新的密钥。
    .title = API 密钥已失效
error-api_key-too_wide = 您没有权限“{ $permission }”，因此您的 API 密钥也不能拥有它。请去掉该权限，或向管理员申请。
    .title = 超出您的权限

## Agents.

error-agent-not_found = 此组织中没有智能体 { $id }。请检查 ID。
    .title = 未找到智能体
error-agent-version_not_found = 智能体 { $id } 没有版本 { $version }。请选择已有的版本。
    .title = 未找到版本
error-agent-not_active = 智能体“{ $name }”的状态为“{ $status ->
        [draft] { status-draft }
        [paused] { status-paused }
        [stopped] { status-stopped }
        [error] { status-error }
        [maintenance] { status-maintenance }
        [retired] { status-retired }
       *[other] { $status }
    }”，无法调用。请使用已启用的智能体，或先启用此智能体。
    .title = 智能体未启用
error-agent-deleted = 智能体“{ $name }”已删除。请先恢复它。
    .title = 智能体已删除
error-agent-not_deleted = 智能体“{ $name }”未被删除，因此无法恢复。
    .title = 智能体未被删除
error-agent-bad_move = { $from ->
        [retired] 状态为“retired”的智能体已永久退役。请创建新的智能体。
       *[other] 状态为“{ $from }”的智能体不能变为“{ $to }”。可选状态：{ $allowed }。
    }
    .title = 无法变更状态
error-agent-failed = 智能体“{ $name }”失败：{ $reason }。请重试，或告知其作者。
    .title = 智能体失败
error-agent-panicked = 智能体“{ $name }”在工作中途停止。请重试，或告知其作者。
    .title = 智能体意外停止
error-agent-bad_output = 智能体“{ $name }”返回的内容不符合其能力“{ $capability }”的约定。请告知其作者。
    .title = 智能体输出无效
error-agent-timeout = 智能体“{ $name }”在 { $seconds } 秒内没有响应。请重试，或给它更多时间。
    .title = 智能体超时
error-agent-unhealthy = 智能体“{ $name }”目前没有响应。请在 { $seconds } 秒后重试。
    .title = 智能体无响应
error-agent-busy = 智能体“{ $name }”已达到同时 { $limit } 次调用的上限。请稍后重试。
    .title = 智能体繁忙
error-agent-runtime_missing = 此服务器上没有运行时“{ $runtime }”。可用的有：{ $known }。
    .title = 缺少运行时
error-capability-not_offered = { $offered ->
        [none] 没有智能体提供能力“{ $capability }”；目前没有任何可用的能力。请先启用一个智能体。
       *[other] 没有智能体提供能力“{ $capability }”。可用的有：{ $offered }。
    }
    .title = 能力不可用
error-routing-no_route = 目前没有智能体可以处理对“{ $capability }”的调用：{ $reasons }。请稍后重试。
    .title = 没有可用的智能体
error-invocation-cancelled = 调用方在响应完成之前已断开连接。如仍需要，请重新调用。
    .title = 调用已取消

## Records.

error-interaction-not_found = 此组织中没有交互 { $id }。请检查 ID。
    .title = 未找到交互
error-audit-not_found = 此组织中没有审计记录 { $id }。请检查 ID。
    .title = 未找到审计记录
error-audit-head_not_found = 审计日志在大小 { $size } 处没有签名。请从列表中选择一个。
    .title = 未找到已签名的状态
error-audit-no_such_size = 无法在大小 { $size } 处证明审计日志。请选择 { $min } 到 { $max } 之间的大小。
    .title = 日志大小不存在
error-audit-no_key = 此服务器没有用于签署审计日志的密钥。请联系运维人员进行配置。
    .title = 没有签名密钥
error-audit-log_changed = 审计日志已不是在大小 { $size } 处签名时的内容。请立即告知服务器的运维人员。
    .title = 审计日志已被更改
error-audit-query_too_wide = 此查询范围过大：已读取 { $read } 条记录，直至编号 { $sequence }，结果仍不完整。请缩小范围，例如限定时间。
    .title = 查询范围过大
error-audit-not_sealed = 此服务器没有加密审计日志中的个人数据，因此无法擦除。请联系运维人员为此配置密钥。
    .title = 无法擦除个人数据
error-audit-subject_not_found = 此组织的审计日志中没有此人的加密数据。请检查 ID 或电子邮件地址。
    .title = 没有可擦除的数据
error-audit-too_many_tails = 同时打开的审计日志跟踪数已达上限（{ $max }）。请结束其中一个，或稍后重试。
    .title = 跟踪过多
error-audit_view-not_found = 没有您可以查看的已保存视图 { $id }。请检查 ID。
    .title = 未找到视图
error-audit_retention-not_found = 审计日志没有设置保留期限，其记录将永久保留。请先设置保留期限。
    .title = 未设置保留期限
error-legal_hold-not_found = 此组织中没有生效的法律保留 { $id }。请检查 ID。
    .title = 未找到法律保留
error-legal_hold-stands = 有法律保留生效，因此不能删除任何内容。请先解除法律保留。
    .title = 法律保留生效中
error-audit_export-not_found = 此组织中没有导出 { $id }。请检查 ID。
    .title = 未找到导出
error-audit_export-not_ready = 导出 { $id } 没有文件（状态：{ $status ->
        [queued] 排队中
        [running] 进行中
        [failed] 失败
       *[other] { $status }
    }）。请查看该导出的进度或失败原因。
    .title = 导出没有文件
error-audit_export-expired = 导出 { $id } 的文件已过期并被移除。请重新申请导出。
    .title = 导出已过期
error-audit_export-bad_range = 文件中没有所请求的部分（字节数：{ $bytes }）。请请求文件范围内的部分。
    .title = 没有该部分
error-audit_export-too_large = 导出会过大（字节数：至少 { $bytes }，允许：{ $max }）。请缩小范围，例如按时间。
    .title = 导出过大
error-audit_export-too_many_records = 导出的记录对此格式来说过多（允许：{ $max }）。请缩小范围，例如按时间，或选择其他格式。
    .title = 记录过多
error-audit_export-too_many = 该组织的导出数量已达上限（数量：{ $max }）。请先移除一些。
    .title = 导出过多
error-audit_export-no_room = 没有空间存放此导出的文件（字节数：{ $bytes }，可用：{ $free }）。请移除其他导出，或请运维人员提供更多空间。
    .title = 没有空间存放导出
error-audit_export-storage_failed = 导出文件目前无法读取或写入。请稍后再试，或告知服务器的运维人员。
    .title = 导出存储不可用
error-audit_export-not_offered = 此服务器不提供 { $format } 格式的导出。请选择其他格式。
    .title = 不提供该格式
error-audit_export-no_font = 此服务器缺少所需的字体（文字：{ $script }）。请让运维人员安装软件包 { $package }。
    .title = 缺少字体

## Money.

error-money-unknown_currency = “{ $currency }”不是 ISO 4217 货币代码。请写三个大写字母，例如 USD。
    .title = 未知货币
error-money-currency_mismatch = 金额的货币是 { $found }，而不是 { $expected }。请先换算。
    .title = 货币不符
error-money-overflow = 结果超出 28 位数字。请使用较小的金额，或先取整。
    .title = 数字过大
error-money-bad_decimal = “{ $text }”不是十进制数。请用数字和小数点书写，例如 12.50。
    .title = 不是数字
error-money-unreadable = 此文本在该语言中不是金额：从第 { $place } 个字符起无法理解。请在该处更正。
    .title = 无法读取金额
error-money-no_currency = 文本中没有货币。请随金额写明货币，例如 USD。
    .title = 缺少货币
error-money-ambiguous_currency = “{ $text }”可表示多种货币。请改写代码：{ $currencies }。
    .title = 货币不明确
error-money-bad_locale = “{ $locale }”不是语言标签。请写语言，必要时加上地区，例如 pt-BR。
    .title = 语言标签无效
error-money-bad_rate = 从 { $from } 到 { $to } 的汇率不能是 { $rate }。汇率必须大于零。
    .title = 汇率无效
error-money-rate_loop = 这些汇率形成循环（{ $currencies }），一圈的乘积为 { $rate }。请更正其中一个。
    .title = 汇率相互矛盾
error-money-no_rate = 没有 { $time } 从 { $from } 到 { $to } 的汇率。请设定该汇率，或设定经由其他货币的汇率。
    .title = 缺少汇率
error-money-stale_rate = 从 { $from } 到 { $to } 的汇率已有 { $age } 小时；最多允许 { $allowed } 小时。请导入新汇率，或允许更旧的汇率。
    .title = 汇率过旧
error-money-bad_rates_file = 汇率文件在第 { $line } 行损坏：{ $reason }。未导入任何内容。请重新获取该文件。
    .title = 汇率文件损坏
error-money-negative_ratio = 第 { $place } 个比例是 { $ratio }。比例不能为负。
    .title = 比例为负
error-money-zero_ratios = 所有比例都是零，无法分配。请至少给出一个大于零的比例。
    .title = 除以零
error-money-too_many_decimals = { $amount } 的小数位数超过 { $currency } 的位数（{ $allowed }）。请先舍入，或说明如何舍入。
    .title = 小数位数过多
## Languages and messages.

error-language-not_found = 没有语言“{ $language }”的消息。可用语言：{ $known }。
    .title = 语言不可用
error-message-not_found = 没有消息“{ $key }”。请检查键名。
    .title = 未找到消息
error-message_override-not_found = 此组织没有为消息“{ $key }”设置语言“{ $language }”的自定义文本。
    .title = 未找到自定义文本
error-message_override-no_room = 此组织的自定义文本已达上限（数量：{ $max }，总大小：{ $size }）。请先删除一些。
    .title = 自定义文本已达上限

## The server and its database.

error-journal-full = 等待记录的调用过多，已超出容量。请稍后重试。
    .title = 服务器过载
error-server-full = 打开的连接数超过了服务器可接受的数量。请稍后重试。
    .title = 连接过多
error-hub-shutting_down = 服务器正在关闭。请稍后重试。
    .title = 服务器正在关闭
error-store-unavailable = 数据库无法访问或无法写入。请稍后重试。
    .title = 数据库不可用
error-store-conflict = 该内容已存在，或被其他内容引用。请检查已有内容后重试。
    .title = 数据库冲突
error-store-corrupt = 数据库中有并非由此版本写入的内容：{ $what }。请告知服务器的运维人员。
    .title = 数据损坏
error-store-too_new = 数据库的架构版本为 { $found }，比此版本的架构 { $known } 更新。请启动较新的版本。
    .title = 数据库版本过新
error-store-not_migrated = 数据库的架构版本为 { $found }，应为 { $known }。请运行迁移。
    .title = 需要迁移
