import { z } from 'zod'

interface ModeRow {
  label: string
  /** The prompt's first line: what kind of picture is asked for. */
  use: string
}

/** What a brief sets out to do. One row per mode. */
export const MODES = {
  create: { label: 'Create', use: 'Picture for a design layout' },
} as const satisfies Record<string, ModeRow>

export type Mode = keyof typeof MODES
export const modeSchema = z.enum(Object.keys(MODES) as [Mode, ...Mode[]])
