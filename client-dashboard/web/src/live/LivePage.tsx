import { useNavigate, useSearch } from '@tanstack/react-router';
import { HoldQueue } from '../holds/HoldQueue';
import { ShipmentList } from '../shipments/ShipmentList';
import { CounterStrip } from './CounterStrip';
import { LatestChange } from './LatestChange';

/** What happens now: counters, open holds, shipments. */
export function LivePage() {
  const filter = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  return (
    <div className="live">
      <CounterStrip />
      <LatestChange />
      <HoldQueue />
      <ShipmentList filter={filter} onFilter={(next) => void navigate({ search: next, replace: true })} />
    </div>
  );
}
