import { cloneMessage } from '../clone-message.ts'
import { fail } from '../figma-error.ts'
import { byteLength } from '../members/plugin-data.ts'
import type { Session } from '../session.ts'

const quota = 5 * 1024 * 1024

/** JSON size of a value; bytes count as they are. */
function sizeOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.byteLength
  if (Array.isArray(value)) return 2 + value.reduce<number>((total, item) => total + sizeOf(item) + 1, 0)
  if (typeof value === 'object' && value !== null) {
    return 2 + Object.entries(value).reduce((total, [key, item]) => total + byteLength(key) + 4 + sizeOf(item), 0)
  }
  return byteLength(JSON.stringify(value) ?? '')
}

/** Stored values are copies, both ways. */
export function storageApi(session: Session): ClientStorageAPI {
  const { file } = session
  const { storage } = file
  const total = (without: string) =>
    [...storage.keys()]
      .filter((key) => key !== without)
      .reduce((sum, key) => sum + byteLength(key) + sizeOf(storage.get(key)), 0)
  return {
    async getAsync(key) {
      await file.latency()
      return cloneMessage(storage.get(key), 'getAsync')
    },
    async setAsync(key, value) {
      const copy = cloneMessage(value, 'setAsync')
      await file.latency()
      if (total(key) + byteLength(key) + sizeOf(copy) > quota) {
        fail('setAsync', 'The plugin has exceeded its client storage quota of 5 MB')
      }
      storage.set(key, copy)
    },
    async deleteAsync(key) {
      await file.latency()
      storage.delete(key)
    },
    async keysAsync() {
      await file.latency()
      return [...storage.keys()]
    },
  }
}
