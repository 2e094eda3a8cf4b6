## The audit log on pages.

audit_report-title = 审计日志
audit_report-page = 第 { $page } 页，共 { $pages } 页
audit_report-records = 记录
audit_report-filter = 筛选条件
audit_report-everything = 全部记录
audit_report-numbers = 序号
audit_report-size = 已签名日志的大小
audit_report-root = 根哈希
audit_report-asked_by = 申请者
audit_report-made = 生成时间
audit_report-number = 序号
audit_report-time = 时间
audit_report-actor = 执行者
audit_report-action = 操作
audit_report-thing = 对象
audit_report-outcome = 结果
audit_report-changes = 更改
audit_report-withheld = 不予显示
audit_report-erased = 已删除
audit_report-unreadable = 无法读取

## Kinds of actors, by their name in the API.

actor-human = 人员
actor-ai_agent = AI 智能体
actor-api_key = API 密钥
actor-automation = 自动化
actor-plugin = 插件
actor-system = 系统

## How much a record matters, by its name in the API.

severity-info = 信息
severity-warning = 警告
severity-critical = 严重
