/** Counts what has happened, and tells who waits for a number of it. */
export interface Milestones {
  pass(): void
  /** Settles when it has happened so often. */
  passed(count: number): Promise<void>
}

export function createMilestones(): Milestones {
  let count = 0
  let waiting: { count: number; resolve: () => void }[] = []
  return {
    pass() {
      count += 1
      const due = waiting.filter((one) => one.count <= count)
      waiting = waiting.filter((one) => one.count > count)
      for (const { resolve } of due) resolve()
    },
    passed: (wanted) =>
      count >= wanted
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push({ count: wanted, resolve })
          }),
  }
}
