/** What a walk asks for: a few bytes to read, bytes that may pass, or everything up to and with a certain byte. */
export type Step =
  | { take: number }
  | { pass: number; seen?: (bytes: Uint8Array) => void }
  /** Answered with no bytes, once the byte has passed. */
  | { past: number }

/** A reader of a file that is written as if the whole file were there; each step is answered with the bytes it took. */
export type Walk<Found> = Generator<Step, Found, Uint8Array>

export interface Walking<Found> {
  feed(piece: Uint8Array): void
  /** What the walk found; null when the bytes end before it does. `rest` counts the bytes that came after its end. */
  end(): { found: Found; rest: number } | null
}

const NOTHING = new Uint8Array()

/** Runs a walk over bytes that arrive in any pieces. What comes after its end is not looked at. */
export function startWalk<Found>(walk: Walk<Found>): Walking<Found> {
  let state = walk.next()
  let left = amount(state)
  let held: number[] = []
  let rest = 0
  const go = (answer: Uint8Array): void => {
    state = walk.next(answer)
    left = amount(state)
  }
  /** Serves the current step from `piece`; returns where the next one begins. */
  function serve(step: Step, piece: Uint8Array, at: number): number {
    if ('past' in step) {
      const found = piece.indexOf(step.past, at)
      if (found === -1) return piece.length
      go(NOTHING)
      return found + 1
    }
    const end = Math.min(piece.length, at + left)
    const bytes = piece.subarray(at, end)
    left -= bytes.length
    if ('pass' in step) step.seen?.(bytes)
    else if (held.length > 0 || left > 0) held.push(...bytes)
    if (left > 0) return end
    const taken = 'pass' in step ? NOTHING : held.length > 0 ? Uint8Array.from(held) : bytes
    held = []
    go(taken)
    return end
  }
  return {
    feed(piece) {
      let at = 0
      while (at < piece.length && !state.done) at = serve(state.value, piece, at)
      rest += piece.length - at
      // A step that wants no bytes is served without any.
      while (!state.done && 'pass' in state.value && left === 0) go(NOTHING)
    },
    end: () => (state.done ? { found: state.value, rest } : null),
  }
}

function amount(state: IteratorResult<Step, unknown>): number {
  if (state.done) return 0
  return 'take' in state.value ? state.value.take : 'pass' in state.value ? state.value.pass : 0
}
