/** This file makes the footnotes of a text, as remark-rehype makes them and rehype-sanitize leaves them. */
import type { Element, ElementContent, Properties, Text } from 'hast'
import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast'
import { visit } from '../walk.ts'
import { PREFIX } from './fragments.ts'

/** Matches labels that are part of an id and of an address as they are. */
const PLAIN = /^[\w-]+$/

/** A `Numbered` is a footnote with the number of references to it so far. */
interface Numbered {
  readonly id: string
  readonly number: number
  readonly definition: FootnoteDefinition | undefined
  references: number
}

/** `KnownFootnotes` numbers the footnotes of a text in the order of their references. */
export class KnownFootnotes {
  readonly #definitions = new Map<string, FootnoteDefinition>()
  readonly #numbered = new Map<string, Numbered>()

  constructor(tree: Root) {
    visit(tree, 'footnoteDefinition', (node) => {
      const name = node.identifier.toUpperCase()
      if (!this.#definitions.has(name)) this.#definitions.set(name, node)
    })
  }

  /** Makes a reference. The result is undefined where its label has to be encoded. */
  reference({ identifier, position, data }: FootnoteReference): Element | undefined {
    const name = identifier.toUpperCase()
    const id = name.toLowerCase()
    if (!PLAIN.test(id) || data !== undefined) return undefined
    const known = this.#numbered.get(name)
    const definition = this.#definitions.get(name)
    const note = known ?? { id, definition, number: this.#numbered.size + 1, references: 0 }
    if (known === undefined) this.#numbered.set(name, note)
    note.references++
    const properties = {
      href: `#fn-${id}`,
      id: `${PREFIX}fnref-${id}${ending(note.references)}`,
      dataFootnoteRef: true,
      ariaDescribedBy: [`${PREFIX}footnote-label`],
    }
    const link: Element = element('a', properties, [text(String(note.number))])
    const raised = element('sup', {}, [link])
    if (position !== undefined) link.position = raised.position = position
    return raised
  }

  /**
   * Makes the section of all footnotes. It is undefined where there are none.
   *
   * @param childrenOf Makes what a footnote says, which may refer to others that are then numbered.
   */
  section(childrenOf: (definition: FootnoteDefinition) => ElementContent[]): Element | undefined {
    const contents = new Map<Numbered, ElementContent[]>()
    for (const note of this.#numbered.values())
      if (note.definition !== undefined) contents.set(note, childrenOf(note.definition))
    if (contents.size === 0) return undefined
    const items = Array.from(contents, ([note, content]) => itemOf(note, content))
    return element('section', { dataFootnotes: true, className: ['footnotes'] }, [
      element('h2', { className: ['sr-only'], id: `${PREFIX}footnote-label` }, [text('Footnotes')]),
      text('\n'),
      element('ol', {}, onLines(items)),
      text('\n'),
    ])
  }
}

/** Makes the item of a footnote, with the links back from it at the end of its last paragraph. */
function itemOf({ id, number, references, definition }: Numbered, content: ElementContent[]): Element {
  const links: ElementContent[] = []
  for (let reference = 1; reference <= references; reference++) {
    if (reference > 1) links.push(text(' '))
    links.push(linkBack(id, number, reference))
  }
  const last = content.at(-1)
  if (last?.type === 'element' && last.tagName === 'p') {
    const end = last.children.at(-1)
    if (end?.type === 'text') end.value += ' '
    else last.children.push(text(' '))
    last.children.push(...links)
  } else content.push(...links)
  const item = element('li', { id: `${PREFIX}fn-${id}` }, onLines(content))
  if (definition?.position !== undefined) item.position = definition.position
  return item
}

function linkBack(id: string, number: number, reference: number): Element {
  const properties = {
    href: `#fnref-${id}${ending(reference)}`,
    dataFootnoteBackref: '',
    ariaLabel: `Back to reference ${number}${ending(reference)}`,
    className: ['data-footnote-backref'],
  }
  const raised = reference > 1 ? [element('sup', {}, [text(String(reference))])] : []
  return element('a', properties, [text('↩'), ...raised])
}

/** Gives what follows the id of every reference but the first. */
const ending = (reference: number): string => (reference > 1 ? `-${reference}` : '')

const text = (value: string): Text => ({ type: 'text', value })

const element = (tagName: string, properties: Properties, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

/** Puts each node on a line of its own. */
const onLines = (nodes: readonly ElementContent[]): ElementContent[] => [
  text('\n'),
  ...nodes.flatMap((node) => [node, text('\n')]),
]
