import type { NodeSnapshot, Selection } from '#contract/plugin-wire.ts'
import type { Placement } from '#domain/placement.ts'
import type { Provenance } from '#domain/provenance.ts'
import type { Verdict } from '#domain/review.ts'
import type { GenerateOffer } from '../state/generate-offer.ts'
import type { MaskPart } from '../state/mask-part.ts'
import type { JobEntry, ResultPick, Screen } from '../state/ui-state.ts'
import type { ActionContext } from './action-context.ts'
import { addMaskLayers, readMaskLayersAgain } from './add-mask-layers.ts'
import { addReferenceFiles } from './add-reference-files.ts'
import { addReferenceFromSelection, type ExportHow } from './add-reference-from-selection.ts'
import { attempt } from './attempt.ts'
import { cancelJob } from './cancel-job.ts'
import { connect } from './connect.ts'
import { dismissJob } from './dismiss-job.ts'
import { followSelection } from './follow-selection.ts'
import { generate } from './generate.ts'
import { createImageShelf } from './image-shelf.ts'
import { loadOlder } from './load-older.ts'
import { measurePicture } from './measure-picture.ts'
import { nextCandidate } from './next-candidate.ts'
import { placeResult } from './place-result.ts'
import { protectProduct } from './protect-product.ts'
import { rawPicture } from './raw-picture.ts'
import { readBackdrop } from './read-backdrop.ts'
import { readOriginal } from './read-original.ts'
import { resumeJob } from './resume-job.ts'
import { reuseBrief } from './reuse-brief.ts'
import { reviewPicture } from './review-picture.ts'
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
