-- A product master that somebody sent. Its rows are checked before the first one is applied.
create table product_import (
    id            text        primary key,
    state         text        not null check (state in ('RECEIVING', 'REFUSED', 'QUEUED', 'APPLYING', 'CANCELED', 'DONE')),
    layout        text        not null check (layout in ('CSV', 'NDJSON')),
    sha256        text        check (length(sha256) = 64),
    propose       boolean     not null,
    skip_invalid  boolean     not null,
    received      integer     not null default 0,
    invalid       integer     not null default 0,
    applied       integer     not null default 0,
    unchanged     integer     not null default 0,
    failed        integer     not null default 0,
    subject       text        not null,
    name          text        not null,
    created_at    timestamptz not null,
    changed_at    timestamptz not null
);
create index product_import_to_do on product_import (id) where state in ('RECEIVING', 'QUEUED', 'APPLYING');

-- Its rows. The body is dropped once it is applied: the item and its datasheet hold it from then on.
create table product_row (
    import_id    text     not null references product_import (id) on delete cascade,
    line         integer  not null check (line > 0),
    state        text     not null check (state in ('INVALID', 'CHECKED', 'APPLIED', 'UNCHANGED', 'FAILED')),
    part_number  text,
    item_id      text,
    body         text     check (body is json object),
    errors       text     check (errors is json array),
    primary key (import_id, line)
);
create index product_row_by_state on product_row (import_id, state, line);
create index product_row_by_part_number on product_row (import_id, part_number);

create index if not exists item_by_part_number on item (part_number text_pattern_ops);
