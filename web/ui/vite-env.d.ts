/// <reference types="vite/client" />

declare module 'virtual:texts/*' {
  export const texts: Record<string, string>
}
