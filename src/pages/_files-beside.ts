/** What the routes of files beside pages have in common. */
import type { APIRoute } from 'astro'
import { getSite, type FileBeside } from '../site/index.ts'

/** @param pattern Of the addresses of such files; its groups are the parameters of the route. */
export async function pathsOf(pattern: RegExp) {
  const files = (await getSite()).dueFiles()
  return files.flatMap((file) => {
    const params = pattern.exec(file.address)?.groups
    return params === undefined ? [] : [{ params, props: { file } }]
  })
}

export const answer: APIRoute<{ file: FileBeside }> = ({ props: { file } }) =>
  new Response(file.content(), { headers: { 'Content-Type': file.type } })
