create schema decision;
comment on schema decision is 'What matters to people, and what they decided.';

create table decision.entry (
    case_id uuid not null,
    kind text not null check (kind in ('preferences', 'readiness', 'decision')),
    entry_id uuid not null,
    saved timestamptz not null,
    saved_by uuid not null,
    content jsonb not null check (jsonb_typeof(content) = 'object'),
    primary key (case_id, kind, entry_id)
);
comment on table decision.entry is
    'Goals and weights, readiness before the comparison, decisions. Each change is a row of its own; the newest stands.';
create index entry_in_order on decision.entry (case_id, kind, saved desc, entry_id);

grant usage on schema decision to ${application};
grant select, insert on decision.entry to ${application};
