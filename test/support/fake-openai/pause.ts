import type { ServerResponse } from 'node:http'

/** Waits, but not for a caller who has gone. */
export function pause(ms: number, response: ServerResponse): Promise<void> {
  if (ms <= 0) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(finish, ms)
    response.once('close', finish)
    function finish() {
      clearTimeout(timer)
      response.off('close', finish)
      resolve()
    }
  })
}
