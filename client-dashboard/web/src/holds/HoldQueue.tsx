import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../shell/ErrorPanel';
import { Loading } from '../shell/Loading';
import { formatNumber } from '../texts/format';
import { HoldTable } from './HoldTable';
import { useHolds } from './useHolds';

/** The hold queue: in a box of its own beside other things, or as the whole screen. */
export function HoldQueue({ whole = false }: { readonly whole?: boolean }) {
  const { t } = useTranslation();
  const { rows, total, more, loading, error, again } = useHolds();
  return (
    <section className="panel" aria-labelledby="hold-queue">
      <h2 id="hold-queue">
        {t('hold.queue')} <span className="count" data-holds={total}>{formatNumber(total)} {t('hold.open')}</span>
      </h2>
      {error ? (
        <ErrorPanel error={error} reset={() => void again()} />
      ) : loading ? (
        <Loading />
      ) : (
        <HoldTable rows={rows} scroll={whole ? 'page' : 'box'} onEnd={more} />
      )}
    </section>
  );
}
