-- Everything here is derived from the journal and may be dropped at any time: it is built again.
-- "hall_day" ends at the roll-over and not at midnight.

CREATE TABLE progress (
  one INT DEFAULT 1 PRIMARY KEY CHECK (one = 1),
  seq BIGINT NOT NULL,
  at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  hall_day DATE NOT NULL,
  hall_zh VARCHAR NOT NULL,
  hall_en VARCHAR NOT NULL,
  wait_target_seconds BIGINT NOT NULL
);
INSERT INTO progress VALUES (1, 0, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00Z', DATE '1970-01-01', '', '', 0);

CREATE TABLE days (
  hall_day DATE PRIMARY KEY,
  begun_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  ended_at TIMESTAMP(9) WITH TIME ZONE
);

-- Lines and windows as last laid out; "position" is their order in the hall file.
CREATE TABLE lines (
  line VARCHAR PRIMARY KEY,
  position INT NOT NULL,
  prefix VARCHAR NOT NULL,
  zh VARCHAR NOT NULL,
  en VARCHAR NOT NULL
);
CREATE TABLE windows (
  window_id VARCHAR PRIMARY KEY,
  position INT NOT NULL,
  zh VARCHAR NOT NULL,
  en VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  lines VARCHAR NOT NULL
);

CREATE TABLE tickets (
  ticket VARCHAR PRIMARY KEY,
  hall_day DATE NOT NULL,
  number VARCHAR NOT NULL,
  line VARCHAR NOT NULL,
  green VARCHAR,
  issued_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  outlook_low INT,
  outlook_high INT,
  ahead INT NOT NULL,
  ended_day DATE,
  ended_at TIMESTAMP(9) WITH TIME ZONE,
  ending VARCHAR, -- FINISHED or VOID
  void_reason VARCHAR
);
CREATE INDEX tickets_day ON tickets (hall_day);
CREATE INDEX tickets_ended ON tickets (ended_day);

-- One row for each time a ticket waits in a lane: after its issue, after a transfer, after it was missed.
-- When its window closes it moves to another lane and goes on waiting: "since_at" is then kept.
CREATE TABLE waits (
  ticket VARCHAR NOT NULL,
  nth INT NOT NULL,
  hall_day DATE NOT NULL,
  cause VARCHAR NOT NULL, -- ISSUED, TRANSFERRED or REQUEUED
  line VARCHAR NOT NULL,
  lane_kind VARCHAR NOT NULL,
  lane VARCHAR NOT NULL,
  since_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  from_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  to_at TIMESTAMP(9) WITH TIME ZONE,
  ending VARCHAR, -- CALLED, MOVED or VOID
  window_id VARCHAR,
  PRIMARY KEY (ticket, nth)
);
CREATE INDEX waits_day ON waits (hall_day);

-- One row for each time a ticket is called to a window; "times" counts the recalls in.
CREATE TABLE calls (
  ticket VARCHAR NOT NULL,
  nth INT NOT NULL,
  hall_day DATE NOT NULL,
  line VARCHAR NOT NULL,
  window_id VARCHAR NOT NULL,
  clerk VARCHAR NOT NULL,
  at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  last_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  times INT NOT NULL,
  policy VARCHAR NOT NULL,
  rule VARCHAR NOT NULL,
  zh VARCHAR NOT NULL,
  en VARCHAR NOT NULL,
  arrived_at TIMESTAMP(9) WITH TIME ZONE,
  missed_at TIMESTAMP(9) WITH TIME ZONE,
  PRIMARY KEY (ticket, nth)
);
CREATE INDEX calls_day ON calls (hall_day);

-- "held_seconds" is exact to the nanosecond; a transfer ends a service with the outcome TRANSFERRED,
-- the giving up of a held ticket with VOID.
CREATE TABLE services (
  service VARCHAR PRIMARY KEY,
  hall_day DATE NOT NULL,
  ticket VARCHAR NOT NULL,
  line VARCHAR NOT NULL,
  window_id VARCHAR NOT NULL,
  clerk VARCHAR NOT NULL,
  called_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  started_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  finished_day DATE,
  finished_at TIMESTAMP(9) WITH TIME ZONE,
  held_since TIMESTAMP(9) WITH TIME ZONE,
  held_seconds DECIMAL(20, 9) DEFAULT 0 NOT NULL,
  outcome VARCHAR,
  reason VARCHAR
);
CREATE INDEX services_day ON services (hall_day);
CREATE INDEX services_finished ON services (finished_day);
CREATE INDEX services_ticket ON services (ticket);

CREATE TABLE ratings (
  service VARCHAR PRIMARY KEY,
  hall_day DATE NOT NULL,
  window_id VARCHAR NOT NULL,
  clerk VARCHAR NOT NULL,
  item VARCHAR NOT NULL,
  invited_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  level INT,
  reasons VARCHAR,
  text VARCHAR,
  channel VARCHAR,
  at TIMESTAMP(9) WITH TIME ZONE,
  silent BOOLEAN DEFAULT FALSE NOT NULL,
  closed_at TIMESTAMP(9) WITH TIME ZONE
);
CREATE INDEX ratings_day ON ratings (hall_day);

-- What a staffed window did, without gaps from sign-in to sign-out; cut at the end of a day.
CREATE TABLE window_states (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hall_day DATE NOT NULL,
  window_id VARCHAR NOT NULL,
  state VARCHAR NOT NULL, -- FREE, ASKED (free, and the clerk has asked for the next), CALLED, SERVING, PAUSED
  from_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  to_at TIMESTAMP(9) WITH TIME ZONE,
  clerk VARCHAR NOT NULL,
  standing_in_for VARCHAR,
  kind VARCHAR NOT NULL,
  lines VARCHAR NOT NULL, -- its scope then, as A,B,C
  ticket VARCHAR,
  reason VARCHAR
);
CREATE INDEX window_states_day ON window_states (hall_day);
CREATE INDEX window_states_window ON window_states (window_id, to_at);

CREATE TABLE slips (
  job VARCHAR PRIMARY KEY,
  hall_day DATE NOT NULL,
  ticket VARCHAR NOT NULL,
  printer VARCHAR NOT NULL,
  reprint BOOLEAN NOT NULL,
  language VARCHAR NOT NULL,
  queued_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  ended_at TIMESTAMP(9) WITH TIME ZONE,
  ending VARCHAR,
  detail VARCHAR
);
CREATE INDEX slips_day ON slips (hall_day);

CREATE TABLE audit (
  seq BIGINT NOT NULL,
  nth INT NOT NULL,
  hall_day DATE NOT NULL,
  at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  actor_kind VARCHAR NOT NULL,
  actor VARCHAR NOT NULL,
  standing_in_for VARCHAR,
  what VARCHAR NOT NULL,
  window_id VARCHAR,
  ticket VARCHAR,
  detail VARCHAR,
  PRIMARY KEY (seq, nth)
);
CREATE INDEX audit_day ON audit (hall_day);

-- The durations, in whole seconds begun and completed; open ones are absent.
CREATE VIEW wait_times AS
  SELECT ticket, nth, hall_day, cause, line, window_id, since_at, to_at,
         CAST(FLOOR(EXTRACT(EPOCH FROM (to_at - since_at))) AS BIGINT) AS seconds
  FROM waits WHERE ending = 'CALLED';
CREATE VIEW walk_times AS
  SELECT ticket, nth, hall_day, line, window_id, clerk,
         CAST(FLOOR(EXTRACT(EPOCH FROM (arrived_at - at))) AS BIGINT) AS seconds
  FROM calls WHERE arrived_at IS NOT NULL;
CREATE VIEW service_times AS
  SELECT service, hall_day, finished_day, ticket, line, window_id, clerk, outcome,
         CAST(FLOOR(EXTRACT(EPOCH FROM (finished_at - started_at)) - held_seconds) AS BIGINT) AS seconds,
         CAST(FLOOR(held_seconds) AS BIGINT) AS held_seconds
  FROM services WHERE finished_at IS NOT NULL;
