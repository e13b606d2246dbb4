-- What was forecast for a ticket at its issue, in minutes: as simulated, and held to what came true; "told" where
-- the citizen was told it. Null where nothing was forecast.
ALTER TABLE tickets ADD COLUMN raw_low DOUBLE PRECISION;
ALTER TABLE tickets ADD COLUMN raw_median DOUBLE PRECISION;
ALTER TABLE tickets ADD COLUMN raw_high DOUBLE PRECISION;
ALTER TABLE tickets ADD COLUMN held_low DOUBLE PRECISION;
ALTER TABLE tickets ADD COLUMN held_median DOUBLE PRECISION;
ALTER TABLE tickets ADD COLUMN held_high DOUBLE PRECISION;
ALTER TABLE tickets ADD COLUMN told BOOLEAN DEFAULT FALSE NOT NULL;
