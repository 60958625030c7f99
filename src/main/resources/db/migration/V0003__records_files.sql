create schema records;
comment on schema records is 'The files of a case and what was read in them. Words of a record are encrypted with the keys of the case.';

create table records.case_key (
    case_id uuid primary key,
    originals bytea not null,
    readings bytea not null,
    identities bytea not null,
    created timestamptz not null
);
comment on table records.case_key is
    'The keys of a case, wrapped by the master key: for its original files, for what was read, for whose record a file says it is.';

create table records.file (
    case_id uuid not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    size bigint not null check (size > 0),
    state text not null check (state in ('filed', 'waiting', 'removed')),
    state_before text check (state_before in ('filed', 'waiting')),
    received timestamptz not null,
    received_by uuid not null,
    identity bytea,
    about bytea not null,
    facts bytea not null,
    primary key (case_id, hash),
    check ((state = 'removed') = (state_before is not null))
);
comment on table records.file is
    'A file received for a case, by the SHA-256 of its content. Waiting: it may be the record of someone else. '
    'Removed: set aside by a person, can be restored. Identity is encrypted deterministically, so that equal ones compare equal; '
    'about (name, format, counts, problems) and facts are compressed and encrypted.';
create index file_in_order on records.file (case_id, received, hash);
create index file_identity on records.file (case_id, identity) where state = 'filed' and identity is not null;
alter table records.file alter column facts set storage external;
alter table records.file alter column about set storage external;

grant usage on schema records to ${application};
grant select, insert on records.case_key to ${application};
grant select, insert on records.file to ${application};
grant update (state, state_before) on records.file to ${application};
