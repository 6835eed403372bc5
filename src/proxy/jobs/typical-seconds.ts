import type { Db } from '../database/tables.ts'

const RECENT = 200

/** Median seconds from the last turn to the picture, by model and quality, over recent jobs of an engine. Unseen ones are absent. */
export async function typicalSeconds(db: Db, engineName: string): Promise<Record<string, Record<string, number>>> {
  const rows = await db
    .selectFrom('jobs')
    .select(['model', 'quality', 'turn_at', 'started_at', 'ended_at'])
    .where('state', '=', 'done')
    .where('engine_name', '=', engineName)
    .orderBy('created_at', 'desc')
    .limit(RECENT)
    .execute()
  const seen = new Map<string, Map<string, number[]>>()
  for (const { model, quality, turn_at, started_at, ended_at } of rows) {
    const began = turn_at ?? started_at
    if (began === null || ended_at === null) continue
    const qualities = seen.get(model) ?? new Map<string, number[]>()
    const seconds = (Date.parse(ended_at) - Date.parse(began)) / 1000
    seen.set(model, qualities.set(quality, [...(qualities.get(quality) ?? []), seconds]))
  }
  return toRecord(seen, (qualities) => toRecord(qualities, median))
}

function toRecord<In, Out>(values: Map<string, In>, convert: (value: In) => Out): Record<string, Out> {
  return Object.fromEntries([...values].map(([key, value]) => [key, convert(value)]))
}

/** Of an even number, the lower of the two in the middle. */
function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor((numbers.length - 1) / 2)] ?? 0
}
