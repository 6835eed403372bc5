import type { StorageBackend } from '../figma/simulated-figma.ts'

const prefix = 'clientStorage:'
const tag = '$bytes'

const toText = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const toBytes = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))

const write = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { [tag]: toText(value) } : value

function read(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !(tag in value)) return value
  const text = Reflect.get(value, tag)
  return typeof text === 'string' ? toBytes(text) : value
}

const stored = (): [string, unknown][] =>
  Object.entries({ ...localStorage })
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, text]) => [key.slice(prefix.length), JSON.parse(text, read)])

/** `figma.clientStorage` in this browser, so that it outlives a reload. */
class PersistentStorage extends Map<string, unknown> {
  override set(key: string, value: unknown): this {
    localStorage.setItem(prefix + key, JSON.stringify(value, write) ?? 'null')
    return super.set(key, value)
  }

  override delete(key: string): boolean {
    localStorage.removeItem(prefix + key)
    return super.delete(key)
  }
}

export function openStorage(): StorageBackend {
  const storage = new PersistentStorage()
  for (const [key, value] of stored()) storage.set(key, value)
  return storage
}
