import type { Things } from './wire.ts'

/** Runs on both sides of the wall from its source text: nothing from outside but ES built-ins. */
export function createThings(): Things {
  const ids = { mine: new Map<unknown, number>(), theirs: new Map<unknown, number>() }
  const things = { mine: new Map<number, unknown>(), theirs: new Map<number, unknown>() }
  let last = 0
  const keep = (side: 'mine' | 'theirs', id: number, thing: unknown) => {
    ids[side].set(thing, id)
    things[side].set(id, thing)
  }
  return {
    idOf: (side, thing) => ids[side].get(thing),
    get: (side, id) => things[side].get(id),
    add(thing) {
      last += 1
      keep('mine', last, thing)
      return last
    },
    keep: (id, standIn) => keep('theirs', id, standIn),
    forget(side, id) {
      ids[side].delete(things[side].get(id))
      things[side].delete(id)
    },
  }
}
