import { COMMANDS, type CommandDescription, type Option } from '../../src/cli/commands.ts'
import { spelled, described } from '../../src/cli/help.ts'

const INTRODUCTION = `# Commands

What \`throughline\` can do, as \`throughline <command> --help\` says it too. This page is written by \`npm run docs:commands\`, and a test
compares it with the commands.

In a folder where the package is installed, \`npx throughline build\` runs a command. In a folder of notes without any package,
\`npx throughline@latest build\` fetches it first, once it is on npm, where it is not yet. In a clone of the project the commands are scripts: \`npm run build -- --fresh\`.

The content is the folder \`content/\`, or where there is none the folder itself. \`CONTENT_DIR\` names another one. What is hidden,
\`node_modules\` and a site that was built there are not read.

| Exit code | Meaning |
| --- | --- |
| 0 | all is well |
| 1 | the content has problems, or the command could not finish |
| 2 | the command was called in a way that it does not know |

On a terminal, commands show how far they are. Elsewhere, and where \`CI\` is set, they print results only.
`

/** Returns the text of `docs/commands.md`. */
export const commandsPage = (): string =>
  [INTRODUCTION, ...Object.entries(COMMANDS).map(([name, command]) => section(name, command))].join('\n')

function section(name: string, { summary, operands = '', options, examples }: CommandDescription): string {
  const rows: readonly (readonly [string, Option])[] = Object.entries(options)
  const table = rows.map(
    ([option, about]) => `| \`${spelled(option, about).replaceAll('|', '\\|')}\` | ${described(about)} |`,
  )
  return [
    `## ${name}\n`,
    `${summary}\n`,
    ...(table.length === 0 ? [] : ['| Option | What it does |', '| --- | --- |', ...table, '']),
    '```sh',
    ...examples.map(([line, does]) => `throughline ${line}  # ${does}`),
    '```',
    ...(operands === '' ? [] : [`\nIt is followed by \`${operands}\`.`]),
    '',
  ].join('\n')
}
