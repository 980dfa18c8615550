import { useTranslation } from 'react-i18next';
import { useCounters } from '../server/live';
import { formatNumber, formatRate } from '../texts/format';
import { FactsChart } from './FactsChart';

const shown = ['shipments', 'inTransit', 'held', 'seized', 'released', 'violations'] as const;
const alarming: ReadonlySet<string> = new Set(['held', 'seized', 'violations']);

/** Counters over all shipments, and the rate of facts. */
export function CounterStrip() {
  const { t } = useTranslation();
  const counters = useCounters();
  return (
    <section className="counters" aria-label={t('counter.label')}>
      <div className="rate">
        <div className="figure">
          <span className="value" data-counter="factsPerSecond">
            {counters ? formatRate(counters.factsPerSecond) : '–'}
          </span>
          <span className="name">{t('counter.factsPerSecond')}</span>
        </div>
        <FactsChart />
      </div>
      <dl className="totals">
        {shown.map((name) => (
          <div key={name} className={alarming.has(name) && counters && counters.totals[name] > 0 ? 'figure alarming' : 'figure'}>
            <dd className="value" data-counter={name}>
              {counters ? formatNumber(counters.totals[name]) : '–'}
            </dd>
            <dt className="name">{t(`counter.${name}`)}</dt>
          </div>
        ))}
      </dl>
    </section>
  );
}
