/** What the project takes from others: packages that are pinned, checked and used, and licences that are kept. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { describe, test } from 'node:test'
import ts from 'typescript'
import { isAccepted } from '../../scripts/licences/accepted.ts'
import { licenceDocuments } from '../../scripts/licences/documents.ts'
import { lockedPackages, manifest } from '../../scripts/licences/lockfile.ts'
import { CONTENT_FILES, OWN_FILES, SHIPPED } from '../../scripts/licences/shipped.ts'
import { filesIn } from '../../src/site/files-in.ts'
import { ROOT } from '../support/commands.ts'
import { DEMO } from '../support/site.ts'
import { fontStates } from '../support/woff2.ts'

const locked = lockedPackages()
const { devDependencies, optionalDependencies, overrides, scripts, allowScripts } = manifest()
const dependencies = { ...manifest().dependencies, ...optionalDependencies }
const declared = { ...dependencies, ...devDependencies }

describe('the lockfile', () => {
  const pathsOf = (isWrong: (each: (typeof locked)[number]) => boolean): string[] =>
    locked.filter(isWrong).map(({ path }) => path)

  test('has a strong hash of every package', () =>
    assert.deepEqual(
      pathsOf(({ integrity = '' }) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity)),
      [],
    ))

  test('names no host, so that every registry serves it', () =>
    assert.deepEqual(
      pathsOf(({ resolved }) => resolved !== undefined),
      [],
    ))

  test('has no package that runs something when it is installed, but for those that may', () => {
    const running = locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)
    const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name])
    assert.deepEqual([...new Set(running)].sort(), allowed.sort())
  })

  test('has no package for builds whose licence is not accepted', () =>
    assert.deepEqual(
      locked.filter(({ dev, license }) => !dev && !isAccepted(license)).map(({ path, license }) => [path, license]),
      [],
    ))
})

test('an expression of licences is accepted when all that has to be kept is', () => {
  for (const licence of ['MIT', 'MIT OR GPL-3.0-only', '(GPL-3.0-only OR MIT)', 'MIT AND ISC'])
    assert.ok(isAccepted(licence), licence)
  for (const licence of [undefined, '', 'GPL-3.0-only', 'MIT AND GPL-3.0-only', 'UNLICENSED'])
    assert.ok(!isAccepted(licence), licence)
})

describe('package.json', () => {
  test('names exact versions, which are those of the lockfile', () => {
    for (const [name, version] of Object.entries({ ...declared, ...overrides })) {
      assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name)
      const { version: installed } = locked.find(({ path }) => path === `node_modules/${name}`)!
      assert.equal(installed, version, name)
    }
  })

  const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((file) => /\.(m?[jt]s|astro|css|json|yml)$/.test(file) && !/^(package(-lock)?\.json|content\/)/.test(file))
  const text = files.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n')

  /** Packages that nothing names, and why they are here all the same. */
  const UNNAMED: Readonly<Record<string, string>> = {
    '@astrojs/check': '`astro check` runs it',
    typescript: '`tsc` and the lint of types are its',
    node: 'the scripts run on it',
  }

  test('has no package that nothing uses', () => {
    const unused = Object.keys(declared).filter((name) => {
      const types = name.replace(/^@types\//, '')
      const isNamed = [name, types].some((each) => new RegExp(`['"]${each}['"/]`).test(text))
      return !isNamed && !(name in UNNAMED) && !Object.values(scripts).some((script) => script.includes(name))
    })
    assert.deepEqual(unused, [])
  })

  test('has every package that code imports, and those that builds need among the dependencies', () => {
    const missing = files.flatMap((file) => {
      // It is run beside programs of hosts that it takes into a temporary folder.
      if (file === 'scripts/host-files/read.mjs') return []
      const known = /^(src|public)\//.test(file) || file === 'astro.config.mjs' ? dependencies : declared
      // Sites that are examples import this project.
      return packagesImported(file)
        .filter((name) => !(name in known) && name !== 'throughline')
        .map((name) => `${file}: ${name}`)
    })
    assert.deepEqual(missing, [])
  })
})

describe('a site', () => {
  test('has nothing in it that the list of what ships does not name', () => {
    assert.ok(existsSync(DEMO), 'npm run test:build builds the demo')
    const named = [...SHIPPED.flatMap(({ files }) => files), ...OWN_FILES, ...CONTENT_FILES]
    const paths = filesIn(DEMO).map((file) => relative(DEMO, file))
    assert.deepEqual(
      paths.filter((path) => !named.some((pattern) => pattern.test(path))),
      [],
    )
    for (const { files, package: name } of SHIPPED)
      for (const pattern of files)
        assert.ok(
          paths.some((path) => pattern.test(path)),
          `${name}: ${String(pattern)}`,
        )
    const modules = new Set(filesIn(join(ROOT, 'src')).map((file) => basename(file).replace(/\..*/, '')))
    for (const path of paths)
      if (/^_astro\/.*\.js$/.test(path)) assert.ok(modules.has(basename(path).replace(/\..*/, '')), path)
  })

  test('has the code of no package in its scripts but of those on the list', () => {
    const pages = filesIn(join(ROOT, 'src')).filter((file) => file.endsWith('.astro'))
    const scripts = filesIn(join(ROOT, 'src/client')).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    const bundled = packagesBundled([...pages.flatMap(scriptsOf), ...scripts])
    assert.deepEqual([...bundled].sort(), ['fastest-levenshtein'])
  })

  test('has the licence of all of it', () => {
    assert.equal(
      readFileSync(join(DEMO, 'licences.txt'), 'utf8'),
      readFileSync(join(ROOT, 'public/licences.txt'), 'utf8'),
    )
  })

  test('has fonts that state the same notice in themselves', () => {
    for (const { copyright, files } of SHIPPED)
      if (copyright !== undefined)
        for (const path of filesIn(DEMO).filter((file) => files.some((each) => each.test(relative(DEMO, file)))))
          assert.ok(fontStates(readFileSync(path), copyright), path)
  })
})

describe('the documents are what `npm run licences` writes:', () => {
  for (const [path, text] of Object.entries(licenceDocuments()))
    test(path, () => assert.equal(readFileSync(join(ROOT, path), 'utf8'), text))
})

/** The files that the scripts of a page import. */
function scriptsOf(page: string): string[] {
  const scripts = readFileSync(page, 'utf8').matchAll(/<script>([^]*?)<\/script>/g)
  return [...scripts].flatMap(([, script = '']) => importsIn(script).map((each) => join(dirname(page), each)))
}

/** The packages whose code is in what is made of some files. Types are not. */
function packagesBundled(files: readonly string[]): Set<string> {
  const [packages, seen] = [new Set<string>(), new Set<string>()]
  const queue = [...files]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file) || !file.endsWith('.ts')) continue
    seen.add(file)
    for (const imported of importsIn(readFileSync(file, 'utf8')))
      if (imported.startsWith('.')) queue.push(join(dirname(file), imported))
      else packages.add(packageOf(imported))
  }
  return packages
}

/** The packages that a file imports when it runs. */
function packagesImported(file: string): string[] {
  if (!/\.(m?[jt]s|astro)$/.test(file)) return []
  const source = readFileSync(join(ROOT, file), 'utf8')
  const code = file.endsWith('.astro') ? (/^---\n([^]*?)\n---/.exec(source)?.[1] ?? '') : source
  return importsIn(code).flatMap((each) => (/^(\.|node:|astro:|virtual:|\/)/.test(each) ? [] : [packageOf(each)]))
}

/** Matches an import of something that is no file, and that Node or Astro do not bring. */
const FROM_A_PACKAGE = /\b(?:from|import)\b[\s(]*['"](?![./]|(?:node|astro|virtual):)/

/** What code imports, types left out. Most files import no package, and to compile them would take ten seconds. */
function importsIn(code: string): string[] {
  if (!FROM_A_PACKAGE.test(code)) return []
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext, verbatimModuleSyntax: true },
  })
  return ts.preProcessFile(outputText).importedFiles.map(({ fileName }) => fileName)
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
