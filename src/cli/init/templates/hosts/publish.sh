#!/bin/sh
# Builds the site and copies what changed to a server: sh deploy/publish.sh ann@{{host}}
# The server needs rsync, and nginx with deploy/nginx.conf or Caddy with deploy/Caddyfile.
set -eu
: "${1:?Name the server: sh deploy/publish.sh ann@{{host}}}"
cd "$(dirname "$0")/.."
npx throughline check
npx throughline build
# Files are replaced once all of them are there, and those that are gone are removed last.
rsync --archive --compress --mkpath --delay-updates --delete-delay dist/ "$1:/var/www/{{host}}{{base}}"
