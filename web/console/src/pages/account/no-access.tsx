import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { useSignOut } from '../../shell.tsx';
import { useSpoken } from '../../ui/language.tsx';
import { useMall, useMallName } from '../../ui/mall.tsx';
import { Page } from '../../ui/page.tsx';
import { Nothing } from '../../ui/states.tsx';
import css from './no-access.module.css';

/** A member has no console: it says so plainly and shows the two ways on. */
export function NoAccess() {
  const { t } = useSpoken();
  const { address, actor } = useMall();
  const mall = useMallName();
  const leave = useSignOut();
  useEffect(() => {
    document.title = `${t('state.noAccess.title')} · ${mall}`;
  }, [t, mall]);
  return (
    <main className={css['alone']}>
      <Nothing
        alone
        title={t('state.noAccess.title')}
        hint={t('state.noAccess.hint', { phone: actor?.phone ?? '', mall })}
        action={
          <div className={css['acts']}>
            <Button component="a" href={`${address.api}/`}>
              {t('state.noAccess.mall')}
            </Button>
            <Button variant="default" onClick={leave}>
              {t('state.noAccess.other')}
            </Button>
          </div>
        }
      />
    </main>
  );
}

/** A merchant on a page of the operator. */
export function OperatorOnly({ title }: { title: string }) {
  const { t } = useSpoken();
  return (
    <Page title={title}>
      <Nothing
        title={t('role.operator')}
        hint={t('state.noAccess.operatorOnly')}
        action={
          <Button variant="default" component={Link} href="/orders">
            {t('state.noAccess.orders')}
          </Button>
        }
      />
    </Page>
  );
}
