import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShipmentView } from '../generated/messages';
import { Deadlines } from '../holds/Deadlines';
import { HoldList } from '../holds/HoldList';
import { SellerLink } from '../sellers/SellerLink';
import { Problem } from '../server/http';
import { useWatch } from '../server/live';
import { keyOf } from '../server/merge';
import { shipmentQuery } from '../server/queries';
import { ErrorPanel } from '../shell/ErrorPanel';
import { Loading } from '../shell/Loading';
import { formatTime } from '../texts/format';
import { CustomsTable } from './CustomsTable';
import { Doubts } from './Doubts';
import { GoodsTable } from './GoodsTable';
import { Parties } from './Parties';
import { Pieces } from './Pieces';
import { TransportBadge } from './StatusBadges';
import { Timeline } from './Timeline';

const RouteMap = lazy(() => import('../places/RouteMap'));

/** One shipment: everything known, up to date while it is open. */
export function ShipmentPage() {
  const { t } = useTranslation();
  const { carrier, _splat: number = '' } = useParams({ from: '/shipments/$carrier/$' });
  const { data: view, error, isPending, refetch } = useQuery(shipmentQuery(carrier, number));
  useWatch([view ? keyOf(view) : `${carrier}/${number}`]);

  if (isPending) return <Loading />;
  if (error && !view) {
    const unknown = error instanceof Problem && error.status === 404;
    return <ErrorPanel error={unknown ? new Problem(404, t('shipment.notFound'), `${carrier} ${number}`) : error} reset={() => void refetch()} />;
  }
  return (
    <article className="shipment" data-version={view.version}>
      <Head view={view} />
      <div className="columns">
        <div>
          <Doubts view={view} />
          <section className="panel" aria-labelledby="holds">
            <h2 id="holds">{t('shipment.holds')}</h2>
            <HoldList holds={view.holds} empty={t('hold.noneEver')} />
          </section>
          {view.requests.length > 0 && (
            <section className="panel" aria-labelledby="requests">
              <h2 id="requests">{t('shipment.requests')}</h2>
              <HoldList holds={view.requests} empty="" />
            </section>
          )}
          <Deadlines cases={view.cases} />
          <section className="panel" aria-labelledby="customs">
            <h2 id="customs">{t('shipment.customs')}</h2>
            <CustomsTable customs={view.customs} />
          </section>
          <Timeline bill={view.number} entries={view.timeline} />
        </div>
        <div>
          <section className="panel map" aria-label={t('shipment.route')}>
            <Suspense fallback={<Loading />}>
              <RouteMap origin={view.origin?.country} destination={view.destination?.country} place={view.lastPlace?.country} />
            </Suspense>
          </section>
          <Pieces view={view} />
          <Parties parties={view.parties} />
          <GoodsTable goods={view.goods} />
        </div>
      </div>
    </article>
  );
}

function Head({ view }: { readonly view: ShipmentView }) {
  const { t } = useTranslation();
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t('shipment.seller'), <SellerLink seller={view.seller} />],
    [t('shipment.order'), view.order],
    [t('shipment.place'), placeText(view.lastPlace)],
    [t('shipment.from'), placeText(view.origin)],
    [t('shipment.to'), placeText(view.destination)],
    [t('shipment.portOfEntry'), view.portOfEntry],
  ];
  return (
    <section className="panel" aria-labelledby="shipment">
      <h1 id="shipment">
        <span className="carrier">{view.carrier}</span> <span className="mono">{view.number}</span>
      </h1>
      <p className="state">
        <TransportBadge status={view.status} />
        {view.statusSince && <span className="faint">{t('shipment.statusSince', { time: formatTime(view.statusSince) })}</span>}
        {view.askedAs !== null && <span>{t('shipment.askedAs', { piece: view.askedAs })}</span>}
        {view.life > 1 && <span>{t('shipment.life', { life: view.life })}</span>}
      </p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? <span className="faint">–</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const placeText = (place: ShipmentView['origin']): string | null =>
  place && (place.locode ?? (place.postalCode === null ? place.country : `${place.country} ${place.postalCode}`));
