type Callback = (...values: readonly unknown[]) => unknown

interface Row {
  readonly type: string
  readonly callback: unknown
  readonly once: boolean
}

const isCallback = (value: unknown): value is Callback => typeof value === 'function'

/** Handlers by event type, in the order they were added. */
export class Listeners {
  private rows: Row[] = []

  add(type: string, callback: unknown, once = false): void {
    this.rows.push({ type, callback, once })
  }

  remove(type: string, callback: unknown): void {
    this.rows = this.rows.filter((row) => row.type !== type || row.callback !== callback)
  }

  call(type: string, ...values: readonly unknown[]): void {
    for (const row of this.rows.filter((candidate) => candidate.type === type)) {
      if (row.once) this.rows = this.rows.filter((candidate) => candidate !== row)
      if (isCallback(row.callback)) row.callback(...values)
    }
  }
}
