import * as contract from '#contract/complaint-how-to.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { howToComplain } from './how-to-complain.ts'

export const howToRoutes: readonly Served[] = [
  serve(contract.getHowToComplain, ({ tx, params }) => howToComplain(tx, params.estateId)),
]
