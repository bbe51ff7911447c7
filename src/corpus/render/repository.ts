/** This file makes addresses in the web view of a git repository. Hosts differ in them. */
import type { Settings } from '../site-config.ts'

/** A `Host` has the parts of addresses in which hosts differ. */
interface Host {
  readonly file: string
  readonly commit: string
}

const GITHUB: Host = { file: '/blob/', commit: '/commit/' }
const GITLAB: Host = { file: '/-/blob/', commit: '/-/commit/' }
/** These are the addresses of Gitea and Forgejo, which Codeberg runs. */
const GITEA: Host = { file: '/src/commit/', commit: '/commit/' }

/** Guesses the software of a host from its address. */
function hostOf(repository: string): Host {
  if (/\bgitlab\b/i.test(repository)) return GITLAB
  return /\b(?:codeberg|gitea|forgejo)\b/i.test(repository) ? GITEA : GITHUB
}

/**
 * Gives the address of a file at a commit. It is undefined where `site.yaml` names no repository with a web address.
 *
 * @param path The path of the file from the root of the repository.
 */
export function fileAt({ repository }: Settings, commit: string, path: string): string | undefined {
  const base = webAddress(repository)
  return base && `${base}${hostOf(base).file}${commit}/${path.split('/').map(encodeURIComponent).join('/')}`
}

/** Gives the address of a commit. It is undefined where `site.yaml` names no repository with a web address. */
export function commitAt({ repository }: Settings, commit: string): string | undefined {
  const base = webAddress(repository)
  return base && `${base}${hostOf(base).commit}${commit}`
}

/** Gives the web address of a repository, without `.git` at its end. */
function webAddress(repository: string | undefined): string | undefined {
  return repository !== undefined && /^https?:\/\//i.test(repository)
    ? repository.replace(/(?:\.git)?\/*$/, '')
    : undefined
}
