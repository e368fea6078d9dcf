import { service } from '#contract/kinds/service.ts'
import { declareMatterKind } from '#modules/matters/index.ts'
import { serviceMoves } from './service.moves.ts'

export const declareServiceKind = (): void => declareMatterKind(service, serviceMoves, { clocks: () => [{ name: 'service.ask' }] })
