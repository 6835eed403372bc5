import { AppError } from '#domain/app-error.ts'
import type { Job } from '#domain/job.ts'
import type { Provenance } from '#domain/provenance.ts'

/** What the layer that gets a job’s picture shall remember of it. `raw`: the model’s own picture is placed. */
export function provenanceOf(job: Job, index: number, { raw }: { raw: boolean }): Provenance {
  const result = job.results[index]
  if (!result) throw new AppError('image_missing')
  const { image, composite } = result
  const measures = composite?.measures
  return {
    version: 2,
    mode: job.brief.mode,
    raw,
    originalId: job.brief.edit?.original.imageId ?? null,
    keep: job.brief.keep,
    // Of the raw picture nobody counted: it was the reason to protect.
    changedOutside: raw ? null : (measures?.changedOutside ?? null),
    jobId: job.id,
    imageId: image.id,
    resultIndex: index,
    model: job.brief.render.model,
    engine: job.engine.name,
    simulated: job.engine.simulated,
    idea: job.brief.idea,
    prompt: job.prompt,
    size: { width: image.width, height: image.height },
    placedAt: new Date().toISOString(),
  }
}
