/** This file says where the files of a vault go in a site. */
import { readFrontmatter } from '../frontmatter/read.ts'
import type { Parsed } from '../model/parsed.ts'
import { withoutExtension } from '../names/file-path.ts'
import { identify } from '../names/identify.ts'
import type { Dialect } from '../site-config.ts'
import type { FilePath, Kind } from '../vocabulary.ts'
import type { Choices } from './vault-choices.ts'

/** A `Place` is where a file goes, and what it is there. */
export interface Place {
  readonly from: FilePath
  readonly to: FilePath
  readonly kind: Kind
  /** This is the choice that decided, as its owner wrote it. It is undefined where none did. */
  readonly by?: string
}

const FOLDERS: Readonly<Record<Kind, string>> = { inquiry: 'inquiries', note: 'notes', page: 'pages', canvas: '' }

/**
 * Gives each file a place: the folder of its kind, and there the path that it has in the vault. Canvases keep their
 * path.
 *
 * @param dialect Says how the site reads its files.
 */
export function placesOf(files: readonly Parsed[], { kinds }: Choices, dialect: Dialect): Place[] {
  const taken = new Set<string>()
  return files.map((file): Place => {
    const choice = kinds.find(({ matches }) => matches(file))
    const wanted = choice?.kind ?? file.kind
    if (file.kind === 'canvas') return free(file, 'canvas', taken)
    const at = pathIn(FOLDERS[wanted], file.path, true)
    // What a file says it is counts before what is said of its folder or its tags.
    const { value = {} } = readFrontmatter(file)
    const { kind } = identify(at, value['type'], { ...dialect, hasOwnLayout: true }, value)
    return { ...free(file, kind, taken), ...(choice !== undefined && kind === wanted && { by: choice.written }) }
  })
}

/** Gives the path of a file that no other has, whatever the case. */
function free({ path }: Parsed, kind: Kind, taken: Set<string>): Place {
  const ways = [pathIn(FOLDERS[kind], path, true), pathIn(FOLDERS[kind], path, false)]
  const bare = (way: string): string => withoutExtension(way).toLowerCase()
  const to = ways.find((way) => !taken.has(bare(way))) ?? numbered(ways[1]!, (way) => taken.has(bare(way)))
  taken.add(bare(to))
  return { from: path, to, kind }
}

/** Puts a path into a folder. Its first folder goes where it is called so already, as does the one that Logseq has. */
function pathIn(folder: string, path: FilePath, isShort: boolean): FilePath {
  if (folder === '') return path
  const [first = '', ...rest] = path.split('/')
  const isSame = rest.length > 0 && [folder, 'pages'].includes(first.toLowerCase())
  return `${folder}/${isShort && isSame ? rest.join('/') : path}`
}

function numbered(path: FilePath, isTaken: (way: string) => boolean): FilePath {
  const whole = withoutExtension(path)
  for (let count = 2; ; count++) {
    const way = `${whole} ${count}${path.slice(whole.length)}`
    if (!isTaken(way)) return way
  }
}
