import { AppShell, Burger, Group, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { listen } from '../server/live';
import { overviewQuery } from '../server/queries';
import { ConnectionBadge } from './ConnectionBadge';
import { ErrorPanel } from './ErrorPanel';
import { Loading } from './Loading';
import { ModeBanner } from './ModeBanner';
import { ThemeSwitch } from './ThemeSwitch';

const places = [
  { to: '/', text: 'shell.live' },
  { to: '/holds', text: 'shell.holds' },
  { to: '/shipments', text: 'shell.shipments' },
] as const;

/** What surrounds every screen: navigation, mode, and how well the page is connected. */
export function Shell() {
  const { t } = useTranslation();
  const [open, { toggle, close }] = useDisclosure(false);
  const path = useLocation({ select: (location) => location.pathname });

  return (
    <AppShell header={{ height: 52 }} navbar={{ width: 190, breakpoint: 'md', collapsed: { mobile: !open } }} padding={0}>
      <a href="#content" className="skip">
        {t('product.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" gap="sm" wrap="nowrap" justify="space-between">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={open} onClick={toggle} hiddenFrom="md" size="sm" aria-label={t('shell.menu')} aria-expanded={open} />
            <Link to="/" className="mark">
              <img src="/mark.svg" alt="" width={26} height={26} />
              <Text fw={700} component="span">
                {t('product.name')}
              </Text>
            </Link>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <ConnectionBadge />
            <ThemeSwitch />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" component="nav" aria-label={t('shell.nav')}>
        {places.map(({ to, text }) => (
          <NavLink
            key={to}
            label={t(text)}
            active={to === '/' ? path === '/' : path.startsWith(to)}
            onClick={close}
            renderRoot={(props) => <Link to={to} {...props} />}
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Content />
      </AppShell.Main>
    </AppShell>
  );
}

// The lists are loaded after the position is known: what changes meanwhile then comes over the live connection.
function Content() {
  const client = useQueryClient();
  const { data: overview, error, refetch } = useQuery({ ...overviewQuery, retry: true, retryDelay: 2_000 });
  const known = overview !== undefined;

  useEffect(() => {
    const first = client.getQueryData(overviewQuery.queryKey);
    return known && first ? listen(client, first) : undefined;
  }, [client, known]);

  if (error && !overview) return <ErrorPanel error={error} reset={() => void refetch()} />;
  if (!overview) return <Loading />;
  return (
    <div className="content">
      <ModeBanner demo={overview.demo} embedded={overview.embedded} />
      <Outlet />
    </div>
  );
}
