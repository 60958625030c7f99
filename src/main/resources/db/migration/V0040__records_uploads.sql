create table records.upload (
    case_id uuid not null,
    upload_id uuid not null,
    size bigint not null check (size > 0),
    received bigint not null default 0 check (received between 0 and size),
    matching bytea not null,
    about bytea not null,
    hash text check (hash ~ '^[0-9a-f]{64}$'),
    begun_by uuid not null,
    begun timestamptz not null,
    touched timestamptz not null,
    primary key (case_id, upload_id)
);
comment on table records.upload is
    'A file on its way in, piece by piece. The pieces are encrypted files in the data folder; received counts only durable ones. '
    'Matching (name, size and date of the file) is encrypted deterministically, so that the same file chosen again is known; '
    'hash says which file it became. Rows that nothing was added to for a week are removed.';
create unique index upload_open on records.upload (case_id, matching) where hash is null;
create index upload_touched on records.upload (touched);

grant select, insert, delete on records.upload to ${application};
grant update (received, touched, hash) on records.upload to ${application};
