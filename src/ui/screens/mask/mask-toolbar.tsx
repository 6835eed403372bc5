import { IconPlus16 } from '@create-figma-plugin/ui'
import {
  IconAdd,
  IconBrush,
  IconErase,
  IconFit,
  IconInvert,
  IconLasso,
  IconLess,
  IconRectangle,
  IconRedo,
  IconUndo,
} from '../../components/fields/icon-draw.tsx'
import { ToolButton } from '../../components/fields/tool-button.tsx'
import type { DrawingTool } from '../../state/edits/edit-state.ts'
import { useUi } from '../use-ui.ts'
import { maskCommands } from './mask-commands.ts'
import styles from './mask-editor.module.css'
import type { MaskView } from './use-mask-view.ts'

const TOOLS: readonly { tool: DrawingTool; label: string; shortcut: string; Icon: () => preact.JSX.Element }[] = [
  { tool: 'brush', label: 'Brush', shortcut: 'B', Icon: IconBrush },
  { tool: 'rectangle', label: 'Rectangle', shortcut: 'R', Icon: IconRectangle },
  { tool: 'lasso', label: 'Lasso', shortcut: 'L', Icon: IconLasso },
]
const ZOOM = 1.5

/** What is drawn with, and what can be done to the whole drawing. */
export function MaskToolbar({ seen }: { seen: MaskView }) {
  const { state, dispatch } = useUi()
  const { parts, tools } = state.editing
  const last = parts.at(-1)
  const drawing = last?.kind === 'drawing' ? last : { ops: [], undone: [] }
  const commands = maskCommands(dispatch)
  return (
    <div class={styles.tools} role="toolbar" aria-label="Mask tools">
      {TOOLS.map(({ tool, label, shortcut, Icon }) => (
        <ToolButton
          key={tool}
          label={label}
          shortcut={shortcut}
          chosen={tools.tool === tool}
          onClick={() => commands.choose({ tool })}
        >
          <Icon />
        </ToolButton>
      ))}
      <span class={styles.gap} />
      <ToolButton label="Add" chosen={!tools.erase} onClick={() => commands.choose({ erase: false })}>
        <IconAdd />
      </ToolButton>
      <ToolButton
        label="Erase"
        shortcut="E"
        chosen={tools.erase}
        onClick={() => commands.choose({ erase: !tools.erase })}
      >
        <IconErase />
      </ToolButton>
      <span class={styles.gap} />
      <ToolButton label="Undo" shortcut="Ctrl or ⌘ Z" disabled={drawing.ops.length === 0} onClick={commands.undo}>
        <IconUndo />
      </ToolButton>
      <ToolButton
        label="Redo"
        shortcut="Shift Ctrl or ⌘ Z"
        disabled={drawing.undone.length === 0}
        onClick={commands.redo}
      >
        <IconRedo />
      </ToolButton>
      <ToolButton label="Invert" shortcut="I" onClick={commands.invert}>
        <IconInvert />
      </ToolButton>
      <span class={styles.gap} />
      <ToolButton label="Zoom out" shortcut="−" onClick={() => seen.zoom(1 / ZOOM)}>
        <IconLess />
      </ToolButton>
      <ToolButton label="Zoom in" shortcut="+" onClick={() => seen.zoom(ZOOM)}>
        <IconPlus16 />
      </ToolButton>
      <ToolButton label="Show all" shortcut="0" onClick={seen.fit}>
        <IconFit />
      </ToolButton>
    </div>
  )
}
