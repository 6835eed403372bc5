export interface Timers {
  start(callback: () => void, milliseconds: number, repeats: boolean): number
  stop(id: number): void
  stopAll(): void
}

/** Timers that end together. */
export function createTimers(onError: (error: unknown) => void): Timers {
  const stops = new Map<number, () => void>()
  let last = 0
  const stop = (id: number) => {
    stops.get(id)?.()
    stops.delete(id)
  }
  return {
    start(callback, milliseconds, repeats) {
      last += 1
      const id = last
      const fire = () => {
        if (!repeats) stops.delete(id)
        try {
          callback()
        } catch (error) {
          onError(error)
        }
      }
      const handle = repeats ? setInterval(fire, milliseconds) : setTimeout(fire, milliseconds)
      stops.set(id, () => clearTimeout(handle))
      return id
    },
    stop,
    stopAll: () => [...stops.keys()].forEach(stop),
  }
}
