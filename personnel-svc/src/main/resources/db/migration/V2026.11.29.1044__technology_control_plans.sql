-- Technology control plans. No name and no nationality: persons by their opaque ids, reasons in words that are the same for everybody.
create table technology_control_plan (
    id              text        primary key,
    version         bigint      not null check (version > 0),
    status          text        not null check (status in ('ACTIVE', 'CLOSED')),
    content         text        not null check (content is json object),
    changed_at      timestamptz not null,
    changed_by      text        not null
);
create table technology_control_plan_item (
    plan_id         text        not null references technology_control_plan (id),
    item_id         text        not null,
    primary key (plan_id, item_id)
);
create index technology_control_plan_by_item on technology_control_plan_item (item_id);

create table admission (
    id              text        primary key,
    version         bigint      not null check (version > 0),
    plan_id         text        not null references technology_control_plan (id),
    person_id       text        not null,
    state           text        not null check (state in ('ADMITTED', 'SUSPENDED', 'REFUSED', 'ENDED')),
    reasons         text        not null check (reasons is json array),
    recheck_at      timestamptz,                      -- the earliest moment at which it may be otherwise though nothing changes
    decided_by      text        not null,
    decided_at      timestamptz not null,
    changed_at      timestamptz not null
);
create unique index admission_of_person on admission (plan_id, person_id) where state in ('ADMITTED', 'SUSPENDED');
create index admission_by_person on admission (person_id) where state = 'ADMITTED';
create index admission_to_recheck on admission (recheck_at) where state = 'ADMITTED';

create table briefing_signature (
    id              text        primary key,
    plan_id         text        not null references technology_control_plan (id),
    person_id       text        not null,
    edition         integer     not null check (edition > 0),
    method          text        not null check (method in ('OWN_TOKEN', 'RECORDED')),
    evidence_sha256 text        check (length(evidence_sha256) = 64),
    signed_at       timestamptz not null,
    valid_until     date        not null,
    recorded_by     text        not null,
    check (method = 'OWN_TOKEN' or evidence_sha256 is not null)
);
create index briefing_signature_of on briefing_signature (plan_id, person_id, edition, valid_until);

create table visit (
    id              text        primary key,
    version         bigint      not null check (version > 0),
    plan_id         text        not null references technology_control_plan (id),
    content         text        not null check (content is json object),
    entered_at      timestamptz,
    left_at         timestamptz,
    changed_at      timestamptz not null,
    check (left_at is null or left_at >= entered_at)
);
create index visit_of_plan on visit (plan_id, id);

-- Admissions to look at again. Rows of one admission may be many: whoever looks takes all that it has seen.
create table admission_due (
    id              bigint generated always as identity primary key,
    admission_id    text        not null
);
create index admission_due_of on admission_due (admission_id, id);

-- Whatever changes a person's record makes that one's admissions due, in the same transaction and by whichever path it came.
create function person_makes_admissions_due() returns trigger language plpgsql as $$
begin
    insert into admission_due (admission_id)
    select a.id from admission a where a.person_id = new.id and a.state = 'ADMITTED';
    return null;
end $$;
create trigger person_makes_admissions_due after update on person
    for each row execute function person_makes_admissions_due();
