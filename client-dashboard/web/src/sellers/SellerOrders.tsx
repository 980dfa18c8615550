import { useTranslation } from 'react-i18next';
import type { SellerOrder } from '../generated/messages';
import { formatTime } from '../texts/format';

/** The standing orders on a seller, latest first. */
export function SellerOrders({ orders }: { readonly orders: readonly SellerOrder[] }) {
  const { t } = useTranslation();
  if (orders.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="orders">
      <h2 id="orders">{t('order.standing')}</h2>
      <ul className="cards">
        {orders.map((order) => (
          <li key={order.order} className="card open" data-order={order.order}>
            <p className="state">
              <strong>{t(`order.effect.${order.effect}`)}</strong>
              <span>{order.order}</span>
            </p>
            <p>{order.reason}</p>
            <p className="faint">
              {t('order.since', { time: formatTime(order.placedAt), confidence: order.confidence })}
              {order.expiresAt && ` · ${t('order.until', { time: formatTime(order.expiresAt) })}`}
              {order.objections > 0 && ` · ${t('order.objections', { count: order.objections })}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
