import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShipmentView } from '../generated/messages';
import { formatTime } from '../texts/format';

/** What an officer must not overlook: moves under hold, and what does not fit. */
export function Doubts({ view }: { readonly view: ShipmentView }) {
  const { t } = useTranslation();
  return (
    <>
      {view.violations.length > 0 && (
        <Alert color="red" variant="light" title={t('violation.label')} className="doubt">
          <ul>
            {view.violations.map((violation) => (
              <li key={`${violation.hold} ${violation.fact}`}>
                {t('violation.moved', {
                  moved: formatTime(violation.movedAt),
                  held: formatTime(violation.heldSince),
                  known: formatTime(violation.knownSince),
                })}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {view.discrepancies.length > 0 && (
        <Alert color="yellow" variant="light" title={t('discrepancy.label')} className="doubt">
          <ul>
            {view.discrepancies.map((discrepancy) => (
              <li key={`${discrepancy.kind} ${discrepancy.fact}`} className={discrepancy.closedBy === null ? '' : 'faint'}>
                {t(`discrepancy.kind.${discrepancy.kind}`)} <span className="faint">{formatTime(discrepancy.at)}</span>
                {discrepancy.closedBy !== null && discrepancy.closedAt !== null && (
                  <span className="faint">
                    {' '}
                    {t('discrepancy.closed', { by: discrepancy.closedBy, at: formatTime(discrepancy.closedAt), reason: discrepancy.closedFor })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}
