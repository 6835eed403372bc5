/** A selection with one more layer, or without it when it was in. */
export const toggled = (selection: readonly string[], id: string) =>
  selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id]
