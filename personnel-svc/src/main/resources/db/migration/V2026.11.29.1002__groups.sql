-- Groups as HR keeps them. A group's name names no person; of its members there are opaque ids alone.
create table scim_group (
    id              text        primary key,
    version         bigint      not null check (version > 0),
    display_name    text        not null,
    comparable_name text        not null,
    external_id     text,
    created_at      timestamptz not null,
    changed_at      timestamptz not null
);
create index scim_group_name on scim_group (comparable_name);
create index scim_group_external_id on scim_group (external_id) where external_id is not null;
create table scim_group_member (
    group_id        text        not null references scim_group (id),
    person_id       text        not null references person (id),
    primary key (group_id, person_id)
);
create index scim_group_member_person on scim_group_member (person_id);
