import { answer, pathsOf } from '../../_files-beside.ts'

export const getStaticPaths = () => pathsOf(/^\/sources\/(?<slug>[^/]+)\/(?<name>[^/]+)\.bib$/)
export const GET = answer
