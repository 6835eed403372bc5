import type { Job, Result } from '#domain/job.ts'
import { Notice } from '../../components/notice.tsx'
import { ResultProof } from '../../components/results/result-proof.tsx'
import { cutoutNote } from '../../state/results/cutout-note.ts'
import { editProof } from '../../state/results/edit-proof.ts'
import styles from '../job.module.css'

/** What was measured of one picture: of an edit, that nothing else changed; of a cutout, how it was made. */
export function ResultNotes({ job, result }: { job: Job; result: Result }) {
  const proof = editProof(job, result)
  const cutout = result.cutout && cutoutNote(result.cutout)
  return (
    <>
      {proof && <ResultProof line={proof.line} broken={proof.broken} rows={proof.rows} />}
      {cutout &&
        (cutout.refused ? <Notice tone="danger">{cutout.line}</Notice> : <p class={styles.muted}>{cutout.line}</p>)}
    </>
  )
}
