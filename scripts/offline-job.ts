import sharp from 'sharp'
import { newJobId } from '#client/new-job-id.ts'
import { createProxyClient } from '#client/proxy-client.ts'
import type { Brief } from '#domain/brief.ts'
import type { Frame } from '#domain/frame.ts'
import { DEFAULT_MODEL_ID, findModel } from '#domain/models.ts'
import { planJob } from '#domain/plan-job.ts'
import type { ProxyProcess } from './proxy-process.ts'

const frame: Frame = { width: 640, height: 400, name: 'Hero' }

const sample = () =>
  sharp({ create: { width: 96, height: 64, channels: 3, background: '#e02020' } })
    .png()
    .toBuffer()

/** Uploads a picture, makes another with it as a reference, and fetches that. Throws when a part does not happen. */
export async function makeOfflinePicture({ url, token }: Pick<ProxyProcess, 'url' | 'token'>): Promise<Uint8Array> {
  const client = createProxyClient({ baseUrl: url, token })
  const { id, width, height } = await client.uploadImage(Uint8Array.from(await sample()))
  const brief: Brief = {
    mode: 'create',
    idea: 'Matte black desk lamp on walnut',
    fields: {},
    exactTexts: ['Morning light'],
    keep: [],
    avoid: [],
    references: [{ imageId: id, role: 'subject', width, height, name: 'Lamp' }],
    edit: null,
    cutout: null,
    foreground: [],
    render: {
      stage: 'draft',
      model: DEFAULT_MODEL_ID,
      count: 1,
      target: { kind: 'scale', scale: 1 },
      format: 'png',
      background: 'auto',
      partialImages: 0,
    },
  }
  const agreedPrice = planJob(brief, frame, findModel(DEFAULT_MODEL_ID)).price.total
  let job = await client.putJob(newJobId(), { frame, brief, agreedPrice, agreedCredits: null })
  for await (const event of client.watchJob(job.id, { signal: new AbortController().signal })) job = event.job
  const result = job.results[0]
  if (!result) throw new Error(`The job ended as ${job.state}: ${job.failure?.message}`)
  return client.image(result.image.id)
}
