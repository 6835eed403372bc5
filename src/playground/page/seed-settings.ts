import type { StorageBackend } from '../figma/simulated-figma.ts'

const mark = 'seeded'

const isSettings = (value: unknown): value is { proxyUrl: string; token: string } =>
  typeof value === 'object' &&
  value !== null &&
  'proxyUrl' in value &&
  'token' in value &&
  typeof value.proxyUrl === 'string' &&
  typeof value.token === 'string'

/**
 * Stores the proxy's address and the member token as if the designer had pasted them. Once for each pair the server
 * gives out: what the designer changes afterwards stays. Answers the proxy's address.
 */
export async function seedSettings(storage: StorageBackend): Promise<string> {
  const answer = await fetch('/playground.json')
  const settings: unknown = await answer.json()
  if (!isSettings(settings)) throw new Error('The playground server gave no settings.')
  const { proxyUrl, token } = settings
  const seed = JSON.stringify({ proxyUrl, token })
  if (localStorage.getItem(mark) !== seed) {
    storage.set('settings', { proxyUrl, token })
    localStorage.setItem(mark, seed)
  }
  return proxyUrl
}
