import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sellerQuery } from '../server/queries';
import { Problem } from '../server/http';
import { ShipmentList } from '../shipments/ShipmentList';
import { ErrorPanel } from '../shell/ErrorPanel';
import { Loading } from '../shell/Loading';
import { SellerOrders } from './SellerOrders';
import { formatNumber, formatTime } from '../texts/format';

const shown = ['shipments', 'announced', 'inTransit', 'held', 'seized', 'released', 'delivered', 'cancelled', 'discrepant', 'violations'] as const;
const alarming: ReadonlySet<string> = new Set(['held', 'seized', 'violations']);

/** A seller: his counts and his shipments. */
export function SellerPage() {
  const { t } = useTranslation();
  const { marketplace, account } = useParams({ from: '/sellers/$marketplace/$account' });
  const filter = useSearch({ from: '/sellers/$marketplace/$account' });
  const navigate = useNavigate({ from: '/sellers/$marketplace/$account' });
  const { data: seller, error, isPending, refetch } = useQuery(sellerQuery(marketplace, account));

  if (isPending) return <Loading />;
  if (error && !seller) {
    const unknown = error instanceof Problem && error.status === 404;
    return <ErrorPanel error={unknown ? new Problem(404, t('seller.notFound'), `${marketplace}/${account}`) : error} reset={() => void refetch()} />;
  }
  return (
    <>
      <section className="panel" aria-labelledby="seller">
        <h1 id="seller">
          <span className="faint">{t('seller.one')}</span> {marketplace}/<wbr />
          {account}
        </h1>
        {seller.firstSeen && <p className="faint">{t('seller.firstSeen', { time: formatTime(seller.firstSeen) })}</p>}
        <dl className="totals">
          {shown.map((name) => (
            <div key={name} className={alarming.has(name) && seller.counts[name] > 0 ? 'figure alarming' : 'figure'}>
              <dd className="value" data-count={name}>
                {formatNumber(seller.counts[name])}
              </dd>
              <dt className="name">{t(`counter.${name}`)}</dt>
            </div>
          ))}
        </dl>
      </section>
      <SellerOrders orders={seller.orders} />
      <ShipmentList
        title={t('seller.shipments')}
        filter={filter}
        fixed={{ seller: `${marketplace}/${account}` }}
        onFilter={(next) => void navigate({ search: next, replace: true })}
      />
    </>
  );
}
