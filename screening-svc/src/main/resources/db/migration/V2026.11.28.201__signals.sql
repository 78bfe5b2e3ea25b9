-- News that may change what is permitted. The change number rises with each change of any signal, in the order of commits, because whoever
-- changes one holds a lock; a stream is resumed by it.
create sequence signal_change;
create table signal (
    id            text        primary key,
    change_number bigint      not null default nextval('signal_change') unique,
    version       bigint      not null check (version > 0),
    origin        text        not null unique,       -- what it was learned from: the same news is one signal however often it comes
    kind          text        not null,
    source        text        not null,
    published_on  date        not null,
    countries     text        not null,              -- codes, each between spaces
    eccns         text        not null,              -- numbers, each between spaces
    content       text        not null,              -- JSON
    acknowledged  boolean     not null default false,
    raised_at     timestamptz not null,
    raised_by     text,                              -- who posted it; absent where a machine learned of it
    impact_done   boolean     not null default false,
    impact_after  text,                              -- the last party that was looked at
    impact_found  integer     not null default 0,    -- parties that it touches
    impact_at     timestamptz
);
create index signal_without_impact on signal (id) where not impact_done;

create table signal_acknowledgment (
    signal_id text        not null references signal (id),
    subject   text        not null,
    name      text        not null,
    reason    text        not null,
    at        timestamptz not null,
    primary key (signal_id, subject)
);

-- The entries of a list that a signal is about.
create table signal_entry (
    signal_id text        not null references signal (id),
    edition   text        not null,
    entry_id  text        not null,
    primary key (signal_id, edition, entry_id)
);

-- The kept parties that a signal touches, as they were when it was looked at.
create table signal_impact (
    signal_id text        not null references signal (id),
    party_id  text        not null,
    relation  text        not null,
    words     text        not null,
    effect    text        not null,
    primary key (signal_id, party_id, relation)
);

-- The edition of each list file up to which differences were told.
create table signal_mark (
    source  text primary key,
    edition text not null
);

-- How far a feed was read, and when it is asked again.
create table signal_feed (
    name          text        primary key,
    address       text        not null,
    etag          text,
    last_modified text,
    asked_at      timestamptz,
    answered_at   timestamptz,
    failures      integer     not null default 0,
    next_at       timestamptz not null default now(),
    fault         text
);
