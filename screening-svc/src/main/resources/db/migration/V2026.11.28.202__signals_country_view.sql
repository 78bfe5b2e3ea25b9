-- What the company itself thinks of a country, from a day on. Rows never change; of those that go for a day the last one counts.
create table country_view (
    id         text        primary key,
    country    text        not null,
    level      text        not null,
    from_day   date        not null,
    until_day  date,
    reason     text        not null,
    made_at    timestamptz not null,
    made_by    text        not null
);
create index country_view_by_country on country_view (country, id desc);
