/** Addresses in the web view of a git repository. Hosts differ in them. */
import type { Settings } from '../site-config.ts'

interface Host {
  readonly file: string
  readonly commit: string
}

const GITHUB: Host = { file: '/blob/', commit: '/commit/' }
const GITLAB: Host = { file: '/-/blob/', commit: '/-/commit/' }
/** Gitea and Forgejo, as at Codeberg. */
const GITEA: Host = { file: '/src/commit/', commit: '/commit/' }

function hostOf(repository: string): Host {
  if (/\bgitlab\b/i.test(repository)) return GITLAB
  return /\b(?:codeberg|gitea|forgejo)\b/i.test(repository) ? GITEA : GITHUB
}

/** @param path From the root of the repository. @returns Undefined where `site.yaml` names no repository with an address on the web. */
export function fileAt({ repository }: Settings, commit: string, path: string): string | undefined {
  const base = webAddress(repository)
  return base && `${base}${hostOf(base).file}${commit}/${path.split('/').map(encodeURIComponent).join('/')}`
}

export function commitAt({ repository }: Settings, commit: string): string | undefined {
  const base = webAddress(repository)
  return base && `${base}${hostOf(base).commit}${commit}`
}

function webAddress(repository: string | undefined): string | undefined {
  return repository !== undefined && /^https?:\/\//i.test(repository)
    ? repository.replace(/(?:\.git)?\/*$/, '')
    : undefined
}
