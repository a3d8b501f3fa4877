import type { Cover as CoverData } from '@tuodi/web-client';
import look from './cover.module.css';

interface CoverProps {
  readonly cover: CoverData;
  readonly size: number;
  /** Whether it stands in the first screen. */
  readonly first?: boolean;
}

/** The picture of a product: a photo where there is one, else its drawn still life. */
export function Cover({ cover, size, first = false }: CoverProps) {
  return (
    <img
      class={look['cover']}
      src={cover.imageUrl ?? `/covers/${cover.category}/${cover.seed}.svg`}
      width={size}
      height={size}
      alt=""
      loading={first ? 'eager' : 'lazy'}
      decoding="async"
    />
  );
}
