/** Wakes everyone who waits in this process. */
export interface Bell {
  ring(): void
  /** Resolves at the next ring, after `ms`, or when `signal` aborts, whichever is first. Never rejects. */
  next(ms: number, signal?: AbortSignal): Promise<void>
}

export function createBell(): Bell {
  let waiting = new Set<() => void>()
  return {
    ring() {
      const woken = waiting
      waiting = new Set()
      for (const wake of woken) wake()
    },
    next(ms, signal) {
      return new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer)
          waiting.delete(wake)
          signal?.removeEventListener('abort', wake)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        timer.unref()
        waiting.add(wake)
        signal?.addEventListener('abort', wake)
        if (signal?.aborted) wake()
      })
    },
  }
}
