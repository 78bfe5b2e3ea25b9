-- Whether any fact on record that counts has not been verified by a second person.
alter table person add column unverified boolean not null default true;
create index person_unverified on person (id) where unverified and status = 'ACTIVE';

-- Evidence of facts. What the document is stands sealed under the person's key; no image is kept anywhere.
create table evidence (
    id              text        primary key,
    version         bigint      not null check (version > 0),
    person_id       text        not null references person (id),
    fact_kind       text        not null check (fact_kind in ('CITIZENSHIP', 'PERMANENT_RESIDENCY', 'US_PERSON_BASIS', 'VISA')),
    sealed          bytea,                            -- the fact, kind of document, issuer, digest; null once the person is erased
    state           text        not null check (state in ('ENTERED', 'VERIFIED', 'REFUSED', 'EXPIRED', 'SUPERSEDED')),
    entered_by      text        not null,
    entered_at      timestamptz not null,
    decided_by      text,
    decided_at      timestamptz,
    expires_on      date,                             -- the last day on which the fact may be taken for verified by it
    check ((state in ('VERIFIED', 'REFUSED')) <= (decided_by is not null)),
    -- Two people, whatever a writer may forget.
    check (decided_by <> entered_by)
);
create index evidence_by_person on evidence (person_id, id);
create index evidence_expiry on evidence (expires_on) where state = 'VERIFIED';

-- What is to be asked for. It says of what kind the fact is and never what the fact says.
create table evidence_request (
    id              text        primary key,
    person_id       text        not null references person (id),
    reason          text        not null check (reason in ('NOT_VERIFIED', 'EXPIRES_SOON', 'EXPIRED')),
    due_on          date        not null,
    opened_at       timestamptz not null,
    closed_at       timestamptz
);
create unique index evidence_request_open on evidence_request (person_id, reason) where closed_at is null;

-- Sources that say different things of one person.
create table personnel_case (
    id              text        primary key,
    version         bigint      not null check (version > 0),
    person_id       text        not null references person (id),
    kind            text        not null check (kind = 'SOURCES_DISAGREE'),
    opened_at       timestamptz not null,
    settled_at      timestamptz,
    settled_by      text,
    settlement      text        check (settlement in ('SOURCES_AGREE', 'ONE_SOURCE_IS_RIGHT', 'PERSON_ERASED')),
    check ((settled_at is null) = (settlement is null))
);
create unique index personnel_case_open on personnel_case (person_id, kind) where settled_at is null;
