/** Serves the pages at old addresses in dev. */
import type { MiddlewareHandler } from 'astro'
import { getSite } from '../site/index.ts'

/** Answers a request for an old address, and leaves all others to the routes. */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  const { settings, redirectPages } = await getSite()
  const address = addressIn(url, settings.base)
  const page = redirectPages.find((each) => decodeURIComponent(each.address) === address)
  if (page === undefined) return next()
  return new Response(page.content(), { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

function addressIn({ pathname }: URL, base: string): string | undefined {
  try {
    return decodeURIComponent(pathname).slice(base.length - 1)
  } catch {
    return undefined
  }
}
