
ALTER TABLE agenthub_attempts ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_attempts FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_attempts USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
);
