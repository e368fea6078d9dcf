import { type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import './print-sheet.css'

/** A paper made of what is on the screen: it stands outside the page, and only it is printed. */
export const PrintSheet = ({
  title,
  onDone,
  children,
}: {
  /** Of the document while it prints: the name a browser gives to a saved PDF. */
  title: string
  onDone: () => void
  children: ReactNode
}) => {
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => {
    const before = document.title
    document.title = title
    const end = () => done.current()
    window.addEventListener('afterprint', end)
    const timer = setTimeout(() => window.print())
    return () => {
      clearTimeout(timer)
      window.removeEventListener('afterprint', end)
      document.title = before
    }
  }, [title])
  return createPortal(<div className="w-print">{children}</div>, document.body)
}
