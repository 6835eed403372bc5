type Line = <T>(work: () => Promise<T>, isUrgent?: boolean) => Promise<T>

/** Runs at most so many pieces of work at a time; the others wait in line, behind all that is urgent. */
export function fewAtOnce(most: number): Line {
  let running = 0
  const urgent: (() => void)[] = []
  const others: (() => void)[] = []
  return async (work, isUrgent = false) => {
    if (running < most) running += 1
    else await new Promise<void>((resolve) => (isUrgent ? urgent : others).push(resolve))
    try {
      return await work()
    } finally {
      const next = urgent.shift() ?? others.shift()
      if (next) next()
      else running -= 1
    }
  }
}
