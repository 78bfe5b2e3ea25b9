-- Applications for licenses. What one says stands in body; the columns beside it are what queries need. package is the work package as it
-- was approved, byte for byte: what is submitted is what was agreed to.
create table application (
    id               text        primary key,
    version          bigint      not null check (version > 0),
    determination_id text        not null references determination,
    state            text        not null check (state in
        ('DRAFT', 'APPROVED', 'SUBMITTED', 'INTENT_TO_DENY', 'RETURNED', 'GRANTED', 'DENIED', 'WITHDRAWN')),
    -- The nearest day by which something is due, and the one that was marked last.
    next_due         date,
    marked_due       date,
    body             text        not null check (body is json object),
    package          bytea,
    ledger_entry_id  bigint      not null,
    changed_at       timestamptz not null,
    -- An approved package is there from the approval on, and a draft has none.
    check ((state = 'DRAFT') <= (package is null))
);
create index application_by_determination on application (determination_id, id);
create index application_by_state on application (state, id);
create index application_due on application (next_due, id) where next_due is not null;
