import { Link } from '@tanstack/react-router';

/** A seller, leading to his screen. */
export function SellerLink({ seller }: { readonly seller: string | null }) {
  if (seller === null) return <span className="faint">–</span>;
  const slash = seller.indexOf('/');
  const [marketplace, account] = [seller.slice(0, slash), seller.slice(slash + 1)];
  return (
    <Link to="/sellers/$marketplace/$account" params={{ marketplace, account }} className="seller" title={seller}>
      {seller}
    </Link>
  );
}
