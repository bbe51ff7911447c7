/** No name of a field is lost or taken for something else, whatever objects of JavaScript have under that name. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readCslJson } from '../../../src/corpus/bibliography/csl-json.ts'
import { readFrontmatter } from '../../../src/corpus/frontmatter/read.ts'

const NAMES = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf']

/** The languages of frontmatter, each with the field `outer`, in which there is a field `inner`. */
const LANGUAGES: Readonly<Record<string, (outer: string, inner: string) => string>> = {
  YAML: (outer, inner) => `---\n${outer}: {${inner}: "a\\0", b: c}\n---\n`,
  'YAML with a mistake': (outer, inner) => `---\n${outer}: {${inner}: "a\\0", b: c}\nd: "e\n---\n`,
  TOML: (outer, inner) => `+++\n${outer} = { ${inner} = "a\\u0000", b = "c" }\n+++\n`,
  'TOML with a mistake': (outer, inner) => `+++\n${outer} = { ${inner} = "a\\u0000", b = "c" }\nd = e\n+++\n`,
}

describe('the name of a field', () => {
  for (const [language, written] of Object.entries(LANGUAGES))
    for (const name of NAMES)
      test(`in ${language} may be ${name}`, () => {
        const { value = {} } = readFrontmatter({ path: 'notes/a.md', text: written(name, name) })
        assert.ok(Object.hasOwn(value, name))
        const inner = Object.getOwnPropertyDescriptor(value, name)?.value as object
        assert.deepEqual(Object.entries(inner), [
          [name, 'a\uFFFD'],
          ['b', 'c'],
        ])
        for (const mapping of [value, inner]) assert.equal(Object.getPrototypeOf(mapping), Object.prototype)
      })

  for (const name of NAMES)
    test(`in CSL-JSON gives no other field its value: ${name}`, () => {
      const text = `[{ "id": "a", "type": "book", "${name}": { "title": "Inherited", "id": "b" } }]`
      const [work] = readCslJson({ path: 'references.json', text })
      assert.ok(work !== undefined && 'source' in work)
      assert.deepEqual([work.key, work.source.csl.title], ['a', undefined])
    })
})
