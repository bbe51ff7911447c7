/** What is looked for in pages of hostile content, and must not be found. */
import assert from 'node:assert/strict'
import type { Element } from 'hast'
import { rehype } from 'rehype'
import { visit } from 'unist-util-visit'
import type { Built } from './corpus.ts'

export function elementsOf(html: string): Element[] {
  const found: Element[] = []
  visit(rehype().data('settings', { fragment: true }).parse(html), 'element', (node) => void found.push(node))
  return found
}

const FORBIDDEN =
  /^(script|style|link|meta|base|iframe|frame|object|embed|applet|form|button|textarea|select|template|svg|image|audio|video|source|slot|portal)$/i
const ADDRESSES = ['href', 'xLinkHref', 'src', 'srcSet', 'action', 'formAction', 'cite', 'data', 'poster', 'background']

/** What a page's HTML, as a browser would read it, holds that can run, restyle the page or fetch from elsewhere. */
export function dangersIn(html: string): string[] {
  return elementsOf(html).flatMap(({ tagName, properties }) => [
    ...(FORBIDDEN.test(tagName) ? [`<${tagName}>`] : []),
    ...Object.keys(properties)
      .filter((name) => /^on/i.test(name) || /^(style|srcdoc|srcset|ping|formaction)$/i.test(name))
      .map((name) => `${tagName} ${name}`),
    ...ADDRESSES.map((name) => String(properties[name] ?? ''))
      // Browsers ignore blanks and control characters in a scheme.
      .filter((address) => /^[a-z][a-z0-9+.-]*:/i.test(address.replace(/[\0-\x20]/g, '')))
      .filter((address) => !/^(https?|ircs?|mailto|xmpp):/i.test(address))
      .map((address) => `${tagName} → ${address}`),
    ...(tagName === 'img' && /^([a-z]+:|[/\\]{2})/i.test(String(properties['src'])) ? ['picture from elsewhere'] : []),
  ])
}

/**
 * Ids and names are the page's own: those of headings, named blocks and links, or else with the prefix of what writers
 * chose.
 */
function foreignNames({ entries }: Built): string[] {
  return [...entries.values()].flatMap(({ html, headings }) =>
    elementsOf(html)
      .flatMap(({ properties: { id, name } }) => [id, name].filter((each) => typeof each === 'string'))
      .filter((id) => !/^(user-content-|\^|C\d+$)/.test(id) && !headings.some((heading) => heading.id === id)),
  )
}

/** Slots that no link of the file has left, or that are there twice. */
function forgedSlots({ corpus }: Built): string[] {
  return [...corpus.entries.values()].flatMap(({ body, links }) => {
    const slots = body.flatMap((piece) => (typeof piece === 'string' ? [] : [piece]))
    const left = links.flatMap(({ form, cite }, link) => {
      if (form === 'citation') return cite === undefined || cite.first === link ? [`words ${link}`] : []
      return form === 'picture' || form === 'embed' ? [`words ${link}`] : [`open ${link}`, `close ${link}`]
    })
    // Two of these end the words before a work and those after it.
    const names = slots.filter(({ at }) => at !== 'affixed').map(({ at, link }) => `${at} ${link}`)
    return [
      ...left.filter((name) => !names.includes(name)).map((name) => `no ${name}`),
      ...names.filter((name, index) => names.indexOf(name) !== index || Number(name.split(' ')[1]) >= links.length),
    ]
  })
}

export function assertHarmless(garden: Built): void {
  for (const entry of garden.entries.values()) {
    assert.deepEqual(dangersIn(entry.html), [], entry.html)
    if (entry.kind === 'note')
      assert.deepEqual(
        entry.references.flatMap(({ html }) => dangersIn(html)),
        [],
      )
  }
  assert.deepEqual(foreignNames(garden), [])
  assert.deepEqual(forgedSlots(garden), [])
}
