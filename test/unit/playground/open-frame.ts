import type { HostEvent } from '#playground/figma/simulated-figma.ts'
import { openScene } from '#support/open-scene.ts'
import { sceneOf } from './small-scene.ts'

export const scene = sceneOf({ id: '1:5', type: 'FRAME', name: 'Frame' }, { id: '1:6', type: 'RECTANGLE', name: 'Box' })

/** A frame and a box, the frame at hand, and every event of the host. */
export async function open(options: Parameters<typeof openScene>[1] = {}) {
  const { api, host } = await openScene(scene, options)
  const events: HostEvent[] = []
  host.subscribe((event) => events.push(event))
  const frame = await api.getNodeByIdAsync('1:5')
  if (frame?.type !== 'FRAME') throw new Error('no frame')
  return { api, host, events, frame }
}

export const ofType = (events: readonly HostEvent[], type: HostEvent['type']) =>
  events.filter((event) => event.type === type)
