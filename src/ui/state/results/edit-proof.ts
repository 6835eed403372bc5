import type { EditMeasures } from '#domain/edits/edit-measures.ts'
import type { Job, Result } from '#domain/job.ts'
import { MODES } from '#domain/mode.ts'
import { percentLabel } from '../percent-label.ts'

export interface EditProof {
  /** True where the promise that nothing else changed is not kept. */
  broken: boolean
  /** “0 pixels changed outside the mask · the model had changed 38 % · seam ΔE 4.1 → 0.9” */
  line: string
  /** “0 px outside · 38 % before” */
  short: string
  rows: { label: string; value: string }[]
}

const FREE = 'The whole picture was free to change.'
const UNPROTECTED = 'This picture could not be put into the original, so anything in it may have changed.'

const COUNT = new Intl.NumberFormat('en-GB')
const difference = (value: number): string => value.toFixed(1)
const pixels = (count: number): string => `${COUNT.format(count)} ${count === 1 ? 'pixel' : 'pixels'}`

/** What was measured of an edit’s result, in words; null where nothing was edited. */
export function editProof({ brief }: Pick<Job, 'brief'>, { composite }: Pick<Result, 'composite'>): EditProof | null {
  if (MODES[brief.mode].from !== 'original') return null
  if (!composite) return { broken: true, line: UNPROTECTED, short: 'Not protected', rows: [] }
  if (!composite.measures) return { broken: false, line: FREE, short: 'All free to change', rows: [] }
  return measured(composite.measures, brief.mode === 'expand' ? 'in the original' : 'outside the mask')
}

function measured({ changedOutside, outside, drift, seam }: EditMeasures, where: string): EditProof {
  const seamPart = seam ? ` · seam ΔE ${difference(seam.before)} → ${difference(seam.after)}` : ''
  return {
    broken: changedOutside > 0,
    line: `${pixels(changedOutside)} changed ${where} · the model had changed ${percentLabel(drift.share)}${seamPart}`,
    short: `${COUNT.format(changedOutside)} px changed ${where}`,
    rows: [
      { label: `Changed ${where}`, value: `${COUNT.format(changedOutside)} of ${pixels(outside)}` },
      {
        label: 'The model had changed',
        value: `${percentLabel(drift.share)}, ΔE ${difference(drift.mean)} on average`,
      },
      ...(seam
        ? [
            { label: 'Seam before matching', value: `ΔE ${difference(seam.before)}` },
            { label: 'Seam after matching', value: `ΔE ${difference(seam.after)}` },
          ]
        : []),
    ],
  }
}
