alter table access.clinical_case add column sample boolean not null default false;
comment on table access.clinical_case is
    'One medical question of one person, under the title that person gave it. Archived, never deleted. Sample: of a made-up person, '
    'to try the program; never counted.';
update access.clinical_case set sample = true
where title ~ '^Sample (Rivera|Okafor|Novak|Lindqvist|Haddad|Tanaka): ';
