import { createContext, type RefObject } from 'react'

/** How many files of a form are still on their way; the form is not sent without them. Null outside a form. */
export const UnderWay = createContext<RefObject<number> | null>(null)
