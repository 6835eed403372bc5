import type { MainCalls } from '#contract/plugin-wire.ts'
import type { Handlers } from '#contract/rpc.ts'
import { figmaFailure } from './canvas/figma-failure.ts'

type AnyHandler = (params: never) => unknown

const guarded = (handler: AnyHandler) => async (params: never) => {
  try {
    return await handler(params)
  } catch (error) {
    throw figmaFailure(error)
  }
}

/** The same handlers, with whatever Figma throws turned into a failure of the table. */
export function withFigmaFailures(handlers: Handlers<MainCalls>): Handlers<MainCalls> {
  const rows = Object.entries<AnyHandler>(handlers).map(([call, handler]) => [call, guarded(handler)])
  return Object.fromEntries(rows) as Handlers<MainCalls>
}
