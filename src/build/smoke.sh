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

refuses() { # words...: exit code 2, one line on standard error, nothing on standard output
  local code=0
  ./consilium "$@" >"$scratch/refused.out" 2>"$scratch/refused.err" || code=$?
  [ "$code" = 2 ] || fail "'$*' ended with $code instead of 2: $(head -n 3 "$scratch/refused.err")"
  [ "$(wc -l <"$scratch/refused.err")" -eq 1 ] || fail "'$*' said more or less than one line: $(head -n 5 "$scratch/refused.err")"
  [ ! -s "$scratch/refused.out" ] || fail "'$*' wrote to standard output"
}

./consilium --version | grep -q '^Consilium ' || fail "--version"
start
node src/build/visit.mjs "$address" || fail "the way in does not work"
refuses --data "$data"
grep -q "http://127.0.0.1:" "$scratch/refused.err" || fail "a second start does not say where the first one runs"

kill -9 "$program"
wait "$program" 2>/dev/null || true
start
[ "$(servers | wc -l)" -eq 1 ] || fail "after kill -9 there are other database servers than one: $(servers)"
node src/build/visit.mjs "$address" || fail "the way in does not work after kill -9"
kill -TERM "$program"
wait "$program" 2>/dev/null || true
program=
[ -z "$(servers)" ] || fail "a database server outlived the program"

refuses nonsense
refuses --nonsense
touch "$scratch/empty.json"
echo '{"not": "finished"' >"$scratch/broken.json"
for command in read assess compare; do
  ./consilium --help | grep -q "^  $command" || continue
  refuses "$command" "$scratch/missing.json"
  refuses "$command"
done
if ./consilium --help | grep -q '^  compare'; then
  refuses compare "$scratch/empty.json" "$scratch/empty.json"
  refuses compare "$scratch/broken.json" "$scratch/broken.json"
fi
echo "smoke test: passed"
