-- What tells a party from others of its names: type, parts of a person's name, further countries, birth, documents. Personal data; it leaves the
-- database for comparison with the lists, and for whoever may read the party.
alter table party add column identity text not null default '{}' check (identity is json object);

-- Addresses are evidence from now on, as for subjects that are not kept: parties that have some are screened again, and what they own is assessed
-- again.
update party set screened_edition = null where addresses <> '[]' and screened_edition is not null;
insert into ownership_due (party, due_on) select id, current_date from party where ownership is not null;
