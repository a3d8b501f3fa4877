// The styles of Mantine and of the house come first, so that a page's own may override them.
import './theme/styles.ts';
import { createRoot } from 'react-dom/client';
import { readAddress } from './address.ts';
import { mendBrowserLanguage } from './browser-language.ts';
import { Console } from './console.tsx';
import { chosenLanguage, loadDictionary } from './ui/language.tsx';

// Before any page is loaded: pages bring libraries that read the browser's language at once.
mendBrowserLanguage(navigator);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has an element with the id "root"');

const language = chosenLanguage();
const address = readAddress(location.pathname);
void loadDictionary(language).then((dictionary) => {
  createRoot(root).render(<Console address={address} start={{ language, dictionary }} />);
});
