create schema letters;
comment on schema letters is 'Doctors'' letters as they were read, and what people said to each field that was proposed.';

create table letters.letter (
    case_id uuid not null,
    letter_id uuid not null,
    file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
    reading bytea not null check (length(reading) between 2 and 8000000),
    opinion_id uuid,
    created timestamptz not null,
    created_by uuid not null,
    primary key (case_id, letter_id),
    unique (case_id, file_hash)
);
comment on table letters.letter is
    'One letter. Reading: its words and the proposed fields as JSON (UTF-8), never changed. File hash: the SHA-256 of the file '
    'it was read from. Opinion: the opinion made of it, once there is one.';

create table letters.step (
    case_id uuid not null,
    letter_id uuid not null,
    step integer not null check (step > 0),
    proposal integer not null check (proposal > 0),
    said text not null check (said in ('confirmed', 'corrected', 'rejected')),
    words bytea check (length(words) between 1 and 40000),
    undone boolean not null default false,
    written timestamptz not null,
    written_by uuid not null,
    primary key (case_id, letter_id, step),
    foreign key (case_id, letter_id) references letters.letter (case_id, letter_id),
    check ((said = 'corrected') = (words is not null))
);
comment on table letters.step is
    'What a person said to one proposed field, in order; the last step of a field that was not undone counts. '
    'Words: what the person wrote instead.';

grant usage on schema letters to ${application};
grant select, insert on letters.letter to ${application};
grant update (opinion_id) on letters.letter to ${application};
grant select, insert on letters.step to ${application};
grant update (undone) on letters.step to ${application};
