import { linkCall } from '#contract/calls.ts'
import { call } from '#ui/api.ts'

/** Tells the list of calls what a call was about; nothing to do for a conversation that was no call. */
export const linkCallTo = async (
  estateId: string,
  callId: string | undefined,
  matterId: string | undefined,
): Promise<void> => {
  if (callId && matterId) await call(linkCall, { params: { estateId, id: callId }, body: { matterId } })
}
