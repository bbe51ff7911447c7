/** In dev, the files that a build writes beside the pages. */
import { entryFiles, siteFiles } from './exports.ts'
import { getSite } from './index.ts'

const TYPES: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  json: 'application/json',
  txt: 'text/plain',
  atom: 'application/atom+xml',
}

export const prerender = false

export async function GET({ url }: { readonly url: URL }): Promise<Response> {
  const site = await getSite()
  const path = decodeURI(url.pathname).slice(site.settings.base.length)
  const file = [...siteFiles(site), ...entryFiles(site)].find((each) => each.path === path)
  if (file === undefined) return new Response('There is no such file.', { status: 404 })
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain'
  return new Response(file.content(), { headers: { 'Content-Type': `${type}; charset=utf-8` } })
}
