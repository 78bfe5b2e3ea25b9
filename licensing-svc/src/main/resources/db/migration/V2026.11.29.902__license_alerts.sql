-- What somebody should look at, raised once: an amended day, limit or due date is another basis and may be raised again.
create table license_alert (
    id              text        primary key,
    license_id      text        not null references license,
    license_number  text        not null,
    kind            text        not null check (kind in ('EXPIRY', 'BALANCE', 'CONDITION_DUE', 'CONDITION_OVERDUE')),
    part            integer     not null,
    threshold       integer     not null,
    basis           text        not null,
    message         text        not null,
    raised_at       timestamptz not null,
    acknowledged_by text,
    acknowledged_at timestamptz,
    unique (license_id, kind, part, threshold, basis),
    check ((acknowledged_by is null) = (acknowledged_at is null))
);
create index license_alert_open on license_alert (id) where acknowledged_at is null;
