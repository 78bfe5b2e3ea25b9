-- Replays of all determinations, and how far each came. One runs at a time.
create table replay_run (
    id              text        primary key,
    state           text        not null check (state in ('RUNNING', 'DONE')),
    program_version text        not null,
    law             text        not null,
    after           text        not null default '',  -- the last determination that was computed again
    up_to           text        not null,             -- no determination that was made after the start
    identical       bigint      not null default 0,
    different       bigint      not null default 0,
    not_replayable  bigint      not null default 0,
    digest          text        not null default '',
    started_by      text        not null,
    started_at      timestamptz not null,
    done_at         timestamptz,
    ledger_entry_id bigint,
    check ((state = 'DONE') = (done_at is not null and ledger_entry_id is not null))
);
create unique index replay_run_alone on replay_run (state) where state = 'RUNNING';

-- The first that were different.
create table replay_finding (
    run_id           text not null references replay_run,
    determination_id text not null references determination,
    remarks          text not null check (remarks is json array),
    stored_outcome   text not null,
    computed_outcome text,
    primary key (run_id, determination_id)
);
