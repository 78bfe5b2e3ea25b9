-- Events that wait for the relay. A row leaves when Kafka has acknowledged it.
create table outbox (
    id          bigint generated always as identity primary key,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    version     bigint      not null check (version > 0),
    event_id    uuid        not null,
    payload     bytea,                               -- null is a tombstone
    trace       text,
    created_at  timestamptz not null default clock_timestamp()
);

-- Entries stand in the order of leaf_index, which the one sequencer gives after commit. Until then it is null.
create table ledger_entry (
    id          bigint generated always as identity primary key,
    leaf_index  bigint unique,
    payload     bytea       not null,
    created_at  timestamptz not null default clock_timestamp()
);
create index ledger_entry_unsequenced on ledger_entry (id) where leaf_index is null;

create function ledger_entry_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'ledger entries are never deleted';
    end if;
    if new.payload is distinct from old.payload or new.id <> old.id or old.leaf_index is not null then
        raise exception 'ledger entries are never changed';
    end if;
    return new;
end $$;
create trigger ledger_entry_append_only before update or delete on ledger_entry
    for each row execute function ledger_entry_is_append_only();

-- Hashes of the complete subtrees: level 0 holds leaves, a node at (level, position) covers 2^level of them.
create table ledger_node (
    level       smallint    not null,
    position    bigint      not null,
    hash        bytea       not null check (length(hash) = 32),
    primary key (level, position)
);

create table ledger_checkpoint (
    size        bigint      primary key,
    root        bytea       not null check (length(root) = 32),
    note        text        not null,
    created_at  timestamptz not null default clock_timestamp()
);

-- Answers kept for callers that send a request again.
create table idempotency (
    caller      text        not null,
    route       text        not null,
    key         text        not null,
    fingerprint bytea       not null,
    status      integer,
    location    text,
    etag        text,
    body        text,
    created_at  timestamptz not null default clock_timestamp(),
    primary key (caller, route, key)
);
create index idempotency_age on idempotency (created_at);

-- The last known version of each fact that another service owns. A null value is a fact that is gone or could not be read.
create table fact (
    topic       text        not null,
    key         text        not null,
    version     bigint      not null,
    value       bytea,
    received_at timestamptz not null default clock_timestamp(),
    primary key (topic, key)
);

create table feed_position (
    topic          text        not null,
    part           integer     not null,
    complete_up_to timestamptz not null,
    primary key (topic, part)
);
