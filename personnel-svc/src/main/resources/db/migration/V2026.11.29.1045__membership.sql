-- Whose membership in the realm's groups is to be looked at. Rows of one person may be many: whoever looks takes all that it has seen.
create table membership_due (
    id              bigint generated always as identity primary key,
    person_id       text        not null,
    ends_sessions   boolean     not null
);
create index membership_due_of on membership_due (person_id, id);

create function admission_makes_membership_due() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.state = 'ADMITTED' then
            insert into membership_due (person_id, ends_sessions) values (new.person_id, false);
        end if;
    elsif new.state <> old.state then
        insert into membership_due (person_id, ends_sessions) values (new.person_id, old.state = 'ADMITTED');
    end if;
    return null;
end $$;
create trigger admission_makes_membership_due after insert or update on admission
    for each row execute function admission_makes_membership_due();

-- What is inside a plan decides in which groups of items those admitted are.
create function plan_item_makes_membership_due() returns trigger language plpgsql as $$
begin
    insert into membership_due (person_id, ends_sessions)
    select a.person_id, tg_op = 'DELETE' from admission a
    where a.plan_id = case when tg_op = 'DELETE' then old.plan_id else new.plan_id end and a.state = 'ADMITTED';
    return null;
end $$;
create trigger plan_item_makes_membership_due after insert or delete on technology_control_plan_item
    for each row execute function plan_item_makes_membership_due();
