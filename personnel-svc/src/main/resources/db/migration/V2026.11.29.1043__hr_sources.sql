-- Up to when each HR system has told what it knows. A word changes the row and nothing else; that a system is waited for no more is in
-- the ledger.
create table hr_source (
    id              text        primary key,
    version         bigint      not null check (version > 0),
    complete_up_to  timestamptz not null,
    word            text        not null check (word in ('SCIM', 'DELTA_SYNC', 'FULL_SYNC', 'HEARTBEAT')),
    retired_at      timestamptz
);
