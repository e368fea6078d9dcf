import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'

export type RowAct = { key: string; label: string; danger?: boolean; onClick: () => void }

/** What can be done with one line, behind one button. */
export const RowMenu = ({ label, acts }: { label: string; acts: readonly RowAct[] }) =>
  acts.length === 0 ? null : (
    <Dropdown
      trigger={['click']}
      menu={{
        items: acts.map(({ key, label: name, danger = false }) => ({ key, label: name, danger })),
        onClick: ({ key }) => acts.find((act) => act.key === key)?.onClick(),
      }}
    >
      <Button type="text" size="small" icon={<MoreOutlined aria-hidden />} aria-label={label} />
    </Dropdown>
  )
