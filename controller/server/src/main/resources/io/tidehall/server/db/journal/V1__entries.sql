-- What has happened, one row for each accepted request. The body is the truth; "at" is for people who look.
CREATE TABLE entry (
  seq BIGINT PRIMARY KEY,
  at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  body VARCHAR(1048576) NOT NULL
);
