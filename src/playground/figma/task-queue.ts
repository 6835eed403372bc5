/** Delivers events and messages one by one, each in a later turn than the one that posted it, in order. */
export class TaskQueue {
  private tail: Promise<void> = Promise.resolve()
  private waiting = 0

  post(task: () => void): void {
    this.waiting += 1
    this.tail = this.tail
      .then(() => new Promise<void>((resolve) => setTimeout(resolve, 0)))
      .then(task)
      .catch((error: unknown) => {
        // A listener's own failure must not stop the queue; it surfaces as it does in a browser.
        setTimeout(() => {
          throw error
        }, 0)
      })
      .then(() => {
        this.waiting -= 1
      })
  }

  async idle(): Promise<void> {
    while (this.waiting > 0) await this.tail
  }
}
