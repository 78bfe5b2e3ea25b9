-- The record of each release that was permitted. keep_until is the last day on which it must be kept: five years from the latest event
-- (15 CFR 762.6(a)); null while no event is known, and then it is kept. A release to a person is an export on its own day.
create table release_record (
    release_id      text        primary key references release,
    version         bigint      not null default 1 check (version > 0),
    shipment        text        not null default '{"answers":{},"events":[]}' check (shipment is json object),
    released_on     date,
    basis_on        date,
    keep_until      date,
    ledger_entry_id bigint,
    changed_at      timestamptz not null,
    check ((basis_on is null) = (keep_until is null))
);
create index release_record_keep_until on release_record (keep_until, release_id) where keep_until is not null;

create function record_of_release() returns trigger language plpgsql as $$
declare
    released date := case when new.person_id is null then null else (new.decided_at at time zone 'UTC')::date end;
begin
    insert into release_record (release_id, released_on, basis_on, keep_until, changed_at)
    values (new.id, released, released, (released + interval '5 years')::date, new.decided_at);
    return null;
end $$;
create trigger release_has_a_record after insert on release for each row when (new.decision = 'PERMITTED')
    execute function record_of_release();

insert into release_record (release_id, released_on, basis_on, keep_until, changed_at)
select id, released, released, (released + interval '5 years')::date, decided_at
from (select id, decided_at, case when person_id is null then null else (decided_at at time zone 'UTC')::date end as released
      from release where decision = 'PERMITTED') permitted;

create table record_hold (
    id               text        primary key,
    version          bigint      not null check (version > 0),
    release_id       text        not null references release_record,
    state            text        not null check (state in ('IN_FORCE', 'LIFT_PROPOSED', 'LIFTED')),
    reason           text        not null,
    placed_by        text        not null,
    placed_at        timestamptz not null,
    lift_reason      text,
    lift_proposed_by text,
    lifted_by        text,
    decision_note    text,
    changed_at       timestamptz not null,
    check ((state = 'IN_FORCE') = (lift_proposed_by is null)),
    check ((state = 'LIFTED') = (lifted_by is not null)),
    -- Two people, whatever a writer may forget.
    check (lifted_by <> lift_proposed_by)
);
create index record_hold_by_release on record_hold (release_id);

-- What was deleted when its time had run out. The row is the only key that opens release and determination for deletion, and the database
-- gives it for no record that is held or must still be kept, whatever a writer may forget.
create table record_expiry (
    release_id       text        primary key,
    determination_id text        not null,
    keep_until       date        not null,
    deleted_at       timestamptz not null
);
create function may_expire() returns trigger language plpgsql as $$
begin
    if not exists (
        select from release_record
        where release_id = new.release_id and keep_until = new.keep_until
          and keep_until < (now() at time zone 'UTC')::date
          and not exists (select from record_hold h where h.release_id = new.release_id and h.state <> 'LIFTED'))
    then
        raise exception 'a record that is held or must be kept is not deleted';
    end if;
    return new;
end $$;
create trigger record_expires before insert on record_expiry for each row execute function may_expire();

create function expired_only() returns trigger language plpgsql as $$
begin
    if exists (select from record_expiry where release_id = old.release_id) then
        return old;
    end if;
    raise exception 'a record is deleted only when its time has run out';
end $$;
create trigger record_stays before delete on release_record for each row execute function expired_only();

create or replace function decided_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and tg_table_name = 'release'
        and exists (select from record_expiry where release_id = old.id)
    then
        return old;
    end if;
    if tg_op = 'DELETE' and tg_table_name = 'determination'
        and exists (select from record_expiry where determination_id = old.id)
    then
        return old;
    end if;
    raise exception 'what was decided is never changed';
end $$;
