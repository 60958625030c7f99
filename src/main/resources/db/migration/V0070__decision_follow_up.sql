alter table decision.entry drop constraint entry_kind_check;
alter table decision.entry
    add constraint entry_kind_check check (kind in ('preferences', 'readiness', 'decision', 'follow-up'));
comment on table decision.entry is
    'Goals and weights, readiness before the comparison, decisions, looking back on them. Each change is a row of its own; the newest stands.';
