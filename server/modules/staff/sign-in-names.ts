/** The names under which the sign-in library knows a person; the same that `signInRows` writes. */
export const signInNames = (person: { username: string; name: string }) => ({
  name: person.name,
  email: `${person.username.toLowerCase()}@staff.invalid`,
  username: person.username.toLowerCase(),
  displayUsername: person.username,
})
