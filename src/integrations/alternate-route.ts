/** The route that serves alternates in dev. A build writes the same files without it, see `build/site-build.ts`. */
import { getSite } from '../site/index.ts'

/** Astro renders the route on request. */
export const prerender = false

/** Returns the alternate at the address of the request, or the status 404 where there is none. */
export async function GET({ url }: { readonly url: URL }): Promise<Response> {
  const site = await getSite()
  const address = decodeURI(url.pathname).slice(site.settings.base.length - 1)
  const file = site.alternates.find((each) => decodeURI(each.address) === address)
  if (file === undefined) return new Response('There is no such file.', { status: 404 })
  return new Response(file.content(), { headers: { 'Content-Type': `${file.type}; charset=utf-8` } })
}
