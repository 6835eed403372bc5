const SHORTEST_MS = 2_000
const LONGEST_MS = 2 * 60_000
/** An upstream that asks for more is asked again all the same. */
const LONGEST_ASKED_MS = 10 * 60_000
/** So often what the upstream asks for is believed alone; after that the wait also grows. */
const TRUSTED_TRIES = 4

/**
 * How long a job waits after so many unbilled refusals in a row, from 1, in milliseconds. Never shorter than the upstream
 * asked for, but for absurd times. `random` from 0 to 1 spreads those who wait together.
 */
export function waitBeforeRetry(tries: number, askedSeconds: number | null, random: number): number {
  if (askedSeconds === null) return growing(tries) * (0.5 + random / 2)
  const asked = Math.min(askedSeconds * 1000, LONGEST_ASKED_MS)
  const least = tries > TRUSTED_TRIES ? Math.max(asked, growing(tries - TRUSTED_TRIES)) : asked
  return least * (1 + random / 10)
}

const growing = (tries: number): number => Math.min(SHORTEST_MS * 2 ** (tries - 1), LONGEST_MS)
