import type { Edit, Original } from '#domain/edits/edit.ts'
import type { Sides } from '#domain/edits/expand-by.ts'
import { NumberField } from '../../components/fields/number-field.tsx'
import { Segmented } from '../../components/fields/segmented.tsx'
import { SelectField } from '../../components/fields/select-field.tsx'
import { CanvasPicture } from '../../components/results/canvas-picture.tsx'
import { Section } from '../../components/section.tsx'
import { sizeLabel } from '../../state/brief/frame-label.ts'
import { targetOf } from '../../state/brief/target.ts'
import { anchorChoice } from '../../state/edits/anchor-choice.ts'
import { type ExpandTo, RATIOS } from '../../state/edits/expand-state.ts'
import { expansionOf } from '../../state/edits/expansion-of.ts'
import layout from '../expand.module.css'
import styles from '../screen.module.css'
import { useProxyImage } from '../use-proxy-image.ts'
import { useUi } from '../use-ui.ts'
import { EditMatch } from './edit-match.tsx'

const SIDES: { side: keyof Sides; label: string }[] = [
  { side: 'top', label: 'Top' },
  { side: 'right', label: 'Right' },
  { side: 'bottom', label: 'Bottom' },
  { side: 'left', label: 'Left' },
]
const MOST = 10_000
const PREVIEW_WIDTH = 512

/** How far a picture is continued, with a small picture of that. */
export function ExpandFields({ edit }: { edit: Edit }) {
  const { original } = edit
  const { state, dispatch } = useUi()
  const { expand } = state
  const expansion = expansionOf(state)
  const target = targetOf(state)
  const place = expand.to !== 'sides' && expansion ? anchorChoice(original, expansion) : null
  const ratios = (Object.keys(RATIOS) as (keyof typeof RATIOS)[]).map((value) => ({ value, label: value }))
  const targets: { value: ExpandTo; label: string }[] = [
    { value: 'frame', label: target ? `Ratio of “${target.name}”` : 'Ratio of the selected frame' },
    ...ratios,
    { value: 'sides', label: 'Sides' },
  ]
  return (
    <Section title="Expand to">
      <div class={styles.fields}>
        <SelectField
          label="Expand to"
          labelHidden
          options={targets}
          value={expand.to}
          onChange={(value) => {
            const to = targets.find((option) => option.value === value)?.value
            if (to) dispatch({ type: 'expandChosen', expand: { to } })
          }}
        />
        {expand.to === 'sides' && (
          <div class={layout.sides}>
            {SIDES.map(({ side, label }) => (
              <NumberField
                key={side}
                label={label}
                value={expand.sides[side]}
                max={MOST}
                unit="px"
                onChange={(value) =>
                  dispatch({ type: 'expandChosen', expand: { sides: { ...expand.sides, [side]: value } } })
                }
              />
            ))}
          </div>
        )}
        {place && (
          <Segmented
            label="Where the original lies"
            options={place.options}
            value={String(expand.anchor[place.axis])}
            onChange={(value) =>
              dispatch({
                type: 'expandChosen',
                expand: { anchor: { ...expand.anchor, [place.axis]: Number(value) } },
              })
            }
          />
        )}
        <ExpandPreview original={original} />
        <p class={styles.muted}>
          {expansion ? `${sizeLabel(original)} becomes ${sizeLabel(expansion.canvas)} pixels` : 'Select a frame.'}
        </p>
        <EditMatch edit={edit} />
      </div>
    </Section>
  )
}

/** The original inside what it becomes. */
function ExpandPreview({ original }: { original: Original }) {
  const { state } = useUi()
  const { url } = useProxyImage(original.imageId, PREVIEW_WIDTH)
  const expansion = expansionOf(state)
  return (
    <div class={layout.preview}>
      <CanvasPicture
        canvas={expansion?.canvas ?? original}
        at={expansion?.at ?? { x: 0, y: 0 }}
        picture={original}
        url={url}
        alt="The original inside the larger picture"
      />
    </div>
  )
}
