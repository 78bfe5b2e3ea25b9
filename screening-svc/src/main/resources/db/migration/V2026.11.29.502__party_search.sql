-- Words of kept parties' names, and what is within a slip of them, as numbers: finds the parties that a name may be like.
create table party_search (
    party_id  text      primary key references party (id) on delete cascade,
    keys      integer[] not null
);
create index party_search_by_key on party_search using gin (keys);

-- Parties whose words are not written yet. A trigger, so that no way of changing a name can forget it.
create table party_search_due (
    party_id  text primary key references party (id) on delete cascade
);

create function party_name_changed() returns trigger language plpgsql as $$
begin
    -- The update waits for whoever is just writing the words of the name before, so that the new one is not lost.
    insert into party_search_due (party_id) values (new.id)
    on conflict (party_id) do update set party_id = excluded.party_id;
    return null;
end $$;

create trigger party_name_registered after insert on party
    for each row execute function party_name_changed();
create trigger party_name_replaced after update on party
    for each row when (old.name is distinct from new.name or old.aliases is distinct from new.aliases)
    execute function party_name_changed();

insert into party_search_due (party_id) select id from party;
