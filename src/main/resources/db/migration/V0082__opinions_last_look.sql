create table opinions.looked (
    case_id uuid not null,
    person_id uuid not null,
    opinion_id uuid not null,
    version integer not null,
    looked timestamptz not null,
    primary key (case_id, person_id, opinion_id),
    foreign key (case_id, opinion_id, version) references opinions.version (case_id, opinion_id, version)
);
comment on table opinions.looked is
    'The versions of the opinions that a person last saw compared, to tell what has changed since.';

grant select, insert, delete on opinions.looked to ${application};
