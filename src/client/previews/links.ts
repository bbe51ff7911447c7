/** Which links have something to show, and where they lead. */
const base = import.meta.env.BASE_URL

/** Where an address leads: what a link and a URL have in common. */
export type Address = Pick<URL, 'origin' | 'pathname' | 'hash'>

/** Whether an address is of a page of this site. Pages end in a slash; attachments are the writer's own files. */
export const isSitePage = ({ origin, pathname }: Address): boolean =>
  origin === location.origin &&
  pathname.startsWith(base) &&
  pathname.endsWith('/') &&
  !pathname.startsWith(`${base}attachments/`)

export const isThisPage = ({ pathname }: Address): boolean => pathname === location.pathname

/** The link at which something happened, if it leads to a page, or a part of one, that can be shown. */
export function previewableLinkAt(target: EventTarget | null): HTMLAnchorElement | undefined {
  const link =
    target instanceof Element ? target.closest<HTMLAnchorElement>('#main a[href], .pane article a[href]') : null
  if (link === null || !isSitePage(link) || (isThisPage(link) && link.hash === '')) return undefined
  return link.closest('.preview') === null ? link : undefined
}

/** Links that a tap shows first and follows second: those of an essay, to other entries and to footnotes. */
export const opensSheet = (link: HTMLAnchorElement): boolean =>
  link.matches('#main .prose a:not(.tag, .beside *)') && (!isThisPage(link) || 'footnoteRef' in link.dataset)

/** Whether a click asks for what the link does by itself, here and now; any other is the browser's. */
export const isPlainClick = (event: MouseEvent): boolean =>
  !(event.button > 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.defaultPrevented)

/** The id of the part of a page that an address means, or nothing. What follows `:~:` says which words to mark. */
export function fragmentId({ hash }: Address): string {
  const id = hash.slice(1).replace(/:~:.*$/s, '')
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
