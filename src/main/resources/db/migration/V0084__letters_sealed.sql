alter table letters.letter add column sealed boolean not null default false;
alter table letters.step add column sealed boolean not null default false;
comment on table letters.letter is
    'One letter. Reading: its words and the proposed fields as JSON (UTF-8), never changed. File hash: the SHA-256 of the file '
    'it was read from. Opinion: the opinion made of it, once there is one. Sealed: the reading is encrypted; those of earlier '
    'programs are sealed at the next start.';
comment on table letters.step is
    'What a person said to one proposed field, in order; the last step of a field that was not undone counts. '
    'Words: what the person wrote instead. Sealed: they are encrypted; those of earlier programs are sealed at the next start.';
grant update (reading, sealed) on letters.letter to ${application};
grant update (words, sealed) on letters.step to ${application};
