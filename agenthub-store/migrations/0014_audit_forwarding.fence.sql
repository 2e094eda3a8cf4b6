
ALTER TABLE agenthub_audit_forwarding ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_audit_forwarding FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_audit_forwarding USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
);

ALTER TABLE agenthub_audit_forwarders ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_audit_forwarders FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_audit_forwarders USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
);
