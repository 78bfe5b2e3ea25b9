-- What was searched, and since when, so that a question can be asked of the lists as they were. Rows never change.
create table list_switch (
    ordinal     bigint      generated always as identity primary key,
    editions    jsonb       not null,                -- ids of editions by their sources
    counts      text        references word_counts (id), -- absent: what the editions' own names say
    switched_at timestamptz not null
);
create index list_switch_by_time on list_switch (switched_at desc, ordinal desc);

-- Each edition of before became current when it was taken in; counts that were taken before the next one came were those in use.
insert into list_switch (editions, counts, switched_at)
select (select jsonb_object_agg(latest.source, latest.id)
        from (select distinct on (known.source) known.source, known.id
              from list_edition known
              where (known.loaded_at, known.id) <= (edition.loaded_at, edition.id)
              order by known.source, known.loaded_at desc, known.id desc) as latest),
       (select counted.id
        from word_counts counted
        where counted.counted_at < coalesce(edition.next_loaded_at, 'infinity')
        order by counted.counted_at desc
        limit 1),
       edition.loaded_at
from (select id, loaded_at, lead(loaded_at) over (order by loaded_at, id) as next_loaded_at from list_edition) as edition
order by edition.loaded_at, edition.id;
