-- Lines count in a unit of measure, and a company may use a tolerance that the law leaves it (15 CFR 750.11). What is assigned is
-- reserved for one reference and counts as used for everybody else.
alter table license_line
    add column unit               text    not null default 'C62',
    add column quantity_excess    numeric(5, 2) not null default 0 check (quantity_excess between 0 and 100),
    add column value_excess       numeric(5, 2) not null default 0 check (value_excess between 0 and 100),
    add column shortfall          numeric(5, 2) not null default 0 check (shortfall between 0 and 100),
    add column quantity_assigned  numeric(20, 6) not null default 0 check (quantity_assigned >= 0),
    add column value_assigned     numeric(19, 4) not null default 0 check (value_assigned >= 0);

-- An open license may have no limit; and what is used is held against the limit with its tolerance.
alter table license_line
    drop constraint license_line_check,
    drop constraint license_line_check2,
    drop constraint license_line_check3,
    add constraint license_line_quantity_left
        check (quantity is null or quantity_drawn + quantity_assigned <= quantity * (1 + quantity_excess / 100)),
    add constraint license_line_value_left
        check (value is null or value_drawn + value_assigned <= value * (1 + value_excess / 100));

alter table license
    drop constraint license_kind_check,
    drop constraint license_status_check,
    add constraint license_kind_check
        check (kind in ('BIS_LICENSE', 'DEEMED_EXPORT', 'TECHNICAL_ASSISTANCE', 'GENERAL')),
    add constraint license_status_check check (status in ('ACTIVE', 'EXHAUSTED', 'SUSPENDED', 'REVOKED')),
    add column movements  bigint  not null default 0 check (movements >= 0),
    add column amendment  integer not null default 1 check (amendment > 0),
    add column blocking   integer not null default 0 check (blocking >= 0);

-- Every movement of a balance, in the order of its license, with the balance after it. A reference moves once for each kind: the
-- first part of it is the key that a second one meets.
create table license_movement (
    license_id        text        not null,
    number            bigint      not null check (number > 0),
    version           bigint      not null,
    line              integer     not null,
    kind              text        not null check (kind in ('DRAW', 'RETURN', 'ASSIGN', 'UNASSIGN', 'ADJUST')),
    reference         text        not null,
    part              integer     not null check (part >= 0),
    digest            text        not null,
    quantity          numeric(20, 6) not null,
    value             numeric(19, 4) not null,
    quantity_assigned numeric(20, 6) not null default 0,
    value_assigned    numeric(19, 4) not null default 0,
    quantity_drawn_after    numeric(20, 6) not null check (quantity_drawn_after >= 0),
    value_drawn_after       numeric(19, 4) not null check (value_drawn_after >= 0),
    quantity_assigned_after numeric(20, 6) not null check (quantity_assigned_after >= 0),
    value_assigned_after    numeric(19, 4) not null check (value_assigned_after >= 0),
    relates_to        text,
    reason            text,
    moved_by          text        not null,
    moved_at          timestamptz not null,
    ledger_entry_id   bigint      not null,
    primary key (license_id, number),
    foreign key (license_id, line) references license_line
);
create unique index license_movement_once on license_movement (reference, kind, part);
create index license_movement_relates on license_movement (relates_to) where relates_to is not null;

-- What was drawn before movements were kept. Its ledger entry is found by the license and its version.
insert into license_movement (license_id, number, version, line, kind, reference, part, digest, quantity, value,
    quantity_drawn_after, value_drawn_after, quantity_assigned_after, value_assigned_after, moved_by, moved_at, ledger_entry_id)
select license_id, row_number() over w, 0, line, 'DRAW', release_id, 0, '', quantity, coalesce(value, 0),
    sum(quantity) over l, sum(coalesce(value, 0)) over l, 0, 0, 'gate', drawn_at, 0
from license_draw
window w as (partition by license_id order by drawn_at, release_id),
       l as (partition by license_id, line order by drawn_at, release_id);
update license l set movements = m.count
from (select license_id, count(*) as count from license_movement group by license_id) m where m.license_id = l.id;
drop table license_draw;

create function moved_once() returns trigger language plpgsql as $$
begin
    raise exception 'movements of a balance are never changed';
end $$;
create trigger license_movement_stays before update or delete on license_movement for each row execute function moved_once();

-- What a balance is kept for, and what came of the checks when they were last made. How much is kept, its movements tell.
create table license_assignment (
    reference   text        primary key,
    request     text        not null check (request is json object),
    digest      text        not null,
    holds       boolean     not null,
    considered  text        not null check (considered is json array),
    checked_at  timestamptz not null,
    created_by  text        not null,
    created_at  timestamptz not null
);

-- A correction of a balance that one person proposes and another agrees to.
create table license_adjustment (
    license_id   text        not null references license,
    number       integer     not null check (number > 0),
    state        text        not null check (state in ('PROPOSED', 'AGREED', 'REFUSED')),
    line         integer     not null,
    quantity     numeric(20, 6) not null,
    value        numeric(19, 4) not null,
    reason       text        not null,
    proposed_by  text        not null,
    proposed_at  timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    primary key (license_id, number),
    foreign key (license_id, line) references license_line,
    check (decided_by is null or decided_by <> proposed_by),
    check ((state = 'PROPOSED') = (decided_by is null))
);

-- What a license said, version by version: amendment 1 is what was first recorded.
create table license_amendment (
    license_id   text        not null references license,
    number       integer     not null check (number > 0),
    content      text        not null check (content is json object),
    reason       text        not null,
    amended_by   text        not null,
    amended_at   timestamptz not null,
    primary key (license_id, number)
);

-- Conditions of a license, each with somebody who sees to it (15 CFR 750.7(d)).
create table license_condition (
    license_id      text        not null references license,
    number          integer     not null check (number > 0),
    version         bigint      not null check (version > 0),
    kind            text        not null check (kind in ('PROVISO', 'CONDITION')),
    words           text        not null,
    owner           text        not null,
    due_on          date,
    before_drawing  boolean     not null,
    acknowledged_by text,
    acknowledged_at timestamptz,
    met_by          text,
    met_at          timestamptz,
    evidence        text        not null default '[]' check (evidence is json array),
    primary key (license_id, number)
);
create index license_condition_due on license_condition (due_on) where met_at is null and due_on is not null;
