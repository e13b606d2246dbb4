-- Notices (补办件、退回件、窗口联办通知书) as they were made out; "points" are what is missing, or who handles it jointly.
CREATE TABLE notices (
  number VARCHAR PRIMARY KEY,
  hall_day DATE NOT NULL,
  at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  outcome VARCHAR NOT NULL,
  ticket VARCHAR NOT NULL,
  line VARCHAR NOT NULL,
  service VARCHAR NOT NULL,
  window_id VARCHAR NOT NULL,
  clerk VARCHAR NOT NULL,
  items VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  due DATE NOT NULL
);
CREATE INDEX notices_day ON notices (hall_day);

CREATE TABLE notice_points (
  notice VARCHAR NOT NULL,
  nth INT NOT NULL,
  text VARCHAR NOT NULL,
  PRIMARY KEY (notice, nth)
);

-- One row for each print job of one of the three copies.
CREATE TABLE notice_copies (
  job VARCHAR PRIMARY KEY,
  notice VARCHAR NOT NULL,
  copy VARCHAR NOT NULL,
  printer VARCHAR NOT NULL,
  reprint BOOLEAN NOT NULL,
  queued_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  ended_at TIMESTAMP(9) WITH TIME ZONE,
  ending VARCHAR,
  detail VARCHAR
);
CREATE INDEX notice_copies_notice ON notice_copies (notice);
