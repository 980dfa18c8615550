import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../server/live';

const colours = { connecting: 'gray', live: 'teal', reconnecting: 'orange', behind: 'orange' } as const;

/** Says plainly whether what is shown is live. */
export function ConnectionBadge() {
  const { t } = useTranslation();
  const connection = useConnection();
  const words =
    connection.kind === 'behind'
      ? t('connection.behind', { seconds: connection.seconds })
      : connection.kind === 'reconnecting' && connection.seconds > 0
        ? t('connection.reconnectingFor', { seconds: connection.seconds })
        : t(`connection.${connection.kind}`);
  return (
    <>
      <Badge
        data-connection={connection.kind}
        color={colours[connection.kind]}
        variant={connection.kind === 'live' ? 'light' : 'filled'}
        autoContrast
        tt="none"
        size="lg"
        className="connection"
      >
        <span className="dot" aria-hidden />
        {words}
      </Badge>
      {/* Only the kind is announced: seconds that count up would never let a screen reader rest. */}
      <span className="unseen" role="status" aria-label={t('connection.label')}>
        {connection.kind === 'behind' ? t('connection.isBehind') : t(`connection.${connection.kind}`)}
      </span>
    </>
  );
}
