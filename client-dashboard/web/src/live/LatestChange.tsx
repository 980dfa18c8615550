import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLatestChange } from '../server/live';
import { ShipmentLink } from '../shipments/ShipmentLink';
import { formatTime } from '../texts/format';
import { headlineText } from '../texts/headlines';

/** The notable change that came last, in one line. */
export function LatestChange() {
  const { t } = useTranslation();
  const change = useLatestChange();
  if (!change) return null;
  return (
    <Text size="sm" className="latest" key={change.position}>
      <span className="faint">{t('hold.latest')}</span> <strong>{headlineText(t, change.headline)}</strong>{' '}
      <ShipmentLink carrier={change.row.carrier} number={change.row.number} /> <span className="faint">{formatTime(change.at)}</span>
    </Text>
  );
}
