import { Button } from '@create-figma-plugin/ui'
import type { Edit } from '#domain/edits/edit.ts'
import { VERBS } from '#domain/edits/verb.ts'
import { makeFailure } from '#domain/failure.ts'
import { useFocusAfterRemoval } from '../../components/fields/use-focus-after-removal.ts'
import { Notice } from '../../components/notice.tsx'
import { Section } from '../../components/section.tsx'
import { maskStatus, shareSentence } from '../../state/edits/mask-status.ts'
import { MaskEditor } from '../mask/mask-editor.tsx'
import { MaskPreview } from '../mask/mask-preview.tsx'
import styles from '../screen.module.css'
import { useUi } from '../use-ui.ts'
import { EditFailure } from './edit-failure.tsx'
import { EditMaskOffers } from './edit-mask-offers.tsx'
import { EditMaskParts } from './edit-mask-parts.tsx'
import { EditUndo } from './edit-undo.tsx'

/** Where the picture may change. */
export function EditMask({ edit }: { edit: Edit }) {
  const { state, dispatch } = useUi()
  const { parts, drawing } = state.editing
  const status = maskStatus(state)
  const { list, removing } = useFocusAfterRemoval<HTMLElement>(parts.length)
  const needed = VERBS[edit.verb].mask === 'needed'
  const without = needed
    ? makeFailure('mask_missing', { verb: VERBS[edit.verb].label }).message
    : 'Without a mask, all of the picture may change.'
  const said = {
    none: without,
    measuring: 'Measuring the mask …',
    ready: `${status.kind === 'ready' ? shareSentence(status.share) : ''}; everything else stays as it is.`,
    refused: '',
  }[status.kind]
  return (
    <Section title="Mask" sectionRef={list}>
      <div class={styles.fields}>
        {status.kind === 'refused' && (
          <Notice
            tone="warning"
            actions={
              status.failure.retryable && (
                <Button secondary onClick={() => dispatch({ type: 'maskAskedAgain' })}>
                  Try again
                </Button>
              )
            }
          >
            {status.failure.message}
          </Notice>
        )}
        <p class={styles.muted} aria-live="polite">
          {said}
        </p>
        {status.kind !== 'none' && <MaskPreview original={edit.original} parts={parts} label={said} />}
        <EditMaskParts parts={parts} onRemoving={removing} />
        <EditUndo />
        <div class={styles.row}>
          <Button data-add secondary onClick={() => dispatch({ type: 'drawingOpened' })}>
            Draw
          </Button>
          <EditMaskOffers original={edit.original} />
        </div>
        <EditFailure of="mask" />
      </div>
      {drawing && <MaskEditor original={edit.original} />}
    </Section>
  )
}
