-- The company's own lists stand beside the others.
insert into screening_list (source) values ('company-deny'), ('is-informed'), ('company-entries');

-- Single entries on them. Those in force on the day are the edition of company-entries.
create table own_entry (
    id          text        primary key,
    version     bigint      not null check (version > 0),
    list_code   text        not null,
    state       text        not null,
    proposed_by text,                                -- the subject of whoever wants the next step
    valid_from  date        not null,
    valid_until date,
    content     text        not null,                -- JSON
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    check (valid_until is null or valid_until >= valid_from)
);
create index own_entry_on_a_list on own_entry (id) where state in ('APPROVED', 'WITHDRAWAL_PROPOSED');
