/** The command was written wrongly: the CLI prints the message and ends with code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
