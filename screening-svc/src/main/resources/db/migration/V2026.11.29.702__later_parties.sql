-- Parties that are to be looked at against the signals that are there already. Rows are only added, so that nobody who changes a party waits, and
-- taken away by who has looked. A trigger, so that no way of registering or moving a party can forget it.
create table signal_party_due (
    id       bigint generated always as identity primary key,
    party_id text   not null
);

create function party_came_or_moved() returns trigger language plpgsql as $$
begin
    insert into signal_party_due (party_id) values (new.id);
    return null;
end $$;

create trigger party_came after insert on party
    for each row execute function party_came_or_moved();
create trigger party_moved after update on party
    for each row when (old.country is distinct from new.country
        or old.headquarters is distinct from new.headquarters
        or old.ultimate_parent_headquarters is distinct from new.ultimate_parent_headquarters
        or old.name is distinct from new.name
        or old.aliases is distinct from new.aliases)
    execute function party_came_or_moved();

alter table signal_impact add column found_at timestamptz;   -- null: before it was kept

-- Parties that came or moved before this was looked at are found by looking at all of them once more.
update signal set impact_done = false, impact_after = null where raised_at > now() - interval '366 days';
