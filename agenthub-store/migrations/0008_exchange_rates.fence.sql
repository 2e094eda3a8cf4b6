
ALTER TABLE agenthub_exchange_rates ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_exchange_rates FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_exchange_rates USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);
