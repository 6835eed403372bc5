import { Button, LoadingIndicator } from '@create-figma-plugin/ui'
import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import { BackdropCard } from '../../components/create/backdrop-card.tsx'
import type { Backdrop } from '../../state/edits/backdrop-state.ts'
import { foregroundSentence } from '../../state/edits/foreground-sentence.ts'
import { ProxyImage } from '../proxy-image.tsx'
import { useUi } from '../use-ui.ts'

const WIDTH = 256

interface BackgroundForegroundProps {
  frame: NodeSnapshot
  backdrop: Backdrop
}

/** What stands in front of the new background and stays as it is. */
export function BackgroundForeground({ frame, backdrop }: BackgroundForegroundProps) {
  const { actions } = useUi()
  const { foreground, into, reading, wanted } = backdrop
  return (
    <BackdropCard
      picture={
        foreground ? (
          <ProxyImage id={foreground.id} width={WIDTH} alt="What stands in front" fit="contain" />
        ) : (
          reading && <LoadingIndicator />
        )
      }
      action={
        <Button
          secondary
          disabled={reading}
          onClick={() => void actions.readBackdrop(frame, into?.id ?? wanted ?? undefined)}
        >
          Read again
        </Button>
      }
      sentence={foregroundSentence(backdrop)}
    />
  )
}
