create schema audit;
comment on schema audit is 'Who did what in a case. The application may add entries and read them, nothing else.';

create table audit.entry (
    case_id uuid not null,
    seq bigint not null check (seq > 0),
    at timestamptz not null,
    actor uuid not null,
    action text not null check (action ~ '^[a-z][a-z-]{1,60}$'),
    subject text not null check (subject ~ '^[A-Za-z0-9:._-]{0,200}$'),
    previous text not null check (previous ~ '^[0-9a-f]{64}$'),
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (case_id, seq)
);
comment on table audit.entry is
    'One thing somebody did in a case, chained by SHA-256 to the entry before it. Holds ids and hashes, never words of a patient.';

grant usage on schema audit to ${application};
grant select, insert on audit.entry to ${application};
