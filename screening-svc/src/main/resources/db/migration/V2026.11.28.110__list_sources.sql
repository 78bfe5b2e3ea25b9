-- Several lists side by side: each source has editions of its own, and parties are screened against all that are current.
alter table list_edition add column format    text   not null default 'CSL_CSV';
alter table list_edition add column published date;                                    -- where the file tells it
alter table list_edition add column repaired  bigint not null default 0;               -- bytes in another encoding than declared

insert into screening_list (source)
values ('ofac-sdn'), ('ofac-consolidated'), ('bis-denied-persons'), ('bis-part-744'), ('eu'), ('un'), ('uk'), ('opensanctions');

-- What a party was screened against is the set of current editions, named by a digest of their ids; of one edition alone, its id.
alter table party drop constraint party_screened_edition_fkey;

-- Files that were refused. Nothing of them was taken in.
create table list_refusal (
    id          text        primary key,
    source      text        not null references screening_list (source),
    digest      text        not null,
    bytes       bigint      not null,
    published   date,
    reason      text        not null,
    refused_at  timestamptz not null,
    sent_by     text        not null
);
create index list_refusal_by_source on list_refusal (source, id desc);
