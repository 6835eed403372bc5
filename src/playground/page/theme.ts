export type ThemeName = 'light' | 'dark'

export interface Theme {
  readonly name: ThemeName
  toggle(): void
  /** Calls at once, and again after every change until the answer is called. */
  follow(listener: (name: ThemeName) => void): () => void
}

const opposite: Record<ThemeName, ThemeName> = { light: 'dark', dark: 'light' }

/** Starts with the address's `theme`, and keeps it there. */
export function createTheme(): Theme {
  const listeners = new Set<(name: ThemeName) => void>()
  let name: ThemeName = new URLSearchParams(location.search).get('theme') === 'dark' ? 'dark' : 'light'
  return {
    get name() {
      return name
    },
    toggle() {
      name = opposite[name]
      const address = new URL(location.href)
      address.searchParams.set('theme', name)
      history.replaceState(null, '', address)
      for (const listener of listeners) listener(name)
    },
    follow(listener) {
      listeners.add(listener)
      listener(name)
      return () => listeners.delete(listener)
    },
  }
}
