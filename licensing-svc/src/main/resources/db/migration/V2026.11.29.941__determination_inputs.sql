-- What a determination was computed from, so that it can be computed again. Beside the answer and not in it: who reads answers does not pay for it. A
-- determination from before this table has no row; content is null where there was more of it than is kept.
create table determination_input (
    determination_id text  primary key references determination on delete cascade,
    content          bytea check (octet_length(content) <= 1048576)
);

-- They go with their determination, when the time of its record has run out, and never otherwise.
create function inputs_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and exists (select from record_expiry where determination_id = old.determination_id) then
        return old;
    end if;
    raise exception 'what was decided is never changed';
end $$;
create trigger determination_input_stays before update or delete on determination_input
    for each row execute function inputs_stay();

-- A determination names the letters that it saw, and its replay reads their words: they stay as they were recorded. A letter can be withdrawn.
create function letter_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the words of a letter are never changed';
end $$;
create trigger hold_terms_stay before update of terms, effective_from, effective_until on hold
    for each row when (old.terms <> new.terms or old.effective_from <> new.effective_from
                       or old.effective_until is distinct from new.effective_until) execute function letter_stays();
create trigger hold_stays before delete on hold for each row execute function letter_stays();
