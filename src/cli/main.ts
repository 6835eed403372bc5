import { existsSync } from 'node:fs'
import { endingFor } from './ending-for.ts'

type Command = (args: string[]) => Promise<number>

/** Loaded when called: `plan` needs neither proxy nor engine. */
const commands: Record<string, () => Promise<Command>> = {
  generate: async () => (await import('./commands/generate.ts')).generate,
  plan: async () => (await import('./commands/plan.ts')).plan,
  session: async () => (await import('./commands/session.ts')).session,
  fetch: async () => (await import('./commands/fetch.ts')).fetch,
  jobs: async () => (await import('./commands/jobs.ts')).jobs,
}

const help = `framewright <command>
  generate --frame 1440x900 --idea "…" [--text "…"]… [--avoid "…"]… [--reference file.png:subject]…
           [--stage draft|review|final] [--count 1-10] [--scale 1|2|3 | --tier 1k|2k|4k]
           [--format png|jpeg|webp] [--model ID] [--previews 0-3] [--out DIR] [--json]
  plan     --frame 1440x900 [--scale 1|2|3 | --tier 1k|2k|4k] [--model ID] [--json]
  jobs     [--json]
  fetch    JOB [--out DIR] [--json]
  session  [--json]
FRAMEWRIGHT_PROXY and FRAMEWRIGHT_TOKEN name a proxy; without them the one that works in the data folder
is used, or one runs in this process.`

if (existsSync('.env')) process.loadEnvFile('.env')
const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (!command) {
  console.error(help)
  process.exitCode = name === 'help' || name === '--help' ? 0 : 2
} else {
  try {
    const run = await command()
    process.exitCode = await run(args)
  } catch (error) {
    const { code, sentence } = endingFor(error)
    console.error(sentence)
    process.exitCode = code
  }
}
