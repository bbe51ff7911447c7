#!/usr/bin/env bash
# Pagefind 1.6.0: the command makes another index of the same pages when the folder lists them in another order.
#
# The command numbers pages in the order in which the file system lists their folders. That order is no property of the
# pages: on ext4 it goes by a hash of the names that differs from disk to disk, on tmpfs by the order in which they were
# made. The fragments (one file for each page) are the same bytes; the list of pages and the index, whose names carry a
# hash of their content, are not. So a site that is copied, or made by two workers in turn, can get another index although
# no page changed, and every reader fetches it again. Whoever wants the same bytes has to make the folder in a known order
# on a file system that keeps one, or to hand the pages over through the Node API, in order.
#
# Seen with pagefind 1.6.0 on Linux, in /dev/shm (tmpfs):
#   made in order:      hash of the index en_1e2534a76c
#   made in reverse:    hash of the index en_5bc49ac72d
#   the four fragments: the same names in both
set -euo pipefail
[ "$(stat -f -c %T /dev/shm 2>/dev/null)" = tmpfs ] || { echo 'This needs a tmpfs at /dev/shm.'; exit 2; }
work=$(mktemp -d)
pages=$(mktemp -d -p /dev/shm)
trap 'rm -rf "$work" "$pages"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pagefind@1.6.0

page() {
  mkdir -p "$pages/$1/$2"
  printf '<!doctype html><html lang="en"><body><h1>%s</h1><p>Words about %s and the tides.</p></body></html>' "$2" "$2" \
    >"$pages/$1/$2/index.html"
}
for name in alpha beta gamma delta; do page forward "$name"; done
for name in delta gamma beta alpha; do page reverse "$name"; done
diff -r "$pages/forward" "$pages/reverse" # The same files with the same content.

hash_of() {
  npx pagefind --site "$pages/$1" --output-path "$work/$1" --silent >/dev/null
  node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).languages.en.hash' "$work/$1/pagefind-entry.json"
}
forward=$(hash_of forward)
reverse=$(hash_of reverse)
echo "made in order:   $forward"
echo "made in reverse: $reverse"
diff <(ls "$work/forward/fragment") <(ls "$work/reverse/fragment") && echo 'the fragments are the same'
[ "$forward" != "$reverse" ] || { echo 'The order no longer matters.'; exit 1; }
