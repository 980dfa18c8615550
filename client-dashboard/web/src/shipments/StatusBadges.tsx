import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustomsStatus, TransportStatus } from '../generated/messages';
import { statusClass, type StatusClass } from './filter';

const transportColours: Partial<Record<StatusClass, string>> = {
  'in-transit': 'harbour',
  'at-border': 'harbour',
  'out-for-delivery': 'harbour',
  delivered: 'teal',
  exception: 'orange',
  attempted: 'yellow',
  returning: 'grape',
  returned: 'grape',
};

const customsColours: Partial<Record<CustomsStatus, string>> = {
  released: 'teal',
  'released-with-conditions': 'teal',
  lodged: 'harbour',
  presented: 'harbour',
  selected: 'yellow',
  detained: 'orange',
  seized: 'red',
  excluded: 'red',
  forfeited: 'red',
  destroyed: 'red',
  abandoned: 'grape',
};

/** Where the carrier says that it is. */
export function TransportBadge({ status }: { readonly status: TransportStatus }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" tt="none" title={t(`transport.${status}`)} color={transportColours[statusClass(status)] ?? 'gray'}>
      {t(`transport.${status}`)}
    </Badge>
  );
}

/** Where the law has it. */
export function CustomsBadge({ status }: { readonly status: CustomsStatus }) {
  const { t } = useTranslation();
  if (status === 'none') return <span className="faint">–</span>;
  return (
    <Badge
      variant={status === 'seized' || status === 'forfeited' ? 'filled' : 'light'}
      tt="none"
      title={t(`customs.status.${status}`)}
      color={customsColours[status] ?? 'gray'}
    >
      {t(`customs.status.${status}`)}
    </Badge>
  );
}
