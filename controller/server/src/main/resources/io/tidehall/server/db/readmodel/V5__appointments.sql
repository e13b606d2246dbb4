-- A ticket that was passed on for a time waits from that time on; who was called before it has not waited.
CREATE OR REPLACE VIEW wait_times AS
  SELECT ticket, nth, hall_day, cause, line, window_id, since_at, to_at,
         CAST(FLOOR(EXTRACT(EPOCH FROM (GREATEST(since_at, to_at) - since_at))) AS BIGINT) AS seconds
  FROM waits WHERE ending = 'CALLED';
