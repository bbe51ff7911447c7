/** Serves a folder by the servers for which `throughline init` writes configuration. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { hostFiles } from '../../src/cli/init/hosts.ts'

/** A server that runs. */
export interface Server {
  /** Its name and version. */
  readonly name: string
  readonly stop: () => Promise<void>
}

/** Types that nginx knows by its own file, as far as a site has them. */
const TYPES = `types {
  text/html html; text/css css; text/xml xml; text/plain txt; application/atom+xml atom; application/json json;
  image/png png; image/svg+xml svg; image/x-icon ico; image/jpeg jpg jpeg; image/webp webp; font/woff2 woff2;
  application/wasm wasm; application/pdf pdf;
}`

/**
 * Serves a site by nginx.
 *
 * @param url The address, with its port, at which it is served.
 * @param work A folder whose `www` has the site, as a server has it in /var/www.
 */
export function serveByNginx(url: string, work: string): Promise<Server> {
  const nginx = process.env['NGINX'] ?? 'nginx'
  const { port } = new URL(url)
  const site = configuration(url, 'nginx.conf')
    .replaceAll('/var/www', join(work, 'www'))
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace(/^ *listen \[::\].*\n/m, '')
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/tmp;`)
  const file = join(work, 'nginx.conf')
  writeFileSync(join(work, 'site.conf'), site)
  mkdirSync(join(work, 'tmp'), { recursive: true })
  // nginx reads the files as another user where it is started by root.
  chmodSync(work, 0o755)
  writeFileSync(
    file,
    `user ${process.env['USER'] ?? 'root'};\ndaemon off;\npid ${work}/nginx.pid;\nerror_log ${work}/nginx.log;\nevents {}\n` +
      `http {\naccess_log off;\n${temporary.join('\n')}\n${TYPES}\ndefault_type application/octet-stream;\ninclude ${work}/site.conf;\n}\n`,
  )
  const [, version = ''] = /nginx\/(\S+)/.exec(tested(nginx, ['-t', '-c', file], ['-v'])) ?? []
  return started(`nginx ${version}`, nginx, ['-c', file], url)
}

/** Serves a site by Caddy, in the same way. */
export function serveByCaddy(url: string, work: string): Promise<Server> {
  const caddy = process.env['CADDY'] ?? 'caddy'
  const { hostname, host } = new URL(url)
  const site = configuration(url, 'Caddyfile')
    .replaceAll('/var/www', join(work, 'www'))
    .replace(`\n${hostname} {`, `\nhttp://${host} {`)
  const file = join(work, 'Caddyfile')
  writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${site}`)
  const options = ['--config', file, '--adapter', 'caddyfile']
  const version = tested(caddy, ['validate', ...options], ['version'])
    .trim()
    .split('\n')
    .at(-1)
  return started(`Caddy ${version}`, caddy, ['run', ...options], url)
}

/** Returns what `init` writes for a server. */
const configuration = (url: string, name: string): string => hostFiles('server', url)[`deploy/${name}`] ?? ''

/** Has a program test its configuration, and returns what it says of its version. */
function tested(program: string, test: readonly string[], version: readonly string[]): string {
  const { status, stderr, error } = spawnSync(program, test, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} does not take its configuration: ${error?.message ?? stderr}`)
  const said = spawnSync(program, version, { encoding: 'utf8' })
  return said.stdout + said.stderr
}

async function started(name: string, program: string, options: readonly string[], url: string): Promise<Server> {
  const child = spawn(program, options, { stdio: 'ignore' })
  const exited = once(child, 'exit')
  for (let tries = 0; tries < 100 && child.exitCode === null; tries++) {
    const isThere = await fetch(`${url}/`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isThere) break
    await wait(100)
  }
  return {
    name,
    stop: async () => {
      child.kill()
      await exited
    },
  }
}
