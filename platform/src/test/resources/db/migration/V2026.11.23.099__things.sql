-- Numbered below every service: these test classes share the class path of the services' tests.
create table thing (
    id text primary key,
    version bigint not null,
    name text not null unique
);
