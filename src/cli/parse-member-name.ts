import { UsageError } from './usage-error.ts'

/** The one member a command is about. */
export function parseMemberName(command: string, [name = '', ...more]: readonly string[]): string {
  if (more.length > 0) throw new UsageError(`${command} takes one name. Put a name with spaces in quotes.`)
  if (!/^[^\p{C}]{1,60}$/u.test(name) || name !== name.trim())
    throw new UsageError(`${command} takes the name of a member, of 1 to 60 characters.`)
  return name
}
