import { useTranslation } from 'react-i18next';
import type { Party } from '../generated/messages';
import { countryName } from '../texts/format';

/** The parties by role, as far as the officer may see them. */
export function Parties({ parties }: { readonly parties: readonly Party[] }) {
  const { t } = useTranslation();
  if (parties.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="parties">
      <h2 id="parties">{t('shipment.parties')}</h2>
      <ul className="list">
        {parties.map((party, index) => (
          <li key={party.reference ?? index}>
            <span className="faint">{t(`party.${party.role}`)}</span>{' '}
            {party.details ? <strong>{party.details.name ?? party.details.account ?? '–'}</strong> : <span className="faint">{t('party.withheld')}</span>}
            {[party.details?.address, party.country && countryName(party.country), party.details?.email, party.details?.phone]
              .filter((part) => part)
              .map((part) => (
                <div key={part}>{part}</div>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
