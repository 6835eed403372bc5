import type { DocumentStore, Snapshot } from './document-store.ts'

/**
 * Undo and redo over snapshots. Everything the plugin writes between two commits is one step; each edit by the person
 * is a step of its own.
 */
export class History {
  private readonly store: DocumentStore
  private undoable: Snapshot[] = []
  private redoable: Snapshot[] = []
  private open = false

  constructor(store: DocumentStore) {
    this.store = store
  }

  /** Before a write of the plugin: opens the step it belongs to, unless one is open. */
  beginStep(): void {
    if (this.open) return
    this.undoable.push(this.store.snapshot())
    this.open = true
  }

  /** Ends the open step. A step that changed nothing leaves no trace. */
  commit(): void {
    if (!this.open) return
    this.open = false
    if (this.undoable.at(-1) === this.store.snapshot()) this.undoable.pop()
    else this.redoable = []
  }

  /** An edit by the person. */
  edit(change: () => void): void {
    this.commit()
    this.beginStep()
    change()
    this.commit()
  }

  undo(): boolean {
    this.commit()
    return this.step(this.undoable, this.redoable)
  }

  redo(): boolean {
    this.commit()
    return this.step(this.redoable, this.undoable)
  }

  private step(from: Snapshot[], to: Snapshot[]): boolean {
    const snapshot = from.pop()
    if (!snapshot) return false
    to.push(this.store.snapshot())
    this.store.restore(snapshot)
    return true
  }
}
