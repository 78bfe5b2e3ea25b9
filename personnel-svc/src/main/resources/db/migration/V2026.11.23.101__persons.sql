-- No name, no citizenship and no other personal data stands here in the clear. What is known of a person is in `sealed`, which
-- opens with the person's own key; names are found by keyed hashes.
create table person (
    id              text        primary key,
    version         bigint      not null check (version > 0),
    status          text        not null check (status in ('ACTIVE', 'INACTIVE')),
    user_name_hash  bytea       not null check (length(user_name_hash) = 32),
    external_id_hash bytea      check (length(external_id_hash) = 32),
    sealed          bytea,                            -- null once the person is erased
    reassess_on     date,                             -- the same facts may read differently from this day on
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    deleted_at      timestamptz,
    check (deleted_at is null or status = 'INACTIVE')
);
-- Who was deleted is not in the way of who comes after (RFC 7644, section 3.6).
create unique index person_user_name on person (user_name_hash) where deleted_at is null;
create index person_external_id on person (external_id_hash) where deleted_at is null;
create index person_reassess on person (reassess_on) where reassess_on is not null;

-- Apart from the records, so that it can have a shorter life in backups: without its row a record is noise.
create table person_key (
    person_id       text        primary key references person (id),
    master_key_id   text        not null,
    wrapped         bytea       not null
);
