import { getPrices, listCategories, listProducts } from '@tuodi/web-client';
import type { PriceHistory, ProductPage } from '@tuodi/web-client';
import { mallName, useMall } from '../../mall.ts';
import { definePage, refusal, withData } from '../../page.ts';
import { Mark, SearchIcon } from '../../ui/icons.tsx';
import { RowNav } from '../../ui/row-nav.tsx';
import { Goods, queryOf } from './goods.tsx';
import { Hero } from './hero.tsx';
import look from './home.module.css';

interface HomeData {
  readonly goods: ProductPage;
  readonly categories: readonly string[];
  /** Absent where the mall does not show its prices to everybody. */
  readonly prices: PriceHistory | null;
  readonly q: string;
  readonly category: string;
}

const HERO_DAYS = 60;

export const page = definePage<HomeData>({
  async load(request) {
    const q = request.search.get('q') ?? '';
    const category = request.search.get('category') ?? '';
    const [goods, categories, prices] = await Promise.all([
      listProducts(request.api, queryOf({ q, category })),
      listCategories(request.api),
      getPrices(request.api, HERO_DAYS),
    ]);
    if (!goods.ok) return refusal(goods.problem, request);
    return withData({
      goods: goods.value,
      categories: categories.ok ? categories.value.items.map((one) => one.name) : [],
      prices: prices.ok ? prices.value : null,
      q,
      category,
    });
  },
  title: (_, mall) => mallName(mall),
  View: ({ data }) => <Home data={data} />,
});

function Home({ data }: { data: HomeData }) {
  const mall = useMall();
  const { t } = mall;
  const plain = data.q === '' && data.category === '';
  return (
    <>
      <header class={look['brand']}>
        <Mark size={30} />
        <h1>{mallName(mall)}</h1>
      </header>
      <main id="content" class={look['main']}>
        <Search q={data.q} />
        {plain && data.prices !== null && <Hero prices={data.prices} />}
        <div class={look['categories']}>
          <RowNav
            label={t('goods')}
            links={['', ...data.categories].map((name) => ({
              to: name === '' ? '/' : `/?category=${encodeURIComponent(name)}`,
              text: name === '' ? t('all') : name,
              current: data.q === '' && name === data.category,
            }))}
          />
        </div>
        {data.q !== '' && <h2 class={look['found']}>{t('found', { q: data.q })}</h2>}
        <Goods key={`${data.q}/${data.category}`} {...data} />
      </main>
    </>
  );
}

function Search({ q }: { q: string }) {
  const { t, base, go } = useMall();
  const onSubmit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('q');
    const wanted = typeof typed === 'string' ? typed.trim() : '';
    go.to(wanted === '' ? '/' : `/?q=${encodeURIComponent(wanted)}`);
  };
  return (
    <form role="search" action={`${base}/`} class={look['search']} onSubmit={onSubmit}>
      <SearchIcon />
      <input
        key={q}
        type="search"
        name="q"
        defaultValue={q}
        maxLength={100}
        placeholder={t('search')}
        aria-label={t('search')}
        enterkeyhint="search"
      />
      <button type="submit">{t('search_go')}</button>
    </form>
  );
}
