import { useTranslation } from 'react-i18next';
import type { CaseView, DeadlineView } from '../generated/messages';
import { formatTime } from '../texts/format';

const states = ['expected', 'running', 'extended', 'warned', 'due', 'breached', 'met', 'stopped'] as const;
type State = (typeof states)[number];
const isState = (word: string): word is State => (states as readonly string[]).includes(word);

/** The legal deadlines of a shipment's holds, the one that ends next first, and what may be done about each hold now. */
export function Deadlines({ cases }: { readonly cases: readonly CaseView[] }) {
  const { t } = useTranslation();
  const withClocks = cases.filter((view) => view.deadlines.length > 0);
  if (withClocks.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="deadlines">
      <h2 id="deadlines">{t('deadline.title')}</h2>
      {withClocks.map((view) => (
        <CaseDeadlines key={`${view.authority}/${view.hold}`} view={view} />
      ))}
      <p className="faint">{t('deadline.notLegalAdvice')}</p>
    </section>
  );
}

function CaseDeadlines({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        <strong>{t('deadline.case', { hold: view.hold, authority: view.authority, stage: view.stage.replaceAll('-', ' ') })}</strong>
      </p>
      <div className="scroll">
        <table className="plain">
          <thead>
            <tr>
              <th>{t('deadline.what')}</th>
              <th>{t('deadline.stateLabel')}</th>
              <th>{t('deadline.lastDay')}</th>
              <th>{t('deadline.effect')}</th>
              <th>{t('deadline.source')}</th>
            </tr>
          </thead>
          <tbody>
            {view.deadlines.map((deadline) => (
              <Row key={deadline.clock} deadline={deadline} />
            ))}
          </tbody>
        </table>
      </div>
      {view.options.length > 0 && (
        <p>
          <span className="faint">{t('deadline.possible')}:</span> {[...new Set(view.options.map((option) => `${option.words} (${option.who})`))].join(', ')}
        </p>
      )}
    </>
  );
}

function Row({ deadline }: { readonly deadline: DeadlineView }) {
  const { t } = useTranslation();
  const open = deadline.state !== 'met' && deadline.state !== 'stopped';
  return (
    <tr data-clock={deadline.clock} className={open ? '' : 'faint'}>
      <td>
        {deadline.title}
        <br />
        <span className="faint">{t('deadline.turn', { turn: deadline.turn })}</span>
      </td>
      <td>{isState(deadline.state) ? t(`deadline.state.${deadline.state}`) : deadline.state}</td>
      <td>
        <span className="mono">{deadline.lastDay}</span>
        <br />
        <span className="faint">
          {deadline.zone}; {t('deadline.endsAt', { time: formatTime(deadline.endsAt) })}
        </span>
      </td>
      <td>{deadline.isProposed ? <strong>{t('deadline.proposed', { effect: deadline.effect, day: deadline.effectDay })}</strong> : deadline.effect}</td>
      <td title={deadline.reasons.join(' ')}>
        {deadline.citation}
        <br />
        <span className="faint">{deadline.known}</span>
      </td>
    </tr>
  );
}
