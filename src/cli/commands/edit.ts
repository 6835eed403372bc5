import { bothPrices } from '#domain/edits/both-prices.ts'
import type { Job } from '#domain/job.ts'
import { findModel } from '#domain/models.ts'
import { connect } from '../connect.ts'
import { makeFolder } from '../make-folder.ts'
import { parseEdit } from '../parse-edit.ts'
import { reportEdit } from '../report-edit.ts'
import { runJob } from '../run-job.ts'
import { saveRaws } from '../save-raws.ts'
import { saveResults } from '../save-results.ts'
import { uploadEdit } from '../upload-edit.ts'

/** False when what the mask protects may have changed, because a result could not be put into its original. */
const isProtected = ({ brief, results }: Job): boolean =>
  !brief.edit?.mask || results.every(({ composite }) => composite !== null)

/** `edit`: a picture, where it may change and how; what it became in a folder, with what was measured of it. */
export async function edit(args: string[]): Promise<number> {
  const wanted = parseEdit(args)
  const { out, raw, json } = wanted
  await makeFolder(out)
  const { client, close } = await connect(process.env)
  try {
    const uploaded = await uploadEdit(client, wanted)
    const brief = { ...wanted.brief, edit: uploaded }
    const frame = { ...uploaded.canvas, name: uploaded.original.name }
    const prices = bothPrices(brief, frame, findModel(brief.render.model))
    const job = await runJob(client, { brief, frame, json })
    const files = await saveResults(client, job, out)
    reportEdit({ job, prices, files, raws: raw ? await saveRaws(client, job, out) : [] }, json)
    return job.state === 'done' && isProtected(job) ? 0 : 1
  } finally {
    await close()
  }
}
