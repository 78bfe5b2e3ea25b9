-- Items. The classification in effect is kept in the words of the event, so that event and table can never differ.
create table item (
    id               text        primary key,
    version          bigint      not null check (version > 0),
    name             text        not null check (length(name) between 1 and 200),
    part_number      text        check (length(part_number) between 1 and 100),
    form             text        not null,
    datasheets       integer     not null default 0 check (datasheets >= 0),
    classifications  integer     not null default 0 check (classifications >= 0),
    classification   text        check (classification is json object),
    created_at       timestamptz not null,
    changed_at       timestamptz not null
);

-- Kept as text, byte for byte: the ledger holds the digest.
create table datasheet (
    id          text        primary key,
    item_id     text        not null references item (id),
    number      integer     not null check (number > 0),
    kind        text        not null,
    body        text        not null check (body is json object),
    sha256      text        not null check (length(sha256) = 64),
    created_by  text        not null,
    created_at  timestamptz not null,
    unique (item_id, number)
);

create table classification (
    id                text        primary key,
    item_id           text        not null references item (id),
    number            integer     not null check (number > 0),
    datasheet_number  integer     not null,
    as_of             date        not null,
    edition           date        not null,
    status            text        not null,
    eccn              text,
    paragraph         text,
    note              text,
    inputs            text        not null check (inputs is json array),
    result            text        not null check (result is json object),
    sha256            text        not null check (length(sha256) = 64),
    created_by        text        not null,
    created_at        timestamptz not null,
    unique (item_id, number),
    foreign key (item_id, datasheet_number) references datasheet (item_id, number)
);

create function numbered_is_immutable() returns trigger language plpgsql as $$
begin
    raise exception 'datasheets and classifications are never changed';
end $$;
create trigger datasheet_immutable before update on datasheet
    for each row execute function numbered_is_immutable();
create trigger classification_immutable before update on classification
    for each row execute function numbered_is_immutable();
