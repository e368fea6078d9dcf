import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { ConfigError } from '../config/config.ts'

type Place = { dataDir: string; FILES_S3?: string | undefined }

/** Where uploaded bytes lie: a folder beside the data, or an S3-compatible bucket. Keys are `estate/yyyy/mm/id`. */
export const openStorage = async (place: Place): Promise<Disk> =>
  place.FILES_S3
    ? new Disk(await bucket(place.FILES_S3))
    : new Disk(new FSDriver({ location: pathToFileURL(join(place.dataDir, 'files/')), visibility: 'private' }))

/** `https://key:secret@host/bucket?region=cn-south-1`; only who uses a bucket loads its client. */
const bucket = async (address: string) => {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const name = url?.pathname.replace(/^\/|\/$/g, '')
  if (!url || !name || !url.username || !url.password)
    throw new ConfigError('FILES_S3 must look like https://key:secret@host/bucket?region=…')
  const { S3Driver } = await import('flydrive/drivers/s3')
  return new S3Driver({
    credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
    endpoint: `${url.protocol}//${url.host}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    forcePathStyle: true,
    supportsACL: false,
    bucket: name,
    visibility: 'private',
  })
}

const open = new Map<string, Promise<Disk>>()
export const storageOf = (place: Place): Promise<Disk> => {
  const key = place.FILES_S3 ?? place.dataDir
  const known = open.get(key)
  if (known) return known
  const made = openStorage(place)
  open.set(key, made)
  return made
}
