import { Link } from '@tanstack/react-router';

/** A shipment's number, leading to its screen. */
export function ShipmentLink({ carrier, number }: { readonly carrier: string; readonly number: string }) {
  return (
    <Link to="/shipments/$carrier/$" params={{ carrier, _splat: number }} className="number">
      <span className="carrier">{carrier}</span> {number}
    </Link>
  );
}
