/** Finds the entry that a person or a program means by a name. */
import { absolute, withBase } from '../corpus/address.ts'
import { normalizeName } from '../corpus/link/names.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import type { Parsed } from '../corpus/model/parsed.ts'
import { basename, withoutExtension } from '../corpus/names/file-path.ts'
import { didYouMean, nearest } from '../corpus/suggest.ts'

/** That there is no such entry, with the name that may be meant, as a sentence after a space or nothing. */
export interface NoEntry {
  readonly didYouMean: string
}

/** Finds an entry by its file, its address, its title or another name. */
export function entryNamed<E extends Parsed>(name: string, entries: readonly E[], corpus: Corpus): E | NoEntry {
  const { settings, addresses } = corpus
  const wanted = normalizeName(name)
  const found = entries.find(({ path, title, data }) => {
    const address = addresses.get(path)!
    return (
      [path, withoutExtension(path), basename(path), title, ...data.aliases].some(
        (each) => normalizeName(each) === wanted,
      ) || [address, absolute(settings, withBase(settings, address))].includes(name.trim())
    )
  })
  const names = entries.flatMap(({ path, title }) => [title, basename(path), path])
  return found ?? { didYouMean: didYouMean(nearest(name, names)) }
}
