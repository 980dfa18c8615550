import { HoldQueue } from './HoldQueue';

/** All open holds. */
export function HoldsPage() {
  return <HoldQueue whole />;
}
