-- Editions of the control list that were taken in. Rows never change; of one issue date the one taken in last counts.
create table control_list_edition (
    id          text        primary key,
    issue_date  date        not null,
    digest      text        not null check (length(digest) = 64),
    bytes       bigint      not null check (bytes > 0),
    source      text        not null,
    entries     integer     not null check (entries > 0),
    loaded_at   timestamptz not null,
    loaded_by   text        not null
);
create index control_list_edition_by_issue on control_list_edition (issue_date, id);

create table control_list_entry (
    edition     text        not null references control_list_edition (id),
    eccn        text        not null,
    content     text        not null check (content is json object),
    primary key (edition, eccn)
);

create trigger control_list_edition_immutable before update or delete on control_list_edition
    for each row execute function numbered_is_immutable();
create trigger control_list_entry_immutable before update or delete on control_list_entry
    for each row execute function numbered_is_immutable();
