-- Red flags that somebody has seen. Raised and closed once each, by two people; nothing is deleted.
create table red_flag (
    id         text        primary key,
    version    bigint      not null check (version in (1, 2)),
    state      text        not null check (state in ('OPEN', 'CLOSED')),
    number     text        not null,
    kind       text        not null check (kind in ('PARTY', 'ITEM', 'DESTINATION', 'REFERENCE')),
    subject    text        not null,
    scope      text        not null,  -- kind and subject in the one way of writing by which decisions ask
    seen       text        not null,
    evidence   text        not null check (evidence is json array),
    raised_by  text        not null,
    raised_at  timestamptz not null,
    reason     text,
    resolution text        check (resolution is json array),
    closed_by  text        check (closed_by <> raised_by),
    closed_at  timestamptz,
    check ((state = 'CLOSED') = (version = 2)),
    check (num_nonnulls(reason, resolution, closed_by, closed_at) = case state when 'CLOSED' then 4 else 0 end)
);
create index red_flag_by_scope on red_flag (scope, state, id);
create index red_flag_open on red_flag (id) where state = 'OPEN';

create function red_flag_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a red flag is closed once and otherwise never changed';
end $$;
create trigger red_flag_stays_raised before update on red_flag for each row
    when (old.state = 'CLOSED' or (old.id, old.number, old.kind, old.subject, old.scope, old.seen, old.evidence, old.raised_by, old.raised_at)
          is distinct from (new.id, new.number, new.kind, new.subject, new.scope, new.seen, new.evidence, new.raised_by, new.raised_at))
    execute function red_flag_stays();
create trigger red_flag_stays before delete on red_flag for each row execute function red_flag_stays();
