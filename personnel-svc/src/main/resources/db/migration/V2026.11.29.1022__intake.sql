-- Files of other systems, of which nothing is kept but how far they were applied and what became of each line.
create table intake_file (
    id              text        primary key,
    feed            text        not null,
    digest          bytea       not null check (length(digest) = 32),   -- keyed: nobody can tell by it what stood in the file
    state           text        not null check (state in ('RUNNING', 'DONE')),
    dry_run         boolean     not null,
    lines           integer     not null check (lines >= 0),
    done_lines      integer     not null check (done_lines between 0 and lines),
    created         integer     not null default 0,
    changed         integer     not null default 0,
    unchanged       integer     not null default 0,
    refused         integer     not null default 0,
    started_by      text        not null,
    started_at      timestamptz not null,
    touched_at      timestamptz not null,
    check (state = 'RUNNING' or done_lines = lines)
);
-- The same file goes on where it stopped, and acts once.
create unique index intake_file_digest on intake_file (feed, digest) where not dry_run;

create table intake_line (
    file_id         text        not null references intake_file (id) on delete cascade,
    line            integer     not null check (line > 0),
    outcome         text        not null check (outcome in ('CREATED', 'CHANGED', 'REFUSED')),
    person_id       text,
    reason          text        not null check (reason ~ '^[A-Z_]{0,60}$'),
    primary key (file_id, line)
);

-- Signatures of deliveries that were applied, for as long as they could be sent again.
create table intake_delivery (
    feed            text        not null,
    signature       bytea       not null check (length(signature) = 32),
    taken_at        timestamptz not null,
    primary key (feed, signature)
);
create index intake_delivery_age on intake_delivery (taken_at);
