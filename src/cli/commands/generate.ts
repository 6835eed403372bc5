import { parseArgs } from 'node:util'
import type { ProxyClient } from '#client/proxy-client.ts'
import type { Brief } from '#domain/brief.ts'
import { IMAGE_FORMATS } from '#domain/image.ts'
import { DEFAULT_MODEL_ID, findModel } from '#domain/models.ts'
import type { Reference } from '#domain/reference.ts'
import { stageRow, stageSchema } from '#domain/stage.ts'
import { connect } from '../connect.ts'
import { makeFolder } from '../make-folder.ts'
import { parseChoice } from '../parse-choice.ts'
import { parseCount } from '../parse-count.ts'
import { parseFrame } from '../parse-frame.ts'
import { parseReference, type ReferenceFile } from '../parse-reference.ts'
import { parseTarget } from '../parse-target.ts'
import { readPicture } from '../read-picture.ts'
import { reportJob } from '../report-job.ts'
import { runJob } from '../run-job.ts'
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

async function uploadReference(client: ProxyClient, { path, role }: ReferenceFile): Promise<Reference> {
  const image = await client.uploadImage(await readPicture('reference', path))
  return { imageId: image.id, role, width: image.width, height: image.height, name: path.slice(-500) }
}

/** `generate`: a brief and a frame in, pictures in a folder out. */
export async function generate(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options })
  const frame = parseFrame(values.frame)
  if (!values.idea?.trim()) throw new UsageError('--idea says what to make; it cannot be empty.')
  const stage = parseChoice('stage', stageSchema.options, values.stage)
  const render: Brief['render'] = {
    stage,
    model: findModel(values.model).id,
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
    const job = await runJob(client, { brief, frame, json: values.json })
    reportJob(job, await saveResults(client, job, values.out), values.json)
    return job.state === 'done' ? 0 : 1
  } finally {
    await close()
  }
}
