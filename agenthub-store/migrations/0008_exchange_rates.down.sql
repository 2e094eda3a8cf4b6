DROP TABLE agenthub_exchange_rates;
