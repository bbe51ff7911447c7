const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Escapes a text for HTML, so that it can stand between tags or in a quoted attribute.
 *
 * @example
 * escapeHtml('a < b & "c"') // 'a &lt; b &amp; &quot;c&quot;'
 */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!)
