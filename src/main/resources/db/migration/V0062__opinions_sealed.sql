alter table opinions.version add column sealed boolean not null default false;
comment on table opinions.version is
    'One form of an opinion as JSON (UTF-8), never changed. Previous: the version that undoing goes back to. '
    'Finished: the document is a whole opinion. Sealed: the document is encrypted; those of earlier programs are sealed at the next start.';
grant update (document, sealed) on opinions.version to ${application};
