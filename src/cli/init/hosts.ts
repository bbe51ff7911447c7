/** The files by which hosts build and serve a site. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { HOSTS as HOSTS_WITH_REDIRECTS, type Host as HostWithRedirects } from '../../corpus/site-config.ts'

/** The hosts for which `init` writes how a site is published. */
export const HOSTS = [
  'github',
  'gitlab',
  'codeberg',
  'netlify',
  'cloudflare',
  'vercel',
  'server',
  'docker',
  'none',
] as const
export type Host = (typeof HOSTS)[number]

/** The paths of the files of each host, each with its template. */
const FILES: Readonly<Record<Host, Readonly<Record<string, string>>>> = {
  github: { '.github/workflows/site.yml': 'github.yml' },
  gitlab: { '.gitlab-ci.yml': 'gitlab.yml' },
  codeberg: { '.woodpecker.yaml': 'codeberg.yml' },
  netlify: { 'netlify.toml': 'netlify.toml' },
  cloudflare: { 'wrangler.jsonc': 'wrangler.jsonc', '.node-version': 'node-version' },
  vercel: { 'vercel.json': 'vercel.json' },
  server: { 'deploy/publish.sh': 'publish.sh', 'deploy/nginx.conf': 'nginx.conf', 'deploy/Caddyfile': 'Caddyfile' },
  docker: { Dockerfile: 'Dockerfile', '.dockerignore': 'dockerignore', 'deploy/nginx.conf': 'nginx.conf' },
  none: {},
}

/**
 * Returns the files of a host, by their paths in the folder of the site.
 *
 * @param url The address of the site. Where it is not known, the files have `example.org` in its place.
 * @param name What the site is called at the host, in small letters, digits and hyphens.
 */
export function hostFiles(host: Host, url = 'https://example.org', name = 'site'): Record<string, string> {
  const { hostname, pathname } = new URL(url)
  const values: Readonly<Record<string, string>> = { host: hostname, base: pathname.replace(/\/*$/, '/'), name }
  return Object.fromEntries(
    Object.entries(FILES[host]).map(([path, file]) => [
      path,
      template(file).replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key]!),
    ]),
  )
}

const template = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`./templates/hosts/${name}`, import.meta.url)), 'utf8')

/** Returns the host as `site.yaml` names it, where it is one that reads redirects from a file. */
export const hostSetting = (host: Host): HostWithRedirects | undefined =>
  HOSTS_WITH_REDIRECTS.find((each) => each === host)
