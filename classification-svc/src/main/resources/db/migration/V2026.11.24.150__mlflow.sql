-- Versions of models in the registry, the items that they became, and what was written back.
create table mlflow_version (
    name           text         not null check (length(name) between 1 and 256),
    version        text         not null check (length(version) between 1 and 18),
    item_id        text         references item (id),
    item_version   bigint,
    facts_sha256   text         check (length(facts_sha256) = 64),
    written        text         check (written is json object),
    -- When it has to be looked at; null where nothing is to be done.
    due_at         timestamptz,
    -- Rises with each reason to look, so that one that comes while it is looked at is not lost.
    asked          bigint       not null default 1,
    attempts       integer      not null default 0,
    fault          text         check (length(fault) <= 1000),
    facts_fault    text         check (length(facts_fault) <= 1000),
    alarms         integer      not null default 0,
    gone           boolean      not null default false,
    looked_at      timestamptz,
    since          timestamptz  not null default now(),
    primary key (name, version)
);
create index mlflow_version_due on mlflow_version (due_at) where due_at is not null;
create index mlflow_version_by_item on mlflow_version (item_id) where item_id is not null;

-- Tags that somebody else changed.
create table mlflow_alarm (
    id        bigint       generated always as identity primary key,
    name      text         not null,
    version   text         not null,
    tag       text         not null,
    expected  text         not null,
    found     text,
    at        timestamptz  not null default now(),
    foreign key (name, version) references mlflow_version (name, version)
);

-- Deliveries that were taken in: a second one of the same id is refused.
create table mlflow_delivery (
    id  text         primary key check (length(id) <= 64),
    at  timestamptz  not null default now()
);
create index mlflow_delivery_by_time on mlflow_delivery (at);
