-- Names that two people have found to be somebody else than the entries that they are like.
create table good_guy (
    id            text        primary key,
    version       bigint      not null check (version > 0),
    state         text        not null,
    cleared_until date,
    who           text        not null,              -- JSON: names and country
    pairs         text        not null,              -- JSON: a decision on each entry
    created_at    timestamptz not null,
    changed_at    timestamptz not null
);
create index good_guy_in_force on good_guy (cleared_until) where state = 'APPROVED';

-- By what it is looked up: digests of the names.
create table good_guy_name (
    good_guy text not null references good_guy (id),
    digest   text not null,
    primary key (digest, good_guy)
);

-- Who clears a party of something, each between spaces: what is taken back is taken back from these parties at once.
alter table party add column cleared_by text;
create index party_cleared on party (id) where cleared_by is not null;
