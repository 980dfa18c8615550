import { useTranslation } from 'react-i18next';
import type { GoodsLine } from '../generated/messages';
import { formatNumber } from '../texts/format';

/** The goods that manifest and dispatch name. */
export function GoodsTable({ goods }: { readonly goods: readonly GoodsLine[] }) {
  const { t } = useTranslation();
  if (goods.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="goods">
      <h2 id="goods">{t('shipment.goods')}</h2>
      <ul className="list">
        {goods.map((line, index) => (
          <li key={index}>
            <strong>{line.description}</strong>
            <div className="faint">{partsOf(line, t('goods.hsCode')).join(' · ')}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const partsOf = (line: GoodsLine, hsCode: string): readonly string[] =>
  [
    line.brand,
    line.hsCode && `${hsCode} ${line.hsCode}`,
    line.quantity !== null ? `× ${formatNumber(line.quantity)}` : null,
    line.value !== null ? `${formatNumber(line.value)} ${line.currency ?? ''}`.trim() : null,
    line.weightKg !== null ? `${formatNumber(line.weightKg)} kg` : null,
  ].filter((part): part is string => part !== null);
