import { MODES, type Mode } from '#domain/mode.ts'

/** Which settings of a picture can be chosen. */
interface RenderFields {
  resolution: boolean
  format: boolean
  background: boolean
}

/** What is put into an original has its resolution, and what is put together has to be lossless. */
export function renderFieldsOf(mode: Mode): RenderFields {
  const free = MODES[mode].from === 'nothing'
  const asMade = free && mode !== 'cutout'
  return { resolution: free, format: asMade, background: asMade }
}
