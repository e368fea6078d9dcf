import { CheckOutlined, CommentOutlined, ExclamationOutlined, PhoneOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { ApiError } from '#ui/api-error.ts'
import { Chart } from '#ui/chart/chart.tsx'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { Instant } from '#ui/instant.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { MaskedText } from '#ui/masked-text.tsx'
import { Money } from '#ui/money.tsx'
import { useNotice } from '#ui/notice.tsx'
import { TONES } from '#ui/palette.ts'
import { PersonChip } from '#ui/person-chip.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState, ErrorState, LoadingState, NoPermission } from '#ui/states.tsx'
import { TimeLeft } from '#ui/time-left.tsx'
import { Timeline } from '#ui/timeline.tsx'
import styles from './kitchen.module.css'
import { Section } from './section.tsx'

const MINUTE_MS = 60_000
const WORDS = {
  neutral: '待受理',
  waiting: '待答复',
  active: '处理中',
  good: '已验收',
  late: '已超时',
  ended: '已关闭',
}
const FAULT = new ApiError({ code: 'E_INTERNAL', status: 500, requestId: '0193a0b0-7c00-7000-8000-000000000001' })
const BARS = {
  kind: 'stacked',
  labels: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  series: [
    { id: 'repair', name: '维修', values: [12, 9, 14, 8, 11, 17, 15] },
    { id: 'complaint', name: '投诉', values: [2, 3, 1, 4, 2, 5, 3] },
    { id: 'enquiry', name: '咨询', values: [8, 7, 9, 10, 6, 12, 11] },
  ],
  unit: '件',
} as const
const LINE = {
  kind: 'line',
  labels: ['6月', '7月', '8月', '9月', '10月', '11月'],
  series: [{ id: 'rate', name: '按时率', values: [88, 91, 90, null, 94, 96] }],
  unit: '%',
  goal: { value: 95, name: '目标 95%' },
} as const

export const SmallSamples = ({ nowMs }: { nowMs: number }) => {
  const notice = useNotice()
  const at = (minutes: number) => new Date(nowMs + minutes * MINUTE_MS).toISOString()
  return (
    <>
      <Section title="StateTag · TimeLeft">
        <div className={styles.row}>
          {TONES.map((tone) => (
            <StateTag key={tone} tone={tone}>
              {WORDS[tone]}
            </StateTag>
          ))}
          <TimeLeft dueAt={at(130)} startedAt={at(-30)} />
          <TimeLeft dueAt={at(20)} startedAt={at(-160)} />
          <TimeLeft dueAt={at(-35)} />
          <TimeLeft dueAt={at(3000)} />
          <TimeLeft dueAt={at(10)} state="paused" />
          <TimeLeft dueAt={at(10)} state="met" endedAt={at(-10)} />
        </div>
      </Section>
      <Section title="Instant · Money · MaskedText · PersonChip · Kbd">
        <div className={styles.row}>
          <Instant at={at(-4)} />
          <Instant at={at(-1500)} />
          <Instant at={at(90)} show="both" />
          <Instant at={at(-90000)} show="absolute" />
          <Money fen={128_050} />
          <MaskedText masked="138****6021" onUnmask={() => Promise.resolve('13800006021')} />
          <PersonChip name="林晓梅" note="前台客服" />
          <PersonChip name="Peter" />
          <Kbd keys="mod+k" />
          <Kbd keys="g d" />
        </div>
      </Section>
      <Section title="Button · ConfirmButton · Notice">
        <div className={styles.row}>
          <Button type="primary">登记</Button>
          <Button>派单</Button>
          <Button type="text">更多</Button>
          <Button type="link">查看客户</Button>
          <Button danger>作废</Button>
          <Button type="primary" danger>
            确认作废
          </Button>
          <Button disabled>不可用</Button>
          <ConfirmButton
            danger
            question="作废这张工单？"
            hint="作废后不能恢复。"
            onConfirm={() => notice.good('已作废')}
          >
            作废工单
          </ConfirmButton>
          <Button onClick={() => notice.good('已保存')}>good</Button>
          <Button onClick={() => notice.bad(FAULT)}>bad</Button>
          <Button onClick={() => notice.warn(['W_LATE_REPORT'])}>warn</Button>
        </div>
      </Section>
      <Section title="EmptyState · ErrorState · NoPermission · LoadingState">
        <div className={styles.columns}>
          <EmptyState compact title="今天没有未关闭的事项" hint="新的事项登记后会出现在这里。" />
          <ErrorState compact error={FAULT} onRetry={() => notice.good('…')} />
          <NoPermission compact />
          <LoadingState rows={4} />
        </div>
      </Section>
      <div className={styles.columns}>
        <Section title="Timeline">
          <Timeline
            items={[
              {
                id: '4',
                at: at(-3),
                icon: <CheckOutlined aria-hidden />,
                tone: 'good',
                title: '验收通过',
                who: '林晓梅 · 前台客服',
              },
              {
                id: '3',
                at: at(-40),
                icon: <PhoneOutlined aria-hidden />,
                tone: 'active',
                title: '致电客户',
                who: '林晓梅 · 前台客服',
                text: '告知王女士技术员今天 15:00 上门，客户同意。',
              },
              {
                id: '2',
                at: at(-95),
                icon: <ExclamationOutlined aria-hidden />,
                tone: 'late',
                title: '答复超时 5分',
                who: '系统',
              },
              {
                id: '1',
                at: at(-130),
                icon: <CommentOutlined aria-hidden />,
                title: '登记报修',
                who: '林晓梅 · 前台客服',
                text: '厨房水龙头漏水，已关总阀。',
              },
            ]}
          />
        </Section>
        <Section title="Chart">
          <Chart data={BARS} description="本周每天登记的事项" onClickDatum={({ label }) => notice.good(label)} />
          <Chart data={LINE} description="近六个月答复按时率" height={180} />
        </Section>
      </div>
    </>
  )
}
