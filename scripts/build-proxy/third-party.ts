import { readdirSync, readFileSync } from 'node:fs'
import type { Metafile } from 'esbuild'
import { z } from 'zod'

const manifestSchema = z.object({ name: z.string(), version: z.string(), license: z.string().optional() })

/** The licence of every package whose code is in the built files; what was copied whole has its own beside it. */
export function thirdPartyText({ inputs }: Metafile): string {
  const folders = Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])
  return [...new Set(folders)]
    .toSorted()
    .map(packageText)
    .join(`\n${'-'.repeat(80)}\n\n`)
}

function packageText(folder: string): string {
  const { name, version, license } = manifestSchema.parse(JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')))
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
  const texts = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim())
  return `${[`${name} ${version} (${license ?? 'licence below'})`, ...texts].join('\n\n')}\n`
}
