import type { CutoutWay } from '#domain/edits/cutout.ts'

/** How a cutout comes to be, said before it is paid for. */
export function cutoutSentence(way: CutoutWay | null, model: string, key: string): string {
  if (way === 'transparent') return `${model} makes transparent pictures itself; what comes back is checked.`
  return `${model} makes no transparent pictures: the subject is asked for on ${key} and cut out here.`
}
