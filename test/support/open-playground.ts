import { type OpenPage, openPage, type PageQuestion } from './open-page.ts'
import { startTestProxy, type TestProxy, type TestProxyOverrides } from './start-test-proxy.ts'

export interface OpenPlayground extends OpenPage {
  proxy: TestProxy
}

export interface PlaygroundQuestion extends Omit<PageQuestion, 'proxyUrl' | 'token'> {
  proxy?: TestProxyOverrides
}

/** A real proxy, the real playground and the built plugin, in a fresh browser profile. */
export async function openPlayground({ proxy: overrides, ...question }: PlaygroundQuestion): Promise<OpenPlayground> {
  const proxy = await startTestProxy(overrides)
  const open = await openPage({ ...question, proxyUrl: proxy.url, token: proxy.token })
  return {
    ...open,
    proxy,
    async close() {
      await open.close()
      await proxy.close()
    },
  }
}
