import { toFailure } from '#domain/app-error.ts'
import { generate } from './commands/generate.ts'
import { jobs } from './commands/jobs.ts'
import { plan } from './commands/plan.ts'
import { session } from './commands/session.ts'
import { exitCode } from './exit-code.ts'

const commands: Record<string, (args: string[]) => Promise<number>> = { generate, plan, session, jobs }

const help = `framewright <command>
  generate --frame 1440x900 --idea "…" [--text "…"]… [--avoid "…"]… [--reference file.png:subject]…
           [--stage draft|review|final] [--count 1-10] [--scale 1|2|3 | --tier 1k|2k|4k]
           [--format png|jpeg|webp] [--model ID] [--previews 0-3] [--out DIR] [--json]
  plan     --frame 1440x900 [--scale 1|2|3 | --tier 1k|2k|4k] [--model ID] [--json]
  session  [--json]
  jobs     [--json]
FRAMEWRIGHT_PROXY and FRAMEWRIGHT_TOKEN name a proxy; without them one runs in this process.`

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (!command) {
  console.error(help)
  process.exitCode = name === 'help' || name === '--help' ? 0 : 2
} else {
  try {
    process.exitCode = await command(args)
  } catch (error) {
    const code = exitCode(error)
    console.error(code === 2 && error instanceof Error ? error.message : toFailure(error).message)
    process.exitCode = code
  }
}
