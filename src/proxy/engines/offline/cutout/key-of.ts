import type { Request } from '#domain/request.ts'
import type { Colour } from '../colour.ts'

/** The flat colour a prompt asks for behind a lone subject, or `clear` for none; null when it asks for no such backdrop. */
export function keyOf({ prompt, background }: Pick<Request, 'prompt' | 'background'>): Colour | 'clear' | null {
  const backdrop = /^Backdrop: (.*)$/m.exec(prompt)?.[1]
  if (backdrop === undefined) return null
  if (background === 'transparent') return 'clear'
  return /#[0-9a-f]{6}/.exec(backdrop)?.[0] ?? null
}
