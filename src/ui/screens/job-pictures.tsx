import type { Job } from '#domain/job.ts'
import { Notice } from '../components/notice.tsx'
import { ResultTile } from '../components/result-tile.tsx'
import { chosenIndex } from '../state/chosen-index.ts'
import styles from './job.module.css'
import { PlaceResult } from './place-result.tsx'
import { ProxyImage } from './proxy-image.tsx'
import { useUi } from './use-ui.ts'

const TILE_WIDTH = 512

/** A job's finished pictures: choose one, look at it, place it. */
export function JobPictures({ job }: { job: Job }) {
  const { state, dispatch } = useUi()
  const chosen = chosenIndex(state, job)
  const mismatches = [...new Set(job.results.flatMap((result) => result.mismatches))]
  const pick = (index: number) => ({ jobId: job.id, index })
  return (
    <>
      <ul class={`${styles.grid} ${job.results.length === 1 ? styles.single : ''}`}>
        {job.results.map(({ image }, index) => (
          <ResultTile
            key={image.id}
            label={`picture ${index + 1} for ${job.frame.name || 'the frame'}`}
            chosen={job.results.length > 1 && index === chosen}
            ratio={job.frame.width / job.frame.height}
            checkered={job.brief.render.background === 'transparent'}
            image={<ProxyImage id={image.id} width={TILE_WIDTH} alt={`Picture ${index + 1}`} />}
            onChoose={() => dispatch({ type: 'resultChosen', pick: pick(index) })}
            onZoom={() => dispatch({ type: 'zoomOpened', pick: pick(index) })}
          />
        ))}
      </ul>
      {mismatches.length > 0 && <Notice tone="warning">{mismatches.join(' ')}</Notice>}
      {chosen === null ? (
        <p class={styles.muted}>Choose a picture to place it.</p>
      ) : (
        <PlaceResult job={job} pick={pick(chosen)} />
      )}
    </>
  )
}
