alter table preparation.answers alter column content drop not null;
alter table preparation.answers add column sealed bytea;
alter table preparation.answers add constraint answers_once check ((content is null) <> (sealed is null));
comment on table preparation.answers is
    'What a person told about their case: symptoms, plans, dates. Each change is a row of its own; the newest stands. '
    'Sealed: the answers as encrypted JSON. Content is from earlier programs, in clear, and is sealed at the next start.';
grant update (content, sealed) on preparation.answers to ${application};

alter table decision.entry alter column content drop not null;
alter table decision.entry add column sealed bytea;
alter table decision.entry add constraint entry_once check ((content is null) <> (sealed is null));
comment on table decision.entry is
    'Goals and weights, readiness before the comparison, decisions, looking back on them. Each change is a row of its own; the newest '
    'stands. Sealed: the entry as encrypted JSON. Content is from earlier programs, in clear, and is sealed at the next start.';
grant update (content, sealed) on decision.entry to ${application};

alter table requests.step drop constraint step_check;
alter table requests.step add column sealed bytea;
alter table requests.step add constraint step_letter_once check (
    case when event = 'written' then (letter is null) <> (sealed is null) else letter is null and sealed is null end);
comment on table requests.step is
    'What happened to a request for records: its letter written, asked, reminded, received. Each is a row of its own; taking back is a '
    'row too. Sealed: the letter as encrypted JSON. Letter is from earlier programs, in clear, and is sealed at the next start.';
grant update (letter, sealed) on requests.step to ${application};
