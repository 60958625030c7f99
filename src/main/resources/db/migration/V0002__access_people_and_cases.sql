create schema access;
comment on schema access is 'People, cases, and who belongs to which case.';

create table access.person (
    person_id uuid primary key,
    owner boolean not null,
    created timestamptz not null
);
comment on table access.person is 'Somebody who uses the program. The owner is the one person of an installation for personal use.';
create unique index person_one_owner on access.person (owner) where owner;

create table access.clinical_case (
    case_id uuid primary key,
    title text not null check (length(title) between 1 and 200),
    whose text not null check (whose in ('self', 'relative')),
    carer text check (length(carer) between 1 and 200),
    language text not null check (language ~ '^[a-z]{2,3}$'),
    created timestamptz not null,
    archived timestamptz
);
comment on table access.clinical_case is 'One medical question of one person, under the title that person gave it. Archived, never deleted.';

create table access.member (
    case_id uuid not null references access.clinical_case (case_id),
    person_id uuid not null references access.person (person_id),
    role text not null check (role in ('owner', 'carer', 'reader')),
    primary key (case_id, person_id)
);
comment on table access.member is 'Who belongs to a case, and as what. A reader may look and not change.';
create index member_of_person on access.member (person_id, case_id);

create view access.visible_case as
    select member.case_id, member.person_id, member.role, member.role in ('owner', 'carer') as may_write
    from access.member;
comment on view access.visible_case is 'The cases a person may see. Every query for data of a patient joins it.';

grant usage on schema access to ${application};
grant select, insert on access.person, access.member to ${application};
grant select, insert, update on access.clinical_case to ${application};
grant select on access.visible_case to ${application};
