import type { Settings } from '#contract/settings.ts'

/** Whether both lead to the same member of the same proxy. */
export function sameSettings(a: Settings, b: Settings): boolean {
  return a.proxyUrl === b.proxyUrl && a.token === b.token
}
