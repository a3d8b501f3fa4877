import type { ComponentChild } from 'preact';
import { MallContext } from './mall.ts';
import type { Mall } from './mall.ts';
import { Frame } from './ui/frame.tsx';

/** The whole screen: the mall around, the frame, and the page in it. */
export function App({ mall, page }: { mall: Mall; page: ComponentChild }) {
  return (
    <MallContext.Provider value={mall}>
      <Frame>
        <div key={mall.place.path}>{page}</div>
      </Frame>
    </MallContext.Provider>
  );
}
