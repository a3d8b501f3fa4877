import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { createApi } from '@tuodi/web-client';
import { lazy, Suspense, useMemo } from 'react';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import type { Address } from './address.ts';
import { ApiContext, createQueries, problemOf, useMe, useTenant } from './queries.ts';
import { NoAccess, OperatorOnly } from './pages/account/no-access.tsx';
import { NotFound } from './pages/account/not-found.tsx';
import { SignIn } from './pages/account/sign-in.tsx';
import { Shell } from './shell.tsx';
import { labels } from './theme/labels.ts';
import { themeFor, tokenVariables } from './theme.tsx';
import { Boundary } from './ui/boundary.tsx';
import { Brand } from './ui/brand.tsx';
import { LanguageProvider, useSpoken } from './ui/language.tsx';
import type { Start } from './ui/language.tsx';
import { MallContext } from './ui/mall.tsx';
import { SchemeMirror, schemes } from './ui/scheme.tsx';
import { Failed, Opening } from './ui/states.tsx';

const OverviewPage = lazy(async () => ({
  default: (await import('./pages/overview/overview.tsx')).Overview,
}));
const OrdersPage = lazy(async () => ({
  default: (await import('./pages/orders/orders.tsx')).Orders,
}));
const EconomyPage = lazy(async () => ({
  default: (await import('./pages/economy/economy.tsx')).Economy,
}));

const queries = createQueries();

/** The whole program: its providers, then whoever is signed in. */
export function Console({ address, start }: { address: Address; start: Start }) {
  return (
    <LanguageProvider start={start}>
      <Dressed address={address} />
    </LanguageProvider>
  );
}

function Dressed({ address }: { address: Address }) {
  const { language } = useSpoken();
  const theme = useMemo(() => themeFor(language), [language]);
  const api = useMemo(() => createApi({ base: address.api, language }), [address.api, language]);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={schemes}
      cssVariablesResolver={tokenVariables}
    >
      <SchemeMirror />
      <section aria-label={labels[language].notification}>
        <Notifications position="bottom-center" withinPortal={false} />
      </section>
      <QueryClientProvider client={queries}>
        <ApiContext value={api}>
          <Router base={address.pages}>
            <Entrance address={address} />
          </Router>
        </ApiContext>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Nobody sees a page before it is known which mall this is and who is here. */
function Entrance({ address }: { address: Address }) {
  const tenant = useTenant();
  const me = useMe();
  const broken = tenant.error ?? me.error;
  if (broken !== null) {
    const again = () => Promise.all([tenant.refetch(), me.refetch()]);
    return <Failed problem={problemOf(broken)} again={again} alone />;
  }
  if (tenant.data === undefined || me.data === undefined) return <Opening />;
  const mall = { tenant: tenant.data, address, actor: me.data };
  return (
    <MallContext value={mall}>
      <Brand />
      {me.data === null ? <SignIn /> : <Pages roles={me.data.roles} />}
    </MallContext>
  );
}

function Pages({ roles }: { roles: readonly string[] }) {
  const { t } = useSpoken();
  const [page] = useLocation();
  const operator = roles.includes('operator');
  if (!operator && !roles.includes('merchant')) return <NoAccess />;
  return (
    <Shell operator={operator}>
      <Boundary at={page}>
        <Suspense fallback={<Opening />}>
          <Switch>
            <Route path="/">
              {operator ? <OverviewPage /> : <Redirect to="/orders" replace />}
            </Route>
            <Route path="/orders/:orderId?">
              {(params) => <OrdersPage orderId={params.orderId} />}
            </Route>
            <Route path="/economy">
              {operator ? <EconomyPage /> : <OperatorOnly title={t('economy.title')} />}
            </Route>
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </Suspense>
      </Boundary>
    </Shell>
  );
}
