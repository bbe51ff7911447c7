import { answer, pathsOf } from '../../_files-beside.ts'

export const getStaticPaths = () => pathsOf(/^\/inquiries\/(?<id>.+)\/evidence\.csv$/)
export const GET = answer
