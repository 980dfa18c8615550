import { useTranslation } from 'react-i18next';
import type { CustomsView } from '../generated/messages';
import { countryName, formatTime } from '../texts/format';
import { CustomsBadge } from './StatusBadges';

/** The customs status by territory and procedure. */
export function CustomsTable({ customs }: { readonly customs: readonly CustomsView[] }) {
  const { t } = useTranslation();
  if (customs.length === 0) return <p className="empty">{t('customs.silent')}</p>;
  return (
    <div className="scroll">
      <table className="plain">
        <thead>
          <tr>
            <th>{t('customs.territory')}</th>
            <th>{t('customs.procedureLabel')}</th>
            <th>{t('customs.statusLabel')}</th>
            <th>{t('customs.since')}</th>
          </tr>
        </thead>
        <tbody>
          {customs.map((view) => (
            <tr key={`${view.territory} ${view.procedure}`}>
              <td>{countryName(view.territory)}</td>
              <td>{t(`customs.procedure.${view.procedure}`)}</td>
              <td>
                <CustomsBadge status={view.status} />{' '}
                {view.piecesReleased !== null && <span className="faint">{t('customs.piecesReleased', { count: view.piecesReleased })}</span>}
              </td>
              <td>{formatTime(view.since)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
