import type { DrawOp, MaskPart } from './mask-part.ts'

/** More than anybody draws while a mask is on its way, and small enough for Figma’s storage. */
const MOST_POINTS = 20_000

/** What was drawn since a mask was made of other parts; nothing where more than drawing happened since. */
export function strokesSince(kept: readonly MaskPart[], parts: readonly MaskPart[]): readonly DrawOp[] {
  const last = parts.at(-1)
  if (last?.kind !== 'drawing') return []
  const before = kept.length === parts.length ? kept.at(-1) : undefined
  const drawn = before?.kind === 'drawing' && before.key === last.key ? before.ops : []
  const others = before ? parts.length : parts.length - 1
  const ops = last.ops.slice(drawn.length)
  const same =
    kept.length === others &&
    kept.every((part, i) => part === parts[i] || (part === before && drawn.length > 0)) &&
    drawn.every((op, i) => op === last.ops[i])
  // It takes back what is in the kept mask.
  const cleared = drawn.length > 0 && ops.some(({ tool }) => tool === 'clear')
  const points = ops.reduce((sum, op) => sum + ('points' in op ? op.points.length : 1), 0)
  return same && !cleared && points <= MOST_POINTS ? ops : []
}
