/** The evidence of an inquiry as a table. */
import type { APIRoute } from 'astro'
import { getSite, type FileBeside } from '../../../site/index.ts'

const PATH = /^\/inquiries\/(.+)\/evidence\.csv$/

export async function getStaticPaths() {
  const files = (await getSite()).dueFiles()
  return files.flatMap((file) => {
    const id = PATH.exec(file.address)?.[1]
    return id === undefined ? [] : [{ params: { id }, props: { file } }]
  })
}

export const GET: APIRoute<{ file: FileBeside }> = ({ props: { file } }) =>
  new Response(file.content(), { headers: { 'Content-Type': file.type } })
