import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './seed/demo-accounts.ts'

/** What a person reads who has just typed `npm start`. */
export const printWelcome = (address: string, demo: boolean): void => {
  const lines = ['', `  Wuyou 无忧  ${address.replace('127.0.0.1', 'localhost')}`, '']
  if (demo) {
    lines.push(`  Demo accounts (password ${DEMO_PASSWORD}):`)
    for (const { username, name, role } of DEMO_ACCOUNTS) lines.push(`    ${username.padEnd(14)} ${name}  ${role}`)
    lines.push('')
  }
  console.log(lines.join('\n'))
}
