/** Shows under `astro dev`, in the margin of a page, what the audit finds in its entry. */
import type { PageNotice } from '../site/page-notices.ts'
import { BASE, renderPlace } from './dev-place.ts'

/** Beside the text there is room from this width on. In a narrower window, the notices are folded. */
const WIDE = '(min-width: 90rem)'

/** The address of this page, without the base of the site. Both are percent-encoded. */
export const ADDRESS = `/${location.pathname.slice(BASE.length)}`

/** Replaces the notices of this page, or takes them away where there are none. A shadow root keeps other styles out. */
export function showNotices(notices: readonly PageNotice[]): void {
  document.querySelector('throughline-notices')?.remove()
  const own = notices.filter(({ address }) => address === ADDRESS)
  if (own.length === 0) return
  const aside = document.createElement('throughline-notices')
  const style = document.createElement('style')
  style.textContent = `
    :host { position: fixed; inset-block-start: 5rem; inset-inline-end: 0; z-index: 999; box-sizing: border-box;
      max-inline-size: 17rem; max-block-size: 60vh; overflow: auto; padding: 8px 12px; border-inline-start: 3px solid;
      background: #fbf3d9; color: #2b2622; font: 13px/1.45 system-ui, sans-serif; }
    @media print { :host { display: none; } }
    summary { cursor: pointer; } p { margin: 6px 0 0; }
    button { font: inherit; color: inherit; background: none; cursor: pointer; padding: 0; border: 0; text-decoration: underline; }`
  const details = document.createElement('details')
  details.open = matchMedia(WIDE).matches
  const summary = document.createElement('summary')
  summary.textContent = own.length === 1 ? 'The audit finds one thing' : `The audit finds ${own.length} things`
  details.append(summary, ...own.map(renderNotice))
  aside.attachShadow({ mode: 'open' }).append(style, details)
  document.body.append(aside)
}

function renderNotice({ file, line, column, message }: PageNotice): HTMLElement {
  const paragraph = document.createElement('p')
  paragraph.append(renderPlace(`${file}:${line}:${column}`, `Line ${line}`), ` ${message}`)
  return paragraph
}
