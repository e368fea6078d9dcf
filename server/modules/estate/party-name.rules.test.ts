import { expect, test } from 'vitest'
import { isCompanyName, splitNames } from './party-name.rules.ts'

test.each([
  ['周刚浩、黄强涛', ['周刚浩', '黄强涛']],
  ['张三/李四', ['张三', '李四']],
  ['张三，李四', ['张三', '李四']],
  ['张三&李四', ['张三', '李四']],
  ['张三\n李四', ['张三', '李四']],
  ['张三 李四', ['张三', '李四']],
  ['王　明', ['王明']],
  ['欧阳 娜娜', ['欧阳娜娜']],
  ['张三和李四', ['张三', '李四']],
  ['李和平', ['李和平']],
  ['张和平', ['张和平']],
  ['张三、李四夫妻', ['张三', '李四']],
  ['张三（夫）李四（妻）', ['张三', '李四']],
  ['张三(已故)', ['张三']],
  ['张三(50%)、李四(50%)', ['张三', '李四']],
  ['张三等3人', ['张三']],
  ['张三、张三', ['张三']],
  ['John Smith', ['John Smith']],
  ['John Smith / Mary Smith', ['John Smith', 'Mary Smith']],
  ['ABC Co., Ltd', ['ABC Co., Ltd']],
  ['深圳(福田)物业有限公司', ['深圳(福田)物业有限公司']],
  ['深圳市某某贸易有限公司、张三', ['深圳市某某贸易有限公司', '张三']],
  ['阿卜杜拉·买买提', ['阿卜杜拉·买买提']],
  ['𠮷田㼆、😀李', ['𠮷田㼆', '😀李']],
  ['<script>alert(1)</script>', ['<script>alert(1)</script>']],
  ['无', []],
])('names: %j', (text, names) => {
  expect(splitNames(text)).toEqual(names)
})

test.each([
  ['深圳市某某贸易有限公司', true],
  ['吴艳军餐饮店', true],
  ['红星幼儿园', true],
  ['某某律师事务所', true],
  ['阳光合作社', true],
  ['中国银行深圳分行', true],
  ['Sunshine Trading Ltd.', true],
  ['张小店', false],
  ['欧阳景行', false],
  ['周珍建', false],
  ['John Smith', false],
])('names: %s is a company: %s', (name, expected) => {
  expect(isCompanyName(name)).toBe(expected)
})
