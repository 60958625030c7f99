create schema opinions;
comment on schema opinions is 'What doctors concluded on a case, finished or still being written, with every earlier form.';

create table opinions.opinion (
    case_id uuid not null,
    opinion_id uuid not null,
    current_version integer not null,
    created timestamptz not null,
    removed timestamptz,
    primary key (case_id, opinion_id)
);
comment on table opinions.opinion is
    'One opinion of one doctor. The current version is the one shown; removed: set aside by a person, can be restored.';

create table opinions.version (
    case_id uuid not null,
    opinion_id uuid not null,
    version integer not null check (version > 0),
    previous integer check (previous < version),
    finished boolean not null,
    document bytea not null check (length(document) between 2 and 4000000),
    written timestamptz not null,
    written_by uuid not null,
    primary key (case_id, opinion_id, version),
    foreign key (case_id, opinion_id) references opinions.opinion (case_id, opinion_id)
);
comment on table opinions.version is
    'One form of an opinion as JSON (UTF-8), never changed. Previous: the version that undoing goes back to. '
    'Finished: the document is a whole opinion.';

grant usage on schema opinions to ${application};
grant select, insert on opinions.opinion to ${application};
grant update (current_version, removed) on opinions.opinion to ${application};
grant select, insert on opinions.version to ${application};
