import { AxeBuilder } from '@axe-core/playwright'
import type { OpenPage } from '#support/open-page.ts'

/** What axe finds serious or critical on the page and in the plugin's window: rule, and where. */
export async function violations({ page }: OpenPage): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' › ')} ${node.failureSummary ?? ''}`))
}
