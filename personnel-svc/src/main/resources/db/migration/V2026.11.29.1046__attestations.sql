-- Attestations under Part 6 of Form I-129. What is attested speaks of a person's visa and stands sealed under that person's key; it is
-- never changed once it is approved.
create table attestation (
    id              text        primary key,
    version         bigint      not null check (version > 0),
    person_id       text        not null,
    state           text        not null check (state in ('DRAFT', 'APPROVED', 'WITHDRAWN')),
    sealed          bytea       not null,
    drafted_by      text        not null,
    decided_by      text,
    changed_at      timestamptz not null,
    check (state <> 'APPROVED' or (decided_by is not null and decided_by <> drafted_by))
);
create function attestation_is_frozen() returns trigger language plpgsql as $$
begin
    if new.sealed is distinct from old.sealed or new.person_id <> old.person_id or new.drafted_by <> old.drafted_by
        or (old.state <> 'DRAFT' and not (old.state = 'APPROVED' and new.state = 'WITHDRAWN')) then
        raise exception 'what was attested is never changed';
    end if;
    return new;
end $$;
create trigger attestation_frozen before update on attestation for each row execute function attestation_is_frozen();
