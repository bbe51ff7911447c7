#!/usr/bin/env bash
# Astro 7.3.4: a component with a style cannot be imported from a folder that has not even its first name in common with
# the project.
#
# A page in /var/tmp/… may import a component of /tmp/…, as a shared theme, a monorepo with linked folders or a generator
# with its own root does. Without a style it works. With one, the build fails: Astro asks for the style by the absolute
# path of the component, and takes an absolute path that shares no folder with the root for one that begins at the root.
# So it looks for /var/tmp/…/tmp/…, where it has compiled nothing. What decides is the first name of both paths alone: the
# same component in another folder of /var works, although it lies outside the project as well. So a project that is tested
# below /tmp can fail on a machine where it lies below /home.
#
# Seen with astro 7.3.4 on Node 24 (Linux):
#   no style, first name differs:  built
#   a style, same first name:      built, with the style
#   a style, first name differs:   "No cached compile metadata found for …"
set -euo pipefail
project=$(mktemp -d -p /var/tmp)
near=$(mktemp -d -p /var/tmp)
far=$(mktemp -d -p /tmp)
trap 'rm -rf "$project" "$near" "$far"' EXIT
cd "$project"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund astro@7.3.4
mkdir -p src/pages

# A component in a folder, with a style or without, on the only page of a site.
outcome() {
  printf '<p class="mine">Words.</p>\n%s\n' "$2" >"$1/Mine.astro"
  printf -- '---\nimport Mine from "%s/Mine.astro"\n---\n<Mine />\n' "$1" >src/pages/index.astro
  rm -rf dist
  if ASTRO_TELEMETRY_DISABLED=1 npx astro build >log 2>&1; then
    echo "built$(grep -rqs 4711 dist && echo ', with the style' || true)"
  else
    grep -o 'No cached compile metadata found' log | head -1 || tail -5 log
  fi
}
style='<style>.mine { z-index: 4711 }</style>'
plain=$(outcome "$far" '')
same=$(outcome "$near" "$style")
differs=$(outcome "$far" "$style")
echo "no style, first name differs: $plain"
echo "a style, same first name:     $same"
echo "a style, first name differs:  $differs"
[ "$plain" = built ] && [ "$same" = 'built, with the style' ] && [ "$differs" = 'No cached compile metadata found' ] ||
  { echo 'Astro now finds the style, or fails in another way.'; exit 1; }
