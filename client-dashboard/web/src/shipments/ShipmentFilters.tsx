import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mainTransportStatuses } from '../generated/messages';
import { readFilter, type ShipmentFilter } from './filter';

interface Props {
  readonly filter: ShipmentFilter;
  readonly withoutSeller: boolean;
  readonly onFilter: (filter: ShipmentFilter) => void;
}

/** The filters of the list of shipments. */
export function ShipmentFilters({ filter, withoutSeller, onFilter }: Props) {
  const { t } = useTranslation();
  const change = (part: Record<string, unknown>): void => onFilter(readFilter({ ...filter, ...part }));
  const statuses = [
    { value: '', label: t('filter.anyStatus') },
    ...mainTransportStatuses.filter((status) => status !== 'no-news').map((status) => ({ value: status, label: t(`transport.${status}`) })),
  ];
  const holds = [
    { value: '', label: t('filter.anyHolds') },
    { value: 'held', label: t('filter.held') },
    { value: 'free', label: t('filter.notHeld') },
    { value: 'violated', label: t('filter.violated') },
  ];
  const chosen = filter.violated ? 'violated' : filter.held === undefined ? '' : filter.held ? 'held' : 'free';

  return (
    <form className="filters" role="search" aria-label={t('filter.label')} onSubmit={(event) => event.preventDefault()}>
      <TextFilter label={t('filter.number')} value={filter.number ?? ''} onChange={(number) => change({ number })} />
      <NativeSelect
        size="xs"
        aria-label={t('filter.status')}
        data={statuses}
        value={filter.status ?? ''}
        onChange={(event) => change({ status: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        aria-label={t('filter.holds')}
        data={holds}
        value={chosen}
        onChange={(event) => {
          const value = event.currentTarget.value;
          change({ held: value === 'held' ? true : value === 'free' ? false : undefined, violated: value === 'violated' });
        }}
      />
      <TextFilter label={t('filter.carrier')} value={filter.carrier ?? ''} onChange={(carrier) => change({ carrier: carrier.toLowerCase() })} />
      {!withoutSeller && <TextFilter label={t('filter.seller')} value={filter.seller ?? ''} onChange={(seller) => change({ seller })} />}
      <Button size="xs" variant="default" disabled={Object.keys(filter).length === 0} onClick={() => onFilter({})}>
        {t('filter.clear')}
      </Button>
    </form>
  );
}

function TextFilter({ label, value, onChange }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  const tell = useDebouncedCallback(onChange, 300);
  // Cleared, or another address: what is set elsewhere is shown here.
  useEffect(() => setText(value), [value]);
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
    />
  );
}
