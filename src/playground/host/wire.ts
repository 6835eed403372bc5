/** What crosses the wall around the plugin: JSON text, then the buffers it names by index. */
export type WireMessage = [json: string, ...buffers: ArrayBuffer[]]

/** What a thing that stays on its own side is, so that the other side can make a stand-in for it. */
export type ThingKind = 'object' | 'function' | 'promise' | 'symbol'

export interface SideRules {
  /** True for objects that are copied; the others stay, and a stand-in crosses. */
  isCopied(value: object): boolean
  /** Makes the stand-in for a thing of the other side; called once for each. `note` is a symbol's description. */
  adopt(id: number, kind: ThingKind, note: string): unknown
  /** A promise of this side is about to cross. */
  promised(id: number, promise: Promise<unknown>): void
}

/** The things that have crossed, by id: those of this side, and the stand-ins for those of the other. */
export interface Things {
  idOf(side: 'mine' | 'theirs', thing: unknown): number | undefined
  get(side: 'mine' | 'theirs', id: number): unknown
  /** Keeps a thing of this side under a new id. */
  add(thing: unknown): number
  /** Keeps a stand-in under the id the other side gave. */
  keep(id: number, standIn: unknown): void
  forget(side: 'mine' | 'theirs', id: number): void
}
