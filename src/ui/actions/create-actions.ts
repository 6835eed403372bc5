import type { NodeSnapshot, Selection } from '#contract/plugin-wire.ts'
import type { Placement } from '#domain/placement.ts'
import type { Provenance } from '#domain/provenance.ts'
import type { Verdict } from '#domain/review.ts'
import type { GenerateOffer } from '../state/brief/generate-offer.ts'
import type { MaskPart } from '../state/edits/mask-part.ts'
import type { JobEntry, ResultPick, Screen } from '../state/ui-state.ts'
import type { ActionContext } from './action-context.ts'
import { attempt } from './attempt.ts'
import { connect } from './connect.ts'
import { addMaskLayers, readMaskLayersAgain } from './edits/add-mask-layers.ts'
import { protectProduct } from './edits/protect-product.ts'
import { readBackdrop } from './edits/read-backdrop.ts'
import { readOriginal } from './edits/read-original.ts'
import { followSelection } from './follow-selection.ts'
import { cancelJob } from './jobs/cancel-job.ts'
import { dismissJob } from './jobs/dismiss-job.ts'
import { generate } from './jobs/generate.ts'
import { loadOlder } from './jobs/load-older.ts'
import { resumeJob } from './jobs/resume-job.ts'
import { reuseBrief } from './jobs/reuse-brief.ts'
import { addReferenceFiles } from './references/add-reference-files.ts'
import { addReferenceFromSelection, type ExportHow } from './references/add-reference-from-selection.ts'
import { createImageShelf } from './references/image-shelf.ts'
import { measurePicture } from './references/measure-picture.ts'
import { nextCandidate } from './results/next-candidate.ts'
import { placeResult } from './results/place-result.ts'
import { rawPicture } from './results/raw-picture.ts'
import { reviewPicture } from './results/review-picture.ts'
import { showScreen } from './show-screen.ts'
import { start } from './start.ts'
import { testConnection } from './test-connection.ts'

/** Everything a screen can set going. */
export function createActions(context: ActionContext) {
  return {
    start: () => start(context),
    showScreen: (screen: Screen) => showScreen(context, screen),
    followSelection: (selection: Selection) => followSelection(context, selection),
    loadOlder: () => loadOlder(context),
    reconnect: () => connect(context),
    testConnection: () => testConnection(context),
    addFromSelection: (node: NodeSnapshot, how: ExportHow) => addReferenceFromSelection(context, node, how),
    addFiles: (files: readonly File[]) => addReferenceFiles(context, files),
    review: (nodeId: string, verdict: Verdict, note: string) => reviewPicture(context, nodeId, verdict, note),
    nextCandidate: (nodeId: string, shown: ResultPick) => nextCandidate(context, nodeId, shown),
    protectProduct: (node: NodeSnapshot) => protectProduct(context, node),
    readBackdrop: (frame: NodeSnapshot, into?: string) => readBackdrop(context, frame, into),
    measurePicture: (imageId: string) => measurePicture(context, imageId),
    readOriginal: (node: NodeSnapshot, how: ExportHow) => readOriginal(context, node, how),
    addMaskLayers: (layers: readonly NodeSnapshot[]) =>
      addMaskLayers(
        context,
        layers.map(({ id, name }) => ({ nodeId: id, name })),
      ),
    readMaskLayersAgain: (part: Extract<MaskPart, { kind: 'layers' }>) => readMaskLayersAgain(context, part),
    studio: context.studio,
    generate: (offer: GenerateOffer, again?: string) => generate(context, offer, again),
    resumeJob: (entry: JobEntry) => resumeJob(context, entry),
    cancelJob: (id: string) => cancelJob(context, id),
    dismissJob: (id: string) => dismissJob(context, id),
    restoreJob: (id: string) => dismissJob(context, id, false),
    placeResult: (pick: ResultPick, placement: Placement, raw = false) => placeResult(context, pick, placement, raw),
    rawPicture: (jobId: string, index: number) => rawPicture(context, jobId, index),
    reuseBrief: (provenance: Provenance) => reuseBrief(context, provenance),
    resize: (size: { width: number; height: number }) => attempt(context, () => context.main.resize(size)),
    images: createImageShelf(context),
  }
}
export type Actions = ReturnType<typeof createActions>
