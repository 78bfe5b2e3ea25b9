-- A register of licenses that another system exported. All of it is checked before the first license is recorded; each is recorded
-- whole or not at all.
create table license_import (
    id            text        primary key,
    state         text        not null check (state in ('CHECKED', 'REFUSED', 'QUEUED', 'DONE')),
    mapping       text        not null,
    sha256        text        not null check (length(sha256) = 64),
    dry_run       boolean     not null,
    skip_invalid  boolean     not null,
    lines         integer     not null,
    licenses      integer     not null,
    invalid       integer     not null,
    applied       integer     not null default 0,
    unchanged     integer     not null default 0,
    failed        integer     not null default 0,
    subject       text        not null,
    created_at    timestamptz not null,
    changed_at    timestamptz not null
);
create index license_import_to_do on license_import (id) where state = 'QUEUED';

create table license_import_item (
    import_id   text     not null references license_import (id) on delete cascade,
    ordinal     integer  not null check (ordinal > 0),
    number      text,
    first_line  integer  not null check (first_line > 0),
    state       text     not null check (state in ('INVALID', 'CHECKED', 'APPLIED', 'UNCHANGED', 'FAILED')),
    license_id  text,
    body        text     check (body is json object),
    errors      text     check (errors is json array),
    primary key (import_id, ordinal)
);
create index license_import_item_due on license_import_item (import_id, ordinal) where state = 'CHECKED';
