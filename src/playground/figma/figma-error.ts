/** Throws as Figma does: the member first, such as `in set_fills: …`. */
export function fail(member: string, text: string): never {
  throw new Error(`in ${member}: ${text}`)
}
