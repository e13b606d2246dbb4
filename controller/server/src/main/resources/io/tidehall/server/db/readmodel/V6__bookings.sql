-- Bookings and what became of them. Whose they were is not kept here.
-- "slot_day" is the day of the slot; stage is BOOKED, CANCELLED, IN_TIME, LATE, MISSED, or LAPSED when the hall was not there that day.
CREATE TABLE bookings (
  booking VARCHAR PRIMARY KEY,
  line VARCHAR NOT NULL,
  slot_day DATE NOT NULL,
  slot_from TIME NOT NULL,
  slot_to TIME NOT NULL,
  stage VARCHAR NOT NULL,
  ticket VARCHAR,
  made_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  ended_at TIMESTAMP(9) WITH TIME ZONE
);
CREATE INDEX bookings_day ON bookings (slot_day);
