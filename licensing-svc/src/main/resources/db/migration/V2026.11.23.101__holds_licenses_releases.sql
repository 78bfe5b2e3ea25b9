-- Is-informed letters. What a letter says stands in terms; the columns beside it are what queries need.
create table hold (
    id              text        primary key,
    version         bigint      not null check (version > 0),
    status          text        not null check (status in ('ACTIVE', 'WITHDRAWN')),
    effective_from  date        not null,
    effective_until date,
    terms           text        not null check (terms is json object),
    withdrawal      text,
    changed_at      timestamptz not null,
    changed_by      text        not null,
    check (effective_until >= effective_from)
);
create index hold_in_force on hold (id) where status = 'ACTIVE';

-- Rises by one with each change of a hold, in that change's transaction: a decision that reads the same number as before may use
-- the holds that it has in memory.
create table hold_edition (
    only_row        boolean     primary key default true check (only_row),
    number          bigint      not null
);
insert into hold_edition (number) values (1);

create table license (
    id              text        primary key,
    version         bigint      not null check (version > 0),
    number          text        not null unique,
    kind            text        not null check (kind in ('BIS_LICENSE', 'DEEMED_EXPORT')),
    status          text        not null check (status in ('ACTIVE', 'EXHAUSTED', 'REVOKED')),
    valid_from      date        not null,
    valid_until     date        not null,
    terms           text        not null check (terms is json object),
    changed_at      timestamptz not null,
    check (valid_until >= valid_from)
);

-- The checks are the last wall against a draw beyond what was authorized, should a writer ever forget to ask.
create table license_line (
    license_id      text        not null references license,
    line            integer     not null check (line between 1 and 999),
    eccn            text        not null,
    item_id         text,
    quantity        numeric(20, 6) check (quantity > 0),
    quantity_drawn  numeric(20, 6) not null default 0 check (quantity_drawn >= 0),
    value           numeric(19, 4) check (value > 0),
    value_drawn     numeric(19, 4) not null default 0 check (value_drawn >= 0),
    currency        text,
    primary key (license_id, line),
    check (quantity is not null or value is not null),
    check ((value is null) = (currency is null)),
    check (quantity is null or quantity_drawn <= quantity),
    check (value is null or value_drawn <= value)
);
create index license_line_by_eccn on license_line (eccn, license_id);

-- A release draws once: its id is the key.
create table license_draw (
    release_id      text        primary key,
    license_id      text        not null,
    line            integer     not null,
    quantity        numeric(20, 6) not null check (quantity > 0),
    value           numeric(19, 4) check (value >= 0),
    drawn_at        timestamptz not null,
    foreign key (license_id, line) references license_line
);
create index license_draw_by_license on license_draw (license_id, drawn_at);

-- Determinations and releases are never changed: what was decided stays as it was decided. answer holds the canonical JSON bytes.
create table determination (
    id              text        primary key,
    outcome         text        not null,
    item_id         text        not null,
    person_id       text,
    as_of           date        not null,
    determined_at   timestamptz not null,
    determined_by   text        not null,
    ledger_entry_id bigint      not null,
    answer          bytea       not null
);
create index determination_by_item on determination (item_id, id);

create table release (
    id               text        primary key,
    determination_id text        not null references determination,
    decision         text        not null check (decision in ('PERMITTED', 'REVIEW', 'DENIED')),
    item_id          text        not null,
    person_id        text,
    decided_at       timestamptz not null,
    decided_for      text        not null,
    determination_ledger_entry_id bigint not null,
    ledger_entry_id  bigint      not null,
    answer           bytea       not null
);
create index release_by_item on release (item_id, id);
create index release_by_decision on release (decision, id);

create table release_party (
    release_id      text        not null references release,
    party_id        text        not null,
    primary key (party_id, release_id)
);

create function decided_once() returns trigger language plpgsql as $$
begin
    raise exception 'what was decided is never changed';
end $$;
create trigger determination_stays before update or delete on determination for each row execute function decided_once();
create trigger release_stays before update or delete on release for each row execute function decided_once();
