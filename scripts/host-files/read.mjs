/**
 * Reads the files of `files.json` with the programs of the hosts, which are installed beside it, and prints what each
 * refuses, as JSON.
 *
 * @typedef {{ name: string, isWrong: boolean, refused: string[] }} Report
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { resolveConfig } from '@netlify/config'
import { parseAllHeaders } from '@netlify/headers-parser'
import { parseAllRedirects } from '@netlify/redirect-parser'
import { getTransformedRoutes, headersSchema, redirectsSchema } from '@vercel/routing-utils'
import Ajv from 'ajv'
import { parse } from 'jsonc-parser'

const { written, wrong } = JSON.parse(readFileSync('files.json', 'utf8'))

/** How each program reads a text. They return what they refuse of it. */
const READERS = {
  async workflow(text) {
    const { context, value } = parseWorkflow({ name: 'site.yml', content: text }, new NoOperationTraceWriter())
    const template = value && (await convertWorkflowTemplate(context, value))
    return [...context.errors.getErrors(), ...(template?.errors ?? [])].map(
      ({ Message, message }) => Message ?? message,
    )
  },
  async netlify(text) {
    await resolveConfig({ repositoryRoot: inFolder('netlify.toml', text), offline: true, mode: 'cli', buffer: true })
    return []
  },
  async redirects(text) {
    const file = join(inFolder('_redirects', text), '_redirects')
    const { redirects, errors } = await parseAllRedirects({
      redirectsFiles: [file],
      configRedirects: [],
      minimal: false,
    })
    return [...errors.map(String), ...missing(redirects.length, text.trim().split('\n').length)]
  },
  async headers(text) {
    const file = join(inFolder('_headers', text), '_headers')
    const { headers, errors } = await parseAllHeaders({ headersFiles: [file], configHeaders: [], minimal: false })
    return [...errors.map(String), ...missing(headers.length, text.match(/^\S/gm)?.length ?? 0)]
  },
  vercel(text) {
    const config = JSON.parse(text)
    delete config.$schema
    const { error } = getTransformedRoutes(config)
    const schema = { type: 'object', properties: { headers: headersSchema, redirects: redirectsSchema } }
    return [...(error ? [error.message] : []), ...invalid(schema, config)]
  },
  wrangler: (text) => invalid(JSON.parse(readFileSync('package/config-schema.json', 'utf8')), parse(text)),
}

const missing = (found, all) => (found === all ? [] : [`${found} of ${all} are read`])

function invalid(schema, value) {
  const ajv = new Ajv({ schemaId: 'auto', unknownFormats: 'ignore', logger: false })
  return ajv.validate(schema, value) ? [] : [ajv.errorsText()]
}

let count = 0
function inFolder(name, text) {
  const folder = join(process.cwd(), `read-${count++}`)
  mkdirSync(folder)
  writeFileSync(join(folder, name), text)
  return folder
}

async function refusedOf(program, text) {
  try {
    return await READERS[program](text)
  } catch (error) {
    return [error.message]
  }
}

const reports = []
for (const [program, files] of Object.entries(written)) {
  for (const [file, text] of Object.entries(files))
    reports.push({ name: file, isWrong: false, refused: await refusedOf(program, text) })
  reports.push({
    name: `a wrong file for ${program}`,
    isWrong: true,
    refused: await refusedOf(program, wrong[program]),
  })
}
console.log(JSON.stringify(reports))
