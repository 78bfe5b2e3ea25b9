-- What the rules answered, in the words of the event; and what a person determined where the rules leave it to one.
alter table classification
    add column answer     text check (answer is json object),
    add column determined text check (determined is json object),
    add column ccats      text check (length(ccats) between 1 and 20);

-- The proposal that awaits somebody, in the words of the event.
alter table item add column proposal text check (proposal is json object);

-- Where a classification stands. How it came there is in classification_step.
create table classification_life (
    id           text        primary key references classification (id),
    item_id      text        not null,
    number       integer     not null,
    state        text        not null
        check (state in ('PROPOSED', 'REVIEWED', 'RETURNED', 'APPROVED', 'REOPENED', 'SUPERSEDED')),
    steps        integer     not null default 0,
    next_review  date,
    changed_at   timestamptz not null,
    foreign key (item_id, number) references classification (item_id, number)
);
create unique index classification_life_one_stands on classification_life (item_id) where state in ('APPROVED', 'REOPENED');
create unique index classification_life_one_awaits on classification_life (item_id) where state in ('PROPOSED', 'REVIEWED');
create index classification_life_by_state on classification_life (state, id);
create index classification_life_by_review on classification_life (next_review, id) where state = 'APPROVED';

-- Who did what to a classification; kept as it was written, the ledger holds the digest.
create table classification_step (
    id                 text        primary key,
    classification_id  text        not null references classification (id),
    ordinal            integer     not null check (ordinal > 0),
    step               text        not null,
    subject            text        not null,
    body               text        not null check (body is json object),
    sha256             text        not null check (length(sha256) = 64),
    at                 timestamptz not null,
    unique (classification_id, ordinal)
);
create trigger classification_step_immutable before update on classification_step
    for each row execute function numbered_is_immutable();

-- The other items that a classification was worked out from: when one of them changes, it is worked out again.
create table classification_input (
    classification_id  text  not null references classification (id),
    input_id           text  not null references item (id),
    primary key (classification_id, input_id)
);
create index classification_input_by_input on classification_input (input_id);

-- Items whose classification has to be worked out again, and because of which item, or of the law.
create table reevaluation (
    item_id   text        not null references item (id),
    because   text        not null,
    reasons   text        not null default '[]' check (reasons is json array),
    since     timestamptz not null,
    primary key (item_id, because)
);
create index reevaluation_by_since on reevaluation (since);

-- The law that all classifications were last worked out by, and the one that they are being worked out by.
create table law_followed (
    one          boolean     primary key default true check (one),
    mark         text        not null check (mark is json object),
    target       text        check (target is json object),
    after        text        not null default '',
    holder       text,
    held_until   timestamptz
);

-- Until now a classification took effect when it was made. What is in effect stays so, and follows its law and its datasheet from now
-- on; all others were superseded by a later classification or by a datasheet.
alter table classification disable trigger classification_immutable;
update classification c set answer = i.classification
from item i where i.id = c.item_id and i.classifications = c.number and i.classification is not null;
alter table classification enable trigger classification_immutable;
insert into classification_life (id, item_id, number, state, changed_at)
select c.id, c.item_id, c.number, case when c.answer is null then 'SUPERSEDED' else 'APPROVED' end, c.created_at
from classification c;
insert into classification_input (classification_id, input_id)
select distinct c.id, input ->> 'itemId' from classification c, json_array_elements(c.inputs::json) input
where c.answer is not null;
