import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type ImageId, imageIdSchema } from '#domain/image.ts'
import { describeError } from '../log.ts'
import { putAway } from './put-away.ts'
import type { Kept } from './write-hashed.ts'

/** Milliseconds between two tries; each wait is twice the one before. */
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 60_000

export interface WaitingSetUp {
  folder: string
  send: (path: string, kept: Kept) => Promise<void>
  log: Logger
  /** Whether waiting pictures are sent from here. */
  sends: boolean
}

/** Pictures on this machine's disk that the bucket did not take yet; they are sent until it does, by a later process too. */
export interface WaitingPictures {
  /** Takes over a finished file, which with `stays` is there too. On disk, under its name, when it returns. */
  add(path: string, kept: Kept, options: { stays: boolean }): Promise<void>
  pathOf(id: ImageId): string
  /** Stops sending; what waits stays. */
  close(): Promise<void>
}

export async function openWaitingPictures({ folder, send, log, sends }: WaitingSetUp): Promise<WaitingPictures> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const closing = new AbortController()
  const pathOf = (id: ImageId): string => join(folder, imageIdSchema.parse(id))
  const sendOne = async (id: ImageId): Promise<void> => {
    const found = await stat(pathOf(id)).catch(() => null)
    // Another process has sent it meanwhile.
    if (!found) return
    await send(pathOf(id), { id, bytes: found.size })
    await rm(pathOf(id), { force: true })
    log.info({ imageId: id }, 'waiting picture sent to the image store')
  }
  /** Until none is left. */
  const sendAll = async (): Promise<void> => {
    let pause = FIRST_WAIT
    for (;;) {
      const ids = (await readdir(folder)).filter((name) => imageIdSchema.safeParse(name).success)
      if (ids.length === 0) return
      let failed = false
      for (const id of ids) {
        if (closing.signal.aborted) return
        await sendOne(id).catch((error: unknown) => {
          failed = true
          log.warn({ imageId: id, ...describeError(error) }, 'picture waits for the image store')
        })
      }
      if (failed) await wait(pause, undefined, { signal: closing.signal, ref: false }).catch(() => {})
      pause = failed ? Math.min(2 * pause, LONGEST_WAIT) : FIRST_WAIT
    }
  }
  let sending: Promise<void> = Promise.resolve()
  const wake = (): void => {
    if (!sends) return
    sending = sending
      .then(sendAll)
      .catch((error: unknown) => log.error(describeError(error), 'waiting pictures cannot be read'))
  }
  wake()
  return {
    async add(path, { id }, options) {
      await putAway(path, pathOf(id), options)
      log.warn({ imageId: id }, 'picture waits for the image store')
      wake()
    },
    pathOf,
    async close() {
      closing.abort()
      await sending
    },
  }
}
