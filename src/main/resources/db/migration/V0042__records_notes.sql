create table records.note (
    case_id uuid not null,
    note_id uuid not null,
    kind text not null check (kind in ('correct', 'hide', 'annotate', 'add', 'confirm', 'reject', 'undo')),
    content bytea not null,
    noted_by uuid not null,
    noted timestamptz not null,
    primary key (case_id, note_id)
);
comment on table records.note is
    'What a person changed by hand in what was read: rows are only ever added, and taking back is a row too. '
    'Content (which fact, what it said before, what it says now) is encrypted with the keys of the case.';
create index note_in_order on records.note (case_id, noted, note_id);

grant select, insert on records.note to ${application};
