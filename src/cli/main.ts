import { existsSync } from 'node:fs'
import { endingFor } from './ending-for.ts'
import { HELP } from './help.ts'

type Command = (args: string[]) => Promise<number>

/** Loaded when called: `plan` needs neither proxy nor engine. */
const commands: Record<string, () => Promise<Command>> = {
  generate: async () => (await import('./commands/generate.ts')).generate,
  edit: async () => (await import('./commands/edit.ts')).edit,
  plan: async () => (await import('./commands/plan.ts')).plan,
  session: async () => (await import('./commands/session.ts')).session,
  fetch: async () => (await import('./commands/fetch.ts')).fetch,
  jobs: async () => (await import('./commands/jobs.ts')).jobs,
  'members add': async () => (await import('./commands/members-add.ts')).membersAdd,
  'members list': async () => (await import('./commands/members-list.ts')).membersList,
  'members set-budget': async () => (await import('./commands/members-set-budget.ts')).membersSetBudget,
  'members revoke': async () => (await import('./commands/members-revoke.ts')).membersRevoke,
  'team show': async () => (await import('./commands/team-show.ts')).teamShow,
  'team set': async () => (await import('./commands/team-set.ts')).teamSet,
  usage: async () => (await import('./commands/usage.ts')).usage,
  maintenance: async () => (await import('./commands/maintenance.ts')).maintenance,
  resolve: async () => (await import('./commands/resolve.ts')).resolve,
}

if (existsSync('.env')) process.loadEnvFile('.env')
/** A command is one word or two. */
function find(words: string[]): { load: () => Promise<Command>; args: string[] } | null {
  for (const length of [1, 2]) {
    const name = words.slice(0, length).join(' ')
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (load) return { load, args: words.slice(length) }
  }
  return null
}

const words = process.argv.slice(2)
const command = find(words)
if (!command) {
  console.error(HELP)
  process.exitCode = words[0] === 'help' || words[0] === '--help' ? 0 : 2
} else {
  try {
    const run = await command.load()
    process.exitCode = await run(command.args)
  } catch (error) {
    const { code, sentence } = endingFor(error)
    console.error(sentence)
    process.exitCode = code
  }
}
