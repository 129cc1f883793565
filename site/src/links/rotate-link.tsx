import { useState } from 'react';
import type { CreatedLink, PublicLink } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { linkWords } from '../i18n/links.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { Confirmed } from './confirmed.tsx';
import { ShownLinks } from './shown-links.tsx';

/** Another secret for a link whose old one was lost or got around. */
export function RotateLink({ link: { id, name, process } }: { readonly link: PublicLink }) {
  const words = useWords(linkWords);
  const [made, setMade] = useState<CreatedLink>();
  return (
    <>
      <Confirmed
        label={words.rotate}
        title={words.rotateTitle}
        text={words.rotateText(name)}
        keep={words.keepOld}
        tone="primary"
        act={() => api.post<CreatedLink>(`/api/links/${id}/secret`, undefined)}
        onDone={setMade}
      />
      {made && <ShownLinks made={made} name={name} title={process.title} onClose={() => setMade(undefined)} />}
    </>
  );
}
