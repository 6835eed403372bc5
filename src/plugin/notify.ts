/** Figma cuts longer messages without a sign. */
const LONGEST = 100

/** Says something at the bottom of Figma's window. */
export function notify({ message, error }: { message: string; error: boolean }): Record<string, never> {
  const text = message.length <= LONGEST ? message : `${message.slice(0, LONGEST - 1).trimEnd()}…`
  figma.notify(text, { error })
  return {}
}
