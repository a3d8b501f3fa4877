import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useSpoken } from '../../ui/language.tsx';
import { Page } from '../../ui/page.tsx';
import { Nothing } from '../../ui/states.tsx';

export function NotFound() {
  const { t } = useSpoken();
  return (
    <Page title={t('state.notFound.title')}>
      <Nothing
        title="404"
        hint={t('state.notFound.hint')}
        action={
          <Button variant="default" component={Link} href="/">
            {t('state.notFound.back')}
          </Button>
        }
      />
    </Page>
  );
}
