-- Files of subjects that are screened in the background.
create table screening_batch (
    id            text             primary key,
    state         text             not null check (state in ('RECEIVING', 'QUEUED', 'SCREENING', 'REFUSED', 'CANCELED', 'DONE')),
    layout        text             not null check (layout in ('CSV', 'NDJSON')),
    columns       text             not null check (columns is json array),   -- how each column of the header was read
    threshold     double precision check (threshold between 0 and 1),        -- null: the profile's
    sha256        text             check (length(sha256) = 64),
    bytes         bigint           not null default 0,
    received      integer          not null default 0,                       -- rows of the file
    invalid       integer          not null default 0,                       -- rows that are not in order, and are not screened
    screened      integer          not null default 0,
    possible      integer          not null default 0,                       -- screened rows with hits of which none is exact
    listed        integer          not null default 0,                       -- screened rows with an exact hit
    result_sha256 text             check (length(result_sha256) = 64),       -- of all results as NDJSON, once all rows are screened
    created_by    text             not null,
    created_at    timestamptz      not null,
    changed_at    timestamptz      not null
);
create index screening_batch_by_state on screening_batch (state, changed_at);

-- Rows of a batch that are screened in one transaction. What was received is dropped once its results are there.
create table screening_batch_chunk (
    batch_id    text        not null references screening_batch (id) on delete cascade,
    number      integer     not null,
    first_line  integer     not null,
    last_line   integer     not null,
    rows        integer     not null,
    invalid     integer     not null,
    input       bytea,                               -- NDJSON, gzip
    errors      bytea,                               -- NDJSON, gzip: what is wrong with rows that are not in order
    results     bytea,                               -- NDJSON, gzip
    hits        integer     not null default 0,      -- rows with hits
    editions    text,                                -- what they were screened against
    screened_at timestamptz,
    primary key (batch_id, number)
);
create index screening_batch_chunk_due on screening_batch_chunk (batch_id, number) where screened_at is null;
-- Compressed already.
alter table screening_batch_chunk alter column input set storage external;
alter table screening_batch_chunk alter column errors set storage external;
alter table screening_batch_chunk alter column results set storage external;

-- What the rows of a batch were screened against: one set of editions and one profile, where neither changed meanwhile.
create table screening_batch_editions (
    batch_id  text not null references screening_batch (id) on delete cascade,
    editions  text not null,
    profile   text not null,
    lists     text not null check (lists is json array),
    primary key (batch_id, editions, profile)
);
