/**
 * This file copies a vault into a site: each file goes into the folder of its kind, and every name in it leads on to
 * what it led to in the vault. Nothing in the vault changes.
 */
import type { LinkInput } from '../link/resolve-entry.ts'
import type { Parsed } from '../model/parsed.ts'
import { basename } from '../names/file-path.ts'
import { parse } from '../parse.ts'
import { baseMentions } from '../rename/base-mentions.ts'
import type { Names } from '../rename/meanings.ts'
import { namesOf } from '../rename/rename-entry.ts'
import { rewrite, type Versions } from '../rename/rewrite.ts'
import { withEdits } from '../rename/text-edits.ts'
import type { Dialect } from '../site-config.ts'
import type { Document, FilePath } from '../vocabulary.ts'
import { withDataviewFields } from './dataview-fields.ts'
import { linkedCopy } from './linked-copy.ts'
import { undeclaredFields } from './undeclared-fields.ts'
import { withGraphRelations } from './vault-relations.ts'
import type { Choices } from './vault-choices.ts'
import { placesOf, type Place } from './vault-paths.ts'

/** A `Vault` is a folder as another program keeps it. */
export interface Vault {
  readonly input: LinkInput
  readonly dialect: Dialect
  /** These are the files of bases with their texts. */
  readonly bases: readonly Document[]
}

/** A `VaultTarget` is the site into which a vault is copied, as it reads its files. */
export interface VaultTarget {
  readonly input: LinkInput
  readonly dialect: Dialect
}

/** A `Copy` is a file of the vault with its text as the site has it. */
export interface Copy extends Place {
  readonly document: Document
}

/** A `VaultCopy` is what a vault becomes. */
export interface VaultCopy {
  readonly copies: readonly Copy[]
  /** These are the other files that the copied ones show or link to. They keep their paths. */
  readonly attachments: readonly FilePath[]
  /** These are whole sentences about what could not be carried. */
  readonly left: readonly string[]
  /** This is the number of names that lead nowhere, in the vault as in the site. */
  readonly missing: number
}

/** Copies a vault. This is a pure function: it says what has to be written, and writes nothing. */
export function copyVault(vault: Vault, target: VaultTarget, choices: Choices): VaultCopy {
  const files = vault.input.files.filter((file) => !choices.leftOut.some(({ matches }) => matches(file)))
  const places = placesOf(files, choices, target.dialect)
  const placeOf = new Map(places.map((place) => [place.from, place.to]))
  const moved = (path: FilePath): FilePath => placeOf.get(path) ?? path
  const before = namesOf(vault.input)
  const shown = shownBy(files, before, vault)
  const after = namesOf(withCopies(target, read(files, moved, target.dialect), shown))
  const versions = { before, after, moved, order: vault.input.settings.wikilinks }
  const linked = files.map((file) => linkedCopy(file, versions, target.dialect))
  const lost = linked.flatMap((each) => each.lost)
  const gone = new Set(vault.input.files.map(({ path }) => path).filter((path) => !placeOf.has(path)))
  const related = withGraphRelations(
    files,
    linked.map(({ text }) => text),
    vault.input.graph,
    { moved, after },
  )
  const copies = places.map((place, index) => {
    const text = withDataviewFields({ path: place.to, text: related.texts[index]! }, place.kind, target.dialect)
    return { ...place, document: { path: place.to, text } }
  })
  const bases = vault.bases.map((base) => baseCopy(base, versions))
  const attachments = shown.filter((path) => !vault.bases.some((base) => base.path === path))
  const isShown = new Set(shown)
  const others = [...vault.input.attachments.keys()].filter((path) => !isShown.has(path) && !isKnownFile(path))
  const sources = files.filter(({ isSource, path }) => isSource && !basename(path).startsWith('@'))
  return {
    copies: [...copies, ...bases],
    attachments,
    missing: files.flatMap((file) => before.of(file)).filter(({ type }) => type === 'missing').length,
    left: [
      ...conflicts(files, places, choices),
      ...lost.flatMap(({ path, says }) => (gone.has(path) ? [] : [says])),
      ...counted(
        lost.filter(({ path }) => gone.has(path)),
        'Links to files that are left out, which lead nowhere now',
      ),
      ...related.left,
      ...counted(sources, 'Nodes that are works by the settings of the plugin, and notes as others are here'),
      ...undeclaredFields(files, target.dialect),
      ...counted(others, 'Files that no note shows or links to, and that are not copied'),
      ...(vault.bases.some(({ text }) => /inFolder\(|file\.folder/.test(text))
        ? ['Bases that filter by folder have the folders of the vault, and files are in others now. Look at them.']
        : []),
    ],
  }
}

/** Says how many there are of something, where there are any. */
const counted = (all: readonly unknown[], what: string): string[] =>
  all.length === 0 ? [] : [`${what}: ${all.length}.`]

/** The bibliography is added to that of the site, and these files are for the vault alone. */
const isKnownFile = (path: FilePath): boolean => /\.(?:bib|base)$|(?:^|\/)relations\.json$|^site\.yaml$/i.test(path)

const read = (files: readonly Parsed[], moved: (path: FilePath) => FilePath, dialect: Dialect): Parsed[] =>
  files.flatMap(({ path, text }) => parse({ path: moved(path), text }, dialect).parsed ?? [])

/** Adds the copies to what is in the site. What an earlier import made is what it makes now. */
function withCopies({ input }: VaultTarget, copies: readonly Parsed[], shown: readonly FilePath[]): LinkInput {
  const made = new Set(copies.map(({ path }) => path))
  const attachments = new Map([...input.attachments, ...shown.map((path) => [path, { path }] as const)])
  return { ...input, files: [...input.files.filter(({ path }) => !made.has(path)), ...copies], attachments }
}

/** Lists the other files that files name, and all bases. */
function shownBy(files: readonly Parsed[], names: Names, { input, bases }: Vault): FilePath[] {
  const named = new Set(files.flatMap((file) => names.of(file).flatMap(({ path }) => path ?? [])))
  for (const { path } of bases) named.add(path)
  return [...input.attachments.keys()].filter((path) => named.has(path))
}

function baseCopy({ path, text }: Document, versions: Versions): Copy {
  const written = withEdits(text, rewrite({ path, text }, baseMentions(text), versions))
  return { from: path, to: path, kind: 'page', document: { path, text: written } }
}

/** Names the files that say themselves that they are something else than what was chosen. */
function conflicts(files: readonly Parsed[], places: readonly Place[], { kinds }: Choices): string[] {
  return files.flatMap((file, index) => {
    const choice = kinds.find(({ matches }) => matches(file))
    const { kind } = places[index]!
    return choice === undefined || choice.kind === kind || kind === 'canvas'
      ? []
      : [
          `${file.path} says itself that it is of the kind ${kind}, so ${choice.written} does not make it ${choice.kind}.`,
        ]
  })
}
