import type { Texts } from './text.ts'

/** The sign-in page and the second factor. */
export const signInTexts = {
  'signIn.title': { zh: '登录', en: 'Sign in' },
  'signIn.motto': {
    zh: '客户的每一句话，都有人接住、跟到底。',
    en: 'Every word of a customer is received and followed to the end.',
  },
  'signIn.username': { zh: '用户名', en: 'User name' },
  'signIn.password': { zh: '密码', en: 'Password' },
  'signIn.submit': { zh: '登录', en: 'Sign in' },
  'signIn.usernameMissing': { zh: '请填写用户名', en: 'Enter your user name' },
  'signIn.passwordMissing': { zh: '请填写密码', en: 'Enter your password' },
  'signIn.wrong': {
    zh: '用户名或密码不对，请核对后再试',
    en: 'User name or password is wrong; please check and try again',
  },
  'signIn.disabled': {
    zh: '该账号已停用，请联系管理员',
    en: 'This account is disabled; please ask your administrator',
  },
  'signIn.capsLock': { zh: '大写锁定已打开', en: 'Caps Lock is on' },
  'signIn.forgot': {
    zh: '忘记密码请联系系统管理员重置。',
    en: 'If you forgot your password, ask the system administrator to reset it.',
  },
  'signIn.expired': {
    zh: '登录已失效，登录后会回到刚才的页面。',
    en: 'You were signed out. After signing in you return to where you were.',
  },

  'signIn.codeTitle': { zh: '输入动态验证码', en: 'Enter your code' },
  'signIn.codeHint': {
    zh: '打开手机上的身份验证器，输入当前的 6 位数字。',
    en: 'Open the authenticator on your phone and enter the current six digits.',
  },
  'signIn.code': { zh: '6 位验证码', en: 'Six-digit code' },
  'signIn.codeWrong': {
    zh: '验证码不对，请输入身份验证器当前显示的数字',
    en: 'Wrong code; enter the digits the authenticator shows now',
  },
  'signIn.codeExpired': { zh: '验证已超时，请重新登录', en: 'This step has expired; please sign in again' },
  'signIn.codeLocked': {
    zh: '错误次数过多，账号暂时锁定，请稍后再试',
    en: 'Too many wrong codes; the account is locked for a while',
  },
  'signIn.trustDevice': { zh: '30 天内在这台设备上不再询问', en: 'Do not ask again on this device for 30 days' },
  'signIn.useBackup': { zh: '手机不在身边？使用备用码', en: 'No phone at hand? Use a backup code' },
  'signIn.useApp': { zh: '改用身份验证器', en: 'Use the authenticator instead' },
  'signIn.backupCode': { zh: '备用码', en: 'Backup code' },
  'signIn.backupWrong': { zh: '备用码不对，或已经用过', en: 'The backup code is wrong or has been used' },
  'signIn.verify': { zh: '验证', en: 'Verify' },
  'signIn.startOver': { zh: '换一个账号登录', en: 'Sign in with another account' },

  'signIn.enrolTitle': { zh: '设置动态验证码', en: 'Set up your second factor' },
  'signIn.enrolWhy': {
    zh: '您的岗位权限较高，登录时除密码外还需要手机上的动态验证码。',
    en: 'Your post holds wide rights, so signing in needs a code from your phone beside the password.',
  },
  'signIn.enrolPassword': { zh: '请先再次输入密码', en: 'First enter your password once more' },
  'signIn.enrolStart': { zh: '开始设置', en: 'Start' },
  'signIn.enrolScan': { zh: '用身份验证器扫描二维码', en: 'Scan this with your authenticator' },
  'signIn.enrolManual': { zh: '无法扫描时，手动添加这串密钥', en: 'If you cannot scan, add this key by hand' },
  'signIn.enrolUri': { zh: '完整地址', en: 'Full address' },
  'signIn.enrolBackup': {
    zh: '备用码：每个只能用一次，请抄下并妥善保管',
    en: 'Backup codes: each works once. Write them down and keep them safe',
  },
  'signIn.enrolCode': { zh: '输入身份验证器显示的 6 位数字完成设置', en: 'Enter the six digits it shows to finish' },
  'signIn.enrolPasswordWrong': { zh: '密码不对，请重新输入', en: 'Wrong password; please enter it again' },
  'signIn.qrLabel': { zh: '身份验证器二维码', en: 'QR code for the authenticator' },

  'signIn.demoTitle': { zh: '演示账号', en: 'Demo accounts' },
  'signIn.demoHint': { zh: '点一下即可填入，再按登录。', en: 'Click one to fill it in, then sign in.' },
  'signIn.demoCode': { zh: '演示验证码 {{code}}', en: 'Demo code {{code}}' },
} as const satisfies Texts
