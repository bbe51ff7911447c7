/**
 * This file is the command `npm run bench`. It measures how fast and how small this project is, against other
 * generators on the same notes in the same run.
 */
import { writeFileSync } from 'node:fs'
import { readOptions, USAGE, type Options } from './options.ts'
import { deleteMovedAside } from './places.ts'
import { describeMachine } from './report/machine.ts'
import { formatReport, type Report } from './report/report.ts'
import { SCENARIOS } from './scenarios/index.ts'

/** Writes a line of progress to the standard error, apart from the report. */
const logProgress = (message: string): void => {
  console.error(`  ${message}`)
}

/** Runs the scenarios that were asked for, prints the report of each, and writes them as JSON if asked to. */
async function runBenchmark(options: Options): Promise<void> {
  const measuredOn = describeMachine()
  console.log(
    Object.entries(measuredOn)
      .map(([name, value]) => `${name} ${value}`)
      .join(' · '),
  )
  const reports: Report[] = []
  for (const name of options.scenarios.length > 0 ? options.scenarios : Object.keys(SCENARIOS)) {
    const report = await SCENARIOS[name]!(options, logProgress)
    console.log(formatReport(report))
    reports.push(report)
    // The file is written after each scenario, because a later one may fail after hours.
    if (options.json !== undefined)
      writeFileSync(options.json, `${JSON.stringify({ machine: measuredOn, reports }, null, 2)}\n`)
  }
  deleteMovedAside()
}

/** Parses the command line. If it cannot be understood, the reason is printed and the result is undefined. */
function parseCommand(): Options | undefined {
  try {
    const options = readOptions(process.argv.slice(2))
    const unknown = options.scenarios.find((name) => !(name in SCENARIOS))
    if (unknown === undefined) return options
    console.error(`There is no scenario "${unknown}": ${Object.keys(SCENARIOS).join(', ')}.\n\n${USAGE}`)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  }
  return undefined
}

if (process.argv.includes('--help')) console.log(USAGE)
else {
  const options = parseCommand()
  if (options === undefined) process.exitCode = 2
  else await runBenchmark(options)
}
