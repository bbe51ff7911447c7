/**
 * Creates an element with attributes and children.
 *
 * @param attributes The attributes by their names in HTML. An attribute whose value is undefined is left out.
 * @example element('a', { class: 'title', href: '/notes/a/' }, 'A note')
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) created.setAttribute(key, value)
  created.append(...children)
  return created
}
