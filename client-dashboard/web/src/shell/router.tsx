import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { LivePage } from '../live/LivePage';
import { readFilter } from '../shipments/filter';
import { ErrorPanel } from './ErrorPanel';
import { NotFound } from './NotFound';
import { Shell } from './Shell';

const root = createRootRoute({ component: Shell, errorComponent: ErrorPanel, notFoundComponent: NotFound });

const live = createRoute({ getParentRoute: () => root, path: '/', validateSearch: readFilter, component: LivePage });

const holds = createRoute({
  getParentRoute: () => root,
  path: '/holds',
  component: lazyRouteComponent(() => import('../holds/HoldsPage'), 'HoldsPage'),
});

const shipments = createRoute({
  getParentRoute: () => root,
  path: '/shipments',
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('../shipments/ShipmentsPage'), 'ShipmentsPage'),
});

// A number may contain slashes: it takes the rest of the address.
const shipment = createRoute({
  getParentRoute: () => root,
  path: '/shipments/$carrier/$',
  component: lazyRouteComponent(() => import('../shipments/ShipmentPage'), 'ShipmentPage'),
});

const seller = createRoute({
  getParentRoute: () => root,
  path: '/sellers/$marketplace/$account',
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('../sellers/SellerPage'), 'SellerPage'),
});

/** The page's addresses. */
export const router = createRouter({
  routeTree: root.addChildren([live, holds, shipments, shipment, seller]),
  defaultPreload: false,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
