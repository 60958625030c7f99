#!/usr/bin/env bash
# The packaged program as a person meets it: start, way in, kill -9, start again, stop; and wrong words on the command line.
set -euo pipefail
cd "$(dirname "$0")/../.."

scratch=$(mktemp -d "${TMPDIR:-/tmp}/consilium-smoke.XXXXXX")
data=$scratch/data
program=

finish() {
  [ -z "$program" ] || kill -9 "$program" 2>/dev/null || true
  local server
  server=$(servers)
  [ -z "$server" ] || kill -QUIT $server 2>/dev/null || true
  rm -rf "$scratch" 2>/dev/null || true
}
trap finish EXIT

fail() {
  echo "smoke test: $1" >&2
  [ ! -f "$scratch/err" ] || tail -n 20 "$scratch/err" >&2
  exit 1
}

# Process numbers of database servers of our data folder.
servers() {
  ps -axo pid=,args= | awk -v data="$data/database/data-18" '$2 ~ /postgres$/ && $0 ~ data { print $1 }'
}

start() { # sets program and address
  ./consilium --data "$data" --port 0 >"$scratch/out" 2>"$scratch/err" &
  program=$!
  for _ in $(seq 600); do
    address=$(sed -n 's/^Consilium is ready: //p' "$scratch/out")
    [ -z "$address" ] || return 0
    kill -0 "$program" 2>/dev/null || fail "the program ended before it was ready"
    sleep 0.1
  done
  fail "the program was not ready after a minute"
}

answers() { # words...: exit code 0, one JSON object on standard output and nothing on standard error
  ./consilium "$@" >"$scratch/answer" 2>"$scratch/err" || fail "'$*' ended with $?"
  [ ! -s "$scratch/err" ] || fail "'$*' wrote to standard error"
  node -e 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))' "$scratch/answer" || fail "'$*' did not answer with JSON"
}

holds() { # path... value: what the last answer says there
  node -e '
    const [file, value, ...path] = process.argv.slice(1);
    const found = path.reduce((at, name) => at?.[name], JSON.parse(require("fs").readFileSync(file, "utf8")));
    process.exit(String(found) === value ? 0 : 1);' "$scratch/answer" "${@: -1}" "${@:1:$#-1}" || fail "the answer does not hold $*"
}

refuses() { # words...: exit code 2, one line on standard error, nothing on standard output
  local code=0
  ./consilium "$@" >"$scratch/refused.out" 2>"$scratch/refused.err" || code=$?
  [ "$code" = 2 ] || fail "'$*' ended with $code instead of 2: $(head -n 3 "$scratch/refused.err")"
  [ "$(wc -l <"$scratch/refused.err")" -eq 1 ] || fail "'$*' said more or less than one line: $(head -n 5 "$scratch/refused.err")"
  [ ! -s "$scratch/refused.out" ] || fail "'$*' wrote to standard output"
}

./consilium --version 2>"$scratch/err" | grep -q '^Consilium [0-9]' || fail "--version"
./consilium --help 2>"$scratch/err" | grep -q '^  demo' || fail "--help"

# serving: in by the link, kill -9, everything still there, a clean stop
title="My back $$"
start
node src/build/visit.mjs "$address" opens "$title" || fail "the way in does not work"
refuses --data "$data"
grep -q "http://127.0.0.1:" "$scratch/refused.err" || fail "a second start does not say where the first one runs"
kill -9 "$program"
wait "$program" 2>/dev/null || true
start
[ "$(servers | wc -l)" -eq 1 ] || fail "after kill -9 there are other database servers than one: $(servers)"
node src/build/visit.mjs "$address" finds "$title" || fail "a case is gone after kill -9"
kill -TERM "$program"
wait "$program" 2>/dev/null || true
program=
[ -z "$(servers)" ] || fail "a database server outlived the program"

# the commands, on a made-up person's files
files=$scratch/files
mkdir "$files"
for file in src/main/resources/samples/fusion/*; do
  sed -E 's/\{\{iso[+-][0-9]+\}\}/2026-01-15/g; s/\{\{hl7[+-][0-9]+\}\}/20260115/g' "$file" >"$files/${file##*/}"
done
answers read --json "$files"/synthetic-*
holds files 1 status read
answers assess --json --on 2026-02-01 --answers "$files/answers.json" "$files"/synthetic-*
holds verdict worth-seeking
answers compare --json "$files/opinion-first.json" "$files/opinion-second.json"
holds outcome differ-major
answers demo --json --out "$scratch/paper"
holds person id fusion
[ "$(head -c 5 "$scratch/paper/consilium-demo-fusion.pdf")" = "%PDF-" ] || fail "the demo wrote no PDF"

# two at once
./consilium read --json "$files"/synthetic-* >"$scratch/one" 2>"$scratch/err" &
other=$!
answers read --json "$files"/synthetic-*
wait "$other" || fail "two commands at once"
cmp -s "$scratch/one" "$scratch/answer" || fail "two commands at once answered differently"

# what cannot be used
refuses nonsense
refuses --nonsense
refuses demo --person nobody
: >"$scratch/empty.json"
echo '{"not": "finished"' >"$scratch/broken.json"
for command in read assess compare; do
  refuses "$command"
  for file in missing empty broken; do
    refuses "$command" "$scratch/$file.json"
  done
done
for file in missing empty broken; do
  refuses compare "$scratch/$file.json" "$files/opinion-first.json"
  refuses assess --answers "$scratch/$file.json"
done
echo "smoke test: passed"
