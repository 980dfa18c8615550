import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HoldKind } from '../generated/messages';

const grave: ReadonlySet<HoldKind> = new Set(['do-not-load', 'anti-terrorism', 'ipr-detention']);
const orders: ReadonlySet<HoldKind> = new Set(['seller-order', 'brand-order', 'consignee-order', 'rule-match', 'officer']);

/** Why it is held; the colour tells the grave kinds, our own orders and the carrier's own apart. */
export function HoldKindBadge({ kind, muted = false }: { readonly kind: HoldKind; readonly muted?: boolean }) {
  const { t } = useTranslation();
  const colour = kind === 'carrier' || muted ? 'gray' : grave.has(kind) ? 'red' : orders.has(kind) ? 'grape' : 'orange';
  return (
    <Badge variant="light" tt="none" color={colour}>
      {t(`hold.kind.${kind}`)}
    </Badge>
  );
}
