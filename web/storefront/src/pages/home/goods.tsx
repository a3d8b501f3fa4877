import { useState } from 'preact/hooks';
import { formatMoney, listProducts, unitsOf } from '@tuodi/web-client';
import type { ProductCard, ProductPage } from '@tuodi/web-client';
import { useAct } from '../../act.ts';
import { inLanguage, useMall } from '../../mall.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Cover } from '../../ui/cover.tsx';
import { Money } from '../../ui/figure.tsx';
import { FloorEnd } from '../../ui/floor.tsx';
import { Link } from '../../ui/link.tsx';
import { Blank, ProblemNote } from '../../ui/problem.tsx';
import look from './goods.module.css';

interface GoodsProps {
  readonly goods: ProductPage;
  readonly q: string;
  readonly category: string;
}

/** What a page of goods is asked for; empty words are no words. */
export function queryOf({ q, category }: { q: string; category: string }) {
  return { limit: 20, ...(q === '' ? {} : { q }), ...(category === '' ? {} : { category }) };
}

/** Two columns of goods, more of them on request, and the floor at the end. */
export function Goods({ goods, q, category }: GoodsProps) {
  const { t, api } = useMall();
  const [later, setLater] = useState<readonly ProductPage[]>([]);
  const cursor = (later.at(-1) ?? goods).nextCursor;
  const more = useAct(
    () =>
      listProducts(api, { ...queryOf({ q, category }), ...(cursor === null ? {} : { cursor }) }),
    (next) => setLater([...later, next]),
  );
  const items = [goods, ...later].flatMap((part) => part.items);
  if (items.length === 0) {
    return (
      <Blank title={t('nothing_found')} text={t('nothing_found_text')}>
        <ButtonLink to="/" kind="plain">
          {t('see_all')}
        </ButtonLink>
      </Blank>
    );
  }
  return (
    <>
      <ul class={look['goods']}>
        {items.map((product, at) => (
          <li key={product.id}>
            <Card product={product} first={at < 4} />
          </li>
        ))}
        {more.busy && <Waiting />}
      </ul>
      <ProblemNote problem={more.problem} />
      {cursor === null ? (
        <FloorEnd>{t('floor')}</FloorEnd>
      ) : (
        <div class={look['more']}>
          <Button kind="plain" busy={more.busy} onClick={more.press}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}

/** The shape of what is on its way. */
function Waiting() {
  return (
    <>
      {[0, 1, 2, 3].map((at) => (
        <li key={at} class={look['waiting']} aria-hidden="true">
          <i />
          <b />
          <b />
        </li>
      ))}
    </>
  );
}

function Card({ product, first }: { product: ProductCard; first: boolean }) {
  const { t, language } = useMall();
  const title = inLanguage(language, { zh: product.title, en: product.titleEn });
  return (
    <Link to={`/p/${product.id}`} class={look['card']}>
      <Cover cover={product.cover} size={171} first={first} />
      <span class={look['title']}>{title}</span>
      <span class={look['price']}>
        <Money value={product.price} />
      </span>
      {unitsOf(product.earnsValue) > 0n && (
        <span class={look['earns']}>{t('earns', { value: formatMoney(product.earnsValue) })}</span>
      )}
    </Link>
  );
}
