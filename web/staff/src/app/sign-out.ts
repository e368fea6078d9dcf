import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { signOut } from '#ui/auth.ts'
import { useNotice } from '#ui/notice.tsx'

/** Ends the session and forgets everything that was read with it. */
export const useSignOut = () => {
  const client = useQueryClient()
  const navigate = useNavigate()
  const notice = useNotice()
  return async () => {
    try {
      await signOut()
    } catch (error) {
      return notice.bad(error)
    }
    sessionStorage.clear()
    await navigate({ to: '/sign-in' })
    client.clear()
    // pages that went write down what was typed in them: it is nobody else's
    setTimeout(() => sessionStorage.clear())
  }
}
