import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { newJobId } from '#client/new-job-id.ts'
import type { ProxyClient } from '#client/proxy-client.ts'
import type { Brief } from '#domain/brief.ts'
import { creditsOf } from '#domain/credits.ts'
import { IMAGE_FORMATS } from '#domain/image.ts'
import { DEFAULT_MODEL_ID, findModel } from '#domain/models.ts'
import { planJob } from '#domain/plan-job.ts'
import type { Reference } from '#domain/reference.ts'
import { stageRow, stageSchema } from '#domain/stage.ts'
import { connect } from '../connect.ts'
import { makeFolder } from '../make-folder.ts'
import { parseChoice } from '../parse-choice.ts'
import { parseFrame } from '../parse-frame.ts'
import { parseReference, type ReferenceFile } from '../parse-reference.ts'
import { parseTarget } from '../parse-target.ts'
import { createProgress } from '../progress.ts'
import { reportJob } from '../report-job.ts'
import { saveResults } from '../save-results.ts'
import { UsageError } from '../usage-error.ts'

const options = {
  frame: { type: 'string' },
  idea: { type: 'string' },
  text: { type: 'string', multiple: true, default: [] as string[] },
  avoid: { type: 'string', multiple: true, default: [] as string[] },
  reference: { type: 'string', multiple: true, default: [] as string[] },
  stage: { type: 'string', default: 'draft' },
  count: { type: 'string', default: '1' },
  scale: { type: 'string' },
  tier: { type: 'string' },
  format: { type: 'string', default: 'png' },
  model: { type: 'string', default: DEFAULT_MODEL_ID },
  previews: { type: 'string' },
  out: { type: 'string', default: '.' },
  json: { type: 'boolean', default: false },
} as const

function parseCount(option: string, text: string, least: number, most: number): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < least || count > most)
    throw new UsageError(`--${option} takes a whole number from ${least} to ${most}.`)
  return count
}

async function uploadReference(client: ProxyClient, { path, role }: ReferenceFile): Promise<Reference> {
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`The reference ${path} cannot be read.`)
  })
  const image = await client.uploadImage(Uint8Array.from(bytes))
  return { imageId: image.id, role, width: image.width, height: image.height, name: path.slice(-500) }
}

/** `generate`: a brief and a frame in, pictures in a folder out. */
export async function generate(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options })
  const frame = parseFrame(values.frame)
  if (!values.idea?.trim()) throw new UsageError('--idea says what to make; it cannot be empty.')
  const stage = parseChoice('stage', stageSchema.options, values.stage)
  const model = findModel(values.model)
  const render: Brief['render'] = {
    stage,
    model: model.id,
    count: parseCount('count', values.count, 1, 10),
    target: parseTarget(values),
    format: parseChoice('format', IMAGE_FORMATS, values.format),
    background: 'auto',
    partialImages: values.previews ? parseCount('previews', values.previews, 0, 3) : stageRow(stage).partialImages,
  }
  const files = values.reference.map(parseReference)
  await makeFolder(values.out)
  const { client, close } = await connect(process.env)
  try {
    const references: Reference[] = []
    for (const file of files) references.push(await uploadReference(client, file))
    const brief: Brief = {
      mode: 'create',
      idea: values.idea,
      fields: {},
      exactTexts: values.text,
      keep: [],
      avoid: values.avoid,
      references,
      edit: null,
      cutout: null,
      foreground: [],
      render,
    }
    const { price, request } = planJob(brief, frame, model)
    const { credits } = await client.session()
    const agreedCredits = credits && creditsOf(credits.table, request.size, request.count)
    let job = await client.putJob(newJobId(), { frame, brief, agreedPrice: price.total, agreedCredits })
    if (!values.json) console.error(`Job ${job.id}. Should this end early: framewright fetch ${job.id}`)
    const progress = createProgress(process.stderr, !values.json)
    for await (const event of client.watchJob(job.id, { signal: new AbortController().signal })) {
      job = event.job
      progress.show(job)
    }
    progress.end()
    reportJob(job, await saveResults(client, job, values.out), values.json)
    return job.state === 'done' ? 0 : 1
  } finally {
    await close()
  }
}
