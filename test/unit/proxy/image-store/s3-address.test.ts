import { expect, test } from 'vitest'
import { ConfigError } from '#proxy/config.ts'
import { readS3Address } from '#proxy/image-store/s3-address.ts'

test('the address of a bucket says where it is, with sensible silence about the rest', () => {
  expect(readS3Address('s3://team-pictures')).toEqual({
    bucket: 'team-pictures',
    prefix: '',
    endpoint: null,
    region: null,
  })
  expect(readS3Address('s3://team-pictures/frames/hero/?endpoint=http://minio.local:9000&region=eu-central-1')).toEqual(
    {
      bucket: 'team-pictures',
      prefix: 'frames/hero/',
      endpoint: 'http://minio.local:9000',
      region: 'eu-central-1',
    },
  )
})

test.each([
  's3:///folder',
  's3://UPPER_case',
  's3://bucket?endpoint=minio:9000',
  's3://bucket?end-point=http://minio:9000',
  's3://key:secret@bucket',
  's3://bucket/a%20b',
  's3://bucket?region=eu central',
])('%s is refused without being quoted', (text) => {
  expect(() => readS3Address(text)).toThrow(ConfigError)
  expect(() => readS3Address(text)).not.toThrow(text)
})
