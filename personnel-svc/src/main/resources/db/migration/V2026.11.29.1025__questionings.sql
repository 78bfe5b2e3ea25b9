-- Who was asked what, for the proof that the asking does not vary by nationality (8 U.S.C. 1324b). Answers do not stand here.
create table questioning (
    id              text        primary key,
    person_id       text        not null references person (id),
    role            text        not null,
    edition         text        not null,
    questions       text        not null,              -- their names, in order, with commas between
    asked_by        text        not null,
    asked_at        timestamptz not null
);
create index questioning_by_role on questioning (role, edition, id);
