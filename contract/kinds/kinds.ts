import { complaint } from './complaint.ts'
import { emergency } from './emergency.ts'
import { finding } from './finding.ts'
import { info } from './info.ts'
import { service } from './service.ts'
import { violation } from './violation.ts'

/** Every kind of matter there is; a new room adds its kind here. */
export const KINDS = { service, info, emergency, complaint, finding, violation } as const
export type KindName = keyof typeof KINDS
export const KIND_NAMES = Object.keys(KINDS) as [KindName, ...KindName[]]
