-- Keyed hashes by which sealed records are found: of addresses, display names and employee numbers, each with its field, so that
-- nothing can be told from them without the key. They go when their person is deleted or erased.
alter table person add column marked boolean not null default false;
create index person_unmarked on person (id) where not marked and deleted_at is null;
create table person_mark (
    mark            text        not null,
    person_id       text        not null references person (id) on delete cascade,
    primary key (mark, person_id)
);
create index person_mark_person on person_mark (person_id);
create index person_created on person (created_at);
create index person_changed on person (changed_at, id);
