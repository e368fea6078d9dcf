import type { ContactType } from '#contract/channels.ts'
import type { Line } from '#contract/permissions.ts'

/** A list of words, written in one line so that it can be read and corrected like a sentence. */
const words = (line: string): string[] => line.split(' ')

/**
 * Words by which the desk guesses what a customer wants and whose work it is. A guess is only ever offered, with the
 * words it came from; whoever misses a word adds it here.
 */
export const wordHints: {
  /** One of these and the desk is reminded to send somebody first and fill the form after (FD 5.3). */
  readonly emergency: readonly string[]
  readonly types: Readonly<Partial<Record<ContactType, readonly string[]>>>
  readonly lines: Readonly<Partial<Record<Line, readonly string[]>>>
} = {
  emergency: [
    ...words(
      '着火 起火 火灾 冒烟 浓烟 烧焦味 爆炸 燃气味 煤气味 燃气泄漏 煤气泄漏 触电 漏电 困电梯 被困 困人 困在 爆管',
    ),
    ...words('水管爆裂 水漫 坠落 坠楼 跳楼 晕倒 昏迷 受伤 流血 打架 持刀 抢劫 入室 小偷 救命'),
    ...words('fire smoke explosion electrocuted trapped flooding unconscious bleeding burglar'),
  ],
  types: {
    complaint: words(
      '投诉 举报 不满 太差 态度差 没人管 骗人 赔偿 赔钱 要个说法 扰民 太吵 噪音 complain complaint noise',
    ),
    service: [
      ...words(
        '漏水 渗水 滴水 堵塞 堵了 不通 跳闸 停电 没电 没水 不亮 坏了 损坏 打不开 关不上 松动 脱落 维修 报修 修一下',
      ),
      ...words('上门 更换 疏通 安装 保洁 家政 打扫 清洗 leak leaking broken repair blocked cleaning'),
    ],
    enquiry: words('请问 咨询 多少钱 怎么收费 怎么办理 几点 什么时候 在哪 电话多少 需要带 可以办 how when where price'),
    suggestion: words('建议 希望能 能不能增加 最好能 提议 suggest suggestion'),
    praise: words('表扬 感谢 谢谢你们 锦旗 热心 辛苦了 点赞 praise thank'),
  },
  lines: {
    repair: [
      ...words(
        '漏水 渗水 滴水 水管 水龙头 马桶 下水 管道 堵塞 堵了 疏通 没水 水压 没电 电路 跳闸 插座 灯 停电 门禁 对讲 电梯',
      ),
      ...words('空调 门锁 窗户 外墙 墙面 墙皮 瓷砖 防水 闸机 充电桩 leak pipe tap water power light lift door window'),
    ],
    housekeeping: words('家政 钟点 打扫 做饭 擦窗 擦玻璃 洗地毯 保姆 housekeeping'),
    cleaning: words('垃圾 卫生 保洁 清扫 楼道脏 异味 臭味 污水 蟑螂 老鼠 消杀 rubbish dirty smell'),
    greening: words('绿化 大树 树枝 树木 草坪 花坛 花草 修剪 落叶 浇水 tree lawn'),
    security: [
      ...words(
        '保安 门岗 陌生人 车位 停车 堵车道 乱停 放行 巡逻 监控 丢失 被偷 吵架 打架 噪音 太吵 扰民 高空抛物 遛狗 狗叫',
      ),
      ...words('电动车 飞线 着火 起火 冒烟 小偷 parking guard stranger dog fire'),
    ],
    finance: words('物业费 管理费 水费 电费 停车费 发票 收据 缴费 扣款 退款 押金 fee invoice refund'),
    customerService: words('入住 装修 过户 开门卡 门卡 月卡 搬家 访客 快递 活动 renovation card'),
  },
}
