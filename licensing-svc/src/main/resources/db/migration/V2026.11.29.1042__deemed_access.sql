-- For each item of technology or source code and each situation that somebody who works here is in: may it be released? The key is a
-- digest of the question. A row whose state is gone keeps its version, so that consumers drop nothing when the situation comes back.
create table deemed_access (
    id              text        primary key,
    item_id         text        not null,
    version         bigint      not null check (version > 0),
    item_version    bigint      not null,             -- a replica that knows an older item changes nothing
    state           bytea,                            -- as published; null where it is not published any more
    changed_at      timestamptz not null
);
create index deemed_access_item on deemed_access (item_id);

-- Until when all of it may be relied on: written by whichever replica found nothing left to determine.
create table deemed_progress (
    only_row        boolean     primary key default true check (only_row),
    good_until      timestamptz not null
);
insert into deemed_progress (good_until) values ('epoch');

-- It is looked several times a second whether a license that names persons, or a flag on an item, has changed. The version stands in no
-- index: it changes with each draw, and a draw must not write indexes.
create index license_by_kind on license (kind);
create index red_flag_by_kind on red_flag (kind);
