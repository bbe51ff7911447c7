/** The route that serves attachments in dev. A build copies the same files without it, see `attachments.ts`. */
import { getSite } from '../site/index.ts'
import { serveAttachment } from './attachments.ts'

/** Astro renders the route on request. */
export const prerender = false

/** Returns the attachment that the query of the request names, or the status 404 where there is none. */
export async function GET({ url }: { readonly url: URL }): Promise<Response> {
  return serveAttachment(await getSite(), (url.searchParams.get('path') ?? '').normalize('NFC'))
}
