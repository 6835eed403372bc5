type Listener = (event: Event) => void
type Attributes = Readonly<Record<string, string | number | boolean | Listener | undefined>>

function setAttribute(target: Element, name: string, value: string | number | boolean | Listener | undefined): void {
  if (value === undefined || value === false) return
  if (typeof value === 'function') target.addEventListener(name, value)
  else target.setAttribute(name, value === true ? '' : String(value))
}

/** A DOM element; functions among the attributes are listeners for the event of that name. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) setAttribute(made, name, value)
  made.append(...children)
  return made
}
