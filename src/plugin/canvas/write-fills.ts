import type { FillableNode } from './read-fills.ts'

/**
 * Gives a layer these fills.
 * @returns a sentence when that cut its link to a fill style, else an empty text
 */
export async function writeFills(target: FillableNode, paints: readonly Paint[]): Promise<string> {
  const style = target.fillStyleId
  // Figma takes pattern fills by the asynchronous way only.
  if (paints.some(({ type }) => type === 'PATTERN')) await target.setFillsAsync(paints)
  else target.fills = paints
  return style !== '' && target.fillStyleId === '' ? ' It is no longer linked to its fill style.' : ''
}
