import { useNavigate, useSearch } from '@tanstack/react-router';
import { ShipmentList } from './ShipmentList';

/** All shipments. */
export function ShipmentsPage() {
  const filter = useSearch({ from: '/shipments' });
  const navigate = useNavigate({ from: '/shipments' });
  return <ShipmentList filter={filter} onFilter={(next) => void navigate({ search: next, replace: true })} />;
}
