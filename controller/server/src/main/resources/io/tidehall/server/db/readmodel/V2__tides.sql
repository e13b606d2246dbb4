-- Openings and closings of tidal windows, and what became of proposals.
CREATE TABLE tide_events (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hall_day DATE NOT NULL,
  at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  window_id VARCHAR NOT NULL,
  what VARCHAR NOT NULL, -- PROPOSED, REFUSED, WITHDRAWN, EXPIRED, OPENED, CLOSED
  act VARCHAR, -- OPEN or CLOSE, unless a proposal ended
  rule VARCHAR NOT NULL,
  reason_zh VARCHAR NOT NULL,
  reason_en VARCHAR NOT NULL,
  actor VARCHAR NOT NULL, -- who approved, asked or refused; empty for the hall itself
  proposal VARCHAR NOT NULL
);
CREATE INDEX tide_events_day ON tide_events (hall_day);
