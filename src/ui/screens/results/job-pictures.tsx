import type { Job, Result } from '#domain/job.ts'
import { Notice } from '../../components/notice.tsx'
import { ResultTile } from '../../components/results/result-tile.tsx'
import { chosenIndex } from '../../state/results/chosen-index.ts'
import { editProof } from '../../state/results/edit-proof.ts'
import { tileRatio } from '../../state/results/tile-ratio.ts'
import styles from '../job.module.css'
import { ProxyImage } from '../proxy-image.tsx'
import { useUi } from '../use-ui.ts'
import { PlaceResult } from './place-result.tsx'
import { ResultNotes } from './result-notes.tsx'

const TILE_WIDTH = 512

/** A job's finished pictures: choose one, look at it, place it. */
export function JobPictures({ job }: { job: Job }) {
  const { state, dispatch } = useUi()
  const chosen = chosenIndex(state, job)
  const mismatches = [...new Set(job.results.flatMap((result) => result.mismatches))]
  const pick = (index: number) => ({ jobId: job.id, index })
  const several = job.results.length > 1
  const result = chosen === null ? undefined : job.results[chosen]
  const transparent = job.brief.mode === 'cutout' || job.brief.render.background === 'transparent'
  return (
    <>
      <ul class={`${styles.grid} ${job.results.length === 1 ? styles.single : ''}`}>
        {job.results.map((shown, index) => (
          <ResultTile
            key={shown.image.id}
            label={`picture ${index + 1} for ${job.frame.name || 'the frame'}`}
            chosen={several && index === chosen}
            ratio={tileRatio(job, shown)}
            checkered={transparent}
            image={<ProxyImage id={shown.image.id} width={TILE_WIDTH} alt={`Picture ${index + 1}`} />}
            {...(several ? tileNote(job, shown) : {})}
            onChoose={() => dispatch({ type: 'resultChosen', pick: pick(index) })}
            onZoom={() => dispatch({ type: 'zoomOpened', pick: pick(index) })}
          />
        ))}
      </ul>
      {result && <ResultNotes job={job} result={result} />}
      {mismatches.length > 0 && <Notice tone="warning">{mismatches.join(' ')}</Notice>}
      {chosen === null ? (
        <p class={styles.muted}>Choose a picture to place it.</p>
      ) : (
        <PlaceResult job={job} pick={pick(chosen)} />
      )}
    </>
  )
}

/** Of several pictures each says a few words; the chosen one says all. */
function tileNote(job: Job, result: Result): { note: string; alarming: boolean } {
  const proof = editProof(job, result)
  if (proof) return { note: proof.short, alarming: proof.broken }
  return result.cutout?.refused ? { note: 'No cutout', alarming: true } : { note: '', alarming: false }
}
