/** `npm run bench`: how fast and how small it is, against others on the same notes in the same run. */
import { writeFileSync } from 'node:fs'
import { readOptions, USAGE, type Options } from './options.ts'
import { deleteMovedAside } from './places.ts'
import { describeMachine } from './report/machine.ts'
import { formatReport, type Report } from './report/report.ts'
import { SCENARIOS } from './scenarios/index.ts'

const logProgress = (message: string): void => {
  console.error(`  ${message}`)
}

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
    // After each, because a later one may fail after hours.
    if (options.json !== undefined)
      writeFileSync(options.json, `${JSON.stringify({ machine: measuredOn, reports }, null, 2)}\n`)
  }
  deleteMovedAside()
}

/** @returns Nothing when what is asked for cannot be understood, which is then said. */
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
