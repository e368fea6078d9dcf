/** The moment by the phone's own clock, as an instant; the server is told it as such and reckons the difference. */
export const nowInstant = (): string => new Date().toISOString()
