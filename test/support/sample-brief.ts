import type { Brief } from '#domain/brief.ts'

/** A complete brief for tests; override what the test is about. */
export function sampleBrief(
  change: Partial<Omit<Brief, 'render'>> & { render?: Partial<Brief['render']> } = {},
): Brief {
  const { render, ...rest } = change
  return {
    mode: 'create',
    idea: 'A matte black desk lamp on walnut',
    fields: {},
    exactTexts: [],
    keep: [],
    avoid: [],
    references: [],
    edit: null,
    cutout: null,
    foreground: [],
    ...rest,
    render: {
      stage: 'draft',
      model: 'gpt-image-2',
      count: 1,
      target: { kind: 'scale', scale: 1 },
      format: 'png',
      background: 'auto',
      partialImages: 0,
      ...render,
    },
  }
}
