import { createServer, type Server } from 'node:http'
import { expect, test } from 'vitest'
import { openStorage } from './storage.ts'

const listen = (server: Server) =>
  new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    }),
  )

test('a bucket is written by the S3 protocol: signed, by path, with the bytes as they are', async () => {
  const seen: { method: string; url: string; signed: boolean; body: string }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      seen.push({
        method: request.method ?? '',
        url: request.url ?? '',
        signed: (request.headers.authorization ?? '').startsWith('AWS4-HMAC-SHA256 Credential=someone/'),
        body: Buffer.concat(chunks).toString(),
      })
      response.writeHead(200, { etag: '"x"' }).end()
    })
  })
  const port = await listen(server)
  try {
    const disk = await openStorage({
      dataDir: '/nowhere',
      FILES_S3: `http://someone:secret@127.0.0.1:${port}/papers?region=cn-south-1`,
    })
    await disk.put('estate/2026/11/one', '漏水照片')
    const put = seen.find((s) => s.method === 'PUT')
    expect(put?.url).toContain('/papers/estate/2026/11/one')
    expect(put?.signed).toBe(true)
    expect(put?.body).toContain('漏水照片')
  } finally {
    server.close()
  }
})

test('an address of a bucket without its keys is refused with the form it should have', async () => {
  await expect(openStorage({ dataDir: '/nowhere', FILES_S3: 'https://host/bucket' })).rejects.toThrow(/key:secret@host/)
})
