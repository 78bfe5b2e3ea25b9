-- Whether a party is the listed one that its name is like: each pair once. A case is changed by whoever holds the lock of the party's row.
create table party_case (
    id            text             primary key,
    version       bigint           not null check (version > 0),
    party         text             not null references party (id),
    list_code     text             not null,
    entry_id      text             not null,
    state         text             not null,
    profile       text             not null,             -- the matching profile that found the hit
    score         double precision not null,
    pinned        boolean          not null,             -- confirmed, and not cleared since
    assignee      text,
    opened_at     timestamptz      not null,
    due           timestamptz      not null,
    escalated_at  timestamptz,
    cleared_until date,
    changed_at    timestamptz      not null,
    content       text             not null,             -- JSON: both sides as digests, and what was said
    hit           text             not null,             -- JSON: the hit, explained
    unique (party, list_code, entry_id)
);
create index party_case_by_entry on party_case (list_code, entry_id);
-- What waits for people, and what runs out: both few against what is decided.
create index party_case_waiting on party_case (due) where state in ('OPEN', 'PROPOSED');
create index party_case_cleared on party_case (cleared_until) where state = 'CLEARED';

-- What was done to a case. Rows never change.
create table case_step (
    case_id   text             not null references party_case (id),
    number    bigint           not null,
    cause     text             not null,
    state     text             not null,
    at        timestamptz      not null,
    subject   text,
    name      text,
    outcome   text,
    opened_at timestamptz      not null,
    profile   text             not null,
    score     double precision not null,
    content   text             not null,                 -- JSON: what was said
    primary key (case_id, number)
);
create index case_step_decided on case_step (at desc, case_id) where cause = 'DECIDED';
