-- Who owns whom, as it is told. A row says what its source said from recorded_at until superseded_at; it is never changed otherwise.
create table ownership_import (
    id         text        primary key,
    source     text        not null,
    format     text        not null,
    digest     text        not null,
    bytes      bigint      not null,
    stakes     integer     not null,
    added      integer     not null,
    ended      integer     not null,
    parties    integer     not null,               -- that the change reaches
    loaded_at  timestamptz not null,
    loaded_by  text        not null
);
create index ownership_import_by_source on ownership_import (source, id desc);

create table stake (
    id            bigint generated always as identity primary key,
    source        text          not null,
    digest        text          not null,          -- of what the stake says
    owner         text          not null,          -- party:ID, entry:LIST/ID or other:KEY
    owned         text          not null,
    kind          text          not null,
    low           numeric(12,9) not null check (low between 0 and 100),
    high          numeric(12,9) not null check (high between low and 100),
    valid_from    date,
    valid_to      date,
    recorded_at   timestamptz   not null,
    recorded_by   text          not null,
    confirmed_by  text          not null,          -- the last import that said so, or the same as recorded_by
    superseded_at timestamptz,
    superseded_by text,
    check (owner <> owned)
);
create unique index stake_told_now on stake (source, digest) where superseded_at is null;
create index stake_by_owned on stake (owned);
create index stake_by_owner on stake (owner);
create index stake_by_recorder on stake (recorded_by);
create index stake_by_superseder on stake (superseded_by) where superseded_by is not null;

-- What owners are called who are neither parties nor entries.
create table stake_owner (
    owner      text        primary key,
    name       jsonb       not null,               -- names and country
    changed_at timestamptz not null
);

-- Parties whose ownership is to be assessed again from a day on. Rows are only added, and taken away by who has assessed. Without a
-- foreign key: its lock on the party would let an import and a re-screening wait for each other.
create table ownership_due (
    id     bigint generated always as identity primary key,
    party  text not null,
    due_on date not null
);
create index ownership_due_by_day on ownership_due (due_on, id);
create index ownership_due_by_party on ownership_due (party, due_on);

alter table party add column ownership text;       -- JSON; absent where no stake speaks of the party
