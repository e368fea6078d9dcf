import { open } from 'node:fs/promises'

/** Makes the names in a folder survive a crash of the machine. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle
    .sync()
    .catch(() => undefined) // some file systems cannot, and then need not
    .finally(() => handle.close())
}
