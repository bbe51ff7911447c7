/**
 * The functions that run in the page of the browser. They are sent there as text, so they use nothing of this module
 * but what is in them.
 */

/** What Mermaid is asked for. It is loaded into the page before. */
interface Mermaid {
  initialize(config: object): void
  parse(code: string): Promise<unknown>
  render(id: string, code: string): Promise<{ svg: string }>
}

/** What comes of one diagram. */
export type Outcome =
  | {
      readonly svg: string
      readonly kind: string
      readonly title: string
      readonly description: string
      readonly width: number
    }
  | { readonly fault: string; readonly line: number | null }

/** Prepares a page for drawing. */
export async function prepare(config: object, font: string): Promise<void> {
  const bytes = Uint8Array.from(atob(font), (sign) => sign.charCodeAt(0))
  const face = new FontFace('Source Sans 3 Variable', bytes.buffer, { weight: '200 900' })
  document.fonts.add(await face.load())
  ;(globalThis as unknown as { mermaid: Mermaid }).mermaid.initialize(config)
}

/**
 * Draws a diagram, and writes all that styles say into attributes, because no page allows styles in itself.
 *
 * @param place What stands in every id for the number of the drawing.
 */
export async function draw(code: string, place: string): Promise<Outcome> {
  const { mermaid } = globalThis as unknown as { mermaid: Mermaid }
  // Some diagrams make names at random. Here each diagram makes the same ones every time.
  let seed = 1
  Math.random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  document.body.replaceChildren()
  try {
    await mermaid.parse(code)
    const { svg: text } = await mermaid.render('drawing', code)
    const holder = document.createElement('div')
    holder.innerHTML = text
    document.body.replaceChildren(holder)
    const svg = holder.querySelector('svg')
    if (svg === null) return { fault: 'It draws nothing.', line: null }
    const [title, description] = ['title', 'desc'].map(
      (name) => svg.querySelector(`:scope > ${name}`)?.textContent ?? '',
    )
    const kind = svg.getAttribute('aria-roledescription') ?? ''
    // The line of the present day would be another one tomorrow.
    for (const element of svg.querySelectorAll('title, desc, .today, script')) element.remove()
    linksAsGroups(svg)
    wordsAsText(svg)
    stylesAsAttributes(svg)
    renameIds(svg)
    const { width, height } = sizeOf(svg)
    svg.setAttribute('width', String(width))
    svg.setAttribute('height', String(height))
    return { svg: svg.outerHTML, kind, title: title!, description: description!, width }
  } catch (error) {
    const { message, hash } = error as { message?: string; hash?: { loc?: { first_line?: number }; line?: number } }
    const said = /\bline (\d+)/i.exec(message ?? '')?.[1]
    const line = said === undefined ? (hash?.loc?.first_line ?? null) : Number(said)
    return { fault: message ?? String(error), line }
  } finally {
    document.body.replaceChildren()
  }

  /** Gives a drawing the size that its `viewBox` has. */
  function sizeOf(svg: SVGSVGElement): { width: number; height: number } {
    const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number)
    return { width: Math.ceil(width) || 300, height: Math.ceil(height) || 150 }
  }

  /** Takes links out of a drawing, and leaves what is in them where it stands. */
  function linksAsGroups(svg: SVGSVGElement): void {
    for (const link of svg.querySelectorAll('a')) {
      const group = document.createElementNS('http://www.w3.org/2000/svg', 'g')
      for (const { name, value } of link.attributes) if (!/href$/.test(name)) group.setAttribute(name, value)
      group.append(...link.childNodes)
      link.replaceWith(group)
    }
  }

  /** Makes text of the HTML in a drawing, line by line, because a drawing of a page holds none. */
  function wordsAsText(svg: SVGSVGElement): void {
    for (const foreign of svg.querySelectorAll('foreignObject')) {
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(foreign.getAttribute(name) ?? 0))
      const inner = foreign.querySelector<HTMLElement>('span, p, div')
      const shown = (foreign as unknown as { innerText?: string }).innerText ?? ''
      const lines = shown.split('\n').filter((line) => line.trim() !== '')
      const said = lines.length > 0 ? lines : [foreign.textContent.trim()].filter((line) => line !== '')
      const text = document.createElementNS(svg.namespaceURI, 'text')
      const style = inner && getComputedStyle(inner)
      text.setAttribute('text-anchor', 'middle')
      if (style)
        text.setAttribute('style', `fill:${style.color};font-size:${style.fontSize};font-weight:${style.fontWeight}`)
      const leading = 19
      for (const [index, line] of said.entries()) {
        const span = document.createElementNS(svg.namespaceURI, 'tspan')
        span.setAttribute('x', String(x! + width! / 2))
        span.setAttribute('y', String(y! + height! / 2 + (index - (said.length - 1) / 2) * leading + 5))
        span.textContent = line.trim()
        text.append(span)
      }
      foreign.replaceWith(text)
    }
  }

  /** Writes the computed style of every element into its attributes, where it is not what it would be anyway. */
  function stylesAsAttributes(svg: SVGSVGElement): void {
    const inherited: Readonly<Record<string, string>> = {
      ...{ fill: 'rgb(0, 0, 0)', stroke: 'none', 'stroke-width': '1px', 'stroke-dasharray': 'none' },
      ...{ 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter', 'fill-opacity': '1', 'stroke-opacity': '1' },
      ...{ 'font-size': '', 'font-weight': '', 'font-style': 'normal', 'text-anchor': 'start' },
      ...{ visibility: 'visible', 'marker-start': 'none', 'marker-mid': 'none', 'marker-end': 'none' },
    }
    const own: Readonly<Record<string, string>> = {
      ...{ opacity: '1', 'dominant-baseline': 'auto', 'alignment-baseline': 'auto', 'stop-color': 'rgb(0, 0, 0)' },
    }
    const elements = [...svg.querySelectorAll<SVGElement>('*')].filter(({ tagName }) => tagName !== 'style')
    const styles = new Map([svg, ...elements].map((element) => [element, { ...read(element) }]))
    for (const element of [svg, ...elements]) {
      const style = styles.get(element)!
      const above = element === svg ? undefined : styles.get(element.parentElement as unknown as SVGElement)
      for (const name of Object.keys(inherited)) put(element, name, style[name]!, above?.[name] ?? inherited[name]!)
      for (const name of Object.keys(own)) put(element, name, style[name]!, own[name]!)
      if (style['display'] === 'none') element.remove()
      element.removeAttribute('style')
      element.removeAttribute('class')
      element.removeAttribute('font-family')
    }
    for (const element of svg.querySelectorAll('style')) element.remove()

    function read(element: Element): Record<string, string> {
      const computed = getComputedStyle(element)
      const names = [...Object.keys(inherited), ...Object.keys(own), 'display']
      return Object.fromEntries(names.map((name) => [name, computed.getPropertyValue(name)]))
    }

    function put(element: Element, name: string, value: string, usual: string): void {
      if (value === usual || value === '') element.removeAttribute(name)
      else element.setAttribute(name, value)
    }
  }

  /** Keeps the ids to which something refers, and gives them the number of the drawing. */
  function renameIds(svg: SVGSVGElement): void {
    const used = new Map<string, string>()
    const renamed = (id: string): string => {
      if (!used.has(id)) used.set(id, `drawing-${place}-${used.size + 1}`)
      return used.get(id)!
    }
    const elements = [svg, ...svg.querySelectorAll('*')]
    for (const element of elements)
      for (const { name, value } of [...element.attributes])
        if (/href$/.test(name) && value.startsWith('#')) element.setAttribute(name, `#${renamed(value.slice(1))}`)
        else if (/url\(/.test(value))
          element.setAttribute(
            name,
            value.replace(/url\(\s*["']?[^#"')]*#([^"')]+)["']?\s*\)/g, (_, id: string) => `url(#${renamed(id)})`),
          )
    for (const element of elements) {
      const id = used.get(element.id)
      if (id === undefined) element.removeAttribute('id')
      else element.id = id
    }
  }
}
