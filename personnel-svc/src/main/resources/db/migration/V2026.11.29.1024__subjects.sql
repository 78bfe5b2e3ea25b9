-- Legal holds: while one is in force nobody is erased (15 CFR 762.6(b)). A reference and no reason in words, so that no name stands here.
create table person_hold (
    id               text        primary key,
    version          bigint      not null check (version > 0),
    person_id        text        not null references person (id),
    state            text        not null check (state in ('IN_FORCE', 'LIFT_PROPOSED', 'LIFTED')),
    reference        text        not null check (reference ~ '^[A-Za-z0-9][A-Za-z0-9./_-]{0,59}$'),
    placed_by        text        not null,
    placed_at        timestamptz not null,
    lift_proposed_by text,
    lifted_by        text,
    changed_at       timestamptz not null,
    check ((state = 'IN_FORCE') = (lift_proposed_by is null)),
    check ((state = 'LIFTED') = (lifted_by is not null)),
    -- Two people, whatever a writer may forget.
    check (lifted_by <> lift_proposed_by)
);
create index person_hold_by_person on person_hold (person_id);

create table erasure (
    id              text        primary key,
    version         bigint      not null check (version > 0),
    person_id       text        not null references person (id),
    proposed_by     text        not null,
    proposed_at     timestamptz not null,
    agreed_by       text,
    erased_at       timestamptz,
    ledger_entry    bigint,
    check (agreed_by <> proposed_by),
    check ((erased_at is null) = (ledger_entry is null))
);
create unique index erasure_open on erasure (person_id) where erased_at is null;

-- The database destroys no key of somebody who is held, whatever a writer may forget.
create function key_may_go() returns trigger language plpgsql as $$
begin
    if exists (select from person_hold h where h.person_id = old.person_id and h.state <> 'LIFTED') then
        raise exception 'a person who is held is not erased';
    end if;
    return old;
end $$;
create trigger person_key_stays before delete on person_key for each row execute function key_may_go();

-- Who looked at personal data, when and what for. Nothing of what was seen stands here.
create table access_log (
    id              bigint      generated always as identity primary key,
    at              timestamptz not null,
    subject         text        not null,
    operation       text        not null,
    person_id       text,                              -- null where many were looked at
    purpose         text        not null check (purpose ~ '^[A-Z_]{1,40}$')
);
create index access_log_by_person on access_log (person_id, id);
create function access_stays() returns trigger language plpgsql as $$
begin
    raise exception 'who looked at personal data is never rewritten';
end $$;
create trigger access_log_stays before update on access_log for each row execute function access_stays();
