create schema requests;
comment on schema requests is 'Letters that ask for missing records, and what became of them.';

create table requests.step (
    case_id uuid not null,
    request_id uuid not null,
    step_id uuid not null,
    saved timestamptz not null,
    saved_by uuid not null,
    event text not null check (event in
        ('written', 'asked', 'reminded', 'received', 'refused', 'no-answer', 'withdrawn', 'undone')),
    happened date,
    method text,
    undoes uuid,
    letter jsonb check (jsonb_typeof(letter) = 'object'),
    primary key (case_id, request_id, step_id),
    check ((event = 'written') = (letter is not null)),
    check ((event = 'undone') = (undoes is not null))
);
comment on table requests.step is
    'What happened to a request for records: its letter written, asked, reminded, received. Each is a row of its own; taking back is a row too.';
create index step_in_order on requests.step (case_id, saved, step_id);

grant usage on schema requests to ${application};
grant select, insert on requests.step to ${application};
