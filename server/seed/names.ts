import type { Random } from './random.ts'

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤',
] as const
const DOUBLE = ['欧阳', '司徒', '上官', '诸葛', '慕容'] as const
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志辉文斌鑫宇浩然子涵欣怡梓轩雨桐晨曦佳琪思远博文诗涵俊熙嘉诚雅婷晓东海燕春梅国庆永康淑珍德明家豪婉清',
] as const
const COMPANIES = [
  '鲜果多水果店',
  '阿珍发廊',
  '百姓大药房',
  '老李五金店',
  '翠湖便利店',
  '蜀香小面馆',
  '小脚丫托育中心',
  '优洁干洗店',
  '聚福楼餐饮有限公司',
  '康桥口腔门诊部',
  '瑜悦健身工作室',
  '佳音琴行',
] as const

/** A believable Chinese name; one in eighty with a double surname, one in three with a single given name. */
export const personName = (random: Random): string => {
  const surname = random.chance(0.012) ? random.pick(DOUBLE) : random.pick(SURNAMES)
  const given = random.chance(0.33) ? random.pick(GIVEN) : random.pick(GIVEN) + random.pick(GIVEN)
  return surname + given
}

export const surnameOf = (name: string): string => DOUBLE.find((d) => name.startsWith(d)) ?? name.slice(0, 1)
export const shopName = (n: number): string => COMPANIES[n % COMPANIES.length] ?? COMPANIES[0]

/** Numbers of a block that no operator gives out to people: 199 0000 0000 and after. */
export const phoneNumber = (n: number): string => `199${String(n * 7 + 1_000).padStart(8, '0')}`

export const plateNumber = (random: Random): string => {
  const tail = Array.from({ length: 5 }, () => random.pick([...'0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'])).join('')
  return random.chance(0.3) ? `粤B${random.pick(['D', 'F'])}${String(random.whole(10_000, 99_999))}` : `粤B${tail}`
}
