-- Editions of screening lists. Rows never change; what is current is one reference.
create table list_edition (
    id          text        primary key,
    source      text        not null,
    digest      text        not null,
    bytes       bigint      not null,
    counts      text        not null,                -- JSON: entries by list code
    quarantined integer     not null,
    quarantine  text        not null,                -- JSON: the first rows that could not be read
    loaded_at   timestamptz not null,
    loaded_by   text        not null
);
create index list_edition_by_source on list_edition (source, id desc);

create table list_entry (
    edition     text        not null references list_edition (id),
    ordinal     integer     not null,
    entry_id    text        not null,
    list_code   text        not null,
    name        text        not null,
    content     jsonb       not null,
    primary key (edition, ordinal)
);
create unique index list_entry_by_id on list_entry (edition, entry_id);

create table screening_list (
    source          text    primary key,
    current_edition text    references list_edition (id)
);
insert into screening_list (source) values ('consolidated');

create table party (
    id                           text        primary key,
    version                      bigint      not null check (version > 0),
    name                         text        not null,
    country                      text        not null,
    headquarters                 text,
    ultimate_parent_headquarters text,
    addresses                    text        not null,   -- JSON
    aliases                      text        not null,   -- JSON
    active                       boolean     not null,
    screened_edition             text        references list_edition (id),
    screening                    text,                   -- JSON, with the explanation of each hit
    created_at                   timestamptz not null,
    changed_at                   timestamptz not null
);
-- Finds the parties that were not screened against the current edition.
create index party_by_edition on party (screened_edition, id);
