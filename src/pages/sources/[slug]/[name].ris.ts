import { answer, pathsOf } from '../../_files-beside.ts'

export const getStaticPaths = () => pathsOf(/^\/sources\/(?<slug>[^/]+)\/(?<name>[^/]+)\.ris$/)
export const GET = answer
