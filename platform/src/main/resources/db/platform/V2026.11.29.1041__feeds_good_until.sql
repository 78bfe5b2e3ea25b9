-- Until when an owner's own sources let its facts be relied on, as its last heartbeat said; null where it has no source but itself.
alter table feed_position add column good_until timestamptz;
