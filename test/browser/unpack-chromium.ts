import chromium from '@sparticuz/chromium'

// Unpacks into the temporary folder that the environment names; see chromium.ts.
await chromium.executablePath()
