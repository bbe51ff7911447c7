/** In dev, the files that a build writes beside the pages. */
import { getSite } from '../../site/index.ts'

export const prerender = false

export async function GET({ url }: { readonly url: URL }): Promise<Response> {
  const site = await getSite()
  const address = decodeURI(url.pathname).slice(site.settings.base.length - 1)
  const file = site.alternates.find((each) => decodeURI(each.address) === address)
  if (file === undefined) return new Response('There is no such file.', { status: 404 })
  return new Response(file.content(), { headers: { 'Content-Type': `${file.type}; charset=utf-8` } })
}
