import type { ActionContext } from '../action-context.ts'

interface Shelved {
  url: Promise<string>
  holders: number
}

/**
 * How many thumbnails nobody looks at are kept, so that going back and forth does not fetch them again. Whole pictures
 * are too large to be kept.
 */
const SPARE = 24

export interface ImageShelf {
  /** A `blob:` address of a picture; `width` in pixels, null for all of it. Give it back with `drop`. */
  take: (id: string, width: number | null) => Promise<string>
  drop: (id: string, width: number | null) => void
}

/** Pictures need the member's token, so they are fetched and shown from memory, and freed when no longer needed. */
export function createImageShelf({ client }: Pick<ActionContext, 'client'>): ImageShelf {
  const shelf = new Map<string, Shelved>()
  const keyOf = (id: string, width: number | null): string => `${id} ${width ?? 'whole'}`

  const fetchUrl = async (id: string, width: number | null): Promise<string> => {
    const bytes = await client().image(id, width === null ? {} : { width })
    return URL.createObjectURL(new Blob([bytes]))
  }
  const discard = (key: string, shelved: Shelved): void => {
    shelf.delete(key)
    shelved.url.then(URL.revokeObjectURL, () => undefined)
  }
  const tidy = (): void => {
    const unused = [...shelf].filter(([, shelved]) => shelved.holders === 0)
    for (const [key, shelved] of unused.slice(0, Math.max(0, unused.length - SPARE))) discard(key, shelved)
  }

  return {
    take: (id, width) => {
      const key = keyOf(id, width)
      const shelved = shelf.get(key) ?? { url: fetchUrl(id, width), holders: 0 }
      shelved.holders += 1
      // Taken last, thrown away last.
      shelf.delete(key)
      shelf.set(key, shelved)
      shelved.url.catch(() => shelf.delete(key))
      return shelved.url
    },
    drop: (id, width) => {
      const shelved = shelf.get(keyOf(id, width))
      if (!shelved) return
      shelved.holders -= 1
      if (width === null && shelved.holders === 0) discard(keyOf(id, width), shelved)
      else tidy()
    },
  }
}
