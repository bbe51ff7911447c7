/**
 * Compares how a vault is read with the rules of Obsidian, as far as they concern titles, links and headings:
 * `node scripts/compare-obsidian.ts FOLDER`. The rules are written down here once more, by regular expressions on the
 * raw text and without any code of the core, so that a fault of the core is not made twice. Prints what differs, and
 * ends with the exit code 1 where anything does.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join, posix, resolve } from 'node:path'
import { Site } from '../src/site/site.ts'

const [given] = process.argv.slice(2)
if (given === undefined) throw new RangeError('Which folder?')
const folder = resolve(given)

const isHidden = (path: string): boolean => path.split('/').some((segment) => segment.startsWith('.'))
const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => posix.relative(folder, join(entry.parentPath, entry.name)).normalize('NFC'))
  .filter((path) => !isHidden(path))
const isNote = (path: string): boolean => /\.md$/i.test(path)
const texts = new Map(paths.filter(isNote).map((path) => [path, readFileSync(join(folder, path), 'utf8')]))

/** Empties code, comments and formulas, in which a link is no link, and keeps the lines. */
const withoutCode = (text: string): string =>
  text
    .replace(/^---\n[\s\S]*?\n---(?=\n|$)/, '')
    .replace(/^([ \t>]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\2[`~]*[ \t]*$|$(?![\s\S]))/gm, '')
    .replace(/%%[\s\S]*?%%/g, '')
    .replace(/\$\$[\s\S]*?\$\$/g, '')
    .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')

/** A link to a heading compares it without the signs that a link cannot have, whatever its case. */
const headingKey = (heading: string): string =>
  heading
    .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')
    .replace(/[#^[\]|:\\%*_`~=!?.,;'"(){}<>/$&+@-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

const headingsOf = (text: string): string[] =>
  [...withoutCode(text).matchAll(/^#{1,6}[ \t]+(.*?)[ \t]*#*$/gm)].map(([, heading]) => headingKey(heading ?? ''))

/** Finds the file that a link means: by its path, by the end of its path, or by its name alone. */
function destinations(target: string, from: string): string[] {
  const wanted = target.normalize('NFC').toLowerCase().replace(/^\//, '')
  const names = [wanted, `${wanted}.md`]
  const among = (test: (path: string) => boolean): string[] => paths.filter((path) => test(path.toLowerCase()))
  if (/^\.{1,2}\//.test(wanted)) {
    const full = posix.join(dirname(from), target).toLowerCase()
    return among((path) => path === full || path === `${full}.md`)
  }
  const exact = among((path) => names.includes(path))
  return exact.length > 0 ? exact : among((path) => names.some((name) => path.endsWith(`/${name}`)))
}

const site = await Site.open(folder)
const { entries, resolutions } = site.corpus
const differences: string[] = []
let [links, headings, titles] = [0, 0, 0]
for (const [path, text] of texts) {
  const entry = entries.get(path)
  if (entry === undefined) continue
  const frontmatter = /^---\n([\s\S]*?)\n---(?=\n|$)/.exec(text)?.[1] ?? ''
  if (!/^(title|aliases|alias)\s*:/m.test(frontmatter) && !/^#[ \t]/m.test(withoutCode(text))) {
    titles++
    const name = basename(path, extname(path))
    if (entry.writtenTitle !== name && entry.kind === 'note' && !/^[\d-]+$|^index$|^readme$/i.test(name))
      differences.push(`${path}: the title is "${entry.writtenTitle}", the file is called "${name}"`)
  }
  const found = resolutions.get(path) ?? []
  const ours = new Map(entry.links.map((link, index) => [`${link.target}#${link.fragment ?? ''}`, found[index]!]))
  for (const [, written = ''] of withoutCode(text).matchAll(/\[\[([^[\]\n]+?)\]\]/g)) {
    const [place = ''] = written.split(/\\?\|/)
    const [target = '', ...fragments] = place.split('#').map((part) => part.trim())
    const fragment = fragments.at(-1)
    if (target === '' || /^\w+:\/\//.test(target)) continue
    const resolution = [...ours].find(([key]) => key.startsWith(`${target}#`))?.[1]
    if (resolution === undefined) continue
    links++
    const meant = destinations(target, path)
    const led = 'path' in resolution ? resolution.path : undefined
    if (
      meant.length === 0
        ? led !== undefined && !entries.get(led)?.data.aliases.length
        : led === undefined
          ? resolution.type === 'missing'
          : !meant.includes(led)
    )
      differences.push(
        `${path}: [[${written}]] is ${resolution.type} ${led ?? ''}, Obsidian finds ${meant.join(', ') || 'nothing'}`,
      )
    if (fragment === undefined || fragment.startsWith('^') || meant.length !== 1 || !isNote(meant[0]!)) continue
    headings++
    const isThere = headingsOf(texts.get(meant[0]!)!).includes(headingKey(fragment))
    const exact = ours.get(`${target}#${fragments.join('#')}`)
    if (exact !== undefined && isThere !== (exact.type === 'found'))
      differences.push(
        `${path}: the heading of [[${written}]] is ${exact.type}, and ${isThere ? '' : 'not '}in the file`,
      )
  }
}
console.log(differences.join('\n'))
console.log(`${texts.size} notes, ${titles} titles, ${links} links, ${headings} headings: ${differences.length} differ`)
process.exitCode = differences.length === 0 ? 0 : 1
