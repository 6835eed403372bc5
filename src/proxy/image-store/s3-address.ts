import { z } from 'zod'
import { ConfigError } from '../config.ts'

/** A bucket, and where it is. */
export interface S3Address {
  bucket: string
  /** What the name of every object begins with; empty, or ending in `/`. */
  prefix: string
  /** Address of a server that speaks S3; null for Amazon’s. */
  endpoint: string | null
  /** Null leaves it to AWS_REGION and the like. */
  region: string | null
}

const addressSchema = z.object({
  protocol: z.literal('s3:'),
  bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
  prefix: z.string().regex(/^([\w.-]+\/)*$/),
  endpoint: z.url({ protocol: /^https?$/ }).nullable(),
  region: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .nullable(),
  others: z.array(z.string()).length(0),
})

/**
 * Reads `s3://bucket/folder?endpoint=https://…&region=…`; all but the bucket may be left out.
 * @throws ConfigError without quoting the address
 */
export function readS3Address(text: string): S3Address {
  const parsed = addressSchema.safeParse(URL.canParse(text) ? partsOf(new URL(text)) : {})
  if (parsed.success) {
    const { bucket, prefix, endpoint, region } = parsed.data
    return { bucket, prefix, endpoint, region }
  }
  throw new ConfigError(
    'The setting IMAGE_STORE cannot be used: it must be like s3://bucket/folder?endpoint=https://s3.example.com&region=eu-central-1 (folder, endpoint and region may be left out).',
  )
}

function partsOf({ protocol, host, pathname, searchParams, username, hash }: URL) {
  const folder = pathname.replace(/^\/+|\/+$/g, '')
  return {
    protocol,
    bucket: host,
    prefix: folder === '' ? '' : `${folder}/`,
    endpoint: searchParams.get('endpoint'),
    region: searchParams.get('region'),
    others: [...searchParams.keys(), username, hash].filter((one) => !['endpoint', 'region', ''].includes(one)),
  }
}
