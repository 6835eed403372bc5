import { AppError } from '#domain/app-error.ts'
import type { ByteWindow } from './byte-window.ts'

/** One server-sent event. Its data must be read to the end before the next event is asked for. */
export interface ServerEvent {
  data: ByteWindow
  /** Known once the data has been read, since it may come after; before that, what has come of it. */
  name(): string
  /** False when the body ended before the event did. Known once the data has been read. */
  ended(): boolean
}

const [LINE_FEED, RETURN, COLON, SPACE] = [0x0a, 0x0d, 0x3a, 0x20]
const NEW_LINE = Buffer.from('\n')
const NOTHING = Buffer.alloc(0)

/** Names and ids are short; only data is long. */
const MAX_LINE = 64 * 1024

type Line = { field: string; value: string } | 'data' | 'blank' | 'end'

/** Reads lines as the event stream format has them: ended by LF, CR or both, split anywhere. */
function createLineReader(body: ByteWindow) {
  let afterReturn = false
  /** The next byte, not yet taken; -1 at the end. A line feed that belongs to the return before it is passed over. */
  async function peek(): Promise<number> {
    for (;;) {
      if (body.at === body.chunk.length && !(await body.next())) return -1
      const byte = body.chunk[body.at] ?? -1
      if (!afterReturn) return byte
      afterReturn = false
      if (byte !== LINE_FEED) return byte
      body.at += 1
    }
  }
  function endLine(byte: number): void {
    body.at += 1
    afterReturn = byte === RETURN
  }
  /** Takes bytes up to the end of the line, or a colon when one is looked for; true at a colon. */
  async function take(into: number[], toColon: boolean): Promise<boolean> {
    for (;;) {
      const byte = await peek()
      if (byte === -1) return false
      if (byte === LINE_FEED || byte === RETURN) {
        endLine(byte)
        return false
      }
      body.at += 1
      if (toColon && byte === COLON) return true
      if (into.push(byte) > MAX_LINE) throw new AppError('upstream_bad_answer')
    }
  }
  return {
    /** Reads a line; of one that holds data, only up to the data. */
    async start(): Promise<Line> {
      if ((await peek()) === -1) return 'end'
      const name: number[] = []
      const value: number[] = []
      const hasValue = await take(name, true)
      const field = Buffer.from(name).toString()
      if (hasValue && (await peek()) === SPACE) body.at += 1
      if (field === 'data' && hasValue) return 'data'
      if (hasValue) await take(value, false)
      return field === '' && !hasValue ? 'blank' : { field, value: Buffer.from(value).toString() }
    },
    /** The next part of the line begun; null when it has ended. */
    async more(): Promise<Buffer | null> {
      if ((await peek()) === -1) return null
      const { chunk, at } = body
      const feed = chunk.indexOf(LINE_FEED, at)
      const back = chunk.subarray(at, feed === -1 ? chunk.length : feed).indexOf(RETURN)
      const end = back !== -1 ? at + back : feed
      body.at = end === -1 ? chunk.length : end
      return chunk.subarray(at, body.at)
    },
    /** Whether the line begun ends here; takes its end. */
    async ended(): Promise<boolean> {
      const byte = await peek()
      if (byte === LINE_FEED || byte === RETURN) endLine(byte)
      return byte === LINE_FEED || byte === RETURN || byte === -1
    },
  }
}

/** The events of a body. One that the end of the body cuts off is given as far as it came. */
export async function* readEvents(body: ByteWindow): AsyncGenerator<ServerEvent, void> {
  const lines = createLineReader(body)
  for (;;) {
    let name = ''
    let line = await lines.start()
    for (; line !== 'data'; line = await lines.start()) {
      if (line === 'end') return
      if (line === 'blank') name = ''
      else if (line.field === 'event') name = line.value
    }
    let open = true
    let ended = false
    const data: ByteWindow = {
      chunk: NOTHING,
      at: 0,
      async next() {
        this.at = 0
        this.chunk = NOTHING
        while (open && this.chunk.length === 0) {
          if (!(await lines.ended())) {
            this.chunk = (await lines.more()) ?? NOTHING
            continue
          }
          let following = await lines.start()
          for (; typeof following === 'object'; following = await lines.start()) {
            if (following.field === 'event') name = following.value
          }
          open = following === 'data'
          ended = following === 'blank'
          if (open) this.chunk = NEW_LINE
        }
        return open
      },
    }
    yield { data, name: () => name, ended: () => ended }
    while (await data.next());
  }
}
