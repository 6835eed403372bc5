import type { Logger } from 'pino'
import { describeError } from '../../log.ts'
import type { Bell } from '../bell.ts'
import type { GivenTurns } from './give-turns.ts'

/** How soon a turn is given at the latest when nothing rang. */
const POLL_MS = 2_000

export interface TurnLoop {
  /** Looks for a turn to give now. */
  wake(): void
  /** Gives no more turns. Resolves when the last one is given. */
  stop(): Promise<void>
}

interface TurnLoopParts {
  changes: Bell
  now: () => string
  log: Logger
  /** Gives the turns that can be given now, and starts their runs. */
  give: () => Promise<GivenTurns>
}

/** Gives turns whenever a job has changed, when a time comes that was waited for, and now and then anyway. */
export function startTurnLoop({ changes, now, log, give }: TurnLoopParts): TurnLoop {
  let working = true
  let pause = new AbortController()
  const giveAll = async (): Promise<number> => {
    try {
      const { turns, lookAgainAt } = await give()
      if (turns.length > 0) return 0
      return lookAgainAt === null ? POLL_MS : Math.max(1, Date.parse(lookAgainAt) - Date.parse(now()))
    } catch (error) {
      log.error(describeError(error), 'giving turns failed')
      return POLL_MS
    }
  }
  const loop = async (): Promise<void> => {
    while (working) {
      pause = new AbortController()
      const { signal } = pause
      const woken = changes.next(POLL_MS, signal)
      const timer = setTimeout((waiting: AbortController) => waiting.abort(), await giveAll(), pause)
      timer.unref()
      await woken
      clearTimeout(timer)
    }
  }
  const ended = loop()
  return {
    wake: () => pause.abort(),
    async stop() {
      working = false
      pause.abort()
      await ended
    },
  }
}
