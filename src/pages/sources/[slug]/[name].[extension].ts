/** A work in the formats of reference managers. */
import type { APIRoute } from 'astro'
import { getSite, type FileBeside } from '../../../site/index.ts'

const PATH = /^\/sources\/([^/]+)\/([^/]+)\.([a-z]+)$/

export async function getStaticPaths() {
  const files = (await getSite()).dueFiles()
  return files.flatMap((file) => {
    const [, slug, name, extension] = PATH.exec(file.address) ?? []
    return slug === undefined ? [] : [{ params: { slug, name, extension }, props: { file } }]
  })
}

export const GET: APIRoute<{ file: FileBeside }> = ({ props: { file } }) =>
  new Response(file.content(), { headers: { 'Content-Type': file.type } })
