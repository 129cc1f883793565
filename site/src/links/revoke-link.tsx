import type { PublicLink } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { linkWords } from '../i18n/links.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { announceChange } from '../session/refresh.ts';
import { Confirmed } from './confirmed.tsx';

export function RevokeLink({ link: { id, name } }: { readonly link: PublicLink }) {
  const words = useWords(linkWords);
  return (
    <Confirmed
      label={words.revoke}
      title={words.revokeTitle}
      text={words.revokeText(name)}
      keep={words.keep}
      tone="reject"
      act={() => api.delete(`/api/links/${id}`)}
      onDone={announceChange}
    />
  );
}
