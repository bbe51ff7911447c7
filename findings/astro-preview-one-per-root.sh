#!/usr/bin/env bash
# Astro 7.3.4: one folder has one preview server, whatever it serves and at whichever port.
#
# `astro preview` keeps a lock for the root of the project, and neither `--port` nor `--outDir` is part of it. So a test that
# previews an output folder of its own, at a free port of its own, fails for as long as somebody has the site of the same
# project open in another window. The lock is of a command, not of the folder: a preview beside `astro dev` is refused no
# more than before. With `--ignore-lock` a second one starts, and the first stays the one that `astro preview status` knows.
#
# Seen with astro 7.3.4 on Node 24 (Linux):
#   a second preview, other port, other outDir:        "Another astro preview server is already running."
#   the same with --ignore-lock:                       answers 200
#   a preview while `astro dev --port …` runs instead: answers 200
set -euo pipefail
export ASTRO_TELEMETRY_DISABLED=1 ASTRO_DEV_BACKGROUND=0 ASTRO_PREVIEW_BACKGROUND=0
work=$(mktemp -d)
pids=()
finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund astro@7.3.4
mkdir -p src/pages
echo '<p>Words.</p>' >src/pages/index.astro
astro=$(node -p 'const { bin } = require("astro/package.json"); require("path").join("node_modules/astro", bin.astro ?? bin)')
for out in one two; do node "$astro" build --outDir "$out" >/dev/null 2>&1; done

free() { node -e 'const s = require("net").createServer().listen(0, () => { console.log(s.address().port); s.close() })'; }
# Starts a command of Astro at a free port, and says what came of it: the status of its page, or its first words.
outcome() {
  local port log pid
  port=$(free)
  log=$(mktemp -p "$work")
  node "$astro" "$@" --port "$port" >"$log" 2>&1 &
  pid=$!
  pids+=("$pid")
  for _ in $(seq 1 100); do
    sleep 0.2
    status=$(curl -s -o /dev/null -w '%{http_code}' "http://localhost:$port/" || true)
    [ "$status" = 200 ] && { result="answers 200"; return; }
    kill -0 "$pid" 2>/dev/null || break
  done
  result=$(grep -o 'Another astro preview server is already running\.' "$log" | head -1 || tail -3 "$log")
}
outcome preview --outDir one
first=$result
outcome preview --outDir two
second=$result
outcome preview --outDir two --ignore-lock
ignoring=$result
for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
wait 2>/dev/null || true
outcome dev
outcome preview --outDir one
beside=$result
echo "the first preview:            $first"
echo "a second one:                 $second"
echo "the same with --ignore-lock:  $ignoring"
echo "a preview beside dev:         $beside"
[ "$first" = 'answers 200' ] && [ "$second" = 'Another astro preview server is already running.' ] &&
  [ "$ignoring" = 'answers 200' ] && [ "$beside" = 'answers 200' ] ||
  { echo 'Astro now keeps its lock in another way.'; exit 1; }
