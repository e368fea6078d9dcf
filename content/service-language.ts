import type { ServiceLanguage } from '#contract/rules/service-language.ts'

/** A list of words, written in one line so that it can be read and corrected like a sentence. */
const words = (line: string): string[] => line.split(' ')

/** Traditional and polite forms to the one form the patterns are written in. */
const SIMPLIFY = [
  '您你 妳你 規规 門门 領领 導导 標标 準准 這这 麼么 麽么 甚什 誰谁 問问 別别 請请 負负 責责 歸归 沒没 辦办 鄰邻 隣邻 個个',
  '為为 爲为 無无 會会 務务 來来 後后 纔才 飯饭 時时 間间 證证 幫帮 聯联 繫系 係系 轉转 瞭了 預预 約约 給给 電电 話话 嗎吗',
  '條条 則则 範范 釋释 員员 內内 業业 戶户 顧顾 師师 説说 說说 講讲 稱称 應应 認认 寫写 訴诉 復复 複复 覆复 對对 與与 絕绝',
  '暫暂 週周 點点 號号 鐘钟 們们 訂订 試试 許许 專专 處处 該该 辭辞 撥拨 現现 況况 單单 議议 須须 飾饰 記记 錄录 強强 決决',
].join(' ')

/**
 * Phrases not to say to a customer (knowledge.md section 8). All words are in simplified characters with 你 for 您;
 * whoever adds a word with a character that has a traditional form adds that form to the table above.
 */
export const serviceLanguage: ServiceLanguage = {
  phrases: [
    { id: 'P1', groups: [words('公司 部门 领导'), words('规定')], suppressible: false, unlessLawNamed: true },
    { id: 'P2', groups: [words('收费 标准'), words('就是 就这么 这么多')], suppressible: false },
    { id: 'P3', groups: [words('你叫什么 你有什么事 你找谁什么事')], suppressible: false },
    { id: 'P4', groups: [words('这你都不 你不了解 你不懂 你不知道')], suppressible: false },
    {
      id: 'P5',
      groups: [words('不清楚 不知道 不了解'), words('问别人 找别人 去问 问一下别 请问别')],
      suppressible: true,
    },
    { id: 'P6', groups: [words('负责 归 不是我们'), words('没办法 没有办法 管不了 不归我们')], suppressible: true },
    { id: 'P7', groups: [words('政府 邻居 个人行为 别人家'), words('没办法 没有办法 管不了')], suppressible: false },
    { id: 'P8', groups: [words('不能 没法 无法 做不了 不会做 不提供'), words('服务 提供')], suppressible: true },
    { id: 'P9', groups: [words('不在'), words('改日 改天 下次 再来')], suppressible: true },
    { id: 'P10', groups: [words('明天 后天 改天'), words('才能 再来')], suppressible: true },
    { id: 'P11', groups: [words('下班 吃饭 休息时间 午休'), words('再来 明天 上班后')], suppressible: true },
    { id: 'P12', groups: [words('押金 保证金'), words('退完 改日 再来 没有了')], suppressible: true },
  ],
  nextSteps: [
    ...words('我帮你 帮你联系 帮你转 帮你了解 帮你预约 给你一个电话 帮你打 预约 哪天方便 给你送'),
    ...words('稍等 可以吗 好吗 行吗'),
  ],
  neverInside: ['P6'],
  law: {
    endings: words('法 法典 条例 办法 规定 细则 规范 标准 解释'),
    notWith: words('公司 部门 领导 员工 内部 我司 中心'),
  },
  simplify: Object.fromEntries(words(SIMPLIFY).map((pair) => [pair.charAt(0), pair.charAt(1)])),
  speech: {
    verbs: words('说 问 讲 表示 反映 提出 提到 认为 写道 留言 投诉 抱怨 喊 称 告诉'),
    answers: words('回答 答复 回复 解释'),
    customers: words('客户 业主 住户 顾客 租户 商户 对方 来电人 先生 女士 他 她'),
    staff: words('我 前台 客服 管家 同事 工作人员 师傅 保安 收费员'),
    towards: words('跟 对 向 给 和 与 同'),
  },
  refusals: words('不能 无法 没法 没办法 没有办法 不行 不可以 不允许 做不了 办不了 不提供 拒绝'),
  times: words('今天 明天 后天 上午 下午 晚上 工作日 本周 下周 马上 立即 稍后'),
  referrals: words('电话 联系 专业公司 转给 转到'),
}
