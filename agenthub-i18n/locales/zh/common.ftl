## What a reader is greeted with.

user-welcome = 欢迎，{ $name }！
user-hello = 你好，{ $name }
user-last_seen = 上次访问：{ DATETIME($at, dateStyle: "medium") }
message-unavailable = 此文本不可用。

## Words on buttons and in tables.

common-yes = 是
common-no = 否
common-ok = 确定
common-cancel = 取消
common-save = 保存
common-create = 创建
common-edit = 编辑
common-delete = 删除
common-restore = 恢复
common-search = 搜索
common-close = 关闭
common-back = 返回
common-next = 下一步
common-retry = 重试
common-loading = 正在加载…
common-sign_in = 登录
common-sign_out = 退出登录
common-all = 全部
common-none = 无
common-unknown = 未知

## The nouns of the product; they are the glossary.

noun-agent = 智能体
    .plural = 智能体
noun-capability = 能力
    .plural = 能力
noun-interaction = 交互
    .plural = 交互
noun-organization = 组织
    .plural = 组织
noun-user = 用户
    .plural = 用户
noun-member = 成员
    .plural = 成员
noun-invitation = 邀请
    .plural = 邀请
noun-role = 角色
    .plural = 角色
noun-permission = 权限
    .plural = 权限
noun-api_key = API 密钥
    .plural = API 密钥
noun-session = 会话
    .plural = 会话
noun-conversation = 对话
    .plural = 对话
noun-task = 任务
    .plural = 任务
noun-schedule = 计划
    .plural = 计划
noun-template = 模板
    .plural = 模板
noun-plugin = 插件
    .plural = 插件
noun-integration = 集成
    .plural = 集成
noun-event = 事件
    .plural = 事件
noun-webhook = Webhook
    .plural = Webhook
noun-audit_record = 审计记录
    .plural = 审计记录
noun-budget = 预算
    .plural = 预算
noun-subscription = 订阅
    .plural = 订阅
noun-runtime = 运行时
    .plural = 运行时
noun-token = 令牌
    .plural = 令牌
noun-version = 版本
    .plural = 版本
noun-language = 语言
    .plural = 语言
noun-currency = 货币
    .plural = 货币
noun-time_zone = 时区
    .plural = 时区

## Roles of a member, by their name in the API.

role-viewer = 查看者
role-auditor = 审计员
role-developer = 开发者
role-operator = 运维人员
role-admin = 管理员
role-owner = 所有者

## Statuses, by their name in the API.

status-draft = 草稿
status-active = 已启用
status-paused = 已暂停
status-stopped = 已停止
status-error = 出错
status-maintenance = 维护中
status-retired = 已退役
status-deleted = 已删除
status-healthy = 正常
status-degraded = 性能下降
status-unhealthy = 异常
status-pending = 等待中
status-running = 进行中
status-success = 成功
status-failure = 失败
status-cancelled = 已取消

## How many there are.

count-agents = { $count } 个智能体
count-capabilities = { $count } 项能力
count-interactions = { $count } 次交互
count-members = { $count } 名成员
count-tasks = { $count } 个任务
count-tokens = { $count } 个令牌
count-results = { $count } 条结果
