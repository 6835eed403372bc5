import { defineConfig } from 'vitest/config'

/** Files of one worker share the modules they import: a test leaves nothing in them that another could see. */
const project = (name: string, testTimeout: number, extra: object = {}) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    isolate: false,
    ...extra,
  },
})

export default defineConfig({
  test: {
    globalSetup: 'test/support/offer-postgres.ts',
    projects: [
      project('unit', 20_000),
      project('contract', 60_000),
      project('bundle', 30_000),
      project('e2e', 120_000, {
        globalSetup: 'test/support/offer-browser.ts',
        fileParallelism: false,
      }),
    ],
  },
})
