import { Note } from '../components/states.tsx';
import { formWords } from '../i18n/form.ts';
import { formatInstant } from '../i18n/format.ts';
import { pick } from '../i18n/locale.ts';
import { reuseWords } from '../i18n/reuse.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';
import type { Opened } from './load.ts';

/** Says where the values on the page came from, when it is not an empty form. */
export function OpenedNote({ opened, version }: { readonly opened: Opened; readonly version: number }) {
  const locale = useLocale();
  const words = useWords(formWords);
  const zone = zoneOf(useSession());
  if (opened.from === 'new') return null;
  if (opened.from === 'copy') return <Note>{words.copiedFrom(opened.number)}</Note>;
  if (opened.from === 'template') return <FromTemplate name={opened.name} left={opened.left} />;
  const at = formatInstant(opened.at, zone, locale);
  if (opened.from === 'local') return <Note tone="return">{words.draftKept(at)}</Note>;
  return (
    <Note tone={opened.newer ? 'return' : 'note'}>
      <p>{words.draftRestored(at)}</p>
      {opened.newer && <p>{words.versionChanged(version)}</p>}
    </Note>
  );
}

function FromTemplate({ name, left }: Omit<Extract<Opened, { from: 'template' }>, 'from'>) {
  const locale = useLocale();
  const words = useWords(reuseWords);
  return (
    <Note tone={left.length > 0 ? 'return' : 'note'}>
      <p>{words.opened(name)}</p>
      {left.length > 0 && <p>{words.left(left.map((title) => pick(title, locale)).join(words.listMark))}</p>}
    </Note>
  );
}
