alter table records.file drop constraint file_state_check;
alter table records.file drop constraint file_state_before_check;
alter table records.file add constraint file_state_check check (state in ('reading', 'filed', 'waiting', 'removed'));
alter table records.file add constraint file_state_before_check check (state_before in ('reading', 'filed', 'waiting'));
alter table records.file add column attempts integer not null default 0;
comment on table records.file is
    'A file received for a case, by the SHA-256 of its content. Reading: stored for good, its facts follow. '
    'Waiting: it may be the record of someone else. Removed: set aside by a person, can be restored. '
    'Identity is encrypted deterministically, so that equal ones compare equal; '
    'about (name, format, counts, problems) and facts are compressed and encrypted. Attempts counts how often reading began.';
grant update (identity, about, facts, attempts) on records.file to ${application};

create table records.task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    state text,
    primary key (task_name, task_instance)
);
comment on table records.task is
    'Work that goes on in the background and survives a restart, in the form of the library db-scheduler: '
    'files to read (named by case and hash) and the removal of old uploads. Holds no words of a record.';
create index task_due on records.task (execution_time);
create index task_heartbeat on records.task (last_heartbeat);

grant select, insert, update, delete on records.task to ${application};
