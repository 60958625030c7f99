create schema preparation;
comment on schema preparation is 'What people tell and prepare for a case beside its records.';

create table preparation.answers (
    case_id uuid not null,
    answers_id uuid not null,
    saved timestamptz not null,
    saved_by uuid not null,
    content jsonb not null check (jsonb_typeof(content) = 'object'),
    primary key (case_id, answers_id)
);
comment on table preparation.answers is
    'What a person told about their case: symptoms, plans, dates. Each change is a row of its own; the newest stands.';
create index answers_in_order on preparation.answers (case_id, saved desc, answers_id);

grant usage on schema preparation to ${application};
grant select, insert on preparation.answers to ${application};
