/** Writes the documents on licences from `package.json`, the lockfile and the list of what ships. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockedPackages, manifest, ROOT, type LockedPackage } from './lockfile.ts'
import { SHIPPED, type Shipped } from './shipped.ts'

/** Each document, by its path in the project. */
export function licenceDocuments(): Readonly<Record<string, string>> {
  return { 'docs/licences.md': licencesPage(), 'public/licences.txt': licenceTexts() }
}

/** `docs/licences.md`: what ships to readers, and what runs in builds. */
export function licencesPage(): string {
  const locked = lockedPackages().filter(({ dev }) => !dev)
  const shippedNames = SHIPPED.map((each) => each.package)
  const direct = Object.keys(manifest().dependencies).filter((name) => !shippedNames.includes(name))
  const installed = new Map(locked.map((each) => [each.path, each]))
  const own = direct.map((name) => installed.get(`node_modules/${name}`)!)
  const shipped = SHIPPED.map((each) => ({ ...each, locked: installed.get(`node_modules/${each.package}`)! }))
  return [
    '# Licences',
    'What a site has in it that others made, and what runs on the machine that builds it. This page is written by ' +
      '`npm run licences`, from `package.json`, the lockfile and `scripts/licences/shipped.ts`. A test compares it with them and ' +
      'with the files of the demo.',
    '## What ships to readers',
    table(
      ['What', 'Package', 'Licence', 'Files in the site'],
      shipped.map(({ what, where, locked }) => [what, nameOf(locked), licenceOf(locked), where]),
    ),
    'Everything else in a site is the code of this project (MIT), or is made from what its writers wrote. Formulas are MathML that ' +
      'temml wrote, and highlighted code is HTML that highlight.js wrote; no file of either is in the site.',
    'The Open Font License and the MIT licence ask that their notice and their text go along with every copy. So every site has ' +
      '`/licences.txt`, which has the texts of all of these (`public/licences.txt` here). The fonts also state their licence in themselves.',
    '## What runs in builds only',
    'The words that citation styles have in other languages (`src/corpus/bibliography/csl-locales.json`) are the locales of the ' +
      'Citation Style Language (https://github.com/citation-style-language/locales), without what is still in English, under ' +
      'CC-BY-SA-3.0. `csl-locales.licence.txt` beside them names their translators. Pages have single words of them.',
    'None of it is in a site, and what is above takes part in builds as well. These are the packages that the project asks for:',
    table(
      ['Package', 'Version', 'Licence'],
      own.map((each) => [`\`${each.name}\``, each.version, licenceOf(each)]),
    ),
    'These come with them, those for other systems included:',
    byLicence(locked.filter(({ path }) => ![...direct, ...shippedNames].includes(path.replace(/^node_modules\//, '')))),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

/** `/licences.txt` of every site: the text of the licence of everything in it. */
export function licenceTexts(): string {
  const groups = Map.groupBy(SHIPPED, textOf)
  const rule = '='.repeat(80)
  const parts = [...groups].map(([text, group]) => `${group.map(heading).join('\n')}\n\n${text}`)
  return (
    [
      'This site was made with Throughline. What others made of it, and under which licence, is below.',
      `Throughline\n\n${readFileSync(join(ROOT, 'LICENSE'), 'utf8').trim()}`,
      ...parts,
    ].join(`\n\n${rule}\n\n`) + '\n'
  )
}

const heading = ({ package: name, what, copyright }: Shipped): string =>
  [`${name}: ${what}`, ...(copyright === undefined ? [] : [copyright])].join('\n')

/**
 * The text of a licence. That of a font begins where it is the same for all fonts, because the notice stands above it.
 */
function textOf({ package: name, licenceFile, copyright }: Shipped): string {
  const text = readFileSync(join(ROOT, 'node_modules', name, licenceFile), 'utf8').trim()
  return copyright === undefined ? text : text.slice(text.indexOf('This Font Software is licensed'))
}

function byLicence(packages: readonly LockedPackage[]): string {
  const groups = [...Map.groupBy(packages, licenceOf)].sort(([a], [b]) => (a < b ? -1 : 1))
  return table(
    ['Licence', 'Packages'],
    groups.map(([licence, group]) => [licence, [...new Set(group.map(nameOf))].sort().join(', ')]),
  )
}

const nameOf = ({ name, version }: LockedPackage): string => `\`${name}\` ${version}`

const licenceOf = ({ license }: LockedPackage): string => license ?? 'not stated'

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
