import { z } from 'zod'

interface ModeRow {
  label: string
  /** The prompt's first line: what kind of picture is asked for. */
  use: string
  /** What the brief's own words are called, in the window and in the prompt. */
  idea: string
  /** False where the brief makes sense without words. */
  ideaNeeded: boolean
  /** What it starts from: nothing but words and references, or a picture whose pixels are kept where they may not change. */
  from: 'nothing' | 'original'
}

/** What a brief sets out to do. One row per mode. */
export const MODES = {
  create: { label: 'Create', use: 'Picture for a design layout', idea: 'Idea', ideaNeeded: true, from: 'nothing' },
  edit: { label: 'Edit', use: 'Edit of an existing picture', idea: 'Change', ideaNeeded: true, from: 'original' },
  background: {
    label: 'Background',
    use: 'New background for a design',
    idea: 'Background',
    ideaNeeded: true,
    from: 'nothing',
  },
  expand: {
    label: 'Expand',
    use: 'Continuation of an existing picture beyond its borders',
    idea: 'Continue with',
    ideaNeeded: false,
    from: 'original',
  },
  cutout: {
    label: 'Cut out',
    use: 'One subject alone, to be placed on other pictures',
    idea: 'Subject',
    ideaNeeded: true,
    from: 'nothing',
  },
} as const satisfies Record<string, ModeRow>

export type Mode = keyof typeof MODES
export const modeSchema = z.enum(Object.keys(MODES) as [Mode, ...Mode[]])
