-- Where the ledger holds the digest of a datasheet, an answer or a step: so that a record can carry its proof.
create table item_digest (
    item_id  text    not null references item (id),
    sha256   text    not null check (length(sha256) = 64),
    entry    bigint  not null references ledger_entry (id),
    primary key (item_id, sha256, entry)
);

-- What the ledger holds already.
insert into item_digest (item_id, sha256, entry)
select change.item_id, digest.sha256, change.entry
from (
    select id as entry, body ->> 'subject' as item_id, body #> '{fact,change}' as fact
    from (select id, convert_from(payload, 'UTF8')::json as body from ledger_entry) entries
    where body ->> 'type' = 'dev.portcullis.item.changed'
) change
cross join lateral (
    select change.fact ->> 'datasheetSha256' as sha256
    union select change.fact ->> 'resultSha256'
    union select step ->> 'sha256' from json_array_elements(change.fact -> 'steps') step
) digest
where digest.sha256 is not null;
