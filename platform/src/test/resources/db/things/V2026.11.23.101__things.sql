create table thing (
    id text primary key,
    version bigint not null,
    name text not null unique
);
