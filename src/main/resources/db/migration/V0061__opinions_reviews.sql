create table opinions.review (
    case_id uuid not null,
    review_id uuid not null,
    kind text not null check (kind in ('opinion', 'peer')),
    host uuid not null,
    reviewer uuid not null,
    token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
    blinded boolean not null,
    about bytea not null,
    draft bytea not null,
    opinion_id uuid,
    amending bytea,
    uses integer not null default 0,
    most_uses integer not null check (most_uses between 1 and 100),
    created timestamptz not null,
    expires timestamptz not null,
    revoked timestamptz,
    primary key (case_id, review_id),
    check (uses <= most_uses)
);
comment on table opinions.review is
    'A case handed to one reviewer by a link, until it expires or is revoked: the grant by which somebody without membership '
    'reads what the host may read, and no more than the blinding leaves. Of the link only a hash is kept. About (whom, which '
    'question, which files are kept back), draft and amending (the reason of a change) are sealed.';
create index review_of_opinion on opinions.review (case_id, opinion_id);

create table opinions.commitment (
    case_id uuid not null,
    review_id uuid not null,
    document bytea not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    committed timestamptz not null,
    primary key (case_id, review_id),
    foreign key (case_id, review_id) references opinions.review (case_id, review_id)
);
comment on table opinions.commitment is
    'What a reviewer concluded before the first opinion was shown: sealed, with the SHA-256 of its canonical JSON; never changed.';

create table opinions.peer_check (
    case_id uuid not null,
    review_id uuid not null,
    opinion_id uuid not null,
    version integer not null,
    content bytea not null,
    checked timestamptz not null,
    primary key (case_id, review_id),
    foreign key (case_id, opinion_id, version) references opinions.version (case_id, opinion_id, version)
);
comment on table opinions.peer_check is
    'What a second reviewer said about one version of an opinion; its text stays as it was. Content (name, agrees, comment) is sealed.';

create table opinions.amendment (
    case_id uuid not null,
    opinion_id uuid not null,
    version integer not null,
    reason bytea not null,
    primary key (case_id, opinion_id, version),
    foreign key (case_id, opinion_id, version) references opinions.version (case_id, opinion_id, version)
);
comment on table opinions.amendment is 'Why a signed opinion got this further version, in the words of its author; sealed.';

grant select, insert on opinions.review, opinions.commitment, opinions.peer_check, opinions.amendment to ${application};
grant update (draft, opinion_id, amending, uses, revoked) on opinions.review to ${application};
