-- Signals that may matter to what this service owns, and how far it was looked what they touch. Columns beside content are what queries need.
create table signal (
    id             text        primary key,
    version        bigint      not null check (version > 0),
    content        text        not null check (content is json object),
    raised_at      timestamptz not null,
    received_at    timestamptz not null,
    round          integer     not null default 1 check (round > 0),  -- it is looked at again on the day on which it takes effect
    stage          text        not null default 'ITEM'
        check (stage in ('ITEM', 'LICENSE', 'RELEASE', 'DETERMINATION', 'PERSON', 'DONE')),
    after          text,                                              -- the last of the stage's things that was looked at
    looking_since  timestamptz not null,
    items          bigint      not null default 0,
    licenses       bigint      not null default 0,
    releases       bigint      not null default 0,
    determinations bigint      not null default 0,
    persons        bigint      not null default 0,
    differing      bigint      not null default 0,
    digest         text        not null default '',
    why            text,                                              -- why it touches nothing
    done_at        timestamptz,
    again_on       date,
    failures       integer     not null default 0,
    next_at        timestamptz not null,
    changes        bigint      not null default 1,
    held           boolean     not null default false,
    hold_reason    text
);
create index signal_to_look_at on signal (next_at) where stage <> 'DONE';
create index signal_to_look_at_again on signal (again_on) where again_on is not null;
create index signal_by_age on signal (raised_at) where not held;

-- What a signal touches, as it was when it was looked at.
create table signal_impact (
    signal_id text        not null references signal on delete cascade,
    kind      text        not null check (kind in ('ITEM', 'LICENSE', 'RELEASE', 'DETERMINATION', 'PERSON')),
    subject   text        not null,
    tie       text        not null,
    words     text        not null,
    effect    text        not null,
    change    text        check (change is json object),
    primary key (signal_id, kind, subject, tie)
);
create index signal_impact_of_persons on signal_impact (subject) where kind = 'PERSON';
