-- Why other services are told less of a person than the facts on record say: words of the enum Doubt, in order, with commas between.
alter table person add column doubts text not null default '';

-- Messages about persons that could not be applied exactly. No content stands here: who sent one, over which channel, how it failed,
-- and what it may have been about. What a source repeats is counted, so that no source can fill the table.
create table refused_message (
    id              text        primary key,
    person_id       text        references person (id),      -- null where nobody can tell whom the message was about
    source          text        not null check (length(source) between 1 and 200),
    channel         text        not null check (channel in ('SCIM', 'WEBHOOK', 'FILE')),
    reason          text        not null check (reason ~ '^[A-Z_]{1,60}$'),
    doubt           text        not null check (doubt in ('HR_MESSAGE_REFUSED', 'EMPLOYMENT_UNCLEAR')),
    times           bigint      not null check (times > 0),
    first_at        timestamptz not null,
    last_at         timestamptz not null,
    settled_at      timestamptz,
    settled_by      text,                                    -- the officer; the source, where a whole record of it settled this
    settlement      text        check (settlement ~ '^[A-Z_]{1,60}$'),
    check ((settled_at is null) = (settled_by is null)),
    check ((settled_at is null) = (settlement is null)),
    check (last_at >= first_at)
);
create unique index refused_message_open on refused_message (coalesce(person_id, ''), source, channel, reason, doubt)
    where settled_at is null;
create index refused_message_person on refused_message (person_id) where settled_at is null;
